"""Bulletins: made, opened, built, called ready."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING

from newsdesk.domain.audit import Deed
from newsdesk.domain.bulletin import Bulletin, BulletinRow, BulletinState
from newsdesk.domain.open_rundown import OpenRundown, TextLength, TrayRow
from newsdesk.domain.people import DEFAULT_RATE, Act
from newsdesk.domain.rundown import Rundown
from newsdesk.domain.story import Script
from newsdesk.domain.text import clean
from newsdesk.errors import NotSignedIn
from newsdesk.services.clock import utc_now
from newsdesk.services.making_bulletins import BulletinMaker
from newsdesk.services.opening_bulletins import BulletinOpener
from newsdesk.services.readying import Readying
from newsdesk.services.recovering import Measure
from newsdesk.services.recurrence import in_utc
from newsdesk.services.tray import Tray

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.services.people import People
    from newsdesk.storage.open import Storage
    from newsdesk.storage.queries import Queries

SLOT_MS = 15 * 60_000
"""What a bulletin is given that is made without a programme."""


class Bulletins(Readying):
    """The use cases of a bulletin before it is read; each is one transaction.

    ``measure`` gives the spoken length of a text, ``zone`` is the station's.
    """

    def __init__(
        self,
        storage: Storage,
        people: People,
        measure: Measure,
        zone: tzinfo,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        super().__init__(storage, people, BulletinOpener(measure, storage.editor), now)
        self._measure = measure
        self._zone = zone
        self._maker = BulletinMaker(zone, storage.new_id)
        self._tray = Tray(self.opener)

    # ------------------------------------------------------------ made

    def make_due(self) -> list[int]:
        """Make what every programme should have by now and has not; return the numbers of the new ones.

        To be called again and again, at as many desks as there are: of one occurrence there is one bulletin.
        While nobody is signed in, nothing is made.
        """
        now = self._now()
        with self._storage.read() as queries:
            if not self._maker.due(queries, now):
                return []
        try:
            me = self._people.me()
        except NotSignedIn:
            return []
        with self._storage.write() as work:
            return self._maker.make(work, self._maker.due(work.queries, now), me)

    def make_day(self, day: date) -> list[int]:
        """Make every programme's bulletins of one day at the station now; raises :class:`NotAllowed`."""
        since = self._midnight(day)
        until = self._midnight(day + timedelta(days=1))
        me = self._people.me()
        with self._storage.write() as work:
            self._people.demand(Act.BUILD_RUNDOWN, work.queries)
            wanted = [
                due
                for programme in work.queries.programmes.all()
                if programme.active
                for due in self._maker.wanting(work.queries, programme, since, until)
            ]
            return self._maker.make(work, wanted, me)

    def create(
        self,
        programme_id: int | None,
        airtime: datetime,
        name: str = "",
        slot_ms: int = 0,
        announcers: Iterable[int] = (),
    ) -> OpenRundown:
        """Make a bulletin at ``airtime`` (aware), of a programme's template or empty, and open it.

        What is not given is the programme's. Raises :class:`NotAllowed`.
        """
        me, at = self._people.me(), airtime.astimezone(UTC)
        with self._storage.write() as work:
            self._people.demand(Act.BUILD_RUNDOWN, work.queries)
            programme = work.queries.programmes.get(programme_id) if programme_id else None
            bulletin = Bulletin(self.new_id(), None, "", at, SLOT_MS)
            if programme is not None:
                bulletin = self._maker.bulletin(programme, at)
            bulletin = replace(
                bulletin,
                name=clean(name).strip() or bulletin.name,
                slot_ms=slot_ms if slot_ms > 0 else bulletin.slot_ms,
                announcers=tuple(announcers) or bulletin.announcers,
            )
            rundown = self._maker.copied(work.queries, programme, bulletin) if programme else Rundown()
            work.bulletins.add(bulletin, rundown)
            work.audit.record(
                *(Deed.ADD, me, "bulletin", bulletin.id, bulletin.name), after={"airtime": at.isoformat()}
            )
            rows = self.opener.rows(work.queries, bulletin.id)
        return self.opener.opened(rows)

    # ------------------------------------------------------------ looked at

    def next(self) -> BulletinRow | None:
        """Return the bulletin that is on air or comes next; None when there is none within seven days."""
        now = self._now()
        with self._storage.read() as queries:
            rows = queries.bulletins.listed(now - timedelta(days=1), now + timedelta(days=7))
        coming = (row for row in rows if row.state is not BulletinState.AIRED and row.close > now)
        return min(coming, key=lambda row: (row.state is not BulletinState.ON_AIR, row.airtime), default=None)

    def open(self, bulletin_id: int) -> OpenRundown:
        """Open a bulletin. Looks for its sound files: up to a second, on a share that hangs.

        Raises :class:`NoSuchBulletin`.
        """
        with self._storage.read() as queries:
            rows = self.opener.rows(queries, bulletin_id)
        return self.opener.opened(rows)

    def tray(self, bulletin_id: int) -> list[TrayRow]:
        """Return the stories ready to be placed, those first that stood in an earlier bulletin unread.

        Approved, not read yet, not in this bulletin. Raises :class:`NoSuchBulletin`.
        """
        with self._storage.read() as queries:
            rows = self._tray.rows(queries, bulletin_id, self._now())
        return self._tray.ready(rows)

    def words_ms(self, words: str) -> int:
        """Return the milliseconds that fixed words take an announcer whom nobody has measured."""
        return TextLength(self._measure(Script(body=words), None)).ms(DEFAULT_RATE)

    # ------------------------------------------------------------ changed

    def keep(self, bulletin_id: int, base: int, rundown: Rundown) -> OpenRundown:
        """Keep an edited rundown that was opened at the version ``base``, and return it as it stands.

        Raises :class:`StaleRundown` when somebody changed the bulletin since: nothing is kept, and the edit
        is to be made again on the newest, which comes with it. A bulletin that was ready stays so unless the
        edit brought a problem that it did not have. Raises :class:`NotAllowed`, :class:`NoSuchBulletin`,
        :class:`NoSuchStory`, and :class:`WrongBulletinState` for one that was read.
        """
        return self.editing.edit(bulletin_id, base, lambda _work, _before: rundown)

    def pin_newest(self, bulletin_id: int, item_id: int) -> OpenRundown:
        """Pin in one row what is approved of its story now, or let it go by the newest text until it is.

        Raises as :meth:`keep` does, but is never stale.
        """
        return self.editing.edit(bulletin_id, None, lambda _work, before: _pinned_anew(before, item_id))

    def change(
        self,
        bulletin_id: int,
        base: int,
        *,
        name: str = "",
        airtime: datetime | None = None,
        slot_ms: int = 0,
        announcers: Iterable[int] | None = None,
    ) -> OpenRundown:
        """Change a bulletin's own settings; what is not given stays. Hits move with its day.

        Raises :class:`StaleRundown`, :class:`WrongBulletinState` for one that is on air or was read,
        :class:`NotAllowed`, and :class:`NoSuchBulletin`.
        """

        def changed(queries: Queries, opened: OpenRundown) -> OpenRundown:
            old = opened.bulletin
            new = replace(
                old,
                name=clean(name).strip() or old.name,
                airtime=airtime.astimezone(UTC) if airtime is not None else old.airtime,
                slot_ms=slot_ms if slot_ms > 0 else old.slot_ms,
                announcers=old.announcers if announcers is None else tuple(announcers),
            )
            rundown = opened.rundown
            if new.airtime != old.airtime:
                programme = queries.programmes.get(old.programme_id) if old.programme_id else None
                place = programme.place if programme else ""
                rundown = self._maker.moved(queries, rundown, old, new, place)
            return replace(opened, bulletin=new, rundown=rundown)

        return self.editing.settle(bulletin_id, base, changed, Deed.CHANGE)

    def remove(self, bulletin_id: int, base: int) -> None:
        """Take a bulletin out of sight; it is not made again by itself. Raises as :meth:`change` does."""
        self.editing.put_away(bulletin_id, base, removed=True)

    def restore(self, bulletin_id: int) -> OpenRundown:
        """Bring a removed bulletin back. Raises as :meth:`change` does."""
        with self._storage.read() as queries:
            rows = self.opener.rows(queries, bulletin_id)
        self.editing.put_away(bulletin_id, rows.bulletin.version, removed=False)
        return self.open(bulletin_id)

    # ------------------------------------------------------------ listed

    def list(self, day: date, days: int = 1) -> list[BulletinRow]:
        """Return the bulletins of ``days`` days at the station from ``day`` on, the earliest first."""
        with self._storage.read() as queries:
            return queries.bulletins.listed(
                self._midnight(day), self._midnight(day + timedelta(days=max(1, days)))
            )

    def _midnight(self, day: date) -> datetime:
        return in_utc(datetime.combine(day, time()), self._zone)


def _pinned_anew(opened: OpenRundown, item_id: int) -> Rundown:
    item = opened.rundown.item(item_id)
    state = opened.state_of(item) if item else None
    return opened.rundown if state is None else opened.rundown.pinned(item_id, *state.to_pin)
