"""How long a row takes is told for its reader, give or take what their readings differ."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from newsdesk.domain.bulletin import Bulletin
from newsdesk.domain.open_rundown import OpenRundown, Reader, StoryState, TextLength, timed
from newsdesk.domain.rundown import ItemKind, Rundown, RundownItem
from newsdesk.domain.story import StoryStatus
from newsdesk.domain.timing import SpokenLength
from newsdesk.ui.bulletins.facts import facts_of
from newsdesk.ui.rundown.rows import ItemRow, RowView, for_reader, row_sentence, rundown_rows
from tests.airing import AIRTIME

JAKARTA = ZoneInfo("Asia/Jakarta")


def _rows(spread: int) -> list[ItemRow]:
    items = (
        RundownItem(1, ItemKind.STORY, "PASAR", story_id=5, revision=1, approval_id=9),
        RundownItem(2, ItemKind.BREAK, "IKLAN-1", planned_ms=60_000),
    )
    text = TextLength(SpokenLength(190, 1, 1))
    state = StoryState(5, StoryStatus.APPROVED, "PASAR", approved_revision=1, approval_id=9, text=text)
    bulletin = Bulletin(1, None, "Warta", AIRTIME, 900_000, announcers=(7,))
    reader = Reader(7, "Dewi Lestari", 300, spread)
    opened = OpenRundown(bulletin, Rundown(items=items), {5: state}, {7: reader}, {}, {})
    times = timed(opened)
    view = RowView(facts_of(opened, times, JAKARTA), JAKARTA, 5000)
    return [row for row in rundown_rows(opened.rundown, times, view) if isinstance(row, ItemRow)]


def test_the_estimate_of_a_row_says_for_whom_and_how_far_off_it_may_be() -> None:
    story, commercials = _rows(spread=24)
    assert for_reader(story) == "untuk Dewi 0:38 ±3 dtk"
    assert "perkiraan untuk Dewi 0:38 ±3 dtk" in row_sentence(story)
    assert for_reader(commercials) == "1:00"


def test_as_long_as_nothing_was_learnt_the_length_stands_alone() -> None:
    story, _commercials = _rows(spread=0)
    assert for_reader(story) == "0:38"
