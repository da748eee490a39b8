"""What a check has to say about a script: where, of what kind, why (as data), and what to put instead."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a finding is about."""

    SPELLING = "spelling"
    EAR = "ear"
    ATTRIBUTION = "attribution"
    LAW = "law"


class Citation(NamedTuple):
    """Where a rule of law or ethics stands, shown with the finding.

    ``checked`` is the day on which somebody last compared it with its source, ISO 8601.
    """

    instrument: str
    article: str
    quote: str
    checked: str


class Finding(NamedTuple):
    """One remark on the characters ``[start, end)`` of a script (code points).

    ``rule`` names what was found ("spelling.doubled"), ``facts`` are the words of its sentence by name; the
    sentence itself is made where it is read. ``fixes`` are whole replacements of the span, likeliest first;
    an empty one takes the span out. ``words`` are the characters of the span. ``nth`` counts the findings
    before this one that have its rule and its words: with them it names the finding, wherever the text around
    it moves.
    """

    start: int
    end: int
    kind: Kind
    rule: str
    words: str
    fixes: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    citation: Citation | None = None
    nth: int = 0

    @property
    def key(self) -> str:
        """Name the finding: the same while its words stay in the script, however the text before it grows."""
        return f"{self.rule}#{self.nth}#{self.words}"

    def fact(self, name: str) -> str:
        """Return the fact called ``name``; "" where there is none."""
        return next((value for known, value in self.facts if known == name), "")
