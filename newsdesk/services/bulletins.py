"""Bulletins: made, opened, built, called ready."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING

from newsdesk.domain.audit import Deed
from newsdesk.domain.bulletin import Bulletin, BulletinRow, BulletinState
from newsdesk.domain.open_rundown import OpenRundown, StoryState, TrayRow, estimates
from newsdesk.domain.people import Act
from newsdesk.domain.readiness import problems
from newsdesk.domain.rundown import NO_BLOCK, ItemKind, Rundown, RundownItem
from newsdesk.domain.text import clean
from newsdesk.errors import NotReady, NotSignedIn, WrongStatus
from newsdesk.services import sound_there
from newsdesk.services.clock import utc_now
from newsdesk.services.making_bulletins import BulletinMaker
from newsdesk.services.opening_bulletins import BulletinOpener, paths_of
from newsdesk.services.recovering import Measure
from newsdesk.services.recurrence import in_utc
from newsdesk.services.rundown_editing import RundownEditing, not_ready
from newsdesk.services.rundown_keeping import pinned_where_approved
from newsdesk.services.tray import Tray

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.services.people import People
    from newsdesk.storage.open import Storage
    from newsdesk.storage.queries import Queries
    from newsdesk.storage.unit_of_work import UnitOfWork

SLOT_MS = 15 * 60_000
"""What a bulletin is given that is made without a programme."""
_STEP_MS = 5_000
"""In such steps a story is planned when it is placed."""


class Bulletins:
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
        self._storage = storage
        self._people = people
        self._zone = zone
        self._now = now
        self.opener = BulletinOpener(measure, storage.editor)
        self.editing = RundownEditing(storage, people, self.opener)
        self._maker = BulletinMaker(zone, storage.new_id)
        self._tray = Tray(self.opener)

    def new_id(self) -> int:
        """Return a number for a new row; asks no database."""
        return self._storage.new_id()

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

    def state(self, story_id: int) -> StoryState | None:
        """Return how a story stands that is to be placed and is not in the tray; None for none such."""
        with self._storage.read() as queries:
            rows = self.opener.stories(queries, {story_id})
        return self.opener.states(rows, None, sound_there.missing(paths_of(rows))).get(story_id)

    def row_of(self, state: StoryState, opened: OpenRundown) -> RundownItem:
        """Return a story as a row to be placed, its words pinned if they are approved; asks no database.

        It is planned at what it takes, in steps of five seconds.
        """
        revision, approval_id = state.to_pin
        row = RundownItem(
            self.new_id(), ItemKind.STORY, state.slug, NO_BLOCK, state.story_id, revision, approval_id
        )
        alone = opened.with_state(state).with_rundown(Rundown(items=(row,)))
        return replace(row, planned_ms=round(estimates(alone)[row.id] / _STEP_MS) * _STEP_MS)

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
        """Change a bulletin's own settings; what is not given stays. Hits that have a name move with its day.

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
                rundown = self._maker.with_moments(queries, rundown, new, place)
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

    # ------------------------------------------------------------ called ready, and put next

    def make_ready(self, bulletin_id: int, base: int, signed_why: str = "") -> OpenRundown:
        """Call a bulletin ready: everything in it may go on air. What is approved is pinned.

        Raises :class:`NotReady` while something is missing (:func:`problems`), unless ``signed_why`` says
        why it goes on air all the same: an editor answers for that by name. Else raises as :meth:`change`.
        """
        why = clean(signed_why).strip()
        if why:
            self._people.demand(Act.SIGN_READY)
        with self._storage.read() as queries:
            missing = sound_there.missing(self.opener.rows(queries, bulletin_id).paths)
        me, now = self._people.me(), self._now()
        signed: list[str] = []

        def ready(queries: Queries, opened: OpenRundown) -> OpenRundown:
            opened = self.opener.opened(self.opener.rows(queries, bulletin_id), missing)
            found = problems(opened)
            if found and not why:
                raise NotReady(bulletin_id, len(found))
            signed.extend(f"{one.slug}: {one.kind}" for one in found)
            bulletin = replace(
                opened.bulletin,
                state=BulletinState.READY,
                ready_by=me.name,
                ready_at=now,
                ready_why=f"{why} ({'; '.join(signed)})" if signed else "",
            )
            return replace(
                opened, bulletin=bulletin, rundown=pinned_where_approved(opened.rundown, opened.states)
            )

        return self.editing.settle(bulletin_id, base, ready, Deed.SIGN_READY if why else Deed.READY)

    def take_back_ready(self, bulletin_id: int, base: int) -> OpenRundown:
        """Go on building a bulletin that was called ready. Raises as :meth:`change` does."""

        def planned(_queries: Queries, opened: OpenRundown) -> OpenRundown:
            return replace(opened, bulletin=not_ready(opened.bulletin))

        return self.editing.settle(bulletin_id, base, planned, Deed.NOT_READY)

    def flash(self, bulletin_id: int, story_id: int, after_item_id: int | None) -> OpenRundown:
        """Put an approved story next, under the row that is being read ("Kilat"); it must be acknowledged.

        One that stands further down is moved up. Raises :class:`WrongStatus` for a story that is not
        approved, else as :meth:`keep` does, but is never stale.
        """
        state = self.state(story_id)
        if state is None or state.approval_id is None or state.trashed:
            raise WrongStatus(story_id, state.status if state else "", trashed=bool(state and state.trashed))
        me, now = self._people.me(), self._now()

        def put_next(work: UnitOfWork, opened: OpenRundown) -> Rundown:
            rundown = opened.rundown
            stands = next((one for one in rundown.items if one.story_id == story_id), None)
            row = self.row_of(state, opened)
            if stands is not None:
                row = replace(row, id=stands.id, reader_id=stands.reader_id)
            work.bulletins.add_flash(bulletin_id, row.id, story_id, me.id, now)
            if after_item_id is None and rundown.counted:
                first = rundown.counted[0]
                return rundown.placed(row, first.id).moved({row.id}, first.id, first.block_id)
            return rundown.placed(row, after_item_id)

        return self.editing.edit(bulletin_id, None, put_next, act=Act.FLASH, deed=Deed.FLASH)

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
