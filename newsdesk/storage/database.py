"""Opening a newsroom's database: one SQLite file, or a PostgreSQL server."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import QueuePool

from newsdesk.errors import BadInput, DatabaseReadOnly
from newsdesk.i18n import _
from newsdesk.storage.failures import told_apart

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

BUSY_MS = 5_000
"""How long a writer waits for another program's lock, in milliseconds."""
ASLEEP_MS = 30_000
"""After so long without a word in the middle of a transaction a server takes a computer for asleep or gone.

Its transaction is undone then: whoever waits for its turn at the audit log would wait for hours.
"""
_BEGIN = "newsdesk_begin"


class Database:
    """One opened database: ``where`` names it in sentences; ``file`` is None for a server."""

    def __init__(self, engine: Engine, where: str, file: Path | None) -> None:
        self.engine = engine
        self.where = where
        self.file = file
        self._writer = engine.execution_options(**{_BEGIN: "IMMEDIATE"})

    @contextmanager
    def writing(self) -> Generator[Session]:
        """Give a session in one transaction: committed at the end of the block, undone by any exception.

        SQLite's writer takes its lock at once (BEGIN IMMEDIATE), so that it never fails half-way because
        another wrote in between. Raises a :class:`StorageError` for what the database cannot do.
        """
        from sqlalchemy.orm import Session  # not before the first list is read: see Storage.write

        with (
            told_apart(self.where, self.file),
            Session(self._writer, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield session

    @contextmanager
    def reading(self) -> Generator[Connection]:
        """Give a connection for one consistent look. Raises :class:`StorageError` as :meth:`writing` does."""
        with told_apart(self.where, self.file), self.engine.connect() as connection:
            yield connection

    def close(self) -> None:
        """Close every connection; SQLite folds its write-ahead log into the file."""
        self.engine.dispose()


def file_database(file: Path, *, busy_ms: int = BUSY_MS, foreign_keys: bool = True) -> Database:
    """Return the database in ``file``, which is made when missing.

    ``foreign_keys`` is False only for migrations. Raises :class:`DatabaseReadOnly` when the file or its
    folder cannot be written.
    """
    if file.exists() and not (_writable(file) and _writable(file.parent)):
        raise DatabaseReadOnly(str(file))
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=lambda: _connection(file, busy_ms, foreign_keys),
        # An address without a file's name gets a pool that closes one thread's connection for another's.
        poolclass=QueuePool,
        hide_parameters=True,  # a failure's words go to the log, and the text of a story never does
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        kind = connection.get_execution_options().get(_BEGIN, "DEFERRED")
        connection.exec_driver_sql(f"BEGIN {kind}")

    return Database(engine, str(file), file)


def server_database(address: str, *, busy_ms: int = BUSY_MS) -> Database:
    """Return the database at a ``postgresql://`` address; nothing is connected yet.

    Raises :class:`BadInput` when the address cannot be read. The password never stands in ``where``.
    """
    try:
        url = make_url(address).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError) as error:
        raise BadInput(_("Alamat basis data"), _("bukan alamat postgresql://")) from error
    engine = create_engine(
        url,
        hide_parameters=True,
        # A server that was restarted is found again without a failed click.
        pool_pre_ping=True,
        connect_args={
            "connect_timeout": 5,
            "application_name": "newsdesk",
            "options": (
                f"-c timezone=UTC -c lock_timeout={busy_ms} "
                f"-c idle_in_transaction_session_timeout={ASLEEP_MS}"
            ),
            # A cable that was pulled is noticed after ten seconds, not after the system's two hours.
            "keepalives_idle": 5,
            "keepalives_interval": 2,
            "keepalives_count": 3,
            "tcp_user_timeout": 10_000,
        },
    )
    return Database(engine, f"{url.host or url.query.get('host') or 'localhost'}/{url.database or ''}", None)


def _connection(file: Path, busy_ms: int, foreign_keys: bool) -> sqlite3.Connection:
    # isolation_level=None: the driver begins nothing by itself, the "begin" listener does.
    # check_same_thread=False: the pool hands a connection to one thread at a time.
    connection = sqlite3.connect(file, timeout=busy_ms / 1000, isolation_level=None, check_same_thread=False)
    try:
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            f"foreign_keys={'ON' if foreign_keys else 'OFF'}",
        ):
            connection.execute(f"PRAGMA {pragma}").close()
        # Filters ignore case in every alphabet; SQLite's own lower() knows ASCII only.
        connection.create_function("lower", 1, _lower, deterministic=True)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _lower(value: Any) -> Any:
    return value.lower() if isinstance(value, str) else value


def _writable(path: Path) -> bool:
    # The rights of who runs the program, where the system can ask for these.
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)
