"""A table of prayer times is read as offices publish it, and refused whole at its first bad line."""

from __future__ import annotations

from datetime import date, time

import pytest

from newsdesk.domain.prayer import PrayerTime
from newsdesk.errors import BadPrayerTable
from newsdesk.services.prayer_table import read_table

DAY = date(2025, 1, 17)


@pytest.mark.parametrize(
    "text",
    [
        "tempat,tanggal,nama,waktu\nBlitar,2025-01-17,Maghrib,17:58\nBlitar,2025-01-17,Isya',19:12",
        "Tempat;Tanggal;Salat;Jam\r\nBlitar;17/01/2025;Magrib;17.58\r\nBlitar;17/01/2025;isya;19.12\r\n",
        "place\tdate\tname\ttime\n\nBlitar\t17-1-2025\tMAGHRIB\t17.58.00\nBlitar\t17-1-2025\tIsya\t19:12:00",
        '\ufefftanggal,tempat,"Magrib","Isya"\n2025-1-17,"Blitar",17:58,19:12',
    ],
)
def test_long_and_wide_tables_say_the_same(text: str) -> None:
    assert read_table(text) == [
        PrayerTime("Blitar", DAY, "Magrib", time(17, 58)),
        PrayerTime("Blitar", DAY, "Isya", time(19, 12)),
    ]


def test_a_table_without_a_place_holds_where_it_is_said_to() -> None:
    assert read_table("tanggal;subuh\n17/01/2025;4.11", "Blitar")[0].place == "Blitar"


def test_a_name_that_is_no_prayer_is_kept_as_it_is() -> None:
    (one,) = read_table("tanggal,nama,waktu\n2025-01-17,Lonceng Angelus,12:00")
    assert one.name == "Lonceng Angelus"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("\n\n", 1),
        ("hari baik, bulan baik", 1),
        ("tanggal,nama,waktu", 1),
        ("tanggal,nama,waktu\n2025-01-17,Magrib,17:58\n2025-02-30,Magrib,17:58", 3),
        ("tanggal,nama,waktu\n2025-01-17,Magrib,25:00", 2),
        ("tanggal,nama,waktu\n2025-01-17,Magrib", 2),
        ("tanggal,nama,waktu\n2025-01-17,,17:58", 2),
        ("tanggal,magrib\n2025-01-17,", 2),
        ("tanggal,magrib\n\n\n17 Januari,17:58", 4),
        (f"tanggal,{'m' * 200_000}", 1),
        (f"tanggal,magrib\n2025-01-17,{'1' * 200_000}", 2),
    ],
)
def test_the_first_bad_line_is_named(text: str, line: int) -> None:
    with pytest.raises(BadPrayerTable) as failure:
        read_table(text)
    assert failure.value.line == line
