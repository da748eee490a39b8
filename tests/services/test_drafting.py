"""Writing, keeping and saving a story, on both databases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import event

from newsdesk.domain.attribution import Attribution, Byline, Dateline, Source
from newsdesk.domain.rows import UnsavedText
from newsdesk.domain.story import Script
from newsdesk.domain.timing import SpokenLength
from newsdesk.errors import NoSuchStory, StaleStory
from newsdesk.services.browsing import View
from newsdesk.services.clock import GrowingClock
from newsdesk.services.drafting import Drafting
from tests.newsrooms import Building, Desk, by_letters, capitals

FIRST = Script(
    slug="STATISTIK-OPD", headline="Indeks statistik naik", body="Pemkot Blitar menggelar upacara. Rutin."
)
SECOND = Script(slug="STATISTIK-OPD", headline="Indeks naik", body="Pemkot Blitar menggelar upacara bendera.")
THIRD = Script(slug="STATISTIK-OPD", headline="Indeks naik", body="Upacara bendera digelar Pemkot Blitar.")


def test_a_story_comes_back_with_everything_that_was_written(desk: Desk) -> None:
    source = desk.sources.add(Source("Santoso", "Wali Kota Blitar", "Pemkot Blitar", "0812"))
    script = Script(
        slug="STATISTIK-OPD",
        headline="Indeks statistik naik",
        dateline=Dateline("Blitar", "Beritatrends"),
        bylines=(Byline("Ipang Harwoko", "Mahardhika FM"), Byline("Dewi")),
        tags=("statistik", "blitar"),
        body="Pemkot menggelar upacara.\nSantoso hadir.",
        attributions=(Attribution(source.id, 26, 33), Attribution(source.id, 26, 40, quote=True)),
    )
    made = desk.drafting.new(script, "Teks asli\ndari situs")
    opened = desk.drafting.open(made.id)
    assert opened == made
    assert opened.script == script
    assert opened.original == "Teks asli\ndari situs"
    assert (opened.revision, opened.revised_by, opened.recovered_at) == (1, "Ipang Harwoko", None)


def test_an_empty_story_has_no_revision_until_it_is_saved(desk: Desk) -> None:
    made = desk.drafting.new()
    assert (made.script, made.revision, desk.drafting.revisions(made.id)) == (Script(), 0, [])
    assert desk.drafting.save(made.id, made.version, Script()).revision == 0
    saved = desk.drafting.save(made.id, made.version, FIRST)
    assert (saved.revision, saved.script) == (1, FIRST)


def test_a_dateline_without_an_outlet_is_not_lost(desk: Desk) -> None:
    script = Script(body="Halo.", dateline=Dateline("Blitar"))
    assert desk.drafting.open(desk.drafting.new(script).id).script == script


def test_every_save_is_a_revision_with_who_when_and_why(desk: Desk) -> None:
    made = desk.drafting.new(FIRST)
    saved = desk.drafting.save(made.id, made.version, SECOND, "dipendekkan")
    newest, oldest = desk.drafting.revisions(made.id)
    assert (newest.number, newest.by, newest.reason) == (2, "Ipang Harwoko", "dipendekkan")
    assert (oldest.number, oldest.reason) == (1, "")
    assert newest.at > oldest.at
    assert newest.at.tzinfo is not None
    assert saved.version > made.version


def test_saving_an_unchanged_script_makes_no_revision(desk: Desk) -> None:
    made = desk.drafting.new(FIRST)
    saved = desk.drafting.save(made.id, made.version, FIRST)
    assert (saved.revision, saved.version) == (1, made.version)


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


def test_a_stale_save_keeps_both_texts(building: Building) -> None:
    ipang, dewi = building.desk(), building.desk("dewi", "Dewi")
    made = ipang.drafting.new(FIRST)
    theirs = dewi.drafting.save(made.id, made.version, SECOND)
    with pytest.raises(StaleStory) as stale:
        ipang.drafting.save(made.id, made.version, THIRD)
    assert (stale.value.story_id, stale.value.ours, stale.value.theirs) == (
        made.id,
        made.version,
        theirs.version,
    )
    assert dewi.drafting.open(made.id).script == SECOND
    mine = ipang.drafting.open(made.id)
    assert (mine.script, mine.overtaken, mine.revised_by) == (THIRD, True, "Dewi")
    assert ipang.drafting.save(made.id, mine.version, THIRD).revision == 3
    assert [row.by for row in dewi.drafting.revisions(made.id)] == ["Ipang Harwoko", "Dewi", "Ipang Harwoko"]


def test_two_people_may_type_in_one_story_without_touching_each_other(building: Building) -> None:
    ipang, dewi = building.desk(), building.desk("dewi", "Dewi")
    made = ipang.drafting.new(FIRST)
    ipang.drafting.keep(made.id, made.version, SECOND)
    dewi.drafting.keep(made.id, made.version, THIRD)
    assert ipang.drafting.open(made.id).script == SECOND
    assert dewi.drafting.open(made.id).script == THIRD


def test_planning_the_airtime_keeps_the_unsaved_text_and_is_not_a_revision(desk: Desk) -> None:
    made = desk.drafting.new(FIRST)
    desk.drafting.keep(made.id, made.version, SECOND)
    airtime = datetime(2025, 1, 17, 11, tzinfo=UTC)
    planned = desk.drafting.set_airtime(made.id, made.version, airtime)
    assert (planned.airtime, planned.script, planned.revision) == (airtime, SECOND, 1)
    assert planned.version > made.version
    assert not planned.overtaken
    assert desk.drafting.set_airtime(made.id, planned.version, None).airtime is None


def test_planning_the_airtime_of_a_story_changed_meanwhile_is_stale(desk: Desk) -> None:
    made = desk.drafting.new(FIRST)
    desk.drafting.save(made.id, made.version, SECOND)
    with pytest.raises(StaleStory):
        desk.drafting.set_airtime(made.id, made.version, datetime(2025, 1, 17, tzinfo=UTC))


def test_a_story_that_is_not_there_is_said_to_be_missing(desk: Desk) -> None:
    for use in (
        lambda: desk.drafting.open(7),
        lambda: desk.drafting.discard(7),
    ):
        with pytest.raises(NoSuchStory):
            use()


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Halo\x00 dunia\x1b[31m\r\nbaris\tdua\rtiga", "Halo dunia[31m\nbaris\tdua\ntiga"),
        ("lambang \ud83d lepas, \ud83d\ude00 utuh", "lambang \ufffd lepas, 😀 utuh"),
        ("👩‍👩‍👧 🇮🇩 é e\u0301", "👩‍👩‍👧 🇮🇩 é e\u0301"),
        ("السلام عليكم \u202bשלום\u202c", "السلام عليكم \u202bשלום\u202c"),
        ("", ""),
    ],
    ids=["control", "surrogates", "emoji", "right-to-left", "empty"],
)
def test_any_text_can_be_kept_and_saved(desk: Desk, written: str, kept: str) -> None:
    script = Script(slug=written, headline=written, body=written, tags=(written,), bylines=(Byline(written),))
    expected = Script(slug=kept, headline=kept, body=kept, tags=(kept,), bylines=(Byline(kept),))
    made = desk.drafting.new(FIRST, written)
    desk.drafting.keep(made.id, made.version, script)
    desk.drafting.keep_local(made.id, made.version, script)
    assert desk.drafting.open(made.id).script == expected
    assert desk.drafting.save(made.id, made.version, script, written).script == expected
    assert desk.drafting.open(made.id).original == kept


def test_five_megabytes_are_kept_and_saved(desk: Desk) -> None:
    body = "Pemkot Blitar menggelar upacara. \n" * 150_000
    made = desk.drafting.new(Script(body=body), body)
    longer = Script(body=body + "Selesai.")
    desk.drafting.keep(made.id, made.version, longer)
    desk.drafting.keep_local(made.id, made.version, longer)
    assert desk.drafting.open(made.id).script == longer
    assert desk.drafting.save(made.id, made.version, longer).script == longer


def test_opening_reads_one_revision_however_many_there_are(desk: Desk) -> None:
    made = opened = desk.drafting.new(FIRST)
    for number in range(30):
        opened = desk.drafting.save(made.id, opened.version, Script(body=f"Isi {number}."))
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    event.listen(desk.storage.database.engine, "before_cursor_execute", note)
    assert desk.drafting.open(made.id).revision == 31
    bodies = [statement for statement in asked if "revisions.body" in statement]
    assert len(bodies) == 1
    assert "revisions.number = " in bodies[0]


def test_a_revision_can_be_read_long_after_another_replaced_it(desk: Desk) -> None:
    source = desk.sources.add(Source("Santoso", "Wali Kota Blitar"))
    first = Script(
        slug="STATISTIK-OPD",
        body="Santoso hadir.",
        tags=("opd",),
        attributions=(Attribution(source.id, 0, 7),),
    )
    made = desk.drafting.new(first)
    desk.drafting.save(made.id, made.version, SECOND, "dipendekkan")
    old, new = desk.drafting.revision(made.id, 1), desk.drafting.revision(made.id, 2)
    assert (old.number, old.script, old.reason) == (1, first, "")
    assert (new.number, new.script, new.reason) == (2, SECOND, "dipendekkan")
    assert old.by == new.by and old.at < new.at


def test_a_revision_that_was_never_made_is_told(desk: Desk) -> None:
    made = desk.drafting.new(FIRST)
    with pytest.raises(NoSuchStory):
        desk.drafting.revision(made.id, 2)


def test_a_begun_story_is_stored_with_its_first_words_whichever_use_case_comes_first(desk: Desk) -> None:
    airtime = datetime(2025, 1, 17, 11, tzinfo=UTC)
    for use in (
        lambda begun: desk.drafting.keep(begun.id, begun.version, FIRST),
        lambda begun: desk.drafting.save(begun.id, begun.version, FIRST),
        lambda begun: desk.drafting.set_airtime(begun.id, begun.version, airtime),
    ):
        begun = desk.drafting.begin()
        use(begun)
        stored = desk.drafting.open(begun.id)
        assert (stored.version, stored.revised_by) in ((1, "Ipang Harwoko"), (2, "Ipang Harwoko"))
        assert desk.drafting.save(begun.id, stored.version, SECOND).script == SECOND
    assert len(desk.browsing.stories(View.ALL)) == 3


def test_a_begun_story_is_filled_by_copy_from_outside(desk: Desk) -> None:
    begun = desk.drafting.begin()
    desk.drafting.keep(begun.id, begun.version, Script(slug="STATISTIK-OPD"))
    desk.drafting.keep_local(begun.id, begun.version, Script(slug="STATISTIK-OPD"))
    made = desk.drafting.new(FIRST, "Teks asli", begun.id)
    assert (made.id, made.revision, made.original) == (begun.id, 1, "Teks asli")
    assert desk.drafting.open(made.id) == made
    assert len(desk.browsing.stories(View.ALL)) == 1


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


@pytest.mark.logs_warnings
def test_words_are_saved_though_their_source_is_not_in_the_register(desk: Desk) -> None:
    known = desk.sources.add(Source("Santoso"))
    ties = (Attribution(known.id, 0, 4), Attribution(7, 5, 9))
    begun = desk.drafting.begin()
    saved = desk.drafting.save(begun.id, begun.version, Script(body="Satu dua.", attributions=ties))
    assert (saved.script.body, saved.script.attributions) == ("Satu dua.", ties[:1])


def _autosaves(desk: Desk, story_id: int) -> list[UnsavedText]:
    with desk.storage.read() as queries:
        return queries.autosaves(story_id, desk.people.me().id)
