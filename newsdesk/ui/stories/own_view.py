"""The view of the list that each person at this desk had chosen: who comes finds none of another's."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsdesk.ui.stories.list_panel import ListPanel

MY_DRAFTS = "my_drafts"


class OwnViews:
    """Kept for this run of the program; everybody begins with drafts of their own."""

    def __init__(self, panel: ListPanel) -> None:
        self._panel = panel
        self._here = ""
        self._views: dict[str, str] = {}

    def came(self, whose: str) -> None:
        """Show the view of who works here from now on, without a row and a filter of who was here before."""
        if whose == self._here:
            return
        if self._here:
            self._views[self._here] = self._panel.view
            self._panel.begin_with(self._views.get(whose, MY_DRAFTS))
        self._here = whose
