"""Programmes and their bulletins, flashes, prayer times."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from newsdesk.domain.bulletin import BulletinState
from newsdesk.domain.rundown import ItemKind
from newsdesk.storage.columns import NUMBER, UtcTime, Words
from newsdesk.storage.tables.base import metadata

programmes = Table(
    "programmes",
    metadata,
    Column("id", NUMBER, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("rrule", Text, nullable=False),
    # The station's clock, "HH:MM:SS".
    Column("airtime", Text, nullable=False),
    Column("slot_ms", NUMBER, nullable=False),
    # People's numbers in their order, in JSON.
    Column("announcers", Text, nullable=False),
    Column("ahead_minutes", Integer, nullable=False),
    Column("tolerance_ms", Integer, nullable=False),
    # Whose prayer times hold.
    Column("place", Text, nullable=False),
    # A rundown in JSON (newsdesk/domain/rundown_json.py).
    Column("template", Text, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
)

bulletins = Table(
    "bulletins",
    metadata,
    Column("id", NUMBER, primary_key=True, autoincrement=False),
    Column("programme_id", NUMBER, ForeignKey("programmes.id")),
    # The station's clock as its programme's rule has it, ISO 8601: two desks make one of it, at most once.
    Column("occurrence", Text),
    Column("name", Text, nullable=False),
    Column("airtime", UtcTime, nullable=False, index=True),
    Column("slot_ms", NUMBER, nullable=False),
    Column("tolerance_ms", Integer, nullable=False),
    Column("announcers", Text, nullable=False),
    Column("state", Words(BulletinState, BulletinState.PLANNED), nullable=False),
    Column("ready_by", Text, nullable=False),
    Column("ready_at", UtcTime),
    Column("ready_why", Text, nullable=False),
    # Taken out of sight; it stays, so that it is not made again.
    Column("removed", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    UniqueConstraint("programme_id", "occurrence"),
)

bulletin_blocks = Table(
    "bulletin_blocks",
    metadata,
    Column("bulletin_id", NUMBER, ForeignKey("bulletins.id"), primary_key=True, autoincrement=False),
    Column("id", NUMBER, primary_key=True, autoincrement=False),
    Column("position", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("budget_ms", NUMBER),
)

bulletin_items = Table(
    "bulletin_items",
    metadata,
    Column("bulletin_id", NUMBER, ForeignKey("bulletins.id"), primary_key=True, autoincrement=False),
    Column("id", NUMBER, primary_key=True, autoincrement=False),
    Column("position", Integer, nullable=False),
    Column("kind", Words(ItemKind, ItemKind.WORDS), nullable=False),
    Column("slug", Text, nullable=False),
    Column("block_id", NUMBER, nullable=False),
    Column("story_id", NUMBER, ForeignKey("stories.id"), index=True),
    Column("revision", Integer),
    Column("approval_id", NUMBER, ForeignKey("approvals.id")),
    Column("reader_id", NUMBER, ForeignKey("people.id")),
    Column("planned_ms", NUMBER, nullable=False),
    Column("words", Text, nullable=False),
    Column("path", Text, nullable=False),
    Column("fixed_at", UtcTime),
    Column("hit", Text, nullable=False),
    Column("floated", Boolean, nullable=False),
    Column("paraphrase", Boolean, nullable=False),
    # Spans in JSON.
    Column("cut", Text, nullable=False),
)

flashes = Table(
    "flashes",
    metadata,
    # Stories put next while the bulletin was on air ("Kilat").
    Column("id", NUMBER, primary_key=True, autoincrement=False),
    Column("bulletin_id", NUMBER, ForeignKey("bulletins.id"), nullable=False, index=True),
    Column("item_id", NUMBER, nullable=False),
    Column("story_id", NUMBER, ForeignKey("stories.id"), nullable=False),
    Column("person_id", NUMBER, ForeignKey("people.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("acknowledged_at", UtcTime),
    # The name of who did, at the microphone.
    Column("acknowledged_by", Text, nullable=False),
)

prayer_times = Table(
    "prayer_times",
    metadata,
    Column("place", Text, primary_key=True),
    # ISO 8601, and the station's clock: "2025-01-17", "17:58:00".
    Column("day", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("clock", Text, nullable=False),
)
