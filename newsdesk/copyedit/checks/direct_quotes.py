"""Direct speech: on the air the announcer would seem to say it. Said indirectly, office before name."""

from __future__ import annotations

from collections.abc import Iterator

from newsdesk.copyedit.checks.check import Check, Scope, found
from newsdesk.copyedit.checks.copy import Copy
from newsdesk.copyedit.finding import Finding, Kind
from newsdesk.domain.checking import Choice

_FEWEST_WORDS = 3


def _find(copy: Copy, choice: Choice) -> Iterator[Finding]:
    for quote in copy.credits.quotes:
        if len(quote.text[:400].split()) >= _FEWEST_WORDS:
            yield found(copy, quote.start, quote.end, Kind.EAR, "ear.quote", speaker=quote.speaker)


CHECK = Check("direct_quotes", Kind.EAR, Scope.PARAGRAPH, _find)
