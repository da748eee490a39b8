"""Single capitals of a name, said by their letter.

Frans S Sunito -> Frans es Sunito
W.R. Supratman -> we er Supratman
Hendi P -> Hendi pe
"""

from __future__ import annotations

import re

from newsdesk.spoken.letters import spell
from newsdesk.spoken.rules.roman import balinese_i
from newsdesk.spoken.rules.rule import Passage, Rule, Starts
from newsdesk.spoken.rules.written import LETTER, word_before
from newsdesk.spoken.text import Reading

_PATTERN = re.compile(rf"[A-Z](?:\.[ ]?[A-Z](?![^\W_])){{0,5}}(?!{LETTER})(\.?)")


def _read(found: re.Match[str], passage: Passage) -> Reading | None:
    text = passage.text
    if balinese_i(text, found.start()):
        return None
    end = found.end()
    if found[1]:
        follows = text[end : end + 2].lstrip(" ")
        before = word_before(text, found.start())
        in_name = "." in found[0][:-1] or before == "" or before[:1].isupper()
        if not (follows[:1].isupper() and in_name):
            end -= 1
    return Reading(
        found.start(), end, spell(found[0]), "initial", 0.85, ("Muhammad",) if found[0] == "M." else ()
    )


RULE = Rule("initial", Starts.CAPITAL, _PATTERN, _read)
