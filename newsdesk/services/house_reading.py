"""The reading in use, kept at what the newsroom's lexicon and house style say, whoever changed them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # loads the spoken tables; the storage comes with SQLAlchemy
    from newsdesk.services.later import Later
    from newsdesk.services.reading import Reading
    from newsdesk.storage.open import Storage


class HouseReading:
    """Asks the newsroom whether anybody settled something since, and then reads by that.

    ``stamp`` is the newsroom's (:meth:`HouseLexicon.stamp`) from before the reading was made. It asks the
    database, and belongs on its lane.
    """

    def __init__(self, storage: Storage, reads: Later[Reading], stamp: tuple[int, ...]) -> None:
        self._storage = storage
        self._reads = reads
        self._stamp = stamp

    def catch_up(self) -> None:
        """Read by lexicon and house style as they are now. Raises a :class:`StorageError`."""
        with self._storage.read() as queries:
            stamp = queries.lexicon.stamp()
            if stamp == self._stamp:
                return
            forms, style = queries.lexicon.entries(), queries.house_style()
        self._reads.get().use(forms, style)
        self._stamp = stamp
