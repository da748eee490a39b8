"""What can be done in the window: the list that the palette shows and the shortcuts start."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


def _always() -> bool:
    return True


class Command(NamedTuple):
    """One thing a person can do.

    ``shortcut`` is the id of a line in :func:`newsdesk.ui.shortcuts.shortcuts`, or ""; ``detail`` says why or
    where in a few quiet words; ``when`` tells whether it can be done now.
    """

    id: str
    words: str
    icon: str
    run: Callable[[], None]
    shortcut: str = ""
    detail: str = ""
    when: Callable[[], bool] = _always


class Commands:
    """Every command of the window: its own, and those of the page being shown."""

    def __init__(self) -> None:
        self._own: list[Command] = []
        self._page: Callable[[], list[Command]] = list

    def add(self, command: Command) -> None:
        """Add a command that works on every page."""
        self._own.append(command)

    def of_page(self, commands: Callable[[], list[Command]]) -> None:
        """Take the page's commands from here from now on; asked each time they are shown."""
        self._page = commands

    def page(self) -> list[Command]:
        """Return the commands of the page being shown that can be done now."""
        return [command for command in self._page() if command.when()]

    def own(self) -> list[Command]:
        """Return the window's commands that can be done now."""
        return [command for command in self._own if command.when()]
