"""Every number that no other rule has claimed, and the sign before it.

548 -> lima ratus empat puluh delapan
2.65 -> dua koma enam lima
2.650 -> dua ribu enam ratus lima puluh
10.815,82 -> sepuluh ribu delapan ratus lima belas koma delapan dua
suhu -5 derajat -> suhu minus lima derajat
1.2.3,4,5 -> satu titik dua titik tiga koma empat koma lima
"""

from __future__ import annotations

import re

from newsdesk.spoken.rules.amount import amount
from newsdesk.spoken.rules.rule import Passage, Rule, Starts
from newsdesk.spoken.rules.written import NUMBER
from newsdesk.spoken.text import Reading

_PATTERN = re.compile(NUMBER)
_MINUS = re.compile(rf"[-−–]({NUMBER})")


def _read(found: re.Match[str], _: Passage) -> Reading | None:
    said = amount(found[0])
    return Reading(found.start(), found.end(), said.spoken, "number", said.sure, said.alternatives)


def _read_minus(found: re.Match[str], _: Passage) -> Reading | None:
    # The scan stops at a dash only where it is glued to a number and to nothing before it. Only the sign
    # is read here, so that what follows keeps its own rule (-5 °C, -2,5 persen).
    return Reading(found.start(), found.start() + 1, "minus", "number", 0.8)


RULE = Rule("number", Starts.DIGIT, _PATTERN, _read)
MINUS = Rule("number", Starts.SIGN, _MINUS, _read_minus)
