"""From one number to another, and from one year to the next.

9 - 14 hari -> sembilan sampai empat belas hari
160-165 juta -> seratus enam puluh sampai seratus enam puluh lima juta
tahun 2019-2023 -> tahun dua ribu sembilan belas sampai dua ribu dua puluh tiga
2014-sekarang -> dua ribu empat belas sampai sekarang
Januari-Agustus -> Januari sampai Agustus
6 bulan-5 tahun -> enam bulan sampai lima tahun
2008/2009 -> dua ribu delapan sampai dua ribu sembilan
"""

from __future__ import annotations

import re

from newsdesk.spoken import numbers
from newsdesk.spoken.rules.amount import amount, between, between_word, value
from newsdesk.spoken.rules.rule import Passage, Rule, Starts
from newsdesk.spoken.tables import Tables
from newsdesk.spoken.text import Reading, SpokenWord
from newsdesk.spoken.written import MONTHS, NUMBER, TO, joiner, word_before, words

_PATTERN = re.compile(rf"(?P<low>{NUMBER})(?P<to>{TO})(?P<high>{NUMBER})(?![/-]\d|[A-Z])")
_YEAR = r"1[5-9]\d\d|20\d\d"
_YEARS = re.compile(rf"(?P<low>{_YEAR})(?P<to>[/-])(?P<high>{_YEAR}|\d\d)(?!\d|[.,/-]\d)")

# "70 persen-80 persen", "6 bulan-5 tahun": each end with its own unit.
_EACH_ITS_UNIT = (
    r"(?:(?:ribu|juta|miliar|triliun)(?:[ ](?:rupiah|dolar|orang|ton))?|persen|tahun|bulan|minggu|hari|jam"
    r"|menit|detik|meter|kilometer|sentimeter|milimeter|kilogram|gram|kuintal|ton|liter|hektare|hektar|derajat|rupiah|dolar)"
)
_SIGN = r"(?:km|kg|cm|mm|ha|VA|MW|ml|gr|m|g)"
_UNITS = re.compile(
    rf"(?P<low>{NUMBER})[ ](?P<unit>{_EACH_ITS_UNIT}|{_SIGN})(?P<to>[ ]?[-–—][ ]?)"
    rf"(?P<high>{NUMBER})(?:[ ](?P<last>{_SIGN})(?![^\W_])|(?=[ ]{_EACH_ITS_UNIT}(?![^\W_])))"
)
_MONTHS = "|".join(MONTHS)
_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_NAMED = re.compile(rf"(?P<low>{_MONTHS}|{'|'.join(_DAYS)})(?P<to>{TO})(?P<high>[A-Z][a-z]{{2,8}})(?![^\W_])")
_TYPES = words("boeing airbus atr tipe type model")
_NUMBERED = words("nomor no spbu kode rekening seri resi")


def _read(found: re.Match[str], passage: Passage) -> Reading | None:
    low, high = found["low"], found["high"]
    before = word_before(passage.text, found.start()).lower()
    side_by_side = f"{amount(low).spoken} {amount(high).spoken}"
    if before in _NUMBERED and high.isdecimal() and len(high) > 3:
        # The number of a filling station or an account, not a quantity.
        spoken = f"{numbers.digits(low)} {numbers.digits(high)}"
        return Reading(found.start(), found.end(), spoken, "range", 0.8, (side_by_side,))
    if "," in low and high.isdecimal() and len(high) == len(low.rpartition(",")[2]):
        # 119,52-57: what a market bids and asks; the second gives only its decimals.
        spoken = f"{amount(low).spoken} sampai {numbers.digits(high)}"
        return Reading(found.start(), found.end(), spoken, "range", 0.7, (side_by_side,))
    if before in _TYPES:
        return Reading(found.start(), found.end(), side_by_side, "range", 0.8)
    if value(low) > value(high):
        if found["to"].strip() != found["to"]:
            return None
        # Never a range: a code or a house number, whose parts are said one after the other.
        return Reading(found.start(), found.end(), side_by_side, "range", 0.4)
    middle = between_word(found["to"], passage.text, found.start())
    said = between(low, high, middle)
    parts = (
        SpokenWord(amount(low).spoken, *found.span("low")),
        SpokenWord(middle, *found.span("to")),
        SpokenWord(amount(high).spoken, *found.span("high")),
    )
    return Reading(
        found.start(), found.end(), said.spoken, "range", min(said.sure, 0.9), (side_by_side,), parts
    )


def _read_years(found: re.Match[str], passage: Passage) -> Reading | None:
    low, high = int(found["low"]), found["high"]
    last = int(high) if len(high) == 4 else low + 1
    if last <= low or int(high) % 100 != last % 100:
        return None
    middle = between_word(found["to"], passage.text, found.start())
    parts = (
        SpokenWord(passage.policy.year(low), *found.span("low")),
        SpokenWord(middle, *found.span("to")),
        SpokenWord(passage.policy.year(last), *found.span("high")),
    )
    spoken = " ".join(part.text for part in parts)
    return Reading(found.start(), found.end(), spoken, "range", 0.9, (), parts)


def _read_units(found: re.Match[str], passage: Passage) -> Reading:
    unit = passage.tables.units.get(found["unit"], found["unit"])
    low, high, middle = amount(found["low"]), amount(found["high"]), joiner(found["to"])
    parts = [
        SpokenWord(low.spoken, *found.span("low")),
        SpokenWord(unit, *found.span("unit")),
        SpokenWord(middle, *found.span("to")),
        SpokenWord(high.spoken, *found.span("high")),
    ]
    if found["last"]:
        last = passage.tables.units.get(found["last"], found["last"])
        parts.append(SpokenWord(last, *found.span("last")))
    spoken = " ".join(part.text for part in parts)
    return Reading(
        found.start(), found.end(), spoken, "range", min(low.sure, high.sure, 0.9), (), tuple(parts)
    )


def _read_named(found: re.Match[str], passage: Passage) -> Reading | None:
    """Read from a month to a month, and from a day of the week to one that is not the next."""
    low, high = found["low"], found["high"]
    names = MONTHS if low in MONTHS else _DAYS
    if high not in names or (names is _DAYS and abs(names.index(high) - names.index(low)) == 1):
        # "Sabtu-Minggu" are two days, side by side.
        return None
    middle = between_word(found["to"], passage.text, found.start())
    parts = (
        SpokenWord(low, *found.span("low")),
        SpokenWord(middle, *found.span("to")),
        SpokenWord(high, *found.span("high")),
    )
    spoken = " ".join(part.text for part in parts)
    return Reading(found.start(), found.end(), spoken, "range", 0.85, (f"{low} {high}",), parts)


def _names(_: Tables) -> frozenset[str]:
    return frozenset((*MONTHS, *_DAYS))


def _read_to_now(found: re.Match[str], _: Passage) -> Reading:
    return Reading(found.start(), found.end(), "sampai", "range", 0.9)


_TO_NOW = re.compile(r"[-–](?=(?:sekarang|selesai|kini)\b)")
TO_NOW = Rule("range", Starts.SIGN, _TO_NOW, _read_to_now)
NAMED = Rule("range", Starts.CAPITAL, _NAMED, _read_named, _names)
UNITS = Rule("range", Starts.DIGIT, _UNITS, _read_units)
RULE = Rule("range", Starts.DIGIT, _PATTERN, _read)
YEARS = Rule("range", Starts.DIGIT, _YEARS, _read_years)
