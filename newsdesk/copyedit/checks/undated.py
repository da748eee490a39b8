"""A date without its year that lies far from the day of the bulletin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsdesk.copyedit.checks.check import Check, Scope, found
from newsdesk.copyedit.checks.copy import Copy
from newsdesk.copyedit.checks.dates import MONTHS, dates
from newsdesk.copyedit.finding import Finding, Kind
from newsdesk.domain.checking import Choice

_DAYS_OF_MONTH = 31
_YEAR_NEAR = re.compile(
    r"\b(?:1\d|20)\d\d\b|\bsetiap\b|\btiap\b|\bperingatan\b|\bhari\s+[A-Z]"
    r"|\b[Gg]erakan\b|\b[Tt]ragedi\b|\b[Pp]eristiwa\b"
)
"""Beside these a date is told well enough: a year, or a day that comes round every year."""
_TOLD = re.compile(r"\s+(?:mendatang|nanti|lalu|silam|kemarin|depan|ini|besok)\b")
"""Words behind a date that tell which one is meant."""


def _find(copy: Copy, choice: Choice) -> Iterator[Finding]:
    airs = copy.known.airs
    for written in dates(copy):
        if written.year or _YEAR_NEAR.search(copy.sentence_text(written.start)):
            continue
        if _TOLD.match(copy.text, written.end):
            continue
        near = written.near(airs)
        if near is None or abs((near - airs).days) <= choice.months_without_year * _DAYS_OF_MONTH:
            continue
        around = near.year
        shown = copy.text[written.start : written.end]
        if shown.startswith("("):
            fixes = [f"({written.day}/{written.month}/{year})" for year in (around, around - 1)]
        else:
            fixes = [f"{shown} {year}" for year in (around, around - 1)]
        day = f"{written.day} {MONTHS[written.month - 1]}"
        yield found(copy, written.start, written.end, Kind.SPELLING, "spelling.year", *fixes, day=day)


CHECK = Check("undated", Kind.SPELLING, Scope.PARAGRAPH, _find)
