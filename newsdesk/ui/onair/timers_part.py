"""The three timers at the foot of the column, and under them how safe the log is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from newsdesk.domain.timing import clock_length
from newsdesk.i18n import _
from newsdesk.ui.components.figure_label import FigureLabel
from newsdesk.ui.letters import safe_tip
from newsdesk.ui.onair.column_parts import PADDING

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

HEIGHT = 56
LOG_HEIGHT = 36
_HOUR_MS = 3_600_000
_ROOMY = 100
"""Pixels of a timer from which its line keeps its distance."""


class TimersPart(QWidget):
    """Stopwatch, interval and clock time side by side; a running countdown under zero is in red with "+"."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._names = ["", "", ""]
        self.setFixedHeight(HEIGHT)
        self.figures = [
            FigureLabel(look, "panel", name, align=Qt.AlignmentFlag.AlignLeft)
            for name in (_("Stopwatch"), _("Hitung mundur"), _("Hitung ke jam"))
        ]
        for figure in self.figures:
            figure.setParent(self)
            figure.set_font(look.theme.sized(16, 600), 20)

    def tell(self, nth: int, name: str, ms: int | None, *, runs: bool = True) -> None:
        """Show a timer: its name and milliseconds (None shows that there is nothing to count to)."""
        if name != self._names[nth]:
            self._names[nth] = name
            self.figures[nth].setAccessibleName(name)
            self.update()
        token = "text" if runs else "text_2"
        if ms is None:
            self.figures[nth].set_text("–", "text_3")
        elif ms < 0:
            self.figures[nth].set_text("+" + clock_length(-ms), "udara")
        else:
            self.figures[nth].set_text(_full_seconds(ms), token)

    def resizeEvent(self, event: object) -> None:
        """Give each timer a third."""
        for n, figure in enumerate(self.figures):
            figure.setGeometry(round(self._left(n)), 28, round(self._cell()) - 14, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint names and lines."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, theme.colour("line"))
        painter.setFont(theme.sized(12, 400))
        metrics = QFontMetricsF(painter.font())
        for n, name in enumerate(self._names):
            left = self._left(n)
            if n:
                painter.fillRect(
                    QRectF(left - (13 if self._cell() > _ROOMY else 8), 11, 1, 35), theme.colour("line")
                )
            painter.setPen(theme.colour("text_3"))
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, self._cell() - 12)
            painter.drawText(QRectF(left, 12, self._cell(), 16), Qt.AlignmentFlag.AlignVCenter, shown)

    def _cell(self) -> float:
        return (self.width() - 2 * PADDING + 34) / 3

    def _left(self, nth: int) -> float:
        return PADDING + nth * self._cell()


class LogPart(QWidget):
    """One line: where the as-run log is kept, and whether anything is wrong with it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icon, self._words, self._token = "", "", ""
        self.setFixedHeight(LOG_HEIGHT)
        self.tell("database", _("Log siar tersimpan di komputer ini"))

    @property
    def words(self) -> str:
        """What it says."""
        return self._words

    def tell(self, icon: str, words: str, token: str = "text_3") -> None:
        """Say how safe the log is."""
        if (icon, words, token) != (self._icon, self._words, self._token):
            self._icon, self._words, self._token = icon, words, token
            self.setAccessibleName(words)
            self.setToolTip(safe_tip(words))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        theme, icons = self._look
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, theme.colour("line"))
        pixmap = icons.pixmap(self._icon, 14, self._token, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(PADDING, 12), pixmap)
        painter.setFont(theme.sized(13, 400))
        painter.setPen(theme.colour(self._token))
        room = QRectF(PADDING + 22, 1, self.width() - 2 * PADDING - 22, self.height() - 1)
        shown = QFontMetricsF(painter.font()).elidedText(
            self._words, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


def _full_seconds(ms: int) -> str:
    """Write whole seconds that have passed, with hours where there are any: 999 ms are "0:00"."""
    if ms >= _HOUR_MS:
        return f"{ms // _HOUR_MS}:{ms // 60_000 % 60:02d}:{ms // 1000 % 60:02d}"
    return clock_length(ms // 1000 * 1000)
