"""Fractions, written out or as one sign.

1/3 populasi -> sepertiga populasi
3/4 -> tiga perempat
½ -> setengah
2 1/2 -> dua setengah
RT 02/04 -> er te nol dua er we nol empat
13/2022 -> tiga belas garis miring dua ribu dua puluh dua
"""

from __future__ import annotations

import re
import unicodedata

from newsdesk.spoken import numbers
from newsdesk.spoken.rules.rule import Passage, Rule, Starts
from newsdesk.spoken.rules.written import word_before
from newsdesk.spoken.text import Reading

_STROKE = re.compile(r"(?:(?P<whole>\d{1,3})[ \u00a0])?(?P<over>\d{1,6})/(?P<under>\d{1,6})(?![\d/]|[.,-]\d)")
_SIGN = re.compile(r"(?P<whole>\d{1,6})?(?P<sign>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])")


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


def _read_stroke(found: re.Match[str], passage: Passage) -> Reading | None:
    over, under = int(found["over"]), int(found["under"])
    whole = numbers.whole(found["whole"]) + " " if found["whole"] else ""
    if 0 < over < under <= 100 and "0" not in (found["over"][0], found["under"][0]):
        return Reading(found.start(), found.end(), whole + in_words(over, under), "fraction", 0.8)
    if found["whole"]:
        return None
    if word_before(passage.text, found.start()).upper() == "RT":
        neighbourhood = f"{numbers.whole(found['over'])} er we {numbers.whole(found['under'])}"
        return Reading(found.start(), found.end(), neighbourhood, "fraction", 0.9)
    spoken = f"{numbers.whole(found['over'])} garis miring {numbers.whole(found['under'])}"
    return Reading(found.start(), found.end(), spoken, "fraction", 0.5)


def _read_sign(found: re.Match[str], _: Passage) -> Reading | None:
    over, _slash, under = unicodedata.normalize("NFKC", found["sign"]).partition("\u2044")
    whole = numbers.whole(found["whole"]) + " " if found["whole"] else ""
    return Reading(found.start(), found.end(), whole + in_words(int(over), int(under)), "fraction")


RULE = Rule("fraction", Starts.DIGIT, _STROKE, _read_stroke)
SIGN = Rule("fraction", Starts.DIGIT | Starts.SIGN, _SIGN, _read_sign)
