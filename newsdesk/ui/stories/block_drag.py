"""A clip's card dragged to another place between the paragraphs of its script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QDropEvent, QPainter, QTextBlock

from newsdesk.ui.stories.moving import move_paragraphs

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit

    from newsdesk.ui.look import Look
    from newsdesk.ui.stories.block_places import BlockPlaces
    from newsdesk.ui.stories.script_text import ScriptText

_LINE = 2
"""Thickness of the line that shows where a card would fall."""
_BESIDE = 5
"""How far from its paragraph that line stands."""


class BlockDrag:
    """Shows where a dragged card would fall, and moves it there as one step of undo."""

    def __init__(self, look: Look, editor: QTextEdit, text: ScriptText, places: BlockPlaces) -> None:
        self._look = look
        self._editor = editor
        self._text = text
        self._places = places
        self._at: float | None = None

    def over(self, event: QDropEvent) -> bool:
        """Show between which paragraphs a dragged card would fall; False when no card is dragged."""
        if not self._is_dragged(event):
            return False
        place = self._boundary(event.position().toPoint())
        self.show(place[1])
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        return True

    def drop(self, event: QDropEvent) -> bool:
        """Let a dragged card fall; False when none was dragged."""
        at = self._places.at_cursor()
        if at is None or not self._is_dragged(event):
            return False
        self.show(None)
        paragraph = self._text.document.findBlock(at)
        to, _height = self._boundary(event.position().toPoint())
        if to != paragraph and to != paragraph.next():
            self._editor.setTextCursor(move_paragraphs(self._text, paragraph, paragraph, to))
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        return True

    def paint(self, painter: QPainter) -> None:
        """Paint the line that shows where a dragged card would fall."""
        if self._at is not None:
            left = self._editor.document().rootFrame().frameFormat().leftMargin()
            column = self._editor.lineWrapColumnOrWidth() - 2 * left
            line = QRectF(left, round(self._at) - _LINE / 2, column, _LINE)
            painter.fillRect(line, self._look.theme.colour("accent_text"))

    def _is_dragged(self, event: QDropEvent) -> bool:
        within = event.source() is self._editor.viewport() and not self._editor.isReadOnly()
        copied = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return within and not copied and self._places.at_cursor() is not None

    def _boundary(self, point: QPoint) -> tuple[QTextBlock, float]:
        """Return the paragraph before which a card at ``point`` falls (not valid: behind all), and where."""
        paragraph = self._editor.cursorForPosition(point).block()
        box = self._places.box(paragraph)
        if point.y() > box.center().y():
            after = paragraph.next()
            where = self._places.box(after).top() - _BESIDE if after.isValid() else box.bottom() + _BESIDE
            return after, where
        return paragraph, box.top() - _BESIDE

    def show(self, at: float | None) -> None:
        """Draw the line at a height of the viewport, or no more."""
        if at != self._at:
            self._at = at
            self._editor.viewport().update()
