"""Two negations that cancel each other: "bukan tidak mungkin" is "mungkin", and nobody can rewind a radio."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsdesk.copyedit.checks.check import Check, Scope, found
from newsdesk.copyedit.checks.copy import Copy
from newsdesk.copyedit.checks.tables import any_of, as_written, rows
from newsdesk.copyedit.finding import Finding, Kind
from newsdesk.domain.checking import Choice

_SAYINGS = {row[0]: tuple(row[1].split("|")) for row in rows("negatives")}
_SAYING = any_of(_SAYINGS)
_TWO = re.compile(
    r"\b(?:tidak|tak|bukan|belum|jangan)\s(?!hanya|cuma|sekadar|sekedar|saja|lagi)(?:[a-z]+\s){0,2}"
    r"(?:tidak|tak|tanpa|bukan)\s(?!hanya)[a-z]+",
    re.IGNORECASE,
)
_APART = re.compile(r"\b(?:dan|atau|tapi|tetapi|yang|karena|namun|sehingga|melainkan|maupun|agar|supaya)\b")


def _find(copy: Copy, choice: Choice) -> Iterator[Finding]:
    covered = 0
    for match in _SAYING.finditer(copy.text):
        said = " ".join(match[0].casefold().split())
        fixes = (as_written(match[0], fix) for fix in _SAYINGS[said])
        covered = match.end()
        yield found(copy, *match.span(), Kind.EAR, "ear.negative", *fixes)
    for match in _TWO.finditer(copy.text):
        if match.start() >= covered and not _APART.search(match[0]) and not _SAYING.search(match[0]):
            yield found(copy, *match.span(), Kind.EAR, "ear.negative")


CHECK = Check("negatives", Kind.EAR, Scope.PARAGRAPH, _find)
