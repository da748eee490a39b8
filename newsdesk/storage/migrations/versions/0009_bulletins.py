"""Programmes, bulletins with their rundowns, prayer times, and stories sent to the microphone at once.

A migration is history: it stands as it ran, and never imports the mapping, which moves on.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables; a newsroom begins without a programme."""
    op.create_table(
        "programmes",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("rrule", sa.Text(), nullable=False),
        sa.Column("airtime", sa.Text(), nullable=False),
        sa.Column("slot_ms", NUMBER, nullable=False),
        sa.Column("announcers", sa.Text(), nullable=False),
        sa.Column("ahead_minutes", sa.Integer(), nullable=False),
        sa.Column("tolerance_ms", sa.Integer(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("template", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_programmes"),
    )
    op.create_table(
        "bulletins",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("programme_id", NUMBER, nullable=True),
        sa.Column("occurrence", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("airtime", TIME, nullable=False),
        sa.Column("slot_ms", NUMBER, nullable=False),
        sa.Column("tolerance_ms", sa.Integer(), nullable=False),
        sa.Column("announcers", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("ready_by", sa.Text(), nullable=False),
        sa.Column("ready_at", TIME, nullable=True),
        sa.Column("ready_why", sa.Text(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["programme_id"], ["programmes.id"], name="fk_bulletins_programme_id"),
        sa.PrimaryKeyConstraint("id", name="pk_bulletins"),
        sa.UniqueConstraint("programme_id", "occurrence", name="uq_bulletins_programme_id_occurrence"),
    )
    op.create_index("ix_bulletins_airtime", "bulletins", ["airtime"])
    _rundown()
    op.create_table(
        "flashes",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("bulletin_id", NUMBER, nullable=False),
        sa.Column("item_id", NUMBER, nullable=False),
        sa.Column("story_id", NUMBER, nullable=False),
        sa.Column("person_id", NUMBER, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("acknowledged_at", TIME, nullable=True),
        sa.Column("acknowledged_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["bulletin_id"], ["bulletins.id"], name="fk_flashes_bulletin_id"),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name="fk_flashes_story_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_flashes_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_flashes"),
    )
    op.create_index("ix_flashes_bulletin_id", "flashes", ["bulletin_id"])
    op.create_table(
        "prayer_times",
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("clock", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("place", "day", "name", name="pk_prayer_times"),
    )


def _rundown() -> None:
    op.create_table(
        "bulletin_blocks",
        sa.Column("bulletin_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("budget_ms", NUMBER, nullable=True),
        sa.ForeignKeyConstraint(["bulletin_id"], ["bulletins.id"], name="fk_bulletin_blocks_bulletin_id"),
        sa.PrimaryKeyConstraint("bulletin_id", "id", name="pk_bulletin_blocks"),
    )
    op.create_table(
        "bulletin_items",
        sa.Column("bulletin_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("block_id", NUMBER, nullable=False),
        sa.Column("story_id", NUMBER, nullable=True),
        sa.Column("revision", sa.Integer(), nullable=True),
        sa.Column("approval_id", NUMBER, nullable=True),
        sa.Column("reader_id", NUMBER, nullable=True),
        sa.Column("planned_ms", NUMBER, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("fixed_at", TIME, nullable=True),
        sa.Column("hit", sa.Text(), nullable=False),
        sa.Column("floated", sa.Boolean(), nullable=False),
        sa.Column("paraphrase", sa.Boolean(), nullable=False),
        sa.Column("cut", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["bulletin_id"], ["bulletins.id"], name="fk_bulletin_items_bulletin_id"),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name="fk_bulletin_items_story_id"),
        sa.ForeignKeyConstraint(["approval_id"], ["approvals.id"], name="fk_bulletin_items_approval_id"),
        sa.ForeignKeyConstraint(["reader_id"], ["people.id"], name="fk_bulletin_items_reader_id"),
        sa.PrimaryKeyConstraint("bulletin_id", "id", name="pk_bulletin_items"),
    )
    op.create_index("ix_bulletin_items_story_id", "bulletin_items", ["story_id"])
