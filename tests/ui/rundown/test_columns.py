"""The columns of a rundown never lie over each other, however narrow its table is."""

from __future__ import annotations

import pytest

from newsdesk.ui.rundown.columns import columns_for

SLUG, FIGURE, ICON = 96, 44, 16


@pytest.mark.parametrize("width", [*range(430, 1000, 10), 1040, 1200, 1920])
def test_every_column_has_its_room(width: int) -> None:
    at = columns_for(width)
    assert at.number_right <= at.slug
    assert at.type - at.slug >= SLUG
    assert at.reader - at.type >= ICON
    readers = 76 if at.names else 0
    assert at.planned_right - at.reader >= readers + FIGURE
    assert at.estimate_right - at.planned_right >= FIGURE
    assert at.start_right - at.estimate_right >= 64  # hours, minutes, seconds
    assert at.back_right >= at.start_right
    assert at.status >= at.back_right and at.grip - at.status >= ICON
    assert at.grip + ICON <= at.width == width
