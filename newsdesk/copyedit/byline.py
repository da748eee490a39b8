"""Finds the byline: who wrote the copy and for which outlet."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsdesk.copyedit.offices import begins_office
from newsdesk.copyedit.outlets import is_outlet, is_press_office

_NAME = r"[A-Z][\w.’'-]*(?: (?:bin |binti |al |van |de )?[A-Z][\w.’']*){0,4}"
_PERSON = r"[A-Z][\w.’']*(?: (?:bin |binti |al |van |de )?[A-Z][\w.’']*){0,4}"
_MARK = (
    r"(?:reporter(?: */ *editor)?|penulis(?: berita)?|pewarta|wartawan|kontributor(?: [a-z]+){0,2}"
    r"|koresponden(?: [a-z]+)?|jurnalis|peliput|laporan(?: wartawan)?|oleh|by|writer|author"
    r"|(?:teks|naskah|tulisan)(?: *(?:&|dan) *foto)?|rep)"
)
_MARKED = re.compile(
    rf"(?:^|(?<=[.!?”\"] ))[ \t\[(]*(?P<mark>(?i:{_MARK})) *[:/] *(?P<name>{_NAME})"
    rf"(?: *[-–—/|,(] *(?P<outlet>[A-Z][\w. ]{{1,30}}?))?[\])]?[ .]*(?=$|[|·;]|[Ee]ditor)",
    re.MULTILINE,
)
_SMALL = re.compile(
    r"^[ \t\[(]*(?:rep|reporter|penulis) *: *(?P<name>[a-z][\w.-]{1,20})[ .\])]*(?=$|[|·;])", re.M
)
"""As portals close a story: "rep: malika | ed: tofan"."""
_BY = re.compile(rf"^[ \t]*(?:Oleh|OLEH) +(?P<name>{_PERSON})[ .]*$", re.MULTILINE)
_REPORTING = re.compile(
    rf"(?:(?:^|[.!?] |, ?)(?P<name>{_PERSON})(?:,)? (?:melaporkan|mengabarkan)(?: untuk| dari)? |"
    rf"(?:[Dd]emikian|[Ii]tulah) laporan (?P<other>{_PERSON}), *)(?P<outlet>[A-Z][\w. ]{{1,30}}?)[ .]*$",
    re.MULTILINE,
)
"""As radio reporters sign off: "Rani Puspita melaporkan untuk Radio Patria.\""""
_STARRED = re.compile(rf"^[ \t]*(?:\*{{2,3}}|\[\]) *(?P<name>{_PERSON})[ ]*$", re.MULTILINE)
_UNDER_HEADLINE = re.compile(
    rf"^[ \t]*(?P<name>{_PERSON}) +[-–—|] +(?P<outlet>[\w.]+(?: [A-Z]\w*)?)[ ]*\n+[ ]*"
    r"(?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|Ahad), *\d",
    re.MULTILINE,
)
"""As portals stand it over the text, with the day and time below."""
_REPORT_OF = re.compile(
    rf"^[ \t]*Laporan [Ww]artawan (?P<outlet>[A-Z][\w. ]{{1,30}}?) *[,:-] *(?P<name>{_PERSON})[ .]*$",
    re.MULTILINE,
)
_SIGNED = re.compile(
    rf"(?:^|(?<=[.!?”\"’)] )|(?<=[.!?”\"’)]))[ \t]*(?P<name>{_PERSON}) *[-–—/|] *"
    r"(?P<outlet>[A-Z][\w.]*(?: [A-Z\d][\w.]*){0,3})[ .]*$",
    re.MULTILINE,
)
_CODE = re.compile(
    r"(?:(?<=[.!?”\"’])|(?<=[.!?”\"’] )|^)[ \t]*"
    r"[(\[](?P<code>[\w.*&’'-]+(?:[ /-]{1,3}[\w.&’':-]+){0,8})[)\]](?:-\w{1,2})?[ .]*$",
    re.MULTILINE,
)
_NOT_A_CODE = re.compile(
    r"adv\w*|\*+|iklan|foto.*|video.*|bersambung|selesai|habis|kategori .*|lihat .*|\d+", re.IGNORECASE
)
_HEAD_OF_PAGE = 1_000
"""Characters from the top in which a byline under the headline may stand."""
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
    above = _UNDER_HEADLINE.search(text[:_HEAD_OF_PAGE])
    if above is not None and not begins_office(above["name"]):
        return FoundByline(above["name"].strip(), above["outlet"], above.start("name"), above.end("outlet"))
    tails = list(_tails(text))
    for start, end in tails:
        found = _marked(text, start, end)
        if found is not None:
            return found
    for start, end in reversed(tails[-8:]):
        found = _signed(text, start, end) or _code(text, start, end) or _signed_off(text, start, end)
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
    if match is not None:
        name, outlet = match["name"].strip(" ."), (match["outlet"] or "").strip(" .")
        if outlet and is_press_office(name):
            name, outlet = outlet, name  # "Teks: Humas/Ikbal"
        return _found(match, name, outlet, start)
    match = _SMALL.search(piece) or _BY.search(piece)
    if match is None or begins_office(match["name"]):
        return None
    return _found(match, match["name"].strip(" ."), "", start)


def _signed_off(text: str, start: int, end: int) -> FoundByline | None:
    """Read the closing words of a radio report, and a name behind stars."""
    piece = text[start:end]
    match = _REPORTING.search(piece)
    if match is not None:
        which = "name" if match["name"] else "other"
        outlet = match["outlet"].strip(" .")
        return FoundByline(
            match[which].strip(), outlet, start + match.start(which), start + match.end("outlet")
        )
    match = _STARRED.search(piece)
    return _found(match, match["name"].strip(), "", start) if match is not None else None


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
    name, outlet = _name_and_outlet(match["code"])
    return _found(match, name, outlet, start)


def _name_and_outlet(code: str) -> tuple[str, str]:
    """Tell who wrote from where it was sent, in a code with strokes.

    >>> _name_and_outlet("Luh De S/BNN"), _name_and_outlet("Humas/Dika"), _name_and_outlet("jok/bud")
    (('Luh De S', 'BNN'), ('Dika', 'Humas'), ('jok/bud', ''))
    """
    parts = [part.strip(" *") for part in code.split("/")]
    parts = [part for part in parts if part and not part.casefold().startswith(("editor", "red:", "ed:"))]
    if len(parts) == 2:
        first, second = parts
        for name, outlet in ((first, second), (second, first)):
            acronym = outlet.isupper() and len(outlet) > 1 and " " in name
            if name[:1].isupper() and not is_outlet(name) and (is_outlet(outlet) or acronym):
                return name, outlet
    return "/".join(parts) or code, ""


def _found(match: re.Match[str], name: str, outlet: str, offset: int) -> FoundByline:
    text = match.group()
    lead = len(text) - len(text.lstrip(" \t"))
    return FoundByline(
        name, outlet, offset + match.start() + lead, offset + match.start() + len(text.rstrip(" ."))
    )
