"""Turns what SQLite, PostgreSQL and their drivers say into the newsroom's typed failures."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionLeft

from newsdesk.errors import (
    DatabaseDamaged,
    DatabaseReadOnly,
    DatabaseUnreachable,
    DiskFull,
    StorageError,
)
from newsdesk.storage.columns import Garbled

_SQLITE: dict[int, type[StorageError]] = {
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_READONLY: DatabaseReadOnly,
    sqlite3.SQLITE_PERM: DatabaseReadOnly,
    sqlite3.SQLITE_CORRUPT: DatabaseDamaged,
    sqlite3.SQLITE_NOTADB: DatabaseDamaged,
    sqlite3.SQLITE_BUSY: DatabaseUnreachable,
    sqlite3.SQLITE_LOCKED: DatabaseUnreachable,
    sqlite3.SQLITE_CANTOPEN: DatabaseUnreachable,
    sqlite3.SQLITE_IOERR: DatabaseUnreachable,
}
_POSTGRESQL: dict[str, type[StorageError]] = {
    "53100": DiskFull,
    "25006": DatabaseReadOnly,  # read-only transaction: a standby
    "25P03": DatabaseUnreachable,  # this computer slept in the middle of a transaction
    "42501": DatabaseReadOnly,  # insufficient privilege
    "XX001": DatabaseDamaged,
    "XX002": DatabaseDamaged,
    "55P03": DatabaseUnreachable,  # lock not available in time
    "40P01": DatabaseUnreachable,  # deadlock
    "57014": DatabaseUnreachable,  # statement time-out
}
_NEARLY_FULL = 1_000_000
"""Free bytes under which an input/output failure of SQLite is taken for a full disk."""


@contextmanager
def told_apart(where: str, file: Path | None = None) -> Generator[None]:
    """Raise the :class:`StorageError` that a driver's failure in the block means; ``file`` is SQLite's."""
    try:
        yield
    except DBAPIError as error:
        failure = _failure(error.orig, file)
        if failure is None:
            raise
        raise failure(where, str(error.orig).strip()) from error
    except sqlite3.Error as error:
        failure = _failure(error, file)
        if failure is None:
            raise
        raise failure(where, str(error).strip()) from error
    except (ValueError, TypeError) as error:
        if not _garbled(error):
            raise
        raise DatabaseDamaged(where, str(error)) from error
    except NoConnectionLeft as error:
        raise DatabaseUnreachable(where, "every connection is busy") from error


def _garbled(error: Exception) -> bool:
    """Return whether a column held what we never write: SQLite keeps whatever it is given."""
    return isinstance(error, Garbled) or str(error).startswith(("Invalid isoformat", "fromisoformat:"))


def _failure(error: BaseException | None, file: Path | None) -> type[StorageError] | None:
    """Return the failure that ``error`` means; None when it is a fault of the program, to be seen as one."""
    if isinstance(error, sqlite3.Error):
        return _sqlite_failure(error, file)
    import psycopg  # a newsroom in a file never needs it

    if not isinstance(error, psycopg.Error):
        return None
    if error.sqlstate is None:
        # Without a state the server did not answer: refused, gone, time-out, no such host.
        # And with a word in the address that it does not know, nothing was asked of any server.
        unreachable = isinstance(error, psycopg.OperationalError | psycopg.ProgrammingError)
        return DatabaseUnreachable if unreachable else None
    return _postgresql_failure(error.sqlstate)


def _sqlite_failure(error: sqlite3.Error, file: Path | None) -> type[StorageError] | None:
    if str(error).startswith("Could not decode"):
        # Text that is not UTF-8 was never written by us; the driver gives this failure no number.
        return DatabaseDamaged
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    failure = _SQLITE.get(code & 0xFF)
    if code & 0xFF == sqlite3.SQLITE_IOERR and file is not None and _no_room(file):
        return DiskFull
    return failure


def _no_room(file: Path) -> bool:
    try:
        return shutil.disk_usage(file.parent).free < _NEARLY_FULL
    except OSError:
        return False


def _postgresql_failure(state: str) -> type[StorageError] | None:
    if state in _POSTGRESQL:
        return _POSTGRESQL[state]
    # Connection, sign-in, no such database, out of resources, server going down.
    return DatabaseUnreachable if state[:2] in ("08", "28", "3D", "53", "57") else None
