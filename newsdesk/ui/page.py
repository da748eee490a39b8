"""What the window asks of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.commands import Command


class Page(Protocol):
    """One page of the rail. It is made before a newsroom is open and painted at once, empty."""

    @property
    def key(self) -> str:
        """The id of the page's shortcut: "page.stories"."""
        ...

    @property
    def words(self) -> str:
        """The word under its icon in the rail."""
        ...

    @property
    def icon(self) -> str:
        """The Lucide name of its icon."""
        ...

    @property
    def has_script(self) -> bool:
        """Whether it shows a script, so that the listening bar stands under it."""
        ...

    @property
    def unkept(self) -> bool:
        """Whether words stand on this page that neither the database nor this computer's disk has kept."""
        ...

    def widget(self) -> QWidget:
        """Return the page itself, made at the first call."""
        ...

    def commands(self) -> list[Command]:
        """Return what can be done on this page now."""
        ...

    def opened(self, newsroom: Newsroom) -> None:
        """A newsroom is open: fill the page from its services."""
        ...

    def closing(self) -> None:
        """The newsroom or the window is closing: put everything typed where it is safe, on the lanes."""
        ...
