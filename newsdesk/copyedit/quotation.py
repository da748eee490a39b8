"""Finds the quotation at a place of a script: what was said, by whom, and all else its sentence says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsdesk.copyedit.marks import Quoted, quoted
from newsdesk.copyedit.mentions import Mention, mentions
from newsdesk.copyedit.narrative import SAID_AFTER, Line, is_said_after, lines
from newsdesk.copyedit.sayings import sayings
from newsdesk.copyedit.speakers import short_names
from newsdesk.copyedit.tables import pair_table, word_table
from newsdesk.copyedit.tokens import Token

_AROUND = 20_000
"""Code points on each side of the place in which the speaker is looked for."""
_SAYING = word_table("saying")
_REPORTING = pair_table("reporting")
_BEGINS = re.compile(r"\n|(?<=\w)[.!?]\s+")
_AGE = re.compile(r"\s*\((\d{1,3})\)")
_INSIDE = " \t\n\"“”„‟″«»'`"


class Quotation(NamedTuple):
    """One sentence with a quotation, ``[start, end)`` in code points of the text.

    ``said`` are its quotes in order, without marks; ``speaker`` and ``office`` who says them ("" when the
    text does not tell); ``verb`` the verb of saying as it is written ("kata", "mengatakan"); ``lead`` the
    words before the quote when they are more than the speaker and the verb; ``tail`` what the sentence goes
    on to say about the saying ("saat ditemui di kantornya").
    """

    start: int
    end: int
    said: tuple[str, ...]
    speaker: str = ""
    office: str = ""
    verb: str = ""
    lead: str = ""
    tail: str = ""


def quotation_at(text: str, start: int, end: int) -> Quotation | None:
    """Return the sentence with a quotation at ``[start, end)`` of ``text``; None where nobody is quoted.

    >>> found = quotation_at('"Kami siap," kata Wali Kota Blitar, Santoso, Jumat.', 3, 3)
    >>> found.said, found.office, found.speaker, found.verb, found.tail
    (('Kami siap',), 'Wali Kota Blitar', 'Santoso', 'kata', 'Jumat')
    """
    first = max(0, start - _AROUND)
    begins = _BEGINS.search(text, first, start) if first else None
    if begins is not None:  # within a quotation its closing mark would open one
        first = begins.end()
    window = text[first : end + _AROUND]
    quotes = quoted(window)
    every = tuple(lines(window, quotes))
    line = _line_at(every, start - first, end - first)
    if line is None:
        return None
    told = _told(window, quotes, line, mentions(line.tokens, short_names(every)))
    if not told.speaker and not told.office and not told.lead:
        numbers = {token.quote for token in line.tokens if token.quote >= 0}
        person = next((one.speaker for one in sayings(window, quotes, every) if one.quote in numbers), None)
        if person is not None:
            told = told._replace(speaker=person.name, office=person.role)
    return told._replace(start=told.start + first, end=told.end + first)


def _line_at(every: Sequence[Line], start: int, end: int) -> Line | None:
    """Return the sentence with a quote that the place touches, one whose quote it touches before others."""
    touched = [
        line
        for line in every
        if line.start <= end and start <= line.end and any(token.quote >= 0 for token in line.tokens)
    ]
    inside = (
        line
        for line in touched
        if any(token.quote >= 0 and token.start <= end and start <= token.end for token in line.tokens)
    )
    return next(inside, touched[0] if touched else None)


def _told(text: str, quotes: Sequence[Quoted], line: Line, found: Sequence[Mention]) -> Quotation:
    row = line.tokens
    marks = [index for index, token in enumerate(row) if token.quote >= 0]
    said = tuple(text[row[at].start : row[at].end].strip(_INSIDE).rstrip(",") for at in marks)
    whole = Quotation(line.start, line.end, said)
    first = marks[0]
    if first == 0:
        return _said_behind(text, row, marks, found, whole)
    return _said_before(text, row, first, found, whole)


def _said_behind(
    text: str, row: Sequence[Token], marks: Sequence[int], found: Sequence[Mention], whole: Quotation
) -> Quotation:
    """Read '"...," kata Wali Kota Blitar, Santoso, saat ditemui.', and a second quote behind that."""
    at = next((i for i, token in enumerate(row) if token.quote < 0 and token.text[0].isalpha()), None)
    if at is None:
        return whole
    stop = next((mark for mark in marks if mark > at), len(row))
    if not (is_said_after(row[at]) or row[at].plain in _SAYING or row[at].plain in _REPORTING):
        return whole._replace(tail=_between(text, row, at, stop))
    plain = row[at].plain
    verb = plain if plain in SAID_AFTER or plain in _SAYING else plain.removesuffix("nya")
    behind = at + 1
    mention = next((one for one in found if at < one.first <= at + 2 and one.first < stop), None)
    if mention is not None:
        told = whole._replace(verb=verb, **_who(text, row, mention))
        return _and_tail(told, _between(text, row, min(mention.last, stop), stop))
    if plain != verb:  # "katanya"
        return whole._replace(verb=verb, tail=_between(text, row, behind, stop))
    comma = next((i for i in range(behind, stop) if row[i].text in {",", "."}), stop)
    return whole._replace(
        verb=verb, office=_between(text, row, behind, comma), tail=_between(text, row, comma, stop)
    )


def _said_before(
    text: str, row: Sequence[Token], first: int, found: Sequence[Mention], whole: Quotation
) -> Quotation:
    """Read 'Santoso, Wali Kota Blitar, menegaskan: "..."'; any other words before the quote are its lead."""
    end = first
    while end and not row[end - 1].text[0].isalnum():
        end -= 1
    tail = _between(text, row, first + 1, len(row))
    mention = found[0] if found and found[0].first == 0 else None
    if mention is not None and end and row[end - 1].plain in _SAYING:
        between = [token for token in row[mention.last : end - 1] if token.text[0].isalnum()]
        if not between:
            return _and_tail(whole._replace(verb=row[end - 1].plain, **_who(text, row, mention)), tail)
    return whole._replace(lead=text[row[0].start : row[end - 1].end] if end else "", tail=tail)


def _who(text: str, row: Sequence[Token], mention: Mention) -> dict[str, str]:
    """Return name and office; a rank or title before the name stays with it, an age goes into the tail."""
    name, role = mention.name, mention.role
    start = role[1] if role[0] < role[1] <= name[0] else name[0]
    if role[0] == role[1]:
        start = min(start, row[mention.first].start)  # "Mas Ibin", "Pak Santoso"
    behind = text[max(name[1], role[1]) : row[mention.last - 1].end]
    age = _AGE.fullmatch(behind)
    return {
        "speaker": " ".join(text[start : name[1]].strip(" ,–—-\n").split()),
        "office": " ".join(text[slice(*role)].split()),
        "tail": f"{age.group(1)} tahun" if age else "",
    }


def _and_tail(told: Quotation, tail: str) -> Quotation:
    return told._replace(tail=", ".join(part for part in (told.tail, tail) if part))


def _between(text: str, row: Sequence[Token], first: int, last: int) -> str:
    """Return the words of the tokens ``[first, last)`` without signs at their edges and without quotes."""
    while first < last and (row[first].text in {",", ".", ";", ":", "!", "?"} or row[first].quote >= 0):
        first += 1
    while last > first and (row[last - 1].text in {",", ".", ";", ":"} or row[last - 1].quote >= 0):
        last -= 1
    return " ".join(text[row[first].start : row[last - 1].end].split()) if first < last else ""
