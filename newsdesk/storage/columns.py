"""Column types that are the same in Python whichever database keeps them."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator

WORDS = TypeVar("WORDS", bound=StrEnum)

NUMBER = BigInteger().with_variant(Integer, "sqlite")
"""A 62-bit number. In SQLite only INTEGER can be the rowid, and it holds 64 bits."""


class UtcTime(TypeDecorator[datetime]):
    """A moment in UTC, always aware in Python: ``timestamptz`` in PostgreSQL, zoneless text in SQLite."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Words(TypeDecorator[WORDS]):
    """A StrEnum kept as its value, so that the next version can add a word without changing the column."""

    impl = Text
    cache_ok = True

    def __init__(self, words: type[WORDS]) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> WORDS | None:
        return None if value is None else self.words(value)
