"""The one door to the storage: open a newsroom by its name or its server's address."""

from __future__ import annotations

import hashlib
from collections.abc import Generator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from newsdesk.domain.ids import TimeOrderedIds
from newsdesk.paths import Paths
from newsdesk.storage.database import BUSY_MS, Database, file_database, server_database
from newsdesk.storage.half_said import NotesFolder
from newsdesk.storage.newsrooms import SUFFIX, is_server, newsroom_file
from newsdesk.storage.presence import Presence
from newsdesk.storage.queries import Queries
from newsdesk.storage.recovery import RecoveryFolder
from newsdesk.storage.schema import SCHEMA, migrate_file, migrate_server, schema_of_file, schema_of_server

if TYPE_CHECKING:
    from newsdesk.storage.air_files import AirFolder
    from newsdesk.storage.unit_of_work import UnitOfWork


class Storage:
    """An opened newsroom: its transactions, its questions, and the local copies of what is being typed.

    ``editor`` is the number of this opening; what is typed in it is kept under that number. ``folder`` is
    where this newsroom has its local copies, ``air`` the folder of :attr:`air`.
    """

    def __init__(self, name: str, database: Database, folder: Path, air: Path) -> None:
        self.name = name
        self.recovery = RecoveryFolder(folder)
        self.notes = NotesFolder(folder / "notes")
        self._air = air
        self.database = database
        self._ids = TimeOrderedIds()
        self.editor = self._ids.new()
        self.presence = Presence(folder, self.editor)

    @cached_property
    def air(self) -> AirFolder:
        """What this newsroom needs at the microphone, kept on this computer."""
        from newsdesk.storage.air_files import AirFolder  # not before the first list: bulletins and journals

        return AirFolder(self._air)

    def new_id(self) -> int:
        """Return a number for a story that is not stored yet."""
        return self._ids.new()

    @contextmanager
    def write(self) -> Generator[UnitOfWork]:
        """Give one transaction: kept at the end of the block, undone by any exception.

        Raises a :class:`StorageError` for what the database cannot do.
        """
        # The first list is read without the mapper, a third of what opening a newsroom loads.
        from newsdesk.storage.unit_of_work import UnitOfWork

        with self.database.writing() as session:
            work = UnitOfWork(session, self._ids)
            yield work
            work.audit.write()

    @contextmanager
    def read(self) -> Generator[Queries]:
        """Give the questions of one consistent look. Raises a :class:`StorageError` as :meth:`write` does."""
        with self.database.reading() as connection:
            yield Queries(connection)

    def close(self) -> None:
        """Close the database."""
        self.presence.close()
        self.database.close()


def open_storage(newsroom: str, paths: Paths, *, busy_ms: int = BUSY_MS) -> Storage:
    """Open a newsroom, making it when there is none and bringing an older one up to date.

    ``newsroom`` is a name (the file ``NAME.newsdesk`` in the profile) or a ``postgresql://`` address;
    ``busy_ms`` how long to wait for another program's lock. Raises :class:`BadInput` for a bad name,
    :class:`ProfileUnusable` for a profile that cannot be made, and every kind of :class:`StorageError`.
    """
    paths.make()
    return _server(newsroom, paths, busy_ms) if is_server(newsroom) else _file(newsroom, paths, busy_ms)


def _file(name: str, paths: Paths, busy_ms: int) -> Storage:
    file = newsroom_file(paths.newsrooms, name)
    database = file_database(file, busy_ms=busy_ms)
    if schema_of_file(file, busy_ms) < SCHEMA:
        migrate_file(file, busy_ms=busy_ms)
    name = file.name.removesuffix(SUFFIX)
    return Storage(name, database, paths.recovery / name, paths.air / name)


def _server(address: str, paths: Paths, busy_ms: int) -> Storage:
    database = server_database(address.strip(), busy_ms=busy_ms)
    try:
        if schema_of_server(database) < SCHEMA:
            migrate_server(database)
    except BaseException:  # whatever it is goes on; nothing half-open stays behind
        database.close()
        raise
    folder = _folder_of(database)
    return Storage(database.where.rpartition("/")[2], database, paths.recovery / folder, paths.air / folder)


def air_folder(newsroom: str, paths: Paths) -> AirFolder:
    """Return what a newsroom has for the microphone on this computer; its database is not asked for.

    Raises :class:`BadInput` for a bad name or address.
    """
    from newsdesk.storage.air_files import AirFolder

    if not is_server(newsroom):
        return AirFolder(paths.air / newsroom_file(paths.newsrooms, newsroom).name.removesuffix(SUFFIX))
    database = server_database(newsroom.strip())
    database.close()
    return AirFolder(paths.air / _folder_of(database))


def _folder_of(database: Database) -> str:
    # Two servers may have databases of one name: their local copies must not meet.
    return hashlib.sha256(database.where.encode()).hexdigest()[:16]
