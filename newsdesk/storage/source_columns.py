"""How the lists of a source are kept: in its own row, as lists in JSON, for nobody asks for them alone.

A register is listed with every letter that somebody types into its search: what was read once is remembered,
and SQLAlchemy calls the reading function without one of its own around it.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator

from newsdesk.domain.attribution import Contact, Office

_log = logging.getLogger(__name__)
_NONE = "[]"
_REMEMBERED = 16_384


class Offices(TypeDecorator[tuple[Office, ...]]):
    """Offices over time; days as ISO 8601."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Sequence[Office] | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        rows = [[one.title, one.organisation, _written(one.since), _written(one.until)] for one in value]
        return json.dumps(rows, ensure_ascii=False)

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        return _offices


class Contacts(TypeDecorator[tuple[Contact, ...]]):
    """Numbers and addresses, each with whether it is private and how it is used."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Sequence[Contact] | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        return json.dumps([[one.value, one.private, one.note] for one in value], ensure_ascii=False)

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        return _contacts


@lru_cache(maxsize=_REMEMBERED)
def _offices(text: str | None) -> tuple[Office, ...]:
    if text is None or text == _NONE:
        return ()
    try:
        return tuple(
            Office(_words(title), _words(organisation), _read(since), _read(until))
            for title, organisation, since, until in json.loads(text)
        )
    except (ValueError, TypeError) as error:
        # SQLite keeps what it is given. One garbled row must not close the whole register: the office that
        # the source has in its own columns still stands.
        _log.warning("offices of a source are garbled: %s", type(error).__name__)
        return ()


@lru_cache(maxsize=_REMEMBERED)
def _contacts(text: str | None) -> tuple[Contact, ...]:
    if text is None or text == _NONE:
        return ()
    try:
        return tuple(
            Contact(_words(value), bool(private), _words(note)) for value, private, note in json.loads(text)
        )
    except (ValueError, TypeError) as error:
        _log.warning("contacts of a source are garbled: %s", type(error).__name__)
        # A number may still be read in it by a person; kept to the newsroom, for nothing says otherwise.
        return (Contact(str(text)),)


def _words(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _written(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _read(day: str | None) -> date | None:
    return None if day is None else date.fromisoformat(day)
