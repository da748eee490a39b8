"""Words in brackets: nobody hears a bracket."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsdesk.copyedit.checks.acronyms import stands_for
from newsdesk.copyedit.checks.check import Check, Scope, found
from newsdesk.copyedit.checks.copy import Copy
from newsdesk.copyedit.checks.dates import MONTHS
from newsdesk.copyedit.finding import Finding, Kind
from newsdesk.domain.checking import Choice

_BRACKETS = re.compile(r"[ \u00a0]?([(\[])([^()\[\]\n]{2,160})[)\]](?=([,.;:!?]?))")
_SHORT_FORM = re.compile(r"[A-Z][A-Za-z]{1,14}\Z")
_DATE = re.compile(r"(\d{1,2})/(\d{1,2})(?:/((?:\d\d)?\d\d))?\Z")
_AGE = re.compile(r"(\d{1,2})(?:\s*(?:tahun|thn|th))?\Z")
_WORD = re.compile(r"[^\W\d_]+")
_MONTHS_IN_YEAR = 12
_TEENS = 10


def _find(copy: Copy, choice: Choice) -> Iterator[Finding]:
    for match in _BRACKETS.finditer(copy.text):
        inside = match[2].strip()
        if (
            not any(letter.isalnum() for letter in inside)
            or copy.text[match.start() : match.start() + 1] == "]"
        ):
            continue
        start = match.start()
        if start and copy.text[start - 1].isalnum() and match[0][0] in "([":
            continue  # "orang(-orang)", "kabupaten(kota)"
        comma = "" if match[3] else ","
        yield found(
            copy,
            start,
            match.end(),
            Kind.EAR,
            "ear.brackets",
            *_fixes(copy.text[max(0, start - 160) : start], inside, comma),
            inside=inside,
        )


def _fixes(before: str, inside: str, comma: str) -> tuple[str, ...]:
    if date := _DATE.match(inside):
        month = int(date[2])
        if not 1 <= month <= _MONTHS_IN_YEAR:
            return ("",)
        year = date[3] or ""
        year = f" {year}" if len(year) == 4 else f" 20{year}" if year else ""
        return (f" {int(date[1])} {MONTHS[month - 1]}{year}", "")
    if (age := _AGE.match(inside)) and int(age[1]) >= _TEENS:
        return (f", {age[1]} tahun{comma}", "")
    if _SHORT_FORM.match(inside) and stands_for(inside, _WORD.findall(before)):
        return (f" atau {inside}", "")
    return (f", {inside}{comma}", "")


CHECK = Check("brackets", Kind.EAR, Scope.PARAGRAPH, _find)
