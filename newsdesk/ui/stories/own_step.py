"""Words put into a document as a step of undo of their own."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor


def put_in(cursor: QTextCursor, words: str) -> None:
    """Put ``words`` in the place of the selection; ``cursor`` stands behind them then.

    Qt would take letters typed next into the same step: they follow an insertion. Here they follow a removal.
    """
    cursor.beginEditBlock()
    cursor.insertText(words + " ")
    cursor.deletePreviousChar()
    cursor.endEditBlock()
