"""Scripts read by the lexicon and the house style as they are now, whoever changed them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.services.reading import Reading
    from newsdesk.ui.tasks import Tasks


class NewestReading:
    """Asks the newsroom, off the window's thread; ``read_with`` gets the reading when it says other words."""

    def __init__(
        self, tasks: Tasks, read_with: Callable[[Reading], None], failed: Callable[[NewsdeskError], None]
    ) -> None:
        self._tasks = tasks
        self._read_with = read_with
        self._failed = failed
        self._newsroom: Newsroom | None = None
        self._stamp: object = None

    def opened(self, newsroom: Newsroom | None) -> None:
        """Work with this newsroom, whose reading has been made of what it says now."""
        self._newsroom = newsroom
        self._stamp = None

    def again(self) -> None:
        """Read anew: something was settled at this desk."""
        self._ask(self._failed, ours=True)

    def look(self) -> None:
        """Read anew if a colleague has settled something since."""
        self._ask(self._failed, ours=False)

    def follow(self) -> None:
        """Look as :meth:`look` does, from time to time: a database that is away is asked again soon."""
        self._ask(lambda _error: None, ours=False)

    def _ask(self, failed: Callable[[NewsdeskError], None], *, ours: bool) -> None:
        newsroom, known = self._newsroom, self._stamp
        if newsroom is None:
            return

        def newest() -> tuple[object, Reading | None]:
            stamp = newsroom.lexicon.stamp()
            if not ours and known in (None, stamp):
                return stamp, None
            newsroom.reading.use(newsroom.lexicon.forms(), newsroom.style.get())
            return stamp, newsroom.reading

        def answered(found: tuple[object, Reading | None]) -> None:
            stamp, reading = found
            if newsroom is self._newsroom:
                self._stamp = stamp
                if reading is not None:
                    self._read_with(reading)

        self._tasks.run(newest, answered, failed)
