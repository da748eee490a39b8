"""The inspector's original: what was pasted, to read beside the script and never to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from newsdesk.i18n import _

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_HEIGHT = 300


class OriginalSection(QWidget):
    """The pasted text on the window's own ground: it cannot be edited, and looks so."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._original = ""
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setFont(look.theme.font("asli"))
        self.text.viewport().setAutoFillBackground(False)
        self.text.setAccessibleName(_("Teks asli, tidak diubah"))
        self.text.setFixedHeight(_HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 4, 8)
        column.addWidget(self.text)

    def show_original(self, original: str) -> None:
        """Show the text as it was pasted, once the section is opened."""
        self._original = original
        if self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """Fill in the text: one of megabytes costs a third of a second that only a reader should wait for."""
        super().showEvent(event)
        self._fill()

    def _fill(self) -> None:
        if self.text.toPlainText() != self._original:
            self.text.setPlainText(self._original)
