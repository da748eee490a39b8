"""Puts what is right in the place of what is wrong, as one step of undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from newsdesk.ui.stories.own_step import put_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QTextEdit

    from newsdesk.ui.stories.script_findings import Place

_SPACES = (" ", "\u00a0")
"""Copy from web pages and word processors brings the second one."""


def mend(edit: QTextEdit, places: Sequence[Place], number: int = 0) -> int:
    """Put the fix of that number into the place of each finding; all of them are one step of undo.

    Returns the position behind the last one (UTF-16), wherever those before it have moved it; 0 for none.

    An empty fix takes the words out, with the space before them when they bring none.
    """
    cursor = QTextCursor(edit.document())
    behind = QTextCursor(cursor)
    # From the last: what stands before a place is where it was.
    for i, place in enumerate(sorted(places, key=lambda one: -one.start)):
        cursor.setPosition(place.start)
        cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
        words = place.finding.fixes[number]
        if not words and place.finding.words == place.finding.words.strip():
            _with_space(cursor, edit, place)
        if i:
            cursor.joinPreviousEditBlock()
            cursor.insertText(words)
            cursor.endEditBlock()
        else:
            put_in(cursor, words)
            behind = QTextCursor(cursor)  # it moves along with what follows it
    return behind.position()


def _with_space(cursor: QTextCursor, edit: QTextEdit, place: Place) -> None:
    document = edit.document()
    if place.start and document.characterAt(place.start - 1) in _SPACES:
        cursor.setPosition(place.start - 1)
        cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
    elif document.characterAt(place.end) in _SPACES:
        cursor.setPosition(place.start)
        cursor.setPosition(place.end + 1, QTextCursor.MoveMode.KeepAnchor)
