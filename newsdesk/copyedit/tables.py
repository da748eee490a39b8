"""Reads the word tables of ``resources/copyedit``: plain text that a newsroom can read and mend."""

from __future__ import annotations

from newsdesk.paths import resources


def word_table(name: str) -> frozenset[str]:
    """Return the entries of table ``name``: divided by commas or line ends, lines from "#" on are comments.

    >>> "kuala pembuang" in word_table("places")
    True
    """
    text = (resources() / "copyedit" / f"{name}.txt").read_text(encoding="utf-8")
    rows = (row for row in text.splitlines() if not row.startswith("#"))
    return frozenset(entry.strip() for row in rows for entry in row.split(",") if entry.strip())
