"""The newsrooms that can be opened on this computer."""

from __future__ import annotations

from pathlib import Path

from newsdesk.storage.newsrooms import is_server, newsroom_file, newsroom_names, shown_name

__all__ = ["Newsrooms", "shown_name"]


class Newsrooms:
    """Lists and names the newsrooms in one profile; ``folder`` is where their files are."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def names(self) -> list[str]:
        """Return the names of the newsrooms kept as files, in alphabetical order."""
        return newsroom_names(self._folder)

    def exists(self, newsroom: str) -> bool:
        """Return whether opening ``newsroom`` would find it rather than make it; a server counts as found.

        Raises :class:`BadInput` for a name that cannot be a file's.
        """
        return is_server(newsroom) or newsroom_file(self._folder, newsroom).exists()
