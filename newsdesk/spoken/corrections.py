"""Readings that hold for one place in one story, and which of them still stand on whole words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Correction(NamedTuple):
    """What is said over ``[start, end)`` of one script, whatever the rules and the lexicon say.

    An empty ``spoken`` makes the place silent.
    """

    start: int
    end: int
    spoken: str


def heeded(corrections: Iterable[Correction], text: str) -> tuple[Correction, ...]:
    """Return the corrections that stand on whole words of ``text``, in order and without overlap.

    One that cuts through a word or a number ("2.65" corrected, then made "12.65") is not heeded.
    """
    found: list[Correction] = []
    position = 0
    for one in sorted(corrections):
        inside = position <= one.start < one.end <= len(text)
        if inside and not _cuts(text, one.start) and not _cuts(text, one.end):
            found.append(one)
            position = one.end
    return tuple(found)


def _cuts(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
