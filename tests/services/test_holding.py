"""Embargo, correction, kill, and what was aired; on both databases."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newsdesk.domain.approval import ApprovalEnd
from newsdesk.domain.story import RevisionKind, StoryStatus
from newsdesk.errors import NewerRevision, NoSuchStory, NotAllowed, ReasonMissing, StaleStory, WrongStatus
from newsdesk.services.open_story import OpenStory
from tests.newsrooms import Building
from tests.services.reviewers import SECOND, House, approve, handed_in, house_of

EVENING = datetime(2026, 11, 22, 11, tzinfo=UTC)
WHY = "Angka dari BPS dikoreksi."


@pytest.fixture
def house(building: Building) -> House:
    """Give a newsroom with a reporter and two editors at their desks."""
    return house_of(building)


def approved(house: House) -> OpenStory:
    """Return a story of Rani's that Dewi approved."""
    story = handed_in(house.rani)
    approve(house.dewi, story.id, story.version, 1)
    return house.dewi.drafting.look(story.id)


def aired(house: House, story: OpenStory, revision: int = 1) -> bool:
    """Say that a revision was read in a bulletin."""
    with house.dewi.storage.write() as work:
        return house.dewi.reviewing.mark_aired(
            work, story.id, revision, house.dewi.people.me(), "Warta Siang 11.00"
        )


def test_an_embargo_holds_a_story_and_takes_no_approval(house: House) -> None:
    story = approved(house)
    with pytest.raises(NotAllowed):
        house.rani.reviewing.set_embargo(story.id, story.version, EVENING)
    held = house.dewi.reviewing.set_embargo(story.id, story.version, EVENING)
    assert (held.embargo, held.status, held.approved_revision) == (EVENING, StoryStatus.APPROVED, 1)
    with pytest.raises(StaleStory):
        house.bagas.reviewing.set_embargo(story.id, story.version, None)
    free = house.bagas.reviewing.set_embargo(story.id, held.version, None)
    assert free.embargo is None
    house.bagas.reviewing.set_embargo(story.id, free.version, None)  # nothing changed, nothing to log
    assert [(entry.act, dict(entry.after)) for entry in house.ipang.audit.entries(2)] == [
        ("embargo", {"until": ""}),
        ("embargo", {"until": EVENING.isoformat()}),
    ]
    with pytest.raises(NoSuchStory):
        house.dewi.reviewing.set_embargo(4711, 1, EVENING)


def test_what_was_aired_is_corrected_for_a_reason_and_waits_again(house: House) -> None:
    story = approved(house)
    assert aired(house, story)
    now = house.dewi.drafting.look(story.id)
    assert (now.status, now.approved_revision) == (StoryStatus.AIRED, 1)
    reviewing = house.bagas.reviewing
    with pytest.raises(ReasonMissing):
        reviewing.correct(story.id, now.version, SECOND, " … ")
    with pytest.raises(NotAllowed):
        house.rani.reviewing.correct(story.id, now.version, SECOND, WHY)
    corrected = reviewing.correct(story.id, now.version, SECOND, f" {WHY} ")
    assert (corrected.status, corrected.kind, corrected.reason) == (
        StoryStatus.WAITING, RevisionKind.CORRECTED, WHY,
    )  # fmt: skip
    review = house.dewi.reviewing.open(story.id)
    last = review.last_approval
    assert last is not None
    assert (review.may_approve, last.ended_why) == (True, ApprovalEnd.CORRECTED)
    assert reviewing.open(story.id).own  # whose words they are now
    approve(house.dewi, story.id, corrected.version, 2)
    waiting = handed_in(house.rani)
    with pytest.raises(WrongStatus):  # what waits is sent back, or saved
        reviewing.correct(waiting.id, waiting.version, SECOND, WHY)


def test_a_killed_story_is_not_read_and_says_why(house: House) -> None:
    story = approved(house)
    with pytest.raises(NotAllowed):
        house.rani.reviewing.kill(story.id, story.version, WHY)
    with pytest.raises(ReasonMissing):
        house.dewi.reviewing.kill(story.id, story.version, "")
    killed = house.dewi.reviewing.kill(story.id, story.version, WHY)
    assert (killed.status, killed.killed_why, killed.approved_revision, killed.revision) == (
        StoryStatus.KILLED, WHY, 0, 1,
    )  # fmt: skip
    assert not aired(house, story)  # it was read all the same: the log has it, and it stays killed
    assert house.dewi.drafting.look(story.id).status is StoryStatus.KILLED
    entry, before = house.ipang.audit.entries(2)
    assert (entry.act, entry.after["status"], entry.after["bulletin"]) == (
        "air",
        "killed",
        "Warta Siang 11.00",
    )
    assert (before.act, dict(before.after)) == ("kill", {"status": "killed", "why": WHY})
    saved = house.rani.drafting.save(story.id, killed.version + 1, SECOND)  # no word is ever refused
    assert (saved.status, saved.killed_why) == (StoryStatus.KILLED, WHY)
    with pytest.raises(WrongStatus):
        house.rani.handing_in.submit(story.id, saved.version, SECOND)
    back = house.bagas.reviewing.correct(story.id, saved.version, SECOND, WHY)
    assert (back.status, back.killed_why) == (StoryStatus.WAITING, "")

    # A kill looks at what a colleague corrected meanwhile.
    story = approved(house)
    house.bagas.reviewing.correct(story.id, story.version, SECOND, WHY)
    with pytest.raises(NewerRevision) as newer:
        house.dewi.reviewing.kill(story.id, story.version, "Salah.")
    assert (newer.value.number, newer.value.by) == (2, "Bagas Wibowo")
    now = house.dewi.drafting.look(story.id)
    with pytest.raises(WrongStatus):  # a correction that waits is no longer on its way to the air
        house.dewi.reviewing.kill(story.id, now.version, "Salah.")


def test_what_was_read_in_other_words_still_waits(house: House) -> None:
    story = approved(house)
    house.rani.drafting.save(story.id, story.version, SECOND)
    assert not aired(house, story)
    assert house.dewi.drafting.look(story.id).status is StoryStatus.CHANGED
    unapproved = handed_in(house.rani)
    assert aired(house, unapproved)  # an editor signed for it by name
    assert house.dewi.drafting.look(unapproved.id).status is StoryStatus.AIRED
    changed = house.rani.drafting.save(unapproved.id, unapproved.version + 1, SECOND)
    assert changed.status is StoryStatus.CHANGED
