"""What the desk has changed in a bulletin since the announcer took it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from newsdesk.domain.air_bulletin import AirBulletin, AirChange, AirChangeKind, AirItem, AirStatus

_STANDS = (AirStatus.APPROVED, AirStatus.NO_STORY)


class Told(NamedTuple):
    """Who did something at the desk, and when (UTC); "" for nobody known."""

    by: str
    at: datetime


def changes(
    held: AirBulletin,
    newest: AirBulletin,
    last: Told,
    flashes: Mapping[int, Told],
    stories: Mapping[int, Told],
) -> tuple[AirChange, ...]:
    """Return what differs for the announcer between what she holds and what the newsroom has now, in order.

    ``last`` is who changed the bulletin last; ``flashes`` tells of each flash, by its number, who sent it;
    ``stories`` of each story, by its number, who changed it last and when the newsroom got that.
    Loading all of them with :meth:`AirBulletin.with_change` gives the newest bulletin. What differs in plans
    and estimates only is no change to her; that her words were approved meanwhile is one.
    """
    found = [
        AirChange(item.item_id, AirChangeKind.GONE, last.at, last.by)
        for item in held.items
        if newest.item(item.item_id) is None
    ]
    moved = _moved(held.items, newest.items)
    before = 0
    for item in newest.items:
        mine = held.item(item.item_id)
        found += _of_item(mine, item, before, item.item_id in moved, last, flashes, stories)
        before = item.item_id
    return tuple(found)


def at_microphone(
    held: AirBulletin, found: Sequence[AirChange], reading: int, ended: Container[int]
) -> tuple[AirChange, ...]:
    """Return of what the desk changed that which can still be done while the item ``reading`` is read.

    ``found`` is what differs from ``held``, ``ended`` has the items that are over. Neither of these nor the
    item being read is moved any more, and nothing is moved to where reading has been: it comes next instead.
    A change of the order that then moves nothing is left out. Changes of other kinds stay as they are.
    """
    left: list[AirChange] = []
    then = held
    for change in found:
        if change.kind is AirChangeKind.ORDER:
            if change.item_id == reading or change.item_id in ended:
                continue
            change = not_before(then, change, reading)
            after = then.with_change(change)
            if _order(after) == _order(then):
                continue
            then = after
        left.append(change)
    return tuple(left) if _order(then) != _order(held) else tuple(c for c in left if not _moves(c))


def not_before(held: AirBulletin, change: AirChange, reading: int) -> AirChange:
    """Return ``change`` with its place behind the item ``reading``, where the desk meant one before it.

    The desk knows only by the clock how far reading has come. A float that is being read has no place among
    the others, and bounds nothing.
    """
    here = held.item(reading)
    placed = change.kind in (AirChangeKind.NEW, AirChangeKind.FLASH, AirChangeKind.ORDER)
    if here is None or here.floated or not placed or change.item_id == reading:
        return change
    ids = [item.item_id for item in held.items]
    behind = ids.index(change.after) if change.after in ids else -1
    return change if behind >= ids.index(reading) else replace(change, after=reading)


def only_approved(mine: AirItem, item: AirItem) -> bool:
    """Return whether an editor approved meanwhile the very words that the announcer holds."""
    waited = mine.status in {AirStatus.NOT_APPROVED, AirStatus.CHANGED}
    return waited and item.status is AirStatus.APPROVED and _same(mine, item)


def _moves(change: AirChange) -> bool:
    return change.kind is AirChangeKind.ORDER


def _order(air: AirBulletin) -> list[tuple[int, bool]]:
    return [(item.item_id, item.floated) for item in air.items]


def _of_item(
    mine: AirItem | None,
    item: AirItem,
    after: int,
    moved: bool,
    last: Told,
    flashes: Mapping[int, Told],
    stories: Mapping[int, Told],
) -> list[AirChange]:
    flash = item.flash_id
    if flash is not None and (mine is None or mine.flash_id != flash):
        by, at = flashes.get(flash, last)
        return [AirChange(item.item_id, AirChangeKind.FLASH, at, by, item, after, flash)]
    if mine is None:
        return [AirChange(item.item_id, AirChangeKind.NEW, last.at, last.by, item, after)]
    # A flash that she has acknowledged stays one.
    item = replace(item, flash_id=mine.flash_id)
    found: list[AirChange] = []
    if moved or mine.floated != item.floated:
        there = replace(mine, floated=item.floated)
        found.append(AirChange(item.item_id, AirChangeKind.ORDER, last.at, last.by, there, after))
    # Who approved the words answers for them; of what nobody has approved, who worked on it last.
    did = stories.get(item.story_id or 0, last)
    at, by = (item.approved_at, item.approved_by) if item.approved_at else (did.at, did.by)
    if item.status is AirStatus.KILLED:
        if mine.status is not AirStatus.KILLED:
            found.append(AirChange(item.item_id, AirChangeKind.KILLED, did.at, did.by, item))
    elif mine.status in _STANDS and item.status in {AirStatus.CHANGED, AirStatus.NOT_APPROVED}:
        found.append(AirChange(item.item_id, AirChangeKind.UNAPPROVED, did.at, did.by))
    elif only_approved(mine, item):
        found.append(AirChange(item.item_id, AirChangeKind.WORDS, at, by, item))
    elif not _same(mine, item):
        if mine.digest == item.digest:
            at, by = last.at, last.by
        found.append(AirChange(item.item_id, AirChangeKind.WORDS, at, by, item))
    return found


def _same(one: AirItem, other: AirItem) -> bool:
    """Return whether the announcer has the same before her."""
    return _shown(one) == _shown(other)


def _shown(item: AirItem) -> tuple[object, ...]:
    waits = item.status in {AirStatus.KILLED, AirStatus.EMBARGOED}
    # A jingle is as long as it is planned to be: that is no change to her.
    clips = tuple(
        (clip.block, clip.source, clip.clip if item.text else clip.clip.name) for clip in item.clips
    )
    return (
        *(item.kind, item.slug, item.digest, item.story_id, item.reader_id, item.paraphrase, item.fixed_at),
        *(clips, item.status if waits else None),
    )


def _moved(held: Sequence[AirItem], newest: Sequence[AirItem]) -> set[int]:
    """Return the fewest items of ``newest`` that have to be moved to bring the held ones into its order."""
    place = {item.item_id: at for at, item in enumerate(held) if not item.floated}
    common = [item.item_id for item in newest if item.item_id in place and not item.floated]
    # The longest rising run stays; patience sorting, with the way back to the run itself.
    tops: list[int] = []
    ends: list[int] = []
    back: list[int] = []
    for at, item_id in enumerate(common):
        pile = bisect_left(tops, place[item_id])
        back.append(ends[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [place[item_id]]
        ends[pile : pile + 1] = [at]
    stays: set[int] = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        stays.add(common[at])
        at = back[at]
    return set(common) - stays
