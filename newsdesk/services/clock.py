"""The time that use cases write down."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta


def utc_now() -> datetime:
    """Return this moment in UTC."""
    return datetime.now(UTC)


class GrowingClock:
    """Moments that grow with every call and past every moment seen, even when the clock is set back.

    Which of two texts is newer must never hang on a clock that someone mends. Safe from any thread.
    """

    def __init__(self, now: Callable[[], datetime] = utc_now) -> None:
        self._now = now
        self._last = datetime.min.replace(tzinfo=UTC)
        self._lock = threading.Lock()

    def next(self) -> datetime:
        """Return this moment, or the next microsecond after the last one."""
        with self._lock:
            self._last = max(self._now(), self._last + timedelta(microseconds=1))
            return self._last

    def seen(self, at: datetime | None) -> None:
        """Take note of a moment written down earlier: later ones come after it."""
        if at is not None:
            with self._lock:
                self._last = max(self._last, at)
