"""The house lexicon: how this newsroom says a form."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsdesk.domain.lexicon import Pronunciation
from newsdesk.domain.text import clean

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.storage.open import Storage


class HouseLexicon:
    """Adds, changes and lists pronunciations. What is handed out is a copy: change it, then ``update``."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def forms(self) -> list[Pronunciation]:
        """Return every pronunciation, by form."""
        with self._storage.read() as queries:
            return queries.pronunciations()

    def add(self, pronunciation: Pronunciation) -> Pronunciation:
        """Add a pronunciation and return it as stored, with its number."""
        with self._storage.write() as work:
            return work.pronunciations.add(_cleaned(pronunciation))

    def update(self, pronunciation: Pronunciation) -> Pronunciation:
        """Store a changed pronunciation and return it as stored. Raises :class:`StaleEntry`."""
        with self._storage.write() as work:
            return work.pronunciations.change(_cleaned(pronunciation))

    def remove(self, pronunciation: Pronunciation) -> None:
        """Take a pronunciation out. Raises :class:`StaleEntry` when someone changed it since it was read."""
        with self._storage.write() as work:
            work.pronunciations.remove(pronunciation)


def _cleaned(entry: Pronunciation) -> Pronunciation:
    return replace(
        entry,
        form=clean(entry.form).strip(),
        spoken=clean(entry.spoken).strip(),
        respelling=clean(entry.respelling).strip(),
        checked_by=clean(entry.checked_by).strip(),
    )
