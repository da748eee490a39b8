"""What builds bulletins, made when it is first asked for: nothing of it is needed to write a story."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, NamedTuple

from newsdesk.services.bulletins import Bulletins
from newsdesk.services.clock import utc_now
from newsdesk.services.programmes import Programmes
from newsdesk.services.trim_adviser import TrimAdviser

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.services.drafting import Drafting
    from newsdesk.services.recovering import Measure
    from newsdesk.storage.open import Storage


class BulletinRoom(NamedTuple):
    """Programmes, bulletins, and the trim adviser, of one newsroom."""

    programmes: Programmes
    bulletins: Bulletins
    trims: TrimAdviser


def bulletin_room(
    storage: Storage,
    drafting: Drafting,
    measure: Measure,
    zone: tzinfo,
    now: Callable[[], datetime] = utc_now,
) -> BulletinRoom:
    """Make them; ``measure`` gives the spoken length of a text, ``zone`` is the station's."""
    people = drafting.revising.people
    bulletins = Bulletins(storage, people, measure, zone, now)
    return BulletinRoom(
        Programmes(storage, people, zone, now),
        bulletins,
        TrimAdviser(storage, drafting.revising, bulletins.editing),
    )
