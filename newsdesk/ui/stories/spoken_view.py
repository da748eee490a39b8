"""The "Dibaca" view: the whole script as it will be said, to read and not to type in."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QTextBlockFormat, QTextCursor, QTextFrameFormat
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from newsdesk.i18n import _
from newsdesk.ui.stories.block_card import BlockPainter
from newsdesk.ui.stories.geometry import blocks_in, pieces
from newsdesk.ui.stories.long_paste import piece_after
from newsdesk.ui.stories.script_blocks import ScriptBlocks
from newsdesk.ui.stories.script_text import MARGIN
from newsdesk.ui.stories.spoken_script import SpokenScript

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_LINE = 30
_LINE_WITH_RESPELLING = 44
_RESPELLING_ABOVE = 18
"""From the baseline of the words up to that of the respelling."""
_BETWEEN = 8
_PIECE = 60_000
"""Characters of a very long script that are laid out in one go, about 40 ms."""
_FIXED_HEIGHT = QTextBlockFormat.LineHeightTypes.FixedHeight.value


class SpokenView(QTextEdit):
    """Read-only, in the script's own type and column; respellings stand over their words."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._script = SpokenScript("", ())
        self._shown = self._place = 0
        self._filler = QTimer(self)
        self._filler.timeout.connect(self._fill)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.document().setDefaultFont(look.theme.font("naskah"))
        self.document().setUndoRedoEnabled(False)
        self.setAccessibleName(_("Naskah seperti dibaca"))
        self._blocks = ScriptBlocks(self.document(), self._line)
        self.painter = BlockPainter(look, self.document(), self._blocks, parent=self)

    def set_column(self, width: int) -> None:
        """Lay the text out in another column width, in pixels."""
        self.painter.column = width
        self.setLineWrapColumnOrWidth(width + 2 * MARGIN)

    def show_script(self, script: SpokenScript, *, keep_place: bool = False) -> None:
        """Show the spoken form of a whole script; a very long one goes in piece by piece.

        With ``keep_place`` the view stays where it was scrolled to, as far as there is text by then.
        """
        self._place = self.verticalScrollBar().value() if keep_place else 0
        self._script, self._shown = script, min(len(script.line), _PIECE)
        self._blocks.forget(script.blocks)
        self.setPlainText(script.line[: self._shown])
        frame = QTextFrameFormat()
        frame.setLeftMargin(MARGIN)
        frame.setRightMargin(MARGIN)
        frame.setTopMargin(12)
        frame.setBottomMargin(MARGIN)
        self.document().rootFrame().setFrameFormat(frame)
        whole = QTextCursor(self.document())
        whole.select(QTextCursor.SelectionType.Document)
        whole.setBlockFormat(self._line())
        self._blocks.dress(self.document().begin())
        self.verticalScrollBar().setValue(self._place)
        self._mark_changed()
        if self._shown < len(script.line):
            self._filler.start(0)
        else:
            self._filler.stop()

    @property
    def filling(self) -> bool:
        """Whether a very long script is still going in."""
        return self._filler.isActive()

    def _fill(self) -> None:
        start = self._shown
        self._shown += piece_after(self.document().lastBlock(), _PIECE)
        end = QTextCursor(self.document())
        end.movePosition(QTextCursor.MoveOperation.End)
        first = end.block()
        end.insertText(self._script.line[start : self._shown])
        self._blocks.dress(first)
        self._mark_changed()
        if self._shown >= len(self._script.line):
            self._filler.stop()

    def lead_to(self, place: tuple[int, int]) -> None:
        """Bring a place of the line (UTF-16 units) in sight, with the cursor at it."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(max(0, min(place[0], self.document().characterCount() - 1)))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def changed_words(self) -> list[str]:
        """Return what is marked as said otherwise than before, in order."""
        return [one.cursor.selectedText() for one in self.extraSelections()]

    def _mark_changed(self) -> None:
        """Mark what is said otherwise than before, as far as it has gone in."""
        end = self.document().characterCount() - 1
        marks: list[QTextEdit.ExtraSelection] = []
        for start, stop in self._script.changed:
            if stop > end:
                break
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(self.document())
            mark.cursor.setPosition(start)
            mark.cursor.setPosition(stop, QTextCursor.MoveMode.KeepAnchor)
            mark.format.setBackground(self._look.theme.colour("ins_bg"))
            mark.format.setForeground(self._look.theme.colour("ins"))
            mark.format.setFontUnderline(True)
            marks.append(mark)
        self.setExtraSelections(marks)

    def _line(self) -> QTextBlockFormat:
        """Return the format of a paragraph of words."""
        block = QTextBlockFormat()
        block.setLineHeight(_LINE_WITH_RESPELLING if self._script.respelt else _LINE, _FIXED_HEIGHT)
        block.setBottomMargin(10)
        return block

    def changeEvent(self, event: QEvent) -> None:
        """Mark in the theme's new inks."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._mark_changed()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, then the respellings over them."""
        super().paintEvent(event)
        respelt = self._script.respelt
        if not respelt:
            return
        rect = event.rect()
        blocks = [block for block, _at in blocks_in(self, rect.top() - _LINE_WITH_RESPELLING, rect.bottom())]
        if not blocks:
            return
        last = blocks[-1].position() + blocks[-1].length()
        first = bisect_left(respelt, blocks[0].position(), key=lambda one: one.start)
        painter = QPainter(self.viewport())
        painter.setClipRect(rect)
        painter.setFont(self._look.theme.font("cara_baca"))
        painter.setPen(self._look.theme.colour("text_2"))
        right, baseline = 0.0, -1.0
        for one in respelt[first : bisect_left(respelt, last, key=lambda one: one.start)]:
            piece = next(pieces(self, one.start, one.end), None)
            if piece is None:
                continue
            left = max(piece.left, right + _BETWEEN) if piece.baseline == baseline else piece.left
            painter.drawText(QPointF(left, piece.baseline - _RESPELLING_ABOVE), one.respelling)
            right, baseline = left + painter.fontMetrics().horizontalAdvance(one.respelling), piece.baseline
