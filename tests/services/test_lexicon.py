"""The house lexicon: added to, checked, changed and taken back, on both databases."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from newsdesk.domain.house_style import HouseStyle
from newsdesk.domain.lexicon import HowSaid, LexiconChange, NameOf, Pronunciation
from newsdesk.domain.story import Script, Story
from newsdesk.errors import BadInput, FormExists, StaleEntry
from tests.newsrooms import Building, Desk

TJUTJUK = Pronunciation("Tjutjuk", "Cucuk", HowSaid.WORD, "CU-cuk", name_of=NameOf.PERSON)
ASN = Pronunciation("ASN", "a es en", HowSaid.LETTERS, case_sensitive=False)
PMK = Pronunciation(
    "PMK", "pe em ka", HowSaid.LETTERS, words_before=("wabah", "virus"), words_after=("sapi",)
)


def test_an_added_entry_comes_back_whole_and_vouched_for(building: Building) -> None:
    desk = building.desk()
    before = desk.clock.next()
    added = desk.lexicon.add(replace(PMK, form=" PMK\x00", words_before=("wabah  virus", "wabah")))
    assert added == replace(
        PMK, checked_by="Ipang Harwoko", checked_at=added.checked_at, id=added.id, version=1
    )
    assert added.checked_at is not None and added.checked_at > before
    asn = desk.lexicon.add(ASN)
    assert building.desk("dewi", "Dewi").lexicon.forms() == [asn, added]
    assert PMK.id == 0


def test_a_changed_entry_is_vouched_for_by_who_changed_it_and_a_stale_change_refused(
    building: Building,
) -> None:
    ipang, dewi = building.desk(), building.desk("dewi", "Dewi")
    added = ipang.lexicon.add(TJUTJUK)
    changed = dewi.lexicon.update(replace(added, spoken="Cucuk Sunario"))
    assert (changed.spoken, changed.checked_by, changed.version) == ("Cucuk Sunario", "Dewi", 2)
    for stale in (ipang.lexicon.update, ipang.lexicon.check, ipang.lexicon.remove):
        with pytest.raises(StaleEntry) as failure:
            stale(added)
        assert failure.value.entry_id == added.id
    ipang.lexicon.remove(changed)
    assert dewi.lexicon.forms() == []
    with pytest.raises(StaleEntry):
        dewi.lexicon.update(changed)


def test_vouching_for_an_entry_changes_nothing_else(building: Building) -> None:
    ipang, dewi = building.desk(), building.desk("dewi", "Dewi")
    ipang.drafting.new(Script(body="Nilai EPSS naik."))
    (found,) = dewi.lexicon.forms()
    assert (found.checked_by, found.checked_at) == ("", None)
    checked = dewi.lexicon.check(found)
    assert checked.checked_at is not None
    assert checked == replace(found, checked_by="Dewi", checked_at=checked.checked_at, version=2)
    assert ipang.lexicon.forms() == [checked]


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        (Pronunciation(" \x00", "kosong"), "kosong"),
        (Pronunciation("\u200b", "kosong"), "bentuk tertulisnya kosong"),
        (Pronunciation("KPU", " \n"), "cara membacanya kosong"),
        (Pronunciation("KPU", "ka pe 2"), "angka dengan kata"),
        (Pronunciation("KPU", "ka % u"), "%"),
        (Pronunciation("KPU", "KPU"), "huruf satu per satu"),
        (Pronunciation("KPU", "..."), "dengan kata"),
        (Pronunciation("A" * 201, "a"), "terlalu panjang"),
    ],
)
def test_an_entry_that_no_script_could_use_is_refused(desk: Desk, entry: Pronunciation, told: str) -> None:
    kept = desk.lexicon.add(ASN)
    for use in (
        desk.lexicon.add,
        lambda one: desk.lexicon.update(replace(kept, form=one.form, spoken=one.spoken)),
    ):
        with pytest.raises(BadInput, match=told):
            use(entry)
    assert desk.lexicon.forms() == [kept]


def test_a_form_is_listed_once_for_its_case_and_conditions(desk: Desk) -> None:
    ministry = replace(PMK, words_before=(), words_after=())
    for entry in (PMK, ministry, ASN, replace(ASN, case_sensitive=True), TJUTJUK):
        desk.lexicon.add(entry)
    for twin in (
        replace(PMK, spoken="lain", words_before=("VIRUS", "wabah")),
        replace(ministry, how=HowSaid.EXPANDED),
        replace(ASN, form="asn"),
        replace(TJUTJUK, form="Tjutjuk "),
    ):
        with pytest.raises(FormExists) as failure:
            desk.lexicon.add(twin)
        assert failure.value.form in ("PMK", "ASN", "Tjutjuk")
    (tjutjuk,) = (one for one in desk.lexicon.forms() if one.form == "Tjutjuk")
    with pytest.raises(FormExists):
        desk.lexicon.update(replace(tjutjuk, form="PMK"))
    desk.lexicon.add(replace(TJUTJUK, form="TJUTJUK"))
    assert len(desk.lexicon.forms()) == 6


def test_of_desks_that_add_a_form_at_once_one_is_first(building: Building) -> None:
    desks = [building.desk(f"p{n}", f"Orang {n}") for n in range(2)]
    for desk in desks:
        desk.people.me()
    start = threading.Barrier(len(desks))
    outcomes: list[object] = []

    def add(desk: Desk) -> None:
        start.wait()
        try:
            outcomes.append(desk.lexicon.add(ASN))
        except FormExists as failure:
            outcomes.append(failure.form)

    threads = [threading.Thread(target=add, args=(desk,)) for desk in desks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(isinstance(one, Pronunciation) for one in outcomes) == [False, True]
    assert len(desks[0].lexicon.forms()) == 1


def test_every_act_can_be_taken_back_and_done_again(desk: Desk) -> None:
    kept = desk.lexicon.add(PMK)
    added = desk.lexicon.add(TJUTJUK)
    changed = desk.lexicon.update(replace(added, spoken="Cucuk Sunario", form="Tjutjuk Sunario"))
    desk.lexicon.remove(changed)
    acts = [LexiconChange((), (added,)), LexiconChange((added,), (changed,)), LexiconChange((changed,), ())]
    states = [[kept], [kept, added], [kept, changed], [kept]]

    def contents() -> list[Pronunciation]:
        return [replace(one, version=0) for one in desk.lexicon.forms()]

    done = [
        (desk.lexicon.undo(act), contents(), [replace(one, version=0) for one in state])
        for act, state in zip(reversed(acts), reversed(states[:-1]), strict=True)
    ]
    assert all(now == then for _back, now, then in done)
    for (back, _now, _then), state in zip(reversed(done), states[1:], strict=True):
        desk.lexicon.undo(back)
        assert contents() == [replace(one, version=0) for one in state]


def test_what_someone_changed_since_is_not_taken_back(building: Building) -> None:
    ipang, dewi = building.desk(), building.desk("dewi", "Dewi")
    asn, added = ipang.lexicon.add(ASN), ipang.lexicon.add(TJUTJUK)
    both = LexiconChange((), (asn, added))
    theirs = dewi.lexicon.update(replace(added, spoken="Cucuk Sunario"))
    with pytest.raises(StaleEntry):
        ipang.lexicon.undo(both)
    with pytest.raises(StaleEntry):
        ipang.lexicon.undo(LexiconChange((theirs,), ()))
    assert ipang.lexicon.forms() == [asn, theirs]  # all of a change or nothing
    dewi.lexicon.remove(theirs)
    dewi.lexicon.add(TJUTJUK)
    with pytest.raises(FormExists):
        ipang.lexicon.undo(LexiconChange((theirs,), ()))


def test_the_stamp_is_another_one_as_soon_as_scripts_are_read_otherwise(building: Building) -> None:
    desk, other = building.desk(), building.desk("dewi", "Dewi Lestari")
    seen = [desk.lexicon.stamp()]

    def changed() -> bool:
        seen.append(desk.lexicon.stamp())
        return seen[-1] not in seen[:-1]

    added = other.lexicon.add(ASN)
    assert changed()
    updated = other.lexicon.update(replace(added, spoken="aparatur"))
    assert changed()
    other.lexicon.remove(updated)
    assert seen[0] == desk.lexicon.stamp()
    other.lexicon.add(ASN)
    assert changed()
    other.style.set(HouseStyle(relative_dates=True))
    assert changed()
    other.drafting.new(Script(body="EPSS hadir."))  # noted, and read by guess as before
    assert not changed()


def test_a_row_says_where_a_form_was_found_and_how_many_stories_have_it(desk: Desk) -> None:
    first = desk.drafting.new(Script(slug="STATISTIK-OPD", body="EPSS dan ASN. Sekali lagi ASN."))
    for body in ("ASN hadir.", "Tanpa bentuk."):
        desk.drafting.new(Script(slug="LAIN", body=body))
    desk.lexicon.add(replace(ASN, form="asn"))
    desk.lexicon.add(TJUTJUK)
    assert {(row.entry.form, row.slug, row.used) for row in desk.lexicon.rows()} == {
        ("ASN", "STATISTIK-OPD", 2),
        ("EPSS", "STATISTIK-OPD", 1),
        ("Tjutjuk", "", 0),
        ("asn", "", 2),
    }
    desk.drafting.save(first.id, first.version, Script(slug="BARU", body="EPSS saja."))
    rows = {row.entry.form: (row.slug, row.used) for row in desk.lexicon.rows()}
    assert (rows["ASN"], rows["EPSS"], rows["asn"]) == (("BARU", 1), ("BARU", 1), ("", 1))


def test_a_story_with_two_spellings_of_a_form_is_counted_once(desk: Desk) -> None:
    desk.lexicon.add(replace(ASN, form="Asn"))
    with desk.storage.write() as work:
        me = desk.people.me().id
        for forms in (["ASN", "asn", "Asn"], ["asn"], ["lain"]):
            at = desk.clock.next()
            story = work.stories.add(Story(created_at=at, created_by=me, updated_at=at, updated_by=me))
            work.story_forms.replace(story.id, forms)
    assert [row.used for row in desk.lexicon.rows()] == [2]


def test_a_form_listed_today_is_found_in_the_stories_of_yesterday(desk: Desk, tmp_path: Path) -> None:
    bodies = (
        "Warga Wlingi dan Pramusito rapat.",
        "Pramusito-nya WLINGI.",
        "Wlingian, 100% e-KTPbaru.",
        "Tanpa bentuk e-KTP.",
    )
    made = [desk.drafting.new(Script(body=body)) for body in bodies]
    desk.drafting.save(made[1].id, made[1].version, Script(body="Pramusito di WLINGI."))
    desk.lexicon.add(Pronunciation("Wlingi", "we lingi", case_sensitive=False))
    added = desk.lexicon.add(Pronunciation("Pramusit", "pramusit"))
    used = {row.entry.form: row.used for row in desk.lexicon.rows()}
    assert (used["Wlingi"], used["Pramusit"]) == (2, 0)
    desk.lexicon.update(replace(added, form="Pramusito"))
    file = tmp_path / "leksikon.csv"
    file.write_text("tertulis;dibaca\ne-KTP;e ka te pe\n100%;seratus persen\n% ;persen\nwarga;warga\n")
    desk.lexicon.read_csv(file)
    used = {row.entry.form: row.used for row in desk.lexicon.rows()}
    assert (used["Pramusito"], used["e-KTP"], used["100%"], used["%"], used["warga"]) == (2, 1, 1, 0, 0)
