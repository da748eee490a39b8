"""The desks of the newsroom: who is responsible for a story ("Kota", "Olahraga")."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from newsdesk.domain.audit import Deed
from newsdesk.domain.people import Act
from newsdesk.domain.registers import Added, Archived, Entry, Merged, Renamed
from newsdesk.errors import StaleEntry
from newsdesk.services.tags import spaced
from newsdesk.services.told import yes_or_no

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.services.people import People
    from newsdesk.storage.open import Storage
    from newsdesk.storage.unit_of_work import UnitOfWork


class Desks:
    """Desks are made here and nowhere else. One that is archived stays on its stories and is not offered.

    Whatever changes them raises :class:`NotAllowed` for who may not.
    """

    def __init__(self, storage: Storage, people: People) -> None:
        self._storage = storage
        self._people = people

    def list(self) -> list[Entry]:
        """Return the desks by name, the archived ones last, each with how many stories it has."""
        with self._storage.read() as queries:
            return queries.registers.desks()

    def add(self, name: str) -> Added:
        """Make a desk. Raises :class:`NoName` and :class:`NameTaken`."""
        name = spaced(name)
        with self._changing() as work:
            added = Added(work.desks.add(name, archived=False), name)
            self._record(work, Deed.ADD, added.id, name)
        return added

    def rename(self, desk: Entry, name: str) -> Renamed:
        """Give a desk another name. Raises as :meth:`newsdesk.services.tags.Tags.rename` does."""
        name = spaced(name)
        if name != desk.name:
            with self._changing() as work:
                work.desks.rename(desk.id, desk.name, name)
                self._record(work, Deed.CHANGE, desk.id, name, {"name": desk.name}, {"name": name})
        return Renamed(desk.id, desk.name, name)

    def merge(self, keep: Entry, gone: Entry) -> Merged:
        """Let the stories of ``gone`` be those of ``keep``. Raises :class:`StaleEntry`."""
        if keep.id == gone.id:
            raise StaleEntry(gone.id)
        with self._changing() as work:
            for one in (keep, gone):
                work.desks.check(one.id, one.name)
            merged = Merged(keep.id, gone.id, work.desks.merge(keep.id, gone.id))
            self._record(work, Deed.MERGE, keep.id, keep.name, after={"gone": gone.name})
        return merged

    def archive(self, desk: Entry, *, archived: bool = True) -> Archived:
        """Put a desk away, or fetch it back. Raises :class:`StaleEntry`."""
        with self._changing() as work:
            work.desk_uses.archive(desk.id, archived)
            told = {"archived": yes_or_no(not archived)}, {"archived": yes_or_no(archived)}
            self._record(work, Deed.CHANGE, desk.id, desk.name, *told)
        return Archived(desk.id, archived)

    def undo(self, change: Added | Renamed | Merged | Archived) -> None:
        """Take a change back; an added desk that has stories by now is archived instead.

        Raises :class:`StaleEntry` when the desk was changed again since, :class:`NameTaken` when its old name
        is another's by now.
        """
        with self._changing() as work:
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
            subject = change.keep if isinstance(change, Merged) else change.id
            self._record(work, Deed.UNDO, subject, _name_before(change), after={"what": _what(change)})

    @contextmanager
    def _changing(self) -> Generator[UnitOfWork]:
        self._people.me()
        with self._storage.write() as work:
            self._people.demand(Act.STATION, work.queries)
            yield work

    def _record(
        self,
        work: UnitOfWork,
        deed: Deed,
        desk_id: int,
        name: str,
        before: dict[str, str] | None = None,
        after: dict[str, str] | None = None,
    ) -> None:
        work.audit.record(deed, self._people.me(), "desk", desk_id, name, before, after)


def _what(change: Added | Renamed | Merged | Archived) -> str:
    """Return what is taken back, as the log calls it."""
    match change:
        case Added():
            return Deed.ADD
        case Merged():
            return Deed.MERGE
        case _:
            return Deed.CHANGE


def _name_before(change: Added | Renamed | Merged | Archived) -> str:
    match change:
        case Added(_number, name):
            return name
        case Renamed(_number, before, _after):
            return before
        case _:
            return ""
