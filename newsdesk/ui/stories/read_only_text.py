"""A long text of the inspector, to read and copy from and never to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPlainTextEdit

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_HEIGHT = 300


class ReadOnlyText(QPlainTextEdit):
    """Text on the window's own ground: it cannot be edited, and looks so."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(look.theme.font("asli"))
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(name)
        self.setFixedHeight(_HEIGHT)
