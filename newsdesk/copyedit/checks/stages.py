"""Terduga, tersangka, terdakwa, terpidana: the word that fits the stage which the case has reached.

The words and what they do not stand beside are data (``resources/checks/law.toml``).
"""

from __future__ import annotations

from collections.abc import Iterator

from newsdesk.copyedit.checks.check import Check, Scope, found
from newsdesk.copyedit.checks.copy import Copy
from newsdesk.copyedit.checks.law_rules import law
from newsdesk.copyedit.checks.tables import as_written
from newsdesk.copyedit.finding import Finding, Kind
from newsdesk.domain.checking import Choice


def _find(copy: Copy, choice: Choice) -> Iterator[Finding]:
    book = law(choice.rules)
    for sentence in copy.sentences:
        for stage in book.stages:
            word = stage.word.search(copy.text, sentence.start, sentence.end)
            if (
                word
                and stage.together.search(copy.text, sentence.start, sentence.end)
                and not stage.unless.search(copy.text, sentence.start, sentence.end)
            ):
                yield found(
                    copy,
                    *word.span(),
                    Kind.LAW,
                    "law.stage",
                    *(as_written(word[0], one) for one in stage.instead),
                    citation=book.stage_citation,
                    says=book.stage_says,
                )


CHECK = Check("stages", Kind.LAW, Scope.PARAGRAPH, _find)
