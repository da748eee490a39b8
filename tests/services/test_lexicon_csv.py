"""The lexicon goes out to a spreadsheet and comes back, on both databases."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.domain.cleaning import clean_entry
from newsdesk.domain.lexicon import HowSaid, LexiconChange, NameOf, Pronunciation
from newsdesk.domain.story import Script
from newsdesk.errors import BadInput, CannotSave
from newsdesk.services import lexicon_csv
from tests.newsrooms import Desk

TJUTJUK = Pronunciation("Tjutjuk", "Cucuk", HowSaid.WORD, "CU-cuk", name_of=NameOf.PERSON)
PMK = Pronunciation(
    "PMK", "pe em ka", HowSaid.LETTERS, words_before=("wabah",), words_after=("sapi", "kerbau")
)
ASN = Pronunciation("ASN", "a es en", HowSaid.LETTERS, case_sensitive=False)


def _file(folder: Path, *lines: str, encoding: str = "utf-8") -> Path:
    file = folder / "leksikon.csv"
    file.write_bytes("\r\n".join(lines).encode(encoding))
    return file


def _bare(entry: Pronunciation) -> Pronunciation:
    return replace(entry, id=0, version=0)


cells = st.text(st.sampled_from("aZ0 '\"=+-@;,\t\n\r＝é😀\x00\u2028\ufeff"), max_size=8)
moments = st.datetimes(timezones=st.just(UTC)) | st.none()
entries = st.builds(
    Pronunciation,
    form=cells,
    spoken=cells,
    how=st.sampled_from(HowSaid),
    respelling=cells,
    case_sensitive=st.booleans(),
    name_of=st.sampled_from(NameOf),
    words_before=st.lists(cells, max_size=3).map(tuple),
    words_after=st.lists(cells, max_size=3).map(tuple),
    checked_by=cells,
    checked_at=moments,
).map(clean_entry)


@settings(deadline=None)
@given(st.lists(entries, max_size=6))
def test_what_is_written_is_read_again_and_no_cell_is_a_formula(
    tmp_path_factory: pytest.TempPathFactory, listed: list[Pronunciation]
) -> None:
    file = tmp_path_factory.getbasetemp() / "leksikon.csv"
    file.write_bytes(lexicon_csv.written(listed))
    table = lexicon_csv.read(file)
    expected = [one if one.checked_by else replace(one, checked_at=None) for one in listed]
    assert ([entry for _line, entry in table.rows], table.refused) == (expected, [])
    with file.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.reader(lines, delimiter=";"):
            assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_an_export_read_again_changes_nothing_and_fills_an_empty_newsroom(desk: Desk, tmp_path: Path) -> None:
    desk.drafting.new(Script(slug="STATISTIK-OPD", body="Nilai EPSS naik."))
    for entry in (TJUTJUK, PMK, ASN):
        desk.lexicon.add(entry)
    before = desk.lexicon.forms()
    file = tmp_path / "leksikon.csv"
    assert desk.lexicon.write_csv(file) == 4
    assert desk.lexicon.read_csv(file) == (LexiconChange((), ()), 0, 0, 4, ())
    assert desk.lexicon.forms() == before
    for entry in before:
        desk.lexicon.remove(entry)
    read = desk.lexicon.read_csv(file)
    assert (read.added, read.changed, read.same, read.refused) == (4, 0, 0, ())
    assert [_bare(one) for one in desk.lexicon.forms()] == [
        # Where it was found is not in the file.
        replace(_bare(one), found_in=0, found_sentence="", found_by="", found_at=None)
        for one in before
    ]


def test_rows_add_change_and_leave_entries_and_all_of_it_can_be_taken_back(
    desk: Desk, tmp_path: Path
) -> None:
    asn, tjutjuk = desk.lexicon.add(ASN), desk.lexicon.add(TJUTJUK)
    pmk = desk.lexicon.add(PMK)
    file = _file(
        tmp_path,
        "tertulis;dibaca;cara;huruf besar kecil;diperiksa oleh;diperiksa pada",
        "asn;aparatur;kepanjangan;tidak;Dewi;2025-01-17T10:00+07:00",
        "Tjutjuk;Cucuk;kata;ya;;",
        "QRIS;kris;kata;;;",
        "BPOM;be pom;;;Rani;",
    )
    read = desk.lexicon.read_csv(file)
    assert (read.added, read.changed, read.same, read.refused) == (2, 1, 1, ())
    now = {entry.form: entry for entry in desk.lexicon.forms()}
    assert (now["ASN"].spoken, now["ASN"].how, now["ASN"].version) == ("aparatur", HowSaid.EXPANDED, 2)
    assert (now["ASN"].checked_by, now["ASN"].checked_at) == ("Dewi", datetime(2025, 1, 17, 3, tzinfo=UTC))
    assert (now["QRIS"].checked_by, now["QRIS"].checked_at) == ("", None)
    assert now["BPOM"].how is HowSaid.LETTERS
    assert now["BPOM"].checked_by == "Rani" and now["BPOM"].checked_at is not None
    assert (now["Tjutjuk"], now["PMK"]) == (tjutjuk, pmk)
    assert read.change == LexiconChange((asn,), (now["ASN"], now["QRIS"], now["BPOM"]))
    again = desk.lexicon.undo(read.change)
    assert {_bare(one).form: _bare(one) for one in desk.lexicon.forms()} == {
        one.form: _bare(one) for one in (asn, tjutjuk, pmk)
    }
    desk.lexicon.undo(again)
    assert {replace(one, version=0).id for one in desk.lexicon.forms()} == {one.id for one in now.values()}


def test_another_reading_without_a_checker_goes_back_to_the_queue(desk: Desk, tmp_path: Path) -> None:
    desk.lexicon.add(TJUTJUK)
    desk.lexicon.read_csv(_file(tmp_path, "tertulis,dibaca", "Tjutjuk,Cucuk Sunario"))
    (entry,) = desk.lexicon.forms()
    assert (entry.spoken, entry.checked_by, entry.checked_at) == ("Cucuk Sunario", "", None)
    # What the file has no column for stays.
    assert (entry.respelling, entry.name_of) == ("CU-cuk", NameOf.PERSON)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_tables_of_every_spreadsheet_are_read(tmp_path: Path, encoding: str, separator: str) -> None:
    header = ["FORM", "Spoken ", "How", "case  sensitive", "name of", "words before", "remarks"]
    row = ["José", "hose", "word", "no", "person", "san", "dari Rani"]
    file = _file(tmp_path, separator.join(header), separator.join(row), "", encoding=encoding)
    assert lexicon_csv.read(file).rows == [
        (
            2,
            Pronunciation(
                "José",
                "hose",
                HowSaid.WORD,
                case_sensitive=False,
                name_of=NameOf.PERSON,
                words_before=("san",),
            ),
        )
    ]


def test_a_line_that_names_the_separator_is_no_header(tmp_path: Path) -> None:
    file = _file(tmp_path, "sep=,", "", "dibaca,tertulis", "kris,QRIS")
    assert lexicon_csv.read(file).rows == [(4, Pronunciation("QRIS", "kris", HowSaid.WORD))]


def test_a_row_that_cannot_be_taken_is_told_with_its_line_and_the_others_are_taken(
    desk: Desk, tmp_path: Path
) -> None:
    file = _file(
        tmp_path,
        "tertulis;dibaca;cara;huruf besar kecil;nama;diperiksa oleh;diperiksa pada",
        "KPU;ka pe u;huruf;ya;;;",
        ";kosong;kata;ya;;;",
        "BPS;;huruf;ya;;;",
        "QRIS;kris;bunyi;ya;;;",
        "QRIS;kris;kata;kadang;;;",
        "Wlingi;wlingi;kata;ya;kota;;",
        "OPD;o pe de;huruf;ya;;Dewi;kemarin",
        "IPS;i pe es;huruf;ya;;;;lebih",
        "KPU;ka pe u;huruf;ya;;;",
        f"{'A' * 201};a;huruf;ya;;;",
        f"{'B' * 200_000};a;huruf;ya;;;",
        '"PDAM;pe dam;kata;ya;;;',
        "RSUD;er es u de;huruf;ya;;;",
    )
    read = desk.lexicon.read_csv(file)
    assert [entry.form for entry in desk.lexicon.forms()] == ["KPU", "RSUD"]
    assert [line for line, _reason in read.refused] == [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]
    reasons = dict(read.refused)
    assert "baris 2" in reasons[10]
    assert "bunyi" in reasons[5] and "cara" in reasons[5]
    assert "huruf, kata, kepanjangan" in reasons[5]
    assert "kemarin" in reasons[8]
    assert (read.added, read.same) == (2, 0)


def test_a_cell_that_is_broken_in_two_is_refused_and_never_taken_by_half(desk: Desk, tmp_path: Path) -> None:
    file = _file(
        tmp_path,
        "tertulis;dibaca",
        'KPU;"ka pe',
        'u"',
        '"PDAM;pe dam',
        'QRIS;"kris"',
        'Tjutjuk;Cucuk; "Pak',
        'OPD;o pe de;"" ',
        "BPS;be pe 2 es",
    )
    read = desk.lexicon.read_csv(file)
    assert [(one.form, one.spoken) for one in desk.lexicon.forms()] == [("OPD", "o pe de"), ("QRIS", "kris")]
    reasons = dict(read.refused)
    assert sorted(reasons) == [2, 3, 4, 6, 8]
    assert all("tanda kutip" in reasons[line] for line in (2, 4))
    assert "angka" in reasons[8]


def test_megabytes_are_taken_in_at_once(desk: Desk, tmp_path: Path) -> None:
    lines = [f"Bentuk{n};bentuk {'yang dibaca panjang sekali ' * 10}" for n in range(4_000)]
    file = _file(tmp_path, "tertulis;dibaca", *lines)
    assert file.stat().st_size > 1_000_000
    read = desk.lexicon.read_csv(file)
    assert (read.added, read.refused) == (4_000, ())
    other = _file(tmp_path, "tertulis;dibaca", *(f"{line} lagi" for line in lines))
    assert desk.lexicon.read_csv(other).changed == 4_000
    assert desk.lexicon.read_csv(other).same == 4_000


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"KPU;ka pe u\r\n",
        b"tertulis;cara\r\nKPU;huruf\r\n",
        b"\xff\xfet\x00e",
        b"PK\x03\x04xlsx",
        bytes(999),
    ],
    ids=["empty", "no header", "half a header", "half a letter", "a workbook", "no text"],
)
def test_a_file_that_is_no_such_table_is_told_and_changes_nothing(
    desk: Desk, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "leksikon.csv"
    file.write_bytes(content)
    for path in (file, tmp_path, tmp_path / "tidak ada.csv"):
        with pytest.raises(BadInput) as failure:
            desk.lexicon.read_csv(path)
        assert failure.value.what == str(path)
    assert desk.lexicon.forms() == []


def test_a_place_that_cannot_be_written_is_told(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(CannotSave):
        desk.lexicon.write_csv(tmp_path / "tidak ada" / "leksikon.csv")
