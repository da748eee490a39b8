"""A sound file heard through the player: a clip of a script."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from newsdesk.ui.listening.passage import Playing
from newsdesk.ui.tasks import Lane

if TYPE_CHECKING:
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.clips import Clips
    from newsdesk.services.previewing import SpokenPiece
    from newsdesk.ui.listening.player import Player
    from newsdesk.ui.tasks import Tasks


class HeardFile:
    """Decodes a file off the window's thread and plays it; whatever was heard before stops then."""

    def __init__(self, tasks: Tasks, player: Player, failed: Callable[[NewsdeskError], None]) -> None:
        self._tasks = tasks
        self._player = player
        self._failed = failed
        self._asked = 0
        self.clips: Clips | None = None
        self.is_heard = False
        """Whether what is heard now is a file."""
        player.state_changed.connect(self._player_changed)

    def play(self, path: str, began: Callable[[], None], failed: Callable[[], None]) -> None:
        """Hear a file from its beginning; ``began`` is called when it does, ``failed`` when it cannot be."""
        clips = self.clips
        if clips is None:
            return
        self._asked += 1
        asked = self._asked

        def came(pieces: list[SpokenPiece]) -> None:
            if asked == self._asked:
                self._player.hear_sound(pieces)
                self.is_heard = self._player.state is not Playing.SILENT
                if self.is_heard:
                    began()

        def told(error: NewsdeskError) -> None:
            self._failed(error)
            failed()

        self._tasks.run(lambda: clips.sound(path), came, told, Lane.FILES)

    def _player_changed(self, state: Playing) -> None:
        if state is Playing.SILENT:
            self.is_heard = False
        elif state is Playing.WAITING:
            self._asked += 1  # something else was asked for since
