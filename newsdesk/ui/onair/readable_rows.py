"""What can be read now, as rows: bulletins of the newsroom, snapshots held here, readings broken off."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from newsdesk.domain.bulletin import BulletinRow, BulletinState
from newsdesk.i18n import _, clock, short_date
from newsdesk.ui.components.two_line_rows import TwoLineRow

if TYPE_CHECKING:
    from newsdesk.domain.air_bulletin import AirBulletin
    from newsdesk.services.held_air import Unfinished

_AROUND = timedelta(hours=12)
_STATES = {
    BulletinState.PLANNED: ("list-ordered", "text_2"),
    BulletinState.READY: ("mic", "siap"),
    BulletinState.ON_AIR: ("radio", "udara"),
    BulletinState.AIRED: ("check-check", "sudah"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A row of the list: a bulletin of the newsroom, a snapshot held here, or a reading broken off."""

    bulletin_id: int
    name: str
    airtime: datetime | None
    state: BulletinState | None = None
    held: AirBulletin | None = None
    unfinished: Unfinished | None = None


def choices_of(
    rows: Iterable[BulletinRow],
    held: Sequence[AirBulletin],
    unfinished: Iterable[Unfinished],
    now: datetime,
) -> list[Choice]:
    """Return what can be read: broken off first, then the newsroom's, then what only this computer has."""
    rows = list(rows)
    here = {air.bulletin_id: air for air in held}
    choices = [
        Choice(one.bulletin_id, one.name, None, held=here.get(one.bulletin_id), unfinished=one)
        for one in unfinished
        if not one.elsewhere
    ]
    choices += [
        Choice(row.id, row.name, row.airtime, row.state, here.get(row.id))
        for row in rows
        if row.state is not BulletinState.AIRED
    ]
    listed = {row.id for row in rows}
    return choices + [
        Choice(air.bulletin_id, air.name, air.airtime, BulletinState.READY if air.ready else None, air)
        for air in held
        if air.bulletin_id not in listed and abs(air.airtime - now) < _AROUND
    ]


def choice_row(key: int, one: Choice, now: datetime) -> TwoLineRow:
    """Return a row of the list; ``now`` is this moment at the station."""
    if one.unfinished is not None:
        at = clock(one.unfinished.last_at.astimezone(now.tzinfo))
        words = _("latihan terputus {time}") if one.unfinished.practice else _("siaran terputus {time}")
        return TwoLineRow(key, "radio", one.name, words.format(time=at), "", "udara")
    icon, token = _STATES.get(one.state or BulletinState.PLANNED, ("list-ordered", "text_2"))
    second = [state_words(one.state)]
    if one.held is not None:
        second.append(_("tersimpan di komputer ini"))
    at = ""
    if one.airtime is not None:
        local = one.airtime.astimezone(now.tzinfo)
        at = clock(local)
        if local.date() != now.date():
            at = f"{short_date(local, now)}, {at}"
    return TwoLineRow(key, icon, one.name, ", ".join(second), at, token)


def state_words(state: BulletinState | None) -> str:
    """Return the word for where a bulletin stands."""
    return {
        BulletinState.PLANNED: _("Sedang disusun"),
        BulletinState.READY: _("Siap"),
        BulletinState.ON_AIR: _("Mengudara"),
        BulletinState.AIRED: _("Sudah siar"),
        None: _("Sedang disusun"),
    }[state]
