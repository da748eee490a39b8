"""Reads the word tables of ``resources/copyedit``: plain text that a newsroom can read and mend."""

from __future__ import annotations

import re

from newsdesk.paths import resources

_DIVIDER = re.compile(r",|\n(?:[ \t]*(?:#.*)?\n)+|^#.*\n", re.MULTILINE)
"""A comma, an empty row or a comment; a single line end only wraps."""


def word_table(name: str) -> frozenset[str]:
    """Return the entries of table ``name``: divided by commas and empty rows; rows with "#" are comments.

    >>> "kuala pembuang" in word_table("places")
    True
    """
    text = (resources() / "copyedit" / f"{name}.txt").read_text(encoding="utf-8")
    entries = (" ".join(entry.split()) for entry in _DIVIDER.split(text))
    return frozenset(entry for entry in entries if entry)


def pair_table(name: str) -> dict[str, str]:
    """Return the rows of ``NAME.tsv``, two columns divided by a tab; rows that begin with "#" are comments.

    >>> pair_table("reporting")["kata"]
    'mengatakan'
    """
    text = (resources() / "copyedit" / f"{name}.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {row[0].strip(): row[1].strip() for row in rows if len(row) == 2}
