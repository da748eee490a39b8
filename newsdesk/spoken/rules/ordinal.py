"""Ordinals: ke- and the number are one word.

ke-11 -> kesebelas
ke-261 -> kedua ratus enam puluh satu
ke-1 -> pertama
Ke-7 -> Ketujuh
ke-2nya -> keduanya
HUT PGRI ke 80 -> ha u te pe ge er i kedelapan puluh
ke-IV -> keempat
"""

from __future__ import annotations

import re

from newsdesk.spoken import numbers
from newsdesk.spoken.rules.roman import roman_value
from newsdesk.spoken.rules.rule import Passage, Rule, Starts
from newsdesk.spoken.tables import Tables
from newsdesk.spoken.text import Reading

_PATTERN = re.compile(
    r"[Kk][Ee](?:[-–]?| (?=\d{1,3}(?![\d.,-])))(?:(\d{1,3}(?:\.\d{3}){1,4}|\d{1,15})"
    r"|(?<=-)([IVXLC]{1,8}))(?:-?(nya|an))?(?![^\W_])"
)
# "HUT PGRI ke 80": what is counted by the year, with its hyphen forgotten.
_COUNTED = re.compile(
    r"\b(?:HUT|[Uu]lang [Tt]ahun|[Hh]arlah|[Mm]ilad|[Hh]aul|[Hh]ari [Jj]adi|[Dd]ies [Nn]atalis|[Pp]eringatan"
    r"|[Aa]bad)\b(?![^.]*\bdari\b)[^.,;]{0,30} \Z"
)
_WORDS = frozenset({"ke", "Ke"})


def _read(found: re.Match[str], passage: Passage) -> Reading | None:
    if " " in found[0] and not _COUNTED.search(passage.text, max(0, found.start() - 40), found.start()):
        return None
    number = int(found[1].replace(".", "")) if found[1] else roman_value(found[2])
    if not number:
        return None
    ending = found[3] or ""
    spoken = (f"ke{numbers.cardinal(number)}" if ending else numbers.ordinal(number)) + ending
    if found[0][0] == "K":
        spoken = spoken.capitalize()
    others = ("kesatu",) if number == 1 and not ending else ()
    return Reading(found.start(), found.end(), spoken, "ordinal", 1.0, others)


def _words(_: Tables) -> frozenset[str]:
    return _WORDS


RULE = Rule("ordinal", Starts.LETTER, _PATTERN, _read, _words)
