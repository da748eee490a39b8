"""Whether Caps Lock is on, as far as the letters that arrive tell: Qt has no word for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class CapsWatch(QObject):
    """Watches the keys of some fields; :attr:`changed` tells whether Caps Lock seems to be on."""

    changed = Signal(bool)

    def __init__(self, *fields: QWidget) -> None:
        super().__init__(fields[0])
        self._on = False
        for field in fields:
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at a letter; it goes on to its field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            letter = event.text()
            if event.key() == Qt.Key.Key_CapsLock:
                self._tell(not self._on)
            elif len(letter) == 1 and letter.isalpha() and letter.lower() != letter.upper():
                shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._tell(letter.isupper() != shifted)
        return False

    def _tell(self, on: bool) -> None:
        if on != self._on:
            self._on = on
            self.changed.emit(on)
