"""The grounds behind the word and the sentence being said, and behind the words that a card is about."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QTextCursor
from PySide6.QtWidgets import QTextEdit

from newsdesk.ui.paint import rounded
from newsdesk.ui.stories.geometry import pieces

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

WORD_ABOVE = 19
"""From the baseline of a word to the top of its ground, in pixels."""
_WORD_HIGH, _WORD_BLEED = 26, 3
_TINT_ABOVE, _TINT_HIGH = 17, 22


class SaidGround:
    """Marks in one editor what is being said and what is asked about; spans are document positions."""

    def __init__(self, edit: QTextEdit, look: Look) -> None:
        self._edit = edit
        self._look = look
        self.word: tuple[int, int] | None = None
        self.sentence: tuple[int, int] | None = None
        self.asked: tuple[int, int] | None = None
        self.told: Callable[[tuple[int, int] | None, tuple[int, int] | None], None] | None = None
        """Told the word and the sentence being said, where another text shows the same script."""

    def show_said(self, word: tuple[int, int] | None, sentence: tuple[int, int] | None) -> None:
        """Mark the word and the sentence being said; None for nothing."""
        before, self.word = self.word, word
        moved = sentence
        selections: list[QTextEdit.ExtraSelection] = []
        if self.word:
            ink = self._selection(self.word)
            ink.format.setForeground(self._look.theme.colour("on_accent"))
            selections.append(ink)
        sentence, self.sentence = self.sentence, moved
        for span in (before, self.word, *((sentence, moved) if sentence != moved else ())):
            self._repaint_lines(span)
        self._edit.setExtraSelections(selections)
        if self.told is not None:
            self.told(self.word, self.sentence)

    def show_asked(self, span: tuple[int, int] | None) -> None:
        """Tint the words that a card is about; None for no card."""
        before, self.asked = self.asked, span
        for one in (before, span):
            self._repaint_lines(one)

    def paint(self, rect: QRect) -> None:
        """Paint what of it is in ``rect`` of the viewport; called before the words are painted."""
        # Not as selections: those would cover the bleed of the word being said.
        if not (self.word or self.sentence or self.asked):
            return
        theme = self._look.theme
        painter = QPainter(self._edit.viewport())
        painter.setClipRect(rect)
        for span in (self.sentence, self.asked):
            for piece in pieces(self._edit, *span) if span else ():
                box = QRectF(piece.left, piece.baseline - _TINT_ABOVE, piece.right - piece.left, _TINT_HIGH)
                painter.fillRect(box, theme.colour("accent_soft"))
        for piece in pieces(self._edit, *self.word) if self.word else ():
            width = piece.right - piece.left + 2 * _WORD_BLEED
            box = QRectF(piece.left - _WORD_BLEED, piece.baseline - WORD_ABOVE, width, _WORD_HIGH)
            rounded(painter, box, 3, theme.colour("accent"))

    def _selection(self, span: tuple[int, int]) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        document = self._edit.document()
        cursor = QTextCursor(document)
        last = max(0, document.characterCount() - 1)
        cursor.setPosition(min(span[0], last))
        cursor.setPosition(min(span[1], last), QTextCursor.MoveMode.KeepAnchor)
        selection.cursor = cursor
        return selection

    def _repaint_lines(self, span: tuple[int, int] | None) -> None:
        viewport = self._edit.viewport()
        for piece in pieces(self._edit, *span) if span else ():
            viewport.update(0, int(piece.baseline) - WORD_ABOVE - 2, viewport.width(), _WORD_HIGH + 4)
