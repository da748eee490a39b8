"""What stands always in the same place beside the script: clock, time left, over and under."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.domain.timing import clock_length
from newsdesk.i18n import _, clock, day_and_month
from newsdesk.ui.aloud import say_aloud
from newsdesk.ui.components.figure_label import FigureLabel
from newsdesk.ui.components.over_under import OverLook, over_look
from newsdesk.ui.paint import rounded

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

PADDING = 20
LAST_MS = 10_000
"""What is left of an item when its figure turns heavy."""
_HEAVY = 700
HOURS_MS = 100 * 60_000
"""A difference that is told in hours and minutes."""


class Measures(NamedTuple):
    """The column's width and its figures, as tall as the window lets them be."""

    width: int
    clock_px: int
    left_px: int
    low: bool = False


WIDE = Measures(340, 60, 56)
NARROW = Measures(300, 48, 44)
"""From 1366 pixels of window downwards."""
LOW = Measures(300, 32, 32, low=True)
"""In a window so low that tall figures would leave no room for what comes next (1366 x 768 at 150 %)."""
_LOW_LINE = 36
"""Pixels of height of a figure there."""


class ColumnPart(QWidget):
    """A part of the column with a line under it and, in its first row, words at both ends."""

    def __init__(self, look: Look, height: int, top: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._top = top
        self._left, self._right = "", ""
        self.setFixedHeight(height)

    def stand(self, height: int, top: int) -> None:
        """Be so tall, with the words so far from the top."""
        self._top = top
        self.setFixedHeight(height)

    def set_words(self, left: str, right: str) -> None:
        """Show words at the left and at the right of the first row."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words and the line."""
        theme = self.look.theme
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))
        painter.setFont(theme.sized(15, 400))
        row = QRectF(PADDING, self._top, self.width() - 2 * PADDING, 20)
        painter.setPen(theme.colour("text_2"))
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, self._left)
        painter.setPen(theme.colour("text_3"))
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._right)


class ClockPart(QWidget):
    """The wall clock of the station's zone, with its date."""

    def __init__(self, look: Look, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._zone = zone
        self._date = ""
        self._day: object = None
        self.figure = FigureLabel(look, "jam_besar", _("Jam"), align=Qt.AlignmentFlag.AlignLeft)
        self._words_at = 86
        self.figure.setParent(self)

    def fit(self, measures: Measures) -> None:
        """Take the measures of the column."""
        top, line, self._words_at, height = (8, _LOW_LINE, 44, 72) if measures.low else (20, 64, 86, 123)
        self.setFixedHeight(height)
        self.figure.set_font(self._look.theme.sized(measures.clock_px, 600, -0.035), line)
        self.figure.setGeometry(PADDING, top, measures.width - 2 * PADDING, line)

    def tell(self, at: datetime) -> None:
        """Show the time ``at``, in its own zone."""
        self.figure.set_text(clock(at, seconds=True))
        if self._day is None:
            self._day = at  # the first frame does not wait for the date, whose library is slow to load
        elif at.date() != self._day:
            self._day = at.date()
            self._date = day_and_month(at)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint date, zone and line."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))
        row = QRectF(PADDING, self._words_at, self.width() - 2 * PADDING, 20)
        painter.setFont(theme.sized(15, 400))
        painter.setPen(theme.colour("text_2"))
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, self._date)
        painter.setFont(theme.sized(15, 600))
        painter.setPen(theme.colour("text"))
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._zone)


class LeftPart(ColumnPart):
    """What is left of the item: neutral, heavy in the last ten seconds, counting up once it runs over."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, 131, 14, parent)
        self._done = 0.0
        self._ink = "text_2"
        self._px = WIDE.left_px
        self._line, self._bar_at = 64, 104
        self._weight = 600
        self.figure = FigureLabel(look, "sisa", _("Sisa naskah ini"), align=Qt.AlignmentFlag.AlignLeft)
        self.figure.setParent(self)

    def fit(self, measures: Measures) -> None:
        """Take the measures of the column."""
        self._px = measures.left_px
        top, self._line, self._bar_at = (28, _LOW_LINE, 66) if measures.low else (34, 64, 104)
        self.stand(*((84, 8) if measures.low else (131, 14)))
        self._set_font()
        self.figure.setGeometry(PADDING, top, measures.width - 2 * PADDING, self._line)

    def tell(self, left_ms: int, of_ms: int) -> None:
        """Show how much is left of how much; less than nothing is over."""
        self.set_words(_("Sisa naskah ini"), _("dari {length}").format(length=clock_length(of_ms)))
        over = left_ms < 0
        # A countdown shows the second it is in: 0:42 until it is over.
        seconds = -left_ms // 1000 if over else -(-left_ms // 1000)
        shown = clock_length(seconds * 1000)
        self.figure.set_text(f"+{shown}" if over else shown, "udara" if over else "text")
        weight = _HEAVY if left_ms <= LAST_MS else 600
        if weight != self._weight:
            self._weight = weight
            self._set_font()
        done = 1.0 if over else 1 - left_ms / of_ms if of_ms else 0.0
        ink = "udara" if over else "text_2"
        width = self.width() - 2 * PADDING
        if round(done * width) != round(self._done * width) or ink != self._ink:
            self._done = done
            self._ink = ink
            self.update(PADDING, self._bar_at - 1, width, 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, and how much of the item is read as a bar."""
        super().paintEvent(event)
        painter = QPainter(self)
        bar = QRectF(PADDING, self._bar_at, self.width() - 2 * PADDING, 8)
        rounded(painter, bar, 4, self.look.theme.colour("line"))
        painter.setClipRect(QRectF(bar.left(), bar.top(), bar.width() * max(0.0, min(self._done, 1.0)), 8))
        rounded(painter, bar, 4, self.look.theme.colour(self._ink))

    def _set_font(self) -> None:
        self.figure.set_font(self.look.theme.sized(self._px, self._weight, -0.03), self._line)


class OverPart(ColumnPart):
    """By how much the bulletin is over or under its close; figure, sign, word and colour."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, 103, 14, parent)
        self._word, self._token = "", "text"
        self.figure = FigureLabel(look, "lebih", _("Selisih buletin"), align=Qt.AlignmentFlag.AlignLeft)
        self._font = look.theme.font("lebih")
        row = QVBoxLayout(self)
        row.setContentsMargins(PADDING, 35, PADDING, 0)
        inner = QHBoxLayout()
        inner.addWidget(self.figure)
        inner.addStretch(1)
        row.addLayout(inner)
        row.addStretch(1)
        self._rows = row

    @property
    def word(self) -> str:
        """The word beside the figure."""
        return self._word

    def fit(self, measures: Measures) -> None:
        """Take the measures of the column."""
        theme, low = self.look.theme, measures.low
        self._font = theme.sized(measures.left_px, 600, -0.03) if low else theme.font("lebih")
        self.stand(*((74, 8) if low else (103, 14)))
        self._rows.setContentsMargins(PADDING, 29 if low else 35, PADDING, 0)
        self.figure.set_font(self._font, _LOW_LINE if low else theme.line("lebih"))

    def tell(self, over_ms: int, tolerance_ms: int, close: datetime) -> None:
        """Show the difference to ``close``."""
        shown = difference(over_ms, tolerance_ms)
        self.set_words(_("Buletin"), _("tutup {time}").format(time=clock(close, seconds=True)))
        self.figure.set_text(shown.figure, shown.ink)
        if self._word and shown.word != self._word:
            say_aloud(self, shown.words)
        if (shown.word, shown.ink) != (self._word, self._token):
            self._word, self._token = shown.word, shown.ink
            self.update()
        self.figure.setAccessibleDescription(shown.words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words on the figure's baseline."""
        super().paintEvent(event)
        theme = self.look.theme
        painter = QPainter(self)
        painter.setFont(theme.sized(18, 600))
        painter.setPen(theme.colour(self._token))
        figure = QFontMetricsF(self._font)
        box = self.figure.geometry()
        baseline = box.top() + (box.height() - figure.height()) / 2 + figure.ascent()
        painter.drawText(QPointF(box.right() + 11, baseline), self._word)


def difference(over_ms: int, tolerance_ms: int) -> OverLook:
    """Return how a bulletin's difference to its close looks: a long one in hours.

    It was begun on another day, or hours late: minutes by the hundred say nothing.
    """
    shown = over_look(over_ms, tolerance_ms)
    if abs(over_ms) < HOURS_MS:
        return shown
    return shown._replace(figure=in_hours(over_ms), word=_("jam {word}").format(word=shown.word))


def in_hours(ms: int) -> str:
    """Write a long difference in hours and minutes with its sign, the true minus: "−23:37".

    >>> in_hours(7_320_000)
    '+2:02'
    """
    minutes = abs(ms) // 60_000
    return f"{'+' if ms > 0 else chr(0x2212)}{minutes // 60}:{minutes % 60:02d}"
