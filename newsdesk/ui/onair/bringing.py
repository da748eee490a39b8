"""The journals of this computer brought into the newsroom: while somebody reads, afterwards, and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from newsdesk.ui.onair.freeing import freeing

if TYPE_CHECKING:
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.air_draining import Drained
    from newsdesk.services.away_newsroom import AwayNewsroom
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.tasks import Tasks

LATER_MS = 60_000
"""After so long it is tried again, whether or not anybody reads: the newsroom was away."""


class Bringing(QObject):
    """One at a time. :attr:`brought` comes when the newsroom has got lines, :attr:`away` with every answer:
    whether it could not take them.
    """

    brought = Signal()
    away = Signal(bool)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._newsroom: Newsroom | AwayNewsroom | None = None
        self._busy = self._again = False
        self.later = QTimer(self)
        self.later.setSingleShot(True)
        self.later.setInterval(LATER_MS)
        self.later.timeout.connect(self.bring)

    def opened(self, newsroom: Newsroom | AwayNewsroom | None) -> None:
        """Bring to a newsroom what journals still hold, from now on."""
        self._newsroom = newsroom
        self.bring()

    def bring(self) -> None:
        """Bring what there is; asked for while that goes on, once more after it."""
        newsroom = self._newsroom
        if newsroom is None:
            return
        if self._busy:
            self._again = True  # what is being brought does not hold what was written just now
            return
        self._busy, self._again = True, False
        self.later.stop()

        def free() -> None:
            self._busy = False

        self._tasks.run(freeing(newsroom.on_air.drain, free), self._done, self._failed)

    def _done(self, drained: Drained) -> None:
        self._busy = False
        self.away.emit(drained.away is not None)
        if drained.lines:
            self.brought.emit()
        if self._again:
            self.bring()
        elif drained.away is not None:
            self.later.start()

    def _failed(self, _error: NewsdeskError) -> None:
        self._busy = False
        self.away.emit(True)
        self.later.start()
