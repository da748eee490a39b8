"""INSERT with the ON CONFLICT of the database in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine import Dialect

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql


def insert_into(table: Table, dialect: Dialect) -> sqlite.Insert | postgresql.Insert:
    """Return the INSERT into ``table`` that knows what to do with a row that is there already."""
    if dialect.name == "postgresql":
        from sqlalchemy.dialects import postgresql  # costs 30 ms, and a newsroom in a file never needs it

        return postgresql.insert(table)
    return sqlite.insert(table)
