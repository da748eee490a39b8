"""A mark of the script: a token not said as written, and how it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsdesk.ui.stories.offsets import to_utf16

if TYPE_CHECKING:
    from newsdesk.spoken.spoken_text import SpokenText


class Mark(NamedTuple):
    """A token not said as written: ``[start, end)`` in UTF-16 units of its paragraph."""

    start: int
    end: int
    spoken: str
    alternatives: tuple[str, ...]


def marks_of(text: str, spoken: SpokenText) -> tuple[Mark, ...]:
    """Return the marks of one paragraph in order."""
    return tuple(
        Mark(to_utf16(text, one.start), to_utf16(text, one.end), one.spoken, one.alternatives)
        for one in spoken.readings
    )
