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


class Reading(NamedTuple):
    """A token that is not said as written, and how it is said.

    >>> Reading(7, 11, ("dua", "koma", "enam", "lima"), "decimal", 0.9, ("dua ribu enam ratus lima puluh",))

    ``words`` are over ``[start, end)``; ``sure`` is 0 to 1; ``alternatives`` are other ways to say it,
    likeliest first; ``rule`` names the file in ``spoken/rules`` that read it, or "lexicon".
    """

    start: int
    end: int
    words: tuple[SpokenWord, ...]
    rule: str
    sure: float
    alternatives: tuple[str, ...]

    @property
    def spoken(self) -> str:
        """The words in one line: "dua koma enam lima"."""
        return " ".join(word.text for word in self.words)
