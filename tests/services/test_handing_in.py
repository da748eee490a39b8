"""Handing a story in, taking it back and sending it back, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from newsdesk.domain.blocks import MARK, Clip, Note
from newsdesk.domain.story import RevisionKind, Script, StoryStatus
from newsdesk.errors import (
    DatabaseUnreachable,
    NoteMissing,
    NothingWritten,
    StaleStory,
    StoryLocked,
    WrongStatus,
)
from newsdesk.services.browsing import View
from newsdesk.services.clock import GrowingClock
from newsdesk.services.drafting import Drafting
from newsdesk.services.handing_in import HandingIn
from newsdesk.services.open_story import OpenStory
from tests.newsrooms import Building, Desk, by_letters, capitals

FIRST = Script(slug="STATISTIK", headline="Indeks naik", body="Pemkot menggelar upacara.")
SECOND = Script(slug="STATISTIK", headline="Indeks naik", body="Pemkot menggelar upacara bendera.")
THIRD = Script(slug="STATISTIK", headline="Indeks naik", body="Upacara bendera digelar.")
NOTE = "Tambah satu sumber lagi."


def _history(desk: Desk, story_id: int) -> list[tuple[int, RevisionKind, str, str]]:
    return [(row.number, row.kind, row.by, row.reason) for row in desk.versions.revisions(story_id)]


def test_a_submitted_story_waits_and_its_revision_says_so(desk: Desk) -> None:
    made = desk.drafting.new(FIRST)
    submitted = desk.handing_in.submit(made.id, made.version, SECOND, NOTE)
    assert (submitted.status, submitted.script, submitted.revision) == (StoryStatus.WAITING, SECOND, 2)
    assert (submitted.kind, submitted.reason) == (RevisionKind.SUBMITTED, NOTE)
    assert _history(desk, made.id) == [
        (2, RevisionKind.SUBMITTED, "Ipang Harwoko", NOTE),
        (1, RevisionKind.SAVED, "Ipang Harwoko", ""),
    ]
    assert [row.status for row in desk.browsing.stories(View.WAITING)] == [StoryStatus.WAITING]
    assert desk.browsing.stories(View.MY_DRAFTS) == []
    assert desk.browsing.counts()[View.WAITING] == 1


def test_submitting_makes_a_revision_even_when_no_word_has_changed(desk: Desk) -> None:
    made = desk.drafting.new(FIRST)
    submitted = desk.handing_in.submit(made.id, made.version, FIRST)
    again = desk.handing_in.submit(made.id, submitted.version, FIRST)
    assert [row.kind for row in desk.versions.revisions(made.id)] == [
        RevisionKind.SUBMITTED,
        RevisionKind.SUBMITTED,
        RevisionKind.SAVED,
    ]
    assert again.status is StoryStatus.WAITING


def test_a_story_that_is_not_stored_yet_is_submitted_with_its_words(desk: Desk) -> None:
    begun = desk.drafting.begin()
    submitted = desk.handing_in.submit(begun.id, begun.version, FIRST)
    assert (submitted.id, submitted.revision, submitted.script) == (begun.id, 1, FIRST)
    assert submitted.status is StoryStatus.WAITING


def test_what_was_typed_goes_along_and_is_not_offered_again(desk: Desk) -> None:
    made = desk.drafting.new(FIRST)
    desk.drafting.keep_local(made.id, made.version, SECOND)
    desk.drafting.keep(made.id, made.version, SECOND)
    desk.handing_in.submit(made.id, made.version, SECOND)
    opened = desk.drafting.open(made.id)
    assert (opened.script, opened.recovered_at) == (SECOND, None)
    assert not list(desk.paths.recovery.rglob("*.json"))


def test_what_was_typed_while_it_was_submitted_stays(desk: Desk) -> None:
    made = desk.drafting.new(FIRST)
    asked = desk.drafting.moment()
    desk.drafting.keep_local(made.id, made.version, THIRD)
    desk.handing_in.submit(made.id, made.version, SECOND, at=asked)
    opened = desk.drafting.open(made.id)
    assert (opened.script, opened.overtaken, opened.revision) == (THIRD, False, 2)
    assert desk.versions.revision(made.id, 2).script == SECOND


def test_submitting_on_a_stale_base_keeps_both_texts(building: Building) -> None:
    ipang, dewi = building.desk(), building.desk("dewi", "Dewi")
    made = ipang.drafting.new(FIRST)
    dewi.drafting.save(made.id, made.version, SECOND)
    with pytest.raises(StaleStory):
        ipang.handing_in.submit(made.id, made.version, THIRD)
    mine = ipang.drafting.open(made.id)
    assert (mine.script, mine.overtaken, mine.status) == (THIRD, True, StoryStatus.DRAFT)
    assert ipang.versions.revision(made.id, mine.revision).script == SECOND
    # Having seen both, the writer says which goes.
    submitted = ipang.handing_in.submit(made.id, mine.version, mine.script)
    assert [ipang.versions.revision(made.id, number).script for number in (1, 2, 3)] == [FIRST, SECOND, THIRD]
    assert submitted.status is StoryStatus.WAITING


def test_of_two_windows_of_one_person_the_second_submit_is_stale(building: Building) -> None:
    left, right = building.desk(), building.desk()
    made = left.drafting.new(FIRST)
    opened = right.drafting.open(made.id)
    left.handing_in.submit(made.id, made.version, SECOND)
    with pytest.raises(StaleStory):
        right.handing_in.submit(made.id, opened.version, THIRD)
    assert right.drafting.open(made.id).script == THIRD
    assert left.versions.revision(made.id, 2).script == SECOND


def test_of_two_who_submit_at_once_one_goes_first_and_no_text_is_lost(building: Building) -> None:
    ipang, dewi = building.desk(), building.desk("dewi", "Dewi")
    made = ipang.drafting.new(FIRST)
    dewi.people.me()

    def submit(desk: Desk, script: Script) -> OpenStory | StaleStory:
        try:
            return desk.handing_in.submit(made.id, made.version, script)
        except StaleStory as stale:
            return stale

    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(submit, ipang, SECOND)
        second = threads.submit(submit, dewi, THIRD)
        answers = [first.result(), second.result()]
    assert sorted(isinstance(answer, StaleStory) for answer in answers) == [False, True]
    newest = ipang.versions.revision(made.id, 2).script
    other = dewi if newest == SECOND else ipang
    assert {newest, other.drafting.open(made.id).script} == {SECOND, THIRD}


def test_a_writer_takes_a_story_back(desk: Desk) -> None:
    made = desk.drafting.new(FIRST)
    submitted = desk.handing_in.submit(made.id, made.version, SECOND)
    back = desk.handing_in.withdraw(made.id, submitted.version)
    assert (back.status, back.kind, back.script) == (StoryStatus.DRAFT, RevisionKind.WITHDRAWN, SECOND)
    assert back.revision == 3
    assert [row.slug for row in desk.browsing.stories(View.MY_DRAFTS)] == ["STATISTIK"]


def test_what_was_typed_after_submitting_goes_along_when_it_is_taken_back(desk: Desk) -> None:
    made = desk.drafting.new(FIRST)
    submitted = desk.handing_in.submit(made.id, made.version, SECOND)
    desk.drafting.keep(made.id, submitted.version, THIRD)
    back = desk.handing_in.withdraw(made.id, submitted.version)
    assert (back.script, back.recovered_at) == (THIRD, None)
    assert desk.drafting.open(made.id).recovered_at is None


def test_an_editor_sends_a_story_back_with_a_note(building: Building) -> None:
    ipang, dewi = building.desk(), building.desk("dewi", "Dewi")
    made = ipang.drafting.new(FIRST)
    submitted = ipang.handing_in.submit(made.id, made.version, FIRST)
    dewi.handing_in.send_back(made.id, submitted.version, f" {NOTE}\n")
    opened = ipang.drafting.open(made.id)
    assert (opened.status, opened.kind, opened.reason) == (StoryStatus.DRAFT, RevisionKind.RETURNED, NOTE)
    assert (opened.revised_by, opened.script) == ("Dewi", FIRST)


def test_a_story_is_not_sent_back_without_a_word_why(desk: Desk) -> None:
    made = desk.drafting.new(FIRST)
    submitted = desk.handing_in.submit(made.id, made.version, FIRST)
    with pytest.raises(NoteMissing):
        desk.handing_in.send_back(made.id, submitted.version, " \n\u200b")
    assert desk.drafting.open(made.id).status is StoryStatus.WAITING


@pytest.mark.parametrize(
    "empty",
    [Script(), Script(slug="X", headline="Judul"), Script(body=" \n\n")],
    ids=["all", "body", "space"],
)
def test_a_story_without_a_word_is_not_submitted(desk: Desk, empty: Script) -> None:
    made = desk.drafting.new(FIRST)
    with pytest.raises(NothingWritten):
        desk.handing_in.submit(made.id, made.version, empty)
    assert desk.drafting.open(made.id).script == FIRST


def test_a_story_of_one_clip_is_submitted(desk: Desk) -> None:
    begun = desk.drafting.begin()
    script = Script(body=MARK, blocks=(Clip("WALI-KOTA"),))
    assert desk.handing_in.submit(begun.id, begun.version, script).script == script


@pytest.mark.parametrize(
    "away",
    [lambda desk, ids: desk.putting_away.spike(ids), lambda desk, ids: desk.putting_away.trash(ids)],
    ids=["spiked", "trashed"],
)
def test_what_was_put_away_is_not_submitted_and_its_new_words_are_kept(
    building: Building, away: Callable[[Desk, list[int]], list[int]]
) -> None:
    ipang, dewi = building.desk(), building.desk("dewi", "Dewi")
    made = ipang.drafting.new(FIRST)
    away(dewi, [made.id])
    with pytest.raises(WrongStatus):
        ipang.handing_in.submit(made.id, made.version, SECOND)
    assert ipang.drafting.open(made.id).script == SECOND
    assert [row.kind for row in ipang.versions.revisions(made.id)] == [RevisionKind.SAVED]


def test_a_draft_is_neither_taken_back_nor_sent_back(desk: Desk) -> None:
    made = desk.drafting.new(FIRST)
    for back in (
        lambda: desk.handing_in.withdraw(made.id, made.version),
        lambda: desk.handing_in.send_back(made.id, made.version, NOTE),
    ):
        with pytest.raises(WrongStatus):
            back()
    assert len(desk.versions.revisions(made.id)) == 1


def test_saving_a_story_that_waits_leaves_it_waiting(desk: Desk) -> None:
    made = desk.drafting.new(FIRST)
    submitted = desk.handing_in.submit(made.id, made.version, FIRST)
    saved = desk.drafting.save(made.id, submitted.version, SECOND)
    assert (saved.status, saved.kind) == (StoryStatus.WAITING, RevisionKind.SAVED)


def test_a_colleague_planning_or_putting_a_story_away_makes_no_text_stale(building: Building) -> None:
    ipang, dewi = building.desk(), building.desk("dewi", "Dewi")
    made = ipang.drafting.new(FIRST)
    dewi.drafting.set_airtime(made.id, made.version, datetime(2025, 1, 17, 5, tzinfo=UTC))
    dewi.putting_away.spike([made.id])
    saved = ipang.drafting.save(made.id, made.version, SECOND)
    assert (saved.script, saved.status) == (SECOND, StoryStatus.SPIKED)


def test_stories_that_are_on_no_desk_are_submitted_at_their_newest_text(desk: Desk) -> None:
    made = desk.drafting.new(FIRST)
    desk.drafting.keep(made.id, made.version, SECOND)
    assert desk.handing_in.submit_newest(made.id).script == SECOND
    assert desk.handing_in.withdraw_newest(made.id).status is StoryStatus.DRAFT
    desk.handing_in.submit_newest(made.id)
    assert desk.handing_in.send_back_newest(made.id, NOTE).reason == NOTE
    assert desk.drafting.open(made.id).recovered_at is None


def test_an_overtaken_text_is_not_submitted_unseen(building: Building) -> None:
    ipang, dewi = building.desk(), building.desk("dewi", "Dewi")
    made = ipang.drafting.new(FIRST)
    ipang.drafting.keep(made.id, made.version, THIRD)
    dewi.drafting.save(made.id, made.version, SECOND)
    with pytest.raises(StaleStory):
        ipang.handing_in.submit_newest(made.id)
    assert ipang.drafting.open(made.id).script == THIRD


def test_what_somebody_else_is_writing_is_not_handed_in_from_the_list(building: Building) -> None:
    ipang, dewi = building.desk(), building.desk("dewi", "Dewi")
    made = ipang.drafting.new(FIRST)
    ipang.locks.take(made.id)
    with pytest.raises(StoryLocked):
        dewi.handing_in.submit_newest(made.id)
    assert ipang.handing_in.submit_newest(made.id).status is StoryStatus.WAITING
    ipang.locks.release(made.id)
    assert dewi.handing_in.withdraw_newest(made.id).status is StoryStatus.DRAFT


def test_clips_and_notes_go_with_every_step(desk: Desk) -> None:
    script = Script(
        slug="KLIP",
        body=f"Satu.\n{MARK}\n{MARK}\nDua.",
        blocks=(
            Clip(
                "WALI-KOTA", "/klip/wali.wav", "Kami sudah", "bulan depan", 12_345, "Santoso", "Ia berjanji."
            ),
            Note("Jangan dibaca tergesa."),
        ),
    )
    made = desk.drafting.new(script)
    assert made.script == script
    more = Script(slug="KLIP", body=f"{script.body}\n{MARK}", blocks=(*script.blocks, Note("Musik.")))
    desk.drafting.keep(made.id, made.version, more)
    assert desk.drafting.open(made.id).script == more
    desk.drafting.keep_local(made.id, made.version, script, desk.drafting.moment())
    assert desk.drafting.open(made.id).script == script
    submitted = desk.handing_in.submit(made.id, made.version, more)
    assert desk.drafting.open(made.id).script == more
    restored = desk.versions.restore(made.id, submitted.version, 1)
    assert restored.script == script
    assert desk.versions.revision(made.id, 2).script == more


def test_the_order_of_revisions_holds_though_the_clock_is_set_back(desk: Desk) -> None:
    made = desk.drafting.new(FIRST)
    submitted = desk.handing_in.submit(made.id, made.version, SECOND)
    hour_ago = GrowingClock(lambda: datetime.now(UTC) - timedelta(hours=1))
    late = Drafting(desk.storage, desk.people, by_letters, capitals, hour_ago)
    opened = late.open(made.id)
    late.keep(made.id, opened.version, THIRD)
    assert late.open(made.id).script == THIRD
    HandingIn(late).withdraw(made.id, submitted.version)
    times = [row.at for row in desk.versions.revisions(made.id)]
    assert times == sorted(times, reverse=True)
    assert len(set(times)) == 3
    assert desk.drafting.open(made.id).script == THIRD


def test_with_the_database_away_the_submitted_words_are_kept_here(desk: Desk, where: str) -> None:
    if "://" in where:
        pytest.skip("SQLite's writer is held up here; a server that is away: tests/storage/test_server.py")
    made = desk.drafting.new(FIRST)
    with desk.storage.database.writing() as session:
        session.connection()
        with ThreadPoolExecutor(1) as threads, pytest.raises(DatabaseUnreachable):
            threads.submit(desk.handing_in.submit, made.id, made.version, SECOND).result()
    opened = desk.drafting.open(made.id)
    assert (opened.script, opened.status, opened.revision) == (SECOND, StoryStatus.DRAFT, 1)
    assert desk.handing_in.submit(made.id, opened.version, opened.script).status is StoryStatus.WAITING
