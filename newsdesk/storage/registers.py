"""The write side of tags and desks, of what is known not to be one source, of offers, and of the sign-off."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, Table, delete, exists, insert, select, update

from newsdesk.domain.ids import TimeOrderedIds
from newsdesk.errors import NameTaken, StaleEntry
from newsdesk.storage import tables as t
from newsdesk.storage.inserting import insert_into
from newsdesk.storage.schema import APPLICATION_ID

_ITS_TURN = 2
"""The lock of whoever changes names or merges; the lexicon has another."""


def take_turn(connection: Connection) -> None:
    """Let one desk at a time change names or merge: two that do it crosswise would wait for each other.

    SQLite has one writer anyway.
    """
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({APPLICATION_ID}, {_ITS_TURN})")


class Names:
    """Entries that have a name each: tags or desks. What is merged stays as a row that stands for the other.

    So every use keeps its number, and taking the merge back is one change.
    """

    def __init__(self, connection: Connection, ids: TimeOrderedIds, table: Table) -> None:
        self._connection = connection
        self._ids = ids
        self._table = table
        self._c = table.c

    def add(self, name: str, stands_for: int = 0, **columns: object) -> int:
        """Make an entry and return its number. Raises :class:`NameTaken`."""
        take_turn(self._connection)
        self._check_free(name)
        number = self._ids.new()
        row = {"id": number, "name": name, "merged_into": stands_for, **columns}
        self._connection.execute(insert(self._table).values(row))
        return number

    def rename(self, number: int, before: str, after: str) -> None:
        """Give an entry another name. Raises :class:`StaleEntry` when its name is not ``before`` any more.

        Raises :class:`NameTaken` when another has the name.
        """
        self.check(number, before)
        self._check_free(after)
        self._connection.execute(update(self._table).where(self._c.id == number).values(name=after))

    def merge(self, keep: int, gone: int) -> tuple[int, ...]:
        """Let ``gone`` stand for ``keep``; return the numbers that stood for ``gone``: they follow it."""
        others = tuple(self._standing_for(gone))
        self._stand(keep, (gone, *others))
        return others

    def part(self, keep: int, gone: int, others: tuple[int, ...]) -> None:
        """Take a merge back. Raises :class:`StaleEntry` when ``gone`` stands for ``keep`` no more."""
        take_turn(self._connection)
        if self._connection.scalar(select(self._c.merged_into).where(self._c.id == gone)) != keep:
            raise StaleEntry(gone)
        self._stand(0, (gone,))
        self._stand(gone, others)

    def stand_in(self, name: str) -> tuple[int, int] | None:
        """Return the entry of that name that only stands for another, and that other; None when none does.

        Nobody can use it from then on until the transaction ends.
        """
        statement = select(self._c.id, self._c.merged_into).with_for_update()
        row = self._connection.execute(
            statement.where(self._c.name == name, self._c.merged_into != 0)
        ).one_or_none()
        return None if row is None else (row[0], row[1])

    def remove(self, number: int) -> None:
        """Take an entry out that nothing uses."""
        self._connection.execute(delete(self._table).where(self._c.id == number))

    def check(self, number: int, name: str) -> None:
        """Raise :class:`StaleEntry` for an entry that was renamed, merged or removed."""
        take_turn(self._connection)
        c = self._c
        row = self._connection.execute(
            select(c.name, c.merged_into).where(c.id == number).with_for_update()
        ).one_or_none()
        if row is None or row[1] or row[0] != name:
            raise StaleEntry(number)

    def _check_free(self, name: str) -> None:
        if self._connection.scalar(select(exists().where(self._c.name == name))):
            raise NameTaken(name)

    def _standing_for(self, number: int) -> list[int]:
        return list(self._connection.scalars(select(self._c.id).where(self._c.merged_into == number)))

    def _stand(self, keep: int, numbers: tuple[int, ...]) -> None:
        statement = update(self._table).where(self._c.id.in_(numbers)).values(merged_into=keep)
        self._connection.execute(statement)


class TagUses:
    """Where tags stand in revisions."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def move(self, gone: int, keep: int) -> None:
        """Let every use of ``gone``, which is another name of ``keep``, be one of ``keep`` itself."""
        c = t.revision_tags.c
        self._connection.execute(update(t.revision_tags).where(c.tag_id == gone).values(tag_id=keep))


class DeskUses:
    """Desks as stories have them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def any_of(self, desk_id: int) -> bool:
        """Return whether a story is for that desk."""
        return bool(self._connection.scalar(select(exists().where(t.stories.c.desk_id == desk_id))))

    def archive(self, desk_id: int, archived: bool) -> None:
        """Put a desk away, or fetch it back. Raises :class:`StaleEntry` for one that was merged."""
        c = t.desks.c
        statement = update(t.desks).where(c.id == desk_id, c.merged_into == 0)
        if not self._connection.execute(statement.values(archived=archived)).rowcount:
            raise StaleEntry(desk_id)


class SourceMerges:
    """Which sources stand for others, and which two are known not to be one."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def take_turn(self) -> None:
        """Wait until nobody else merges (:func:`take_turn`)."""
        take_turn(self._connection)

    def move(self, gone: int, keep: int) -> tuple[int, ...]:
        """Let those that stand for ``gone`` stand for ``keep``; return their numbers."""
        c = t.sources.c
        others = tuple(self._connection.scalars(select(c.id).where(c.merged_into == gone)))
        self.put(others, keep)
        return others

    def put(self, others: tuple[int, ...], keep: int) -> None:
        """Let ``others`` stand for ``keep``. Their versions stay: nobody has them open."""
        c = t.sources.c
        if others:
            statement = update(t.sources).where(c.id.in_(others))
            self._connection.execute(statement.values(merged_into=keep))

    def tell_apart(self, one: int, other: int, person_id: int, at: datetime) -> None:
        """Keep in mind that these are two sources."""
        row = {"one": min(one, other), "other": max(one, other), "person_id": person_id, "at": at}
        statement = insert_into(t.told_apart, self._connection.dialect).values(row)
        self._connection.execute(statement.on_conflict_do_nothing())

    def forget(self, one: int, other: int) -> None:
        """Let the two be offered again."""
        c = t.told_apart.c
        pair = (c.one == min(one, other), c.other == max(one, other))
        self._connection.execute(delete(t.told_apart).where(*pair))


class OfferDecisions:
    """What was decided about the offers of a story."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, story_id: int, offer: str, accepted: bool, person_id: int, at: datetime) -> None:
        """Keep a decision; the last one holds."""
        row = {"accepted": accepted, "person_id": person_id, "at": at}
        statement = insert_into(t.decided_offers, self._connection.dialect).values(
            story_id=story_id, offer=offer, **row
        )
        c = t.decided_offers.c
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=[c.story_id, c.offer], set_=row)
        )

    def forget(self, story_id: int, offer: str) -> None:
        """Let an offer be open again."""
        c = t.decided_offers.c
        self._connection.execute(delete(t.decided_offers).where(c.story_id == story_id, c.offer == offer))


class StationRow:
    """The one row of the station."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put_sign_off(self, pattern: str) -> None:
        """Settle on a pattern; the last one put holds."""
        self._put(sign_off=pattern)

    def put_name(self, name: str) -> None:
        """Call the station by a name; the last one put holds."""
        self._put(name=name)

    def put_own_approval(self, allowed: bool) -> None:
        """Settle whether somebody may approve a story of their own; the last one put holds."""
        self._put(own_approval=allowed)

    def _put(self, **settled: str | bool) -> None:
        row = {"sign_off": "", **settled}
        statement = insert_into(t.station, self._connection.dialect).values(id=1, **row)
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=[t.station.c.id], set_=settled)
        )
