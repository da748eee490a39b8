"""Words that are no revision yet: autosaved, kept on this computer, recovered; on both databases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from newsdesk.domain.rows import UnsavedText
from newsdesk.domain.story import Script
from newsdesk.domain.timing import SpokenLength
from newsdesk.errors import StaleStory
from newsdesk.services.browsing import View
from newsdesk.services.clock import GrowingClock
from newsdesk.services.drafting import Drafting
from tests.newsrooms import Building, Desk, by_letters, capitals

FIRST = Script(
    slug="STATISTIK-OPD", headline="Indeks statistik naik", body="Pemkot Blitar menggelar upacara. Rutin."
)
SECOND = Script(slug="STATISTIK-OPD", headline="Indeks naik", body="Pemkot Blitar menggelar upacara bendera.")
THIRD = Script(slug="STATISTIK-OPD", headline="Indeks naik", body="Upacara bendera digelar Pemkot Blitar.")


def test_autosaved_text_comes_back_and_makes_no_revision(desk: Desk) -> None:
    made = desk.drafting.new(FIRST)
    at = desk.drafting.keep(made.id, made.version, SECOND)
    opened = desk.drafting.open(made.id)
    assert (opened.script, opened.recovered_at, opened.overtaken) == (SECOND, at, False)
    assert (opened.revision, opened.version) == (1, made.version)


def test_the_local_copy_wins_when_it_is_newer_than_the_autosave(desk: Desk) -> None:
    made = desk.drafting.new(FIRST)
    desk.drafting.keep(made.id, made.version, SECOND)
    desk.drafting.keep_local(made.id, made.version, THIRD)
    assert desk.drafting.open(made.id).script == THIRD


def test_the_autosave_wins_when_it_is_newer_than_the_local_copy(desk: Desk) -> None:
    made = desk.drafting.new(FIRST)
    desk.drafting.keep_local(made.id, made.version, THIRD)
    desk.drafting.keep(made.id, made.version, SECOND)
    assert desk.drafting.open(made.id).script == SECOND


def test_newer_text_is_newer_even_when_the_clock_is_set_back(building: Building) -> None:
    desk = building.desk()
    made = desk.drafting.new(FIRST)
    desk.drafting.keep(made.id, made.version, SECOND)
    hour_ago = GrowingClock(lambda: datetime.now(UTC) - timedelta(hours=1))
    late = Drafting(desk.storage, desk.people, by_letters, capitals, hour_ago)
    base = late.open(made.id).version
    late.keep_local(made.id, base, THIRD)
    assert late.open(made.id).script == THIRD


def test_saving_clears_the_autosave_and_the_local_copy(desk: Desk) -> None:
    made = desk.drafting.new(FIRST)
    desk.drafting.keep(made.id, made.version, SECOND)
    desk.drafting.keep_local(made.id, made.version, SECOND)
    desk.drafting.save(made.id, made.version, SECOND)
    assert desk.drafting.open(made.id).recovered_at is None
    assert not list(desk.paths.recovery.rglob("*.json"))


def test_what_was_typed_while_saving_is_not_cleared(desk: Desk) -> None:
    made = desk.drafting.new(FIRST)

    def typed_while_it_is_measured(_script: Script, _airtime: object) -> SpokenLength:
        # save() measures after it was asked to save; by then the reporter has typed on.
        desk.drafting.keep_local(made.id, made.version, THIRD)
        return SpokenLength()

    saving = Drafting(desk.storage, desk.people, typed_while_it_is_measured, capitals, desk.clock)
    saving.save(made.id, made.version, SECOND)
    assert saving.open(made.id).script == THIRD


def test_discarding_goes_back_to_the_newest_revision(desk: Desk) -> None:
    made = desk.drafting.new(FIRST)
    desk.drafting.keep(made.id, made.version, SECOND)
    desk.drafting.keep_local(made.id, made.version, THIRD)
    assert desk.drafting.discard(made.id).script == FIRST
    assert desk.drafting.open(made.id).recovered_at is None


def test_two_people_may_type_in_one_story_without_touching_each_other(building: Building) -> None:
    ipang, dewi = building.desk(), building.desk("dewi", "Dewi")
    made = ipang.drafting.new(FIRST)
    ipang.drafting.keep(made.id, made.version, SECOND)
    dewi.drafting.keep(made.id, made.version, THIRD)
    assert ipang.drafting.open(made.id).script == SECOND
    assert dewi.drafting.open(made.id).script == THIRD


def test_of_two_texts_the_one_taken_later_is_kept_whichever_comes_first(desk: Desk) -> None:
    made = desk.drafting.new(FIRST)
    earlier, later = desk.drafting.moment(), desk.drafting.moment()
    desk.drafting.keep_local(made.id, made.version, THIRD, later)
    desk.drafting.keep(made.id, made.version, SECOND, earlier)
    assert desk.drafting.open(made.id).script == THIRD
    desk.drafting.keep(made.id, made.version, THIRD, later)
    desk.drafting.keep(made.id, made.version, SECOND, earlier)
    assert [text.script for text in _autosaves(desk, made.id)] == [THIRD]


def test_what_was_taken_before_a_save_or_a_discard_does_not_come_back_after_it(desk: Desk) -> None:
    made = desk.drafting.new(FIRST)
    earlier, saved_at = desk.drafting.moment(), desk.drafting.moment()
    saved = desk.drafting.save(made.id, made.version, THIRD, at=saved_at)
    desk.drafting.keep_local(made.id, made.version, SECOND, earlier)
    desk.drafting.keep_local(made.id, made.version, THIRD, saved_at)
    assert desk.drafting.open(made.id).recovered_at is None
    assert not list(desk.paths.recovery.rglob("*.json"))
    earlier = desk.drafting.moment()
    desk.drafting.discard(made.id)
    desk.drafting.keep_local(made.id, saved.version, SECOND, earlier)
    assert desk.drafting.open(made.id).recovered_at is None


def test_what_was_typed_after_asking_to_discard_stays(desk: Desk) -> None:
    made = desk.drafting.new(FIRST)
    asked = desk.drafting.moment()
    desk.drafting.keep_local(made.id, made.version, SECOND)
    desk.drafting.keep(made.id, made.version, SECOND)
    desk.drafting.discard(made.id, asked)
    assert desk.drafting.open(made.id).script == SECOND


def test_two_windows_of_one_person_never_write_over_each_other(building: Building) -> None:
    one, two = building.desk(), building.desk()
    made = one.drafting.new(FIRST)
    other = two.drafting.open(made.id)
    one.drafting.keep(made.id, made.version, SECOND)
    one.drafting.keep_local(made.id, made.version, SECOND)
    two.drafting.keep(made.id, other.version, THIRD)
    two.drafting.keep_local(made.id, other.version, THIRD)
    assert len(one.browsing.stories(View.ALL)) == one.browsing.counts()[View.ALL] == 1
    assert one.browsing.stories(View.MY_DRAFTS)[0].lead == THIRD.body
    # Both are killed. The newest is offered first; when it is dealt with, the other one.
    next_day = building.desk()
    opened = next_day.drafting.open(made.id)
    assert opened.script == THIRD
    saved = next_day.drafting.save(made.id, opened.version, THIRD)
    again = building.desk().drafting.open(made.id)
    assert (again.script, again.overtaken, again.revision) == (SECOND, True, saved.revision)


def test_a_recovered_text_that_is_typed_on_is_not_offered_a_second_time(building: Building) -> None:
    killed = building.desk()
    made = killed.drafting.new(FIRST)
    killed.drafting.keep(made.id, made.version, SECOND)
    killed.drafting.keep_local(made.id, made.version, SECOND)
    desk = building.desk()
    opened = desk.drafting.open(made.id)
    desk.drafting.keep_local(made.id, opened.version, THIRD)
    desk.drafting.keep(made.id, opened.version, THIRD)
    assert [text.script for text in _autosaves(desk, made.id)] == [THIRD]
    desk.drafting.save(made.id, opened.version, THIRD)
    assert building.desk().drafting.open(made.id).recovered_at is None
    assert not list(desk.paths.recovery.rglob("*.json"))


def test_an_old_text_that_was_typed_on_does_not_come_back_after_the_save(building: Building) -> None:
    first = building.desk()
    made = first.drafting.new(FIRST)
    first.drafting.keep(made.id, made.version, SECOND)
    # Killed. The next one can only keep on the disk what it types on: the database is locked.
    second = building.desk()
    opened = second.drafting.open(made.id)
    second.drafting.keep_local(made.id, opened.version, THIRD)
    third = building.desk()
    opened = third.drafting.open(made.id)
    assert opened.script == THIRD
    third.drafting.save(made.id, opened.version, THIRD)
    again = third.drafting.open(made.id)
    assert (again.script, again.recovered_at) == (THIRD, None)


def test_what_one_typed_on_after_ones_own_save_is_not_called_overtaken(desk: Desk) -> None:
    made = desk.drafting.new(FIRST)
    desk.drafting.save(made.id, made.version, SECOND)
    # The page has not heard of the save yet: these words still name the version before it.
    desk.drafting.keep_local(made.id, made.version, THIRD)
    opened = desk.drafting.open(made.id)
    assert (opened.script, opened.overtaken) == (THIRD, False)


def test_a_local_copy_without_its_story_becomes_one_when_the_newsroom_is_opened(building: Building) -> None:
    desk = building.desk()
    begun = desk.drafting.begin()
    desk.drafting.keep_local(begun.id, begun.version, FIRST)
    known = desk.drafting.new(SECOND)
    desk.drafting.keep_local(known.id, known.version, THIRD)
    later = building.desk()
    assert later.drafting.recover() == 1
    assert later.drafting.recover() == 0
    opened = later.drafting.open(begun.id)
    assert (opened.script, opened.revision, opened.overtaken) == (FIRST, 0, False)
    assert later.drafting.save(begun.id, opened.version, FIRST).revision == 1
    assert len(later.browsing.stories(View.ALL)) == 2


def test_a_copy_by_somebody_this_database_never_knew_is_mine(building: Building) -> None:
    desk = building.desk()
    begun = desk.drafting.begin()
    text = UnsavedText(begun.version, desk.drafting.moment(), FIRST, 5)
    desk.storage.recovery.keep(begun.id, 99, text)
    assert desk.drafting.recover() == 1
    assert desk.drafting.open(begun.id).script == FIRST
    assert desk.storage.recovery.kept() == set()


def _autosaves(desk: Desk, story_id: int) -> list[UnsavedText]:
    with desk.storage.read() as queries:
        return queries.autosaves(story_id, desk.people.me().id)


def test_looking_at_a_story_forgets_nothing_that_another_window_of_mine_has_kept(building: Building) -> None:
    left, right = building.desk(), building.desk()
    made = left.drafting.new(FIRST)
    base = left.drafting.open(made.id).version
    right.drafting.open(made.id)
    right.drafting.keep_local(made.id, base, SECOND)
    right.drafting.keep(made.id, base, SECOND)
    assert left.drafting.look(made.id).script == SECOND
    left.drafting.keep_local(made.id, base, THIRD)
    left.drafting.keep(made.id, base, THIRD)
    left.drafting.discard(made.id)
    assert left.drafting.open(made.id).script == SECOND


def test_handing_in_that_is_refused_forgets_nothing_of_another_window(building: Building) -> None:
    left, right, dewi = building.desk(), building.desk(), building.desk("dewi", "Dewi")
    made = left.drafting.new(FIRST)
    base = left.drafting.open(made.id).version
    right.drafting.keep(made.id, base, SECOND)
    dewi.drafting.save(made.id, base, THIRD)
    with pytest.raises(StaleStory):
        left.handing_in.submit_newest(made.id)
    left.drafting.keep(made.id, base, FIRST)
    left.drafting.discard(made.id)
    assert left.drafting.open(made.id).script == SECOND
