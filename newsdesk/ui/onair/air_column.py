"""The column beside the script: everything in it has its place, and keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.onair.column_parts import (
    LOW,
    NARROW,
    WIDE,
    ClockPart,
    ColumnPart,
    LeftPart,
    Measures,
    OverPart,
)
from newsdesk.ui.onair.next_rows import NextRows
from newsdesk.ui.onair.timers_part import LogPart, TimersPart

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

NARROW_UP_TO = 1366
"""Pixels of window up to which the column is the narrow one."""


LOW_UP_TO = 620
"""Pixels of height up to which figures are small, so that what comes next has room."""


def measures_for(width: int, height: int) -> Measures:
    """Return the column's measures in a window of so many pixels."""
    if height <= LOW_UP_TO:
        return LOW
    return NARROW if width <= NARROW_UP_TO else WIDE


class AirColumn(QWidget):
    """Clock, time left, over and under, what comes next, three timers, the state of the log."""

    def __init__(self, look: Look, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.clock = ClockPart(look, zone)
        self.left = LeftPart(look)
        self.over = OverPart(look)
        self.head = ColumnPart(look, 37, 8)
        self.next = NextRows(look)
        self.timers = TimersPart(look)
        self.log = LogPart(look)
        self.head.set_words(_("Berikutnya"), "")
        self.setAccessibleName(_("Jam dan urutan"))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.clock, self.left, self.over, self.head):
            column.addWidget(part)
        column.addWidget(self.next, 1)
        column.addWidget(self.timers)
        column.addWidget(self.log)

    def fit(self, measures: Measures) -> None:
        """Take the measures for the window's width."""
        self.setFixedWidth(measures.width)
        self.clock.fit(measures)
        self.left.fit(measures)
        self.over.fit(measures)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line at the left."""
        theme = self._look.theme
        painter = QPainter(self)
        # Quieter than the script: dark as the rail, light as the window.
        painter.fillRect(event.rect(), theme.colour("rail" if theme.dark else "canvas"))
        painter.fillRect(0, 0, 1, self.height(), theme.colour("line"))
