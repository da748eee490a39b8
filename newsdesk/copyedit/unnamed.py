"""Finds sentences whose speaker is kept unnamed: nobody else may be given their words."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence, Set

from newsdesk.copyedit.narrative import Line
from newsdesk.copyedit.tables import word_table
from newsdesk.copyedit.tokens import Token

_SAYING = word_table("saying")
_SOMEBODY = (("seorang",), ("salah", "seorang"), ("salah", "satu"), ("sejumlah",), ("beberapa",))
_KEPT_BACK = (
    ("enggan", "disebut"),
    ("enggan", "disebutkan"),
    ("mau", "disebut"),
    ("mau", "disebutkan"),
    ("ingin", "disebut"),
    ("ingin", "disebutkan"),
    ("enggan", "dipublikasikan"),
    ("sebut", "saja"),
    ("nama", "samaran"),
    ("nama", "sebenarnya"),
)
_LONGEST_INITIALS = 3


def initials(every: Iterable[Line]) -> Set[str]:
    """Return the initials that stand for people in a text: "berinisial HM", "AW (28)"."""
    return {
        token.text
        for line in every
        for before, token, behind in _threes(line.tokens)
        if _is_short(token) and (before == "berinisial" or behind == "(")
    }


def is_unnamed(row: Sequence[Token], known: Set[str]) -> bool:
    """Say whether somebody without a name speaks in a sentence; ``known`` are the text's initials.

    "Seorang penyintas yang enggan disebut namanya mengatakan ...", "HM mengaku diupah ...".
    """
    plain = [token.plain for token in row]
    if any(pair in _KEPT_BACK for pair in itertools.pairwise(plain)):
        return True
    told = any(word in _SAYING for word in plain)
    if told and any(tuple(plain[: len(opening)]) == opening for opening in _SOMEBODY):
        return True
    return any(token.text in known and behind.plain in _SAYING for token, behind in itertools.pairwise(row))


def _is_short(token: Token) -> bool:
    return token.text.isupper() and token.text.isalpha() and len(token.text) <= _LONGEST_INITIALS


def _threes(row: Sequence[Token]) -> Iterable[tuple[str, Token, str]]:
    for index, token in enumerate(row):
        before = row[index - 1].plain if index else ""
        yield before, token, row[index + 1].text if index + 1 < len(row) else ""
