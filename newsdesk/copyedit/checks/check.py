"""What a check is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum, auto
from typing import NamedTuple

from newsdesk.copyedit.checks.copy import Copy
from newsdesk.copyedit.finding import Citation, Finding, Kind
from newsdesk.domain.checking import Choice


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
