"""A whole script as it is said, ready to be shown: its words, and what is respelt over them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsdesk.ui.stories.offsets import to_utf16

if TYPE_CHECKING:
    from newsdesk.spoken.spoken_text import SpokenText


class Respelt(NamedTuple):
    """``[start, end)`` of the line (UTF-16 units) has ``respelling`` over it: "pra-mu-SI-to"."""

    start: int
    end: int
    respelling: str


class SpokenScript(NamedTuple):
    """The line that is said, paragraphs divided by newlines, and its respelt words in order."""

    line: str
    respelt: tuple[Respelt, ...]


def spoken_script(spoken: SpokenText) -> SpokenScript:
    """Return how a script is said, for the eye. Linear, and seconds for megabytes: it belongs on a lane."""
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
