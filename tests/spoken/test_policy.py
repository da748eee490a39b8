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
        ("tahun 1910", "tahun seribu sembilan ratus sepuluh", "tahun sembilan belas sepuluh"),
        ("tahun 1909", *["tahun seribu sembilan ratus sembilan"] * 2),
        ("tahun 2000", *["tahun dua ribu"] * 2),
        ("Rp1945", *["seribu sembilan ratus empat puluh lima rupiah"] * 2),
        (
            "angkatan 1998",
            "angkatan seribu sembilan ratus sembilan puluh delapan",
            "angkatan sembilan belas sembilan puluh delapan",
        ),
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


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("(0342) 801005", "kosong tiga empat dua delapan kosong satu kosong kosong lima"),
        ("+62 812 3000 450", "plus enam dua delapan satu dua tiga kosong kosong kosong empat lima kosong"),
        ("call center 110 dan 112", "call center satu satu kosong dan satu satu dua"),
        ("nilai 0,5 dan 100", "nilai nol koma lima dan seratus"),
    ],
)
def test_only_the_zero_of_phone_numbers_is_kosong(tables: Tables, text: str, line: str) -> None:
    assert _line(tables, text, Policy(phone_zero="kosong")) == line


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
        ("Kementerian Agama (Kemenag) pusat", "Kementerian Agama (Kemenag) pusat", "Kementerian Agama pusat"),
        ("Bambang (Kemenag)", *["Bambang (Kemenag)"] * 2),
        (
            "usaha mikro, kecil, dan menengah (UMKM)",
            "usaha mikro, kecil, dan menengah (u em ka em)",
            "usaha mikro, kecil, dan menengah ",
        ),
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
        ("pukul 00.00", "pukul nol", "pukul dua belas malam"),
        ("pukul 24.00", "pukul dua puluh empat", "pukul dua belas malam"),
        (
            "pukul 10.59",
            "pukul sepuluh lewat lima puluh sembilan menit",
            "pukul sepuluh lewat lima puluh sembilan menit pagi",
        ),
        ("pukul 11.00", "pukul sebelas", "pukul sebelas siang"),
        ("pukul 04.00", "pukul empat", "pukul empat pagi"),
        ("pukul 18.00", "pukul delapan belas", "pukul enam malam"),
        ("pukul 19", "pukul sembilan belas", "pukul tujuh malam"),
        ("Senin malam pukul 19", "Senin malam pukul sembilan belas", "Senin malam pukul tujuh"),
        ("selama 19 jam", *["selama sembilan belas jam"] * 2),
        ("pukul 7", *["pukul tujuh"] * 2),
        (
            "pukul 23.00-01.00",
            "pukul dua puluh tiga sampai pukul satu",
            "pukul sebelas malam sampai pukul satu dini hari",
        ),
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
        ("Kamis, 5 September 2024", "Kamis, lima September dua ribu dua puluh empat", "Kamis, hari ini"),
        ("Rabu kemarin (4/9)", "Rabu kemarin (empat September)", "Rabu kemarin ()"),
        ("hari ini (5/9)", "hari ini (lima September)", "hari ini ()"),
        ("Jl. 5 September", *["Jalan lima September"] * 2),
        ("HUT 5 September", *["ha u te lima September"] * 2),
        ("1 September - 5 September", *["satu September sampai lima September"] * 2),
        (
            "5/9/2024-7/9/2024",
            *["lima September dua ribu dua puluh empat sampai tujuh September dua ribu dua puluh empat"] * 2,
        ),
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


@pytest.mark.parametrize(
    ("bulletin", "text", "line"),
    [
        (date(2024, 12, 31), "Rabu (1/1)", "Rabu (besok)"),
        (date(2024, 12, 31), "Rabu (1/1/2024)", "Rabu (satu Januari dua ribu dua puluh empat)"),
        (date(2024, 2, 29), "Kamis (29/2)", "Kamis (hari ini)"),
        (date(2024, 2, 29), "Jumat (1/3)", "Jumat (besok)"),
        (date(2023, 3, 1), "Selasa (28/2)", "Selasa (kemarin)"),
        (date(2023, 3, 1), "29 Februari", "dua puluh sembilan Februari"),
        (date(2021, 8, 17), "Selasa (17/8)", "Selasa (hari ini)"),
        (date(2021, 8, 17), "17 Agustus 1945", "tujuh belas Agustus seribu sembilan ratus empat puluh lima"),
        (date(2021, 8, 17), "1/8 bagian", "seperdelapan bagian"),
        (date(1, 1, 1), "Selasa (2/1)", "Selasa (dua Januari)"),
        (date(9999, 12, 31), "Jumat (31/12)", "Jumat (hari ini)"),
    ],
)
def test_dates_beside_the_bulletin_at_the_ends_of_months_and_years(
    tables: Tables, bulletin: date, text: str, line: str
) -> None:
    assert _line(tables, text, Policy(bulletin=bulletin)) == line


@pytest.mark.parametrize("policy", [HALVES, SPOKEN, DROPPED, RELATIVE])
def test_a_text_read_by_any_policy_is_read_the_same_again(tables: Tables, policy: Policy) -> None:
    text = "Komisi Pemilihan Umum (KPU) rapat Kamis (05/09) pukul 15.00-18.00 WIB, sejak 1972."
    line = _line(tables, text, policy)
    assert _line(tables, line, policy) == line


def test_tables_that_are_missing_are_not_passed_over_in_silence(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load(tmp_path)
