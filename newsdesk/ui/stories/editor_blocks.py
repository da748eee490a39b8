"""Clips and notes under the keys and the pointer of the script editor."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QTextBlock,
    QTextCursor,
)

from newsdesk.domain.blocks import MARK, Clip
from newsdesk.i18n import _
from newsdesk.services.clips import SUFFIXES
from newsdesk.ui.shortcuts import keys_of, shown
from newsdesk.ui.stories.block_card import BlockPainter, Part, Shown
from newsdesk.ui.stories.block_edits import add_block, put_in, room_beside, selected, take_out
from newsdesk.ui.stories.block_mime import SCRIPT, script_mime, script_of
from newsdesk.ui.stories.block_words import block_in_words
from newsdesk.ui.stories.moving import move_paragraphs, step_paragraphs

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QTextEdit

    from newsdesk.domain.blocks import Block
    from newsdesk.ui.look import Look
    from newsdesk.ui.stories.script_text import ScriptText

_LINE = 2
"""Thickness of the line that shows where a card would fall."""
_DELETES = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class EditorBlocks(QObject):
    """Makes one card one thing for whoever types, points, drags and pastes.

    :attr:`edit_wanted` and :attr:`play_wanted` carry the document position of a block, :attr:`menu_wanted`
    also where on the screen; :attr:`files_dropped` the paths of sound files and the position to put them at.
    """

    edit_wanted = Signal(int)
    play_wanted = Signal(int)
    menu_wanted = Signal(int, QPoint)
    files_dropped = Signal(object, int)

    def __init__(self, look: Look, editor: QTextEdit, text: ScriptText) -> None:
        super().__init__(editor)
        self._look = look
        self._editor = editor
        self._text = text
        self._blocks = text.block_marks
        self._drop_at: float | None = None
        self._on = -1
        self.heard: Block | None = None
        self.painter = BlockPainter(look, text.document, self._blocks, self._shown, self)
        text.parted.connect(self._stay_before)
        editor.cursorPositionChanged.connect(self._moved)
        editor.selectionChanged.connect(self._moved)
        editor.viewport().installEventFilter(self)
        editor.installEventFilter(self)

    # ------------------------------------------------------------ where

    def at_cursor(self) -> int | None:
        """Return the position of the block that the cursor is on, or that alone is selected."""
        cursor = self._editor.textCursor()
        paragraph = self._text.document.findBlock(cursor.selectionStart())
        within = cursor.selectionEnd() <= paragraph.position() + 1
        return paragraph.position() if within and self._blocks.of(paragraph) is not None else None

    def at_point(self, point: QPoint) -> tuple[int, Part] | None:
        """Return the block under a point of the viewport, and what of its card that is."""
        paragraph = self._editor.cursorForPosition(point).block()
        block = self._blocks.of(paragraph)
        box = self.box(paragraph)
        if block is None or not box.contains(QPointF(point)):
            return None
        return paragraph.position(), self.painter.part_at(block, QPointF(point) - box.topLeft(), box.width())

    def box(self, paragraph: QTextBlock) -> QRectF:
        """Return where a block is painted, in pixels of the viewport."""
        editor = self._editor
        box = editor.document().documentLayout().blockBoundingRect(paragraph)
        box.translate(-editor.horizontalScrollBar().value(), -editor.verticalScrollBar().value())
        box.setWidth(self.painter.column)
        return box

    def select(self, position: int) -> None:
        """Select a block as one thing."""
        cursor = self._editor.textCursor()
        cursor.setPosition(position)
        cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(cursor)

    def repaint_all(self) -> None:
        """What is known of a clip's file is new: lay the cards out again."""
        for one in self._blocks.standing():
            self._text.document.markContentsDirty(one.position, 1)
        self._editor.viewport().update()

    def _shown(self, position: int) -> Shown:
        cursor = self._editor.textCursor()
        on = self.at_cursor() == position
        selected = cursor.selectionStart() <= position < cursor.selectionEnd() and not on
        heard = self.heard is not None and self._blocks.at(position) is self.heard
        return Shown(on and self._editor.hasFocus(), selected, heard)

    def _moved(self) -> None:
        on = self.at_cursor()
        at = -1 if on is None else on
        if at == self._on and at < 0:
            return
        self._on = at
        block = self._blocks.at(at) if at >= 0 else None
        trouble = self.painter.trouble(block) if isinstance(block, Clip) else None
        self._editor.setAccessibleDescription(block_in_words(block, trouble) if block else "")
        self._editor.viewport().update()

    def _stay_before(self, place: int) -> None:
        """Leave the cursor in the words that were divided from a block, not on the block."""
        cursor = self._editor.textCursor()
        if not cursor.hasSelection() and cursor.position() == place + 1:
            cursor.setPosition(place)
            self._editor.setTextCursor(cursor)

    def tip(self, point: QPoint) -> str:
        """Return what a part of a card under a point of the viewport does, "" where there is nothing."""
        found = self.at_point(point)
        if found is None:
            return ""
        play = _("Putar klip ({keys})").format(keys=shown(keys_of("block.hear")))
        edit = _("Ubah ({keys})").format(keys=shown(keys_of("block.edit")))
        return {Part.PLAY: play, Part.MORE: _("Menu klip"), Part.STATE: edit, Part.CARD: ""}[found[1]]

    def ask_for_menu(self, at: QPoint) -> bool:
        """Open the menu of the block at the cursor; False when it is on words."""
        position = self.at_cursor()
        if position is None or self._editor.isReadOnly():
            return False
        self.menu_wanted.emit(position, at)
        return True

    # ------------------------------------------------------------ keys

    def press(self, e: QKeyEvent) -> bool:
        """Do what a key does to a block, or beside one; tell whether it did anything."""
        if self._editor.isReadOnly():
            return False
        at = self.at_cursor()
        if at is not None:
            return self._press_on(e, at)
        return not self._editor.textCursor().hasSelection() and self._press_beside(e)

    def type(self, text: str) -> bool:
        """Type beside the block at the cursor, in a new paragraph; False when it is not on a block."""
        at = self.at_cursor()
        if at is None or not text:
            return False
        edit = QTextCursor(self._text.document)
        edit.beginEditBlock()
        cursor = self._room(at)
        cursor.insertText(text)
        edit.endEditBlock()
        self._editor.setTextCursor(cursor)
        self._editor.ensureCursorVisible()
        return True

    def step(self, *, up: bool) -> None:
        """Move the paragraphs at the cursor, or the block, over the one before or after."""
        if not self._editor.isReadOnly():
            moved = step_paragraphs(self._text, self._editor.textCursor(), up=up)
            if moved is not None:
                self._editor.setTextCursor(moved)
                self._editor.ensureCursorVisible()

    def _room(self, at: int) -> QTextCursor:
        cursor = self._editor.textCursor()
        before = not cursor.hasSelection() and cursor.position() == at
        return room_beside(self._blocks, at, before=before)

    def _press_on(self, e: QKeyEvent, at: int) -> bool:
        cursor = self._editor.textCursor()
        whole = cursor.hasSelection()
        first = not whole and cursor.position() == at
        if e.key() in _ENTERS and not e.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.edit_wanted.emit(at)
        elif e.matches(QKeySequence.StandardKey.InsertLineSeparator):
            self._editor.setTextCursor(self._room(at))
        elif e.matches(QKeySequence.StandardKey.Cut):
            self.cut(at)
        elif e.key() in _DELETES:
            back = e.key() == Qt.Key.Key_Backspace
            if whole or back is not first:
                self.remove(at)
            else:
                self._leave(at, back=back)
        elif e.text() and e.text().isprintable() and not e.modifiers() & _COMMANDS:
            self.type(e.text())
        else:
            return False
        return True

    def _press_beside(self, e: QKeyEvent) -> bool:
        """Backspace or Delete between words and a block goes onto the block, and takes an empty line."""
        cursor = self._editor.textCursor()
        back = e.key() == Qt.Key.Key_Backspace
        if e.key() not in _DELETES or not (cursor.atBlockStart() if back else cursor.atBlockEnd()):
            return False
        paragraph = cursor.block()
        onto = paragraph.previous() if back else paragraph.next()
        if not onto.isValid() or self._blocks.of(onto) is None:
            return False
        if paragraph.length() == 1:
            take_out(paragraph)
        beside = QTextCursor(onto)
        if back:
            beside.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self._editor.setTextCursor(beside)
        return True

    def _leave(self, at: int, *, back: bool) -> None:
        """Go from a block to the words beside it, as Backspace before and Delete behind it do."""
        paragraph = self._text.document.findBlock(at)
        beside = paragraph.previous() if back else paragraph.next()
        if not beside.isValid():
            return
        if beside.length() == 1:
            take_out(beside)
            return
        cursor = QTextCursor(beside)
        if back:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self._editor.setTextCursor(cursor)

    def cut(self, at: int) -> None:
        """Put the block at a position on the clipboard and take it out."""
        self.select(at)
        self._editor.copy()
        self.remove(at)

    def remove(self, at: int) -> None:
        """Take the block at a position out of the script; the cursor goes to the words before."""
        paragraph = self._text.document.findBlock(at)
        before = paragraph.previous()
        take_out(paragraph)
        if before.isValid():
            cursor = QTextCursor(before)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            self._editor.setTextCursor(cursor)

    # ------------------------------------------------------------ clipboard

    def mime(self) -> QMimeData | None:
        """Return what is selected, with its blocks; None when there is none among it."""
        words, blocks = selected(self._blocks, self._editor.textCursor())
        return script_mime(words, blocks) if blocks else None

    def takes(self, source: QMimeData) -> bool:
        """Whether a paste or drop is part of a script, or files of sound."""
        return source.hasFormat(SCRIPT) or bool(sound_files(source))

    def take(self, source: QMimeData, insert: Callable[[str, tuple[Block, ...]], None]) -> bool:
        """Put part of a script or files of sound in at the cursor; tell whether ``source`` was that.

        ``insert`` puts words and blocks in the place of the selection.
        """
        files = sound_files(source)
        if files:
            self.files_dropped.emit(files, self._editor.textCursor().position())
            return True
        part = script_of(source)
        if part is None:
            return False
        body, blocks = part
        if body.replace("\n", "").strip(MARK):
            insert(body, blocks)
            return True
        cursor = self._editor.textCursor()
        cursor.beginEditBlock()
        if self.at_cursor() is None:
            cursor.removeSelectedText()
        at = cursor.position()
        for block in blocks:
            at = add_block(self._blocks, at, block)
        cursor.endEditBlock()
        self.select(at)
        return True

    def put_in(self, cursor: QTextCursor, body: str, blocks: tuple[Block, ...]) -> None:
        """Put words and blocks in the place of a selection."""
        put_in(self._blocks, cursor, body, blocks)

    # ------------------------------------------------------------ pointer

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Press the buttons of a card, open it with a double click, take it whole when it is dragged."""
        if watched is self._editor:
            if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut) and self._on >= 0:
                self._editor.viewport().update()
        elif event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            mouse = cast(QMouseEvent, event)
            found = self.at_point(mouse.position().toPoint())
            if found is not None and mouse.button() == Qt.MouseButton.LeftButton:
                return self._pressed(*found, mouse, twice=event.type() == QEvent.Type.MouseButtonDblClick)
        elif event.type() == QEvent.Type.MouseMove:
            mouse = cast(QMouseEvent, event)
            if not mouse.buttons():
                on = self.at_point(mouse.position().toPoint()) is not None
                shape = Qt.CursorShape.ArrowCursor if on else Qt.CursorShape.IBeamCursor
                self._editor.viewport().setCursor(shape)
        elif event.type() in (QEvent.Type.DragLeave, QEvent.Type.Drop):
            self._show_drop(None)
        return False

    def _pressed(self, position: int, part: Part, mouse: QMouseEvent, *, twice: bool) -> bool:
        if part is Part.PLAY:
            self.play_wanted.emit(position)
        elif part is Part.MORE:
            self.select(position)
            self.menu_wanted.emit(position, mouse.globalPosition().toPoint())
        elif twice or part is Part.STATE:
            self.select(position)
            self.edit_wanted.emit(position)
        else:
            if not mouse.modifiers():
                self.select(position)  # so that Qt begins to drag it
            return False
        return True

    def drag_over(self, event: QDropEvent) -> bool:
        """Show between which paragraphs a dragged card would fall; False when no card is dragged."""
        if not self._is_dragged(event):
            return False
        place = self._boundary(event.position().toPoint())
        self._show_drop(place[1])
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        return True

    def drop(self, event: QDropEvent) -> bool:
        """Let a dragged card fall; False when none was dragged."""
        at = self.at_cursor()
        if at is None or not self._is_dragged(event):
            return False
        self._show_drop(None)
        paragraph = self._text.document.findBlock(at)
        to, _height = self._boundary(event.position().toPoint())
        if to != paragraph and to != paragraph.next():
            self._editor.setTextCursor(move_paragraphs(self._text, paragraph, paragraph, to))
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        return True

    def paint_drop(self, painter: QPainter) -> None:
        """Paint the line that shows where a dragged card would fall."""
        if self._drop_at is not None:
            left = self._editor.document().rootFrame().frameFormat().leftMargin()
            line = QRectF(left, round(self._drop_at) - _LINE / 2, self.painter.column, _LINE)
            painter.fillRect(line, self._look.theme.colour("accent_text"))

    def _is_dragged(self, event: QDropEvent) -> bool:
        within = event.source() is self._editor.viewport() and not self._editor.isReadOnly()
        copied = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return within and not copied and self.at_cursor() is not None

    def _boundary(self, point: QPoint) -> tuple[QTextBlock, float]:
        """Return the paragraph before which a card at ``point`` falls (not valid: behind all), and where."""
        paragraph = self._editor.cursorForPosition(point).block()
        box = self.box(paragraph)
        if point.y() > box.center().y():
            after = paragraph.next()
            return after, self.box(after).top() - 5 if after.isValid() else box.bottom() + 5
        return paragraph, box.top() - 5

    def _show_drop(self, at: float | None) -> None:
        if at != self._drop_at:
            self._drop_at = at
            self._editor.viewport().update()


def sound_files(source: QMimeData) -> list[str]:
    """Return the paths of a drop that are all files of sound by their names; [] when any is not."""
    paths = [url.toLocalFile() for url in source.urls()] if source.hasUrls() else []
    sound = all(path and PurePath(path).suffix.lower() in SUFFIXES for path in paths)
    return paths if paths and sound else []
