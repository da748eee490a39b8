"""Law and ethics: who must not be known, how suicide is told, what must not be aired.

The rules are data (``resources/checks/law.toml``); every finding shows where its rule stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsdesk.copyedit.checks.check import Check, Scope, found
from newsdesk.copyedit.checks.copy import Copy
from newsdesk.copyedit.checks.identity import identities
from newsdesk.copyedit.checks.law_rules import LawRule, law
from newsdesk.copyedit.finding import Finding, Kind
from newsdesk.domain.checking import Choice

_AGE = re.compile(r"\((\d{1,2})(?:\s?(?:tahun|thn|th))?\)|\b(\d{1,2})\stahun\b")
_OF_AGE = 18
"""A child is whoever is younger, dead or alive, married or not (Peraturan DP 1/PERATURAN-DP/II/2019)."""


def _find(copy: Copy, choice: Choice) -> Iterator[Finding]:
    seen: set[tuple[int, int]] = set()
    for rule in law(choice.rules).rules:
        at = _touched(copy, rule)
        if at is None:
            continue
        rule_id = f"law.{rule.id}"
        if "topic" in rule.marks:
            yield found(copy, *at, Kind.LAW, rule_id, citation=rule.citation, says=rule.says)
        for sentence in copy.sentences:
            if not rule.about.search(copy.text, sentence.start, sentence.end):
                continue
            if rule.minors and _tells_of_adults(copy.text[sentence.start : sentence.end]):
                continue
            for start, end, what in identities(copy.text, sentence.start, sentence.end, rule.marks):
                if (start, end) not in seen:
                    seen.add((start, end))
                    yield found(
                        copy, start, end, Kind.LAW, rule_id, citation=rule.citation, says=rule.says, what=what
                    )


def _touched(copy: Copy, rule: LawRule) -> tuple[int, int] | None:
    """Return where a sentence first touches the topic of ``rule``."""
    for sentence in copy.sentences:
        topic = rule.topic.search(copy.text, sentence.start, sentence.end)
        if topic is None or rule.unless.search(copy.text, sentence.start, sentence.end):
            continue
        if rule.together is None or rule.together.search(copy.text, sentence.start, sentence.end):
            return topic.span()
    return None


def _tells_of_adults(sentence: str) -> bool:
    ages = [int(match[1] or match[2]) for match in _AGE.finditer(sentence)]
    return bool(ages) and min(ages) >= _OF_AGE


CHECK = Check("law", Kind.LAW, Scope.STORY, _find)
