"""Stories with their revisions, and what is being written in them."""

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
)

from newsdesk.domain.story import RevisionKind, StoryStatus
from newsdesk.storage.columns import NUMBER, UtcTime, Words
from newsdesk.storage.tables.base import metadata

stories = Table(
    "stories",
    metadata,
    Column("id", NUMBER, primary_key=True, autoincrement=False),
    Column("created_at", UtcTime, nullable=False),
    Column("created_by", NUMBER, ForeignKey("people.id"), nullable=False),
    Column("updated_at", UtcTime, nullable=False),
    Column("updated_by", NUMBER, ForeignKey("people.id"), nullable=False),
    Column("slug", Text, nullable=False),
    Column("headline", Text, nullable=False),
    Column("lead", Text, nullable=False),
    Column("status", Words(StoryStatus, StoryStatus.DRAFT), nullable=False),
    Column("airtime", UtcTime),
    Column("revision", Integer, nullable=False),
    Column("syllables", Integer, nullable=False),
    Column("sentences", Integer, nullable=False),
    Column("paragraphs", Integer, nullable=False),
    Column("clip_ms", NUMBER, nullable=False, server_default="0"),
    Column("version", Integer, nullable=False),
    Column("trashed_at", UtcTime),
    Column("trashed_by", NUMBER, ForeignKey("people.id")),
    Column("desk_id", NUMBER, ForeignKey("desks.id"), index=True),
    # Since when an editor has to decide on it; none while nobody has to.
    Column("waiting_since", UtcTime),
    # The revision whose approval stands, 0 for none: lists ask no second table.
    Column("approved_revision", Integer, nullable=False, server_default="0"),
    Column("embargo", UtcTime),
    Column("killed_why", Text, nullable=False, server_default=""),
    Index(None, "updated_at"),
    Index(None, "status", "created_by", "updated_at", "id"),
    Index(None, "airtime"),
)

revisions = Table(
    "revisions",
    metadata,
    Column("story_id", NUMBER, ForeignKey("stories.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("person_id", NUMBER, ForeignKey("people.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("reason", Text, nullable=False),
    # The story's version that this revision made: text typed on an older one was overtaken by it.
    Column("story_version", Integer, nullable=False),
    Column("slug", Text, nullable=False),
    Column("headline", Text, nullable=False),
    Column("dateline_place", Text),
    Column("dateline_outlet", Text),
    Column("body", Text, nullable=False),
    Column(
        "kind",
        Words(RevisionKind, RevisionKind.SAVED),
        nullable=False,
        server_default=RevisionKind.SAVED.value,
    ),
)


def _of_revision() -> tuple[Column[int], Column[int], Column[int], ForeignKeyConstraint]:
    """Return the key that every list of a revision has: the revision, and the place in the list."""
    return (
        Column("story_id", NUMBER, primary_key=True, autoincrement=False),
        Column("number", Integer, primary_key=True, autoincrement=False),
        Column("position", Integer, primary_key=True, autoincrement=False),
        ForeignKeyConstraint(["story_id", "number"], ["revisions.story_id", "revisions.number"]),
    )


bylines = Table(
    "bylines",
    metadata,
    *_of_revision(),
    Column("name", Text, nullable=False),
    Column("outlet", Text, nullable=False),
)

revision_tags = Table(
    "revision_tags",
    metadata,
    *_of_revision(),
    Column("tag_id", NUMBER, ForeignKey("tags.id"), nullable=False, index=True),
)

attributions = Table(
    "attributions",
    metadata,
    *_of_revision(),
    Column("source_id", NUMBER, ForeignKey("sources.id"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Boolean, nullable=False),
)

said_here = Table(
    "said_here",
    metadata,
    *_of_revision(),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("spoken", Text, nullable=False),
)

blocks = Table(
    "blocks",
    metadata,
    *_of_revision(),
    # "clip" or "note"; what the other kind has is empty.
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("path", Text, nullable=False),
    Column("in_words", Text, nullable=False),
    Column("out_words", Text, nullable=False),
    Column("milliseconds", NUMBER, nullable=False),
    Column("speaker", Text, nullable=False),
    Column("paraphrase", Text, nullable=False),
    Column("text", Text, nullable=False),
)

cuttable = Table(
    "cuttable",
    metadata,
    *_of_revision(),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)

originals = Table(
    "originals",
    metadata,
    Column("story_id", NUMBER, ForeignKey("stories.id"), primary_key=True),
    Column("text", Text, nullable=False),
)

autosaves = Table(
    "autosaves",
    metadata,
    Column("story_id", NUMBER, ForeignKey("stories.id"), primary_key=True),
    Column("person_id", NUMBER, ForeignKey("people.id"), primary_key=True),
    # The opened newsroom it was typed in: two windows of one person have a text each.
    Column("editor", NUMBER, primary_key=True, autoincrement=False),
    Column("base_version", Integer, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("slug", Text, nullable=False),
    Column("headline", Text, nullable=False),
    Column("lead", Text, nullable=False),
    Column("syllables", Integer, nullable=False),
    Column("sentences", Integer, nullable=False),
    Column("paragraphs", Integer, nullable=False),
    Column("clip_ms", NUMBER, nullable=False, server_default="0"),
    Column("script", Text, nullable=False),
    Column("took", Text, nullable=False),
    Index(None, "person_id"),
)

locks = Table(
    "locks",
    metadata,
    # Who is writing in a story; gone, or not seen for a while, when nobody is.
    Column("story_id", NUMBER, ForeignKey("stories.id"), primary_key=True, autoincrement=False),
    Column("person_id", NUMBER, ForeignKey("people.id"), nullable=False),
    # The opened newsroom, as in autosaves.
    Column("editor", NUMBER, nullable=False),
    Column("since", UtcTime, nullable=False),
    Column("seen_at", UtcTime, nullable=False),
)
