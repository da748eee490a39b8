"""Writing and saving a story, on both databases."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import event

from newsdesk.domain.attribution import Attribution, Byline, Dateline, Source
from newsdesk.domain.story import Script
from newsdesk.errors import NoSuchStory, StaleStory
from newsdesk.services.browsing import View
from tests.newsrooms import Building, Desk

FIRST = Script(
    slug="STATISTIK-OPD", headline="Indeks statistik naik", body="Pemkot Blitar menggelar upacara. Rutin."
)
SECOND = Script(slug="STATISTIK-OPD", headline="Indeks naik", body="Pemkot Blitar menggelar upacara bendera.")
THIRD = Script(slug="STATISTIK-OPD", headline="Indeks naik", body="Upacara bendera digelar Pemkot Blitar.")


def test_a_story_comes_back_with_everything_that_was_written(desk: Desk) -> None:
    source = desk.sources.add(Source("Santoso", "Wali Kota Blitar", "Pemkot Blitar"))
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


@pytest.mark.logs_warnings
def test_words_are_saved_though_their_source_is_not_in_the_register(desk: Desk) -> None:
    known = desk.sources.add(Source("Santoso"))
    ties = (Attribution(known.id, 0, 4), Attribution(7, 5, 9))
    begun = desk.drafting.begin()
    saved = desk.drafting.save(begun.id, begun.version, Script(body="Satu dua.", attributions=ties))
    assert (saved.script.body, saved.script.attributions) == ("Satu dua.", ties[:1])
