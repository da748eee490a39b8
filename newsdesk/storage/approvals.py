"""Approvals, and what an editor looked at last: read and write side."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, select, update

from newsdesk.domain.air_text import AirText
from newsdesk.domain.approval import Approval, ApprovalEnd
from newsdesk.domain.ids import TimeOrderedIds
from newsdesk.storage.inserting import insert_into
from newsdesk.storage.tables import every as t

_A, _L, _R, _P = t.approvals.c, t.looks.c, t.revisions.c, t.people.c
_ENDER = t.people.alias("ender")


class Look(NamedTuple):
    """Which revision somebody looked at last, and when (UTC)."""

    revision: int
    at: datetime


class ApprovalQueries:
    """What is asked of approvals."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def in_force(self, story_id: int) -> Approval | None:
        """Return the approval that stands for a story."""
        return self._one(_A.story_id == story_id, _A.ended_at.is_(None))

    def last(self, story_id: int) -> Approval | None:
        """Return the newest approval of a story, whether it stands or was ended."""
        return self._one(_A.story_id == story_id)

    def get(self, approval_id: int) -> Approval | None:
        """Return one approval."""
        return self._one(_A.id == approval_id)

    def these(self, approval_ids: Collection[int]) -> dict[int, Approval]:
        """Return approvals by their numbers, with their texts; what is not there is left out."""
        rows = self._connection.execute(_approvals(_A.id.in_(approval_ids)))
        return {row.id: _approval(row) for row in rows}

    def in_force_of(self, story_ids: Collection[int]) -> dict[int, Approval]:
        """Return the approvals that stand, by story; none of what lies in the trash."""
        wanted = _approvals(_A.story_id.in_(story_ids), _A.ended_at.is_(None))
        kept = and_(t.stories.c.id == _A.story_id, t.stories.c.trashed_at.is_(None))
        rows = self._connection.execute(wanted.join(t.stories, kept))
        return {row.story_id: _approval(row) for row in rows}

    def ended_of(self, story_ids: Collection[int], why: ApprovalEnd) -> dict[int, list[Approval]]:
        """Return the approvals of stories that ended so, by story, the newest first; asked in one go."""
        wanted = _approvals(_A.story_id.in_(story_ids), _A.ended_why == why)
        found: dict[int, list[Approval]] = {}
        for row in self._connection.execute(wanted.order_by(_A.id.desc())):
            found.setdefault(row.story_id, []).append(_approval(row))
        return found

    def approved_by_another(self, story_id: int) -> int:
        """Return the newest revision that somebody approved whose own story it was not; 0 for none."""
        this = and_(_A.story_id == story_id, _A.own.is_(False))
        return self._connection.scalar(select(_A.revision).where(this).order_by(_A.id.desc()).limit(1)) or 0

    def begun_by(self, story_id: int) -> int:
        """Return the id of the person who began a story."""
        return self._connection.scalar(select(t.stories.c.created_by).where(t.stories.c.id == story_id)) or 0

    def made_by(self, story_id: int, person_id: int, after: int) -> list[int]:
        """Return the numbers of the revisions that somebody made after that one, the newest first."""
        this = and_(_R.story_id == story_id, _R.person_id == person_id, _R.number > after)
        return list(self._connection.scalars(select(_R.number).where(this).order_by(_R.number.desc())))

    def look(self, story_id: int, person_id: int) -> Look | None:
        """Return what somebody looked at last in a story."""
        this = and_(_L.story_id == story_id, _L.person_id == person_id)
        row = self._connection.execute(select(_L.revision, _L.at).where(this)).one_or_none()
        return None if row is None else Look(*row)

    def _one(self, *wanted: ColumnElement[bool]) -> Approval | None:
        statement = _approvals(*wanted).order_by(_A.id.desc()).limit(1)
        row = self._connection.execute(statement).one_or_none()
        return None if row is None else _approval(row)


class ApprovalRepository:
    """Gives and ends approvals; none is ever removed."""

    def __init__(self, connection: Connection, ids: TimeOrderedIds) -> None:
        self._connection = connection
        self._ids = ids

    def add(
        self, story_id: int, revision: int, text: AirText, by: int, at: datetime, *, own: bool, note: str
    ) -> int:
        """Store an approval and return its number; ``by`` is a person's id, ``at`` UTC.

        A second one that would stand beside the first is refused by the database.
        """
        number = self._ids.new()
        self._connection.execute(
            t.approvals.insert().values(
                id=number,
                story_id=story_id,
                revision=revision,
                person_id=by,
                at=at,
                own=own,
                note=note,
                digest=text.digest(),
                text=text.to_json(),
            )
        )
        return number

    def end(self, story_id: int, at: datetime, by: int, why: ApprovalEnd) -> bool:
        """End the approval that stands for a story; return whether there was one."""
        ended = self._connection.execute(
            update(t.approvals)
            .where(_A.story_id == story_id, _A.ended_at.is_(None))
            .values(ended_at=at, ended_by=by, ended_why=why)
        )
        return ended.rowcount > 0

    def reinstate(self, approval_id: int) -> None:
        """Let an ended approval stand again: what ended it was undone, its words are the story's again."""
        this = update(t.approvals).where(_A.id == approval_id)
        self._connection.execute(this.values(ended_at=None, ended_by=None, ended_why=None))

    def looked(self, story_id: int, person_id: int, revision: int, at: datetime) -> None:
        """Take note of what somebody looked at; the last one holds."""
        row = {"revision": revision, "at": at}
        statement = insert_into(t.looks, self._connection.dialect).values(
            story_id=story_id, person_id=person_id, **row
        )
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=[_L.person_id, _L.story_id], set_=row)
        )


def _approvals(*wanted: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    return (
        select(
            *(_A.id, _A.story_id, _A.revision, _A.text, _A.digest, _A.person_id, _P.name, _A.at, _A.own),
            *(_A.note, _A.ended_at, _A.ended_by, _ENDER.c.name.label("ender"), _A.ended_why),
        )
        .join(t.people, _P.id == _A.person_id)
        .outerjoin(_ENDER, _ENDER.c.id == _A.ended_by)
        .where(*wanted)
    )


def _approval(row: Any) -> Approval:
    """Return an approval; one whose text cannot be read has no words, and is not whole."""
    try:
        text = AirText.from_json(row.text)
    except (ValueError, TypeError):
        text = AirText("", "", "")
    return Approval(
        id=row.id,
        story_id=row.story_id,
        revision=row.revision,
        text=text,
        digest=row.digest,
        by=row.person_id,
        by_name=row.name,
        at=row.at,
        own=row.own,
        note=row.note,
        ended_at=row.ended_at,
        ended_by=row.ended_by,
        ended_by_name=row.ender or "",
        ended_why=row.ended_why,
    )
