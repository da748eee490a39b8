"""The house lexicon: conditions, names and where a form was found; readings for one place; house style.

A migration is history: it stands as it ran, and never imports the mapping, which moves on.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add to the tables; the pronunciations that there are have no conditions and were found nowhere."""
    # Added in place, not in a batch: making the table anew would copy every row for nothing.
    for column in (
        sa.Column("name_of", sa.Text(), nullable=False, server_default=""),
        sa.Column("words_before", sa.Text(), nullable=False, server_default="[]"),
        sa.Column("words_after", sa.Text(), nullable=False, server_default="[]"),
        sa.Column("found_in", NUMBER, nullable=False, server_default="0"),
        sa.Column("found_sentence", sa.Text(), nullable=False, server_default=""),
        sa.Column("found_by", sa.Text(), nullable=False, server_default=""),
        sa.Column("found_at", TIME),
    ):
        op.add_column("pronunciations", column)
    op.create_table(
        "said_here",
        sa.Column("story_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("spoken", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["story_id", "number"],
            ["revisions.story_id", "revisions.number"],
            name="fk_said_here_story_id_number",
        ),
        sa.PrimaryKeyConstraint("story_id", "number", "position", name="pk_said_here"),
    )
    op.create_table(
        "story_forms",
        sa.Column("story_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name="fk_story_forms_story_id"),
        sa.PrimaryKeyConstraint("story_id", "form", name="pk_story_forms"),
    )
    op.create_index("ix_story_forms_form", "story_forms", ["form"])
    op.create_table(
        "house_style",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("years", sa.Text(), nullable=False),
        sa.Column("hours", sa.Text(), nullable=False),
        sa.Column("phone_zero", sa.Text(), nullable=False),
        sa.Column("score_zero", sa.Text(), nullable=False),
        sa.Column("bracketed_acronyms", sa.Boolean(), nullable=False),
        sa.Column("relative_dates", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_house_style"),
    )
