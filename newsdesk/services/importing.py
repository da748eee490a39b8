"""Copy from outside: what is pasted, and plain text files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from newsdesk.domain.attribution import Byline, Dateline, Source
from newsdesk.domain.story import Script
from newsdesk.errors import BadInput
from newsdesk.i18n import _

if TYPE_CHECKING:
    from newsdesk.copyedit.credits import Credits

LARGEST_FILE = 20 * 1024 * 1024
"""Bytes of the largest file that is read."""


class OfferKind(StrEnum):
    """What was found in the copy and may be accepted."""

    DATELINE = "dateline"
    BYLINE = "byline"
    SOURCE = "source"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Passage:
    """``[start, end)`` of the script's body; ``quote`` when these are the source's own words."""

    start: int
    end: int
    quote: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing found in the copy, for the reporter to accept or reject.

    ``[start, end)`` is where the body says it (a dateline or byline with its dash, a source's name, a quote
    inside its marks); ``text`` is that piece of the body. By ``kind`` exactly one of ``dateline``,
    ``byline`` and ``source`` is given; a quote whose speaker is not known has none. ``passages`` are what
    accepting a source or quote ties to it: a source's indirect speech, or the quote.
    """

    kind: OfferKind
    text: str
    start: int
    end: int
    dateline: Dateline | None = None
    byline: Byline | None = None
    source: Source | None = None
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Pasted:
    """Copy from outside, ready for the editor.

    ``script`` has the cleaned body, the headline if one is clear, and a suggested slug; its dateline,
    bylines and attributions are empty, for ``offers`` are only offered. ``original`` is what came, unchanged.
    """

    script: Script
    original: str
    offers: tuple[Offer, ...]


class Importing:
    """Makes copy from outside into a script with offers. Pure: it stores nothing."""

    def paste(self, text: str) -> Pasted:
        """Strip page furniture from ``text`` and offer the credits found; any text, never raises.

        Linear in the length of ``text``; not for the GUI thread when that is long.
        """
        # The word tables of this room are read when the first copy comes, not when the newsroom opens.
        from newsdesk.copyedit.credits import find_credits
        from newsdesk.copyedit.furniture import clean
        from newsdesk.copyedit.places import PLACE_WORDS
        from newsdesk.copyedit.slug import suggest_slug

        copy = clean(text)
        script = Script(
            slug=suggest_slug(copy.headline, copy.body, PLACE_WORDS), headline=copy.headline, body=copy.body
        )
        return Pasted(script, text, _offers(copy.body, find_credits(copy.body)))

    def read_file(self, path: Path) -> Pasted:
        """Read a plain text file and treat it as :meth:`paste` does.

        UTF-8 with or without a byte order mark, UTF-16 and UTF-32 with one, else Windows-1252. Raises
        BadInput for a file that is missing, a folder, unreadable, larger than
        ``LARGEST_FILE``, no plain text, or empty.
        """
        return self.paste(read_text(path))


def _offers(body: str, found: Credits) -> tuple[Offer, ...]:
    offers: list[Offer] = []
    if found.dateline:
        place = found.dateline
        offers.append(
            Offer(
                OfferKind.DATELINE,
                body[place.start : place.end],
                place.start,
                place.end,
                dateline=Dateline(place.place, place.outlet),
            )
        )
    if found.byline:
        by = found.byline
        offers.append(
            Offer(
                OfferKind.BYLINE, body[by.start : by.end], by.start, by.end, byline=Byline(by.name, by.outlet)
            )
        )
    people = {source.name: Source(person=source.name, office=source.role) for source in found.sources}
    for source in found.sources:
        offers.append(
            Offer(
                OfferKind.SOURCE,
                body[source.start : source.end],
                source.start,
                source.end,
                source=people[source.name],
                passages=tuple(Passage(start, end) for start, end in source.passages),
            )
        )
    for quote in found.quotes:
        offers.append(
            Offer(
                OfferKind.QUOTE,
                quote.text,
                quote.start,
                quote.end,
                source=people.get(quote.speaker),
                passages=(Passage(quote.start, quote.end, quote=True),),
            )
        )
    return tuple(sorted(offers, key=lambda offer: offer.start))


# ---------------------------------------------------------------- plain text files

_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
"""Byte order marks; the longer ones first, for UTF-32's begins with UTF-16's."""

_NOT_TEXT = (
    b"%PDF",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"RIFF",
    b"ID3",
    b"OggS",
)
"""How files begin that hold no plain text: PDF, Word, pictures, sound."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
_MOST_CONTROL = 0.02
"""Share of control characters from which on a file is no text; real copy holds at most a stray one."""


def read_text(path: Path) -> str:
    """Return the text of a plain text file; encodings and failures as :meth:`Importing.read_file`."""
    try:
        if path.is_dir():
            raise BadInput(str(path), _("ini folder, bukan berkas"))
        if path.stat().st_size > LARGEST_FILE:
            raise BadInput(str(path), _("lebih besar dari 20 MB"))
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except FileNotFoundError as error:
        raise BadInput(str(path), _("berkas tidak ada")) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise BadInput(str(path), _("berkas tidak bisa dibaca")) from error
    if len(data) > LARGEST_FILE:  # a device or a growing file tells no size beforehand
        raise BadInput(str(path), _("lebih besar dari 20 MB"))
    if data.startswith(_NOT_TEXT):
        raise BadInput(str(path), _("bukan teks polos"))
    text = _decoded(data)
    if text is None or len(_CONTROL.findall(text)) > _MOST_CONTROL * len(text):
        raise BadInput(str(path), _("bukan teks polos"))
    if not text.strip():
        raise BadInput(str(path), _("kosong"))
    return text


def _decoded(data: bytes) -> str | None:
    """Return the text of ``data``, or None if its byte order mark promises what the rest does not keep."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
