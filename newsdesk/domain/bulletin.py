"""The bulletin, and the programme it is made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple

from newsdesk.domain.rundown import Rundown

_EMPTY = Rundown()
TOLERANCE_MS = 5000
"""By how much a bulletin may be over or under and still be on time ("pas")."""


class BulletinState(StrEnum):
    """Where a bulletin stands. The value is stored; the ui has its word and icon."""

    PLANNED = "planned"
    READY = "ready"
    """Everything in it may go on air, or an editor has signed for what may not."""
    ON_AIR = "on_air"
    AIRED = "aired"


@dataclass(frozen=True, slots=True)
class Programme:
    """A bulletin that comes again and again, and what each begins with.

    ``rrule`` says on which days, in the words of RFC 5545 section 3.3.10 ("FREQ=WEEKLY;BYDAY=MO,TU"), each
    at ``airtime``, the station's clock; a rule that gives hours and minutes itself overrules it. ``slot_ms``
    is how long it is given, ``announcers`` people's ids. Each is made by itself ``ahead_minutes`` before its
    airtime. ``template`` is what is copied: rows with their fixed elements, places for stories, and hard hits
    by their ``hit``; prayers are called as in the table of ``place`` ("": of the only place). ``id`` and
    ``version`` are 0 until stored.
    """

    id: int
    name: str
    rrule: str = "FREQ=DAILY"
    airtime: time = time(6)
    slot_ms: int = 15 * 60_000
    announcers: tuple[int, ...] = ()
    ahead_minutes: int = 24 * 60
    tolerance_ms: int = TOLERANCE_MS
    template: Rundown = _EMPTY
    active: bool = True
    version: int = 0
    place: str = ""


@dataclass(frozen=True, slots=True)
class Bulletin:
    """One bulletin; its rows are in its rundown.

    ``airtime`` is UTC, ``slot_ms`` how long it is given, ``announcers`` people's ids in the order they take
    turns; ``programme_id`` None for one that was made alone. ``ready_by`` (a name), ``ready_at`` (UTC) and
    ``ready_why`` tell who called it ready, and with which words although something was missing. Every change
    of it or of its rundown moves ``version``.
    """

    id: int
    programme_id: int | None
    name: str
    airtime: datetime
    slot_ms: int
    announcers: tuple[int, ...] = ()
    state: BulletinState = BulletinState.PLANNED
    version: int = 0
    ready_by: str = ""
    ready_at: datetime | None = None
    ready_why: str = ""
    tolerance_ms: int = TOLERANCE_MS

    @property
    def close(self) -> datetime:
        """When it has to be over, in UTC ("tutup")."""
        return self.airtime + timedelta(milliseconds=self.slot_ms)


class BulletinRow(NamedTuple):
    """One bulletin in a list: ``rows`` and ``planned_ms`` count what is not floated; ``airtime`` is UTC."""

    id: int
    programme_id: int | None
    name: str
    airtime: datetime
    slot_ms: int
    state: BulletinState
    ready_by: str
    rows: int
    planned_ms: int

    @property
    def close(self) -> datetime:
        """When it has to be over, in UTC."""
        return self.airtime + timedelta(milliseconds=self.slot_ms)
