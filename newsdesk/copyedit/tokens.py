"""Cuts copy into words and signs, each with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsdesk.copyedit.offices import head_length
from newsdesk.copyedit.tables import word_table

_TOKEN = re.compile(r"\d+(?:[.,/:]\d+)*|[^\W\d_](?:\w|[.'’`-](?=\w))*|\n|[^\s]")
_INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]")
_SHORTENED = word_table("shortened")
"""Words whose full stop is no sentence's end."""


class Token(NamedTuple):
    """A word, number, sign or line end; ``quote`` is the number of the quote it stands for, -1 for none."""

    text: str
    start: int
    end: int
    quote: int = -1

    @property
    def capital(self) -> bool:
        """A word that begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def plain(self) -> str:
        """The word in lower case without its full stop."""
        return self.text.casefold().rstrip(".")


def tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """Yield the tokens of ``text[start:end]``; "Hartuti-Ketua" comes as name, hyphen and office.

    >>> [token.text for token in tokens("Drs. Santoso, S.Sos", 0, 19)]
    ['Drs.', 'Santoso', ',', 'S.Sos']
    """
    position = start
    while match := _TOKEN.search(text, position, end):
        word, first, last = match.group(), match.start(), match.end()
        position = last
        left, hyphen, right = word.partition("-")
        if (
            left
            and hyphen
            and left[0].isupper()
            and left.casefold() != right.casefold()
            and head_length([right])
        ):
            yield Token(left, first, first + len(left))
            yield Token("-", first + len(left), first + len(left) + 1)
            yield Token(right, last - len(right), last)
            continue
        if text[last : last + 1] == "." and last < end and _keeps_stop(word, text[last + 1 : last + 3]):
            position = last + 1
            yield Token(word + ".", first, last + 1)
            continue
        yield Token(word, first, last)


def _keeps_stop(word: str, behind: str) -> bool:
    initial = _INITIALS.fullmatch(word) is not None
    return (initial or word.casefold() in _SHORTENED) and bool(behind.strip()) and behind.strip()[0].isalnum()
