"""The copy that a check looks at: a paragraph or a whole script, with what is known about it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence, Set
from datetime import date
from functools import cached_property
from typing import NamedTuple

from newsdesk.copyedit.credits import Credits, find_credits
from newsdesk.copyedit.marks import Quoted, quoted
from newsdesk.copyedit.speller import Speller
from newsdesk.spoken.sentences import Sentence

_WORD = re.compile(r"[^\W\d_]+(?>(?:['’-][^\W\d_]+)*)")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_FEWEST_IN_HEADLINE = 4


class Word(NamedTuple):
    """A word as written, ``[start, end)`` in its copy; hyphens belong to it."""

    text: str
    start: int
    end: int


class Person(NamedTuple):
    """Somebody of the register of sources."""

    name: str
    office: str


class Known(NamedTuple):
    """What is known besides the text.

    ``written`` is the day on which the story is written and ``airs`` the day of its bulletin. ``acronyms``
    are the forms that the built-in tables and the house's lexicon hold. Without a ``speller`` no word is
    unknown.
    """

    written: date
    airs: date
    acronyms: Set[str] = frozenset()
    people: tuple[Person, ...] = ()
    speller: Speller | None = None


class Copy:
    """The text, its sentences as they are said, and what is known besides."""

    def __init__(self, text: str, sentences: Sequence[Sentence], known: Known) -> None:
        self.text = text
        self.sentences = sentences
        self.known = known

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Every word of the text, in order."""
        return tuple(Word(match[0], *match.span()) for match in _WORD.finditer(self.text))

    @cached_property
    def quotes(self) -> list[Quoted]:
        """What stands between quotation marks."""
        return quoted(self.text)

    @cached_property
    def credits(self) -> Credits:
        """The sources and quotes of the text."""
        return find_credits(self.text)

    def quote_at(self, at: int) -> Quoted | None:
        """Return the quotation that ``at`` stands in."""
        index = bisect_right(self._openings, at) - 1
        if index < 0 or at >= self.quotes[index].closing:
            return None
        return self.quotes[index]

    def sentence_at(self, at: int) -> Sentence | None:
        """Return the sentence that ``at`` stands in, or the one before it."""
        index = bisect_right(self._starts, at) - 1
        return self.sentences[index] if index >= 0 else None

    def sentence_text(self, at: int) -> str:
        """Return the sentence that ``at`` stands in, as written; "" before the first."""
        sentence = self.sentence_at(at)
        return self.text[sentence.start : sentence.end] if sentence else ""

    def begins_sentence(self, at: int) -> bool:
        """Say whether the word at ``at`` begins a sentence or a quotation: its capital tells nothing."""
        if at == 0 or at in self._sentence_starts:
            return True
        return self.text[max(0, at - 2) : at].strip()[-1:] in tuple('"“”‘.:!?•*-–(') or (
            self.text[at - 1] == "\n"
        )

    def shouted(self, at: int) -> bool:
        """Say whether the line at ``at`` is a headline: nearly every word begins with a capital."""
        start = self.text.rfind("\n", 0, at) + 1
        known = self._headlines.get(start)
        if known is None:
            end = self.text.find("\n", at)
            line = self.text[start : len(self.text) if end < 0 else end]
            words = _LETTERS.findall(line)
            capitals = sum(word[0].isupper() for word in words)
            known = (
                len(words) >= _FEWEST_IN_HEADLINE
                and line.rstrip()[-1:] not in tuple('.?!”"')
                and capitals * 5 >= len(words) * 4
            )
            self._headlines[start] = known
        return known

    @cached_property
    def _headlines(self) -> dict[int, bool]:
        return {}

    @cached_property
    def _openings(self) -> list[int]:
        return [quote.opening for quote in self.quotes]

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _sentence_starts(self) -> frozenset[int]:
        return frozenset(self._starts)
