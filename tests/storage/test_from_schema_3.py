"""A newsroom with clips and kinds of revisions is brought up to date with every row, on both databases."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsdesk.domain.blocks import MARK, Clip
from newsdesk.domain.registers import Entry
from newsdesk.domain.sign_off import FIRST_PATTERN
from newsdesk.domain.story import RevisionKind, StoryStatus
from newsdesk.services.browsing import View
from tests.newsrooms import Building
from tests.storage.older import AT, SOURCES, TYPED, older_building


@pytest.fixture(params=[2, 3])
def older(request: pytest.FixtureRequest, where: str, tmp_path: Path) -> Building:
    """Give a newsroom that an earlier Newsdesk made and filled."""
    return older_building(request, where, tmp_path / "profile", request.param)


def test_sources_keep_their_contact_as_a_private_one_and_their_office_as_the_first(older: Building) -> None:
    desk = older.desk()
    assert desk.sources.list() == SOURCES
    assert desk.sources.use_of(5).first is not None
    changed = desk.sources.update(SOURCES[1])
    assert changed == SOURCES[1]
    older.close()


def test_tags_stand_where_they_stood_and_desks_begin_empty(older: Building) -> None:
    desk = older.desk()
    assert [tag.name for tag in desk.tags.list()] == ["blitar", "statistik"]
    assert desk.drafting.revision(1, 1).script.tags == ("statistik", "blitar")
    assert desk.desks.list() == []
    assert desk.station.pattern() == FIRST_PATTERN
    opened = desk.drafting.open(1)
    assert (opened.desk_id, opened.desk, opened.script) == (0, "", TYPED)
    made = desk.desks.add("Kota")
    assert desk.drafting.set_desk(1, opened.version, made.id).desk == "Kota"
    assert desk.desks.list() == [Entry(made.id, "Kota", 1)]
    older.close()


def test_clips_and_kinds_of_schema_3_stay(request: pytest.FixtureRequest, where: str, tmp_path: Path) -> None:
    building = older_building(request, where, tmp_path / "profile", 3)
    desk = building.desk()
    second = desk.drafting.revision(1, 2)
    assert (second.kind, second.script.body) == (RevisionKind.SUBMITTED, f"Satu.\n{MARK}")
    assert second.script.blocks == (Clip("WALIKOTA-1", milliseconds=18000),)
    assert [tie.source_id for tie in second.script.attributions] == [6]
    waiting = desk.drafting.open(1)
    assert waiting.status is StoryStatus.WAITING
    # It waits since it was handed in, and nothing of it may be cut or was approved.
    assert (waiting.waiting_since, waiting.approved_revision, waiting.script.cuttable) == (AT, 0, ())
    assert (waiting.embargo, waiting.killed_why) == (None, "")
    assert [row.clip_ms for row in desk.browsing.stories(View.ALL)] == [0]  # of what is typed: no clip
    desk.drafting.discard(1)
    assert [row.clip_ms for row in desk.browsing.stories(View.ALL)] == [18_000]
    assert [story.story_id for story in desk.sources.use_of(6).stories] == [1]
    # It has no programme yet, and its stories can be placed.
    assert (desk.programmes.all(), desk.programmes.places()) == ([], [])
    bulletin = desk.bulletins.create(None, AT)
    state = desk.bulletins.state(1)
    assert state is not None
    row = desk.bulletins.row_of(state, bulletin)
    placed = desk.bulletins.keep(bulletin.bulletin.id, 1, bulletin.rundown.placed(row, None))
    assert placed.states[1].missing_clips == ("WALIKOTA-1",)
    building.close()
