"""The planned airtime as it is typed and shown: "11.00", or "17/1 11.00" on another day."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, tzinfo

_TYPED = re.compile(r"(?:(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}))?\s+)?(\d{1,2})[.:](\d{2})")
_PAST = timedelta(hours=6)
"""A time without a day that was longer ago than this is meant for tomorrow."""


def shown(airtime: datetime | None, now: datetime) -> str:
    """Return how an airtime is shown; ``now`` is in the newsroom's zone. None is ""."""
    if airtime is None:
        return ""
    local = airtime.astimezone(now.tzinfo)
    clock = f"{local.hour:02d}.{local.minute:02d}"
    if local.date() == now.date():
        return clock
    year = f"/{local.year}" if local.year != now.year else ""
    return f"{local.day}/{local.month}{year} {clock}"


def typed(text: str, now: datetime) -> datetime | None:
    """Return the airtime that was typed, in the zone of ``now``; "" is none.

    Raises :class:`ValueError` for words that are no time.
    """
    text = text.strip()
    if not text:
        return None
    found = _TYPED.fullmatch(text)
    if found is None:
        raise ValueError(text)
    day, month, year, hour, minute = found.groups()
    zone: tzinfo | None = now.tzinfo
    if day is None:
        airtime = now.replace(hour=int(hour), minute=int(minute), second=0, microsecond=0)
        return airtime + timedelta(days=1) if airtime < now - _PAST else airtime
    return datetime(int(year or now.year), int(month), int(day), int(hour), int(minute), tzinfo=zone)
