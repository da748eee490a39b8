"""Work that fails as nobody foresaw: what was waiting for its answer waits no longer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from newsdesk.errors import NewsdeskError

T = TypeVar("T")


def clearing(work: Callable[[], T], clear: Callable[[], None]) -> Callable[[], T]:
    """Return ``work`` as it is, but for calling ``clear`` when it fails otherwise than was foreseen.

    Of such a failure :class:`newsdesk.ui.tasks.Tasks` gives no answer: a desk that asks one question at a
    time would ask none ever again. ``clear`` is called on the lane and may only take a mark away; where the
    failure was foreseen, whoever asked is told of it and does so.
    """

    def done() -> T:
        try:
            return work()
        except NewsdeskError:
            raise
        except BaseException:
            clear()
            raise

    return done
