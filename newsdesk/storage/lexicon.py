"""The write side of how this newsroom says things: its lexicon and its style."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, fields, replace
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from newsdesk.domain.house_style import HouseStyle
from newsdesk.domain.ids import TimeOrderedIds
from newsdesk.domain.lexicon import Pronunciation
from newsdesk.errors import StaleEntry
from newsdesk.storage import tables as t
from newsdesk.storage.lexicon_queries import LexiconQueries
from newsdesk.storage.schema import APPLICATION_ID

_FIELDS = [field.name for field in fields(Pronunciation)]
_ITS_TURN = 1
"""Apart from the lock that migrations take."""


class LexiconRepository:
    """Entries, by the thousand where a file brings them: one statement each for all of them."""

    def __init__(self, connection: Connection, ids: TimeOrderedIds) -> None:
        self._connection = connection
        self._ids = ids

    def take_turn(self) -> None:
        """Wait until nobody else changes the lexicon, and let nobody until the transaction ends.

        What is looked up afterwards holds: no second desk adds the same form meanwhile.
        """
        _take_turn(self._connection)

    def add(self, entries: Iterable[Pronunciation]) -> list[Pronunciation]:
        """Store new entries, each under its own number when it has one; return them as stored."""
        added = [replace(one, id=one.id or self._ids.new(), version=1) for one in entries]
        self._run(insert(t.pronunciations), [_values(one) for one in added])
        return added

    def change(self, entries: Iterable[Pronunciation]) -> list[Pronunciation]:
        """Store changed entries and return them as stored.

        Raises :class:`StaleEntry` when someone changed or removed one since it was read.
        """
        changed = [replace(one, version=one.version + 1) for one in self._current(entries)]
        statement = update(t.pronunciations).where(t.pronunciations.c.id == bindparam("entry_id"))
        # Every key of a row but entry_id names a column that is set.
        self._run(statement, [{"entry_id": one.id, **_values(one)} for one in changed])
        return changed

    def remove(self, entries: Iterable[Pronunciation]) -> None:
        """Take entries out. Raises :class:`StaleEntry` as :meth:`change` does."""
        statement = delete(t.pronunciations).where(t.pronunciations.c.id == bindparam("entry_id"))
        self._run(statement, [{"entry_id": one.id} for one in self._current(entries)])

    def _current(self, entries: Iterable[Pronunciation]) -> list[Pronunciation]:
        named = list(entries)
        stored = LexiconQueries(self._connection).by_id(one.id for one in named)
        for one in named:
            if one.id not in stored or stored[one.id].version != one.version:
                raise StaleEntry(one.id)
        return named

    def _run(self, statement: Any, rows: list[dict[str, Any]]) -> None:
        if rows:
            self._connection.execute(statement, rows)


class HouseStyleRepository:
    """The one row of the newsroom's style."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, style: HouseStyle) -> None:
        """Settle on ``style``; the last one put holds."""
        _take_turn(self._connection)
        version = self._connection.scalar(select(t.house_style.c.version))
        if version is None:
            self._connection.execute(insert(t.house_style).values(id=1, version=1, **asdict(style)))
        else:
            self._connection.execute(update(t.house_style).values(version=version + 1, **asdict(style)))


def _take_turn(connection: Connection) -> None:
    # SQLite has one writer anyway.
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({APPLICATION_ID}, {_ITS_TURN})")


def _values(entry: Pronunciation) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in _FIELDS}
