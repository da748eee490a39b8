"""A table of prayer times as offices publish it, read from CSV."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time

from newsdesk.domain.prayer import PrayerTime, prayer_name
from newsdesk.domain.text import clean
from newsdesk.errors import BadPrayerTable

_COLUMNS = {
    "place": ("tempat", "kota", "kabupaten", "lokasi", "place"),
    "day": ("tanggal", "tgl", "hari", "date"),
    "name": ("nama", "salat", "sholat", "name"),
    "at": ("waktu", "jam", "pukul", "time"),
}
_SHOWN = 200
"""Characters of a line that is refused."""
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2})[.:](\d{2})(?:[.:](\d{2}))?", re.ASCII)


def read_table(text: str, place: str = "") -> list[PrayerTime]:
    """Return the times of a table; ``place`` is where it holds when no column says so.

    Its first line names the columns: place, date, name and time, or a column for each prayer, as the
    ministry's tables have them. Fields stand between commas, semicolons or tabs; days are 2025-01-17 or
    17/01/2025; clock times 17.58, 17:58 or with seconds. Raises :class:`BadPrayerTable` for the first line
    that says something else.

    >>> read_table("Tanggal;Magrib;Isya\\n17/01/2025;17.58;19.12", "Blitar")[1].at
    datetime.time(19, 12)
    """
    lines = clean(text).removeprefix("\ufeff").split("\n")
    # A spreadsheet may name the separator in a line of its own: "sep=;".
    rows = [(number, line) for number, line in enumerate(lines, 1) if line.strip() and line[:4] != "sep="]
    if not rows:
        raise BadPrayerTable(1, "")
    number, head = rows[0]
    delimiter = max("\t;,", key=head.count)
    try:
        names = _fields(head, delimiter)
    except ValueError as error:
        raise BadPrayerTable(number, head[:_SHOWN]) from error
    columns = {
        key: at
        for at, name in enumerate(names)
        for key, words in _COLUMNS.items()
        if name.casefold() in words
    }
    prayers = {at: name for at, written in enumerate(names) if (name := prayer_name(written))}
    if "day" not in columns or not (prayers or {"name", "at"} <= columns.keys()):
        raise BadPrayerTable(number, head.strip())
    found: list[PrayerTime] = []
    for number, line in rows[1:]:
        try:
            found += _times(_fields(line, delimiter), columns, prayers, clean(place).strip())
        except (ValueError, IndexError) as error:
            raise BadPrayerTable(number, line.strip()[:_SHOWN]) from error
    if not found:
        raise BadPrayerTable(number, head.strip())
    return found


def _times(
    fields: Sequence[str], columns: Mapping[str, int], prayers: Mapping[int, str], place: str
) -> Iterator[PrayerTime]:
    place = fields[columns["place"]] if "place" in columns else place
    day = _day(fields[columns["day"]])
    if "name" in columns and "at" in columns:
        written = fields[columns["name"]]
        if not written:
            raise ValueError("no name")
        yield PrayerTime(place, day, prayer_name(written) or written, _clock(fields[columns["at"]]))
        return
    for at, name in prayers.items():
        yield PrayerTime(place, day, name, _clock(fields[at]))


def _fields(line: str, delimiter: str) -> list[str]:
    try:
        rows = list(csv.reader([line], delimiter=delimiter))
    except csv.Error as error:  # a field longer than any table has
        raise ValueError("no line of a table") from error
    return [field.strip() for field in rows[0]] if rows else []


def _day(written: str) -> date:
    if match := _ISO_DAY.fullmatch(written):
        return date(int(match[1]), int(match[2]), int(match[3]))
    if match := _DAY_FIRST.fullmatch(written):
        return date(int(match[3]), int(match[2]), int(match[1]))
    raise ValueError(written)


def _clock(written: str) -> time:
    match = _CLOCK.fullmatch(written)
    if match is None:
        raise ValueError(written)
    return time(int(match[1]), int(match[2]), int(match[3] or 0))
