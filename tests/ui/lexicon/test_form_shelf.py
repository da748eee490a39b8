"""Which forms are seen: views, search, order. No window."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from newsdesk.domain.lexicon import FormSeen, HowSaid, NameOf, Pronunciation
from newsdesk.domain.rows import LexiconRow
from newsdesk.ui.lexicon.form_row import builtin_rows, house_rows
from newsdesk.ui.lexicon.form_shelf import BUILTIN, UNCHECKED, Column, FormShelf, counted

WIB = timezone(timedelta(hours=7))
NOW = datetime(2025, 1, 17, 10, 4, tzinfo=WIB)
DEWI = {"checked_by": "Dewi Lestari", "checked_at": datetime(2025, 1, 12, 3, tzinfo=UTC)}


def listed(*entries: Pronunciation) -> FormShelf:
    rows = [
        LexiconRow(replace(entry, id=number), "STATISTIK-OPD", used)
        for number, (entry, used) in enumerate(zip(entries, (3, 1, 2, 9), strict=False), start=1)
    ]
    own = house_rows(rows, NOW, WIB)
    builtin = (
        FormSeen("KPU", "ka pe u", HowSaid.LETTERS, "", unsure=False),
        FormSeen("BPS", "be pe es", HowSaid.LETTERS, "", unsure=False),
    )
    shelf = FormShelf()
    shelf.contents = counted(own, builtin_rows(builtin, own))
    return shelf


def a_shelf() -> FormShelf:
    return listed(
        Pronunciation("Tjutjuk", "Cucuk", name_of=NameOf.PERSON, **DEWI),
        Pronunciation("BPS", "be pe es", HowSaid.LETTERS, **DEWI),
        Pronunciation(
            "EPSS",
            "e pe es es",
            HowSaid.LETTERS,
            found_by="Ipang Harwoko",
            found_at=datetime(2025, 1, 17, 2, 58, tzinfo=UTC),
        ),
        Pronunciation(
            "Wlingi", "wlingi", name_of=NameOf.PLACE, found_at=datetime(2025, 1, 16, 1, tzinfo=UTC)
        ),
    )


def seen(shelf: FormShelf) -> list[str]:
    return [row.entry.form for row in shelf.shown()]


def test_forms_stand_by_what_is_written_and_every_view_counts_its_own() -> None:
    shelf = a_shelf()
    assert seen(shelf) == ["BPS", "EPSS", "Tjutjuk", "Wlingi"]
    assert shelf.contents.counts == {
        "all": 4,
        "unchecked": 2,
        "letters": 2,
        "word": 2,
        "expanded": 0,
        "person": 1,
        "place": 1,
        "builtin": 2,
    }
    for view, forms in (("letters", ["BPS", "EPSS"]), ("person", ["Tjutjuk"]), (BUILTIN, ["BPS", "KPU"])):
        shelf.view = view
        assert seen(shelf) == forms


def test_search_finds_the_form_and_the_reading_whatever_the_case() -> None:
    shelf = a_shelf()
    for needle, forms in (("tju", ["Tjutjuk"]), ("CUCUK", ["Tjutjuk"]), ("es es", ["BPS", "EPSS"])):
        shelf.needle = needle
        assert seen(shelf) == forms, needle


def test_what_begins_with_the_words_searched_comes_first() -> None:
    shelf = listed(Pronunciation("ApBPS", "a"), Pronunciation("BPS", "b"))
    shelf.needle = "bps"
    assert seen(shelf) == ["BPS", "ApBPS"]


def test_what_the_newsroom_does_not_have_is_found_among_the_builtin_forms() -> None:
    shelf = a_shelf()
    shelf.needle = "kpu"
    assert [(row.entry.form, row.builtin) for row in shelf.shown()] == [("KPU", True)]
    shelf.needle = "bps"
    assert [row.builtin for row in shelf.shown()] == [False]


def test_a_form_of_another_view_is_not_offered_as_builtin() -> None:
    shelf = a_shelf()
    shelf.view, shelf.needle = "person", "bps"
    assert shelf.shown() == ()


def test_builtin_forms_that_the_newsroom_says_otherwise_are_marked() -> None:
    assert {row.entry.form: row.replaced for row in a_shelf().contents.builtin} == {"BPS": True, "KPU": False}


def test_a_head_sorts_and_sorts_back() -> None:
    shelf = a_shelf()
    shelf.turn(Column.WRITTEN)
    assert seen(shelf) == ["Wlingi", "Tjutjuk", "EPSS", "BPS"]
    shelf.turn(Column.USED)
    assert [row.used for row in shelf.shown()] == [9, 3, 2, 1]
    shelf.turn(Column.USED)
    assert [row.used for row in shelf.shown()] == [1, 2, 3, 9]
    shelf.turn(Column.CHECKED)
    assert seen(shelf)[:2] == ["EPSS", "Wlingi"]  # what nobody has checked stands first


def test_the_queue_begins_with_what_has_waited_longest() -> None:
    shelf = a_shelf()
    assert [row.entry.form for row in shelf.unchecked()] == ["Wlingi", "EPSS"]
    shelf.view = UNCHECKED
    assert seen(shelf) == ["EPSS", "Wlingi"]


def test_what_came_with_a_file_waits_behind_what_was_met_in_a_script() -> None:
    met = datetime(2025, 1, 17, tzinfo=UTC)
    shelf = listed(Pronunciation("AAA", "a a a"), Pronunciation("BBB", "b", found_at=met))
    assert [row.entry.form for row in shelf.unchecked()] == ["BBB", "AAA"]


def test_a_form_that_no_story_names_says_where_it_came_from() -> None:
    met = datetime(2025, 1, 17, tzinfo=UTC)
    imported = Pronunciation("AAA", "a a a")
    nameless = Pronunciation("BBB", "b", found_in=7, found_by="Ipang Harwoko", found_at=met)
    rows = house_rows([LexiconRow(imported, "", 0), LexiconRow(nameless, "", 1)], met, UTC)
    assert [row.met for row in rows] == ["dari impor", "Tanpa slug, Ipang, 00.00"]


def test_rows_say_who_checked_and_where_a_form_was_met() -> None:
    rows = {row.entry.form: row for row in a_shelf().contents.own}
    assert rows["BPS"].checked == "Dewi Lestari, 12 Jan"
    assert rows["EPSS"].met == "STATISTIK-OPD, Ipang, 09.58"
    assert rows["Wlingi"].met == "STATISTIK-OPD, 16 Jan"
    assert rows["EPSS"].checked == ""
