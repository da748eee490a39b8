"""The keys of the Naskah page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from newsdesk.ui.shortcuts import Where, shortcuts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from newsdesk.ui.commands import Command


def bind_keys(owner: QWidget, commands: Callable[[], list[Command]]) -> None:
    """Let the script's keys, asked of ``commands`` when pressed, work inside ``owner``."""

    def run(shortcut: str) -> None:
        for command in commands():
            if command.shortcut == shortcut and command.when():
                command.run()
                return

    for shortcut in shortcuts():
        # The whole window's, while something is heard; words and head only.
        if shortcut.id in ("listen.stop", "story.submit"):
            continue
        of_page = shortcut.where in (Where.SCRIPT, Where.LISTENING)
        if of_page or shortcut.id in ("list.filter", "review.approve"):
            bound = QShortcut(QKeySequence(shortcut.keys), owner)
            bound.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            bound.activated.connect(lambda name=shortcut.id: run(name))
