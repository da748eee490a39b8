"""House policy: the readings a newsroom chooses once, each in both its settings."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from newsdesk.spoken.normaliser import Normaliser
from newsdesk.spoken.policy import HoursSaid, Policy, YearsSaid
from newsdesk.spoken.tables import Tables, load

HALVES = Policy(years=YearsSaid.HALVES)
SPOKEN = Policy(hours=HoursSaid.SPOKEN)
DROPPED = Policy(bracketed_acronyms=False)
RELATIVE = Policy(bulletin=date(2024, 9, 5))


def _line(tables: Tables, text: str, policy: Policy) -> str:
    return Normaliser(tables, policy=policy).read(text).line


@pytest.mark.parametrize(
    ("text", "cardinal", "halves"),
    [
        ("tahun 1972", "tahun seribu sembilan ratus tujuh puluh dua", "tahun sembilan belas tujuh puluh dua"),
        ("tahun 2008", "tahun dua ribu delapan", "tahun dua ribu delapan"),
        ("tahun 1858", *["tahun seribu delapan ratus lima puluh delapan"] * 2),
        ("sejak 1972 orang", *["sejak seribu sembilan ratus tujuh puluh dua orang"] * 2),
        (
            "Mei 1998",
            "Mei seribu sembilan ratus sembilan puluh delapan",
            "Mei sembilan belas sembilan puluh delapan",
        ),
        (
            "17 Agustus 1945",
            "tujuh belas Agustus seribu sembilan ratus empat puluh lima",
            "tujuh belas Agustus sembilan belas empat puluh lima",
        ),
        (
            "tahun 1939-1943",
            "tahun seribu sembilan ratus tiga puluh sembilan sampai seribu sembilan ratus empat puluh tiga",
            "tahun sembilan belas tiga puluh sembilan sampai sembilan belas empat puluh tiga",
        ),
        ("era 1990-an", "era seribu sembilan ratus sembilan puluhan", "era sembilan belas sembilan puluhan"),
        (
            "No. 5/1992",
            "Nomor lima tahun seribu sembilan ratus sembilan puluh dua",
            "Nomor lima tahun sembilan belas sembilan puluh dua",
        ),
        (
            "PON XIV/1996",
            "Pon empat belas tahun seribu sembilan ratus sembilan puluh enam",
            "Pon empat belas tahun sembilan belas sembilan puluh enam",
        ),
    ],
)
def test_years_are_cardinals_or_halves(tables: Tables, text: str, cardinal: str, halves: str) -> None:
    assert _line(tables, text, Policy()) == cardinal
    assert _line(tables, text, HALVES) == halves


def test_a_year_offers_the_way_that_the_house_does_not_say(tables: Tables) -> None:
    (reading,) = Normaliser(tables, policy=HALVES).read("tahun 1972").readings
    assert reading.alternatives == ("seribu sembilan ratus tujuh puluh dua",)


@pytest.mark.parametrize("zero", ["nol", "kosong"])
def test_the_zero_of_phone_numbers_is_the_houses(tables: Tables, zero: str) -> None:
    line = _line(tables, "0812345670", Policy(phone_zero=zero))
    assert line == f"{zero} delapan satu dua tiga empat lima enam tujuh {zero}"


@pytest.mark.parametrize("zero", ["nol", "kosong"])
def test_the_zero_of_scores_is_the_houses(tables: Tables, zero: str) -> None:
    assert _line(tables, "menang 2-0", Policy(score_zero=zero)) == f"menang dua {zero}"


@pytest.mark.parametrize(
    ("text", "read", "dropped"),
    [
        (
            "Badan Penanggulangan Bencana Daerah (BPBD) siaga",
            "Badan Penanggulangan Bencana Daerah (be pe be de) siaga",
            "Badan Penanggulangan Bencana Daerah siaga",
        ),
        (
            "Jejaring Pendidikan Nasional (JARDIKNAS).",
            "Jejaring Pendidikan Nasional (Jardiknas).",
            "Jejaring Pendidikan Nasional .",
        ),
        ("Taman Kanak-Kanak (TK)", "Taman Kanak-Kanak (te ka)", "Taman Kanak-Kanak "),
        ("Undang-Undang (UU)", "Undang-Undang (u u)", "Undang-Undang "),
        ("menurut wartawan (AFP) kemarin", *["menurut wartawan (a ef pe) kemarin"] * 2),
        ("BPBD siaga", *["be pe be de siaga"] * 2),
    ],
)
def test_an_acronym_in_brackets_after_its_expansion_is_read_or_dropped(
    tables: Tables, text: str, read: str, dropped: str
) -> None:
    assert _line(tables, text, Policy()) == read
    assert " ".join(_line(tables, text, DROPPED).split()) == " ".join(dropped.split())


def test_a_dropped_acronym_is_declared_silent_and_offered(tables: Tables) -> None:
    spoken = Normaliser(tables, policy=DROPPED).read("Komisi Pemilihan Umum (KPU)")
    (reading,) = spoken.readings
    assert (reading.spoken, reading.alternatives) == ("", ("ka pe u",))
    assert [spoken.source[span.start : span.end] for span in spoken.silent] == ["(KPU)"]


@pytest.mark.parametrize(
    ("text", "written", "spoken"),
    [
        ("pukul 15.00", "pukul lima belas", "pukul tiga sore"),
        (
            "jam 20.30 WIB",
            "jam dua puluh lewat tiga puluh menit waktu Indonesia barat",
            "jam delapan lewat tiga puluh menit malam waktu Indonesia barat",
        ),
        ("pukul 00.15", "pukul nol lewat lima belas menit", "pukul dua belas lewat lima belas menit malam"),
        ("pukul 02.00", "pukul dua", "pukul dua dini hari"),
        ("pukul 12.00", "pukul dua belas", "pukul dua belas siang"),
        ("pukul 07.00 pagi", "pukul tujuh pagi", "pukul tujuh pagi"),
        ("Sabtu malam pukul 19.00", "Sabtu malam pukul sembilan belas", "Sabtu malam pukul tujuh"),
        (
            "pukul 19.00-21.00 WIB",
            "pukul sembilan belas sampai pukul dua puluh satu waktu Indonesia barat",
            "pukul tujuh sampai pukul sembilan malam waktu Indonesia barat",
        ),
        (
            "pukul 08.00-13.00",
            "pukul delapan sampai pukul tiga belas",
            "pukul delapan pagi sampai pukul satu siang",
        ),
    ],
)
def test_hours_are_said_as_written_or_as_people_speak(
    tables: Tables, text: str, written: str, spoken: str
) -> None:
    assert _line(tables, text, Policy()) == written
    assert _line(tables, text, SPOKEN) == spoken


@pytest.mark.parametrize(
    ("text", "dated", "beside"),
    [
        ("Kamis (05/09)", "Kamis (lima September)", "Kamis (hari ini)"),
        (
            "Rabu (4/9/2024) malam",
            "Rabu (empat September dua ribu dua puluh empat) malam",
            "Rabu (kemarin) malam",
        ),
        ("mulai 6 September", "mulai enam September", "mulai besok"),
        ("pada 5 September 2024", "pada lima September dua ribu dua puluh empat", "pada hari ini"),
        ("pada 4 September", *["pada empat September"] * 2),
        ("tanggal 5 September", *["tanggal lima September"] * 2),
        ("Kamis (5/9/2019)", *["Kamis (lima September dua ribu sembilan belas)"] * 2),
        ("5-7 September", *["lima sampai tujuh September"] * 2),
        ("Senin (2/9)", *["Senin (dua September)"] * 2),
    ],
)
def test_dates_are_said_by_day_and_month_or_beside_the_bulletin(
    tables: Tables, text: str, dated: str, beside: str
) -> None:
    assert _line(tables, text, Policy()) == dated
    assert _line(tables, text, RELATIVE) == beside


def test_a_bulletin_at_new_year_knows_yesterday(tables: Tables) -> None:
    policy = Policy(bulletin=date(2025, 1, 1))
    assert _line(tables, "Selasa (31/12/2024)", policy) == "Selasa (kemarin)"
    assert _line(tables, "Kamis (2/1)", policy) == "Kamis (besok)"


@pytest.mark.parametrize("policy", [HALVES, SPOKEN, DROPPED, RELATIVE])
def test_a_text_read_by_any_policy_is_read_the_same_again(tables: Tables, policy: Policy) -> None:
    text = "Komisi Pemilihan Umum (KPU) rapat Kamis (05/09) pukul 15.00-18.00 WIB, sejak 1972."
    line = _line(tables, text, policy)
    assert _line(tables, line, policy) == line


def test_tables_that_are_missing_are_not_passed_over_in_silence(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load(tmp_path)
