"""What went out, and what readings teach."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
)

from newsdesk.storage.columns import NUMBER, UtcTime
from newsdesk.storage.tables.base import metadata

as_runs = Table(
    "as_runs",
    metadata,
    # One reading of a bulletin. Nothing of the log but the log itself is a foreign key: what went out is
    # kept whatever became of the bulletin, of its stories and of who read them.
    Column("session_id", NUMBER, primary_key=True, autoincrement=False),
    Column("bulletin_id", NUMBER, nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("airtime", UtcTime, nullable=False),
    Column("practice", Boolean, nullable=False),
    Column("person_id", NUMBER, nullable=False),
    Column("person", Text, nullable=False),
    Column("computer", Text, nullable=False),
    Column("begun_at", UtcTime, nullable=False, index=True),
    # By the clock of whoever brought it here: the log is kept from the later of the two.
    Column("arrived_at", UtcTime, nullable=False),
)

as_run_lines = Table(
    "as_run_lines",
    metadata,
    Column("session_id", NUMBER, ForeignKey("as_runs.session_id"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", UtcTime, nullable=False),
    Column("what", Text, nullable=False),
    # The line as it stands in the journal, with its seal (newsdesk/domain/as_run.py).
    Column("line", Text, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    # What one item took its reader; the line of the log that says so.
    Column("session_id", NUMBER, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("person_id", NUMBER, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("syllables", Integer, nullable=False),
    Column("sentences", Integer, nullable=False),
    Column("paragraphs", Integer, nullable=False),
    Column("taken_ms", Integer, nullable=False),
    Column("practice", Boolean, nullable=False),
    Index(None, "person_id", "at"),
)

learning = Table(
    "learning",
    metadata,
    # Since when readings teach a person's rate, the rate set by hand before that, and the one learnt last.
    Column("person_id", NUMBER, ForeignKey("people.id"), primary_key=True, autoincrement=False),
    Column("since", UtcTime, nullable=False),
    Column("own_rate", Integer, nullable=False),
    Column("learnt_rate", Integer, nullable=False),
)

as_run_retention = Table(
    "as_run_retention",
    metadata,
    # One row, number 1; none as long as the newsroom keeps its log as long as the law asks.
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("days", Integer, nullable=False),
    CheckConstraint("days >= 366", name="ck_as_run_retention_days"),
)
