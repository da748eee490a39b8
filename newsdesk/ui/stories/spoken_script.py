"""A whole script as it is said, ready to be shown: its words, and what is respelt over them."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from newsdesk.domain.blocks import MARK
from newsdesk.ui.stories.offsets import to_utf16

if TYPE_CHECKING:
    from newsdesk.domain.blocks import Block
    from newsdesk.spoken.spoken_text import SpokenText


class Respelt(NamedTuple):
    """``[start, end)`` of the line (UTF-16 units) has ``respelling`` over it: "pra-mu-SI-to"."""

    start: int
    end: int
    respelling: str


class SpokenScript(NamedTuple):
    """The line that is said, paragraphs divided by newlines, and its respelt words in order.

    Where a clip or a note stands the line has its mark, and ``blocks`` the block. ``changed`` are the places
    that are said otherwise than before.
    """

    line: str
    respelt: tuple[Respelt, ...]
    blocks: tuple[Block, ...] = ()
    changed: tuple[tuple[int, int], ...] = ()


def spoken_script(spoken: SpokenText, blocks: tuple[Block, ...] = ()) -> SpokenScript:
    """Return how a script is said, for the eye. Linear, and seconds for megabytes: it belongs on a lane."""
    script = _words_only(spoken)
    return _with_marks(script, spoken.source, blocks) if blocks else script


def _with_marks(script: SpokenScript, body: str, blocks: tuple[Block, ...]) -> SpokenScript:
    """Put the marks of ``body`` back: they are not said, so their paragraphs came out empty."""
    lines, written = script.line.split("\n"), body.split("\n")
    marks: list[int] = []
    at = 0
    for number, line in enumerate(lines):
        if number < len(written) and written[number] == MARK:
            lines[number] = MARK
            marks.append(at)
        at += _units(line) + 1
    respelt = tuple(
        one._replace(start=one.start + moved, end=one.end + moved)
        for one in script.respelt
        for moved in (bisect_left(marks, one.start),)
    )
    return SpokenScript("\n".join(lines), respelt, blocks)


def _words_only(spoken: SpokenText) -> SpokenScript:
    line = spoken.line
    respelt: list[Respelt] = []
    at = units = counted = written = 0
    for reading in spoken.readings:
        at = _past(line, at, spoken.source[written : reading.start])
        written = reading.end
        end = _past(line, at, reading.spoken)
        if reading.respelling:
            start = end - len(reading.spoken)
            begin = units + _units(line[counted:start])
            units, counted = begin + _units(line[start:end]), end
            respelt.append(Respelt(begin, units, reading.respelling))
        at = end
    return SpokenScript(line, tuple(respelt))


def _past(line: str, at: int, piece: str) -> int:
    """Return where ``piece``, the next of the line, ends: a space may stand before it that nobody wrote."""
    return at + len(piece) + (not line.startswith(piece, at))


def _units(text: str) -> int:
    return to_utf16(text, len(text))
