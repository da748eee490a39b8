"""Which openings of a newsroom on this computer are still there: after a crash nobody waits for a ghost.

A file for each, ``EDITOR.open``, which the system keeps locked for as long as its program runs, however that
ends. Beside the recovery files; it holds nothing.
"""

from __future__ import annotations

import logging
import time
from contextlib import suppress
from io import BufferedRandom
from pathlib import Path

from newsdesk.storage.held_file import hold

_log = logging.getLogger(__name__)
_SUFFIX = ".open"
_OLD_S = 3600
"""After which nobody asks for a ghost any more: its locks have lapsed long ago."""


class Presence:
    """Holds the file of the opening ``editor``, and looks at those of others.

    A disk that takes no file makes this opening one of which nothing is known here: it never fails.
    """

    def __init__(self, folder: Path, editor: int) -> None:
        self._folder = folder
        self._mine = self._name(editor)
        self._file: BufferedRandom | None = None
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._sweep()
            self._file = self._mine.open("w+b")
            hold(self._file)
        except OSError as error:
            _log.info("no file says that this newsroom is open: %s", error)

    def gone(self, editor: int) -> bool:
        """Return whether this opening was here and is no more; False for one that was never here."""
        return _abandoned(self._name(editor))

    def close(self) -> None:
        """Say that this opening ends."""
        if self._file is not None:
            self._file.close()
            self._file = None
            with suppress(OSError):
                self._mine.unlink(missing_ok=True)

    def _name(self, editor: int) -> Path:
        return self._folder / f"{editor}{_SUFFIX}"

    def _sweep(self) -> None:
        for file in self._folder.glob(f"*{_SUFFIX}"):
            with suppress(OSError):
                if time.time() - file.stat().st_mtime > _OLD_S and _abandoned(file):
                    file.unlink()


def _abandoned(path: Path) -> bool:
    try:
        with path.open("r+b") as file:
            hold(file)
    except OSError:  # not there, or held by a program that runs
        return False
    return True
