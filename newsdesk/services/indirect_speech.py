"""A quotation told as radio reads it: suggested, never put in by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsdesk.copyedit.doubt import Doubt as Doubt

if TYPE_CHECKING:
    from newsdesk.domain.attribution import Source


class Suggestion(NamedTuple):
    """Indirect speech for ``[start, end)`` of a text (code points).

    ``doubts`` are spans of ``text`` that somebody should look at, in order, each with its reason.
    """

    start: int
    end: int
    text: str
    doubts: tuple[tuple[int, int, Doubt], ...]


def indirect_speech(
    text: str, start: int, end: int, source: Source | None = None, original: str = ""
) -> Suggestion | None:
    """Return indirect speech for the quotation at ``[start, end)`` of ``text``, or for words selected there.

    Offsets are code points. ``source`` is whom those words are tied to: the office and name that they lack
    come from there; ``original`` is the copy that ``text`` was made from, which may tell them, too. None
    where nobody is quoted and nothing selected. Some milliseconds, a second for an original of megabytes: it
    belongs on the copy lane.
    """
    from newsdesk.copyedit.indirect import Known, indirect_at

    known = Known(source.name, source.office) if source is not None else None
    found = indirect_at(text, start, end, known, original)
    return Suggestion(*found) if found is not None else None
