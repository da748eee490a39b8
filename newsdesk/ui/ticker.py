"""The one clock of the window that runs: every figure that moves with time moves together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal

PERIOD_MS = 200
"""Five times a second: a countdown that is started between two seconds is never a whole one behind."""


class Ticker(QObject):
    """Gives the time five times a second, the first of the five when a second begins.

    ``clock`` returns the present as an aware datetime in the station's zone; a test gives its own. Nothing
    ticks before :meth:`start`.
    """

    tick = Signal(object)
    """Carries the present, an aware :class:`datetime.datetime`."""

    def __init__(self, clock: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._pass)

    def start(self) -> None:
        """Tick now, and from now on; nothing is done while it ticks already."""
        if not self._timer.isActive():
            self._pass()

    def stop(self) -> None:
        """Tick no more."""
        self._timer.stop()

    def now(self) -> datetime:
        """Return the present, for who needs it between two ticks."""
        return self._clock()

    def _pass(self) -> None:
        at = self._clock()
        # Set before anybody is told: a listener that fails must not stop every clock of the window.
        self._timer.start(until_next_ms(at))
        self.tick.emit(at)


def until_next_ms(at: datetime) -> int:
    """Return the milliseconds from ``at`` to the next fifth of a second.

    >>> until_next_ms(datetime(2026, 11, 22, 11, 0, 0, 150_000)), until_next_ms(datetime(2026, 11, 22))
    (50, 200)
    """
    return PERIOD_MS - at.microsecond // 1000 % PERIOD_MS
