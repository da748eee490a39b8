"""The register of sources: offices over time, contacts, use, duplicates and merging, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from newsdesk.domain.attribution import Attribution, Contact, Office, Source
from newsdesk.domain.likeness import Why
from newsdesk.domain.registers import SourceUse
from newsdesk.domain.story import Script
from newsdesk.errors import StaleEntry
from tests.newsrooms import Building, Desk

LURAH = Office("Lurah Bendo", "Pemkot Blitar", until=date(2025, 2, 19))
WALI_KOTA = Office("Wali Kota Blitar", "Pemkot Blitar", since=date(2025, 2, 20))


def saying(source_id: int, slug: str = "SATU", body: str = "Santoso hadir.") -> Script:
    return Script(slug=slug, body=body, attributions=(Attribution(source_id, 0, 7),))


def tied(script: Script) -> list[int]:
    return [tie.source_id for tie in script.attributions]


# ---------------------------------------------------------------- offices and contacts


def test_the_office_of_the_day_is_handed_out_and_former_ones_are_found(desk: Desk) -> None:
    added = desk.sources.add(Source("Santoso", offices=(LURAH, WALI_KOTA)))
    assert (added.office, added.offices) == ("Lurah Bendo", (LURAH, WALI_KOTA))
    assert desk.sources.list()[0].office == "Lurah Bendo"
    desk.today = date(2025, 3, 1)
    assert desk.sources.get_many([added.id])[0].office == "Wali Kota Blitar"
    assert [one.office for one in desk.sources.list("LURAH bendo")] == ["Wali Kota Blitar"]


def test_contacts_keep_their_note_and_whether_they_are_private(desk: Desk) -> None:
    contacts = (
        Contact("0812-3456", note="lewat ajudan, jangan malam"),
        Contact("humas@blitarkota.go.id", private=False),
    )
    added = desk.sources.add(Source("Santoso", contacts=(*contacts, Contact("  "))))
    assert added.contacts == contacts
    assert desk.sources.list()[0].contacts == contacts
    assert desk.sources.list("0812") == []
    changed = desk.sources.update(replace(added, contacts=contacts[:1]))
    assert (changed.contacts, changed.version) == (contacts[:1], 2)


def test_a_stale_change_of_offices_alone_is_refused(building: Building) -> None:
    ipang, dewi = building.desk(), building.desk("dewi", "Dewi")
    added = ipang.sources.add(Source("Santoso", "Wali Kota"))
    dewi.sources.update(replace(added, offices=(*added.offices, LURAH)))
    with pytest.raises(StaleEntry):
        ipang.sources.update(replace(added, contacts=(Contact("0812"),)))


# ---------------------------------------------------------------- use


def test_first_and_last_use_and_the_stories_a_source_speaks_in(desk: Desk) -> None:
    santoso = desk.sources.add(Source("Santoso"))
    assert desk.sources.use_of(santoso.id) == SourceUse(None, None, (), 0)
    first = desk.drafting.new(saying(santoso.id))
    second = desk.drafting.new(saying(santoso.id, "DUA"))
    use = desk.sources.use_of(santoso.id)
    assert (use.first, use.last, use.total) == (first.revised_at, second.revised_at, 2)
    assert [(row.story_id, row.slug) for row in use.stories] == [(second.id, "DUA"), (first.id, "SATU")]
    # Untied in the newest revision: it speaks there no more, and was used all the same.
    untied = desk.drafting.save(second.id, second.version, Script(slug="DUA", body="Isi."))
    use = desk.sources.use_of(santoso.id)
    assert [row.slug for row in use.stories] == ["SATU"]
    assert use.last == second.revised_at < untied.revised_at


# ---------------------------------------------------------------- duplicates


def test_duplicates_are_offered_until_they_are_told_apart_and_again_when_that_is_taken_back(
    building: Building,
) -> None:
    desk = building.desk()
    short = desk.sources.add(Source("Walikota Santoso"))
    long = desk.sources.add(Source("Wali Kota Blitar Santoso"))
    lurah = desk.sources.add(Source("Santoso", "Lurah Bendo"))
    [pair] = desk.sources.compared().duplicates()
    assert {pair.keep.id, pair.gone.id} == {short.id, long.id}
    assert (pair.why, pair.sure) == (Why.SAME_NAME, True)
    assert desk.sources.compared().duplicates([lurah.id]) == []
    desk.sources.tell_apart(long.id, short.id)
    desk.sources.tell_apart(short.id, long.id)
    assert building.desk("dewi", "Dewi").sources.compared().duplicates() == []
    desk.sources.forget_apart(short.id, long.id)
    assert desk.sources.compared().duplicates() == [pair]


def test_a_merged_source_stands_for_the_kept_one_in_every_revision_and_autosave(desk: Desk) -> None:
    gone = desk.sources.add(Source("Walikota Santoso", contacts=(Contact("0812", private=False, note="WA"),)))
    keep = desk.sources.add(Source("Santoso", "Wali Kota Blitar", contacts=(Contact("0812"),)))
    made = desk.drafting.new(saying(gone.id))
    desk.drafting.keep(made.id, made.version, saying(gone.id, body="Santoso hadir kemarin."))
    change = desk.sources.merge(keep, gone)
    assert change.kept.contacts == (Contact("0812", private=True, note="WA"),)
    assert (change.kept.person, change.kept.office, change.kept.version) == ("Santoso", "Wali Kota Blitar", 2)
    assert desk.sources.list() == [change.kept]
    assert desk.sources.get_many([gone.id, keep.id]) == [change.kept]
    assert tied(desk.drafting.revision(made.id, 1).script) == [keep.id]
    opened = desk.drafting.open(made.id)
    assert (opened.script.body, tied(opened.script)) == ("Santoso hadir kemarin.", [keep.id])
    assert desk.sources.use_of(keep.id).total == 1
    assert desk.sources.compared().duplicates() == []


def test_a_merge_is_taken_back_whole_with_what_had_been_merged_before(desk: Desk) -> None:
    first = desk.sources.add(Source("Walikota Santoso"))
    second = desk.sources.add(Source("Wali Kota Blitar Santoso", on_record=False))
    third = desk.sources.add(Source("Santoso", "Wali Kota Blitar"))
    made = desk.drafting.new(saying(first.id))
    one = desk.sources.merge(second, first)
    two = desk.sources.merge(third, one.kept)
    assert not two.kept.on_record
    assert tied(desk.drafting.open(made.id).script) == [third.id]
    assert desk.sources.undo(two) == replace(third, version=3)
    assert [(one.id, one.on_record) for one in desk.sources.list()] == [(third.id, True), (second.id, False)]
    assert tied(desk.drafting.open(made.id).script) == [second.id]
    desk.sources.undo(one._replace(kept=desk.sources.get_many([second.id])[0]))
    assert tied(desk.drafting.open(made.id).script) == [first.id]
    assert len(desk.sources.list()) == 3


def test_offices_of_both_stay_and_those_that_say_the_same_stand_once(desk: Desk) -> None:
    keep = desk.sources.add(Source("Santoso", offices=(Office("Wali Kota Blitar"), LURAH)))
    gone = desk.sources.add(Source("Santoso", offices=(Office("Walikota"), Office("Ketua PMI"), LURAH)))
    kept = desk.sources.merge(keep, gone).kept
    assert kept.offices == (Office("Wali Kota Blitar"), LURAH, Office("Ketua PMI"))
    assert kept.office == "Wali Kota Blitar"


def test_a_merge_is_refused_when_a_colleague_changed_one_of_the_two(building: Building) -> None:
    ipang, dewi = building.desk(), building.desk("dewi", "Dewi")
    keep, gone = (
        ipang.sources.add(Source("Santoso", "Wali Kota")),
        ipang.sources.add(Source("Walikota Santoso")),
    )
    changed = dewi.sources.update(replace(gone, person="Pak Santoso"))
    with pytest.raises(StaleEntry):
        ipang.sources.merge(keep, gone)
    assert ipang.sources.list() == [changed, keep]
    change = ipang.sources.merge(keep, changed)
    with pytest.raises(StaleEntry):  # it is another's by now
        dewi.sources.update(replace(changed, office="Camat"))
    dewi.sources.update(replace(change.kept, office="Wali Kota Blitar"))
    with pytest.raises(StaleEntry):
        ipang.sources.undo(change)
    with pytest.raises(StaleEntry):
        ipang.sources.merge(keep, keep)


def test_namesakes_are_two_entries_told_apart_by_office(desk: Desk) -> None:
    mayor = desk.sources.add(Source("Santoso", "Wali Kota Blitar"))
    lurah = desk.sources.add(Source("Santoso", "Lurah Bendo"))
    assert desk.sources.list("santoso") == [mayor, lurah]
    assert desk.sources.compared().duplicates() == []
