"""What the first key would wait for, made ready ahead of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdesk.ui.tasks import Lane

if TYPE_CHECKING:
    from newsdesk.services.previewing import Previewing
    from newsdesk.ui.tasks import Tasks


class Warming:
    """Starts an engine's worker, then loads Qt's multimedia library; each engine once."""

    def __init__(self, tasks: Tasks) -> None:
        self._tasks = tasks
        self._warmed = ""

    def warm(self, previewing: Previewing, engine: str) -> None:
        """Make this engine ready, unless it was the last one made so."""
        if engine != self._warmed:
            self._warmed = engine
            self._tasks.run(lambda: previewing.warm(engine), _load_multimedia, _nothing, Lane.SPEECH)

    def forget(self) -> None:
        """The workers end: the next engine is to be made ready anew."""
        self._warmed = ""


def _load_multimedia(_answer: object) -> None:
    """Load Qt's multimedia library ahead of the first key, on the window's thread.

    On a lane it can stop the program for good: the library asks for a word of ours, and so for Python, while
    it holds the loader's lock, and the window's thread holds Python while it waits for that lock.
    """
    import PySide6.QtMultimedia  # noqa: F401  # pyright: ignore[reportUnusedImport] - loaded, not used here


def _nothing(_answer: object) -> None:
    """Nobody waits for a worker started ahead; its failure is told when something is heard."""
