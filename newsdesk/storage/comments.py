"""Comments on stories: read and write side."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select, update

from newsdesk.domain.comments import Comment
from newsdesk.domain.ids import TimeOrderedIds
from newsdesk.storage.tables import every as t

_C, _P = t.comments.c, t.people.c
_DONE_BY = t.people.alias("done_by")


class CommentQueries:
    """What is asked of comments."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, story_id: int) -> list[Comment]:
        """Return the comments on a story, the first made first."""
        statement = (
            select(
                *(_C.id, _C.story_id, _C.revision, _C.start, _C.end, _C.quote, _C.text),
                *(_C.person_id, _P.name, _C.at, _C.done_at, _DONE_BY.c.name),
            )
            .join(t.people, _P.id == _C.person_id)
            .outerjoin(_DONE_BY, _DONE_BY.c.id == _C.done_by)
            .where(_C.story_id == story_id)
            .order_by(_C.at, _C.id)
        )
        found = self._connection.execute(statement)
        return [Comment(*row, done_by_name=by or "") for *row, by in found]

    def story_of(self, comment_id: int) -> tuple[int, str] | None:
        """Return the number and the slug of the story that a comment is on; None for no such comment."""
        statement = (
            select(_C.story_id, t.stories.c.slug)
            .join(t.stories, t.stories.c.id == _C.story_id)
            .where(_C.id == comment_id)
        )
        row = self._connection.execute(statement).one_or_none()
        return None if row is None else (row[0], row[1])


class CommentRepository:
    """Makes comments and settles them; none is ever removed or reworded."""

    def __init__(self, connection: Connection, ids: TimeOrderedIds) -> None:
        self._connection = connection
        self._ids = ids

    def add(
        self,
        story_id: int,
        revision: int,
        passage: tuple[int, int] | None,
        quote: str,
        text: str,
        by: int,
        at: datetime,
    ) -> int:
        """Store a comment and return its number; ``by`` is a person's id, ``at`` UTC."""
        number = self._ids.new()
        start, end = passage or (None, None)
        self._connection.execute(
            t.comments.insert().values(
                id=number,
                story_id=story_id,
                revision=revision,
                start=start,
                end=end,
                quote=quote,
                text=text,
                person_id=by,
                at=at,
            )
        )
        return number

    def settle(self, comment_id: int, by: int | None, at: datetime | None) -> bool:
        """Take a comment for settled, or with None for open again; return whether that changed it."""
        open_now = _C.done_at.is_(None) if by is not None else _C.done_at.is_not(None)
        changed = self._connection.execute(
            update(t.comments).where(_C.id == comment_id, open_now).values(done_at=at, done_by=by)
        )
        return changed.rowcount > 0
