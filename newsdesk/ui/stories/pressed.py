"""Which keys an event of the keyboard is, as the list of shortcuts writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


def pressed(event: QKeyEvent) -> str:
    """Return the keys of an event in portable form ("Ctrl+Return"); the keypad's Enter is the other one."""
    keys = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
    return keys.replace("Num+", "").replace("Enter", "Return")
