"""Sources, tags, desks, and what the station has settled about itself."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Integer,
    Table,
    Text,
    false,
)

from newsdesk.storage.columns import NUMBER, UtcTime
from newsdesk.storage.source_columns import Contacts, Offices
from newsdesk.storage.tables.base import metadata

tags = Table(
    "tags",
    metadata,
    Column("id", NUMBER, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False, unique=True),
    # Of the tag that this name stands for since they were merged, or since it was renamed; else 0.
    Column("merged_into", NUMBER, nullable=False, server_default="0"),
)

sources = Table(
    "sources",
    metadata,
    Column("id", NUMBER, primary_key=True, autoincrement=False),
    Column("person", Text, nullable=False),
    Column("office", Text, nullable=False),
    Column("organisation", Text, nullable=False),
    Column("contacts", Contacts, nullable=False, server_default="[]"),
    Column("on_record", Boolean, nullable=False),
    Column("offices", Offices, nullable=False, server_default="[]"),
    # Of the source that this one turned out to be; 0 as a rule.
    Column("merged_into", NUMBER, nullable=False, server_default="0"),
    Column("version", Integer, nullable=False),
)

told_apart = Table(
    "told_apart",
    metadata,
    # Two sources that are not one, whatever their names say; the smaller number first.
    Column("one", NUMBER, ForeignKey("sources.id"), primary_key=True, autoincrement=False),
    Column("other", NUMBER, ForeignKey("sources.id"), primary_key=True, autoincrement=False),
    Column("person_id", NUMBER, ForeignKey("people.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
)

desks = Table(
    "desks",
    metadata,
    Column("id", NUMBER, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False, unique=True),
    Column("archived", Boolean, nullable=False),
    # As of tags.
    Column("merged_into", NUMBER, nullable=False),
)

station = Table(
    "station",
    metadata,
    # One row, number 1; none as long as the newsroom has settled nothing.
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("sign_off", Text, nullable=False),
    # Whether somebody may approve a story of their own.
    Column("own_approval", Boolean, nullable=False, server_default=false()),
    # What it is called, "" where each computer has its own name for it.
    Column("name", Text, nullable=False, server_default=""),
)

decided_offers = Table(
    "decided_offers",
    metadata,
    Column("story_id", NUMBER, ForeignKey("stories.id"), primary_key=True, autoincrement=False),
    Column("offer", Text, primary_key=True),
    Column("accepted", Boolean, nullable=False),
    Column("person_id", NUMBER, ForeignKey("people.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
)
