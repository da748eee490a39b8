"""Holds the next bulletins on this computer ahead of their time: then no database is needed for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from newsdesk.ui.onair.freeing import freeing
from newsdesk.ui.tasks import Lane

if TYPE_CHECKING:
    from newsdesk.domain.air_bulletin import AirBulletin
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.away_newsroom import AwayNewsroom
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.tasks import Tasks

HOLD_MS = 60_000
"""How often it is looked what has to be held, or held anew."""


class HoldingAhead(QObject):
    """Looks every minute. What hangs is not asked twice: neither the database nor a share that has clips.

    Nobody asked for it, so a failure is told when somebody looks. :attr:`held` comes with every bulletin.
    """

    held = Signal()

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._newsroom: Newsroom | AwayNewsroom | None = None
        self._looking = False
        self._copying: set[int] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(HOLD_MS)
        self._timer.timeout.connect(self.hold)

    def start(self, newsroom: Newsroom | AwayNewsroom) -> None:
        """Hold what a newsroom has, now and from now on."""
        if newsroom is not self._newsroom:
            self._looking = False
            self._copying = set()
        self._newsroom = newsroom
        self._timer.start()
        self.hold()

    def stop(self) -> None:
        """Hold nothing any more."""
        self._timer.stop()
        self._newsroom = None

    def hold(self) -> None:
        """Look what has to be held, and hold it."""
        newsroom = self._newsroom
        if newsroom is None or self._looking:
            return
        self._looking = True

        def free() -> None:
            if newsroom is self._newsroom:
                self._looking = False

        def due(found: list[AirBulletin]) -> None:
            free()
            for air in found:
                if newsroom is self._newsroom and air.bulletin_id not in self._copying:
                    self._copy(newsroom, air)

        def failed(_error: NewsdeskError) -> None:
            free()

        self._tasks.run(freeing(newsroom.on_air.due, free), due, failed)

    def _copy(self, newsroom: Newsroom | AwayNewsroom, air: AirBulletin) -> None:
        copying = self._copying
        copying.add(air.bulletin_id)

        def free() -> None:
            copying.discard(air.bulletin_id)

        def held(_air: AirBulletin) -> None:
            free()
            self.held.emit()

        def failed(_error: NewsdeskError) -> None:
            free()

        self._tasks.run(freeing(lambda: newsroom.on_air.hold(air), free), held, failed, Lane.FILES)
