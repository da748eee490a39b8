"""What becomes of an approval when a story goes on: other words end it, and everybody is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from newsdesk.domain.approval import ApprovalEnd
from newsdesk.domain.attribution import Byline
from newsdesk.domain.story import SaidHere, StoryStatus
from newsdesk.errors import WrongStatus
from newsdesk.services.browsing import View
from newsdesk.services.open_story import OpenStory
from tests.newsrooms import Building
from tests.services.reviewers import FIRST, SECOND, House, approve, house_of


@pytest.fixture
def house(building: Building) -> House:
    """Give a newsroom with a reporter and two editors at their desks."""
    return house_of(building)


def approved(house: House) -> OpenStory:
    """Return a story of Rani's that Dewi approved: revision 2, after a first that Rani saved."""
    made = house.rani.drafting.new(SECOND)
    story = house.rani.handing_in.submit(made.id, made.version, FIRST)
    approve(house.dewi, story.id, story.version, 2)
    return house.rani.drafting.open(story.id)


def by_saving(house: House, story: OpenStory) -> OpenStory:
    return house.rani.drafting.save(story.id, story.version, SECOND)


def by_handing_in(house: House, story: OpenStory) -> OpenStory:
    return house.rani.handing_in.submit(story.id, story.version, SECOND)


def by_restoring(house: House, story: OpenStory) -> OpenStory:
    return house.rani.versions.restore(story.id, story.version, 1)


def by_being_taken_over(house: House, story: OpenStory) -> OpenStory:
    house.rani.locks.take(story.id)
    house.rani.drafting.keep(story.id, story.version, SECOND)
    return house.bagas.locks.take_over(story.id)


def test_other_words_end_an_approval_however_they_come(house: House) -> None:
    ways: list[Callable[[House, OpenStory], OpenStory]] = [
        by_saving, by_handing_in, by_restoring, by_being_taken_over,
    ]  # fmt: skip
    for changed in ways:
        story = approved(house)
        assert (story.status, story.approved_revision) == (StoryStatus.APPROVED, 2)
        now = changed(house, story)
        assert (now.status, now.approved_revision, now.revision) == (StoryStatus.CHANGED, 0, 3), changed
        review = house.dewi.reviewing.open(story.id)
        assert (review.approval, review.may_approve, review.waiting_since) == (None, True, now.waiting_since)
        last = review.last_approval
        assert last is not None
        assert (last.revision, last.text.body, last.ended_why, last.ended_by_name) == (
            2, FIRST.body, ApprovalEnd.CHANGED, "Rani Puspita",
        )  # fmt: skip
        assert [row.id for row in house.dewi.browsing.stories(View.WAITING)] == [story.id]
        (ended,) = [entry for entry in house.ipang.audit.entries(4) if entry.act == "end-approval"]
        assert (ended.person, ended.before, ended.after) == (
            "Rani Puspita", {"approved": "2"}, {"approved": "", "why": "changed"},
        )  # fmt: skip
        # It stays so however often it is handed in, until an editor decides.
        again = house.rani.handing_in.submit(story.id, now.version, SECOND)
        assert (again.status, again.waiting_since) == (StoryStatus.CHANGED, now.waiting_since)
        approve(house.dewi, story.id, again.version, again.revision)
        assert house.rani.drafting.open(story.id).status is StoryStatus.APPROVED


def test_only_what_is_read_counts_as_words(house: House) -> None:
    unread = replace(FIRST, slug="CABAI", headline="Lain", tags=("harga",), cuttable=((0, 27),))
    said_otherwise = replace(FIRST, said_here=(SaidHere(33, 36, "badan pusat statistik"),))
    signed = replace(FIRST, bylines=(Byline("Rani Puspita"),))
    for script, stands in ((unread, True), (said_otherwise, False), (signed, False)):
        story = approved(house)
        saved = house.rani.drafting.save(story.id, story.version, script)
        assert saved.revision == 3
        assert saved.status is (StoryStatus.APPROVED if stands else StoryStatus.CHANGED)
        assert saved.approved_revision == (2 if stands else 0)
        assert (house.dewi.reviewing.open(story.id).approval is not None) is stands


def test_what_was_approved_is_not_handed_in_nor_taken_back_unchanged(house: House) -> None:
    story = approved(house)
    with pytest.raises(WrongStatus) as handed:
        house.rani.handing_in.submit(story.id, story.version, FIRST)
    assert handed.value.status == "approved"
    with pytest.raises(WrongStatus):
        house.rani.handing_in.withdraw(story.id, story.version, FIRST)
    assert house.dewi.reviewing.open(story.id).approval is not None
    back = house.dewi.handing_in.send_back(story.id, story.version, "Tunggu data resmi.")
    assert (back.status, back.approved_revision) == (StoryStatus.DRAFT, 0)
    last = house.dewi.reviewing.open(story.id).last_approval
    assert last is not None
    assert last.ended_why is ApprovalEnd.RETURNED


def test_what_is_spiked_is_approved_anew_and_what_is_thrown_away_comes_back_approved(house: House) -> None:
    story = approved(house)
    house.dewi.putting_away.trash([story.id])
    with house.dewi.storage.read() as queries:
        assert queries.approvals.in_force_of([story.id]) == {}  # what lies in the trash is not for the air
    house.dewi.putting_away.restore([story.id])
    assert house.dewi.reviewing.open(story.id).approval is not None
    house.dewi.putting_away.spike([story.id])
    last = house.dewi.reviewing.open(story.id).last_approval
    assert last is not None
    assert last.ended_why is ApprovalEnd.SPIKED
    house.dewi.putting_away.restore([story.id])
    again = house.dewi.reviewing.open(story.id)
    assert (again.story.status, again.approval, again.may_approve) == (StoryStatus.WAITING, None, True)
    assert again.waiting_since is not None
    back = house.rani.handing_in.withdraw(
        story.id, again.story.version, FIRST
    )  # what waits can be taken back
    assert (back.status, back.waiting_since) == (StoryStatus.DRAFT, None)
