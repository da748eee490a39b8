"""Copy as sentences of words, with every quotation standing in as one token."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsdesk.copyedit.marks import Quoted
from newsdesk.copyedit.tables import word_table
from newsdesk.copyedit.tokens import Token, tokens

SAID_AFTER = word_table("said_after")
"""Short verbs of saying, before the speaker or with -nya."""

_ENDS = frozenset({".", "!", "?"})
_LONGEST_SENTENCE = 200
"""Tokens after which a sentence is cut: no newsreader's is as long, but hostile text may be."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of the narrative: its tokens (quotes as one token each) and the paragraph's number."""

    tokens: tuple[Token, ...]
    paragraph: int

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end


def lines(text: str, quotes: Sequence[Quoted], start: int = 0) -> Iterator[Line]:
    """Yield the sentences of ``text`` from ``start`` on; ``quotes`` are its quotations, in order."""
    line: list[Token] = []
    paragraph = 0
    for token, ends in _with_ends(text, quotes, start):
        if token.text == "\n":
            if line:
                yield Line(tuple(line), paragraph)
                line = []
            paragraph += 1
            continue
        line.append(token)
        if ends or len(line) >= _LONGEST_SENTENCE:
            yield Line(tuple(line), paragraph)
            line = []
    if line:
        yield Line(tuple(line), paragraph)


def _with_ends(text: str, quotes: Sequence[Quoted], start: int) -> Iterator[tuple[Token, bool]]:
    """Yield every token with whether a sentence ends behind it."""
    stream = _stream(text, quotes, start)
    token = next(stream, None)
    while token is not None:
        following = next(stream, None)
        yield token, following is not None and _ends_sentence(text, token, following)
        token = following


def _stream(text: str, quotes: Sequence[Quoted], position: int) -> Iterator[Token]:
    for number, quote in enumerate(quotes):
        if quote.opening < position:
            continue
        yield from tokens(text, position, quote.opening)
        yield Token("“", quote.opening, quote.closing, number)
        position = quote.closing
    yield from tokens(text, position, len(text))


def _ends_sentence(text: str, token: Token, following: Token) -> bool:
    starts_anew = following.capital or following.quote >= 0 or following.text[0].isdigit()
    if token.quote >= 0:
        inside = text[token.start : token.end].rstrip("\"”“″»' ")
        return inside[-1:] in _ENDS and starts_anew and not is_said_after(following)
    return token.text in _ENDS and (starts_anew or following.text in "(#")


def is_said_after(token: Token) -> bool:
    """Say whether ``token`` is a short verb of saying: "kata", "Ujar", "katanya"."""
    return token.plain in SAID_AFTER or token.plain.removesuffix("nya") in SAID_AFTER
