"""The house lexicon, where its forms are used, and the house style."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
)

from newsdesk.domain.house_style import HourStyle, YearStyle
from newsdesk.domain.lexicon import HowSaid, NameOf
from newsdesk.storage.columns import NUMBER, UtcTime, WordList, Words
from newsdesk.storage.tables.base import metadata

pronunciations = Table(
    "pronunciations",
    metadata,
    Column("id", NUMBER, primary_key=True, autoincrement=False),
    Column("form", Text, nullable=False),
    Column("spoken", Text, nullable=False),
    Column("how", Words(HowSaid), nullable=False),
    Column("respelling", Text, nullable=False),
    Column("case_sensitive", Boolean, nullable=False),
    Column("name_of", Words(NameOf), nullable=False),
    Column("words_before", WordList, nullable=False),
    Column("words_after", WordList, nullable=False),
    Column("checked_by", Text, nullable=False),
    Column("checked_at", UtcTime),
    # 0 where it was found in no story, and so no foreign key.
    Column("found_in", NUMBER, nullable=False),
    Column("found_sentence", Text, nullable=False),
    Column("found_by", Text, nullable=False),
    Column("found_at", UtcTime),
    Column("version", Integer, nullable=False),
    Index(None, "form"),
)

story_forms = Table(
    "story_forms",
    metadata,
    # The forms of a story's newest revision.
    Column("story_id", NUMBER, ForeignKey("stories.id"), primary_key=True),
    Column("form", Text, primary_key=True),
    Index(None, "form"),
)

house_style = Table(
    "house_style",
    metadata,
    # One row, number 1; none as long as the newsroom has settled nothing.
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("years", Words(YearStyle), nullable=False),
    Column("hours", Words(HourStyle), nullable=False),
    Column("phone_zero", Text, nullable=False),
    Column("score_zero", Text, nullable=False),
    Column("bracketed_acronyms", Boolean, nullable=False),
    Column("relative_dates", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
)
