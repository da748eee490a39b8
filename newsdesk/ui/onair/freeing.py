"""Work for a lane that lets go of what waits for it, however it ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from newsdesk.errors import NewsdeskError

T = TypeVar("T")


def freeing(work: Callable[[], T], free: Callable[[], None]) -> Callable[[], T]:
    """Return ``work``, which calls ``free`` where it fails as nobody foresaw: no answer comes of that.

    ``free`` is called on the lane: it sets a flag, and nothing of Qt.
    """

    def run() -> T:
        try:
            return work()
        except NewsdeskError:
            raise
        except BaseException:
            free()
            raise

    return run
