"""Where the clips and notes of a script stand in its editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextCursor

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit

    from newsdesk.ui.stories.block_card import BlockPainter, Part
    from newsdesk.ui.stories.script_text import ScriptText


class BlockPlaces:
    """Finds blocks by the cursor and by the pointer, in an editor that ``painter`` draws them in."""

    def __init__(self, editor: QTextEdit, text: ScriptText, painter: BlockPainter) -> None:
        self._editor = editor
        self._text = text
        self._blocks = text.block_marks
        self._painter = painter

    def at_cursor(self) -> int | None:
        """Return the position of the block that the cursor is on, or that alone is selected."""
        cursor = self._editor.textCursor()
        paragraph = self._text.document.findBlock(cursor.selectionStart())
        within = cursor.selectionEnd() <= paragraph.position() + 1
        return paragraph.position() if within and self._blocks.of(paragraph) is not None else None

    def at_point(self, point: QPoint) -> tuple[int, Part] | None:
        """Return the block under a point of the viewport, and what of its card that is."""
        paragraph = self._editor.cursorForPosition(point).block()
        block = self._blocks.of(paragraph)
        box = self.box(paragraph)
        if block is None or not box.contains(QPointF(point)):
            return None
        part = self._painter.part_at(block, QPointF(point) - box.topLeft(), box.width())
        return paragraph.position(), part

    def box(self, paragraph: QTextBlock) -> QRectF:
        """Return where a block is painted, in pixels of the viewport."""
        editor = self._editor
        box = editor.document().documentLayout().blockBoundingRect(paragraph)
        box.translate(-editor.horizontalScrollBar().value(), -editor.verticalScrollBar().value())
        box.setWidth(self._painter.column)
        return box

    def select(self, position: int) -> None:
        """Select a block as one thing."""
        cursor = self._editor.textCursor()
        cursor.setPosition(position)
        cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(cursor)
