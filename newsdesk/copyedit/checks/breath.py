"""A sentence longer than one breath, counted in the syllables that are said.

"One sentence, one breath" is what radio manuals ask; figures and acronyms cost more than they look.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsdesk.copyedit.checks.check import Check, Scope, found
from newsdesk.copyedit.checks.copy import Copy
from newsdesk.copyedit.finding import Finding, Kind
from newsdesk.domain.checking import Choice
from newsdesk.spoken.syllables import syllables


def _find(copy: Copy, choice: Choice) -> Iterator[Finding]:
    for sentence in copy.sentences:
        count = sum(syllables(word.text) for word in sentence.words)
        if count > choice.breath_syllables and not copy.shouted(sentence.start):
            yield found(
                copy,
                sentence.start,
                sentence.end,
                Kind.EAR,
                "ear.breath",
                syllables=str(count),
                most=str(choice.breath_syllables),
            )


CHECK = Check("breath", Kind.EAR, Scope.PARAGRAPH, _find)
