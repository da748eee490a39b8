"""When every row of a rundown begins, when it has to begin, and what is over or under."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from newsdesk.domain.rundown import Rundown

_MS = timedelta(milliseconds=1)


class Timed(NamedTuple):
    """One row's times.

    ``start`` is when it begins when everything before it takes as long as estimated; ``back_time`` when it
    has to begin so that the next hard hit, or the close, is met ("batas mulai"). A hard hit begins when it
    does: both are its moment, and ``over_ms`` says by how much what stands above it is too long (negative:
    too short); None for every other row. ``number`` counts the rows on air from 1. A floated row has no
    moment and the number 0.
    """

    start: datetime | None
    back_time: datetime | None
    planned_ms: int
    estimate_ms: int
    over_ms: int | None = None
    number: int = 0


class TimedBlock(NamedTuple):
    """What the counted rows of a block sum up to; ``over_ms`` is against its budget, None without one."""

    estimate_ms: int
    planned_ms: int
    over_ms: int | None


class Hit(NamedTuple):
    """A moment that has to be met: a hard hit's, or (``item_id`` None) the close. Over is positive."""

    item_id: int | None
    at: datetime
    over_ms: int


@dataclass(frozen=True, slots=True)
class TimedRundown:
    """The times of a rundown; sums are in milliseconds and count no floated row.

    ``over_ms`` is the estimated total less the slot, and always the sum of what each of ``hits`` is over.
    ``blocks`` has the sums of every block by its id, and by ``NO_BLOCK`` those of rows above the headings.
    ``ends`` is when the last row ends.
    """

    rows: Mapping[int, Timed]
    blocks: Mapping[int, TimedBlock]
    hits: tuple[Hit, ...]
    total_ms: int
    planned_ms: int
    over_ms: int
    ends: datetime


def time_rundown(
    rundown: Rundown, estimates: Mapping[int, int], airtime: datetime, close: datetime
) -> TimedRundown:
    """Time every row of a rundown that goes on air at ``airtime`` and has to be over by ``close``.

    ``estimates`` are milliseconds by row; a row without one takes as long as planned. Moments are aware.
    """
    rows: dict[int, Timed] = {}
    hits: list[Hit] = []
    back_times = _back_times(rundown, estimates, close)
    sums = {block.id: [0, 0] for block in rundown.blocks}
    now, number = airtime, 0
    for item in rundown.items:
        planned = item.planned_ms
        estimate = estimates.get(item.id, planned)
        if item.floated:
            rows[item.id] = Timed(None, None, planned, estimate)
            continue
        number += 1
        over = None
        if item.fixed_at is not None:
            over = (now - item.fixed_at) // _MS
            hits.append(Hit(item.id, item.fixed_at, over))
            now = item.fixed_at
        rows[item.id] = Timed(now, back_times[item.id], planned, estimate, over, number)
        now += timedelta(0, 0, estimate * 1000)
        block = sums.setdefault(item.block_id, [0, 0])
        block[0] += estimate
        block[1] += planned
    hits.append(Hit(None, close, (now - close) // _MS))
    total = sum(estimate for estimate, _planned in sums.values())
    budgets = {block.id: block.budget_ms for block in rundown.blocks}
    return TimedRundown(
        rows,
        {
            block_id: TimedBlock(estimate, planned, _over(estimate, budgets.get(block_id)))
            for block_id, (estimate, planned) in sums.items()
        },
        tuple(hits),
        total,
        sum(planned for _estimate, planned in sums.values()),
        total - (close - airtime) // _MS,
        now,
    )


def _back_times(rundown: Rundown, estimates: Mapping[int, int], close: datetime) -> dict[int, datetime]:
    back_times: dict[int, datetime] = {}
    until = close
    for item in reversed(rundown.items):
        if item.floated:
            continue
        if item.fixed_at is not None:
            until = item.fixed_at
        else:
            until -= timedelta(0, 0, estimates.get(item.id, item.planned_ms) * 1000)
        back_times[item.id] = until
    return back_times


def _over(estimate: int, budget: int | None) -> int | None:
    return None if budget is None else estimate - budget
