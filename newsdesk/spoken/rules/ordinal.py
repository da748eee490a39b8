"""Ordinals: ke- and the number are one word.

ke-11 -> kesebelas
ke-261 -> kedua ratus enam puluh satu
ke-1 -> pertama
Ke-7 -> Ketujuh
ke-2nya -> keduanya
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
    r"[Kk][Ee][-–]?(?:(\d{1,3}(?:\.\d{3}){1,4}|\d{1,15})|(?<=-)([IVXLC]{1,8}))(?:-?(nya|an))?(?![^\W_])"
)
_WORDS = frozenset({"ke", "Ke"})


def _read(found: re.Match[str], _: Passage) -> Reading | None:
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
