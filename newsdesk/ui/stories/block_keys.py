"""What the keys do to a clip or a note at the cursor, and beside one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from newsdesk.ui.stories.block_edits import room_beside, take_out
from newsdesk.ui.stories.moving import step_paragraphs

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit

    from newsdesk.ui.stories.block_places import BlockPlaces
    from newsdesk.ui.stories.script_text import ScriptText

_DELETES = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class BlockKeys:
    """Keeps a block one thing under the keys: no letter joins it, no Backspace merges it with words.

    ``edit`` is called with the position of the block that Enter was pressed on.
    """

    def __init__(
        self, editor: QTextEdit, text: ScriptText, places: BlockPlaces, edit: Callable[[int], None]
    ) -> None:
        self._editor = editor
        self._text = text
        self._blocks = text.block_marks
        self._places = places
        self._edit = edit

    def press(self, e: QKeyEvent) -> bool:
        """Do what a key does to a block, or beside one; tell whether it did anything."""
        if self._editor.isReadOnly():
            return False
        at = self._places.at_cursor()
        if at is not None:
            return self._press_on(e, at)
        return not self._editor.textCursor().hasSelection() and self._press_beside(e)

    def type(self, text: str) -> bool:
        """Type beside the block at the cursor, in a new paragraph; False when it is not on a block."""
        if not text or self._places.at_cursor() is None:
            return False
        edit = QTextCursor(self._text.document)
        edit.beginEditBlock()
        cursor = self.room() or edit
        cursor.insertText(text)
        edit.endEditBlock()
        self._editor.setTextCursor(cursor)
        self._editor.ensureCursorVisible()
        return True

    def step(self, *, up: bool) -> None:
        """Move the paragraphs at the cursor, or the block, over the one before or after."""
        if not self._editor.isReadOnly():
            moved = step_paragraphs(self._text, self._editor.textCursor(), up=up)
            if moved is not None:
                self._editor.setTextCursor(moved)
                self._editor.ensureCursorVisible()

    def room(self) -> QTextCursor | None:
        """Make an empty paragraph beside the block at the cursor, within the caller's edit; None on words."""
        at = self._places.at_cursor()
        if at is None:
            return None
        cursor = self._editor.textCursor()
        before = not cursor.hasSelection() and cursor.position() == at
        return room_beside(self._blocks, at, before=before)

    def _press_on(self, e: QKeyEvent, at: int) -> bool:
        cursor = self._editor.textCursor()
        whole = cursor.hasSelection()
        first = not whole and cursor.position() == at
        if e.key() in _ENTERS and not e.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._edit(at)
        elif e.matches(QKeySequence.StandardKey.InsertLineSeparator):
            self._editor.setTextCursor(self.room() or cursor)
        elif e.matches(QKeySequence.StandardKey.Cut):
            self.cut(at)
        elif e.key() in _DELETES:
            back = e.key() == Qt.Key.Key_Backspace
            if whole or back is not first:
                self.remove(at)
            else:
                self._leave(at, back=back)
        elif e.text() and e.text().isprintable() and not e.modifiers() & _COMMANDS:
            self.type(e.text())
        else:
            return False
        return True

    def _press_beside(self, e: QKeyEvent) -> bool:
        """Backspace or Delete between words and a block goes onto the block, and takes an empty line."""
        cursor = self._editor.textCursor()
        back = e.key() == Qt.Key.Key_Backspace
        if e.key() not in _DELETES or not (cursor.atBlockStart() if back else cursor.atBlockEnd()):
            return False
        paragraph = cursor.block()
        onto = paragraph.previous() if back else paragraph.next()
        if not onto.isValid() or self._blocks.of(onto) is None:
            return False
        if paragraph.length() == 1:
            take_out(paragraph)
        beside = QTextCursor(onto)
        if back:
            beside.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self._editor.setTextCursor(beside)
        return True

    def _leave(self, at: int, *, back: bool) -> None:
        """Go from a block to the words beside it, as Backspace before and Delete behind it do."""
        paragraph = self._text.document.findBlock(at)
        beside = paragraph.previous() if back else paragraph.next()
        if not beside.isValid():
            return
        if beside.length() == 1:
            take_out(beside)
            return
        cursor = QTextCursor(beside)
        if back:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self._editor.setTextCursor(cursor)

    def cut(self, at: int) -> None:
        """Put the block at a position on the clipboard and take it out."""
        self._places.select(at)
        self._editor.copy()
        self.remove(at)

    def remove(self, at: int) -> None:
        """Take the block at a position out of the script; the cursor goes to the words before."""
        paragraph = self._text.document.findBlock(at)
        before = paragraph.previous()
        take_out(paragraph)
        if before.isValid():
            cursor = QTextCursor(before)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            self._editor.setTextCursor(cursor)
