"""The queue of what waits, kept up with what colleagues hand in while somebody looks at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from newsdesk.ui.stories.list_panel import ListPanel
    from newsdesk.ui.stories.story_shelf import StoryShelf

EVERY_MS = 10_000
_SHARED = ("waiting", "approved", "aired")
"""Views that others fill."""


class QueueWatch(QObject):
    """Asks for the rows of such a view again while it is in sight; the chosen row and the place stay.

    It goes with its panel.
    """

    def __init__(self, panel: ListPanel, shelf: StoryShelf) -> None:
        super().__init__(panel)
        self._panel = panel
        self._shelf = shelf
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Ask, unless nobody sees it."""
        if self._panel.view in _SHARED and self._panel.isVisible() and self._panel.window().isActiveWindow():
            self._shelf.fill(quiet=True)
