"""Which bulletin lies on the desk: loaded, looked after while others work on it too, called ready."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from newsdesk.domain.open_rundown import OpenRundown, Reader
from newsdesk.domain.people import Role
from newsdesk.errors import NoSuchBulletin, StaleRundown
from newsdesk.ui.bulletins.rundown_sheet import SEND_AFTER_MS, Kept, RundownSheet

if TYPE_CHECKING:
    from newsdesk.domain.bulletin import BulletinRow, Programme
    from newsdesk.domain.open_rundown import StoryState, TrayRow
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.bulletins.bulletin_form import BulletinWishes
    from newsdesk.ui.tasks import Tasks

T = TypeVar("T")
LOOK_AGAIN_MS = 10_000
"""How often it is asked what colleagues have done meanwhile."""


class BulletinDesk(QObject):
    """Asks the newsroom's services, on the database's lane; every answer is the bulletin's that asked.

    :attr:`laid` comes when another bulletin lies here (or none), :attr:`changed` when there is something else
    to see of it, :attr:`tray_came` with :class:`TrayRow` s, :attr:`keeping` with a :class:`Kept`,
    :attr:`met` when an edit was made again on a colleague's work, and :attr:`failed` with an error.
    """

    laid = Signal()
    changed = Signal()
    tray_came = Signal(object)
    keeping = Signal(object)
    met = Signal()
    failed = Signal(object)

    def __init__(self, tasks: Tasks, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._now = now
        self._newsroom: Newsroom | None = None
        self._sheets: list[RundownSheet] = []
        self.sheet: RundownSheet | None = None
        self.send_after_ms = SEND_AFTER_MS
        """How long an edit waits before it is sent; 0 in tests that look at once."""
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_AGAIN_MS)
        self._looking.timeout.connect(self._look_now_and_then)
        self._look_waits = False
        """Whether the last look has not been answered: on a slow database they would pile up."""

    # ------------------------------------------------------------ the newsroom

    def opened(self, newsroom: Newsroom | None) -> None:
        """Work in a newsroom, or in none; what lies on the desk goes."""
        if newsroom is None:
            for sheet in self._sheets:
                sheet.leave()
        self._newsroom = newsroom
        self._lay(None)

    @property
    def newsroom(self) -> Newsroom | None:
        """The newsroom that is open."""
        return self._newsroom

    @property
    def unkept(self) -> bool:
        """Whether something done to a bulletin is not in the database."""
        return any(sheet.kept is Kept.WAITING for sheet in self._sheets)

    def watch(self, on: bool) -> None:
        """Look again and again what colleagues do, while somebody looks."""
        if on:
            self._looking.start()
        else:
            self._looking.stop()

    # ------------------------------------------------------------ which bulletin

    def load_next(self) -> None:
        """Lay the bulletin on the desk that is on air or comes next; the last of today where none does."""
        newsroom = self._newsroom
        if newsroom is None:
            return
        today = self._now().date()

        def find() -> OpenRundown | None:
            newsroom.bulletins.make_due()
            row = newsroom.bulletins.next()
            if row is None:
                rows = newsroom.bulletins.list(today)
                row = rows[-1] if rows else None
            return None if row is None else newsroom.bulletins.open(row.id)

        self._ask(find, self._lay)

    def load(self, bulletin_id: int) -> None:
        """Lay a bulletin on the desk."""
        newsroom = self._newsroom
        if newsroom is not None:
            self._ask(lambda: newsroom.bulletins.open(bulletin_id), self._lay)

    def step(self, *, forward: bool) -> None:
        """Lay the bulletin on the desk that airs before this one, or after it, at most a week away."""
        newsroom, sheet = self._newsroom, self.sheet
        if newsroom is None or sheet is None:
            return
        bulletin = sheet.opened.bulletin
        day = bulletin.airtime.astimezone(self._now().tzinfo).date()

        def find() -> OpenRundown | None:
            since = day if forward else day - timedelta(days=7)
            rows = newsroom.bulletins.list(since, 8)
            places = [row.id for row in rows]
            if bulletin.id not in places:
                return None
            to = places.index(bulletin.id) + (1 if forward else -1)
            return newsroom.bulletins.open(places[to]) if 0 <= to < len(places) else None

        self._ask(find, lambda found: self._lay(found) if found is not None else None)

    def list_day(self, day: date, then: Callable[[Sequence[BulletinRow]], None]) -> None:
        """List the bulletins of a day."""
        newsroom = self._newsroom
        if newsroom is not None:
            self._ask(lambda: newsroom.bulletins.list(day), then)

    def make_day(self, day: date, then: Callable[[int], None]) -> None:
        """Make what the programmes have on a day; ``then`` gets how many are new."""
        newsroom = self._newsroom
        if newsroom is not None:
            self._ask(lambda: len(newsroom.bulletins.make_day(day)), then)

    def ask_for_form(self, then: Callable[[tuple[Sequence[Programme], Sequence[Reader]]], None]) -> None:
        """List what a new bulletin can be made of: the programmes in use, and who may read."""
        newsroom = self._newsroom
        if newsroom is None:
            return

        def find() -> tuple[Sequence[Programme], Sequence[Reader]]:
            people = [one for one in newsroom.people.listed() if one.active]
            announcers = [one for one in people if Role.ANNOUNCER in one.roles] or people
            programmes = [one for one in newsroom.programmes.all() if one.active]
            return programmes, [Reader(one.id, one.name, one.rate) for one in announcers]

        self._ask(find, then)

    def create(self, wishes: BulletinWishes) -> None:
        """Make a bulletin and lay it on the desk."""
        newsroom = self._newsroom
        if newsroom is not None:
            self._ask(
                lambda: newsroom.bulletins.create(
                    wishes.programme_id, wishes.airtime, wishes.name, wishes.slot_ms, wishes.announcers
                ),
                self._lay,
            )

    # ------------------------------------------------------------ the bulletin that lies here

    def look_again(self) -> None:
        """Show what colleagues did to this bulletin and its stories, and what is ready to be placed."""
        newsroom, sheet = self._newsroom, self.sheet
        if newsroom is None or sheet is None:
            return
        if sheet.settled:
            version = sheet.version
            self._ask(
                lambda: newsroom.bulletins.open(sheet.bulletin_id),
                lambda opened: self._take(sheet, opened, version),
            )
        self.ask_tray()

    def _look_now_and_then(self) -> None:
        if not self._look_waits:
            self.look_again()

    def ask_tray(self) -> None:
        """Ask what is ready to be placed."""
        newsroom, sheet = self._newsroom, self.sheet
        if newsroom is None or sheet is None:
            return

        def came(rows: list[TrayRow]) -> None:
            if sheet is self.sheet:
                self.tray_came.emit(rows)

        self._look_waits = True

        def tray() -> list[TrayRow]:
            try:
                return newsroom.bulletins.tray(sheet.bulletin_id)
            finally:
                self._look_waits = False

        self._ask(tray, came)

    def state_of(self, story_id: int, then: Callable[[StoryState], None]) -> None:
        """Ask how a story stands, to place it."""
        newsroom, sheet = self._newsroom, self.sheet
        if newsroom is None or sheet is None:
            return

        def came(state: StoryState | None) -> None:
            if state is not None and sheet is self.sheet:
                then(state)

        self._ask(lambda: newsroom.bulletins.state(story_id), came)

    def act(
        self,
        work: Callable[[Newsroom, int, int], OpenRundown],
        done: Callable[[], None] | None = None,
        refused: Callable[[NewsdeskError], bool] | None = None,
    ) -> None:
        """Do something to the bulletin that lies here: ``work`` gets newsroom, its number and its version.

        It waits its turn behind what was edited. ``refused`` may take an error, and says whether it did;
        where a colleague was quicker, the newest is shown and nothing is done.
        """
        newsroom, sheet = self._newsroom, self.sheet
        if newsroom is None or sheet is None:
            return

        def came(opened: OpenRundown) -> None:
            sheet.take(opened)
            if done is not None:
                done()

        def failed(error: NewsdeskError) -> None:
            if isinstance(error, StaleRundown):
                self._show_newest(sheet, error)
            if refused is None or not refused(error):
                self.failed.emit(error)

        def go() -> None:
            bulletin_id, version = sheet.bulletin_id, sheet.version
            self._tasks.run(lambda: work(newsroom, bulletin_id, version), came, failed)

        sheet.when_settled(go)

    def _show_newest(self, sheet: RundownSheet, error: StaleRundown) -> None:
        if isinstance(error.newest, OpenRundown):
            sheet.take(error.newest)

    def _take(self, sheet: RundownSheet, opened: OpenRundown, version: int) -> None:
        # What was edited while it was on its way is newer than what comes.
        if sheet.settled and sheet.version == version and opened != sheet.opened:
            sheet.take(opened)

    def _lay(self, opened: OpenRundown | None) -> None:
        newsroom = self._newsroom
        if self.sheet is not None:
            self.sheet.flush()
            self.sheet.changed.disconnect(self.changed)
            self.sheet.keeping.disconnect(self.keeping)
            self.sheet.met.disconnect(self.met)
        for settled in [sheet for sheet in self._sheets if sheet.settled]:
            self._sheets.remove(settled)
            settled.setParent(None)  # it goes when the last answer has come that is still for it
        self.sheet = None
        if opened is not None and newsroom is not None:
            sheet = RundownSheet(self._tasks, newsroom.bulletins, opened, self, self.send_after_ms)
            sheet.changed.connect(self.changed)
            sheet.keeping.connect(self.keeping)
            sheet.met.connect(self.met)
            sheet.refused.connect(self.failed)
            self._sheets.append(sheet)
            self.sheet = sheet
        self.laid.emit()

    def _ask(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        newsroom = self._newsroom

        def came(answer: T) -> None:
            if newsroom is self._newsroom:
                done(answer)

        def failed(error: NewsdeskError) -> None:
            if newsroom is self._newsroom:
                if isinstance(error, NoSuchBulletin) and self.sheet is not None:
                    self._lay(None)
                self.failed.emit(error)

        self._tasks.run(work, came, failed)
