"""One way to say a token, with the figure that chooses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from newsdesk.i18n import _
from newsdesk.ui.components.keycap import HEIGHT as CAP
from newsdesk.ui.components.keycap import paint_key_cap
from newsdesk.ui.components.ring import RingedButton
from newsdesk.ui.letters import plain_tip
from newsdesk.ui.paint import draw_focus_ring

if TYPE_CHECKING:
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
        self.setToolTip(plain_tip(words))

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
