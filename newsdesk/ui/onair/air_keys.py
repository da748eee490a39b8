"""Which key of the announcer's does what: keyboard, foot pedal and presenter's remote alike."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from newsdesk.ui.shortcuts import Where, keys_of, shortcuts

_REPEATS = {"air.larger", "air.smaller"}
_FROM_OTHERS = ("inspector",)
"""Keys that mean the same here as everywhere: what folds the column at the right."""


class AirKeys:
    """Turns a pressed key into the id of its shortcut."""

    def __init__(self) -> None:
        self._ids = {one.keys: one.id for one in shortcuts() if one.where is Where.ON_AIR}
        self._ids |= {keys_of(name): name for name in _FROM_OTHERS}

    def shortcut(self, event: QKeyEvent) -> str:
        """Return what a key means here, "" for nothing. A key held down means it once.

        A remote's keys come as if from a keypad; both Enter keys are one.
        """
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else Qt.Key(event.key())
        pressed = QKeySequence(QKeyCombination(modifiers, key))
        name = self._ids.get(pressed.toString(QKeySequence.SequenceFormat.PortableText), "")
        return name if name in _REPEATS or not event.isAutoRepeat() else ""

    @staticmethod
    def digit(event: QKeyEvent) -> str:
        """Return the digit that was pressed, "" for any other key."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        text = event.text()
        return text if plain == Qt.KeyboardModifier.NoModifier and text.isascii() and text.isdigit() else ""


def closes_windows(event: QKeyEvent) -> bool:
    """Return whether a key may be on its way to close the window: Alt, or Alt and F4, by themselves."""
    alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
    return event.key() == Qt.Key.Key_Alt or (alt and event.key() == Qt.Key.Key_F4)
