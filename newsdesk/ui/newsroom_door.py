"""Opens and closes newsrooms on the database lane: one at a time, each closed before the next is opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.newsrooms import Newsrooms
    from newsdesk.ui.tasks import Tasks


class NewsroomDoor:
    """What is open is known on the lane itself: asking twice or closing while opening leaves nothing open."""

    def __init__(self, tasks: Tasks, newsrooms: Newsrooms) -> None:
        self._tasks = tasks
        self._newsrooms = newsrooms
        self._open: Newsroom | None = None  # touched on the database lane only
        self._asked = 0

    def open(
        self, name: str, opened: Callable[[Newsroom], None], failed: Callable[[NewsdeskError], None]
    ) -> None:
        """Open a newsroom; of several asked for one after the other only the last is answered."""
        self._asked += 1
        asked = self._asked

        def change() -> Newsroom:
            self._close_open()
            self._open = self._newsrooms.open(name)
            return self._open

        def answered(newsroom: Newsroom) -> None:
            if asked == self._asked:
                opened(newsroom)

        def refused(error: NewsdeskError) -> None:
            if asked == self._asked:
                failed(error)

        self._tasks.run(change, answered, refused)

    def close(self, failed: Callable[[NewsdeskError], None]) -> None:
        """Close what is open, behind everything that is on the lane by now; no answer comes any more."""
        self._asked += 1
        self._tasks.run(self._close_open, lambda _nothing: None, failed)

    def _close_open(self) -> None:
        newsroom, self._open = self._open, None
        if newsroom is not None:
            newsroom.close()
