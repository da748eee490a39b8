"""The audit log."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Index,
    Integer,
    Table,
    Text,
)

from newsdesk.storage.columns import NUMBER
from newsdesk.storage.tables.base import metadata

audit = Table(
    "audit",
    metadata,
    # No reference to any table, and the moment as text: an entry is read and checked as it was written.
    Column("number", NUMBER, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("person_id", NUMBER, nullable=False),
    Column("person", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("subject_id", NUMBER, nullable=False),
    Column("subject", Text, nullable=False),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Index(None, "kind", "subject_id", "number"),
)

audit_head = Table(
    "audit_head",
    metadata,
    # One row, number 1: the newest entry once more, so that entries missing at the end are noticed.
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("number", NUMBER, nullable=False),
    Column("hash", Text, nullable=False),
)
