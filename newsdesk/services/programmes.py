"""Programmes: what comes again and again, on which days, and the prayer times that their bulletins keep."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from newsdesk.domain.audit import Deed, digest
from newsdesk.domain.blocks import LONGEST_MS
from newsdesk.domain.bulletin import BulletinState, Programme
from newsdesk.domain.people import Act, Person
from newsdesk.domain.prayer import PrayerTime
from newsdesk.domain.rundown_json import to_json
from newsdesk.domain.text import clean
from newsdesk.errors import NoName, StaleProgramme
from newsdesk.services.clock import utc_now
from newsdesk.services.making_bulletins import BulletinMaker, clock_of, is_outside
from newsdesk.services.prayer_table import read_table
from newsdesk.services.recurrence import check_rule, moments
from newsdesk.services.rundown_keeping import fit_template

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.services.people import People
    from newsdesk.storage.open import Storage
    from newsdesk.storage.unit_of_work import UnitOfWork

LONGEST_AHEAD = 31 * 24 * 60
"""Minutes: nothing is made by itself more than a month before its airtime."""


class Programmes:
    """The use cases of programmes; each is one transaction. ``zone`` is the station's."""

    def __init__(
        self, storage: Storage, people: People, zone: tzinfo, now: Callable[[], datetime] = utc_now
    ) -> None:
        self._storage = storage
        self._people = people
        self._zone = zone
        self._now = now
        self._maker = BulletinMaker(zone, storage.new_id)

    def all(self) -> list[Programme]:
        """Return every programme, those in use first, then by name."""
        with self._storage.read() as queries:
            return queries.programmes.all()

    def add(self, programme: Programme) -> Programme:
        """Make a programme and return it as kept.

        Raises :class:`BadRecurrence`, :class:`NoName` for one without a name, and :class:`NotAllowed`.
        """
        me, new = self._people.me(), replace(_fit(programme), id=self._storage.new_id(), version=1)
        with self._storage.write() as work:
            self._people.demand(Act.PROGRAMMES, work.queries)
            new = replace(new, template=fit_template(work.queries, new.template))
            work.programmes.add(new)
            _record(work, Deed.ADD, me, None, new)
        return new

    def change(self, programme: Programme) -> Programme:
        """Keep a changed programme and return it as kept; what is made of it next begins with it.

        Bulletins of it that are made already keep their rows. Those that nobody has called ready yet, and
        that the new rule has at another hour of the same day, move there. Raises :class:`StaleProgramme`,
        and as :meth:`add` does.
        """
        me, new = self._people.me(), _fit(programme)
        with self._storage.write() as work:
            self._people.demand(Act.PROGRAMMES, work.queries)
            old = work.queries.programmes.get(programme.id)
            new = replace(new, template=fit_template(work.queries, new.template))
            if old is None or not work.programmes.change(new):
                raise StaleProgramme(programme.id)
            new = replace(new, version=new.version + 1)
            _record(work, Deed.CHANGE, me, old, new)
            if new.active and (old.rrule, old.airtime) != (new.rrule, new.airtime):
                self._move(work, me, new)
        return new

    def archive(self, programme: Programme, *, archived: bool = True) -> Programme:
        """Put a programme away, or fetch it back: nothing is made of it meanwhile. Raises as above."""
        return self.change(replace(programme, active=not archived))

    def occurrences(self, programme: Programme, since: datetime, until: datetime) -> list[datetime]:
        """Return when a programme is on, in UTC, from ``since`` to before ``until`` (both aware).

        Raises :class:`BadRecurrence`.
        """
        times = moments(programme.rrule, programme.airtime, since, until, self._zone)
        return [moment for _local, moment in times]

    # ------------------------------------------------------------ prayer times

    def import_times(self, text: str, place: str = "") -> int:
        """Keep a table of prayer times (:func:`read_table`) and return how many; ``place`` if none is told.

        Prayers in bulletins that are made already and not on air yet follow the table: their time is nobody's
        to settle. Raises :class:`BadPrayerTable` with nothing changed, and :class:`NotAllowed`.
        """
        times = read_table(text, place)
        days = sorted({one.day for one in times})
        me, after = self._people.me(), {"times": str(len(times)), "days": f"{days[0]}/{days[-1]}"}
        with self._storage.write() as work:
            self._people.demand(Act.PROGRAMMES, work.queries)
            work.programmes.put_times(times)
            where = ", ".join(sorted({one.place for one in times}))
            work.audit.record(Deed.ADD, me, "prayer-times", 0, where, after=after)
            for bulletin_id in work.queries.bulletins.coming_with_hits(self._now()):
                self._give_moments(work, me, bulletin_id)
        return len(times)

    def times(self, since: date, until: date, place: str = "") -> list[PrayerTime]:
        """Return the prayer times of a place on those days, both included, in order."""
        with self._storage.read() as queries:
            return queries.programmes.times(place, since, until)

    def places(self) -> list[str]:
        """Return the places that there are prayer times of."""
        with self._storage.read() as queries:
            return queries.programmes.places()

    # ------------------------------------------------------------ what follows from a change

    def _give_moments(self, work: UnitOfWork, me: Person, bulletin_id: int) -> None:
        queries = work.queries
        bulletin, rundown = queries.bulletins.bulletin(bulletin_id), queries.bulletins.rundown(bulletin_id)
        if bulletin is None:
            return
        programme = queries.programmes.get(bulletin.programme_id) if bulletin.programme_id else None
        timed = self._maker.with_moments(queries, rundown, bulletin, programme.place if programme else "")
        items = tuple(
            new if new.fixed_at is not None and clock_of(new.hit) is None else old
            for old, new in zip(rundown.items, timed.items, strict=True)
            # As if the table had been there when the bulletin was made: it has no prayer of another hour.
            if old.fixed_at is not None or not is_outside(new, bulletin)
        )
        if items != rundown.items and work.bulletins.keep(bulletin, replace(rundown, items=items)):
            work.audit.record(
                Deed.RUNDOWN,
                me,
                "bulletin",
                bulletin.id,
                bulletin.name,
                after={"moments": ", ".join(item.hit for item in items if item.hit)},
            )

    def _move(self, work: UnitOfWork, me: Person, programme: Programme) -> None:
        now = self._now()
        until = now + timedelta(minutes=LONGEST_AHEAD)
        times = moments(programme.rrule, programme.airtime, now, until, self._zone)
        new = {local.replace(second=0): moment for local, moment in times}  # an occurrence is a minute
        free: dict[date, set[datetime]] = defaultdict(set)
        for local in new.keys() - work.queries.programmes.made(programme.id, new):
            free[local.date()].add(local)
        for bulletin_id, local in work.queries.programmes.coming(programme.id, now).items():
            bulletin = work.queries.bulletins.bulletin(bulletin_id)
            if local in new or not free[local.date()] or bulletin is None:
                continue
            if bulletin.state is not BulletinState.PLANNED:
                continue
            to = min(free[local.date()], key=lambda one, local=local: (abs(one - local), one))
            free[local.date()].remove(to)
            moved = replace(bulletin, airtime=new[to])
            rundown = work.queries.bulletins.rundown(bulletin_id)
            rundown = self._maker.moved(work.queries, rundown, bulletin, moved, programme.place)
            if work.bulletins.keep(moved, rundown):
                work.bulletins.move_occurrence(bulletin_id, to)
                work.audit.record(
                    Deed.CHANGE,
                    me,
                    "bulletin",
                    bulletin_id,
                    bulletin.name,
                    {"airtime": bulletin.airtime.isoformat()},
                    {"airtime": moved.airtime.isoformat()},
                )


def _fit(programme: Programme) -> Programme:
    name = " ".join(clean(programme.name).split())
    if not name:
        raise NoName
    return replace(
        programme,
        name=name,
        rrule=check_rule(programme.rrule),
        airtime=programme.airtime.replace(microsecond=0, tzinfo=None),
        slot_ms=min(max(1, programme.slot_ms), LONGEST_MS),
        ahead_minutes=min(max(0, programme.ahead_minutes), LONGEST_AHEAD),
        tolerance_ms=min(max(0, programme.tolerance_ms), LONGEST_MS),
        place=clean(programme.place).strip(),
    )


def _told(programme: Programme) -> dict[str, str]:
    return {
        "name": programme.name,
        "rrule": programme.rrule,
        "airtime": programme.airtime.isoformat(),
        "slot_ms": str(programme.slot_ms),
        "announcers": ", ".join(str(number) for number in programme.announcers),
        "ahead_minutes": str(programme.ahead_minutes),
        "place": programme.place,
        "active": str(programme.active),
        "template": digest(to_json(programme.template)),
    }


def _record(work: UnitOfWork, deed: Deed, me: Person, old: Programme | None, new: Programme) -> None:
    was, now = _told(old) if old else {}, _told(new)
    before = {key: value for key, value in was.items() if now[key] != value}
    after = {key: value for key, value in now.items() if was.get(key) != value}
    work.audit.record(deed, me, "programme", new.id, new.name, before, after)
