"""Puts a very long text into an editor piece by piece, so that the window never stands still."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

_PIECE = 40_000
"""Characters that are laid out in about 15 ms."""


class LongPaste(QObject):
    """One long paste at a time, as one step of undo; the editor takes no keys meanwhile.

    :attr:`pasted` tells how much is in, from 0 to 1; 1 is the end.
    """

    pasted = Signal(float)

    def __init__(self, edit: QTextEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self._text = ""
        self._at = 0
        self._cursor = QTextCursor()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._piece)

    @property
    def busy(self) -> bool:
        """Whether a paste is going in."""
        return self._timer.isActive()

    def start(self, cursor: QTextCursor, text: str) -> None:
        """Put ``text`` in the place of ``cursor``'s selection."""
        self._text, self._at, self._cursor = text, 0, cursor
        self._edit.setReadOnly(True)
        self._timer.start(0)
        self.pasted.emit(0.0)

    def stop(self) -> None:
        """Leave it at what is in; undo takes that out again."""
        self._end()

    def _piece(self) -> None:
        if self._at:
            self._cursor.joinPreviousEditBlock()
        else:
            self._cursor.beginEditBlock()
        self._cursor.insertText(self._text[self._at : self._at + _PIECE])
        self._cursor.endEditBlock()
        self._at += _PIECE
        if self._at >= len(self._text):
            self._end()
        else:
            self.pasted.emit(self._at / len(self._text))

    def _end(self) -> None:
        self._timer.stop()
        self._text = ""
        self._edit.setReadOnly(False)
        self.pasted.emit(1.0)
