"""The audit log: read, and looked through for a broken link."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from newsdesk.domain.audit import AuditEntry, Broken, Head, first_broken

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.storage.open import Storage

_SET_BACK = timedelta(seconds=1)
"""A clock mended by less goes unremarked: every computer's is, all the time."""
_MOST_REMARKS = 10


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a look through the log found: how many entries there are, the newest one, the first broken link.

    ``set_back`` are entries whose moment lies before that of the entry they follow: the clock was set back
    between the two. That breaks no link, and only the first few are named.
    """

    entries: int
    head: Head
    broken: Broken | None
    set_back: tuple[AuditEntry, ...]


class Audit:
    """Reads the log of a newsroom. Nothing here changes it, and nothing anywhere can take from it."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def entries(
        self,
        limit: int = 200,
        kind: str | None = None,
        subject_id: int | None = None,
        below: int | None = None,
    ) -> list[AuditEntry]:
        """Return the newest entries, newest first: all, of one kind of subject, or of one subject.

        ``below`` goes on from an earlier page: only entries with smaller numbers.
        """
        with self._storage.read() as queries:
            return queries.audit.entries(limit, kind, subject_id, below)

    def head(self) -> Head:
        """Return the newest entry's number and hash: to be printed, where no computer can change it."""
        with self._storage.read() as queries:
            return queries.audit.head()

    def verify(self) -> Broken | None:
        """Return the first broken link, None when the log is whole. Seconds for a hundred thousand entries.

        It finds what was changed on this computer afterwards, as long as not every later entry was made anew
        as well: compare :meth:`head` with what was printed to find that too.
        """
        return self.look_through().broken

    def look_through(self) -> Verdict:
        """Return all that can be said about the log; see :meth:`verify`."""
        seen = _Seen()
        with self._storage.read() as queries:
            queries.audit.hold_still()
            head = queries.audit.head()
            broken = first_broken(seen.through(queries.audit.everything()), head)
        return Verdict(seen.entries, head, broken, tuple(seen.set_back))

    def stands(self, number: int, hash_begins: str) -> bool:
        """Return whether entry ``number`` still has the hash that was written down elsewhere.

        The first figures of it will do: on paper it is shortened. With :meth:`verify` finding nothing, all
        entries up to this one are then as they were on that day.
        """
        with self._storage.read() as queries:
            found = queries.audit.hash_of(number)
        return bool(hash_begins) and found.startswith(hash_begins.lower())


class _Seen:
    """What went by while the chain was followed."""

    def __init__(self) -> None:
        self.entries = 0
        self.set_back: list[AuditEntry] = []

    def through(self, entries: Iterable[AuditEntry | int]) -> Iterator[AuditEntry | int]:
        before: AuditEntry | None = None
        for entry in entries:
            self.entries += 1
            if isinstance(entry, AuditEntry):
                if before is not None and before.at - entry.at > _SET_BACK:
                    self.set_back.append(entry)
                    del self.set_back[_MOST_REMARKS:]
                before = entry
            yield entry
