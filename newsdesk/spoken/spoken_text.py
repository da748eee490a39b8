"""A script and how it is said, aligned to the character."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property

from newsdesk.spoken.text import Reading, Span, SpokenWord

_WORD = re.compile(
    r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*(?>(?:['’‘ʼ`\-][^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*)*)"
)
_INK = re.compile(r"\S+")


class SpokenText:
    """What ``source`` sounds like.

    ``readings`` are the tokens not said as written, in order, never overlapping.
    """

    def __init__(self, source: str, readings: tuple[Reading, ...]) -> None:
        self.source = source
        self.readings = readings

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SpokenText) and (self.source, self.readings) == (
            other.source,
            other.readings,
        )

    def __hash__(self) -> int:
        return hash((self.source, self.readings))

    @cached_property
    def words(self) -> tuple[SpokenWord, ...]:
        """Every word as it is said, plain ones too, in order, each with its span in the source."""
        words: list[SpokenWord] = []
        position = 0
        for reading in self.readings:
            self._plain(position, reading.start, words)
            words += reading.words
            position = reading.end
        self._plain(position, len(self.source), words)
        return tuple(words)

    def _plain(self, start: int, end: int, words: list[SpokenWord]) -> None:
        for found in _WORD.finditer(self.source, start, end):
            words.append(SpokenWord(found[0], *found.span()))

    @cached_property
    def silent(self) -> tuple[Span, ...]:
        """Everything written that no spoken word comes from: punctuation and signs that are not said."""
        spans: list[Span] = []
        position = 0
        for word in self.words:
            if word.start > position:
                self._ink(position, word.start, spans)
            position = max(position, word.end)
        self._ink(position, len(self.source), spans)
        return tuple(spans)

    def _ink(self, start: int, end: int, spans: list[Span]) -> None:
        spans += [Span(*found.span()) for found in _INK.finditer(self.source, start, end)]

    @cached_property
    def line(self) -> str:
        """The written text with the readings put in; its punctuation and spaces are kept.

        A space is added only where two words would otherwise run together.
        """
        source = self.source
        pieces: list[str] = []
        position = 0
        grows = _runs_on
        for start, end, spoken, *_ in self.readings:
            if start > position:
                _append(pieces, source[position:start], grows)
            if spoken:
                _append(pieces, spoken, _always)
            grows = _runs_on if spoken else _joins
            position = end
        if position < len(source):
            _append(pieces, source[position:], grows)
        return "".join(pieces)


def _append(pieces: list[str], piece: str, grows: Callable[[str], bool]) -> None:
    """Add ``piece``, after a space if it would grow together with what stands before it."""
    if pieces and grows(piece):
        last = pieces[-1][-1]
        if last.isalnum() or last in ".,:;":
            pieces.append(" ")
    pieces.append(piece)


def _always(_: str) -> bool:
    return True


def _joins(written: str) -> bool:
    """Say whether ``written`` joins the word before a sign that fell silent: "Dr*." must not become "Dr."."""
    return _runs_on(written) or written[0] in ".-–'’"


def _runs_on(written: str) -> bool:
    """Say whether ``written`` grows on a word before it: "5.id" must not become "lima.id", an address."""
    return written[0].isalnum() or (written[0] in ".:@/" and written[1:2].isalnum())
