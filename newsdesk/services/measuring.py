"""What the storage keeps of how a script is said: its length and its forms."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING

from newsdesk.domain.lexicon import FormSeen
from newsdesk.domain.story import Script
from newsdesk.domain.timing import SpokenLength

if TYPE_CHECKING:  # loads the spoken tables
    from newsdesk.services.later import Later
    from newsdesk.services.reading import Reading


class Measuring:
    """Measures scripts by the reading in use. ``zone`` is the station's: there a bulletin has its day."""

    def __init__(self, reads: Later[Reading], zone: tzinfo) -> None:
        self._reads = reads
        self._zone = zone

    def length(self, script: Script, airtime: datetime | None) -> SpokenLength:
        """Return what a script costs in the mouth when it is aired at ``airtime`` (UTC, None for no plan)."""
        return self._reads.get().length(script.body, script.said_here, self.day(airtime))

    def forms(self, script: Script, airtime: datetime | None) -> Sequence[FormSeen]:
        """Return every form of a script that a lexicon could hold; ``airtime`` as for :meth:`length`."""
        return self._reads.get().forms(script.body, script.said_here, self.day(airtime))

    def day(self, airtime: datetime | None) -> date | None:
        """Return the day at the station on which ``airtime`` (UTC) falls."""
        return airtime and airtime.astimezone(self._zone).date()
