"""Who is writing in which story: one row for each, kept alive by its holder."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, delete, func, select, update

from newsdesk.domain.rows import LockRow
from newsdesk.storage import tables as t
from newsdesk.storage.inserting import insert_into

_log = logging.getLogger(__name__)
_L, _P = t.locks.c, t.people.c
_WITH_NAME = select(_L.story_id, _L.person_id, _P.name, _L.editor, _L.since, _L.seen_at).join(
    t.people, _P.id == _L.person_id
)


class LockQueries:
    """What is asked of the locks, on one connection. A garbled row is no lock."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, story_id: int) -> LockRow | None:
        """Return who holds a story, alive or not; None when nobody does."""
        rows = self._rows(_WITH_NAME.where(_L.story_id == story_id))
        return rows[0] if rows else None

    def alive(self, lapse: timedelta, editor: int) -> list[LockRow]:
        """Return what is held by others than ``editor`` and was seen within ``lapse``."""
        now = moment(self._connection)
        rows = self._rows(_WITH_NAME.where(_L.editor != editor))
        return [row for row in rows if abs(now - row.seen_at) <= lapse]

    def moment(self) -> datetime:
        """Return the moment that locks are measured by (:func:`moment`)."""
        return moment(self._connection)

    def _rows(self, statement: Select[*tuple[Any, ...]]) -> list[LockRow]:
        try:
            return [LockRow(*row) for row in self._connection.execute(statement)]
        except (ValueError, TypeError) as error:
            # SQLite keeps what it is given. A lock is a courtesy: writing and listing go on without it.
            _log.warning("locks cannot be read: %s", error)
            return []


class LockRepository:
    """Takes, keeps alive and frees locks in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def take(self, story_id: int, person_id: int, editor: int, lapse: timedelta) -> None:
        """Take a story for ``editor``, or keep it alive, unless somebody else holds it and was seen lately.

        A clock that was set back makes no lock eternal: one seen long after this moment has lapsed as well.
        """
        now = moment(self._connection)
        mine = (_L.story_id == story_id, _L.editor == editor)
        # Another person may have signed in at this very desk meanwhile.
        alive = update(t.locks).where(*mine).values(seen_at=now, person_id=person_id)
        if self._connection.execute(alive).rowcount:
            return
        # The story's row before the lock's, as taking over has them: else each may wait for the other.
        row_of_story = select(t.stories.c.id).where(t.stories.c.id == story_id)
        self._connection.execute(row_of_story.with_for_update(read=True, key_share=True))
        statement = insert_into(t.locks, self._connection.dialect).values(
            story_id=story_id, person_id=person_id, editor=editor, since=now, seen_at=now
        )
        self._connection.execute(
            statement.on_conflict_do_update(
                index_elements=[_L.story_id],
                set_={"person_id": person_id, "editor": editor, "since": now, "seen_at": now},
                where=(_L.seen_at < now - lapse) | (_L.seen_at > now + lapse),
            )
        )

    def give(self, story_id: int, person_id: int, editor: int) -> None:
        """Give a story to ``editor``, whoever has it."""
        self._connection.execute(delete(t.locks).where(_L.story_id == story_id))
        now = moment(self._connection)
        row = {"person_id": person_id, "editor": editor, "since": now, "seen_at": now}
        statement = insert_into(t.locks, self._connection.dialect).values(story_id=story_id, **row)
        # Somebody may have taken it again in this very moment.
        self._connection.execute(statement.on_conflict_do_update(index_elements=[_L.story_id], set_=row))

    def release(self, story_id: int, editor: int) -> None:
        """Free a story, if ``editor`` holds it."""
        self._connection.execute(delete(t.locks).where(_L.story_id == story_id, _L.editor == editor))


def moment(connection: Connection) -> datetime:
    """Return this moment in UTC as everybody in the newsroom has it: by the server's clock, if there is one.

    Locks compare what two computers have written, and their clocks need not agree.
    """
    if connection.dialect.name == "postgresql":
        return connection.execute(select(func.clock_timestamp())).scalar_one()
    return datetime.now(UTC)
