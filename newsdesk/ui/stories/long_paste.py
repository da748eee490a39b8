"""Puts a very long text into a document piece by piece, so that the window never stands still."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextBlock, QTextCursor

_PIECE = 40_000
"""Characters that are laid out in about 15 ms."""


def piece_after(paragraph: QTextBlock, piece: int) -> int:
    """Return how many characters to put behind ``paragraph`` in one go, ``piece`` at least.

    Qt lays a paragraph out from its start with every change. One that grows without end is doubled each
    time, so that all its layouts together take only twice as long as the last.
    """
    return max(piece, paragraph.length())


class LongPaste(QObject):
    """One long paste at a time, as one step of undo.

    What is not in yet is :attr:`rest`, and its place :attr:`at`: the script is whole all the time for whoever
    keeps it. :attr:`pasted` tells how much is in, from 0 to 1; 1 is the end.
    """

    pasted = Signal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._in = 0
        self._cursor = QTextCursor()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._piece)
        self.going_on = False
        """Whether the document changes just now only because a further piece comes in."""

    @property
    def busy(self) -> bool:
        """Whether a paste is going in."""
        return bool(self._text)

    @property
    def rest(self) -> str:
        """What is still to come in."""
        return self._text[self._in :]

    @property
    def at(self) -> int:
        """The document position where the rest comes in."""
        return self._cursor.position() if self._text else 0

    def start(self, cursor: QTextCursor, text: str) -> None:
        """Put ``text`` in the place of ``cursor``'s selection; its first piece is in when this returns."""
        self._text, self._in, self._cursor = text, 0, QTextCursor(cursor)
        self.pasted.emit(0.0)
        self._timer.start(0)
        self._piece()

    def stop(self) -> None:
        """Put no more in: the document is to hold another script."""
        if self._text:
            self._end()

    def _piece(self) -> None:
        start = self._in
        # Counted before the document tells of the change, so that nobody sees these words twice.
        self._in = start + piece_after(self._cursor.block(), _PIECE)
        self.going_on = start > 0
        if start:
            self._cursor.joinPreviousEditBlock()
        else:
            self._cursor.beginEditBlock()
        self._cursor.insertText(self._text[start : self._in])
        self._cursor.endEditBlock()
        self.going_on = False
        if self._in >= len(self._text):
            self._end()
        else:
            self.pasted.emit(self._in / len(self._text))

    def _end(self) -> None:
        self._timer.stop()
        self._text, self._in, self._cursor = "", 0, QTextCursor()
        self.pasted.emit(1.0)
