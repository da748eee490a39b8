"""What the newsroom settled about its checks."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Integer,
    Table,
    Text,
)

from newsdesk.storage.columns import NUMBER, UtcTime, WordList
from newsdesk.storage.tables.base import metadata

let_be = Table(
    "let_be",
    metadata,
    Column("story_id", NUMBER, ForeignKey("stories.id"), primary_key=True),
    # The finding's own name: the same while its words stay in the script.
    Column("finding", Text, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("person_id", NUMBER, ForeignKey("people.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
)

check_choice = Table(
    "check_choice",
    metadata,
    # One row, number 1; none as long as the newsroom has settled nothing.
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("without", WordList, nullable=False),
    Column("breath_syllables", Integer, nullable=False),
    Column("most_figures", Integer, nullable=False),
    Column("months_without_year", Integer, nullable=False),
)

house_words = Table(
    "house_words",
    metadata,
    Column("word", Text, primary_key=True),
    Column("person_id", NUMBER, ForeignKey("people.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
)

house_pairs = Table(
    "house_pairs",
    metadata,
    Column("wrong", Text, primary_key=True),
    Column("right", Text, nullable=False),
    Column("person_id", NUMBER, ForeignKey("people.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
)

edited_rules = Table(
    "edited_rules",
    metadata,
    # A built-in rule's own name; the rule itself stays as it is.
    Column("id", Text, primary_key=True),
    Column("topic", WordList, nullable=False),
    Column("together", WordList, nullable=False),
    Column("unless", WordList, nullable=False),
    Column("says", Text, nullable=False),
    Column("instrument", Text, nullable=False),
    Column("article", Text, nullable=False),
    Column("quote", Text, nullable=False),
    Column("checked", Text, nullable=False),
    Column("off", Boolean, nullable=False),
    Column("person_id", NUMBER, ForeignKey("people.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
)
