"""The newsroom's own forms, before every other rule; an ending after a hyphen stays as written.

With the form "Tjutjuk" said "Cucuk" in the house lexicon:

    Tjutjuk -> Cucuk
"""

from __future__ import annotations

import re

from newsdesk.spoken.rules.rule import Passage, Rule, Starts
from newsdesk.spoken.text import Reading


def _read(found: re.Match[str], passage: Passage) -> Reading | None:
    form = passage.house.find(passage.text, found.start()) if passage.house else None
    if form is None:
        return None
    spoken = " ".join(form.spoken.split())
    return Reading(found.start(), found.start() + len(form.form), spoken, "house", respelling=form.respelling)


RULE = Rule("house", Starts.LETTER | Starts.DIGIT | Starts.SIGN, re.compile(r"\S"), _read)
