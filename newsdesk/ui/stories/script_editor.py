"""The script: where words are typed, with how they are said standing under them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from newsdesk.i18n import _
from newsdesk.ui.letters import plain_tip
from newsdesk.ui.stories.block_mime import cuttable_of
from newsdesk.ui.stories.cuttable_marks import paint_cuttable
from newsdesk.ui.stories.editor_blocks import EditorBlocks
from newsdesk.ui.stories.geometry import blocks_in, pieces
from newsdesk.ui.stories.margin import paint_margin
from newsdesk.ui.stories.mark_layout import SPILL, MarkLayout
from newsdesk.ui.stories.mark_tip import tip
from newsdesk.ui.stories.moving import move_words
from newsdesk.ui.stories.original_text import CARRIED
from newsdesk.ui.stories.plain_text import plain_paragraphs, text_of
from newsdesk.ui.stories.said_ground import WORD_ABOVE, SaidGround
from newsdesk.ui.stories.script_findings import ScriptFindings
from newsdesk.ui.stories.script_menu import script_menu
from newsdesk.ui.stories.script_text import MARGIN, ScriptText

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsdesk.domain.blocks import Block
    from newsdesk.ui.look import Look
    from newsdesk.ui.stories.mark import Mark
    from newsdesk.ui.stories.tint import Tint

COLUMN = 512
"""Width of the text column: 60 to 64 characters."""
WIDEST_COLUMN = 600
_SPOKEN_BELOW = 22
"""From the baseline to the foot of the spoken line."""
_LONG_PASTE = 200
_PASTE_PIECE = 40_000
_NOT_OURS = ("Ctrl+K", "Ctrl+L", "Ctrl+I", "Ctrl+N", "Ctrl+,")
"""Keys that Qt's editor would take for itself on some desktops; they are the window's."""


class ScriptEditor(QTextEdit):
    """A plain-text editor that paints the spoken form under every token not said as written.

    Marks are painted after the words, in sight only, and never touch the document. :attr:`pasted_whole`
    carries a long text pasted into an empty script (the page imports it); :attr:`pasting` tells how much of a
    very long paste is in (0 to 1); :attr:`tie_wanted` asks to tie the selected words to a source,
    :attr:`say_wanted` how the words at the cursor are said.
    """

    pasted_whole = Signal(str)
    pasting = Signal(float)
    carried = Signal(str, bool)
    """Words of the original that are to stand here; True: as indirect speech."""
    tie_wanted = Signal()
    say_wanted = Signal()
    retell_wanted = Signal()
    """The quotation at the cursor is to become indirect speech."""

    cut_wanted = Signal()
    """The sentence at the cursor is to be one that may be cut, or no such one any more."""

    menu_opening = Signal(object, int)
    """The menu of the words at a document position is about to be shown."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._layout = MarkLayout(look.theme)
        self._column = COLUMN
        self.said_ground = SaidGround(self, look)
        self._first_undone: Callable[[], None] | None = None
        self._alt_dropped = False
        self.grounds: list[Tint] = []
        """Painted behind the words, in this order."""
        self.text = ScriptText(look.theme, self)
        self.text.long_paste.pasted.connect(self.pasting)
        self.text.reader.in_sight = self._numbers_in_sight
        self.blocks = EditorBlocks(look, self, self.text)
        self.setDocument(self.text.document)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setLineWrapColumnOrWidth(COLUMN + 2 * MARGIN)
        self.setAccessibleName(_("Isi naskah"))
        self.setPlaceholderText("")
        self.findings = ScriptFindings(self, look, self.text.paragraphs)
        self.grounds.append(self.findings.ground)
        self.text.document.contentsChange.connect(lambda: self.undo_first(None))
        self.text.document.documentLayout().update.connect(self._repaint_spill)
        self.text.paragraph_read.connect(self._repaint_paragraph)
        self.text.filling.connect(self.setReadOnly)
        self.text.ties_changed.connect(self.viewport().update)
        self.text.cuts.changed.connect(self.viewport().update)

    # ------------------------------------------------------------ column

    @property
    def column(self) -> int:
        """The width of the text column, in pixels."""
        return self._column

    def set_column(self, width: int) -> None:
        """Lay the text out in another column width, in pixels."""
        if width != self._column:
            self._column = width
            self.blocks.painter.column = width
            self.text.paragraphs.forget_drawing()
            self.setLineWrapColumnOrWidth(width + 2 * MARGIN)

    def show_spoken_line(self, shown: bool) -> None:
        """Show the spoken form under the script, or only its dots."""
        if shown != self.text.spoken_line:
            self.text.show_spoken_line(shown)
            self.viewport().update()

    # ------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the word being said, the text, then the marks of the paragraphs in ``event``'s rectangle."""
        rect = event.rect()
        for ground in self.grounds:
            ground.paint(rect)
        self.said_ground.paint(rect)
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setClipRect(rect)
        dpr = self.devicePixelRatioF()
        paragraphs, layout = self.text.paragraphs, self._layout
        for block, at in blocks_in(self, rect.top() - SPILL, rect.bottom()):
            paragraph = paragraphs[block.blockNumber()]
            if paragraph.marks:
                drawn = paragraph.drawn
                lines, seen = block.layout(), (rect.top() - SPILL - at.y(), rect.bottom() - at.y())
                if drawn is None or not drawn.covers(lines, *seen):
                    marks = self.findings.uncovered(block, paragraph.marks)
                    drawn = paragraph.drawn = layout.lay_out(
                        lines, marks, self._column, spoken=self.text.spoken_line, seen=seen
                    )
                layout.paint(painter, drawn, at, dpr)
        self.findings.paint(painter, rect)
        self.blocks.paint(painter, rect)
        if self.text.cuts.places:
            cuts = [(tie.start, tie.end) for tie in self.text.cuts.places]
            paint_cuttable(painter, self._look, self, cuts, MARGIN + self._column, rect)
        sentence = self.said_ground.sentence
        if rect.left() < MARGIN and (self.text.passages.ties or sentence):
            paint_margin(painter, self._look, self, self.text.passages.ties, sentence)

    def _repaint_spill(self, rect: QRectF) -> None:
        # Qt repaints the paragraph that changed; its last spoken line reaches below that.
        y = rect.bottom() - self.verticalScrollBar().value()
        if 0 <= y < self.viewport().height():
            self.viewport().update(0, int(y) - 1, self.viewport().width(), SPILL + 2)

    def _repaint_paragraph(self, number: int) -> None:
        block = self.text.document.findBlockByNumber(number)
        box = self.text.document.documentLayout().blockBoundingRect(block)
        top = int(box.y()) - self.verticalScrollBar().value()
        if top < self.viewport().height() and top + box.height() + SPILL > 0:
            self.viewport().update(0, top, self.viewport().width(), int(box.height()) + SPILL)

    def _numbers_in_sight(self) -> range:
        numbers = [block.blockNumber() for block, _at in blocks_in(self, 0, self.viewport().height())]
        return range(numbers[0], numbers[-1] + 1) if numbers else range(0)

    # ------------------------------------------------------------ pointing

    def mark_at(self, point: QPoint) -> Mark | None:
        """Return the mark under a point of the viewport."""
        cursor = self.cursorForPosition(point)
        at = cursor.positionInBlock()
        begin = cursor.block().position()
        for mark in self.text.paragraphs[cursor.blockNumber()].marks:
            if mark.start <= at <= mark.end:
                for piece in pieces(self, begin + mark.start, begin + mark.end):
                    inside = piece.left <= point.x() <= piece.right
                    if inside and -WORD_ABOVE <= point.y() - piece.baseline <= _SPOKEN_BELOW:
                        return mark
        return None

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell how a token is said when the pointer rests on it."""
        if event.type() == QEvent.Type.ToolTip:
            help_event = cast(QHelpEvent, event)
            mark = self.mark_at(help_event.pos())
            told = tip(mark) if mark is not None else self.blocks.tip(help_event.pos())
            if told:
                QToolTip.showText(help_event.globalPos(), plain_tip(told), self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    # ------------------------------------------------------------ typing

    def event(self, e: QEvent) -> bool:
        """Leave the window its own keys."""
        if e.type() == QEvent.Type.ShortcutOverride:
            keys = QKeySequence(cast(QKeyEvent, e).keyCombination()).toString()
            if keys in _NOT_OURS:
                e.ignore()
                return False
        return super().event(e)

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Type; undo and redo also move the tied passages back."""
        if e.matches(QKeySequence.StandardKey.Undo):
            self.undo_step()
        elif e.matches(QKeySequence.StandardKey.Redo):
            self.redo_step()
        elif self.blocks.keys.press(e):
            self.ensureCursorVisible()
        elif not self.isReadOnly() and (
            e.matches(QKeySequence.StandardKey.InsertParagraphSeparator)
            or e.matches(QKeySequence.StandardKey.InsertLineSeparator)
        ):
            # Qt takes a second Return for the end of a list: no new paragraph, and the line height is gone.
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(e)

    def inputMethodEvent(self, e: QInputMethodEvent) -> None:
        """Type what an input method gives; beside a clip or note it begins a new paragraph."""
        if self.isReadOnly() or not self.blocks.keys.type(e.commitString()):
            super().inputMethodEvent(e)

    def undo_first(self, take_back: Callable[[], None] | None) -> None:
        """Let the next undo take back an act that is no typing; typing a letter forgets it."""
        self._first_undone = take_back

    @property
    def can_undo(self) -> bool:
        """Whether there is a step or an act to undo."""
        return self._first_undone is not None or self.document().isUndoAvailable()

    def undo_step(self) -> None:
        """Undo the last act or one step of typing; nothing while a long text is going in."""
        take_back, self._first_undone = self._first_undone, None
        if self.isReadOnly():
            return
        if take_back is not None:
            take_back()
        else:
            self.text.step(self.undo)

    def redo_step(self) -> None:
        """Do again what was undone."""
        if not self.isReadOnly():
            self.text.step(self.redo)

    def wheelEvent(self, e: QWheelEvent) -> None:
        """Scroll; Ctrl with the wheel does not change the size of the type."""
        if not e.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(e)

    def contextMenuEvent(self, e: QContextMenuEvent) -> None:
        """Show the few things that can be done with words."""
        cursor = self.cursorForPosition(e.pos())
        if e.reason() is QContextMenuEvent.Reason.Mouse and not self._selects(cursor.position()):
            self.setTextCursor(cursor)  # the menu is about the words it was opened on
        if self.blocks.ask_for_menu(e.globalPos()):
            return
        menu = script_menu(
            self,
            self.undo_step,
            self.redo_step,
            self.tie_wanted.emit,
            self.say_wanted.emit,
            self.retell_wanted.emit,
            self.cut_wanted.emit,
            can_undo=self.can_undo,
        )
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_opening.emit(menu, cursor.position())
        menu.popup(e.globalPos())

    def _selects(self, position: int) -> bool:
        cursor = self.textCursor()
        return cursor.selectionStart() <= position <= cursor.selectionEnd() and cursor.hasSelection()

    # ------------------------------------------------------------ pasting

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give what is selected to the clipboard or a drag, with its clips and notes."""
        return self.blocks.mime() or super().createMimeDataFromSelection()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take words, with or without formats, parts of scripts, files of sound."""
        return source.hasText() or source.hasHtml() or self.blocks.takes(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take the words of a paste or drop as plain paragraphs; a very long one goes in piece by piece."""
        if self.isReadOnly() or self.blocks.take(source, partial(self.insert, cuttable=cuttable_of(source))):
            return
        text = text_of(source)
        if source.hasFormat(CARRIED):
            self.carried.emit(plain_paragraphs(text).strip(), self._alt_dropped)
            return
        if not self.text.body.strip() and len(text) >= _LONG_PASTE:
            self.pasted_whole.emit(text)
            return
        self.insert(plain_paragraphs(text))

    def dragMoveEvent(self, e: QDragMoveEvent) -> None:
        """Show where what is dragged would fall."""
        if not self.blocks.drag.over(e):
            super().dragMoveEvent(e)

    def dropEvent(self, e: QDropEvent) -> None:
        """Move words or a block within the script, or take what is dropped from elsewhere."""
        if self.blocks.drag.drop(e):
            super().dragLeaveEvent(QDragLeaveEvent())
            return
        moved = self.textCursor()
        within = e.source() is self.viewport() and e.dropAction() == Qt.DropAction.MoveAction
        if not within or self.isReadOnly() or not moved.hasSelection():
            self._alt_dropped = bool(e.modifiers() & Qt.KeyboardModifier.AltModifier)
            super().dropEvent(e)
            self._alt_dropped = False
            return
        super().dragLeaveEvent(QDragLeaveEvent())  # takes the mark of the place away
        to = self.cursorForPosition(e.position().toPoint())
        move_words(self.text, moved, to)
        self.setTextCursor(to)
        e.acceptProposedAction()

    def insert(
        self, text: str, blocks: tuple[Block, ...] = (), *, cuttable: Sequence[tuple[int, int]] = ()
    ) -> None:
        """Put ``text`` and its blocks in the place of the selection as one step of undo.

        ``cuttable`` are the sentences of ``text`` that may be cut, in code points. A card that alone is
        selected stays: they stand in a paragraph of their own beside it.
        """
        edit = QTextCursor(self.text.document)
        edit.beginEditBlock()
        beside = self.blocks.keys.room() if text else None
        cursor = beside or self.textCursor()
        if len(text) <= _PASTE_PIECE:
            self.blocks.put_in(cursor, text, blocks)
        else:
            self.text.paste(cursor, text, blocks)
        edit.endEditBlock()
        if beside is not None:
            self.setTextCursor(beside)
        if cuttable and not self.text.busy:
            self._mark_cuttable(text, cursor.position(), cuttable)
        if not self.text.busy:
            self.ensureCursorVisible()

    def _mark_cuttable(self, text: str, end: int, spans: Sequence[tuple[int, int]]) -> None:
        """Mark sentences of ``text``, which was put in up to ``end``, where they stand as they were."""
        body, first = self.text.body, self.text.code_points(end) - len(text)
        if first >= 0 and body.startswith(text, first):
            self.text.cuts.mark(
                [(self.text.qt(first + left), self.text.qt(first + right)) for left, right in spans]
            )
