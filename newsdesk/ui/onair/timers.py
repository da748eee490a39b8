"""The announcer's three timers: a stopwatch, a countdown of an interval, a countdown to a clock time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

FIRST_INTERVAL_MS = 5 * 60_000
STEP_MS = 30_000
_LONGEST_MS = 99 * 60_000
_SECOND = timedelta(seconds=1)


@dataclass
class Stopwatch:
    """Counts up from when it was started, in milliseconds of a clock that nobody can set."""

    _since: int | None = None
    _kept: int = 0

    def restart(self, ms: int) -> None:
        """Count from zero."""
        self._since, self._kept = ms, 0

    def turn(self, ms: int) -> None:
        """Hold it, or let it go on."""
        if self._since is None:
            self._since = ms
        else:
            self._kept += ms - self._since
            self._since = None

    @property
    def runs(self) -> bool:
        """Whether it counts."""
        return self._since is not None

    def passed_ms(self, ms: int) -> int:
        """Return what it shows."""
        return self._kept + (ms - self._since if self._since is not None else 0)


@dataclass
class Interval:
    """Counts an interval down, and on below zero."""

    length_ms: int = FIRST_INTERVAL_MS
    _watch: Stopwatch | None = None

    def turn(self, ms: int) -> None:
        """Start it; once it was started, put it back to its full length."""
        if self._watch is None:
            self._watch = Stopwatch()
            self._watch.restart(ms)
        else:
            self._watch = None

    def change(self, by_ms: int) -> None:
        """Make it longer or shorter; it is never under half a minute."""
        self.length_ms = min(_LONGEST_MS, max(STEP_MS, self.length_ms + by_ms))

    @property
    def runs(self) -> bool:
        """Whether it counts."""
        return self._watch is not None

    def left_ms(self, ms: int) -> int:
        """Return what it shows."""
        return self.length_ms - (self._watch.passed_ms(ms) if self._watch is not None else 0)


@dataclass
class ClockTarget:
    """Counts down to a moment, chosen in turns from those of the bulletin; the next one when it is past."""

    _chosen: datetime | None = None

    def turn(self, targets: tuple[datetime, ...], now: datetime) -> None:
        """Choose the moment after the one that is counted to, the first again after the last."""
        ahead = tuple(target for target in targets if target > now)
        later = tuple(target for target in ahead if (at := self.target(targets, now)) and target > at)
        self._chosen = (later or ahead or (None,))[0]

    def target(self, targets: tuple[datetime, ...], now: datetime) -> datetime | None:
        """Return the moment it counts to; None when all are past."""
        if self._chosen is not None and self._chosen > now and self._chosen in targets:
            return self._chosen
        return next((target for target in targets if target > now), None)


def left_to(target: datetime, now: datetime) -> int:
    """Return the milliseconds to ``target``, by whole seconds of the clock that is read beside them.

    >>> from datetime import UTC
    >>> left_to(datetime(2026, 1, 17, 4, 9, tzinfo=UTC), datetime(2026, 1, 17, 4, 1, 34, 800_000, tzinfo=UTC))
    446000
    """
    return (target - now.replace(microsecond=0)) // _SECOND * 1000
