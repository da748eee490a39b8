"""Every check of a script, one file each, in the order in which their findings are told."""

from __future__ import annotations

from collections.abc import Iterator

from newsdesk.copyedit.checks import (
    accusation,
    anonymous,
    brackets,
    breath,
    common_pairs,
    decimal_points,
    direct_quotes,
    doubled_words,
    exact_numbers,
    figures,
    law,
    near_acronyms,
    negatives,
    passives,
    register,
    relative_days,
    run_on,
    stages,
    undated,
    unexplained,
    unknown_words,
    unsourced,
)
from newsdesk.copyedit.checks.check import Check, Scope
from newsdesk.copyedit.checks.copy import Copy
from newsdesk.copyedit.finding import Finding
from newsdesk.domain.checking import Choice

CHECKS: tuple[Check, ...] = (
    law.CHECK,
    stages.CHECK,
    accusation.CHECK,
    unsourced.CHECK,
    anonymous.CHECK,
    register.CHECK,
    unknown_words.CHECK,
    doubled_words.CHECK,
    run_on.CHECK,
    common_pairs.CHECK,
    near_acronyms.CHECK,
    decimal_points.CHECK,
    undated.CHECK,
    relative_days.CHECK,
    brackets.CHECK,
    direct_quotes.CHECK,
    negatives.CHECK,
    passives.CHECK,
    figures.CHECK,
    breath.CHECK,
    unexplained.CHECK,
    exact_numbers.CHECK,
)
"""Law first: where two findings stand on the same words, the graver one is told first."""


def findings(copy: Copy, choice: Choice, scope: Scope) -> Iterator[Finding]:
    """Yield what the wanted checks of one ``scope`` find in ``copy``, in the order of CHECKS."""
    for check in CHECKS:
        if check.scope is scope and check.name not in choice.without:
            yield from check.find(copy, choice)
