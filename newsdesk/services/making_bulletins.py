"""Bulletins made of programmes: the template copied, hard hits given their moments."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING

from newsdesk.domain.audit import Deed
from newsdesk.domain.bulletin import Bulletin, Programme
from newsdesk.domain.people import Person
from newsdesk.domain.prayer import PrayerTime, moment_of
from newsdesk.domain.rundown import ItemKind, Rundown, RundownItem, in_order
from newsdesk.errors import BadRecurrence
from newsdesk.services.recurrence import in_utc, moments

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.storage.queries import Queries
    from newsdesk.storage.unit_of_work import UnitOfWork

_log = logging.getLogger(__name__)
_CLOCK = re.compile(r"(\d{1,2})[.:](\d{2})(?:[.:](\d{2}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Due:
    """A bulletin that is to be made: of which programme, when by the station's clock, and in UTC."""

    programme: Programme
    local: datetime
    airtime: datetime


class BulletinMaker:
    """Makes bulletins in a transaction; ``zone`` is the station's, ``new_id`` gives numbers."""

    def __init__(self, zone: tzinfo, new_id: Callable[[], int]) -> None:
        self.zone = zone
        self._new_id = new_id

    def due(self, queries: Queries, now: datetime) -> list[Due]:
        """Return what every programme in use should have by now and has not.

        Nothing is made of what is over; a programme whose days cannot be told is passed over, and logged.
        """
        found: list[Due] = []
        for programme in queries.programmes.all():
            if programme.active:
                since = now - timedelta(milliseconds=programme.slot_ms)
                until = now + timedelta(minutes=max(1, programme.ahead_minutes))
                found += self.wanting(queries, programme, since, until)
        return found

    def wanting(self, queries: Queries, programme: Programme, since: datetime, until: datetime) -> list[Due]:
        """Return what a programme has no bulletin for, of its days from ``since`` to before ``until``."""
        try:
            times = moments(programme.rrule, programme.airtime, since, until, self.zone)
            due = [Due(programme, local, airtime) for local, airtime in times]
        except BadRecurrence as error:
            _log.warning("programme %d makes nothing: %s", programme.id, error)
            return []
        made = queries.programmes.made(programme.id, [one.local for one in due])
        return [one for one in due if one.local not in made]

    def make(self, work: UnitOfWork, due: Iterable[Due], by: Person) -> list[int]:
        """Make what is due and return the numbers of the new bulletins; what is there already stays."""
        made: list[int] = []
        for one in due:
            bulletin = self.bulletin(one.programme, one.airtime)
            rundown = self.copied(work.queries, one.programme, bulletin)
            if work.bulletins.add(bulletin, rundown, one.local):
                made.append(bulletin.id)
                work.audit.record(
                    Deed.ADD,
                    by,
                    "bulletin",
                    bulletin.id,
                    bulletin.name,
                    after={"airtime": bulletin.airtime.isoformat(), "occurrence": one.local.isoformat()},
                )
        return made

    def bulletin(self, programme: Programme, airtime: datetime) -> Bulletin:
        """Return a new bulletin of a programme, not stored yet."""
        return Bulletin(
            self._new_id(),
            programme.id,
            programme.name,
            airtime,
            programme.slot_ms,
            programme.announcers,
            tolerance_ms=programme.tolerance_ms,
        )

    def copied(self, queries: Queries, programme: Programme, bulletin: Bulletin) -> Rundown:
        """Return a programme's template as one bulletin's rundown: its own numbers, hits with moments.

        A prayer whose time lies outside the bulletin is left out; one that no table has a time for stays, to
        be seen.
        """
        template = programme.template
        items = [replace(item, id=self._new_id(), revision=None, approval_id=None) for item in template.items]
        rundown = self.with_moments(queries, in_order(template.blocks, items), bulletin, programme.place)
        return rundown.without({item.id for item in rundown.items if is_outside(item, bulletin)})

    def moved(self, queries: Queries, rundown: Rundown, old: Bulletin, new: Bulletin, place: str) -> Rundown:
        """Return the rundown of a bulletin that had another airtime.

        Hits that have a name get the moments of its new day. What was fixed by hand keeps its clock time when
        the day is another, and stays where it is on the same. A prayer that falls into it no more is kept
        among the floats, and counted again when it does.
        """
        timed = self.with_moments(queries, rundown, new, place)
        days = self._day(new) - self._day(old)
        items: list[RundownItem] = []
        for before, item in zip(rundown.items, timed.items, strict=True):
            if item.fixed_at is not None and not item.hit and days:
                local = item.fixed_at.astimezone(self.zone).replace(tzinfo=None)
                item = replace(item, fixed_at=in_utc(local + days, self.zone))
            was, is_out = is_outside(before, old), is_outside(item, new)
            items.append(item if was == is_out else replace(item, floated=is_out))
        return replace(rundown, items=tuple(items))

    def with_moments(self, queries: Queries, rundown: Rundown, bulletin: Bulletin, place: str) -> Rundown:
        """Return a rundown whose hits have the moments of a bulletin's own day.

        A hit by the clock comes at or after the airtime, on the next day if need be. What a row was fixed at
        that names no hit stays.
        """
        if not any(item.hit for item in rundown.items):
            return rundown
        day = self._day(bulletin)
        times = queries.programmes.times(place, day, day + timedelta(days=1))
        items = [
            replace(item, fixed_at=self.moment(item.hit, bulletin, times)) if item.hit else item
            for item in rundown.items
        ]
        return replace(rundown, items=tuple(items))

    def moment(self, hit: str, bulletin: Bulletin, times: Sequence[PrayerTime]) -> datetime | None:
        """Return the moment (UTC) of a hit in a bulletin, None when no table says it."""
        first = self._day(bulletin)
        found: datetime | None = None
        for day in (first, first + timedelta(days=1)):
            at = clock_of(hit) or moment_of(hit, (one for one in times if one.day == day))
            if at is not None:
                found = in_utc(datetime.combine(day, at), self.zone)
                if found >= bulletin.airtime:
                    return found
        return found

    def _day(self, bulletin: Bulletin) -> date:
        return bulletin.airtime.astimezone(self.zone).date()


def clock_of(hit: str) -> time | None:
    """Return the clock time that a hit names, None when it names a prayer.

    >>> clock_of("18.00.00"), clock_of("Magrib")
    (datetime.time(18, 0), None)
    """
    match = _CLOCK.fullmatch(hit.strip())
    try:
        return time(int(match[1]), int(match[2]), int(match[3] or 0)) if match else None
    except ValueError:
        return None


def is_outside(item: RundownItem, bulletin: Bulletin) -> bool:
    """Return whether a row is a prayer whose time does not fall into a bulletin."""
    return (
        item.kind is ItemKind.PRAYER
        and item.fixed_at is not None
        and not bulletin.airtime <= item.fixed_at < bulletin.close
    )
