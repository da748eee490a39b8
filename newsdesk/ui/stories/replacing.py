"""Words of the script replaced where they stand; ties, corrections and blocks keep their places."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

if TYPE_CHECKING:
    from newsdesk.ui.stories.script_text import ScriptText

_Change = tuple[int, int, str]
"""Document positions, and what stands between them afterwards."""


def replace_places(text: ScriptText, places: Sequence[tuple[int, int]], words: str) -> None:
    """Put ``words`` in each of ``places`` (document positions, in order and apart), as one step of undo.

    Qt tells of everything done in one go as one change from its first place to its last, and all that is
    known of the words between would be lost. So places are done in one go only where nothing is known.
    """
    joined = False
    for together in _groups(text, places):
        for changes in _changes(text, together, words):
            cursor = QTextCursor(text.document)
            if joined:
                cursor.joinPreviousEditBlock()
            else:
                cursor.beginEditBlock()
            for start, end, put in changes:
                _put(cursor, start, end, put)
            cursor.endEditBlock()
            joined = True


def _groups(text: ScriptText, places: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Yield the places from the last to the first, those together between which no passage begins or ends."""
    edges = sorted(edge for one in (*text.passages.ties, *text.said.places) for edge in (one.start, one.end))
    together: list[tuple[int, int]] = []
    for place in reversed(places):
        known = together and bisect_left(edges, place[0]) != bisect_right(edges, together[0][1])
        if known:
            yield together
            together = []
        together.append(place)
    if together:
        yield together


def _changes(text: ScriptText, places: Sequence[tuple[int, int]], words: str) -> list[list[_Change]]:
    """Return what is to be done in one go each: all places, or for one at the edge of a passage three steps.

    What is typed at the edge of a passage stays outside, so there the new words go in behind the first letter
    of the old ones, and those go then.
    """
    start, end = places[0]
    first = start + (2 if "\ud800" <= text.document.characterAt(start) <= "\udbff" else 1)
    at_edge = any(tie.start == start or tie.end == end for tie in text.passages.ties)
    if len(places) > 1 or not at_edge or first >= end or not words:
        return [[(one[0], one[1], words) for one in places]]
    length = len(words.encode("utf-16-le", "surrogatepass")) // 2
    return [
        [(first, first, words)],
        [(start, first, "")],
        [(start + length, end + length - (first - start), "")],
    ]


def _put(cursor: QTextCursor, start: int, end: int, words: str) -> None:
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(words)
