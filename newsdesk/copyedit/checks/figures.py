"""More numbers in a sentence than a listener keeps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsdesk.copyedit.checks.check import Check, Scope, found
from newsdesk.copyedit.checks.copy import Copy
from newsdesk.copyedit.checks.dates import MONTHS
from newsdesk.copyedit.finding import Finding, Kind
from newsdesk.domain.checking import Choice

_FIGURE = re.compile(
    # A date, a range of the clock, a phone number or a place in the quarter is one thing to keep.
    rf"\d{{1,2}}[ \u00a0](?:{'|'.join(MONTHS)})(?:[ \u00a0]\d{{4}})?"
    r"|(?:RT|RW)[ .]?\d+(?:[/ ]+RW[ .]?\d+)?"
    r"|(?<![^\W\d_-])\d+(?>(?:[.,/:-]\d+)*)(?:[ \u00a0]?[-–][ \u00a0]?\d+(?>(?:[.,/:]\d+)*))?(?![^\W\d_])"
)


def _find(copy: Copy, choice: Choice) -> Iterator[Finding]:
    for sentence in copy.sentences:
        count = sum(1 for _ in _FIGURE.finditer(copy.text, sentence.start, sentence.end))
        if count > choice.most_figures:
            yield found(
                copy,
                sentence.start,
                sentence.end,
                Kind.EAR,
                "ear.figures",
                count=str(count),
                most=str(choice.most_figures),
            )


CHECK = Check("figures", Kind.EAR, Scope.PARAGRAPH, _find)
