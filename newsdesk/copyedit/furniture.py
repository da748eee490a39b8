"""Strips the furniture of a web page from pasted copy, and never a row that may be news."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsdesk.copyedit.byline import is_byline_row
from newsdesk.copyedit.dateline import find_dateline
from newsdesk.copyedit.letters import Row, rows
from newsdesk.copyedit.page_rows import (
    LONGEST_ROW,
    READ_ALSO_HEADING,
    RELATED_HEADING,
    Furniture,
    kind_of,
    like_headline,
)
from newsdesk.copyedit.wrapping import paragraphs

_MOST_RELATED = 12
"""Headlines of other stories that a page shows at most under one heading."""


class Stripped(NamedTuple):
    """A row that was left out: ``[start, end)`` in code points of the pasted text, and what it was."""

    start: int
    end: int
    kind: Furniture


class Clean(NamedTuple):
    """Pasted copy without its furniture.

    ``headline`` is empty when none is clear; ``body`` has one newline between paragraphs and does not
    repeat the headline; ``stripped`` is in order of the pasted text.
    """

    headline: str
    body: str
    stripped: tuple[Stripped, ...]


class _Paragraph(NamedTuple):
    text: str
    start: int
    end: int


def clean(pasted: str) -> Clean:
    """Return ``pasted`` without page furniture and invisible characters, wrapped rows joined; never raises.

    Linear in the length of ``pasted``. Every visible character of the result stands in the original in the
    same order.

    >>> clean("Hujan turun sejak\\u00a0pagi.\\n\\nRelated Posts\\n\\nComments (0)").body
    'Hujan turun sejak pagi.'
    """
    every = list(rows(pasted))
    furniture = _furniture(every)
    copy = _paragraphs(every, furniture)
    stripped = [Stripped(every[i].start, every[i].end, kind) for i, kind in furniture.items()]
    headline = ""
    if again := _headline_again(every, copy):
        headline = copy[0].text
        stripped += (Stripped(row.start, row.end, Furniture.REPEATED_HEADLINE) for row in again)
        copy = copy[2:]
    elif _is_clear_headline(copy):
        headline = copy[0].text
        copy = copy[1:]
    return Clean(headline, "\n".join(paragraph.text for paragraph in copy), tuple(sorted(stripped)))


def _furniture(every: Sequence[Row]) -> dict[int, Furniture]:
    """Return the rows (by index) that are furniture."""
    found: dict[int, Furniture] = {}
    for index, row in enumerate(every):
        kind = kind_of(row.text)
        if kind is not None:
            found[index] = kind
    for index, kind in tuple(found.items()):
        if kind is Furniture.RELATED and RELATED_HEADING.fullmatch(every[index].text):
            found.update(dict.fromkeys(_other_headlines(every, found, index), Furniture.RELATED))
        elif kind is Furniture.READ_ALSO and READ_ALSO_HEADING.fullmatch(every[index].text):
            following = next((i for i in range(index + 1, len(every)) if every[i].text), None)
            if following is not None and following not in found and _is_other_headline(every[following].text):
                found[following] = Furniture.READ_ALSO
    return found


def _other_headlines(every: Sequence[Row], furniture: dict[int, Furniture], heading: int) -> list[int]:
    """Return the headline rows under "Related Posts"; none if news follows, for one may be its subheading."""
    headlines: list[int] = []
    for index in range(heading + 1, len(every)):
        if not every[index].text:
            continue
        if index in furniture:
            return headlines
        if len(headlines) == _MOST_RELATED or not _is_other_headline(every[index].text):
            return []
        headlines.append(index)
    return headlines


def _is_other_headline(row: str) -> bool:
    return like_headline(row) and not is_byline_row(row)


def _paragraphs(every: Sequence[Row], furniture: dict[int, Furniture]) -> list[_Paragraph]:
    out: list[_Paragraph] = []
    block: list[Row] = []
    for index, row in enumerate(every):
        if row.text and index not in furniture:
            block.append(row)
        elif block:
            out += (_Paragraph(*joined) for joined in paragraphs(block))
            block = []
    if block:
        out += (_Paragraph(*joined) for joined in paragraphs(block))
    return out


def _headline_again(every: Sequence[Row], copy: Sequence[_Paragraph]) -> list[Row]:
    """Return the rows that say the first paragraph a second time; none where they may be running text.

    Copy wrapped over several rows of which one ends a sentence is no headline.
    """
    if len(copy) < 2 or not _same(copy[0].text, copy[1].text):
        return []
    second = copy[1]
    again = [row for row in every if row.text and second.start <= row.start and row.end <= second.end]
    wrapped = len(again) > 1
    return [] if wrapped and any(row.text.endswith(".") for row in again) else again


def _same(one: str, other: str) -> bool:
    return len(one) <= LONGEST_ROW and len(one.split()) > 1 and one.casefold() == other.casefold()


def _is_clear_headline(copy: Sequence[_Paragraph]) -> bool:
    """Say whether the first paragraph is a headline: its shape is one, and running text follows."""
    if len(copy) < 2 or not like_headline(copy[0].text) or is_byline_row(copy[0].text):
        return False
    if find_dateline(copy[0].text) is not None:
        return False
    return any(
        len(paragraph.text.split()) >= 10 and not like_headline(paragraph.text) for paragraph in copy[1:4]
    )
