"""The three zones of Indonesia, and the clock of the station's own."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone, tzinfo
from typing import NamedTuple


class Zone(NamedTuple):
    """An Indonesian zone: IANA name, the name on the screen, hours ahead of UTC (none has summer time)."""

    iana: str
    short: str
    hours: int


ZONES = (
    Zone("Asia/Jakarta", "WIB", 7),
    Zone("Asia/Makassar", "WITA", 8),
    Zone("Asia/Jayapura", "WIT", 9),
)
"""Keputusan Presiden 41/1987."""


def zone_named(iana: str) -> Zone:
    """Return the Indonesian zone of that IANA name; any other name is WIB, which the capital keeps."""
    return next((zone for zone in ZONES if zone.iana == iana), ZONES[0])


def as_tzinfo(zone: Zone) -> tzinfo:
    """Return the zone as Python's datetime wants it."""
    return timezone(timedelta(hours=zone.hours), zone.short)


def now(iana: str) -> datetime:
    """Return the present time in the zone of that IANA name."""
    return datetime.now(as_tzinfo(zone_named(iana)))
