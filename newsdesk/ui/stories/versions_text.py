"""Two texts with what differs marked, side by side or as one, to read and to go through change by change."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from newsdesk.ui.stories.geometry import pieces
from newsdesk.ui.stories.versions_document import BETWEEN, LINE, SIDE, VersionsDocument
from newsdesk.ui.stories.versions_rows import Row

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_RING_ABOVE, _RING_HIGH, _RING_BLEED = 20, 27, 3
_WIDEST, _NARROWEST = 600 + 2 * SIDE, 200
"""Pixels of a single column with its margins."""


def paint_change(painter: QPainter, look: Look, edit: QTextEdit, spans: Iterable[tuple[int, int]]) -> None:
    """Paint the ring round the marked change, whose words stand at ``spans`` of the document."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.theme.colour("accent_text"), 2))
    for start, end in spans:
        for piece in pieces(edit, start, end):
            box = QRectF(piece.left, piece.baseline - _RING_ABOVE, piece.right - piece.left, _RING_HIGH)
            painter.drawRoundedRect(box.adjusted(-_RING_BLEED, 0, _RING_BLEED, 0), 3, 3)


class VersionsText(QTextEdit):
    """Shows rows; what is gone is struck, what is new underlined, each on its own ground.

    :attr:`picked` carries the number of a change that was clicked, :attr:`taken` that of one that was
    double-clicked or chosen with Enter (-1 when none is marked); :attr:`taken_back` comes with Ctrl Z.
    """

    picked = Signal(int)
    taken = Signal(int)
    taken_back = Signal()

    def __init__(self, look: Look, name: str, *, equals: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._equals = equals
        self._rows: Sequence[Row] = ()
        self._inline = False
        self._text = VersionsDocument(look, (), self, inline=True, equals=equals)
        self._filler = QTimer(self)
        self._filler.timeout.connect(self._fill_on)
        self.current = -1
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)

    def show_rows(self, rows: Sequence[Row], *, inline: bool, keep_place: bool = False) -> None:
        """Show these rows, side by side or ``inline`` as one text; no change is marked."""
        place = self.verticalScrollBar().value() if keep_place else 0
        self._rows, self._inline, self.current = rows, inline, -1
        self._fill()
        self.verticalScrollBar().setValue(place)

    def mark(self, change: int) -> None:
        """Mark a change and bring it in sight; -1 marks none."""
        self.current = change
        self.viewport().update()
        place = next((place for place in self._text.places if place[2] == change), None)
        if place is not None:
            cursor = QTextCursor(self.document())
            cursor.setPosition(place[0])
            self.setTextCursor(cursor)
            top = self.cursorRect(cursor).top()
            if not BETWEEN <= top <= self.viewport().height() - 3 * LINE:
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + top - self.viewport().height() // 3)

    def _fill(self) -> None:
        # Put in when it is whole, or its first piece: nothing is laid out twice.
        self._text = VersionsDocument(self._look, self._rows, self, inline=self._inline, equals=self._equals)
        self.setDocument(self._text)
        if self._inline:
            self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
            self.setLineWrapColumnOrWidth(min(_WIDEST, max(_NARROWEST, self.viewport().width())))
        else:
            self.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth)
        self._fill_on_later()

    def _fill_on(self) -> None:
        self._text.go_on()
        self._fill_on_later()

    def _fill_on_later(self) -> None:
        if self._text.whole:
            self._filler.stop()
        else:
            self._filler.start(0)

    # ------------------------------------------------------------ looking and choosing

    def change_at(self, position: int) -> int:
        """Return the number of the change that stands at a document position, -1 for none."""
        at = bisect_right(self._text.places, (position, 1 << 62, 0)) - 1
        if at >= 0 and self._text.places[at][0] <= position <= self._text.places[at][1]:
            return self._text.places[at][2]
        return -1

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, then the ring round the marked change."""
        super().paintEvent(event)
        if self.current < 0:
            return
        painter = QPainter(self.viewport())
        spans = [(start, end) for start, end, change in self._text.places if change == self.current]
        paint_change(painter, self._look, self, spans)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a change marks it."""
        super().mouseReleaseEvent(event)
        if not self.textCursor().hasSelection():
            change = self.change_at(self.cursorForPosition(event.position().toPoint()).position())
            if change >= 0:
                self.picked.emit(change)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click on a change takes it; elsewhere it selects a word."""
        change = self.change_at(self.cursorForPosition(event.position().toPoint()).position())
        if change >= 0:
            self.taken.emit(change)
        else:
            super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the marked change, Ctrl Z takes it back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.taken.emit(self.current)
        elif event.key() == Qt.Key.Key_Z and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.taken_back.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a single column as wide as there is room for."""
        super().resizeEvent(event)
        if self._inline:
            self.setLineWrapColumnOrWidth(min(_WIDEST, max(_NARROWEST, self.viewport().width())))

    def changeEvent(self, event: QEvent) -> None:
        """Write in the theme's new inks."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._rows:
            place, current = self.verticalScrollBar().value(), self.current
            self._fill()
            self.current = current
            self.verticalScrollBar().setValue(place)
