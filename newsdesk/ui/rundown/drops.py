"""Where something dropped on a rundown goes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsdesk.domain.rundown import NO_BLOCK
from newsdesk.ui.rundown.rows import FLOATS, HeadingRow, Row


class Drop(NamedTuple):
    """A place between two rows: above the row ``before`` in a block (None: at its end), or among the floats.

    ``gap`` is the place in the shown rows above which the line of the drop is drawn.
    """

    before: int | None
    block_id: int
    floats: bool
    gap: int


def drop_at(rows: Sequence[Row], gap: int) -> Drop:
    """Return what a drop above the row at ``gap`` means; ``len(rows)`` is under the last.

    Above a heading is the end of what stands over it; above the first heading of all, the start of its block.
    """
    below = rows[gap] if gap < len(rows) else None
    above = rows[gap - 1] if gap else None
    if above is None:
        if isinstance(below, HeadingRow):
            # No row stands above the first heading: what is dropped there begins its block.
            first = rows[1] if len(rows) > 1 else None
            inside = first is not None and not isinstance(first, HeadingRow) and below.block_id != FLOATS
            before = (
                first.item.id if inside and first is not None and not isinstance(first, HeadingRow) else None
            )
            block = NO_BLOCK if below.block_id == FLOATS else below.block_id
            return Drop(before, block, floats=False, gap=1 if below.block_id != FLOATS else 0)
        if below is None:
            return Drop(None, NO_BLOCK, floats=False, gap=0)
        return Drop(below.item.id, below.item.block_id, below.item.floated, gap)
    before = None if below is None or isinstance(below, HeadingRow) else below.item.id
    if isinstance(above, HeadingRow):
        return Drop(
            before, NO_BLOCK if above.block_id == FLOATS else above.block_id, above.block_id == FLOATS, gap
        )
    return Drop(before, above.item.block_id, above.item.floated, gap)
