"""Finds the byline: who wrote the copy and for which outlet."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsdesk.copyedit.offices import begins_office
from newsdesk.copyedit.outlets import is_outlet

_NAME = r"[A-Z][\w.’'-]*(?: (?:bin |binti |al |van |de )?[A-Z][\w.’']*){0,4}"
_PERSON = r"[A-Z][\w.’']*(?: (?:bin |binti |al |van |de )?[A-Z][\w.’']*){0,4}"
_MARK = (
    r"(?:reporter|penulis(?: berita)?|pewarta|wartawan|kontributor|koresponden|jurnalis|peliput"
    r"|laporan(?: wartawan)?|oleh|teks|writer|author|by)"
)
_MARKED = re.compile(
    rf"(?:^|(?<=[.!?”\"] ))[ \t\[(]*(?P<mark>(?i:{_MARK})) *[:/] *(?P<name>{_NAME})"
    rf"(?: *[-–—/|,(] *(?P<outlet>[A-Z][\w. ]{{1,30}}?))?[\])]?[ .]*(?=$|\||[Ee]ditor)",
    re.MULTILINE,
)
_REPORT_OF = re.compile(
    rf"^[ \t]*Laporan [Ww]artawan (?P<outlet>[A-Z][\w. ]{{1,30}}?) *[,:-] *(?P<name>{_PERSON})[ .]*$",
    re.MULTILINE,
)
_SIGNED = re.compile(
    rf"(?:^|(?<=[.!?”\"’)] )|(?<=[.!?”\"’)]))[ \t]*(?P<name>{_PERSON}) *[-–—/] *"
    r"(?P<outlet>[A-Z][\w.]*(?: [A-Z\d][\w.]*){0,3})[ .]*$",
    re.MULTILINE,
)
_CODE = re.compile(
    r"(?:(?<=[.!?”\"’])|(?<=[.!?”\"’] )|^)[ \t]*"
    r"[(\[](?P<code>[\w.&’'-]+(?:[ /-]{1,3}[\w.&’'-]+){0,4})[)\]][ .]*$",
    re.MULTILINE,
)
_NOT_A_CODE = re.compile(
    r"adv\w*|\*+|iklan|foto.*|video.*|bersambung|selesai|habis|kategori .*|lihat .*|\d+", re.IGNORECASE
)
_LONGEST = 120
"""Characters of the longest byline row and of the part of a paragraph's end that is looked at."""


class FoundByline(NamedTuple):
    """A byline in a text: ``[start, end)`` covers all of it, in code points."""

    name: str
    outlet: str
    start: int
    end: int


def find_byline(text: str) -> FoundByline | None:
    """Return the byline of ``text``, or None.

    A row "Reporter: Name" counts anywhere; "Name - Outlet" and a code in brackets only at the end of the
    last paragraphs.

    >>> find_byline("Upacara selesai. Ipang Harwoko - Mahardhika FM")
    FoundByline(name='Ipang Harwoko', outlet='Mahardhika FM', start=17, end=46)
    """
    tails = list(_tails(text))
    for start, end in tails:
        found = _marked(text, start, end)
        if found is not None:
            return found
    for start, end in reversed(tails[-8:]):
        found = _signed(text, start, end) or _code(text, start, end)
        if found is not None:
            return found
    return None


def is_byline_row(row: str) -> bool:
    """Say whether the whole of ``row`` is a byline."""
    if len(row) > _LONGEST:
        return False
    found = _marked(row, 0, len(row)) or _signed(row, 0, len(row))
    return found is not None and found.end - found.start >= len(row.strip(" .[]()"))


def _tails(text: str) -> list[tuple[int, int]]:
    """Return the end of every row that is not empty: at most ``_LONGEST`` characters, from a space on."""
    out: list[tuple[int, int]] = []
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if text[start:end].strip():
            tail = max(start, end - _LONGEST)
            out.append((tail if tail == start else max(tail, text.find(" ", tail, end)), end))
        start = end + 1
    return out


def _marked(text: str, start: int, end: int) -> FoundByline | None:
    piece = text[start:end]
    match = _REPORT_OF.search(piece) or _MARKED.search(piece)
    if match is None:
        return None
    name, outlet = match["name"].strip(" ."), (match["outlet"] or "").strip(" .")
    return _found(match, name, outlet, start)


def _signed(text: str, start: int, end: int) -> FoundByline | None:
    match = _SIGNED.search(text[start:end])
    if match is None:
        return None
    name, outlet = match["name"].strip(), match["outlet"].strip(" .")
    if not is_outlet(outlet) or begins_office(outlet) or begins_office(name):
        return None
    return _found(match, name, outlet, start)


def _code(text: str, start: int, end: int) -> FoundByline | None:
    match = _CODE.search(text[start:end])
    if match is None or _NOT_A_CODE.fullmatch(match["code"]):
        return None
    name, slash, outlet = match["code"].partition("/")
    if slash and is_outlet(outlet) and name[:1].isupper():
        return _found(match, name.strip(), outlet.strip(), start)
    return _found(match, match["code"], "", start)


def _found(match: re.Match[str], name: str, outlet: str, offset: int) -> FoundByline:
    text = match.group()
    lead = len(text) - len(text.lstrip(" \t"))
    return FoundByline(
        name, outlet, offset + match.start() + lead, offset + match.start() + len(text.rstrip(" ."))
    )
