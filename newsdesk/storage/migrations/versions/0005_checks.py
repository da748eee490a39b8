"""What a newsroom has settled about its checks, and which findings of a story were let be.

A migration is history: it stands as it ran, and never imports the mapping, which moves on.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the tables; nothing is settled and nothing let be yet."""
    op.create_table(
        "let_be",
        sa.Column("story_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("finding", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("person_id", NUMBER, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_let_be_person_id"),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name="fk_let_be_story_id"),
        sa.PrimaryKeyConstraint("story_id", "finding", name="pk_let_be"),
    )
    op.create_table(
        "check_choice",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("without", sa.Text(), nullable=False),
        sa.Column("breath_syllables", sa.Integer(), nullable=False),
        sa.Column("most_figures", sa.Integer(), nullable=False),
        sa.Column("months_without_year", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_check_choice"),
    )
    op.create_table(
        "house_words",
        sa.Column("word", sa.Text(), nullable=False),
        *_who("house_words"),
        sa.PrimaryKeyConstraint("word", name="pk_house_words"),
    )
    op.create_table(
        "house_pairs",
        sa.Column("wrong", sa.Text(), nullable=False),
        sa.Column("right", sa.Text(), nullable=False),
        *_who("house_pairs"),
        sa.PrimaryKeyConstraint("wrong", name="pk_house_pairs"),
    )
    op.create_table(
        "edited_rules",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("together", sa.Text(), nullable=False),
        sa.Column("unless", sa.Text(), nullable=False),
        sa.Column("says", sa.Text(), nullable=False),
        sa.Column("instrument", sa.Text(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("checked", sa.Text(), nullable=False),
        sa.Column("off", sa.Boolean(), nullable=False),
        *_who("edited_rules"),
        sa.PrimaryKeyConstraint("id", name="pk_edited_rules"),
    )


def _who(table: str) -> tuple[sa.Column[int], sa.Column[object], sa.ForeignKeyConstraint]:
    return (
        sa.Column("person_id", NUMBER, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=f"fk_{table}_person_id"),
    )
