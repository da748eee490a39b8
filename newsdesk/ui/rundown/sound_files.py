"""The sound files of rows looked into, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsdesk.ui.tasks import Lane
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.clips import ClipFile, Clips
    from newsdesk.ui.rundown.rundown_pane import RundownPane
    from newsdesk.ui.tasks import Tasks


class SoundFiles(QObject):
    """Answers a pane that asks how long a file is; ``clips`` is None while no newsroom is open."""

    def __init__(
        self, tasks: Tasks, pane: RundownPane, clips: Callable[[], Clips | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._sound = pane.editor.sound
        self._clips = clips
        self._sound.asked.connect(self._look)

    def _look(self, path: str) -> None:
        clips = self._clips()
        if clips is None:
            return

        def found(file: ClipFile) -> None:
            self._sound.tell(path, file.milliseconds)

        def failed(error: NewsdeskError) -> None:
            self._sound.refuse(path, sentence(error))

        self._tasks.run(lambda: clips.probe(path), found, failed, Lane.FILES)
