"""The figure 2 for a doubled word; not in units and formulas.

kata2 -> kata-kata
kira2 -> kira-kira
teman2nya -> teman-temannya
"""

from __future__ import annotations

import re

from newsdesk.spoken.rules.rule import Passage, Rule, Starts
from newsdesk.spoken.text import Reading

_PATTERN = re.compile(r"([A-Za-z][a-z]{2,20})2(nya|an|kan|ku|mu)?(?![^\W_])")


def _read(found: re.Match[str], _: Passage) -> Reading | None:
    word = found[1]
    return Reading(
        found.start(), found.end(), f"{word}-{word.lower()}{found[2] or ''}", "reduplication", 0.95
    )


RULE = Rule("reduplication", Starts.LETTER, _PATTERN, _read)
