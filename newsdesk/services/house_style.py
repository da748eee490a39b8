"""The newsroom's style of saying: one for every desk."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from newsdesk.domain.audit import Deed
from newsdesk.domain.house_style import HouseStyle
from newsdesk.domain.people import Act
from newsdesk.domain.text import clean
from newsdesk.services.told import differing

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.services.people import People
    from newsdesk.storage.open import Storage

_AT_FIRST = HouseStyle()


class HouseStyles:
    """Gives and sets the style. It is kept in the newsroom's database, not on this computer."""

    def __init__(self, storage: Storage, people: People) -> None:
        self._storage = storage
        self._people = people

    def get(self) -> HouseStyle:
        """Return the style in force; before anybody settled one, the one every newsroom begins with."""
        with self._storage.read() as queries:
            return queries.house_style()

    def set(self, style: HouseStyle) -> HouseStyle:
        """Settle on ``style`` and return it as kept; the last one set holds. A zero always has a word.

        Raises :class:`NotAllowed`.
        """
        kept = replace(
            style,
            phone_zero=clean(style.phone_zero).strip() or _AT_FIRST.phone_zero,
            score_zero=clean(style.score_zero).strip() or _AT_FIRST.score_zero,
        )
        me = self._people.me()
        with self._storage.write() as work:
            self._people.demand(Act.STATION, work.queries)
            before = work.queries.house_style()
            work.house_style.put(kept)
            if kept != before:
                told = differing(_told(before), _told(kept))
                work.audit.record(Deed.CHANGE, me, "house-style", 0, "", *told)
        return kept


def _told(style: HouseStyle) -> dict[str, str]:
    return {field.name: str(getattr(style, field.name)) for field in fields(style)}
