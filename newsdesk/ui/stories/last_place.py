"""Where the reporter was when the program was closed: story, cursor, and what was in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit

    from newsdesk.ui.preferences import Preferences

_DIVIDER = "\t"


class Place(NamedTuple):
    """Document positions of the cursor and of the line at the top; ``hidden`` pixels of that are not seen."""

    cursor: int = 0
    top: int = 0
    hidden: int = 0


def place_in(editor: QTextEdit) -> Place:
    """Return where one is in a script now."""
    top = editor.cursorForPosition(QPoint(0, 0))
    hidden = max(0, -editor.cursorRect(top).top())
    return Place(editor.textCursor().position(), top.position(), hidden)


def go_to(editor: QTextEdit, place: Place) -> None:
    """Put the cursor back, and the same line to the top; in a script that is shorter by now, the end."""
    editor.setTextCursor(_cursor(editor, place.cursor))
    bar = editor.verticalScrollBar()
    bar.setValue(bar.value() + editor.cursorRect(_cursor(editor, place.top)).top() + place.hidden)


def remember(preferences: Preferences, newsroom: str, story_id: int, place: Place) -> None:
    """Keep the story on the desk and the place in it for the next start."""
    preferences.set("last_story", _DIVIDER.join((newsroom, *map(str, (story_id, *place)))))


def remembered(preferences: Preferences, newsroom: str) -> tuple[int, Place]:
    """Return story and place kept for ``newsroom``, or 0 and the beginning."""
    kept, *parts = preferences.settings.last_story.split(_DIVIDER)
    if kept != newsroom or len(parts) not in (2, 4) or not all(part.isdecimal() for part in parts):
        return 0, Place()
    story_id, *place = (int(part) for part in parts)
    return story_id, Place(*place)


def _cursor(editor: QTextEdit, position: int) -> QTextCursor:
    document = editor.document()
    cursor = QTextCursor(document)
    cursor.setPosition(max(0, min(position, document.characterCount() - 1)))
    return cursor
