"""Whether sound files are where they should be, without waiting for a share that hangs."""

from __future__ import annotations

import threading
from collections.abc import Collection
from pathlib import Path

PATIENCE_S = 1.0
"""A disk answers in thousandths of a second. What does not answer is not there for a bulletin either."""


class SoundThere:
    """Looks for files in a thread of its own, which is left behind when it hangs: one at a time.

    Until that one comes back, what it had found holds, and the rest counts as missing at once.
    """

    def __init__(self, patience_s: float = PATIENCE_S) -> None:
        self._patience_s = patience_s
        self._looking: threading.Thread | None = None
        self._found: set[str] = set()

    def missing(self, paths: Collection[str]) -> frozenset[str]:
        """Return those of ``paths`` at which no file is found in time; "" is never there."""
        wanted = {path for path in paths if path}
        if wanted and (self._looking is None or not self._looking.is_alive()):
            found = self._found = set()

            def look() -> None:
                for path in wanted:
                    if Path(path).is_file():
                        found.add(path)

            self._looking = threading.Thread(target=look, name="looking for sound files", daemon=True)
            self._looking.start()
            self._looking.join(self._patience_s)
        return frozenset(set(paths) - self._found.copy())
