"""Words dragged to another place of the same script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

if TYPE_CHECKING:
    from newsdesk.ui.stories.script_text import ScriptText

_PARAGRAPH_END = "\u2029"
"""What Qt puts between the paragraphs of a selection."""


def move_words(text: ScriptText, moved: QTextCursor, to: QTextCursor) -> None:
    """Move the selection of ``moved`` to ``to``, as one step of undo; ``to`` stands behind it then.

    Qt would tell of one change from the one place to the other: how the words between are said here, and who
    said them, would be forgotten. How the moved words themselves are said goes along with them.
    """
    start, end = moved.selectionStart(), moved.selectionEnd()
    if start <= to.position() <= end:
        return
    words = moved.selectedText().replace(_PARAGRAPH_END, "\n")
    along = [place for place in text.said.within(start, end) if start <= place.start and place.end <= end]
    moved.removeSelectedText()
    at = to.position()
    to.joinPreviousEditBlock()
    to.insertText(words)
    to.endEditBlock()
    for place in along:
        text.said.say(at + place.start - start, at + place.end - start, place.spoken)
