"""What the window needs to open a newsroom, without knowing what it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from newsdesk.services.newsroom import Newsroom


class Newsrooms(Protocol):
    """The newsrooms of this computer."""

    def names(self) -> list[str]:
        """Return the names that can be opened, in alphabetical order; a look into a folder, no more."""
        ...

    def open(self, name: str) -> Newsroom:
        """Open a newsroom by its name (made if there is none), or a server by its URL; on the database lane.

        Raises a :class:`newsdesk.errors.StorageError`, or :class:`newsdesk.errors.BadInput` for a bad name.
        """
        ...
