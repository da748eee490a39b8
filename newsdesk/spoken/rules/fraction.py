"""Fractions, written out or as one sign.

1/3 populasi -> sepertiga populasi
3/4 -> tiga perempat
½ -> setengah
2 1/2 -> dua setengah
1/2 kg -> setengah kilogram
RT 02/04 -> er te nol dua er we nol empat
13/2022 -> tiga belas garis miring dua ribu dua puluh dua
Perpres 16/2018 -> Perpres enam belas tahun dua ribu delapan belas
"""

from __future__ import annotations

import re
import unicodedata

from newsdesk.spoken import numbers
from newsdesk.spoken.rules.rule import Passage, Rule, Starts
from newsdesk.spoken.text import Reading
from newsdesk.spoken.written import MONTHS, word_before, words, words_near

_UNIT = r"(?:[ \u00a0]?(?P<unit>[A-Za-z]{1,4}[²³]?)(?![^\W_]))?"
_STROKE = re.compile(
    r"(?:(?P<whole>\d{1,3})[ \u00a0])?(?P<over>\d{1,6})/(?P<under>\d{1,6})(?![\d/]|[.,-]\d)" + _UNIT
)
_SIGN = re.compile(r"(?P<whole>\d{1,6})?[ \u00a0]?(?P<sign>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])" + _UNIT)

_PRESSURE = words("tensi td tekanan darah mmhg")
_SEASONS = words("musim ajaran akademik periode tahun edisi")
_LAWS = words("uu pp perpres perppu permen perda pergub perbup perwali perwal keppres inpres pmk")


def in_words(over: int, under: int) -> str:
    """Say a proper fraction.

    >>> in_words(1, 2), in_words(1, 3), in_words(3, 4)
    ('setengah', 'sepertiga', 'tiga perempat')
    """
    if (over, under) == (1, 2):
        return "setengah"
    return f"se{_parts(under)}" if over == 1 else f"{numbers.cardinal(over)} {_parts(under)}"


def _parts(under: int) -> str:
    return f"per{numbers.cardinal(under)}"


def said_stroke(over: str, under: str) -> str:
    """Say two numbers with a stroke between them: a proper fraction, else "garis miring".

    >>> said_stroke("3", "4"), said_stroke("9", "7")
    ('tiga perempat', 'sembilan garis miring tujuh')
    """
    if 0 < int(over) < int(under) <= 100 and "0" not in (over[0], under[0]):
        return in_words(int(over), int(under))
    return f"{numbers.whole(over)} garis miring {numbers.whole(under)}"


def _read_stroke(found: re.Match[str], passage: Passage) -> Reading | None:
    over, under = int(found["over"]), int(found["under"])
    near = words_near(passage.text, found.start(), found.end(), 30)
    if 60 <= over <= 300 and 30 <= under < over and not _PRESSURE.isdisjoint(near):
        spoken = f"{numbers.cardinal(over)} per {numbers.cardinal(under)}"
        return Reading(found.start(), found.end("under"), spoken, "fraction", 0.95)
    whole = numbers.whole(found["whole"]) + " " if found["whole"] else ""
    before = word_before(passage.text, found.start()).lower()
    if under == over + 1 and over > 9 and before in _SEASONS:
        # "musim 24/25": two years by their last figures.
        years = f"{numbers.cardinal(over)} {numbers.cardinal(under)}"
        return Reading(found.start(), found.end("under"), years, "fraction", 0.85)
    if 0 < over < under <= 100 and "0" not in (found["over"][0], found["under"][0]):
        spoken = whole + in_words(over, under)
        others = (f"{numbers.cardinal(over)} {MONTHS[under - 1]}",) if under <= 12 and not whole else ()
        unit = passage.tables.units.get(found["unit"] or "")
        if unit:
            return Reading(found.start(), found.end(), f"{spoken} {unit}", "fraction", 0.95)
        return Reading(found.start(), found.end("under"), spoken, "fraction", 0.8, others)
    if found["whole"]:
        return None
    if before == "rt":
        neighbourhood = f"{numbers.whole(found['over'])} er we {numbers.whole(found['under'])}"
        return Reading(found.start(), found.end("under"), neighbourhood, "fraction", 0.9)
    if before in _LAWS and 1945 <= under <= 2099:
        law = f"{numbers.whole(found['over'])} tahun {passage.policy.year(under)}"
        return Reading(found.start(), found.end("under"), law, "fraction", 0.85)
    spoken = said_stroke(found["over"], found["under"])
    return Reading(found.start(), found.end("under"), spoken, "fraction", 0.5)


def _read_sign(found: re.Match[str], passage: Passage) -> Reading | None:
    over, _slash, under = unicodedata.normalize("NFKC", found["sign"]).partition("\u2044")
    whole = numbers.whole(found["whole"]) + " " if found["whole"] else ""
    unit = passage.tables.units.get(found["unit"] or "", "")
    spoken = f"{whole}{in_words(int(over), int(under))} {unit}".rstrip()
    return Reading(found.start(), found.end() if unit else found.end("sign"), spoken, "fraction")


RULE = Rule("fraction", Starts.DIGIT, _STROKE, _read_stroke)
SIGN = Rule("fraction", Starts.DIGIT | Starts.SIGN, _SIGN, _read_sign)
