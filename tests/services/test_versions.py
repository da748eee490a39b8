"""The history of a story and going back in it, on both databases."""

from __future__ import annotations

import pytest

from newsdesk.domain.story import RevisionKind, Script, StoryStatus
from newsdesk.errors import NoSuchStory, StaleStory
from tests.newsrooms import Building, Desk

FIRST, SECOND, THIRD = (Script(slug="STATISTIK", body=f"Isi {number}.") for number in ("satu", "dua", "tiga"))


def _three_revisions(desk: Desk) -> tuple[int, int]:
    opened = desk.drafting.new(FIRST)
    for script in (SECOND, THIRD):
        opened = desk.drafting.save(opened.id, opened.version, script)
    return opened.id, opened.version


def test_an_older_text_is_made_the_newest_by_a_revision_of_its_own(desk: Desk) -> None:
    story_id, version = _three_revisions(desk)
    restored = desk.versions.restore(story_id, version, 1)
    assert (restored.script, restored.revision) == (FIRST, 4)
    assert [(row.number, row.kind, row.reason) for row in desk.versions.revisions(story_id)] == [
        (4, RevisionKind.RESTORED, "1"),
        (3, RevisionKind.SAVED, ""),
        (2, RevisionKind.SAVED, ""),
        (1, RevisionKind.SAVED, ""),
    ]
    scripts = [desk.versions.revision(story_id, number).script for number in (1, 2, 3, 4)]
    assert scripts == [FIRST, SECOND, THIRD, FIRST]
    assert desk.versions.revision(story_id, 4).kind is RevisionKind.RESTORED


def test_what_was_typed_and_not_saved_becomes_a_revision_before_it(desk: Desk) -> None:
    story_id, version = _three_revisions(desk)
    typed = Script(slug="STATISTIK", body="Baru diketik.")
    desk.drafting.keep(story_id, version, typed)
    restored = desk.versions.restore(story_id, version, 2)
    assert (restored.script, restored.recovered_at, restored.revision) == (SECOND, None, 5)
    assert desk.versions.revision(story_id, 4).script == typed
    assert desk.drafting.open(story_id).recovered_at is None


def test_what_stands_in_the_window_goes_before_what_was_autosaved(desk: Desk) -> None:
    story_id, version = _three_revisions(desk)
    desk.drafting.keep(story_id, version, Script(body="Sedetik"))
    typed = Script(body="Sedetik kemudian.")
    desk.versions.restore(story_id, version, 1, typed)
    assert [desk.versions.revision(story_id, number).script for number in (4, 5)] == [typed, FIRST]


def test_restoring_leaves_the_status(desk: Desk) -> None:
    story_id, version = _three_revisions(desk)
    submitted = desk.handing_in.submit(story_id, version, THIRD)
    assert desk.versions.restore(story_id, submitted.version, 1).status is StoryStatus.WAITING


def test_restoring_on_a_stale_base_restores_nothing_and_loses_nothing(building: Building) -> None:
    ipang, dewi = building.desk(), building.desk("dewi", "Dewi")
    story_id, version = _three_revisions(ipang)
    newest = Script(body="Dari Dewi.")
    dewi.drafting.save(story_id, version, newest)
    typed = Script(body="Dari Ipang.")
    with pytest.raises(StaleStory):
        ipang.versions.restore(story_id, version, 1, typed)
    opened = ipang.drafting.open(story_id)
    assert (opened.script, opened.overtaken) == (typed, True)
    assert ipang.versions.revision(story_id, opened.revision).script == newest


def test_a_revision_that_was_never_made_is_not_restored(desk: Desk) -> None:
    story_id, version = _three_revisions(desk)
    with pytest.raises(NoSuchStory):
        desk.versions.restore(story_id, version, 9)
    assert len(desk.versions.revisions(story_id)) == 3


def test_a_copy_left_behind_of_saved_words_is_not_offered_again(building: Building) -> None:
    ipang, dewi = building.desk(), building.desk("dewi", "Dewi")
    made = ipang.drafting.new(FIRST)
    ipang.drafting.save(made.id, made.version, SECOND)
    # The plug was pulled between the save and forgetting the copy.
    other = building.desk()
    other.drafting.keep_local(made.id, made.version, SECOND)
    opened = dewi.drafting.open(made.id)
    dewi.drafting.save(made.id, opened.version, THIRD)
    again = ipang.drafting.open(made.id)
    assert (again.script, again.recovered_at, again.overtaken) == (THIRD, None, False)
