"""The desks of the newsroom: who is responsible for a story ("Kota", "Olahraga")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdesk.domain.registers import Added, Archived, Entry, Merged, Renamed
from newsdesk.errors import StaleEntry
from newsdesk.services.tags import spaced

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.storage.open import Storage


class Desks:
    """Desks are made here and nowhere else. One that is archived stays on its stories and is not offered."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def list(self) -> list[Entry]:
        """Return the desks by name, the archived ones last, each with how many stories it has."""
        with self._storage.read() as queries:
            return queries.registers.desks()

    def add(self, name: str) -> Added:
        """Make a desk. Raises :class:`NoName` and :class:`NameTaken`."""
        name = spaced(name)
        with self._storage.write() as work:
            return Added(work.desks.add(name, archived=False), name)

    def rename(self, desk: Entry, name: str) -> Renamed:
        """Give a desk another name. Raises as :meth:`newsdesk.services.tags.Tags.rename` does."""
        name = spaced(name)
        if name != desk.name:
            with self._storage.write() as work:
                work.desks.rename(desk.id, desk.name, name)
        return Renamed(desk.id, desk.name, name)

    def merge(self, keep: Entry, gone: Entry) -> Merged:
        """Let the stories of ``gone`` be those of ``keep``. Raises :class:`StaleEntry`."""
        if keep.id == gone.id:
            raise StaleEntry(gone.id)
        with self._storage.write() as work:
            for one in (keep, gone):
                work.desks.check(one.id, one.name)
            return Merged(keep.id, gone.id, work.desks.merge(keep.id, gone.id))

    def archive(self, desk: Entry, *, archived: bool = True) -> Archived:
        """Put a desk away, or fetch it back. Raises :class:`StaleEntry`."""
        with self._storage.write() as work:
            work.desk_uses.archive(desk.id, archived)
        return Archived(desk.id, archived)

    def undo(self, change: Added | Renamed | Merged | Archived) -> None:
        """Take a change back; an added desk that has stories by now is archived instead.

        Raises :class:`StaleEntry` when the desk was changed again since, :class:`NameTaken` when its old name
        is another's by now.
        """
        with self._storage.write() as work:
            match change:
                case Added(number):
                    if work.desk_uses.any_of(number):
                        work.desk_uses.archive(number, True)
                    else:
                        work.desks.remove(number)
                case Renamed(number, before, after):
                    if before != after:
                        work.desks.rename(number, after, before)
                case Merged():
                    work.desks.part(*change)
                case Archived(number, now):
                    work.desk_uses.archive(number, not now)
