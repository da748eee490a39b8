"""Telephone numbers, digit by digit; brackets and dashes are silent, a leading + is "plus".

0812-3456-7890 -> nol delapan satu dua tiga empat lima enam tujuh delapan sembilan nol
(0342) 801171 -> nol tiga empat dua delapan nol satu satu tujuh satu
+62 812 3456 7890 -> plus enam dua delapan satu dua tiga empat lima enam tujuh delapan sembilan nol
hubungi 112 -> hubungi satu satu dua
"""

from __future__ import annotations

import re

from newsdesk.spoken import numbers
from newsdesk.spoken.rules.rule import Passage, Rule, Starts
from newsdesk.spoken.text import Reading
from newsdesk.spoken.written import word_before, words

_LONG = re.compile(
    r"(?:\+\d{1,3}|0\d{1,4}\)?)(?:-\d(?=-)|[ -]{0,2}\d{2,14}){1,6}(?:-\d(?![\d-]))?(?![\d.,]\d|\d)"
)
_SHORT = re.compile(r"\d{3,6}(?![\d.,/-]\d|\d)")
_CALLS = words(
    """
    telepon telp telpon tlp hubungi menghubungi hotline center centre darurat layanan sms whatsapp
    wa fax faks
    """
)


# "call center 110 dan 112", "Halo BPJS 165": a number to call though another word stands between.
_CALLED = re.compile(
    r"(?:(?:[Tt]elp?e?pon|[Hh]ubungi|[Hh]otline|[Cc]ent(?:er|re)|[Dd]arurat|[Ll]ayanan)"
    r" \d{3,6}(?:, | dan | atau |/)"
    r"|\b(?:Halo|Hotline|[Cc]ent(?:er|re)) [A-Z][A-Za-z]{1,12} )\Z"
)


def _digits(found: re.Match[str], passage: Passage, sure: float) -> Reading:
    spoken = numbers.digits(found[0]).replace("nol", passage.policy.phone_zero)
    if found[0].startswith("+"):
        spoken = f"plus {spoken}"
    # The bracket of an area code goes with it: "(0342) 801171".
    bracket = ")" in found[0] and passage.text[found.start() - 1 : found.start()] == "("
    return Reading(found.start() - int(bracket), found.end(), spoken, "phone", sure)


def _read_long(found: re.Match[str], passage: Passage) -> Reading | None:
    count = sum(character.isdecimal() for character in found[0])
    if not 8 <= count <= 15:
        return None
    return _digits(found, passage, 0.95)


def _read_short(found: re.Match[str], passage: Passage) -> Reading | None:
    called = word_before(passage.text, found.start()).lower() in _CALLS or _CALLED.search(
        passage.text, max(0, found.start() - 48), found.start()
    )
    if not called:
        return None
    return _digits(found, passage, 0.85)


RULE = Rule("phone", Starts.DIGIT | Starts.SIGN, _LONG, _read_long)
SHORT = Rule("phone", Starts.DIGIT, _SHORT, _read_short)
