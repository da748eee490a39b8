"""Approvals, who looked at what, and notes tied to words."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    Table,
    Text,
    text,
)

from newsdesk.domain.approval import ApprovalEnd
from newsdesk.storage.columns import NUMBER, UtcTime, Words
from newsdesk.storage.tables.base import metadata

approvals = Table(
    "approvals",
    metadata,
    Column("id", NUMBER, primary_key=True, autoincrement=False),
    Column("story_id", NUMBER, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("person_id", NUMBER, ForeignKey("people.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("own", Boolean, nullable=False),
    Column("note", Text, nullable=False),
    Column("digest", Text, nullable=False),
    # What airs: the words and how they are said (newsdesk/domain/air_text.py), as JSON.
    Column("text", Text, nullable=False),
    Column("ended_at", UtcTime),
    Column("ended_by", NUMBER, ForeignKey("people.id")),
    Column("ended_why", Words(ApprovalEnd)),
    ForeignKeyConstraint(["story_id", "revision"], ["revisions.story_id", "revisions.number"]),
    Index(None, "story_id"),
    # Two editors at once: one approval stands. On a server as well, where the migration says so: saying it
    # here would load PostgreSQL's dialect at every start.
    Index("uq_approvals_in_force", "story_id", unique=True, sqlite_where=text("ended_at IS NULL")),
)

looks = Table(
    "looks",
    metadata,
    # Which revision somebody looked at last.
    Column("person_id", NUMBER, ForeignKey("people.id"), primary_key=True, autoincrement=False),
    Column("story_id", NUMBER, ForeignKey("stories.id"), primary_key=True, autoincrement=False),
    Column("revision", Integer, nullable=False),
    Column("at", UtcTime, nullable=False),
)

comments = Table(
    "comments",
    metadata,
    Column("id", NUMBER, primary_key=True, autoincrement=False),
    Column("story_id", NUMBER, ForeignKey("stories.id"), nullable=False, index=True),
    Column("revision", Integer, nullable=False),
    # Its passage in that revision; none for a comment on the whole.
    Column("start", Integer),
    Column("end", Integer),
    Column("quote", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("person_id", NUMBER, ForeignKey("people.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("done_at", UtcTime),
    Column("done_by", NUMBER, ForeignKey("people.id")),
)
