"""Rounded numbers and decades: the last word takes -an.

17-an -> tujuh belasan
1970-an -> seribu sembilan ratus tujuh puluhan
30an -> tiga puluhan
100-an -> seratusan
"""

from __future__ import annotations

import re

from newsdesk.spoken import numbers
from newsdesk.spoken.rules.rule import Passage, Rule, Starts
from newsdesk.spoken.text import Reading
from newsdesk.spoken.written import TO, joiner

_NUMBER = r"\d{1,3}(?:\.\d{3}){1,4}|\d{1,15}"
_PATTERN = re.compile(
    rf"(?:(?P<low>{_NUMBER})(?P<to>{TO}))?(?P<number>{_NUMBER})(?:[-–]| (?=an[ ,.;:)]))?an(?![^\W_])"
)


def _value(written: str) -> int:
    return int(written.replace(".", ""))


def _read(found: re.Match[str], passage: Passage) -> Reading | None:
    number = _value(found["number"])
    spoken = f"{passage.policy.year(number)}an"
    if found["low"]:
        return Reading(
            found.start(),
            found.end(),
            f"{numbers.cardinal(_value(found['low']))} {joiner(found['to'])} {spoken}",
            "decade",
            0.95,
        )
    others = tuple(f"{way}an" for way in passage.policy.other_years(number))
    return Reading(found.start(), found.end(), spoken, "decade", 1.0, others)


RULE = Rule("decade", Starts.DIGIT, _PATTERN, _read)
