"""Duplicates of the register are offered, and two people never pass for one."""

from __future__ import annotations

import doctest
from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from newsdesk.domain import names, sign_off
from newsdesk.domain.attribution import Contact, Office, Source
from newsdesk.domain.likeness import Likeness, Why, judge, likely_duplicates

SURE = [
    (Why.SAME_NAME, Source("Walikota Santoso"), Source("Wali Kota Blitar Santoso")),
    (Why.SAME_NAME, Source("Walikota Santoso"), Source("Santoso", "Wali Kota Blitar")),
    (Why.SAME_NAME, Source("Santoso, Wali Kota Blitar"), Source("Santoso", "Walikota", "Pemkot Blitar")),
    (Why.SAME_NAME, Source("Drs. H. Santoso, M.Si.", "Walikota"), Source("Santoso", "Wali Kota Blitar")),
    (Why.SAME_NAME, Source("M. Nuh", "Sekda"), Source("Mohammad Nuh", "Sekretaris Daerah")),
    (Why.SAME_NAME, Source("Plt. Kadis Kominfo Mujianto"), Source("Mujianto", "Kepala Dinas Kominfo")),
    (
        Why.SAME_NAME,
        Source("AKBP Titus Yudho Uly", "Kapolres Blitar Kota"),
        Source("Titus Yudo Uly", "Kapolres Blitar Kota"),
    ),
    (
        Why.SAME_NAME,
        Source("Rini Syarifah", "Anggota DPRD", offices=(Office("Bupati Blitar", until=date(2025, 2, 20)),)),
        Source("Rini Syarifah", "Bupati Blitar"),
    ),
    (
        Why.SHORT_NAME,
        Source("Hanung Pramusito", "Kepala BPS Kota Blitar"),
        Source("Hanung", "Kepala BPS"),
    ),
    (Why.SHORT_NAME, Source("Kepala BPS Hanung"), Source("Hanung Pramusito", "Kepala BPS Kota Blitar")),
    (
        Why.SPELLING,
        Source("Hanung Pramusito", "Kepala BPS Kota Blitar"),
        Source("Hanung Pramusinto", "Kepala Badan Pusat Statistik"),
    ),
    (
        Why.SPELLING,
        Source("Tjutjuk Sunario", "Wakil Wali Kota"),
        Source("Cucuk Sunaryo", "Wawali Blitar"),
    ),
    (
        Why.SAME_NUMBER,
        Source("Budi", contacts=(Contact("0812-3456-789"),)),
        Source("Budi Hartono", "Camat Wlingi", contacts=(Contact("+62 812 3456 789"),)),
    ),
    (
        Why.SAME_BODY,
        Source("", organisation="Pemkot Blitar"),
        Source("", organisation="Pemerintah Kota Blitar"),
    ),
]

PERHAPS = [
    (Why.OTHER_OFFICE, Source("Syahrul Alim", "Ketua DPRD"), Source("Syahrul Alim", "Ketua KONI")),
    (Why.SAME_NAME, Source("Budi Santoso"), Source("Budi Santoso", "Camat Wlingi")),
    (Why.SAME_NAME, Source("Sutrisno", "pedagang"), Source("Sutrisno", "pedagang")),
    (Why.SHORT_NAME, Source("Budi", "anggota DPRD"), Source("Budi Hartono", "anggota DPRD Kota Blitar")),
]

TWO_PEOPLE = [
    (Source("Santoso", "Wali Kota Blitar"), Source("Santoso", "Lurah Bendo")),
    (Source("Wali Kota Kediri Santoso"), Source("Santoso", "Wali Kota Blitar")),
    (Source("Wali Kota Kediri Santoso"), Source("Wali Kota Blitar Santoso")),
    (Source("Wakil Wali Kota Santoso"), Source("Santoso", "Wali Kota Blitar")),
    (Source("Hanung", "Kepala BPS"), Source("Hanung Wibowo", "Camat Sukorejo")),
    (Source("Tjutjuk Sunario", "Wakil Wali Kota"), Source("Tjutjuk Harijani", "pedagang")),
    (Source("Budi Santoso", "Camat Wlingi"), Source("Slamet Santoso", "Camat Wlingi")),
    (Source("Santoso", "Wali Kota Blitar"), Source("Hartono", "Wali Kota Blitar")),
    (Source("Rini"), Source("Rini Syarifah", "Bupati Blitar")),
    (Source("Kusno", "warga"), Source("Kusna", "warga")),
    (Source("", organisation="Polres Blitar"), Source("", organisation="Polres Blitar Kota")),
    (Source("Bapenda"), Source("", organisation="Bapenda")),
    (
        Source("Budi Hartono", contacts=(Contact("0342-801050", private=False),)),
        Source("Rani Puspita", contacts=(Contact("0342-801050", private=False),)),
    ),
]


@pytest.mark.parametrize(("why", "one", "other"), SURE)
def test_one_person_written_differently_is_offered_first(why: Why, one: Source, other: Source) -> None:
    assert judge(one, other) == judge(other, one) == Likeness(why, sure=True)


@pytest.mark.parametrize(("why", "one", "other"), PERHAPS)
def test_what_may_be_a_namesake_is_offered_as_perhaps(why: Why, one: Source, other: Source) -> None:
    assert judge(one, other) == judge(other, one) == Likeness(why, sure=False)


@pytest.mark.parametrize(("one", "other"), TWO_PEOPLE)
def test_two_people_are_never_offered_as_one(one: Source, other: Source) -> None:
    assert judge(one, other) is None
    assert judge(other, one) is None


def test_a_register_is_searched_by_shared_words_and_finds_what_judging_each_pair_does() -> None:
    pairs = [(one, other) for _why, one, other in (*SURE, *PERHAPS)] + TWO_PEOPLE
    each = [source for pair in pairs for source in pair]
    sources = [replace(source, id=number) for number, source in enumerate(each, 1)]
    found = {
        frozenset((pair.keep.id, pair.gone.id)): (pair.why, pair.sure) for pair in likely_duplicates(sources)
    }
    judged = {
        frozenset((one.id, other.id)): tuple(likeness)
        for one, other in permutations(sources, 2)
        if (likeness := judge(one, other)) is not None
    }
    assert found == judged
    sures = [pair.sure for pair in likely_duplicates(sources)]
    assert sures == sorted(sures, reverse=True)
    only = likely_duplicates(sources, of=[1])
    assert only
    assert all(1 in (pair.keep.id, pair.gone.id) for pair in only)


def test_what_says_more_is_the_one_to_keep() -> None:
    short, long = Source("Walikota Santoso", id=1), Source("Santoso", "Wali Kota Blitar", id=2)
    [pair] = likely_duplicates([short, long])
    assert (pair.keep, pair.gone) == (long, short)
    older, newer = Source("M. Nuh", "Sekda", id=3), Source("Muhammad Nuh", "Sekda", id=4)
    [pair] = likely_duplicates([newer, older])
    assert pair.keep is older


@pytest.mark.parametrize("module", [names, sign_off])
def test_the_examples_in_the_documentation_hold(module: object) -> None:
    tried = doctest.testmod(module)  # type: ignore[arg-type]
    assert tried.attempted
    assert not tried.failed
