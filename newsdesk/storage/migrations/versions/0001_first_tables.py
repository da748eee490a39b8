"""The first tables: people, stories with their revisions, sources, autosaves and pronunciations.

A migration is history: it stands as it ran, and never imports the mapping, which moves on.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "people",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("rate", sa.Integer(), nullable=False),
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
        sa.UniqueConstraint("login", name="uq_people_login"),
    )
    op.create_table(
        "pronunciations",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("spoken", sa.Text(), nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("respelling", sa.Text(), nullable=False),
        sa.Column("case_sensitive", sa.Boolean(), nullable=False),
        sa.Column("checked_by", sa.Text(), nullable=False),
        sa.Column("checked_at", TIME),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_pronunciations"),
    )
    op.create_index("ix_pronunciations_form", "pronunciations", ["form"])
    op.create_table(
        "sources",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("on_record", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sources"),
    )
    op.create_table(
        "tags",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_tags"),
        sa.UniqueConstraint("name", name="uq_tags_name"),
    )
    op.create_table(
        "stories",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("created_by", NUMBER, nullable=False),
        sa.Column("updated_at", TIME, nullable=False),
        sa.Column("updated_by", NUMBER, nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("headline", sa.Text(), nullable=False),
        sa.Column("lead", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("airtime", TIME),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("syllables", sa.Integer(), nullable=False),
        sa.Column("sentences", sa.Integer(), nullable=False),
        sa.Column("paragraphs", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["created_by"], ["people.id"], name="fk_stories_created_by"),
        sa.ForeignKeyConstraint(["updated_by"], ["people.id"], name="fk_stories_updated_by"),
        sa.PrimaryKeyConstraint("id", name="pk_stories"),
    )
    op.create_index("ix_stories_airtime", "stories", ["airtime"])
    op.create_index("ix_stories_status_created_by", "stories", ["status", "created_by"])
    op.create_index("ix_stories_updated_at", "stories", ["updated_at"])
    op.create_table(
        "autosaves",
        sa.Column("story_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("person_id", NUMBER, nullable=False),
        sa.Column("editor", NUMBER, autoincrement=False, nullable=False),
        sa.Column("base_version", sa.Integer(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("headline", sa.Text(), nullable=False),
        sa.Column("lead", sa.Text(), nullable=False),
        sa.Column("syllables", sa.Integer(), nullable=False),
        sa.Column("sentences", sa.Integer(), nullable=False),
        sa.Column("paragraphs", sa.Integer(), nullable=False),
        sa.Column("script", sa.Text(), nullable=False),
        sa.Column("took", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_autosaves_person_id"),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name="fk_autosaves_story_id"),
        sa.PrimaryKeyConstraint("story_id", "person_id", "editor", name="pk_autosaves"),
    )
    op.create_index("ix_autosaves_person_id", "autosaves", ["person_id"])
    op.create_table(
        "originals",
        sa.Column("story_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name="fk_originals_story_id"),
        sa.PrimaryKeyConstraint("story_id", name="pk_originals"),
    )
    op.create_table(
        "revisions",
        sa.Column("story_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("person_id", NUMBER, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("story_version", sa.Integer(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("headline", sa.Text(), nullable=False),
        sa.Column("dateline_place", sa.Text()),
        sa.Column("dateline_outlet", sa.Text()),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_revisions_person_id"),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name="fk_revisions_story_id"),
        sa.PrimaryKeyConstraint("story_id", "number", name="pk_revisions"),
    )
    op.create_table(
        "attributions",
        sa.Column("story_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("source_id", NUMBER, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["source_id"], ["sources.id"], name="fk_attributions_source_id"),
        sa.ForeignKeyConstraint(
            ["story_id", "number"],
            ["revisions.story_id", "revisions.number"],
            name="fk_attributions_story_id_number",
        ),
        sa.PrimaryKeyConstraint("story_id", "number", "position", name="pk_attributions"),
    )
    op.create_index("ix_attributions_source_id", "attributions", ["source_id"])
    op.create_table(
        "bylines",
        sa.Column("story_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["story_id", "number"],
            ["revisions.story_id", "revisions.number"],
            name="fk_bylines_story_id_number",
        ),
        sa.PrimaryKeyConstraint("story_id", "number", "position", name="pk_bylines"),
    )
    op.create_table(
        "revision_tags",
        sa.Column("story_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("tag_id", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(
            ["story_id", "number"],
            ["revisions.story_id", "revisions.number"],
            name="fk_revision_tags_story_id_number",
        ),
        sa.ForeignKeyConstraint(["tag_id"], ["tags.id"], name="fk_revision_tags_tag_id"),
        sa.PrimaryKeyConstraint("story_id", "number", "position", name="pk_revision_tags"),
    )
    op.create_index("ix_revision_tags_tag_id", "revision_tags", ["tag_id"])
