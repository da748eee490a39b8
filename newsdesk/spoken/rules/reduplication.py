"""The figure 2 for a doubled word; not in units and formulas.

kata2 -> kata-kata
kira2 -> kira-kira
teman2nya -> teman-temannya
"""

from __future__ import annotations

import re

from newsdesk.spoken.rules.rule import Passage, Rule, Starts
from newsdesk.spoken.text import Reading
from newsdesk.spoken.written import word_before

_PATTERN = re.compile(r"([A-Za-z][a-z]{2,20})2(nya|an|kan|ku|mu)?(?![^\W_])")


def _read(found: re.Match[str], passage: Passage) -> Reading | None:
    word = found[1]
    before = word_before(passage.text, found.start())
    if word[0].isupper() and before and passage.text[found.start() - 2] not in '.?!"“':
        # Moto2, Formula2: a name with a number. An ordinary word has a capital only where a sentence begins.
        return None
    return Reading(
        found.start(), found.end(), f"{word}-{word.lower()}{found[2] or ''}", "reduplication", 0.95
    )


RULE = Rule("reduplication", Starts.LETTER, _PATTERN, _read)
