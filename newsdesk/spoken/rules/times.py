"""Multiplication and proportion.

3x60 -> tiga kali enam puluh
6 X 5 meter -> enam kali lima meter
3x -> tiga kali
2 m x 3 m -> dua meter kali tiga meter
Yohanes 3:16 -> Yohanes tiga ayat enam belas
1:1.000 -> satu banding seribu
"""

from __future__ import annotations

import re

from newsdesk.spoken.rules.amount import amount
from newsdesk.spoken.rules.rule import Passage, Rule, Starts
from newsdesk.spoken.tables import Tables
from newsdesk.spoken.text import Reading
from newsdesk.spoken.written import NUMBER, word_before, words

_TIMES = re.compile(
    rf"(?P<figures>{NUMBER}(?>(?:[ \u00a0]?[xX×][ \u00a0]?{NUMBER})+)|{NUMBER}[ \u00a0]?[x×](?![^\W_]))"
    r"(?:[ \u00a0]?(?P<unit>[A-Za-z]{1,3}[²³]?)(?![^\W_]))?"
)
_TO_ONE = re.compile(rf"({NUMBER})(?::|[ \u00a0]:[ \u00a0])({NUMBER})(?![:\d])")
_PROPORTIONS = words("perbandingan banding rasio skala kuota komposisi proporsi porsi formula")
_SCRIPTURES = words(
    """
    imamat yosua mazmur amsal yesaya yeremia yehezkiel matius markus lukas yohanes korintus galatia
    efesus filipi kolose tesalonika timotius ibrani yakobus petrus wahyu
    qs baqarah imran nisa maidah hujurat
    """
)
_NUMBER = re.compile(NUMBER)


def _read_times(found: re.Match[str], passage: Passage) -> Reading | None:
    factors = [amount(number).spoken for number in _NUMBER.findall(found["figures"])]
    spoken = " kali ".join(factors) if len(factors) > 1 else f"{factors[0]} kali"
    unit = passage.tables.units.get(found["unit"] or "")
    if unit and len(factors) > 1:
        return Reading(found.start(), found.end(), f"{spoken} {unit}", "times")
    return Reading(found.start(), found.end("figures"), spoken, "times")


def _read_ratio(found: re.Match[str], passage: Passage) -> Reading | None:
    before = word_before(passage.text, found.start()).lower()
    first, second = amount(found[1]).spoken, amount(found[2]).spoken
    if before in {"iso", "sni"}:
        return Reading(
            found.start(), found.end(), f"{first} {second}", "times", 0.8, (f"{first} titik dua {second}",)
        )
    if before in _SCRIPTURES:
        spoken = f"{first} ayat {second}"
        return Reading(found.start(), found.end(), spoken, "times", 0.9, (f"pasal {spoken}",))
    spoken = f"{first} banding {second}"
    sure = 0.95 if before in _PROPORTIONS else 0.8
    return Reading(found.start(), found.end(), spoken, "times", sure)


def _read_by(found: re.Match[str], passage: Passage) -> Reading | None:
    before = word_before(passage.text, found.start())
    if passage.text[found.start() - 1 : found.start()] != " " or before not in passage.tables.units:
        return None
    return Reading(found.start(), found.end(), "kali", "times", 0.9)


def _by_words(_: Tables) -> frozenset[str]:
    return frozenset({"x", "X"})


BY = Rule("times", Starts.LETTER, re.compile(r"[xX](?=[ \u00a0]\d)"), _read_by, _by_words)
RULE = Rule("times", Starts.DIGIT, _TIMES, _read_times)
RATIO = Rule("times", Starts.DIGIT, _TO_ONE, _read_ratio)
