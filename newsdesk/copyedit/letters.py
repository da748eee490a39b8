"""Characters that come along with a paste and that nobody can see, and the rows of a pasted text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsdesk.domain.text import clean

_ROW_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters that neither space nor break
    r"\u00ad\u200b\u200e\u200f\u2060\ufeff"  # soft hyphen, zero-width space, marks of direction, word joiner
    r"\u202a-\u202e\u2066-\u2069]"  # overrides of direction: they make text read otherwise than it is stored
    # Joiners build emoji and Persian words; beside Latin letters and spaces they only split words.
    r"|(?<=[\s0-9A-Za-z\u00c0-\u024f])[\u200c\u200d]|[\u200c\u200d](?=[\s0-9A-Za-z\u00c0-\u024f])"
)


class Row(NamedTuple):
    """One row of a pasted text: ``[start, end)`` without its line end, and what can be seen of it."""

    start: int
    end: int
    text: str


def seen(text: str) -> str:
    """Return one row as a reader sees it: nothing invisible, plain single spaces, none at the ends.

    Halves of letters are joined or become U+FFFD.

    >>> seen("Wali\\u00a0Kota\\u200b  Blitar ")
    'Wali Kota Blitar'
    """
    return clean(_SPACES.sub(" ", _UNSEEN.sub("", text))).strip()


def rows(text: str) -> Iterator[Row]:
    """Yield every row of ``text`` in order, empty ones too; any line end of any system divides rows."""
    start = 0
    for end in _ROW_END.finditer(text):
        yield Row(start, end.start(), seen(text[start : end.start()]))
        start = end.end()
    yield Row(start, len(text), seen(text[start:]))
