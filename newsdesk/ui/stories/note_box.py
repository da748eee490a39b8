"""A box for a few lines of words: a note for a colleague. Enter begins a line, and decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from newsdesk.ui.components.field import Label
from newsdesk.ui.paint import draw_focus_ring, rounded

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Words(QPlainTextEdit):
    """The words; Enter with Ctrl, or with Ctrl and Shift, is swallowed here: it means an act elsewhere."""

    focus_moved = Signal()
    entered = Signal()
    left = Signal()

    def event(self, e: QEvent) -> bool:
        """Keep the Enter keys from the shortcuts of the page."""
        if (
            e.type() == QEvent.Type.ShortcutOverride
            and isinstance(e, QKeyEvent)
            and (e.key() in _ENTER or e.key() == Qt.Key.Key_Escape)
        ):
            e.accept()
            return True
        return super().event(e)

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Begin a line with Enter; Ctrl and Enter together write nothing."""
        if e.key() in _ENTER and e.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.entered.emit()
        elif e.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(e)

    def focusInEvent(self, e: QFocusEvent) -> None:
        """Draw the ring."""
        super().focusInEvent(e)
        self.focus_moved.emit()

    def focusOutEvent(self, e: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(e)
        self.focus_moved.emit()


class NoteBox(QWidget):
    """Words in a frame, with a quiet word about whom they are for at the right.

    :attr:`typed` comes with every change; :attr:`entered` with Ctrl Enter, for an owner to whom that means
    something; :attr:`left` with Esc.
    """

    typed = Signal()
    entered = Signal()
    left = Signal()

    def __init__(self, look: Look, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.words = _Words()
        self.words.setFrameShape(QFrame.Shape.NoFrame)
        self.words.setTabChangesFocus(True)
        self.words.setFont(look.theme.font("isi"))
        self.words.setAccessibleName(name)
        self.words.setPlaceholderText(placeholder)
        self.words.viewport().setAutoFillBackground(False)
        self.words.document().setDocumentMargin(0)
        self.words.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.words.textChanged.connect(self.typed)
        self.words.entered.connect(self.entered)
        self.words.left.connect(self.left)
        self.words.focus_moved.connect(self.update)
        self._for = Label(look, font="kecil", token="text_3")
        self._for.setParent(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 6)
        column.addWidget(self.words)
        self.setFocusProxy(self.words)

    def text(self) -> str:
        """Return what is written, without space round it; "" when there is no letter or digit in it."""
        words = self.words.toPlainText().strip()
        return words if any(letter.isalnum() for letter in words) else ""

    def clear(self) -> None:
        """Empty the box."""
        self.words.clear()

    def set_for(self, words: str) -> None:
        """Say whom the words are for."""
        self._for.setText(words)
        self._for.adjustSize()
        self._place()

    def _place(self) -> None:
        layout = self.layout()
        assert layout is not None
        room = self._for.width() + 12 if self._for.text() else 0
        layout.setContentsMargins(12, 8, 12 + room, 6)
        self._for.move(self.width() - 12 - self._for.width(), 9)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the quiet word at the right."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field; the ring takes the place of its border."""
        theme, painter = self._look.theme, QPainter(self)
        box = QRectF(self.rect())
        rounded(painter, box, 6, theme.colour("surface"), theme.colour("line_field"))
        if self.words.hasFocus():
            draw_focus_ring(painter, theme, box, 6)
