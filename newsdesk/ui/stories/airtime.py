"""The planned airtime as it is typed and shown: "11.00", or "17/1 11.00" on another day."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

_TYPED = re.compile(r"(?:(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}))?\s+)?(\d{1,2})[.:](\d{2})")
_PAST = timedelta(hours=6)
"""A time without a day that was longer ago than this is meant for tomorrow."""
_HALF_A_YEAR = timedelta(days=184)
"""No day of the year is farther from its nearest date than this."""

_YEARS = range(1970, 3000)
"""Years that can be planned: at the ends of the calendar another zone's clock has no such moment."""


def shown(airtime: datetime | None, now: datetime) -> str:
    """Return how an airtime is shown; ``now`` is in the newsroom's zone. None is ""."""
    if airtime is None:
        return ""
    local = airtime.astimezone(now.tzinfo)
    clock = f"{local.hour:02d}.{local.minute:02d}"
    if local.date() == now.date():
        return clock
    # Without a year the date nearest to now is meant: what is shown must mean itself when typed again.
    nearest = _nearest(local.day, local.month, local.hour, local.minute, now)
    year = f"/{local.year}" if nearest is None or nearest.year != local.year else ""
    return f"{local.day}/{local.month}{year} {clock}"


def typed(text: str, now: datetime) -> datetime | None:
    """Return the airtime that was typed, in the zone of ``now``; "" is none.

    A day without a year is the one nearest to now: "2/1 06.00" on 30 December is in the next year. Raises
    :class:`ValueError` for words that are no time.
    """
    text = text.strip()
    if not text:
        return None
    found = _TYPED.fullmatch(text)
    if found is None:
        raise ValueError(text)
    day, month, year, hour, minute = found.groups()
    if day is None:
        airtime = now.replace(hour=int(hour), minute=int(minute), second=0, microsecond=0)
        return airtime + timedelta(days=1) if airtime < now - _PAST else airtime
    if year is not None:
        if int(year) not in _YEARS:
            raise ValueError(text)
        return datetime(int(year), int(month), int(day), int(hour), int(minute), tzinfo=now.tzinfo)
    airtime = _nearest(int(day), int(month), int(hour), int(minute), now)
    if airtime is None:
        raise ValueError(text)
    return airtime


def _nearest(day: int, month: int, hour: int, minute: int, now: datetime) -> datetime | None:
    """Return that time of the year nearest to ``now``; None when the year round ``now`` has no such day."""
    times: list[datetime] = []
    for year in (now.year - 1, now.year, now.year + 1):
        try:
            times.append(datetime(year, month, day, hour, minute, tzinfo=now.tzinfo))
        except ValueError:  # 29 February of another year, or no date at all
            continue
    nearest = min(times, key=lambda time: abs(time - now), default=None)
    return nearest if nearest is not None and abs(nearest - now) <= _HALF_A_YEAR else None
