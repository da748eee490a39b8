"""Joins the rows of a hard-wrapped mail to paragraphs again."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from newsdesk.copyedit.letters import Row

_NARROWEST, _WIDEST = 40, 100
"""Characters of the longest row of a wrapped block; mail programs wrap at 60 to 80."""

_LIST_MARK = re.compile(r"(?:[-*•–—>]|\d{1,3}[.)]|[a-z][.)])\s")
_FINISHED = re.compile(r"[.!?:;][”\"’)]*$")


def paragraphs(block: Sequence[Row]) -> list[tuple[str, int, int]]:
    """Join ``block`` (rows with no empty row between) to paragraphs: text, start and end in the original.

    Two rows are one paragraph when the next row's first word would not have fitted behind the first: that
    is what a mail program wraps by. A block in which no row breaks off in the middle of a sentence is left
    as it is, so that one-row paragraphs stay apart.
    """
    width = max(len(row.text) for row in block)
    breaks = [_wraps(row.text, following.text, width) for row, following in itertools.pairwise(block)]
    wrapped = any(
        breaks_off and not _FINISHED.search(row.text) for breaks_off, row in zip(breaks, block, strict=False)
    )
    joined: list[tuple[list[str], int, int]] = []
    for index, row in enumerate(block):
        if index and wrapped and breaks[index - 1]:
            parts, start, _ = joined[-1]
            parts.append(row.text)
            joined[-1] = (parts, start, row.end)
        else:
            joined.append(([row.text], row.start, row.end))
    return [(_sewn(parts), start, end) for parts, start, end in joined]


def _wraps(row: str, following: str, width: int) -> bool:
    if not _NARROWEST <= width <= _WIDEST or _LIST_MARK.match(following):
        return False
    return len(row) + 1 + len(following.split(" ", 1)[0]) > width


def _sewn(parts: list[str]) -> str:
    """Put rows together with spaces; a word broken at its hyphen ("anak-", "anak") closes up."""
    out = parts[:1]
    for part in parts[1:]:
        broken = len(out[-1]) > 1 and out[-1].endswith("-") and out[-1][-2].isalpha()
        out.append(part if broken else " " + part)
    return "".join(out)
