"""Clips and notes under the keys and the pointer of the script editor."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QTextCursor

from newsdesk.domain.blocks import MARK, Clip
from newsdesk.i18n import _
from newsdesk.services.clips import SUFFIXES
from newsdesk.ui.shortcuts import keys_of, shown
from newsdesk.ui.stories.block_card import BlockPainter, Part, Shown
from newsdesk.ui.stories.block_drag import BlockDrag
from newsdesk.ui.stories.block_edits import add_block, put_in, selected
from newsdesk.ui.stories.block_keys import BlockKeys
from newsdesk.ui.stories.block_mime import SCRIPT, script_mime, script_of
from newsdesk.ui.stories.block_places import BlockPlaces
from newsdesk.ui.stories.block_words import block_in_words
from newsdesk.ui.stories.offsets import to_code_points

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QTextEdit

    from newsdesk.domain.blocks import Block
    from newsdesk.ui.look import Look
    from newsdesk.ui.stories.script_text import ScriptText


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
        self._on = -1
        self.heard: Block | None = None
        self.painter = BlockPainter(look, text.document, self._blocks, self._shown, self)
        self.places = BlockPlaces(editor, text, self.painter)
        self.keys = BlockKeys(editor, text, self.places, self.edit_wanted.emit)
        self.drag = BlockDrag(look, editor, text, self.places)
        text.parted.connect(self._stay_before)
        editor.cursorPositionChanged.connect(self._moved)
        editor.selectionChanged.connect(self._moved)
        editor.viewport().installEventFilter(self)
        editor.installEventFilter(self)

    # ------------------------------------------------------------ what is shown

    def repaint_all(self) -> None:
        """What is known of a clip's file is new: lay the cards out again."""
        document = self._text.document
        heard = document.blockSignals(True)  # it is laid out again; nobody has edited it
        for one in self._blocks.standing():
            document.markContentsDirty(one.position, 1)
        document.blockSignals(heard)
        self._editor.viewport().update()

    def paint(self, painter: QPainter, rect: QRect) -> None:
        """Paint what Qt knows nothing of: selected cards as they are, and where a dragged one would fall."""
        cursor = self._editor.textCursor()
        for one in self._blocks.standing() if cursor.hasSelection() else ():
            if cursor.selectionStart() <= one.position < cursor.selectionEnd():
                box = self.places.box(self._text.document.findBlock(one.position))
                if box.intersects(rect):
                    # Qt has laid the colour of the selection over it, and one could hardly read it.
                    painter.fillRect(box, self._look.theme.colour("surface"))
                    self.painter.paint(painter, box, one.block, one.position)
        self.drag.paint(painter)

    def _shown(self, position: int) -> Shown:
        cursor = self._editor.textCursor()
        on = self.places.at_cursor() == position
        selected = cursor.selectionStart() <= position < cursor.selectionEnd() and not on
        heard = self.heard is not None and self._blocks.at(position) is self.heard
        return Shown(on and self._editor.hasFocus(), selected, heard)

    def _moved(self) -> None:
        on = self.places.at_cursor()
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
        found = self.places.at_point(point)
        if found is None:
            return ""
        play = _("Putar klip ({keys})").format(keys=shown(keys_of("block.hear")))
        edit = _("Ubah ({keys})").format(keys=shown(keys_of("block.edit")))
        return {Part.PLAY: play, Part.MORE: _("Menu klip"), Part.STATE: edit, Part.CARD: ""}[found[1]]

    def ask_for_menu(self, at: QPoint) -> bool:
        """Open the menu of the block at the cursor; False when it is on words."""
        position = self.places.at_cursor()
        if position is None or self._editor.isReadOnly():
            return False
        self.menu_wanted.emit(position, at)
        return True

    # ------------------------------------------------------------ clipboard

    def mime(self) -> QMimeData | None:
        """Return what is selected, with its blocks and marked sentences; None when there is none among it."""
        cursor = self._editor.textCursor()
        words, blocks = selected(self._blocks, cursor)
        cuts = self._cuts_inside(words, cursor.selectionStart(), cursor.selectionEnd())
        return script_mime(words, blocks, cuts) if blocks or cuts else None

    def _cuts_inside(self, words: str, start: int, end: int) -> list[tuple[int, int]]:
        """Return the sentences that may be cut of ``words``, which stand at ``[start, end)``."""
        inside = [one for one in self._text.cuts.places if start <= one.start and one.end <= end]
        return [
            (to_code_points(words, one.start - start), to_code_points(words, one.end - start))
            for one in inside
        ]

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
        if self.places.at_cursor() is None:
            cursor.removeSelectedText()
        at = cursor.position()
        for block in blocks:
            at = add_block(self._blocks, at, block)
        cursor.endEditBlock()
        self.places.select(at)
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
            found = self.places.at_point(mouse.position().toPoint())
            if found is not None and mouse.button() == Qt.MouseButton.LeftButton:
                return self._pressed(*found, mouse, twice=event.type() == QEvent.Type.MouseButtonDblClick)
        elif event.type() == QEvent.Type.MouseMove:
            mouse = cast(QMouseEvent, event)
            if not mouse.buttons():
                on = self.places.at_point(mouse.position().toPoint()) is not None
                shape = Qt.CursorShape.ArrowCursor if on else Qt.CursorShape.IBeamCursor
                self._editor.viewport().setCursor(shape)
        elif event.type() in (QEvent.Type.DragLeave, QEvent.Type.Drop):
            self.drag.show(None)
        return False

    def _pressed(self, position: int, part: Part, mouse: QMouseEvent, *, twice: bool) -> bool:
        if part is Part.PLAY:
            self.play_wanted.emit(position)
        elif part is Part.MORE:
            self.places.select(position)
            self.menu_wanted.emit(position, mouse.globalPosition().toPoint())
        elif twice or part is Part.STATE:
            self.places.select(position)
            self.edit_wanted.emit(position)
        else:
            if not mouse.modifiers():
                self.places.select(position)  # so that Qt begins to drag it
            return False
        return True


def sound_files(source: QMimeData) -> list[str]:
    """Return the paths of a drop that are all files of sound by their names; [] when any is not."""
    paths = [url.toLocalFile() for url in source.urls()] if source.hasUrls() else []
    sound = all(path and PurePath(path).suffix.lower() in SUFFIXES for path in paths)
    return paths if paths and sound else []
