"""What a check has to say about a script: where, of what kind, why (as data), and what to put instead."""

from __future__ import annotations

import hashlib
from enum import StrEnum
from typing import NamedTuple

_LONGEST_IN_KEY = 120
_BEGINNING = 40


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
    an empty one takes the span out. ``words`` are the characters of the span, ``after`` the two words of the
    sentence that it follows. ``nth`` counts the findings before this one that have its rule, its words and
    what they follow: with them it names the finding, wherever the text around it moves.
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
    after: str = ""

    @property
    def key(self) -> str:
        """Name the finding: the same while its words stay where they stand in their sentence.

        The same words in another place have another name: what is let be in a title is not let be in the next
        sentence. Long words stand in it by their beginning and a digest: no index takes a name of any length.
        """
        words = self.words
        if len(words) > _LONGEST_IN_KEY:
            digest = hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
            words = f"{words[:_BEGINNING]}…{digest}"
        return f"{self.rule}#{self.nth}#{self.after}#{words}"

    def fact(self, name: str) -> str:
        """Return the fact called ``name``; "" where there is none."""
        return next((value for known, value in self.facts if known == name), "")
