"""The ways to say a token, each with the figure that chooses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.keycap import HEIGHT as CAP
from newsdesk.ui.components.keycap import paint_key_cap
from newsdesk.ui.components.ring import RingedButton
from newsdesk.ui.letters import show_tip
from newsdesk.ui.paint import draw_focus_ring

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdesk.ui.look import Look

HEIGHT = 28
_LEFT, _TEXT, _TICK = 6, 36, 14


class WayRow(RingedButton):
    """A row 28 high: key cap, words, and a tick when these words stand in the field."""

    ring_outside = False

    def __init__(self, look: Look, number: int, words: str) -> None:
        super().__init__(look)
        self._number = number
        self.setText(words)
        self.setCheckable(True)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("{n}: {words}").format(n=number, words=words))
        show_tip(self, words)

    def sizeHint(self) -> QSize:
        """Return the row's height; the width is the card's."""
        return QSize(120, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row in its state."""
        theme, icons = self.look
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.isChecked():
            painter.fillRect(box, theme.colour("accent_soft"))
        elif self.underMouse():
            painter.fillRect(box, theme.colour("hover"))
        paint_key_cap(painter, self.look, QPointF(_LEFT, (HEIGHT - CAP) / 2), str(self._number))
        font = theme.font("isi")
        room = box.adjusted(_TEXT, 0, -_LEFT - _TICK - 8, 0)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        cut = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(
            room.adjusted(0, 0, 1, 0), Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, cut
        )
        if self.isChecked():
            tick = icons.pixmap("check", _TICK, "accent_text", self.devicePixelRatioF())
            painter.drawPixmap(QPointF(box.right() - _LEFT - _TICK, (HEIGHT - _TICK) / 2), tick)
        if self.ringed and self.hasFocus():
            draw_focus_ring(painter, theme, box, 0)


class Ways(QWidget):
    """Rows of ways, at most nine; :attr:`chosen` carries the words of one."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.rows: list[WayRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_ways(self, ways: Sequence[str]) -> None:
        """Show other ways; a single one is no choice and shows no row."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        choices = ways if len(ways) > 1 else ()
        self.rows = [WayRow(self._look, number, way) for number, way in enumerate(choices, 1)]
        for row in self.rows:
            row.clicked.connect(lambda _on=False, row=row: self.chosen.emit(row.text()))
            self._column.addWidget(row)
        self.setVisible(bool(self.rows))

    def mark(self, words: str) -> None:
        """Tick the way that has these words, and no other."""
        for row in self.rows:
            row.setChecked(row.text() == words)

    def choose(self, number: int) -> bool:
        """Choose a way by its figure, from 1; False when there is none of that figure."""
        if not 1 <= number <= len(self.rows):
            return False
        self.chosen.emit(self.rows[number - 1].text())
        return True

    def step(self, by: int) -> bool:
        """Choose the next way (1) or the one before (-1); False when there is none to choose."""
        ticked = next((i for i, row in enumerate(self.rows, 1) if row.isChecked()), 0)
        first = 1 if by > 0 else len(self.rows)
        return self.choose(min(max(1, ticked + by), len(self.rows)) if ticked else first)
