"""The register of sources: who gives the newsroom its words and facts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from newsdesk.domain.attribution import Source
from newsdesk.domain.text import clean

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.storage.open import Storage


class SourceRegister:
    """Adds, changes and finds sources. What is handed out is a copy: change it, then ``update``."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def add(self, source: Source) -> Source:
        """Add a source and return it as stored, with its number."""
        with self._storage.write() as work:
            return work.sources.add(_cleaned(source))

    def update(self, source: Source) -> Source:
        """Store a changed source and return it as stored.

        Raises :class:`StaleEntry` when someone changed it since it was read.
        """
        with self._storage.write() as work:
            return work.sources.change(_cleaned(source))

    def list(self, needle: str = "") -> list[Source]:
        """Return the sources with these letters in person, office or organisation, by name."""
        with self._storage.read() as queries:
            return queries.sources(clean(needle).strip())

    def get_many(self, ids: Collection[int]) -> list[Source]:
        """Return the sources with these numbers, in the order of ``ids``; unknown numbers are left out."""
        with self._storage.read() as queries:
            found = {source.id: source for source in queries.sources_by_id(ids)}
        return [found[number] for number in ids if number in found]


def _cleaned(source: Source) -> Source:
    return replace(
        source,
        person=clean(source.person).strip(),
        office=clean(source.office).strip(),
        organisation=clean(source.organisation).strip(),
        contact=clean(source.contact).strip(),
    )
