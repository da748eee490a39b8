"""Numbers of stories, sources and entries that grow with time."""

from __future__ import annotations

import secrets
import threading
import time

_EPOCH_MS = 1_704_067_200_000
"""1 January 2024, UTC."""


class TimeOrderedIds:
    """Gives 62-bit numbers: 42 bits of milliseconds since 2024, then 20 random bits.

    Two computers do not meet, a later story sorts after an earlier one, and within one program numbers
    grow even when the clock is set back.
    """

    def __init__(self) -> None:
        self._last = 0
        self._lock = threading.Lock()

    def new(self) -> int:
        """Return a number larger than every one given before."""
        milliseconds = time.time_ns() // 1_000_000 - _EPOCH_MS
        with self._lock:
            self._last = max(self._last + 1, (milliseconds << 20) | secrets.randbits(20))
            return self._last
