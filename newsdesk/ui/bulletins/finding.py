"""Stories found by their letters, to be put into a rundown."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from newsdesk.domain.story import StoryStatus
from newsdesk.domain.timing import SpokenLength, clock_length, read_time_ms
from newsdesk.ui.components.two_line_rows import TwoLineRow
from newsdesk.ui.rundown.row_status import story_look

if TYPE_CHECKING:
    from newsdesk.domain.rows import StoryRow
    from newsdesk.services.newsroom import Newsroom

_MOST = 12
_OUT = frozenset({StoryStatus.SPIKED, StoryStatus.KILLED})


def found_rows(newsroom: Newsroom, needle: str, placed: Collection[int]) -> list[TwoLineRow]:
    """Return stories with these letters that are not in the rundown yet, as the panel shows them.

    Touches the database: on its lane. Lengths are at my own rate.
    """
    from newsdesk.services.browsing import View

    rate = newsroom.people.me().rate
    rows = newsroom.browsing.stories(View.ALL, needle, limit=_MOST + len(placed))
    fitting = [row for row in rows if row.id not in placed and row.status not in _OUT]
    return [_row(row, rate) for row in fitting[:_MOST]]


def _row(row: StoryRow, rate: int) -> TwoLineRow:
    status = story_look(row.status)
    length = read_time_ms(SpokenLength(row.syllables, row.sentences, row.paragraphs), rate) + row.clip_ms
    second = ", ".join(part for part in (status.words, row.lead) if part)
    return TwoLineRow(row.id, status.icon, row.slug, second, clock_length(length), status.ink)
