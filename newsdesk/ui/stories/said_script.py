"""What an editor approves, as the "Dibaca" view shows it: the very text, and where it changed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from newsdesk.domain.blocks import MARK
from newsdesk.ui.stories.offsets import document_spans
from newsdesk.ui.stories.spoken_script import Respelt, SpokenScript

if TYPE_CHECKING:
    from newsdesk.domain.air_text import AirText, SaidChange

Span = tuple[int, int]


class _Stretch(NamedTuple):
    """``[start, end)`` of the body is said as ``[at, past)`` of the line; code points."""

    start: int
    end: int
    at: int
    past: int
    is_token: bool


def said_script(text: AirText, changes: Iterable[SaidChange] = ()) -> SpokenScript:
    """Return a text as it is said, for the eye; ``changed`` are the places of those that are :func:`in_line`.

    Linear, and a second for megabytes: it belongs on a lane.
    """
    said = iter(text.spoken.split("\n"))
    line = "\n".join(MARK if one == MARK else next(said, "") for one in text.body.split("\n"))
    stretches = _stretches(text, line)
    tokens = iter(text.tokens)
    respelt = [
        (stretch, token.respelling)
        for stretch, token in ((one, next(tokens)) for one in stretches if one.is_token)
        if token.respelling
    ]
    places = document_spans(line, [(one.at, one.past) for one, _respelling in respelt])
    changed = [_place(stretches, change) for change in changes if in_line(change)]
    return SpokenScript(
        line,
        tuple(Respelt(*place, one[1]) for place, one in zip(places, respelt, strict=True)),
        text.blocks,
        tuple(document_spans(line, changed)),
    )


def in_line(change: SaidChange) -> bool:
    """Return whether a change stands in the words, and not beside them: a paraphrase or the sign-off."""
    return change.start < change.end and change.written != MARK


def _stretches(text: AirText, line: str) -> list[_Stretch]:
    found: list[_Stretch] = []
    at = written = 0
    for token in text.tokens:
        if token.start > written:
            found.append(_next(line, at, text.body[written : token.start], written, is_token=False))
            at = found[-1].past
        found.append(_next(line, at, token.spoken, token.start, is_token=True)._replace(end=token.end))
        at, written = found[-1].past, token.end
    if written < len(text.body):
        found.append(_next(line, at, text.body[written:], written, is_token=False))
    return found


def _next(line: str, at: int, piece: str, start: int, *, is_token: bool) -> _Stretch:
    """Find the next piece of the line: spaces may stand before it and in it that nobody wrote."""
    end = start + len(piece)
    for begin in (at, at + 1):
        if line.startswith(piece, begin):
            return _Stretch(start, end, begin, begin + len(piece), is_token)
    past = at
    for letter in piece:
        while past < len(line) and line[past] == " " and letter != " ":
            past += 1
        past += 1
    return _Stretch(start, end, at, min(past, len(line)), is_token)


def _place(stretches: Sequence[_Stretch], change: SaidChange) -> Span:
    """Return where a change of words stands in the line, without a length where nothing is said of it."""
    first = stretches[bisect_right(stretches, change.start, key=lambda one: one.start) - 1]
    last = stretches[bisect_right(stretches, change.end - 1, key=lambda one: one.start) - 1]
    start = first.at if first.is_token else min(first.past, first.at + change.start - first.start)
    past = last.past if last.is_token else min(last.past, last.at + change.end - last.start)
    return start, max(start, past)
