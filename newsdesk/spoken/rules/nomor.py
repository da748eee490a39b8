"""Numbers of laws, letters and candidates: No. before a digit, with the year after the stroke.

No. 5 -> Nomor lima
no 22 -> nomor dua puluh dua
No. 13/2022 -> Nomor tiga belas tahun dua ribu dua puluh dua
RT.02/RW.05 -> er te nol dua er we nol lima
No.108 -> Nomor seratus delapan
"""

from __future__ import annotations

import re

from newsdesk.spoken import numbers
from newsdesk.spoken.rules.rule import Passage, Rule, Starts
from newsdesk.spoken.tables import Tables
from newsdesk.spoken.text import Reading, SpokenWord
from newsdesk.spoken.written import words

_PATTERN = re.compile(
    r"(?P<no>[Nn][Oo](?:mor)?|NOMOR)\.?[ \u00a0]?(?P<number>\d{1,12})"
    r"(?:/(?P<year>1[89]\d\d|20\d\d)(?![\d/]|[.,-]\d))?"
    r"(?!\d|[.,/-]\d|/[A-Z]|\.[A-Z]{1,4}[/.]|[xX×]\d|[ \u00a0]?(?:m|km|kg)(?![^\W_]))"
)
_NEIGHBOURHOOD = re.compile(
    r"(?P<kind>RT|RW)[. ]{0,2}(?P<first>\d{1,3})(?:[ ]?/[ ]?(?:RW[. ]{0,2})?"
    r"(?P<second>\d{1,3}))?(?![\d/]|[.,-]\d)"
)
_WORDS = words("No no NO Nomor nomor")


def _read(found: re.Match[str], passage: Passage) -> Reading | None:
    word = "nomor" if found["no"][0] == "n" else "Nomor"
    parts = [
        SpokenWord(word, *found.span("no")),
        SpokenWord(numbers.whole(found["number"]), *found.span("number")),
    ]
    if found["year"]:
        parts.append(SpokenWord(f"tahun {passage.policy.year(int(found['year']))}", *found.span("year")))
    spoken = " ".join(part.text for part in parts)
    return Reading(found.start(), found.end(), spoken, "nomor", 1.0, (), tuple(parts))


def _words(_: Tables) -> frozenset[str]:
    return _WORDS


def _read_neighbourhood(found: re.Match[str], _: Passage) -> Reading | None:
    names = {"RT": "er te", "RW": "er we"}
    parts = [
        SpokenWord(names[found["kind"]], *found.span("kind")),
        SpokenWord(numbers.whole(found["first"]), *found.span("first")),
    ]
    if found["second"]:
        parts.append(SpokenWord(f"er we {numbers.whole(found['second'])}", *found.span("second")))
    spoken = " ".join(part.text for part in parts)
    return Reading(found.start(), found.end(), spoken, "nomor", 0.95, (), tuple(parts))


NEIGHBOURHOOD = Rule("nomor", Starts.CAPITAL, _NEIGHBOURHOOD, _read_neighbourhood)
RULE = Rule("nomor", Starts.LETTER, _PATTERN, _read, _words)
