"""Where the reporter was when the program was closed: story, cursor, and what was in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor

from newsdesk.domain.people import Mode

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit

    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.preferences import Preferences

_DIVIDER = "\t"
_MOST = 12
"""Places that are kept: those of the people who come to one desk."""


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


def whose(newsroom: Newsroom) -> str:
    """Return under which name places are kept: the newsroom's, and where one signs in each person's own."""
    if newsroom.people.mode() is not Mode.SIGN_IN:
        return newsroom.name
    return f"{newsroom.name}#{newsroom.people.me().id}"


def remember(preferences: Preferences, whose: str, story_id: int, place: Place) -> None:
    """Keep the story on the desk and the place in it for the next start, or the next time one signs in."""
    others = [line for line in _lines(preferences) if line.split(_DIVIDER)[0] != whose]
    mine = _DIVIDER.join((whose, *map(str, (story_id, *place))))
    preferences.set("last_story", "\n".join([mine, *others][:_MOST]))


def remembered(preferences: Preferences, whose: str) -> tuple[int, Place]:
    """Return story and place kept for ``whose``, or 0 and the beginning."""
    for line in _lines(preferences):
        kept, *parts = line.split(_DIVIDER)
        if kept == whose and len(parts) in (2, 4) and all(part.isdecimal() for part in parts):
            story_id, *place = (int(part) for part in parts)
            return story_id, Place(*place)
    return 0, Place()


def _lines(preferences: Preferences) -> list[str]:
    return preferences.settings.last_story.splitlines()


def _cursor(editor: QTextEdit, position: int) -> QTextCursor:
    document = editor.document()
    cursor = QTextCursor(document)
    cursor.setPosition(max(0, min(position, document.characterCount() - 1)))
    return cursor
