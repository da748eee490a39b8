"""The house lexicon: added to, checked, changed and taken back, on both databases."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsdesk.domain.lexicon import HowSaid, NameOf, Pronunciation
from newsdesk.errors import StaleEntry
from tests.newsrooms import Building

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
