"""Finds what stands between quotation marks."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsdesk.copyedit.tables import word_table

_MARK = re.compile(r"[\"“”„‟″«»]|''|``|\n\s*")
_OPENS = frozenset({"“", "„", "«", "``"})
_CLOSES = frozenset({"»", "''"})
_SAID = re.compile(r",\s*(?:" + "|".join(sorted(word_table("said_after"))) + r")(?:nya)?\b", re.IGNORECASE)


class Quoted(NamedTuple):
    """Text in quotation marks: ``[start, end)`` inside the marks, ``[opening, closing)`` with them."""

    start: int
    end: int
    opening: int
    closing: int


def quoted(text: str) -> list[Quoted]:
    """Return every piece of ``text`` in double quotation marks, in order; none overlap.

    Marks of any style pair up ("”...”" as some papers print it, too). A quote left open ends before its
    "kata ..." or with its paragraph; it goes on when the next paragraph opens with a mark again, as papers
    print long quotes. Marks inside a quote are part of it.

    >>> quoted('"Siap," katanya.')
    [Quoted(start=1, end=5, opening=0, closing=7)]
    """
    found: list[Quoted] = []
    opening: re.Match[str] | None = None
    row = 0
    nested = False
    for mark in _MARK.finditer(text):
        sign, start, end = mark.group(), mark.start(), mark.end()
        if sign[0] == "\n":
            row = end
            if opening is not None and not _goes_on(text, opening.end(), start, end):
                found += _left_open(text, opening, start)
                opening, nested = None, False
        elif opening is None:
            if sign not in _CLOSES and (sign in _OPENS or not _only_closes(text, start, end)):
                opening = mark
        elif start == row:
            continue
        elif _only_opens(text, start, end) and (sign in _OPENS or sign == '"'):
            nested = True
        elif nested:
            nested = False
        else:
            found.append(_trimmed(text, opening, start, end))
            opening = None
    if opening is not None:
        found += _left_open(text, opening, len(text))
    return [quote for quote in found if quote.start < quote.end]


def _trimmed(text: str, opening: re.Match[str], end: int, closing: int) -> Quoted:
    """Leave out spaces and a comma or full stop at the ends: the words are what was said."""
    start = opening.end()
    inside = text[start:end]
    start += len(inside) - len(inside.lstrip())
    return Quoted(start, max(start, opening.end() + len(inside.rstrip(" \t\n,."))), opening.start(), closing)


def _left_open(text: str, opening: re.Match[str], end: int) -> list[Quoted]:
    said = _SAID.search(text, opening.end(), end)
    if said is not None:
        return [_trimmed(text, opening, said.start(), said.start())]
    begins_paragraph = not text[max(0, opening.start() - 2) : opening.start()].strip(" \n")
    return [_trimmed(text, opening, end, end)] if begins_paragraph else []


def _goes_on(text: str, start: int, end: int, following: int) -> bool:
    return text[following : following + 1] in tuple('"“”') and not _SAID.search(text, start, end)


def _only_closes(text: str, start: int, end: int) -> bool:
    before, behind = text[max(0, start - 1) : start], text[end : end + 1]
    return bool(before.strip()) and before not in "([-–—:," and not behind.isalnum()


def _only_opens(text: str, start: int, end: int) -> bool:
    before, behind = text[max(0, start - 1) : start], text[end : end + 1]
    return (not before.strip() or before in "(") and bool(behind.strip()) and behind not in ",.;:!?)"
