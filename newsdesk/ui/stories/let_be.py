"""Which findings of the story on the desk may stand, kept in the newsroom's database."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from newsdesk.domain.checking import LetBe
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.tasks import Tasks


class StoryLetBe(QObject):
    """Reasons by the keys of findings (:attr:`reasons`); :attr:`changed` comes when they are others."""

    changed = Signal()

    def __init__(
        self, tasks: Tasks, failed: Callable[[NewsdeskError], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._failed = failed
        self._newsroom: Newsroom | None = None
        self._story_id = 0
        self.reasons: Mapping[str, LetBe] = {}

    def opened(self, newsroom: Newsroom | None) -> None:
        """Work in this newsroom from now on."""
        self._newsroom, self._story_id, self.reasons = newsroom, 0, {}

    def follow(self, story_id: int) -> None:
        """Ask for what may stand in a story; 0 for none."""
        self._story_id, self.reasons = story_id, {}
        newsroom = self._newsroom
        if newsroom is not None and story_id:
            self._run(story_id, lambda: newsroom.checks.let_be(story_id))

    def let(self, story_id: int, keys: Sequence[str], reason: str) -> None:
        """Let findings be, for a reason."""
        newsroom = self._newsroom
        if newsroom is not None:
            self._story_id = story_id  # a sheet became a story since it was laid down
            self._run(story_id, lambda: newsroom.checks.let(story_id, keys, reason))

    def look_again(self, story_id: int, keys: Sequence[str]) -> None:
        """Let findings be told again."""
        newsroom = self._newsroom
        if newsroom is not None:
            self._run(story_id, lambda: newsroom.checks.look_again(story_id, keys))

    def _run(self, story_id: int, work: Callable[[], dict[str, LetBe]]) -> None:
        def done(reasons: dict[str, LetBe]) -> None:
            if story_id == self._story_id:
                self.reasons = reasons
                self.changed.emit()

        self._tasks.run(work, done, self._failed)
