"""Binds the keys of the one shortcut list to what they do."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from newsdesk.ui.shortcuts import Where, shortcuts


def bind(
    owner: QWidget,
    where: Collection[Where],
    run: Callable[[str], None],
    context: Qt.ShortcutContext = Qt.ShortcutContext.WidgetWithChildrenShortcut,
) -> None:
    """Call ``run`` with a shortcut's id when its keys are pressed while ``owner`` or a child has focus."""
    for shortcut in shortcuts():
        if shortcut.where in where:
            bound = QShortcut(QKeySequence(shortcut.keys), owner)
            bound.setContext(context)
            bound.activated.connect(lambda name=shortcut.id: run(name))
