"""What the microphone needs, made together when it is first asked for: nothing of it is needed to write."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from time import monotonic_ns
from typing import TYPE_CHECKING, NamedTuple

from newsdesk.services.air_draining import AirDraining, MarkAired
from newsdesk.services.air_retiring import AirRetiring
from newsdesk.services.air_taking import AirTaking, AirTextOf
from newsdesk.services.as_run import AsRun
from newsdesk.services.clips import Clips
from newsdesk.services.clock import utc_now
from newsdesk.services.on_air import OnAir
from newsdesk.services.opening_bulletins import BulletinOpener
from newsdesk.services.rates import Rates

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.services.people import People
    from newsdesk.services.recovering import Measure
    from newsdesk.storage.open import Storage


class AirRoom(NamedTuple):
    """Bulletins at the microphone, what went out, and what readings teach, of one newsroom."""

    on_air: OnAir
    as_run: AsRun
    rates: Rates


def ticking() -> int:
    """Return milliseconds by a clock that nobody can set."""
    return monotonic_ns() // 1_000_000


def air_room(
    storage: Storage,
    people: People,
    measure: Measure,
    air_text: AirTextOf,
    mark_aired: MarkAired,
    zone: Callable[[], str],
    now: Callable[[], datetime] = utc_now,
    ticks: Callable[[], int] = ticking,
) -> AirRoom:
    """Make them.

    ``measure`` gives the spoken length of a text, ``air_text`` what it is on air, ``mark_aired`` takes note
    that a story was read; ``zone`` gives the station's (IANA name).
    """
    rates = Rates(storage, people)
    taking = AirTaking(BulletinOpener(measure, storage.editor), air_text, zone)
    draining = AirDraining(storage, storage.air, rates, mark_aired)
    return AirRoom(
        OnAir(storage, people, taking, draining, AirRetiring(storage, storage.air), Clips(), now, ticks),
        AsRun(storage, people, zone, now),
        rates,
    )
