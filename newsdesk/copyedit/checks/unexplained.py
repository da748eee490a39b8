"""An acronym that the story never explains and not every listener knows; told once, where it first stands."""

from __future__ import annotations

from collections.abc import Iterator

from newsdesk.copyedit.checks.acronyms import acronyms, explained
from newsdesk.copyedit.checks.check import Check, Scope, found
from newsdesk.copyedit.checks.copy import Copy
from newsdesk.copyedit.checks.near_acronyms import one_slip
from newsdesk.copyedit.checks.tables import listed, rows
from newsdesk.copyedit.finding import Finding, Kind
from newsdesk.domain.checking import Choice

_EVERYBODY_KNOWS = listed("household_acronyms")
_MEANINGS = {row[0]: row[1] for row in rows("expansions")}
_WORD_IN_CAPITALS = 4
"""Letters from which capitals may be a word that somebody shouted, or a brand: "BUMI"."""


def _find(copy: Copy, choice: Choice) -> Iterator[Finding]:
    seen = acronyms(copy)
    speller = copy.known.speller
    meant = explained(copy, seen)
    told = _EVERYBODY_KNOWS | meant
    for one in seen:
        if one.form in told or one.in_name or copy.shouted(one.start):
            continue
        told = told | {one.form}
        meaning = _MEANINGS.get(one.form, "")
        if meaning and meaning.casefold() in copy.text[: one.start].casefold():
            continue
        if speller and len(one.form) >= _WORD_IN_CAPITALS and speller.known(one.form):
            continue
        if copy.text[one.start - 1 : one.start] == "(" or any(one_slip(one.form, form) for form in meant):
            continue
        fixes = (f"{meaning} atau {one.form}", meaning) if meaning else ()
        yield found(copy, one.start, one.end, Kind.EAR, "ear.acronym", *fixes, form=one.form, meaning=meaning)


CHECK = Check("unexplained", Kind.EAR, Scope.STORY, _find)
