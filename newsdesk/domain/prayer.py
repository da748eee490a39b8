"""Prayer times: what a bulletin may never run over."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from typing import NamedTuple

_SPELLINGS = {
    "Imsak": {"imsak", "imsyak"},
    "Subuh": {"subuh", "shubuh", "fajar"},
    "Terbit": {"terbit", "syuruk", "syuruq"},
    "Duha": {"duha", "dhuha"},
    "Zuhur": {"zuhur", "dzuhur", "dhuhur", "duhur", "lohor", "luhur"},
    "Asar": {"asar", "ashar"},
    "Magrib": {"magrib", "maghrib"},
    "Isya": {"isya", "isyak", "isha"},
}
"""As the Kamus Besar Bahasa Indonesia spells them, and as tables do."""


class PrayerTime(NamedTuple):
    """One prayer at one place on one day, by that place's clock."""

    place: str
    day: date
    name: str
    at: time


def prayer_name(written: str) -> str:
    """Return a prayer's name as it is kept, "" for what is none.

    >>> prayer_name("MAGHRIB "), prayer_name("Isya'"), prayer_name("makan siang")
    ('Magrib', 'Isya', '')
    """
    plain = "".join(letter for letter in written.casefold() if letter.isalpha())
    return next((name for name, spellings in _SPELLINGS.items() if plain in spellings), "")


def moment_of(hit: str, times: Iterable[PrayerTime]) -> time | None:
    """Return the clock time of a prayer in the times of one day, None when the table does not say it."""
    name = prayer_name(hit) or hit
    return next((one.at for one in times if one.name == name), None)
