"""Column types that are the same in Python whichever database keeps them.

A list converts ten thousand values at a time: each type leaves the work to one C function per value.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, TypeVar, cast

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, Text
from sqlalchemy.dialects import sqlite
from sqlalchemy.types import TypeDecorator, TypeEngine

WORDS = TypeVar("WORDS", bound=StrEnum)

NUMBER = BigInteger().with_variant(Integer, "sqlite")
"""A 62-bit number. In SQLite only INTEGER can be the rowid, and it holds 64 bits."""

_ISO_UTC = "%(year)04d-%(month)02d-%(day)02d %(hour)02d:%(minute)02d:%(second)02d.%(microsecond)06d+00:00"


class UtcTime(TypeDecorator[datetime]):
    """A moment, always aware and in UTC: ``timestamptz`` in PostgreSQL, ISO 8601 text in SQLite.

    The texts sort as the moments do. PostgreSQL gives UTC because every connection asks for that zone.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "sqlite":
            return sqlite.DATETIME(storage_format=_ISO_UTC)
        return DateTime(timezone=True)

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value and value.astimezone(UTC)


class Garbled(ValueError):
    """A column holds what was never written into it."""


class Words(TypeDecorator[WORDS]):
    """A StrEnum kept as its value, so that the next version can add a word without changing the column.

    A value that is no word of ours was garbled: it is read as ``otherwise``, or raises :class:`Garbled`.
    """

    impl = Text
    cache_ok = True

    def __init__(self, words: type[WORDS], otherwise: WORDS | None = None) -> None:
        super().__init__()
        self.words = words
        self.otherwise = otherwise

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else str(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        # A look-up without a Python function around it.
        return _Known(self.words, self.otherwise).__getitem__


class _Known(dict[Any, Any]):
    """The words by their values; what is missing is told apart only when it is asked for."""

    def __init__(self, words: type[StrEnum], otherwise: StrEnum | None) -> None:
        super().__init__({None: None, **{word.value: word for word in words}})
        self._otherwise = otherwise

    def __missing__(self, value: object) -> StrEnum:
        if self._otherwise is None:
            raise Garbled("not a word of this column")
        return self._otherwise


class WordList(TypeDecorator[tuple[str, ...]]):
    """Words in their order, kept as a list in JSON; nearly always the empty one.

    What is no such list was garbled: it raises :class:`Garbled`.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(value, ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...] | None:
        if value is None or value == "[]":
            return None if value is None else ()
        try:
            words = json.loads(value)
        except (ValueError, TypeError) as error:
            raise Garbled("a list of words is no JSON") from error
        if not isinstance(words, list) or not all(
            isinstance(word, str) for word in cast(list[object], words)
        ):
            raise Garbled("a list of words holds something else")
        return tuple(cast(list[str], words))


class WordSet(TypeDecorator[frozenset[WORDS]]):
    """A set of StrEnums, kept as a sorted list of their values in JSON.

    A word that a newer version brought is left out; what is no list of words raises :class:`Garbled`.
    """

    impl = Text
    cache_ok = True

    def __init__(self, words: type[WORDS]) -> None:
        super().__init__()
        self.words = words
        self._list = WordList()

    def process_bind_param(self, value: frozenset[WORDS] | None, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(sorted(value))

    def process_result_value(self, value: str | None, dialect: Dialect) -> frozenset[WORDS] | None:
        words = self._list.process_result_value(value, dialect)
        known = {word.value for word in self.words}
        return None if words is None else frozenset(self.words(word) for word in words if word in known)
