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


class StationZone(tzinfo):
    """The station's zone as it is settled now, for whoever works on while it is changed in Atur.

    A moment that was told in it before tells its other clock time afterwards; in UTC it stays the same.
    """

    def __init__(self, iana: str) -> None:
        self.use(iana)

    def __reduce__(self) -> tuple[type[StationZone], tuple[str]]:
        """Go to another process as the zone it is now."""
        return StationZone, (self.iana,)

    def use(self, iana: str) -> None:
        """Be the zone of that IANA name from now on."""
        self._zone = zone_named(iana)

    @property
    def iana(self) -> str:
        """The IANA name of the zone in use."""
        return self._zone.iana

    def utcoffset(self, dt: datetime | None) -> timedelta:
        """Return how far it is ahead of UTC."""
        return timedelta(hours=self._zone.hours)

    def dst(self, dt: datetime | None) -> timedelta:
        """Return nothing: no zone of Indonesia has summer time."""
        return timedelta(0)

    def tzname(self, dt: datetime | None) -> str:
        """Return its name on the screen."""
        return self._zone.short


def now(iana: str) -> datetime:
    """Return the present time in the zone of that IANA name."""
    return datetime.now(as_tzinfo(zone_named(iana)))
