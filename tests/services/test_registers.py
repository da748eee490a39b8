"""Sources and people, on both databases."""

from __future__ import annotations

import getpass
import traceback
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from newsdesk.domain.attribution import Contact, Office, Source
from newsdesk.domain.people import DEFAULT_RATE
from newsdesk.domain.story import Revision, Script, Story
from newsdesk.errors import StaleEntry
from newsdesk.services.people import computer_user
from tests.newsrooms import Building, Desk

NOW = datetime(2025, 1, 17, 3, tzinfo=UTC)
SANTOSO = Source("Santoso", "Wali Kota Blitar", "Pemkot Blitar", (Contact("0812-3456"),), on_record=False)


def test_a_source_comes_back_with_everything_written_about_it(desk: Desk) -> None:
    added = desk.sources.add(SANTOSO)
    offices = (Office("Wali Kota Blitar", "Pemkot Blitar"),)
    assert added == replace(SANTOSO, offices=offices, id=added.id, version=1)
    assert desk.sources.list() == [added]
    assert SANTOSO.id == 0


def test_sources_are_listed_by_name_and_found_by_any_of_their_words(desk: Desk) -> None:
    santoso = desk.sources.add(SANTOSO)
    bps = desk.sources.add(Source("", organisation="BPS Kota Blitar"))
    hanung = desk.sources.add(Source("Hanung Pramusito", "Kepala BPS"))
    assert desk.sources.list() == [bps, hanung, santoso]
    assert desk.sources.list("bps") == [bps, hanung]
    assert desk.sources.list(" WALI ") == [santoso]
    assert desk.sources.list("0812") == []
    assert desk.sources.get_many([santoso.id, 7, bps.id]) == [santoso, bps]
    assert desk.sources.get_many([]) == []


def test_a_changed_source_is_kept_and_a_stale_change_refused(building: Building) -> None:
    ipang, dewi = building.desk(), building.desk("dewi", "Dewi")
    added = ipang.sources.add(SANTOSO)
    changed = dewi.sources.update(replace(added, office="Wali Kota\x00 "))
    assert (changed.office, changed.version) == ("Wali Kota", 2)
    with pytest.raises(StaleEntry) as failure:
        ipang.sources.update(replace(added, office="Mantan wali kota"))
    assert failure.value.entry_id == added.id
    assert ipang.sources.list() == [changed]
    assert dewi.sources.update(changed) == changed  # nothing changed: not a new version


def test_what_is_handed_out_is_a_copy(desk: Desk) -> None:
    added = desk.sources.add(SANTOSO)
    added.office = "diubah tanpa disimpan"
    assert desk.sources.list()[0].office == "Wali Kota Blitar"


def test_the_person_at_the_computer_is_made_once(building: Building) -> None:
    first, again, dewi = building.desk(), building.desk(), building.desk("dewi", "Dewi")
    me = first.people.me()
    assert (me.name, me.login, me.rate, me.version) == ("Ipang Harwoko", "ipang", DEFAULT_RATE, 1)
    assert again.people.me() == me
    assert dewi.people.me().id != me.id


def test_a_new_name_stands_on_every_revision(building: Building) -> None:
    desk = building.desk()
    made = desk.drafting.new(Script(body="Isi."))
    renamed = desk.people.rename(desk.people.me(), " Ipang\n ")
    assert renamed.name == "Ipang"
    assert desk.people.me() == renamed
    assert building.desk().people.me() == renamed
    assert desk.drafting.revisions(made.id)[0].by == "Ipang"
    assert desk.people.rename(renamed, "  ").name == "Ipang"


def test_a_rate_is_kept_and_the_last_one_set_stands(desk: Desk) -> None:
    me = desk.people.me()
    assert desk.people.set_rate(me, 365).rate == 365
    assert desk.people.set_rate(me, 400).rate == 400
    assert desk.people.me().rate == 400
    assert desk.people.set_rate(desk.people.me(), -5).rate == 1


def test_the_computers_user_always_has_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    login, name = computer_user()
    assert login
    assert name

    def nobody() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert computer_user() == ("redaksi", "redaksi")


def test_name_and_rate_are_changed_apart_without_getting_in_each_others_way(desk: Desk) -> None:
    person = desk.people.me()
    desk.people.set_rate(person, 410)
    renamed = desk.people.rename(person, "Sinta Ayu")
    assert (renamed.name, renamed.rate) == ("Sinta Ayu", 410)
    assert desk.people.me() == renamed


def test_the_text_of_a_story_never_stands_in_a_failures_words(desk: Desk) -> None:
    with pytest.raises(Exception) as caught, desk.storage.write() as work:
        work.stories.keep_revision(
            Story(created_at=NOW, created_by=7, updated_at=NOW, updated_by=7),
            Revision(1, Script(body="ISI RAHASIA"), 7, NOW),
        )
    assert "ISI RAHASIA" not in "".join(traceback.format_exception(caught.value))
