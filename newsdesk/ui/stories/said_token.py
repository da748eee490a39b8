"""The words at the cursor whose way of saying is to be looked at or changed."""

from __future__ import annotations

import re
from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextCursor

from newsdesk.domain.blocks import MARK
from newsdesk.ui.stories.mark import Mark
from newsdesk.ui.stories.offsets import to_code_points, to_utf16
from newsdesk.ui.stories.paragraphs import Paragraphs
from newsdesk.ui.stories.rule_words import HERE

_WORD = re.compile(r"[^\W_]+(?>(?:[\-'’‘ʼ.][^\W_]+)*)")
_SIGNS = re.compile(r"[^\w\s\-'’]+")
_FURTHEST = 200
"""Characters before the cursor in which its word may begin."""


class SaidToken(NamedTuple):
    """``[start, end)`` (document positions) stands ``written`` and is said ``spoken`` now.

    ``rule`` is why, "" for words said as written.
    """

    start: int
    end: int
    written: str
    spoken: str
    rule: str = ""
    unsure: bool = False
    alternatives: tuple[str, ...] = ()
    respelling: str = ""

    @property
    def corrected(self) -> bool:
        """Whether it is said so in this place only."""
        return self.rule == HERE

    @property
    def ways(self) -> tuple[str, ...]:
        """The ways to say it that can be chosen: as it is said now, then the others; at most nine."""
        return tuple(dict.fromkeys(way for way in (self.spoken, *self.alternatives) if way))[:9]


def token_at(cursor: QTextCursor, paragraphs: Paragraphs) -> SaidToken | None:
    """Return the token or the word at ``cursor``, or the selected words of one paragraph; None for none."""
    block = cursor.block()
    if cursor.hasSelection():
        block = cursor.document().findBlock(cursor.selectionStart())
        if block.text() == MARK:
            return None
        start = cursor.selectionStart() - block.position()
        end = min(cursor.selectionEnd() - block.position(), block.length() - 1)
        return _selected(block, start, end, paragraphs[block.blockNumber()].marks)
    at = cursor.positionInBlock()
    near = [mark for mark in paragraphs[block.blockNumber()].marks if mark.start <= at <= mark.end]
    if near:
        return _token(block, near[-1])  # between two the one that begins here
    word = _word_at(block.text(), to_code_points(block.text(), at))
    if word is None:
        return None
    start, end = (to_utf16(block.text(), index) for index in word)
    return _selected(block, start, end, ())


def _token(block: QTextBlock, mark: Mark) -> SaidToken:
    text, begin = block.text(), block.position()
    written = text[to_code_points(text, mark.start) : to_code_points(text, mark.end)]
    return SaidToken(
        begin + mark.start,
        begin + mark.end,
        written,
        mark.spoken,
        mark.rule,
        mark.unsure,
        mark.alternatives,
        mark.respelling,
    )


def _selected(block: QTextBlock, start: int, end: int, marks: tuple[Mark, ...]) -> SaidToken | None:
    text = block.text()
    first, last = _whole_words(text, to_code_points(text, start), to_code_points(text, end))
    if first >= last:
        return None
    start, end = to_utf16(text, first), to_utf16(text, last)
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    if inside:  # a token is never cut
        start, end = min(start, inside[0].start), max(end, inside[-1].end)
        if (start, end) == (inside[0].start, inside[0].end):
            return _token(block, inside[0])
    spoken: list[str] = []
    at = start
    for mark in (*inside, Mark(end, end, "")):
        spoken += (
            _SIGNS.sub(" ", text[to_code_points(text, at) : to_code_points(text, mark.start)]),
            mark.spoken,
        )
        at = mark.end
    written = text[to_code_points(text, start) : to_code_points(text, end)]
    said = " ".join(" ".join(spoken).split())
    begin = block.position()
    return SaidToken(begin + start, begin + end, written, said)


def _whole_words(text: str, first: int, last: int) -> tuple[int, int]:
    """Leave out white space at both ends, and take words that are cut through as a whole."""
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    while 0 < first < last and text[first].isalnum() and text[first - 1].isalnum():
        first -= 1
    while first < last < len(text) and text[last - 1].isalnum() and text[last].isalnum():
        last += 1
    return first, last


def _word_at(text: str, at: int) -> tuple[int, int] | None:
    begin = max(0, at - _FURTHEST)
    return next(
        (
            found.span()
            for found in _WORD.finditer(text, begin, at + _FURTHEST)
            if found.end() >= at and found.start() <= at
        ),
        None,
    )
