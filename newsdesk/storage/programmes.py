"""Programmes and prayer times: read and write side."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Connection, delete, select, update

from newsdesk.domain.bulletin import Programme
from newsdesk.domain.prayer import PrayerTime
from newsdesk.domain.rundown import Rundown
from newsdesk.domain.rundown_json import from_json, to_json
from newsdesk.storage.bulletin_queries import numbers_from_json
from newsdesk.storage.bulletins import occurrence_of
from newsdesk.storage.tables import every as t

_log = logging.getLogger(__name__)
_P, _T, _B = t.programmes.c, t.prayer_times.c, t.bulletins.c


class ProgrammeRows:
    """Programmes in one transaction, and the table of prayer times."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[Programme]:
        """Return every programme, those in use first, then by name."""
        statement = select(t.programmes).order_by(_P.active.desc(), _P.name, _P.id)
        return [_programme(row) for row in self._connection.execute(statement).mappings()]

    def get(self, programme_id: int) -> Programme | None:
        """Return one programme."""
        row = self._connection.execute(select(t.programmes).where(_P.id == programme_id)).mappings()
        found = row.one_or_none()
        return None if found is None else _programme(found)

    def add(self, programme: Programme) -> None:
        """Store a new programme under its own number, at version 1."""
        self._connection.execute(
            t.programmes.insert().values(id=programme.id, version=1, **_settled(programme))
        )

    def change(self, programme: Programme) -> bool:
        """Store a changed programme; return False if it was changed since that version."""
        statement = update(t.programmes).where(_P.id == programme.id, _P.version == programme.version)
        values = {"version": programme.version + 1, **_settled(programme)}
        return self._connection.execute(statement.values(values)).rowcount > 0

    def made(self, programme_id: int, times: Iterable[datetime]) -> set[datetime]:
        """Return those occurrences (the station's clock) that have a bulletin, be it a removed one."""
        by_key = {occurrence_of(local): local for local in times}
        wanted = (_B.programme_id == programme_id, _B.occurrence.in_(by_key))
        return {by_key[key] for key in self._connection.scalars(select(_B.occurrence).where(*wanted)) if key}

    def coming(self, programme_id: int, since: datetime) -> dict[int, datetime]:
        """Return the bulletins of a programme after ``since`` by their numbers, with their occurrences."""
        wanted = (_B.programme_id == programme_id, _B.airtime >= since, ~_B.removed)
        rows = self._connection.execute(
            select(_B.id, _B.occurrence).where(*wanted, _B.occurrence.is_not(None))
        )
        found: dict[int, datetime] = {}
        for bulletin_id, occurrence in rows:
            try:
                found[bulletin_id] = datetime.fromisoformat(occurrence)
            except (ValueError, TypeError):
                _log.warning("bulletin %d does not say which occurrence it is", bulletin_id)
        return found

    # ------------------------------------------------------------ prayer times

    def put_times(self, times: Iterable[PrayerTime]) -> None:
        """Keep times; those of the same place, day and name are replaced."""
        by_key = {(one.place, one.day, one.name): one for one in times}
        for place, day in sorted({(place, day) for place, day, _name in by_key}):
            names = [name for at, on, name in by_key if (at, on) == (place, day)]
            gone = (_T.place == place, _T.day == day.isoformat(), _T.name.in_(names))
            self._connection.execute(delete(t.prayer_times).where(*gone))
        rows = [
            {"place": one.place, "day": one.day.isoformat(), "name": one.name, "clock": one.at.isoformat()}
            for one in by_key.values()
        ]
        if rows:
            self._connection.execute(t.prayer_times.insert(), rows)

    def times(self, place: str, since: date, until: date) -> list[PrayerTime]:
        """Return the times of a place on the days from ``since`` to ``until``, both included, in order.

        "" is the only place there is; of several, the first by name.
        """
        place = place or self._connection.scalar(select(_T.place).order_by(_T.place).limit(1)) or ""
        wanted = (_T.place == place, _T.day >= since.isoformat(), _T.day <= until.isoformat())
        statement = select(_T.place, _T.day, _T.name, _T.clock).where(*wanted).order_by(_T.day, _T.clock)
        found: list[PrayerTime] = []
        for where, day, name, clock in self._connection.execute(statement):
            try:
                found.append(PrayerTime(where, date.fromisoformat(day), name, time.fromisoformat(clock)))
            except (ValueError, TypeError):
                _log.warning("a prayer time cannot be read")
        return found

    def places(self) -> list[str]:
        """Return the places that there are times of, by name."""
        return list(self._connection.scalars(select(_T.place).distinct().order_by(_T.place)))


def _settled(programme: Programme) -> dict[str, Any]:
    return {
        "name": programme.name,
        "rrule": programme.rrule,
        "airtime": programme.airtime.isoformat(),
        "slot_ms": programme.slot_ms,
        "announcers": json.dumps(programme.announcers),
        "ahead_minutes": programme.ahead_minutes,
        "tolerance_ms": programme.tolerance_ms,
        "place": programme.place,
        "template": to_json(programme.template),
        "active": programme.active,
    }


def _programme(row: Any) -> Programme:
    values = dict(row)
    template, airtime = Rundown(), time()
    try:
        template = from_json(values.pop("template"))
        airtime = time.fromisoformat(values.pop("airtime"))
    except (ValueError, TypeError):
        # What can be read of it is shown; it makes nothing by itself any more.
        _log.warning("programme %d cannot be read whole", values["id"])
        values["active"] = False
    values.pop("airtime", None)
    announcers = numbers_from_json(values.pop("announcers"))
    return replace(Programme(**values), template=template, airtime=airtime, announcers=announcers)
