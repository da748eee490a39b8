"""The rundown: the rows of a bulletin in the order they go on air, and every edit of that order.

Values only: each edit returns another rundown, so undo is the one before, and an edit that met a colleague's
can be made again on theirs. A row or block that is gone by then is passed over, never an error.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import cached_property

NO_BLOCK = 0
"""The block of rows that stand above the first heading."""


class ItemKind(StrEnum):
    """What a row of a rundown is. The value is stored; the ui has its word and icon."""

    STORY = "story"
    """A story; with no story in it yet, the place kept for one."""
    WORDS = "words"
    """Fixed words that the announcer reads: an opener, a closer."""
    JINGLE = "jingle"
    BREAK = "break"
    """Time sold: a commercial break."""
    NETWORK = "network"
    """A join to the network."""
    PRAYER = "prayer"
    """A call to prayer: its time is never ours to move."""

    @property
    def is_read(self) -> bool:
        """Whether an announcer reads it, so that its length is theirs."""
        return self in {ItemKind.STORY, ItemKind.WORDS}

    @property
    def is_played(self) -> bool:
        """Whether it may have a sound file of its own; a join to the network comes over a line."""
        return self in {ItemKind.JINGLE, ItemKind.BREAK, ItemKind.PRAYER}


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a rundown under one heading; ``budget_ms`` is how long it may be, None for as it comes.

    ``id`` is its own inside one rundown only, and never :data:`NO_BLOCK`.
    """

    id: int
    name: str
    budget_ms: int | None = None


@dataclass(frozen=True, slots=True)
class RundownItem:
    """One row.

    ``story_id`` None is a place kept for a story. ``revision`` and ``approval_id`` are what was pinned when
    the story was placed: a newer one is offered, never put in by itself. ``reader_id`` is a person, None for
    the bulletin's announcers in turn. ``planned_ms`` is what the row is given. ``words`` are what is read of
    fixed words, ``path`` the sound file of a row that plays one, "" where that is played elsewhere.
    ``fixed_at`` (UTC) makes it a hard hit ("jam tetap"); ``hit`` says where that moment comes from when a
    bulletin is made of a template: a clock time at the station ("18.00.00"), or what a prayer is called in
    the table of prayer times. A floated row is kept, neither counted nor read ("cadangan"). With
    ``paraphrase`` the announcer reads the paraphrases instead of the clips. ``cut`` tells what was taken out
    of the story for this bulletin: spans, in code points, of the text as it was before.
    """

    id: int
    kind: ItemKind
    slug: str = ""
    block_id: int = NO_BLOCK
    story_id: int | None = None
    revision: int | None = None
    approval_id: int | None = None
    reader_id: int | None = None
    planned_ms: int = 0
    words: str = ""
    path: str = ""
    fixed_at: datetime | None = None
    floated: bool = False
    paraphrase: bool = False
    cut: tuple[tuple[int, int], ...] = ()
    hit: str = ""

    @property
    def is_hit(self) -> bool:
        """Whether it begins at a fixed moment, whatever stands above it; a floated row holds no moment."""
        return self.fixed_at is not None and not self.floated


@dataclass(frozen=True)
class Rundown:
    """Blocks in their order, and rows in theirs: a block's rows stand together, in the order of the blocks.

    A floated row keeps its place among the others, for when it is counted again; screens and paper show it
    at the end. Values that may have come apart (rows of a database) go through :func:`in_order`.
    """

    blocks: tuple[Block, ...] = ()
    items: tuple[RundownItem, ...] = ()

    @cached_property
    def places(self) -> dict[int, int]:
        """The place of every row in ``items``, by its id."""
        return {item.id: place for place, item in enumerate(self.items)}

    def item(self, item_id: int) -> RundownItem | None:
        """Return a row, None when there is none of that id."""
        place = self.places.get(item_id)
        return None if place is None else self.items[place]

    def block(self, block_id: int) -> Block | None:
        """Return a block, None when there is none of that id."""
        return next((block for block in self.blocks if block.id == block_id), None)

    @property
    def counted(self) -> tuple[RundownItem, ...]:
        """The rows that go on air, in order."""
        return tuple(item for item in self.items if not item.floated)

    @property
    def floats(self) -> tuple[RundownItem, ...]:
        """The rows that are kept and not counted, in order."""
        return tuple(item for item in self.items if item.floated)

    def placed(self, item: RundownItem, after: int | None) -> Rundown:
        """Put a new row under the row ``after``, into its block; at the very end where there is none such.

        A row that is here already is moved there.
        """
        rest = [one for one in self.items if one.id != item.id]
        above = next((place for place, one in enumerate(rest) if one.id == after), None)
        if above is None:
            block_id = self.blocks[-1].id if self.blocks else NO_BLOCK
            return replace(self, items=(*rest, replace(item, block_id=block_id)))
        item = replace(item, block_id=rest[above].block_id)
        return replace(self, items=(*rest[: above + 1], item, *rest[above + 1 :]))

    def moved(self, ids: Collection[int], before: int | None, block_id: int) -> Rundown:
        """Move rows, in the order they have, above the row ``before`` in that block; None: to its end.

        A row that stands in another block by now counts as None; a block that is gone, as the last.
        """
        moving = [item for item in self.items if item.id in ids]
        if not moving:
            return self
        if before in ids:
            # Dropped on one of themselves: above the next row that stays.
            below = self.items[self.places[before] :] if before in self.places else ()
            before = next((item.id for item in below if item.id not in ids), None)
        rest = [item for item in self.items if item.id not in ids]
        if block_id != NO_BLOCK and self.block(block_id) is None:
            block_id = self.blocks[-1].id if self.blocks else NO_BLOCK
        at = next(
            (n for n, item in enumerate(rest) if item.id == before and item.block_id == block_id),
            self._end_of(rest, block_id),
        )
        taken = [item if item.block_id == block_id else replace(item, block_id=block_id) for item in moving]
        return replace(self, items=(*rest[:at], *taken, *rest[at:]))

    def stepped(self, ids: Collection[int], *, up: bool) -> Rundown:
        """Move rows one place up or down, as the keys do: past the next row in sight, or into the next block.

        Counted rows step past counted rows. Only where all of ``ids`` float do they step among the floats.
        """
        floating = all(item.floated for item in self.items if item.id in ids)
        shown = [item for item in self.items if item.floated == floating]
        moving = [place for place, item in enumerate(shown) if item.id in ids]
        if not moving:
            return self
        mine = {shown[place].id for place in moving}
        return self._up(shown, moving[0], mine) if up else self._down(shown, moving[-1], mine)

    def _up(self, shown: list[RundownItem], first: int, ids: Collection[int]) -> Rundown:
        block_id = shown[first].block_id
        if first and shown[first - 1].block_id == block_id:
            return self.moved(ids, shown[first - 1].id, block_id)
        order = self._block_order()
        place = order.index(block_id) if block_id in order else 0
        return self.moved(ids, None, order[place - 1]) if place else self

    def _down(self, shown: list[RundownItem], last: int, ids: Collection[int]) -> Rundown:
        block_id = shown[last].block_id
        below = shown[last + 1 :]
        if below and below[0].block_id == block_id:
            over = self.items[self.places[below[0].id] + 1 :]
            return self.moved(ids, next((item.id for item in over if item.id not in ids), None), block_id)
        order = self._block_order()
        place = order.index(block_id) if block_id in order else len(order) - 1
        if place + 1 >= len(order):
            return self
        into = order[place + 1]
        return self.moved(ids, next((item.id for item in self.items if item.block_id == into), None), into)

    def without(self, ids: Collection[int]) -> Rundown:
        """Take rows out."""
        return replace(self, items=tuple(item for item in self.items if item.id not in ids))

    def with_item(self, item: RundownItem) -> Rundown:
        """Put a row in the place of the one with its id; its block stays. A row that is gone stays gone."""
        return self._each({item.id}, lambda old: replace(item, block_id=old.block_id))

    def floated(self, ids: Collection[int], floated: bool = True) -> Rundown:
        """Keep rows without counting them, or count them again."""
        return self._each(ids, lambda item: replace(item, floated=floated))

    def fixed(self, item_id: int, at: datetime | None, hit: str = "") -> Rundown:
        """Make a row begin at ``at`` (aware, kept in UTC), or again when the one above ends."""
        return self._each({item_id}, lambda item: replace(item, fixed_at=at, hit=hit))

    def read_by(self, ids: Collection[int], reader_id: int | None) -> Rundown:
        """Give rows to an announcer, or to the bulletin's in turn."""
        return self._each(ids, lambda item: replace(item, reader_id=reader_id))

    def planned(self, item_id: int, ms: int) -> Rundown:
        """Give a row so much time."""
        return self._each({item_id}, lambda item: replace(item, planned_ms=max(0, ms)))

    def paraphrased(self, ids: Collection[int], paraphrase: bool = True) -> Rundown:
        """Have the paraphrases read instead of the clips, or the clips played again."""
        return self._each(ids, lambda item: replace(item, paraphrase=paraphrase))

    def pinned(self, item_id: int, revision: int | None, approval_id: int | None) -> Rundown:
        """Pin another revision of a row's story; what was cut out of the one before is whole again."""
        return self._each(
            {item_id},
            lambda item: replace(item, revision=revision, approval_id=approval_id, cut=(), paraphrase=False),
        )

    def split(self, item_id: int, name: str) -> Rundown:
        """Make a block of this row and those below it in its block. The first row of a block splits nothing.

        Rows above the first heading may be split at their first row: that gives them a heading.
        """
        item = self.item(item_id)
        if item is None:
            return self
        place, above = self.places[item_id], item.block_id
        if above != NO_BLOCK and (not place or self.items[place - 1].block_id != above):
            return self
        new = Block(max((block.id for block in self.blocks), default=0) + 1, name)
        at = next((n + 1 for n, block in enumerate(self.blocks) if block.id == above), 0)
        items = tuple(
            replace(one, block_id=new.id) if n >= place and one.block_id == above else one
            for n, one in enumerate(self.items)
        )
        return Rundown((*self.blocks[:at], new, *self.blocks[at:]), items)

    def joined(self, block_id: int) -> Rundown:
        """Take a heading away: its rows go to the block above it."""
        at = next((n for n, block in enumerate(self.blocks) if block.id == block_id), None)
        if at is None:
            return self
        above = self.blocks[at - 1].id if at else NO_BLOCK
        items = tuple(
            replace(item, block_id=above) if item.block_id == block_id else item for item in self.items
        )
        return Rundown((*self.blocks[:at], *self.blocks[at + 1 :]), items)

    def with_block(self, block: Block) -> Rundown:
        """Rename a block or give it another budget; one that is not here is put at the end."""
        if self.block(block.id) is None:
            return replace(self, blocks=(*self.blocks, block))
        return replace(self, blocks=tuple(block if one.id == block.id else one for one in self.blocks))

    def block_stepped(self, block_id: int, *, up: bool) -> Rundown:
        """Move a block with all its rows past the one above or below it."""
        at = next((n for n, block in enumerate(self.blocks) if block.id == block_id), None)
        to = None if at is None else at + (-1 if up else 1)
        if at is None or to is None or not 0 <= to < len(self.blocks):
            return self
        blocks = list(self.blocks)
        blocks[at], blocks[to] = blocks[to], blocks[at]
        return in_order(blocks, self.items)

    def _each(self, ids: Collection[int], change: Callable[[RundownItem], RundownItem]) -> Rundown:
        if not any(item.id in ids for item in self.items):
            return self
        return replace(self, items=tuple(change(item) if item.id in ids else item for item in self.items))

    def _block_order(self) -> list[int]:
        """Return the blocks that a row can step into, in order."""
        loose = not self.blocks or (self.items and self.items[0].block_id == NO_BLOCK)
        return [*([NO_BLOCK] if loose else []), *(block.id for block in self.blocks)]

    def _end_of(self, items: list[RundownItem], block_id: int) -> int:
        order = {block.id: place for place, block in enumerate(self.blocks)}
        mine = order.get(block_id, -1)
        return sum(order.get(item.block_id, -1) <= mine for item in items)


def in_order(blocks: Iterable[Block], items: Iterable[RundownItem]) -> Rundown:
    """Return the rundown of these blocks and rows, whatever order the rows are in.

    A block's rows are brought together, keeping the order they have among themselves; a row whose block there
    is not goes above the first heading; of two with one id the first stays.

    >>> rows = [RundownItem(1, ItemKind.JINGLE, block_id=8), RundownItem(2, ItemKind.STORY, block_id=7)]
    >>> [item.id for item in in_order([Block(7, "Kota"), Block(8, "Desa")], rows).items]
    [2, 1]
    """
    kept = {block.id: block for block in reversed(list(blocks)) if block.id != NO_BLOCK}
    ordered = tuple(reversed(kept.values()))
    order = {block.id: place for place, block in enumerate(ordered)}
    first: dict[int, RundownItem] = {}
    for item in items:
        known = item if item.block_id in order or not item.block_id else replace(item, block_id=NO_BLOCK)
        first.setdefault(item.id, known)
    return Rundown(ordered, tuple(sorted(first.values(), key=lambda item: order.get(item.block_id, -1))))
