"""The story aggregate, and the numbers of stories."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from newsdesk.domain.blocks import Clip
from newsdesk.domain.ids import TimeOrderedIds
from newsdesk.domain.story import Revision, RevisionKind, Script, Story, StoryStatus
from newsdesk.domain.timing import SpokenLength

MORNING = datetime(2025, 1, 17, 3, tzinfo=UTC)
NOON = datetime(2025, 1, 17, 5, tzinfo=UTC)


def test_revising_gives_the_revision_and_moves_what_the_list_shows() -> None:
    story = Story(created_at=MORNING, created_by=1, updated_at=MORNING, updated_by=1)
    script = Script(
        slug="STATISTIK-OPD",
        headline="Indeks naik",
        body="Pemkot rutin. Lagi.\n\ufffc",
        blocks=(Clip(milliseconds=18_000),),
    )
    revision = story.revise(script, 2, NOON, "baru", SpokenLength(7, 2, 1))
    assert revision == Revision(1, script, 2, NOON, "baru")
    assert (story.slug, story.headline, story.lead) == ("STATISTIK-OPD", "Indeks naik", "Pemkot rutin.")
    assert (story.syllables, story.sentences, story.paragraphs, story.clip_ms) == (7, 2, 1, 18_000)
    assert (story.updated_at, story.updated_by, story.revision) == (NOON, 2, 1)
    assert (story.created_at, story.created_by) == (MORNING, 1)


def test_numbers_grow_with_time_and_fit_a_database(monkeypatch: pytest.MonkeyPatch) -> None:
    ids = TimeOrderedIds()
    made = [ids.new() for _ in range(1000)]
    assert made == sorted(set(made))
    monkeypatch.setattr(time, "time_ns", lambda: 1_704_067_200_000_000_000 + 3_600_000_000_000)
    assert ids.new() > made[-1]  # the clock was set back
    monkeypatch.setattr(time, "time_ns", lambda: 4_102_444_800_000_000_000)  # the year 2100
    assert ids.new() < 2**63


def test_a_story_moves_only_where_a_newsroom_would_move_it() -> None:
    moves = {
        one.value: {other.value for other in StoryStatus if one.may_become(other)} for one in StoryStatus
    }
    assert moves == {
        "draft": {"waiting", "spiked"},
        "waiting": {"waiting", "draft", "approved", "spiked"},
        "approved": {"waiting", "draft", "changed", "aired", "killed", "spiked"},
        "changed": {"waiting", "draft", "approved", "killed", "spiked"},
        "aired": {"waiting", "changed", "killed"},
        "killed": {"waiting"},
        "spiked": set(),
    }
    assert {one.value for one in StoryStatus if one.waits} == {"waiting", "changed"}


def test_a_revision_says_what_it_was_made_for() -> None:
    story = Story(created_at=NOON, created_by=1, updated_at=NOON, updated_by=1)
    submitted = story.revise(Script(), 2, NOON, "buru-buru", kind=RevisionKind.SUBMITTED)
    assert (submitted.kind, submitted.reason) == (RevisionKind.SUBMITTED, "buru-buru")
    assert story.revise(Script(), 2, NOON).kind is RevisionKind.SAVED
