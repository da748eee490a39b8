"""The bulletin that comes next, for the top bar of every page."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from newsdesk.domain.open_rundown import OpenRundown, timed

if TYPE_CHECKING:
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.tasks import Tasks

LOOK_AGAIN_MS = 30_000
"""How often bulletins that are due are made, and it is asked which comes next."""


class NextBulletin(NamedTuple):
    """What the top bar says of it; both moments are UTC."""

    bulletin_id: int
    name: str
    airtime: datetime
    close: datetime
    over_ms: int
    tolerance_ms: int


class NextBulletinWatch(QObject):
    """Makes the bulletins that are due and tells which comes next: :attr:`changed` carries it, or None.

    Works while a newsroom is open, on the database's lane. A failure is another place's to tell: what was
    known stays.
    """

    changed = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._newsroom: Newsroom | None = None
        self._told: NextBulletin | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_AGAIN_MS)
        self._timer.timeout.connect(self._look_now_and_then)
        self._waits = False
        """Whether the last look has not been answered: on a slow database they would pile up."""

    def opened(self, newsroom: Newsroom | None) -> None:
        """Watch a newsroom, or none."""
        self._newsroom = newsroom
        self._tell(None)
        if newsroom is None:
            self._timer.stop()
        else:
            self._timer.start()
            self.look()

    def look(self) -> None:
        """Look now."""
        newsroom = self._newsroom
        if newsroom is None:
            return

        self._waits = True

        def find() -> NextBulletin | None:
            try:
                newsroom.bulletins.make_due()
                row = newsroom.bulletins.next()
                return None if row is None else next_of(newsroom.bulletins.open(row.id))
            finally:
                self._waits = False

        def came(found: NextBulletin | None) -> None:
            if newsroom is self._newsroom:
                self._tell(found)

        self._tasks.run(find, came, _nothing)

    def _look_now_and_then(self) -> None:
        if not self._waits:
            self.look()

    def seen(self, opened: OpenRundown) -> None:
        """Take what the Buletin page shows, if it is the bulletin that comes next: it is newer."""
        if self._told is not None and opened.bulletin.id == self._told.bulletin_id:
            self._tell(next_of(opened))

    def _tell(self, found: NextBulletin | None) -> None:
        if found != self._told:
            self._told = found
            self.changed.emit(found)


def next_of(opened: OpenRundown) -> NextBulletin:
    """Return what the top bar says of an opened bulletin."""
    bulletin = opened.bulletin
    return NextBulletin(
        bulletin.id,
        bulletin.name,
        bulletin.airtime,
        bulletin.close,
        timed(opened).over_ms,
        bulletin.tolerance_ms,
    )


def _nothing(_error: NewsdeskError) -> None:
    return
