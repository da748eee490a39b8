"""The demo newsroom: a station that was made up, with a day's work in it, to try everything on."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from itertools import count
from pathlib import Path

from newsdesk.errors import DemoIsOpen
from newsdesk.paths import Paths
from newsdesk.services.demo_filling import LOGINS, DemoFilling
from newsdesk.services.demo_texts import read_texts
from newsdesk.services.newsroom import Newsroom
from newsdesk.storage.newsrooms import newsroom_file

DEMO = "contoh"
"""What it is called in the list of newsrooms."""
_BUILT_IN = "contoh-dibuat"
_REMOVED = ".dibuang"

Open = Callable[[Paths, str, tuple[str, str] | None], Newsroom]
"""Opens a newsroom of a profile by its name, as somebody: login and name, None for the computer's user."""


class Demo:
    """Makes the demo newsroom as a file of its own, and takes it away; no other newsroom is ever touched.

    ``folder`` has its texts; ``knows`` says whether a newsroom of this profile has somebody with that login.
    """

    def __init__(
        self, folder: Path, paths: Paths, open_newsroom: Open, knows: Callable[[str, str], bool]
    ) -> None:
        self._folder = folder
        self._paths = paths
        self._open = open_newsroom
        self._knows = knows

    def name(self) -> str | None:
        """Return what the demo newsroom of this profile is called; None while there is none."""
        name = self._free_or_own()
        return name if self._file(name).exists() else None

    def ready(self) -> str:
        """Make the demo newsroom if there is none, and return its name. Takes a few seconds.

        It is made elsewhere in the profile and moved here when it is whole. A newsroom of the same name that
        is none of ours stays as it is: the demo gets a number.
        """
        name = self._free_or_own()
        if self._file(name).exists():
            return name
        building = Paths(self._paths.profile / _BUILT_IN)
        shutil.rmtree(building.profile, ignore_errors=True)
        texts = read_texts(self._folder)
        DemoFilling(texts, lambda who: self._open(building, DEMO, who)).fill()
        self._paths.newsrooms.mkdir(parents=True, exist_ok=True)
        self._away(self._paths.recovery / name)  # of one that was removed by hand
        newsroom_file(building.newsrooms, DEMO).replace(self._file(name))
        shutil.rmtree(building.profile, ignore_errors=True)
        return name

    def remove(self, opened: str = "") -> bool:
        """Take the demo newsroom away, and return whether there was one.

        ``opened`` is the newsroom that is open now. Raises :class:`DemoIsOpen` when that is the demo. Its
        file is kept beside the others under another ending, until the next one is taken away.
        """
        name = self.name()
        if name is None:
            return False
        if name == opened:
            raise DemoIsOpen(name)
        file = self._file(name)
        for rest in (file, *file.parent.glob(f"{file.name}-*")):  # SQLite's log beside it
            rest.replace(rest.with_name(rest.name + _REMOVED))
        for folder in (self._paths.recovery / name, self._paths.air / name):
            self._away(folder)
        return True

    def rebuild(self, opened: str = "") -> str:
        """Make the demo newsroom anew, as it was at first; return its name. Raises :class:`DemoIsOpen`."""
        self.remove(opened)
        return self.ready()

    def _free_or_own(self) -> str:
        for number in count(1):
            name = DEMO if number == 1 else f"{DEMO} {number}"
            if not self._file(name).exists() or self._knows(name, LOGINS["reporter"]):
                return name
        raise AssertionError("numbers do not end")

    def _file(self, name: str) -> Path:
        return newsroom_file(self._paths.newsrooms, name)

    def _away(self, folder: Path) -> None:
        shutil.rmtree(folder, ignore_errors=True)
