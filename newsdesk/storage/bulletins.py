"""The write side of bulletins, and of what was put next at once."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, update

from newsdesk.domain.bulletin import Bulletin, BulletinState
from newsdesk.domain.ids import TimeOrderedIds
from newsdesk.domain.rundown import Rundown
from newsdesk.domain.rundown_json import cut_to_json
from newsdesk.storage.inserting import insert_into
from newsdesk.storage.tables import every as t

_B = t.bulletins.c


class BulletinRepository:
    """Bulletins with their rundowns."""

    def __init__(self, connection: Connection, ids: TimeOrderedIds) -> None:
        self._connection = connection
        self._ids = ids

    def add(self, bulletin: Bulletin, rundown: Rundown, local: datetime | None = None) -> bool:
        """Store a new bulletin; return whether it is new: of one occurrence of a programme there is one.

        ``local`` is that occurrence by the station's clock, naive; None for a bulletin that was made by hand.
        """
        row = {
            "id": bulletin.id,
            "programme_id": bulletin.programme_id,
            "occurrence": None if local is None else occurrence_of(local),
            "removed": False,
            "version": 1,
            "state": bulletin.state,
            "ready_by": "",
            "ready_at": None,
            "ready_why": "",
            **_settled(bulletin),
        }
        statement = insert_into(t.bulletins, self._connection.dialect).values(row).on_conflict_do_nothing()
        if self._connection.scalar(statement.returning(_B.id)) is None:
            return False
        self._put(bulletin.id, rundown)
        return True

    def change(self, bulletin: Bulletin) -> bool:
        """Store a bulletin's own settings and state; return False if it was changed since that version.

        Whoever comes second waits for the first, and is told.
        """
        return self._moved(
            bulletin.id,
            bulletin.version,
            **_settled(bulletin),
            state=bulletin.state,
            ready_by=bulletin.ready_by,
            ready_at=bulletin.ready_at,
            ready_why=bulletin.ready_why,
        )

    def keep(self, bulletin: Bulletin, rundown: Rundown) -> bool:
        """Store a rundown, and the bulletin as :meth:`change` does."""
        kept = self.change(bulletin)
        if kept:
            self._put(bulletin.id, rundown)
        return kept

    def stands(self, bulletin_id: int, state: BulletinState) -> None:
        """Let a bulletin stand there, whatever was changed in it meanwhile: it goes on air, or it did."""
        statement = update(t.bulletins).where(_B.id == bulletin_id)
        self._connection.execute(statement.values(state=state, version=_B.version + 1))

    def remove(self, bulletin_id: int, version: int, removed: bool) -> bool:
        """Take a bulletin out of sight or bring it back, as :meth:`change` does."""
        return self._moved(bulletin_id, version, removed=removed)

    def move_occurrence(self, bulletin_id: int, local: datetime) -> None:
        """Let a bulletin be the one of another occurrence of its programme: the station's clock, naive."""
        self._connection.execute(
            update(t.bulletins).where(_B.id == bulletin_id).values(occurrence=occurrence_of(local))
        )

    def add_flash(self, bulletin_id: int, item_id: int, story_id: int, by: int, at: datetime) -> int:
        """Take note that a story was put next at once; return the number of that."""
        number = self._ids.new()
        row = {"bulletin_id": bulletin_id, "item_id": item_id, "story_id": story_id, "person_id": by}
        self._connection.execute(
            t.flashes.insert().values(id=number, at=at, acknowledged_at=None, acknowledged_by="", **row)
        )
        return number

    def _moved(self, bulletin_id: int, version: int, **values: Any) -> bool:
        statement = update(t.bulletins).where(_B.id == bulletin_id, _B.version == version)
        return self._connection.execute(statement.values(version=version + 1, **values)).rowcount > 0

    def _put(self, bulletin_id: int, rundown: Rundown) -> None:
        for table in (t.bulletin_blocks, t.bulletin_items):
            self._connection.execute(delete(table).where(table.c.bulletin_id == bulletin_id))
        blocks = [
            {"bulletin_id": bulletin_id, "position": n, "id": one.id, "name": one.name}
            | _budget(one.budget_ms)
            for n, one in enumerate(rundown.blocks)
        ]
        items: list[dict[str, Any]] = [
            {
                "bulletin_id": bulletin_id,
                "position": n,
                **{name: getattr(item, name) for name in item.__slots__},
                "cut": cut_to_json(item.cut),
            }
            for n, item in enumerate(rundown.items)
        ]
        if blocks:
            self._connection.execute(t.bulletin_blocks.insert(), blocks)
        if items:
            self._connection.execute(t.bulletin_items.insert(), items)


def occurrence_of(local: datetime) -> str:
    """Return what an occurrence is known by, from the station's clock (naive)."""
    return local.isoformat(sep=" ", timespec="minutes")


def _budget(ms: int | None) -> dict[str, int | None]:
    return {"budget_ms": ms}


def _settled(bulletin: Bulletin) -> dict[str, Any]:
    return {
        "name": bulletin.name,
        "airtime": bulletin.airtime,
        "slot_ms": bulletin.slot_ms,
        "tolerance_ms": bulletin.tolerance_ms,
        "announcers": json.dumps(bulletin.announcers),
    }
