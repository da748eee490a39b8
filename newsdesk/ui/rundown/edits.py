"""Edits of a rundown that can be undone, and made again on what a colleague kept meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from newsdesk.domain.rundown import NO_BLOCK, Rundown, RundownItem, in_order


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing done to a rundown: ``words`` say what in a few words, ``ids`` are the rows it is about."""

    words: str
    apply: Callable[[Rundown], Rundown]
    ids: frozenset[int] = frozenset()


class Done(NamedTuple):
    """An edit that was made, with the rundown before and after it."""

    edit: Edit
    before: Rundown
    after: Rundown


class History:
    """What was done and can be undone, and what was undone and can be done again."""

    def __init__(self) -> None:
        self._done: list[Done] = []
        self._undone: list[Done] = []

    def add(self, done: Done) -> None:
        """Note an edit; what was undone before it cannot be done again."""
        self._done.append(done)
        self._undone.clear()

    def clear(self) -> None:
        """Forget everything: another rundown is on the table."""
        self._done.clear()
        self._undone.clear()

    @property
    def depth(self) -> int:
        """How many edits can be undone."""
        return len(self._done)

    @property
    def last_undone(self) -> str:
        """What the next redo does again, "" when there is nothing."""
        return self._undone[-1].edit.words if self._undone else ""

    def undo(self) -> Edit | None:
        """Return the edit that takes back the last one, None when there is none."""
        if not self._done:
            return None
        done = self._done.pop()
        self._undone.append(done)
        return Edit(done.edit.words, partial(turned_back, done=done), done.edit.ids)

    def redo(self) -> Edit | None:
        """Return the edit that was undone last, None when there is none."""
        if not self._undone:
            return None
        done = self._undone.pop()
        self._done.append(done)
        return done.edit


def turned_back(now: Rundown, done: Done) -> Rundown:
    """Take an edit back: what it touched stands as before it, what a colleague did since stays.

    Where nobody did anything since, it is the rundown before the edit, exactly.
    """
    before, after, ids = done.before, done.after, done.edit.ids
    if now == after:
        return before
    gone = {item.id for item in after.items} - {item.id for item in before.items}
    back = {item.id for item in before.items} - {item.id for item in after.items}
    touched = {one for one in ids if before.item(one) is not None and now.item(one) is not None} | back
    items = [item for item in now.items if item.id not in gone and item.id not in touched]
    for item in before.items:
        if item.id in touched:
            items.insert(_place(items, before, item), item)
    made = {block.id for block in after.blocks} - {block.id for block in before.blocks}
    kept = [before.block(block.id) or block for block in now.blocks if block.id not in made]
    known = {block.id for block in kept}
    for n, block in enumerate(before.blocks):
        if block.id not in known and after.block(block.id) is None:
            kept.insert(n, block)
    items = [
        replace(item, block_id=_above(now, item.block_id, made))
        if item.block_id in made and before.item(item.id) is None
        else item
        for item in items
    ]
    return _into_their_blocks(in_order(kept, items), before, made)


def _above(now: Rundown, block_id: int, gone: Collection[int]) -> int:
    """Return the block that the rows of one go to when its heading goes: the next above that stays."""
    above = NO_BLOCK
    for block in now.blocks:
        if block.id == block_id:
            break
        above = above if block.id in gone else block.id
    return above


def _place(items: list[RundownItem], before: Rundown, item: RundownItem) -> int:
    """Return where a row goes back: under the nearest row that stood above it and is still there."""
    above = [one.id for one in before.items[: before.places[item.id]]]
    places = {one.id: n for n, one in enumerate(items)}
    return next((places[one] + 1 for one in reversed(above) if one in places), 0)


def _into_their_blocks(rundown: Rundown, before: Rundown, made: Collection[int]) -> Rundown:
    """Give rows whose block was taken away the block that they had, where they had one."""
    if not made:
        return rundown
    for item in rundown.items:
        old = before.item(item.id)
        if old is not None and old.block_id != item.block_id and rundown.block(item.block_id) is None:
            rundown = rundown.moved({item.id}, None, old.block_id)
    return rundown
