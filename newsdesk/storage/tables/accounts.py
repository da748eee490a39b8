"""Who works here, and how they sign in."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Integer,
    Table,
    Text,
    true,
)

from newsdesk.domain.people import Role
from newsdesk.storage.columns import NUMBER, UtcTime, WordSet
from newsdesk.storage.tables.base import metadata

people = Table(
    "people",
    metadata,
    Column("id", NUMBER, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("rate", Integer, nullable=False),
    Column("login", Text, nullable=False, unique=True),
    Column("version", Integer, nullable=False),
    Column("roles", WordSet(Role), nullable=False, server_default="[]"),
    Column("active", Boolean, nullable=False, server_default=true()),
    Column("rate_spread", Integer, nullable=False, server_default="0"),
)

credentials = Table(
    "credentials",
    metadata,
    Column("person_id", NUMBER, ForeignKey("people.id"), primary_key=True, autoincrement=False),
    # Argon2's own text: kind, cost, salt and hash.
    Column("password", Text, nullable=False),
    Column("set_at", UtcTime, nullable=False),
)

failed_sign_ins = Table(
    "failed_sign_ins",
    metadata,
    # As it was typed, in small letters; nobody need have this login.
    Column("login", Text, primary_key=True),
    Column("times", Integer, nullable=False),
    Column("at", UtcTime, nullable=False),
)

signing_in = Table(
    "signing_in",
    metadata,
    # One row, number 1; none as long as the newsroom has settled nothing.
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("mode", Text, nullable=False),
    Column("idle_minutes", Integer, nullable=False),
)
