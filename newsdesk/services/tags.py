"""The tags of the newsroom: what is on stories, renamed and merged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdesk.domain.audit import Deed
from newsdesk.domain.people import Act
from newsdesk.domain.registers import Entry, Merged, Renamed
from newsdesk.domain.text import clean
from newsdesk.errors import NameTaken, NoName, StaleEntry

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.services.people import People
    from newsdesk.storage.open import Storage
    from newsdesk.storage.unit_of_work import UnitOfWork


class Tags:
    """Tags come with the stories that are saved with them; here they get other names and become one.

    A name that a tag had, or that was merged, stands for it ever after: a script that still has it in an
    open window brings nothing back. Whatever changes them raises :class:`NotAllowed` for who may not.
    """

    def __init__(self, storage: Storage, people: People) -> None:
        self._storage = storage
        self._people = people

    def list(self) -> list[Entry]:
        """Return the tags by name, each with how many stories have it."""
        with self._storage.read() as queries:
            return queries.registers.tags()

    def rename(self, tag: Entry, name: str) -> Renamed:
        """Give a tag another name, on every story and in every revision.

        Raises :class:`NoName`, :class:`NameTaken`, and :class:`StaleEntry` when it was renamed or merged
        since it was listed.
        """
        name = spaced(name)
        if name == tag.name:
            return Renamed(tag.id, tag.name, name)
        me = self._people.me()
        with self._storage.write() as work:
            self._people.demand(Act.STATION, work.queries)
            work.tags.check(tag.id, tag.name)
            self._take_back_name(work, tag.id, name)
            work.tags.rename(tag.id, tag.name, name)
            work.tags.add(tag.name, stands_for=tag.id)
            work.audit.record(Deed.CHANGE, me, "tag", tag.id, name, {"name": tag.name}, {"name": name})
        return Renamed(tag.id, tag.name, name)

    def merge(self, keep: Entry, gone: Entry) -> Merged:
        """Let ``gone`` be ``keep`` on every story. Raises :class:`StaleEntry` as :meth:`rename` does."""
        if keep.id == gone.id:
            raise StaleEntry(gone.id)
        me = self._people.me()
        with self._storage.write() as work:
            self._people.demand(Act.STATION, work.queries)
            for one in (keep, gone):
                work.tags.check(one.id, one.name)
            work.audit.record(Deed.MERGE, me, "tag", keep.id, keep.name, after={"gone": gone.name})
            return Merged(keep.id, gone.id, work.tags.merge(keep.id, gone.id))

    def undo(self, change: Renamed | Merged) -> None:
        """Take a change back. Raises :class:`StaleEntry` when the tag was changed again since."""
        if isinstance(change, Renamed) and change.before == change.after:
            return
        me = self._people.me()
        with self._storage.write() as work:
            self._people.demand(Act.STATION, work.queries)
            if isinstance(change, Merged):
                work.tags.part(*change)
                work.audit.record(Deed.UNDO, me, "tag", change.keep, "", after={"what": Deed.MERGE})
            else:
                told = {"name": change.after}, {"name": change.before}
                work.audit.record(Deed.UNDO, me, "tag", change.id, change.before, *told)
                work.tags.check(change.id, change.after)
                self._take_back_name(work, change.id, change.before)
                work.tags.rename(change.id, change.after, change.before)

    def _take_back_name(self, work: UnitOfWork, tag_id: int, name: str) -> None:
        """Free a name that only stands for this very tag: its uses become the tag's own."""
        stand_in = work.tags.stand_in(name)
        if stand_in is None:
            return
        number, stands_for = stand_in
        if stands_for != tag_id:
            raise NameTaken(name)
        work.tag_uses.move(number, tag_id)
        work.tags.remove(number)


def spaced(name: str) -> str:
    """Return a name with single spaces. Raises :class:`NoName` when nothing is left."""
    name = " ".join(clean(name).split())
    if not name:
        raise NoName
    return name
