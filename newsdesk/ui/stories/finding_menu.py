"""What can be done with a finding, at the head of the script's menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu


class Act(NamedTuple):
    """A row of the menu and what it does."""

    words: str
    run: Callable[[], None]
    available: bool = True


def put_first(menu: QMenu, acts: Sequence[Act]) -> None:
    """Put ``acts`` before everything else in the menu, with a line under them."""
    before = next(iter(menu.actions()), None)
    for act in acts:
        action = QAction(act.words.replace("&", "&&"), menu)
        action.setEnabled(act.available)
        action.triggered.connect(act.run)
        if before is None:
            menu.addAction(action)
        else:
            menu.insertAction(before, action)
    if before is not None and acts:
        menu.insertSeparator(before)
