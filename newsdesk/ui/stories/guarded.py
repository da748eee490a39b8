"""Work on a lane whose unforeseen failure is told to whoever asked, before a crash dialog comes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from newsdesk.errors import NewsdeskError

if TYPE_CHECKING:
    from newsdesk.ui.tasks import Lane, Tasks

T = TypeVar("T")


class _Unforeseen(NamedTuple):
    """Stands for the answer of a work that raised what nobody expected."""

    error: Exception


def run_guarded(
    tasks: Tasks,
    work: Callable[[], T],
    done: Callable[[T], None],
    failed: Callable[[NewsdeskError], None],
    unforeseen: Callable[[], None],
    lane: Lane,
) -> None:
    """Run ``work`` as :class:`Tasks` does; ``unforeseen`` is called before an unexpected error is raised."""

    def guarded() -> T | _Unforeseen:
        try:
            return work()
        except NewsdeskError:
            raise
        except Exception as error:  # noqa: BLE001 - not swallowed: raised again by answered()
            return _Unforeseen(error)

    def answered(answer: T | _Unforeseen) -> None:
        if isinstance(answer, _Unforeseen):
            unforeseen()
            raise answer.error
        done(answer)

    tasks.run(guarded, answered, failed, lane)
