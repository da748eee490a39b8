"""The newsroom's style of saying: one for every desk."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsdesk.domain.house_style import HouseStyle
from newsdesk.domain.text import clean

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.storage.open import Storage

_AT_FIRST = HouseStyle()


class HouseStyles:
    """Gives and sets the style. It is kept in the newsroom's database, not on this computer."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def get(self) -> HouseStyle:
        """Return the style in force; before anybody settled one, the one every newsroom begins with."""
        with self._storage.read() as queries:
            return queries.house_style()

    def set(self, style: HouseStyle) -> HouseStyle:
        """Settle on ``style`` and return it as kept; the last one set holds. A zero always has a word."""
        kept = replace(
            style,
            phone_zero=clean(style.phone_zero).strip() or _AT_FIRST.phone_zero,
            score_zero=clean(style.score_zero).strip() or _AT_FIRST.score_zero,
        )
        with self._storage.write() as work:
            work.house_style.put(kept)
        return kept
