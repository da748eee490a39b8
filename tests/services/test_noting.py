"""A saved script tells the lexicon its forms, and never fails for it."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import datetime

import pytest

from newsdesk.domain.lexicon import FormSeen, HowSaid, Pronunciation
from newsdesk.domain.story import Script
from newsdesk.errors import StaleStory
from newsdesk.services.drafting import Drafting
from newsdesk.services.noting import MOST_NEW_FORMS
from tests.newsrooms import Building, Desk, by_letters

EPSS = Script(slug="STATISTIK-OPD", body="Nilai EPSS naik.")


def _forms(desk: Desk) -> list[str]:
    return [entry.form for entry in desk.lexicon.forms()]


def _used(desk: Desk) -> dict[str, int]:
    return {row.entry.form: row.used for row in desk.lexicon.rows()}


def test_a_form_that_nobody_has_listed_enters_the_lexicon_unchecked_with_where_it_was_found(
    desk: Desk,
) -> None:
    before = desk.clock.next()
    made = desk.drafting.new(EPSS)
    (entry,) = desk.lexicon.forms()
    assert entry == Pronunciation(
        "EPSS",
        "e p s s",
        HowSaid.LETTERS,
        found_in=made.id,
        found_sentence="Nilai EPSS naik.",
        found_by="Ipang Harwoko",
        found_at=entry.found_at,
        id=entry.id,
        version=1,
    )
    assert entry.found_at is not None and entry.found_at > before


def test_a_form_is_found_once_however_often_it_is_saved(building: Building) -> None:
    ipang, dewi = building.desk(), building.desk("dewi", "Dewi")
    made = ipang.drafting.new(EPSS)
    listed = ipang.lexicon.forms()
    saved = ipang.drafting.save(made.id, made.version, replace(EPSS, body="EPSS naik lagi."))
    dewi.drafting.new(EPSS)
    dewi.drafting.save(made.id, saved.version, replace(EPSS, body="EPSS dan IIPG."))
    assert [entry for entry in dewi.lexicon.forms() if entry.form == "EPSS"] == listed
    assert _used(dewi) == {"EPSS": 2, "IIPG": 1}


def test_a_form_that_is_listed_in_any_case_or_with_conditions_is_no_new_one(desk: Desk) -> None:
    desk.lexicon.add(Pronunciation("epss", "e pe es es", case_sensitive=False))
    desk.lexicon.add(Pronunciation("IIPG", "i i pe ge", words_before=("nilai",)))
    desk.lexicon.add(Pronunciation("Spbe", "es pe be e"))
    desk.drafting.new(Script(body="EPSS, IIPG dan SPBE."))
    assert sorted(_forms(desk)) == ["IIPG", "SPBE", "Spbe", "epss"]


def test_only_a_saved_text_is_noted_and_the_newest_one_counts(building: Building) -> None:
    ipang, dewi = building.desk(), building.desk("dewi", "Dewi")
    begun = ipang.drafting.begin()
    ipang.drafting.keep(begun.id, begun.version, EPSS)
    ipang.drafting.keep_local(begun.id, begun.version, EPSS)
    assert _forms(ipang) == []
    saved = ipang.drafting.save(begun.id, begun.version, EPSS)
    dewi.drafting.save(begun.id, saved.version, Script(body="IIPG saja."))
    with pytest.raises(StaleStory):
        ipang.drafting.save(begun.id, saved.version, Script(body="SPBE."))
    assert _used(ipang) == {"EPSS": 0, "IIPG": 1}


def test_settled_forms_are_counted_and_not_asked_again(desk: Desk) -> None:
    def settled(_script: Script, _airtime: datetime | None) -> list[FormSeen]:
        return [FormSeen("KPU", "ka pe u", HowSaid.LETTERS, "KPU rapat.", unsure=False)]

    drafting = Drafting(desk.storage, desk.people, by_letters, settled, desk.clock)
    drafting.new(Script(body="KPU rapat."))
    assert _forms(desk) == []
    desk.lexicon.add(Pronunciation("KPU", "ka pe u", HowSaid.LETTERS))
    assert _used(desk) == {"KPU": 1}


def test_desks_that_find_a_form_at_once_list_it_once(building: Building) -> None:
    desks = [building.desk(f"p{n}", f"Orang {n}") for n in range(2)]
    for desk in desks:
        desk.people.me()
    start = threading.Barrier(len(desks))
    made: list[int] = []

    def save(desk: Desk) -> None:
        start.wait()
        made.append(desk.drafting.new(EPSS).id)

    threads = [threading.Thread(target=save, args=(desk,)) for desk in desks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 2
    assert _used(desks[0]) == {"EPSS": 2}


@pytest.mark.logs_warnings
def test_words_are_saved_though_their_forms_cannot_be_told(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_script: Script, _airtime: datetime | None) -> list[FormSeen]:
        raise RuntimeError("a rule went wrong")

    drafting = Drafting(desk.storage, desk.people, by_letters, broken, desk.clock)
    made = drafting.new(EPSS)
    assert drafting.save(made.id, made.version, Script(body="EPSS lagi.")).revision == 2
    assert desk.drafting.open(made.id).script.body == "EPSS lagi."
    assert "a rule went wrong" in caplog.text


@pytest.mark.logs_warnings
@pytest.mark.parametrize("lost", ["story_forms", "pronunciations"])
def test_words_are_saved_though_their_forms_cannot_be_noted(building: Building, lost: str) -> None:
    desk = building.desk()
    made = desk.drafting.new(Script(body="Tanpa bentuk."))
    with desk.storage.database.engine.begin() as connection:
        connection.exec_driver_sql(f"DROP TABLE {lost}")
    saved = desk.drafting.save(made.id, made.version, EPSS)
    assert (saved.script, saved.revision) == (EPSS, 2)
    assert building.desk().drafting.open(made.id).script == EPSS


@pytest.mark.logs_warnings
def test_words_are_saved_while_the_lexicon_is_held(where: str, building: Building) -> None:
    if "://" not in where:
        pytest.skip("a file has one writer for everything")
    ipang, dewi = building.desk(), building.desk("dewi", "Dewi")
    dewi.people.me()
    with ipang.storage.write() as work:
        work.lexicon.take_turn()
        made = dewi.drafting.new(EPSS)
    assert dewi.drafting.open(made.id).script == EPSS


def test_a_pasted_register_does_not_flood_the_queue_nor_a_letter_without_end_stop_it(desk: Desk) -> None:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    many = " ".join(f"X{one}{two}" for one in letters for two in letters)
    desk.drafting.new(Script(body=f"{'A' * 5_000} {many}"))
    assert len(_forms(desk)) == MOST_NEW_FORMS
    assert max(map(len, _forms(desk))) == 3


def test_of_a_sentence_without_end_what_stands_around_the_form_is_kept(desk: Desk) -> None:
    desk.drafting.new(Script(body="kata " * 10_000 + "EPSS" + " lagi" * 10_000))
    (entry,) = desk.lexicon.forms()
    assert "kata EPSS lagi" in entry.found_sentence
    assert entry.found_sentence[0] == entry.found_sentence[-1] == "…"
    assert len(entry.found_sentence) < 400
