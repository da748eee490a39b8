"""What is known of the sound files of the clips on the desk; looked into off the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from newsdesk.domain.blocks import Clip
from newsdesk.errors import ClipError
from newsdesk.ui.tasks import Lane

if TYPE_CHECKING:
    from newsdesk.domain.blocks import Block
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.clips import ClipFile, Clips
    from newsdesk.ui.tasks import Tasks

_LOOK_AFTER_MS = 300


class ClipFiles(QObject):
    """Knows which files can be heard. :attr:`changed` comes when one vanished or came back.

    They are looked at when a script shows them first and whenever the program's window is come back to: files
    are put in place with another program.
    """

    changed = Signal()

    def __init__(
        self, tasks: Tasks, blocks: Callable[[], Iterable[Block]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._blocks = blocks
        self._clips: Clips | None = None
        self._troubles: dict[str, ClipError | None] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_LOOK_AFTER_MS)
        self._soon.timeout.connect(self._look)
        cast(QGuiApplication, QGuiApplication.instance()).applicationStateChanged.connect(self._come_back)

    def opened(self, clips: Clips | None) -> None:
        """Look with this service from now on."""
        self._clips = clips
        self._troubles.clear()

    def trouble(self, clip: Clip) -> ClipError | None:
        """Return what is the matter with a clip's file, as far as it has been looked at."""
        return self._troubles.get(clip.path)

    def look_soon(self) -> None:
        """Look at the files that nobody has looked at yet, soon: the script has changed."""
        self._soon.start()

    def look_again(self) -> None:
        """Look at all files of the script once more."""
        self._troubles = {path: known for path, known in self._troubles.items() if known is not None}
        for path in self._paths():
            self._probe(path, _nothing)

    def measure(self, path: str, measured: Callable[[int], None]) -> None:
        """Look into a file, and call ``measured`` with its milliseconds when it is sound."""
        self._probe(path, lambda found: measured(found.milliseconds))

    def _look(self) -> None:
        for path in self._paths():
            if path not in self._troubles:
                self._probe(path, _nothing)

    def _paths(self) -> set[str]:
        return {block.path for block in self._blocks() if isinstance(block, Clip) and block.path}

    def _probe(self, path: str, found: Callable[[ClipFile], None]) -> None:
        clips = self._clips
        if clips is None:
            return

        def good(file: ClipFile) -> None:
            self._know(path, None)
            found(file)

        def failed(error: NewsdeskError) -> None:
            if isinstance(error, ClipError):
                self._know(path, error)

        self._tasks.run(lambda: clips.probe(path), good, failed, Lane.FILES)

    def _know(self, path: str, trouble: ClipError | None) -> None:
        before = self._troubles.get(path)
        self._troubles[path] = trouble
        if type(before) is not type(trouble):
            self.changed.emit()

    def _come_back(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.look_again()


def _nothing(_found: ClipFile) -> None:
    """Only whether it can be heard was asked."""
