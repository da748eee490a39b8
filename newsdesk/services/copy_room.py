"""What works on a script's words and sounds, made when it is first asked for: a list is shown without it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsdesk.services.carrying import Carrying
from newsdesk.services.checks import Checks
from newsdesk.services.clips import Clips
from newsdesk.services.importing import Importing
from newsdesk.services.offers import Offers
from newsdesk.services.sources import SourceRegister

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from newsdesk.services.people import People
    from newsdesk.storage.open import Storage


class CopyRoom(NamedTuple):
    """The checks, the sources, what is offered of both, text brought in or from the agency, and clips."""

    checks: Checks
    sources: SourceRegister
    offers: Offers
    importing: Importing
    carrying: Carrying
    clips: Clips


def copy_room(storage: Storage, people: People, today: Callable[[], date]) -> CopyRoom:
    """Make them; ``today`` is the station's day, on which a source holds an office."""
    return CopyRoom(
        checks=Checks(storage, people),
        sources=SourceRegister(storage, people, today),
        offers=Offers(storage, people),
        importing=Importing(),
        carrying=Carrying(),
        clips=Clips(),
    )
