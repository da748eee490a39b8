"""What the station has settled about itself: what it is called, how its reporters sign off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsdesk.domain.attribution import Byline
from newsdesk.domain.audit import Deed
from newsdesk.domain.people import Act
from newsdesk.domain.sign_off import FIRST_PATTERN, check_pattern, sign_off
from newsdesk.domain.text import clean
from newsdesk.services.told import differing

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.services.people import People
    from newsdesk.storage.open import Storage


class Station:
    """Gives and sets name and pattern of the sign-off. Both are the newsroom's, and so in its database."""

    def __init__(self, storage: Storage, people: People) -> None:
        self._storage = storage
        self._people = people

    def pattern(self) -> str:
        """Return the pattern in force; before anybody settled one, the one every newsroom begins with."""
        with self._storage.read() as queries:
            return queries.registers.signing_off().pattern

    def set_pattern(self, pattern: str) -> str:
        """Settle on a pattern and return it as kept; an empty one is the first again, the last set holds.

        Raises :class:`BadSignOff` for one that cannot be used, and :class:`NotAllowed`.
        """
        pattern = " ".join(clean(pattern).split())
        check_pattern(pattern or FIRST_PATTERN)
        me = self._people.me()
        with self._storage.write() as work:
            self._people.demand(Act.STATION, work.queries)
            before = work.queries.registers.sign_off() or ""
            work.station.put_sign_off(pattern)
            if pattern != before:
                told = differing({"sign_off": before}, {"sign_off": pattern})
                work.audit.record(Deed.CHANGE, me, "station", 0, "", *told)
        return pattern or FIRST_PATTERN

    def name(self) -> str:
        """Return what the station is called, "" where the newsroom has settled no name."""
        with self._storage.read() as queries:
            return queries.registers.station_name()

    def set_name(self, name: str) -> str:
        """Call the station by a name for everybody in the newsroom, and return it; "" is none again.

        The last one set holds. Raises :class:`NotAllowed`.
        """
        name = " ".join(clean(name).split())
        me = self._people.me()
        with self._storage.write() as work:
            self._people.demand(Act.STATION, work.queries)
            before = work.queries.registers.station_name()
            if name != before:
                work.station.put_name(name)
                told = differing({"name": before}, {"name": name})
                work.audit.record(Deed.CHANGE, me, "station", 0, name, *told)
        return name

    def sign_off(self, bylines: Sequence[Byline], station: str = "", place: str = "") -> str:
        """Return what these writers say at the end of their report (:func:`sign_off`)."""
        return sign_off(self.pattern(), bylines, station, place)
