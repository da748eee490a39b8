"""Which office a source holds on a day, and what a change by hand means for the offices over time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from newsdesk.domain.attribution import Office, Source, as_of, in_step, office_on, with_offices

LURAH = Office("Lurah Bendo", "Pemkot Blitar", until=date(2025, 2, 19))
WALI_KOTA = Office("Wali Kota Blitar", "Pemkot Blitar", since=date(2025, 2, 20))
BEFORE, FIRST, AFTER = date(2025, 2, 19), date(2025, 2, 20), date(2026, 1, 1)


def test_the_first_and_the_last_day_belong_to_an_office() -> None:
    assert office_on((LURAH, WALI_KOTA), BEFORE) is LURAH
    assert office_on((LURAH, WALI_KOTA), FIRST) is WALI_KOTA
    assert office_on((LURAH,), AFTER) is None
    assert office_on((), AFTER) is None


def test_of_several_offices_the_one_begun_last_is_named_and_then_the_first_listed() -> None:
    chair = Office("Ketua PMI")
    assert office_on((chair, WALI_KOTA), AFTER) is WALI_KOTA
    assert office_on((chair, Office("Ketua KONI")), AFTER) is chair


def test_a_source_has_the_office_of_the_day() -> None:
    santoso = with_offices(Source("Santoso"), (LURAH, WALI_KOTA), BEFORE)
    assert (santoso.office, santoso.organisation) == ("Lurah Bendo", "Pemkot Blitar")
    assert as_of(santoso, FIRST).office == "Wali Kota Blitar"
    assert as_of(Source("Santoso", "dulu lurah", offices=(LURAH,)), AFTER).office == ""
    bps = Source("", organisation="BPS Kota Blitar")
    assert as_of(bps, AFTER) == bps


def test_an_office_typed_for_a_source_without_any_is_its_first() -> None:
    assert in_step(Source("Santoso", "Wali Kota"), AFTER).offices == (Office("Wali Kota"),)
    assert in_step(Source("Santoso"), AFTER).offices == ()
    assert in_step(Source("", organisation="BPS"), AFTER).offices == ()


def test_a_changed_office_mends_the_one_held_and_keeps_its_days() -> None:
    santoso = with_offices(Source("Santoso"), (LURAH, WALI_KOTA), AFTER)
    mended = in_step(replace(santoso, office="Wali Kota"), AFTER)
    assert mended.offices == (LURAH, replace(WALI_KOTA, title="Wali Kota"))
    assert in_step(santoso, AFTER) == santoso


def test_where_no_office_is_said_the_offices_speak() -> None:
    santoso = in_step(Source("Santoso", offices=(LURAH, WALI_KOTA)), AFTER)
    assert (santoso.office, santoso.offices) == ("Wali Kota Blitar", (LURAH, WALI_KOTA))


def test_a_new_office_after_the_last_one_ended_is_added() -> None:
    santoso = with_offices(Source("Santoso"), (LURAH,), AFTER)
    assert in_step(replace(santoso, office="Camat"), AFTER).offices == (Office("Camat"), LURAH)
