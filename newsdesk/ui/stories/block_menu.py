"""The menu of a clip's card."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from newsdesk.ui.shortcuts import keys_of


class MenuLine(NamedTuple):
    """One thing that can be done; ``shortcut`` is the id of its keys, or ""."""

    words: str
    run: Callable[[], object]
    shortcut: str = ""


def block_menu(parent: QWidget, at: QPoint, *lines: MenuLine) -> None:
    """Open a menu at a point of the screen."""
    menu = QMenu(parent)
    for line in lines:
        action = menu.addAction(line.words)
        if line.shortcut:
            action.setShortcut(keys_of(line.shortcut))
        action.triggered.connect(line.run)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(at)
