"""Reads the tables of ``resources/checks``: rows with tabs, and lists of words, that a newsroom can mend."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from newsdesk.paths import resources

_NOT_A_WORD = r"[^\W_]"


@lru_cache(maxsize=64)
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of ``NAME.tsv``, columns divided by tabs; rows that begin with "#" are comments.

    A row with less than two columns says nothing yet and is passed over.
    """
    text = (resources() / "checks" / f"{name}.tsv").read_text(encoding="utf-8")
    return tuple(
        tuple(column.strip() for column in line.split("\t"))
        for line in text.splitlines()
        if "\t" in line.strip() and not line.startswith("#")
    )


@lru_cache(maxsize=64)
def listed(name: str) -> frozenset[str]:
    """Return the words of ``NAME.txt``, divided by spaces; rows that begin with "#" are comments."""
    text = (resources() / "checks" / f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds any of ``phrases`` as whole words, the longest first, in any case.

    >>> bool(any_of(["sumber"]).search("narasumber")), bool(any_of(["bunuh diri"]).search("Bunuh  diri"))
    (False, True)
    """
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    inside = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in ordered)
    return re.compile(rf"(?<!{_NOT_A_WORD})(?:{inside or '(?!)'})(?!{_NOT_A_WORD})", re.IGNORECASE)


def as_written(word: str, replacement: str) -> str:
    """Give ``replacement`` the capitals of ``word``.

    >>> as_written("Capain", "capaian"), as_written("IJIN", "izin")
    ('Capaian', 'IZIN')
    """
    if len(word) > 1 and word.isupper():
        return replacement.upper()
    return replacement[:1].upper() + replacement[1:] if word[:1].isupper() else replacement
