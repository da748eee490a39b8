"""A person whose office or spelling differs from the newsroom's register of sources."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsdesk.copyedit.checks.check import Check, Scope, found
from newsdesk.copyedit.checks.copy import Copy, Person
from newsdesk.copyedit.checks.near_acronyms import one_slip
from newsdesk.copyedit.credits import FoundSource
from newsdesk.copyedit.finding import Finding, Kind
from newsdesk.domain.checking import Choice

_NO_LETTER = re.compile(r"[\W_]+")
_TITLE = re.compile(r"(?:(?:drs?|dra|ir|hj?|kh|prof|dr|bapak|ibu|pak|bu)\.?\s+)+", re.IGNORECASE)
_DEGREES = re.compile(r",.*\Z", re.DOTALL)
_FEWEST_LETTERS = 6
_REACH = 120


def _find(copy: Copy, choice: Choice) -> Iterator[Finding]:
    people = copy.known.people
    if not people:
        return
    for source in copy.credits.sources:
        name = _plain(source.name)
        same = [person for person in people if _plain(person.name) == name]
        if same:
            yield from _office(copy, source, same)
        elif len(name) >= _FEWEST_LETTERS:
            near = [person for person in people if one_slip(name, _plain(person.name))]
            if near and copy.text[source.start : source.end] != near[0].name:
                yield found(
                    copy,
                    source.start,
                    source.end,
                    Kind.ATTRIBUTION,
                    "attribution.name",
                    near[0].name,
                    name=source.name,
                    listed=near[0].name,
                )


def _office(copy: Copy, source: FoundSource, same: list[Person]) -> Iterator[Finding]:
    role = _plain(source.role)
    offices = [person.office for person in same if person.office]
    if not role or not offices:
        return
    if any(role in _plain(office) or _plain(office) in role for office in offices):
        return
    first = max(0, source.start - _REACH)
    at = copy.text.find(source.role, first, source.end + _REACH)
    start, end = (at, at + len(source.role)) if at >= 0 else (source.start, source.end)
    yield found(
        copy,
        start,
        end,
        Kind.ATTRIBUTION,
        "attribution.office",
        *(offices[:1] if at >= 0 else ()),
        name=source.name,
        office=source.role,
        listed=offices[0],
    )


def _plain(words: str) -> str:
    """Return letters only, without titles and degrees: "H. Santoso, S.H." and "Santoso" are one."""
    return _NO_LETTER.sub("", _DEGREES.sub("", _TITLE.sub("", words, count=1))).casefold()


CHECK = Check("register", Kind.ATTRIBUTION, Scope.STORY, _find)
