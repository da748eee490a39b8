"""Somebody is accused by the story's only source, and the other side has no word.

News is tested and balanced (KEJ); police, prosecutors and courts tell a stage of a case and are passed over.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsdesk.copyedit.checks.check import Check, Scope, found
from newsdesk.copyedit.checks.copy import Copy
from newsdesk.copyedit.checks.tables import any_of, listed
from newsdesk.copyedit.finding import Finding, Kind
from newsdesk.domain.checking import Choice

_ACCUSES = any_of(word.replace("_", " ") for word in listed("accusations"))
_OTHER_SIDE = any_of(word.replace("_", " ") for word in listed("other_side"))
_OFFICIAL = any_of(word.replace("_", " ") for word in listed("investigators"))


def _find(copy: Copy, choice: Choice) -> Iterator[Finding]:
    # Looking for the sources of a story costs more than every other check: only where somebody is accused.
    if not _ACCUSES.search(copy.text) or _OTHER_SIDE.search(copy.text):
        return
    sources = copy.credits.sources
    if len(sources) != 1 or _OFFICIAL.search(sources[0].role):
        return
    said = [*sources[0].passages, *((quote.start, quote.end) for quote in copy.credits.quotes)]
    for start, end in sorted(said):
        match = _ACCUSES.search(copy.text, start, end)
        if match:
            yield found(
                copy,
                *match.span(),
                Kind.ATTRIBUTION,
                "attribution.one-side",
                word=match[0],
                source=sources[0].name,
            )
            return


CHECK = Check("accusation", Kind.ATTRIBUTION, Scope.STORY, _find)
