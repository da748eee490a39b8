"""What editors approved, looked at and said; since when a story waits; what may be cut for time.

A migration is history: it stands as it ran, and never imports the mapping, which moves on.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add to the tables; what waits for an editor waits since it was handed in last."""
    # Added in place, not in a batch: making the table anew would copy every row for nothing.
    op.add_column("stories", sa.Column("waiting_since", TIME))
    op.add_column("stories", sa.Column("approved_revision", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("stories", sa.Column("embargo", TIME))
    op.add_column("stories", sa.Column("killed_why", sa.Text(), nullable=False, server_default=""))
    op.add_column(
        "station", sa.Column("own_approval", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    handed_in = "revisions.story_id = stories.id AND revisions.kind = 'submitted'"
    op.execute(
        f"UPDATE stories SET waiting_since = (SELECT max(revisions.at) FROM revisions WHERE {handed_in}) "
        "WHERE status = 'waiting'"
    )
    op.create_table(
        "cuttable",
        sa.Column("story_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["story_id", "number"],
            ["revisions.story_id", "revisions.number"],
            name="fk_cuttable_story_id_number",
        ),
        sa.PrimaryKeyConstraint("story_id", "number", "position", name="pk_cuttable"),
    )
    _approvals()
    op.create_table(
        "looks",
        sa.Column("person_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("story_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_looks_person_id"),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name="fk_looks_story_id"),
        sa.PrimaryKeyConstraint("person_id", "story_id", name="pk_looks"),
    )
    op.create_table(
        "comments",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("story_id", NUMBER, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer()),
        sa.Column("end", sa.Integer()),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("person_id", NUMBER, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("done_at", TIME),
        sa.Column("done_by", NUMBER),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name="fk_comments_story_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_comments_person_id"),
        sa.ForeignKeyConstraint(["done_by"], ["people.id"], name="fk_comments_done_by"),
        sa.PrimaryKeyConstraint("id", name="pk_comments"),
    )
    op.create_index("ix_comments_story_id", "comments", ["story_id"])


def _approvals() -> None:
    op.create_table(
        "approvals",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("story_id", NUMBER, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("person_id", NUMBER, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("own", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("ended_at", TIME),
        sa.Column("ended_by", NUMBER),
        sa.Column("ended_why", sa.Text()),
        sa.ForeignKeyConstraint(
            ["story_id", "revision"],
            ["revisions.story_id", "revisions.number"],
            name="fk_approvals_story_id_revision",
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_approvals_person_id"),
        sa.ForeignKeyConstraint(["ended_by"], ["people.id"], name="fk_approvals_ended_by"),
        sa.PrimaryKeyConstraint("id", name="pk_approvals"),
    )
    op.create_index("ix_approvals_story_id", "approvals", ["story_id"])
    op.create_index(
        "uq_approvals_in_force",
        "approvals",
        ["story_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
