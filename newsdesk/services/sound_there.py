"""Whether sound files are where they should be, without waiting for a share that hangs."""

from __future__ import annotations

import threading
from collections.abc import Collection
from pathlib import Path

PATIENCE_S = 1.0
"""A disk answers in thousandths of a second. What does not answer is not there for a bulletin either."""


def missing(paths: Collection[str], patience_s: float = PATIENCE_S) -> frozenset[str]:
    """Return those of ``paths`` at which no file is found within ``patience_s`` seconds, all asked together.

    "" is never there. A look that hangs is left behind in a thread of its own: it keeps nobody waiting.
    """
    found: set[str] = set()
    wanted = {path for path in paths if path}

    def look() -> None:
        for path in wanted:
            if Path(path).is_file():
                found.add(path)

    if wanted:
        looking = threading.Thread(target=look, name="looking for sound files", daemon=True)
        looking.start()
        looking.join(patience_s)
    return frozenset(set(paths) - found.copy())
