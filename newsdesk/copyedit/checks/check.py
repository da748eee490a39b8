"""What a check is, and what the newsroom lets it say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from newsdesk.copyedit.checks.copy import Copy
from newsdesk.copyedit.finding import Citation, Finding, Kind

BREATH_SYLLABLES = 60
"""Syllables of a sentence that one breath carries: ten seconds at 350 syllables a minute, 22 to 25 words.

No Indonesian figure is published; a newsreader's comfortable breath is eight to ten seconds.
"""
MOST_FIGURES = 3
"""Numbers that a listener keeps from one sentence."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the newsroom has chosen: which checks apply, and where its limits lie.

    ``without`` holds names of checks ("brackets") that are off; everything else is on.
    """

    without: frozenset[str] = frozenset()
    breath_syllables: int = BREATH_SYLLABLES
    most_figures: int = MOST_FIGURES
    months_without_year: int = 2


class Scope(Enum):
    """How much of a script a check must see: a paragraph alone can be looked at again alone."""

    PARAGRAPH = auto()
    STORY = auto()


class Check(NamedTuple):
    """One check: its name in the settings, what it is about, and how much it must see.

    ``find`` is pure, never raises and takes time linear in the length of its copy. Offsets are those of
    its copy.
    """

    name: str
    kind: Kind
    scope: Scope
    find: Callable[[Copy, Choice], Iterator[Finding]]


def found(
    copy: Copy,
    start: int,
    end: int,
    kind: Kind,
    rule: str,
    *fixes: str,
    citation: Citation | None = None,
    **facts: str,
) -> Finding:
    """Return a finding on ``copy.text[start:end]``; ``facts`` are the words of its sentence."""
    return Finding(start, end, kind, rule, copy.text[start:end], fixes, tuple(facts.items()), citation)
