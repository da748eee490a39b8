"""What a rule is, and what it may look at."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Flag, auto
from typing import NamedTuple

from newsdesk.spoken.lexicon import HouseLexicon
from newsdesk.spoken.policy import Policy
from newsdesk.spoken.tables import Tables
from newsdesk.spoken.text import Reading
from newsdesk.spoken.written import words

_CAPITAL_WORD = re.compile(r"\b[A-Z]{2,}\b(?!\$)")
# Words of headlines in capitals that are also acronyms.
PLAIN_IN_HEADLINES = words("DI KE DAN AL PAK BU AS ADA MA MI TK AN")
UNSAYABLE = re.compile(r"(?!STR|SKR|SPR|SCR)[^AIUEO]{3}|[^AIUEO]+\Z")
"""How no word begins: KPRI, LVRI; and what has no vowel at all."""
_ANY_WORD = re.compile(r"\b[^\W\d_]{2,}\b")


class Starts(Flag):
    """With what a token of this kind begins; an ordinary word stops the scan only if a rule lists it.

    A capital is one of A to Z: the letters that codes and titles are made of.
    """

    CAPITAL = auto()
    SMALL = auto()
    DIGIT = auto()
    SIGN = auto()
    LETTER = CAPITAL | SMALL


class Passage:
    """The text being read, with the tables, the house's forms and its policy."""

    __slots__ = ("_line", "_shouted", "house", "policy", "tables", "text")

    def __init__(self, text: str, tables: Tables, house: HouseLexicon, policy: Policy) -> None:
        self.text = text
        self.tables = tables
        self.house = house
        self.policy = policy
        self._line = (-1, -1)
        self._shouted = False

    def shouted(self, at: int) -> bool:
        """Say whether most words of the line at ``at``, and at least four, are in capitals: a headline.

        A list of acronyms is none: two of them, and a third of all, must be ordinary words, one a longer one.
        """
        start, end = self._line
        if not start <= at < end:
            start = self.text.rfind("\n", 0, at) + 1
            end = self.text.find("\n", at)
            end = len(self.text) if end < 0 else end
            line = self.text[start:end]
            capitals = _CAPITAL_WORD.findall(line)
            known = self.tables.acronyms
            money = self.tables.currencies
            ordinary = [
                word
                for word in capitals
                if (word not in known and word not in money and not UNSAYABLE.match(word))
                or word in PLAIN_IN_HEADLINES
            ]
            most = len(capitals) >= 4 and len(capitals) * 2 > len(_ANY_WORD.findall(line))
            prose = len(ordinary) >= 2 and len(ordinary) * 3 >= len(capitals) and max(map(len, ordinary)) > 3
            self._shouted = most and prose
            self._line = (start, end)
        return self._shouted


def _no_words(_: Tables) -> frozenset[str]:
    return frozenset()


class Rule(NamedTuple):
    """One kind of token.

    ``pattern`` is tried where a token that ``starts`` so begins; ``read`` turns its match into a reading,
    or gives None to leave the token to the rules after it. ``words`` lists the ordinary-looking words at
    which the scan must stop for this rule. Patterns are bounded or possessive: a rule looks at each
    character a bounded number of times, so reading is linear.
    """

    name: str
    starts: Starts
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Passage], Reading | None]
    words: Callable[[Tables], frozenset[str]] = _no_words
