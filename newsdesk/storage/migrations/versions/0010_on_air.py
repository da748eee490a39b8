"""What went out: the as-run log, readings that teach a rate, and for how long the log is kept.

A migration is history: it stands as it ran, and never imports the mapping, which moves on. The triggers that
guard the log are made after it (newsdesk/storage/air_guards.py).
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the tables; nothing has been aired or learnt yet."""
    # No foreign key leads from the log to anything but the log: what went out is kept whatever became of the
    # bulletin, of its stories and of who read them.
    op.create_table(
        "as_runs",
        sa.Column("session_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("bulletin_id", NUMBER, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("airtime", TIME, nullable=False),
        sa.Column("practice", sa.Boolean(), nullable=False),
        sa.Column("person_id", NUMBER, nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("computer", sa.Text(), nullable=False),
        sa.Column("begun_at", TIME, nullable=False),
        sa.Column("arrived_at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("session_id", name="pk_as_runs"),
    )
    op.create_index("ix_as_runs_begun_at", "as_runs", ["begun_at"])
    op.create_index("ix_as_runs_bulletin_id", "as_runs", ["bulletin_id"])
    op.create_table(
        "as_run_lines",
        sa.Column("session_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["session_id"], ["as_runs.session_id"], name="fk_as_run_lines_session_id"),
        sa.PrimaryKeyConstraint("session_id", "number", name="pk_as_run_lines"),
    )
    op.create_table(
        "readings",
        sa.Column("session_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("person_id", NUMBER, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("syllables", sa.Integer(), nullable=False),
        sa.Column("sentences", sa.Integer(), nullable=False),
        sa.Column("paragraphs", sa.Integer(), nullable=False),
        sa.Column("taken_ms", sa.Integer(), nullable=False),
        sa.Column("practice", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("session_id", "number", name="pk_readings"),
    )
    op.create_index("ix_readings_person_id_at", "readings", ["person_id", "at"])
    op.create_table(
        "learning",
        sa.Column("person_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("since", TIME, nullable=False),
        sa.Column("own_rate", sa.Integer(), nullable=False),
        sa.Column("learnt_rate", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_learning_person_id"),
        sa.PrimaryKeyConstraint("person_id", name="pk_learning"),
    )
    op.create_table(
        "as_run_retention",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.CheckConstraint("days >= 366", name="ck_as_run_retention_days"),
        sa.PrimaryKeyConstraint("id", name="pk_as_run_retention"),
    )
