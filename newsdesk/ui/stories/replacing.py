"""Words of the script replaced where they stand; ties, corrections and blocks keep their places."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

if TYPE_CHECKING:
    from newsdesk.ui.stories.script_text import ScriptText


def replace_places(text: ScriptText, places: Sequence[tuple[int, int]], words: str) -> None:
    """Put ``words`` in each of ``places`` (document positions, in order and apart), as one step of undo.

    Place by place, each a change of its own: Qt would tell of one change from the first to the last, and all
    that is known of the words between would be lost.
    """
    joined = False
    for start, end in reversed(places):
        for change in _changes(text, start, end, words):
            cursor = QTextCursor(text.document)
            if joined:
                cursor.joinPreviousEditBlock()
            else:
                cursor.beginEditBlock()
            change(cursor)
            cursor.endEditBlock()
            joined = True


def _changes(text: ScriptText, start: int, end: int, words: str) -> list[Callable[[QTextCursor], None]]:
    """Return the changes for one place: one, or three where a tied passage begins or ends with it.

    What is typed at the edge of a passage stays outside, so the new words go in behind the first letter of
    the old ones, and those go then.
    """
    first = start + (2 if "\ud800" <= text.document.characterAt(start) <= "\udbff" else 1)
    at_edge = any(tie.start == start or tie.end == end for tie in text.passages.ties)
    if not at_edge or first >= end or not words:
        return [lambda cursor: _put(cursor, start, end, words)]
    length = len(words.encode("utf-16-le", "surrogatepass")) // 2
    return [
        lambda cursor: _put(cursor, first, first, words),
        lambda cursor: _put(cursor, start, first, ""),
        lambda cursor: _put(cursor, start + length, end + length - (first - start), ""),
    ]


def _put(cursor: QTextCursor, start: int, end: int, words: str) -> None:
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(words)
