"""Rundowns made by a dice, edited by it, and what must hold of every one of them."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from newsdesk.domain.rundown import Block, ItemKind, Rundown, RundownItem, in_order
from newsdesk.domain.rundown_timing import time_rundown

AIRTIME = datetime(2025, 1, 17, 4, tzinfo=UTC)
SLOT = timedelta(minutes=15)
_KINDS = tuple(ItemKind)


def made_up(dice: random.Random, rows: int, blocks: int) -> Rundown:
    """Return a rundown with so many rows in so many blocks; some float, some are hard hits."""
    headings = [Block(n, f"Blok {n}", dice.choice([None, 60_000])) for n in range(1, blocks + 1)]
    return in_order(headings, [_row(dice, number, blocks) for number in range(1, rows + 1)])


def _row(dice: random.Random, number: int, blocks: int) -> RundownItem:
    return RundownItem(
        number,
        dice.choice(_KINDS),
        f"SLUG-{number}",
        dice.randint(0, blocks),
        planned_ms=dice.randrange(0, 300_000, 5_000),
        fixed_at=_moment(dice) if dice.random() < 0.1 else None,
        floated=dice.random() < 0.1,
    )


def _moment(dice: random.Random) -> datetime:
    return AIRTIME + timedelta(milliseconds=dice.randrange(-60_000, 960_000))


def edited(dice: random.Random, rundown: Rundown) -> Rundown:
    """Make one edit, of the kinds that a desk makes; it may name rows and blocks that there are not."""
    ids = [item.id for item in rundown.items]
    blocks = [block.id for block in rundown.blocks]
    some = set(dice.sample(ids, min(len(ids), dice.choice([1, 1, 1, 2, 5]))))
    one = dice.choice([*ids, 10**9])
    block = dice.choice([*blocks, 0, 10**9])
    match dice.randrange(12):
        case 0 | 1:
            return rundown.moved(some, dice.choice([one, None]), block)
        case 2 | 3:
            return rundown.stepped(some, up=dice.random() < 0.5)
        case 4:
            return rundown.floated(some, dice.random() < 0.5)
        case 5:
            return rundown.placed(_row(dice, max(ids, default=0) + 1, 0), one)
        case 6:
            return rundown.without(some) if len(ids) > 20 else rundown
        case 7:
            return rundown.split(one, "Baru") if len(blocks) < 12 else rundown.joined(block)
        case 8:
            return rundown.joined(block) if dice.random() < 0.3 else rundown.block_stepped(block, up=True)
        case 9:
            return rundown.fixed(one, dice.choice([None, None, _moment(dice)]))
        case 10:
            return rundown.planned(one, dice.randrange(-5_000, 300_000))
        case _:
            item = rundown.item(one)
            return rundown if item is None else rundown.with_item(replace(item, slug="LAIN"))


def faults(before: Rundown, after: Rundown, dice: random.Random) -> list[str]:
    """Return what is wrong with a rundown after an edit, and with its times: nothing, if all is well."""
    found: list[str] = []
    if in_order(after.blocks, after.items) != after:
        found.append("rows out of the order of their blocks, or one id twice")
    kept = {item.id for item in before.items}
    gone = kept - {item.id for item in after.items}
    if gone and len(after.items) >= len(before.items):
        found.append(f"lost {gone}")
    estimates = {item.id: dice.randrange(0, 200_000) for item in after.items if dice.random() < 0.9}
    return found + _wrong_times(after, estimates)


def _wrong_times(rundown: Rundown, estimates: dict[int, int]) -> list[str]:
    timed = time_rundown(rundown, estimates, AIRTIME, AIRTIME + SLOT)
    counted = [(item, timed.rows[item.id]) for item in rundown.counted]
    found: list[str] = []

    def same(what: str, ours: object, wanted: object) -> None:
        if ours != wanted:
            found.append(f"{what}: {ours} is not {wanted}")

    same("rows", timed.rows.keys(), rundown.places.keys())
    same("total", timed.total_ms, sum(row.estimate_ms for _, row in counted))
    same("planned", timed.planned_ms, sum(row.planned_ms for _, row in counted))
    same("over", timed.over_ms, timed.total_ms - SLOT // timedelta(milliseconds=1))
    same("over of the hits", sum(hit.over_ms for hit in timed.hits), timed.over_ms)
    for block_id, block in timed.blocks.items():
        mine = [row for item, row in counted if item.block_id == block_id]
        same("block", block.estimate_ms, sum(row.estimate_ms for row in mine))
        same("planned of a block", block.planned_ms, sum(row.planned_ms for row in mine))
    same("blocks", sum(block.estimate_ms for block in timed.blocks.values()), timed.total_ms)
    same("numbers", [row.number for _, row in counted], list(range(1, len(counted) + 1)))
    found += _wrong_moments(rundown, estimates)
    return found


def _wrong_moments(rundown: Rundown, estimates: dict[int, int]) -> list[str]:
    """Forward from the airtime and backward from the close, in whole milliseconds and by the book."""
    timed = time_rundown(rundown, estimates, AIRTIME, AIRTIME + SLOT)
    found: list[str] = []
    now, until = AIRTIME, AIRTIME + SLOT
    for item in rundown.counted:
        now = item.fixed_at or now
        if timed.rows[item.id].start != now:
            found.append(f"row {item.id} starts at the wrong moment")
        now += timedelta(milliseconds=estimates.get(item.id, item.planned_ms))
    if timed.ends != now:
        found.append("it ends at the wrong moment")
    for item in reversed(rundown.counted):
        length = timedelta(milliseconds=estimates.get(item.id, item.planned_ms))
        until = item.fixed_at if item.fixed_at is not None else until - length
        if timed.rows[item.id].back_time != until:
            found.append(f"row {item.id} has the wrong back time")
    return found
