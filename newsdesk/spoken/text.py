"""The spoken form of a script, tied letter by letter to what is written.

Offsets are Python code points of the script's text (Qt counts UTF-16; the ui converts).
"""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range ``[start, end)`` of code points in a script."""

    start: int
    end: int


class SpokenWord(NamedTuple):
    """One word as it is said, and the characters of the script that it comes from.

    Several words may share a span: "2.65" gives "dua", "koma", "enam", "lima", all over the same
    four characters; a date gives words over its day, its month and its year.
    """

    text: str
    start: int
    end: int


ASK_UP_TO = 0.8
"""Up to this a reading is shown as unsure; above it there may be alternatives, which few would choose."""


class Reading(NamedTuple):
    """A token that is not said as written, and how it is said.

    >>> Reading(7, 11, "dua koma enam lima", "number", 0.9, ("dua ribu enam ratus lima",)).words[1]
    SpokenWord(text='koma', start=7, end=11)

    ``spoken`` is over ``[start, end)``, and empty where the token is silent; ``sure`` is 0 to 1;
    ``alternatives`` are other ways to say it, likeliest first; ``rule`` names the file in
    ``spoken/rules`` that read it. ``parts`` are its pieces in order where they have spans of their own
    (day, month, year); a piece may be several words. ``respelling`` is what the newsroom's lexicon shows over
    the word, or empty.
    """

    start: int
    end: int
    spoken: str
    rule: str
    sure: float = 1.0
    alternatives: tuple[str, ...] = ()
    parts: tuple[SpokenWord, ...] = ()
    respelling: str = ""

    @property
    def unsure(self) -> bool:
        """Say whether an editor should be asked: :attr:`sure` is at most :data:`ASK_UP_TO`.

        2.65 alone, an unknown form in capitals, "Dr." and "H" before a name, a numeral without its noun.
        """
        return self.sure <= ASK_UP_TO

    @property
    def words(self) -> tuple[SpokenWord, ...]:
        """Every spoken word with its span, in order."""
        pieces = self.parts or (SpokenWord(self.spoken, self.start, self.end),)
        return tuple(SpokenWord(word, start, end) for text, start, end in pieces for word in text.split())
