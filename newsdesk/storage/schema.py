"""Whose database it is, how old its tables are, and bringing them up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, inspect

from newsdesk.errors import DatabaseDamaged, DatabaseTooNew, NotOurDatabase, StorageError
from newsdesk.storage.database import Database, file_database
from newsdesk.storage.failures import told_apart

SCHEMA = 12
"""The number of the newest migration: ``user_version`` in SQLite, four digits in PostgreSQL's table."""
APPLICATION_ID = 0x4E77446B
"""``application_id`` of our SQLite files: "NwDk"."""
VERSION_TABLE = "newsdesk_schema"
MIGRATIONS = Path(__file__).parent / "migrations"


def schema_of_file(file: Path, busy_ms: int) -> int:
    """Return the schema of the newsroom in ``file``, 0 when the file is missing or empty; change nothing.

    Raises :class:`NotOurDatabase`, :class:`DatabaseTooNew`, :class:`DatabaseDamaged`, and
    :class:`DatabaseUnreachable` for a file that stays locked. After a crash (the write-ahead log is still
    there) the whole file is checked.
    """
    if not file.exists():
        return 0
    log = file.with_name(file.name + "-wal")
    crashed = log.exists() and log.stat().st_size > 0
    # rw, not ro: SQLite must be able to read a log that a crash left. Nothing is written to the file itself.
    uri = f"{file.absolute().as_uri()}?mode=rw"
    with (
        told_apart(str(file), file),
        closing(sqlite3.connect(uri, uri=True, timeout=busy_ms / 1000)) as connection,
    ):

        def ask(question: str) -> int | str:
            return connection.execute(question).fetchone()[0]

        application, version = ask("PRAGMA application_id"), int(ask("PRAGMA user_version"))
        tables = ask("SELECT count(*) FROM sqlite_master")
        if application == 0 and version == 0 and tables == 0:
            return 0
        if application != APPLICATION_ID:
            raise NotOurDatabase(str(file))
        if crashed and (found := ask("PRAGMA quick_check(1)")) != "ok":
            raise DatabaseDamaged(str(file), str(found))
    return _known(version, str(file))


def schema_of_server(database: Database) -> int:
    """Return the schema of the newsroom on a server, 0 for an empty database; errors as for a file."""
    with database.reading() as connection:
        tables = inspect(connection).get_table_names()
        if VERSION_TABLE not in tables:
            if tables:
                raise NotOurDatabase(database.where)
            return 0
        number = connection.exec_driver_sql(f"SELECT version_num FROM {VERSION_TABLE}").scalar_one()
    return _known(int(number), database.where)


def migrate_file(file: Path, *, busy_ms: int, migrations: Path = MIGRATIONS, to: int = SCHEMA) -> None:
    """Bring the newsroom in ``file`` to the schema ``to``, or leave it exactly as it was.

    A file that holds a newsroom is copied first, to ``NAME.newsdesk.before-N``. Foreign keys are off
    meanwhile: with them on, a table that Alembic makes anew would take its children's rows with it.
    """
    database = file_database(file, busy_ms=busy_ms, foreign_keys=False)

    def behind(connection: Connection) -> bool:
        version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
        # Only now, with the writer's lock: another program may have been quicker, and its copy is the one
        # of what was before. Readers, and so the copy, see what stood there when the lock was taken.
        if 0 < version < to:
            _copy(file, file.with_name(f"{file.name}.before-{to}"))
        return version < to

    def finish(connection: Connection) -> None:
        orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if orphans:
            raise StorageError(database.where, f"migration {to} orphaned rows of {orphans[0][0]}")
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {to}")

    try:
        _migrate(database, migrations, to, behind, finish)
    finally:
        database.close()


def migrate_server(database: Database, *, migrations: Path = MIGRATIONS, to: int = SCHEMA) -> None:
    """Bring the newsroom on a server to the schema ``to`` in one transaction, or leave it as it was."""

    def behind(connection: Connection) -> bool:
        # Two people who start a new version at once take turns; who comes second finds nothing to do.
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({APPLICATION_ID})")
        return True

    def finish(connection: Connection) -> None:
        """Nothing: the version table is Alembic's own."""

    _migrate(database, migrations, to, behind, finish)


def _migrate(
    database: Database,
    migrations: Path,
    to: int,
    behind: Callable[[Connection], bool],
    finish: Callable[[Connection], None],
) -> None:
    # Alembic costs as much as a window: only a database that is not up to date needs it.
    from alembic import command
    from alembic.config import Config

    from newsdesk.storage.guards import guard

    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    with database.writing() as session:
        connection = session.connection()
        if not behind(connection):
            return
        config.attributes["connection"] = connection
        before = _row_counts(connection)
        command.upgrade(config, f"{to:04d}")
        after = _row_counts(connection)
        for table, rows in before.items():
            if after.get(table, rows) < rows:
                raise StorageError(database.where, f"migration {to} lost rows of {table}")
        guard(connection)
        finish(connection)


def _row_counts(connection: Connection) -> dict[str, int]:
    tables = inspect(connection).get_table_names()
    return {t: connection.exec_driver_sql(f'SELECT count(*) FROM "{t}"').scalar_one() for t in tables}


def _known(version: int, where: str) -> int:
    if version > SCHEMA:
        raise DatabaseTooNew(where, str(version))
    return version


def _copy(file: Path, copy: Path) -> None:
    unfinished = copy.with_name(copy.name + ".new")
    unfinished.unlink(missing_ok=True)
    with (
        told_apart(str(copy), copy),
        closing(sqlite3.connect(file)) as source,
        closing(sqlite3.connect(unfinished)) as target,
    ):
        source.backup(target)
    unfinished.replace(copy)
