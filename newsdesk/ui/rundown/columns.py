"""Where the columns of a rundown stand, in a wide table and in a narrow one."""

from __future__ import annotations

from typing import NamedTuple

HEAD = 32
_NARROW_BELOW = 1040
"""Below this width the type is its icon alone, and the times stand closer."""
_NO_BACK_TIMES_BELOW = 860
"""Below this width there is no room for back times: they stay in what is told of a row."""
_NO_NAMES_BELOW = 660
"""Below this width (the rows of a programme, in a small window) readers have no column, statuses no word."""
_LOW_WINDOW = 800
"""In a window lower than this, rows are 28 high, so that a quarter of an hour fits without scrolling."""
_TO_PLANNED, _TO_ESTIMATE, _TO_STATUS = 128, 84, 24
_GRIP_FROM_RIGHT = 24


class Columns(NamedTuple):
    """Places in pixels from the left of the table; names that end in ``right`` are right edges.

    ``type_words`` says whether the type has its word, ``back_times`` whether there is a column for them,
    ``names`` whether readers are named and statuses have their word.
    """

    number_right: int
    slug: int
    type: int
    reader: int
    planned_right: int
    estimate_right: int
    start_right: int
    back_right: int
    status: int
    grip: int
    width: int
    type_words: bool
    back_times: bool
    names: bool


class RowHeights(NamedTuple):
    """How high rows are, in pixels; a hard hit shows two lines."""

    row: int
    block: int
    hit: int = 42


def columns_for(width: int) -> Columns:
    """Return the columns of a table ``width`` pixels wide: the slug takes what the others leave."""
    narrow = width < _NARROW_BELOW
    back_times = width >= _NO_BACK_TIMES_BELOW
    names = width >= _NO_NAMES_BELOW
    step = (92 if narrow else 104) if names else 76
    status = width - ((140 if narrow else 160) if names else 48)
    back_right = status - (_TO_STATUS if names else 10)
    start_right = back_right - (step if back_times else 0)
    estimate_right = start_right - step
    planned_right = estimate_right - (_TO_ESTIMATE if names else 66)
    reader = planned_right - (_TO_PLANNED if names else 50)
    return Columns(
        number_right=28,
        slug=44,
        type=reader - ((39 if narrow else 140) if names else 22),
        reader=reader,
        planned_right=planned_right,
        estimate_right=estimate_right,
        start_right=start_right,
        back_right=back_right,
        status=status,
        grip=width - _GRIP_FROM_RIGHT,
        width=width,
        type_words=not narrow,
        back_times=back_times,
        names=names,
    )


def heights_for(window_height: int) -> RowHeights:
    """Return how high rows are in a window of that height."""
    return RowHeights(28, 24) if window_height < _LOW_WINDOW else RowHeights(32, 28)
