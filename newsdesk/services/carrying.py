"""What of an original stands in the script, and its sentences one by one, to be carried over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newsdesk.copyedit.carried import Carried, Original

TOO_MUCH = 0.3
"""Share of a script's words from which on an editor would want it written anew (house rule of the design)."""
_AROUND = 4_000
"""Code points on each side of a place in which its sentence is looked for."""
_WRAPPED = re.compile(r"(?<![.!?…:\n\"”])\n(?=[a-z])")
"""An end of line inside a sentence, as mail wraps it: the next line goes on with a small letter."""


class CarriedOver(NamedTuple):
    """Spans in code points, and what the feet of both texts say of them (:class:`Carried` explains them)."""

    original: tuple[tuple[int, int], ...] = ()
    script: tuple[tuple[int, int], ...] = ()
    sentences: int = 0
    share: float = 0.0
    original_words: int = 0

    @property
    def is_too_much(self) -> bool:
        """Whether more is carried over than an editor would like."""
        return self.share >= TOO_MUCH


class Carrying:
    """Compares a script with its original. Pure: it keeps the words of the last original, no more.

    One thread at a time may compare; the window does it on the copy lane.
    """

    def __init__(self) -> None:
        self._original: Original | None = None

    def compare(self, original: str, script: str) -> CarriedOver:
        """Return what of ``original`` stands in ``script``; any text, at most half a second for megabytes."""
        from newsdesk.copyedit.carried import Original

        if self._original is None or self._original.text != original:
            self._original = Original(original)
        found: Carried = self._original.carried(script)
        return CarriedOver(found.original, found.script, found.sentences, found.share, found.original_words)

    def sentence_at(self, text: str, at: int) -> tuple[int, int] | None:
        """Return the span of the sentence of ``text`` at offset ``at``; None in an empty line.

        A quotation stays whole and with the words that say whose it is. Behind the last sentence of a line it
        is that one; under a millisecond, whatever the length of ``text``.
        """
        from newsdesk.copyedit.marks import quoted
        from newsdesk.copyedit.narrative import lines

        first = max(0, at - _AROUND)
        window = _WRAPPED.sub(" ", text[first : at + _AROUND])
        place = at - first
        row = window.rfind("\n", 0, place) + 1
        end = window.find("\n", place)
        line = window[row : end if end >= 0 else len(window)]
        found: tuple[int, int] | None = None
        for sentence in lines(line, quoted(line)):
            if found is None or row + sentence.start <= place:
                found = (first + row + sentence.start, first + row + sentence.end)
        return found
