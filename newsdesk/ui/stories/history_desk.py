"""The history of the story on the desk: its revisions, and the text of one of them to read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdesk.domain.rows import RevisionRow
    from newsdesk.domain.story import Revision
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.stories.inspector import Inspector
    from newsdesk.ui.tasks import Tasks


class HistoryDesk(QObject):
    """Asks the newsroom for what the inspector's Riwayat shows; failures go to ``tell``."""

    def __init__(
        self,
        tasks: Tasks,
        inspector: Inspector,
        tell: Callable[[NewsdeskError], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._inspector = inspector
        self._tell = tell
        self._newsroom: Newsroom | None = None
        self._story_id = 0
        inspector.history.wanted.connect(self._read)

    def opened(self, newsroom: Newsroom) -> None:
        """Ask this newsroom from now on."""
        self._newsroom = newsroom

    def follow(self, story_id: int) -> None:
        """Show the history of the story on the desk; 0 for an empty sheet, which has none."""
        newsroom = self._newsroom
        if story_id != self._story_id:
            self._inspector.history.close_text()
        self._story_id = story_id
        if newsroom is None or not story_id:
            return

        def found(revisions: Sequence[RevisionRow]) -> None:
            if self._story_id == story_id:
                self._inspector.show_revisions(revisions)

        self._tasks.run(lambda: newsroom.drafting.revisions(story_id), found, self._tell)

    def _read(self, number: int) -> None:
        newsroom, story_id = self._newsroom, self._story_id
        if newsroom is None or not story_id:
            return

        def found(revision: Revision) -> None:
            if self._story_id == story_id:
                self._inspector.history.show_text(revision)

        self._tasks.run(lambda: newsroom.drafting.revision(story_id, number), found, self._tell)
