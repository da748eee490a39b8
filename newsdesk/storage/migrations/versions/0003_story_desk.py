"""Clips and notes of a script, what kind each revision is, the trash, and who is writing in a story.

A migration is history: it stands as it ran, and never imports the mapping, which moves on.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add to the tables; the revisions that there are were saved, and no story is in the trash."""
    # Added in place, not in a batch: making the tables anew would copy every text for nothing.
    op.add_column("revisions", sa.Column("kind", sa.Text(), nullable=False, server_default="saved"))
    op.add_column("stories", sa.Column("trashed_at", TIME))
    number = NUMBER.compile(dialect=op.get_bind().dialect)
    # In words: SQLite takes a reference along with its column, and Alembic would add it afterwards.
    op.execute(
        f"ALTER TABLE stories ADD COLUMN trashed_by {number} "
        "CONSTRAINT fk_stories_trashed_by REFERENCES people (id)"
    )
    op.create_table(
        "blocks",
        sa.Column("story_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("in_words", sa.Text(), nullable=False),
        sa.Column("out_words", sa.Text(), nullable=False),
        sa.Column("milliseconds", NUMBER, nullable=False),
        sa.Column("speaker", sa.Text(), nullable=False),
        sa.Column("paraphrase", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["story_id", "number"],
            ["revisions.story_id", "revisions.number"],
            name="fk_blocks_story_id_number",
        ),
        sa.PrimaryKeyConstraint("story_id", "number", "position", name="pk_blocks"),
    )
    op.create_table(
        "locks",
        sa.Column("story_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("person_id", NUMBER, nullable=False),
        sa.Column("editor", NUMBER, nullable=False),
        sa.Column("since", TIME, nullable=False),
        sa.Column("seen_at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_locks_person_id"),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name="fk_locks_story_id"),
        sa.PrimaryKeyConstraint("story_id", name="pk_locks"),
    )
