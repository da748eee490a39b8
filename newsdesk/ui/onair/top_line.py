"""The line over everything when the column is hidden: what an announcer cannot do without."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from newsdesk.domain.timing import clock_length
from newsdesk.i18n import _, clock
from newsdesk.ui.components.figure_label import FigureLabel
from newsdesk.ui.onair.column_parts import difference
from newsdesk.ui.onair.paper import LEFT

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

HEIGHT = 56


class TopLine(QWidget):
    """Clock, time left of the item, over and under in one line 56 high."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.clock = FigureLabel(look, "kosong", _("Jam"))
        self.left = FigureLabel(look, "kosong", _("Sisa naskah ini"))
        self.over = FigureLabel(look, "kosong", _("Selisih buletin"))
        row = QHBoxLayout(self)
        row.setContentsMargins(LEFT, 0, LEFT, 0)
        row.addWidget(self.clock)
        row.addStretch(1)
        row.addWidget(self.left)
        row.addStretch(1)
        row.addWidget(self.over)
        self.setFixedHeight(HEIGHT)

    def tell(self, at: datetime, left_ms: int, over_ms: int, tolerance_ms: int) -> None:
        """Show the three figures."""
        self.clock.set_text(clock(at, seconds=True))
        over = left_ms < 0
        shown = clock_length((-left_ms // 1000 if over else -(-left_ms // 1000)) * 1000)
        self.left.set_text(f"+{shown}" if over else shown, "udara" if over else "text")
        look = difference(over_ms, tolerance_ms)
        self.over.set_text(look.words, look.ink)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line under it."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("rail" if theme.dark else "canvas"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))
