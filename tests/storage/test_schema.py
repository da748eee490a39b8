"""Tables, migrations, and whose database it is."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from newsdesk.domain.attribution import Byline
from newsdesk.domain.story import Script
from newsdesk.errors import StorageError
from newsdesk.services.browsing import View
from newsdesk.storage.database import server_database
from newsdesk.storage.schema import (
    APPLICATION_ID,
    MIGRATIONS,
    SCHEMA,
    VERSION_TABLE,
    migrate_file,
    migrate_server,
)
from newsdesk.storage.tables.every import metadata
from tests.newsrooms import Building, Desk

NEXT = SCHEMA + 1
NEXT_MIGRATION = f"""
import sqlalchemy as sa
from alembic import op

revision = "{NEXT:04d}"
down_revision = "{SCHEMA:04d}"


def upgrade():
    with op.batch_alter_table("stories") as table:
        table.add_column(sa.Column("desk", sa.Text(), nullable=False, server_default="kota"))
        table.alter_column("slug", server_default="")  # makes SQLite's table anew
"""
LOSES_ROWS = NEXT_MIGRATION + '    op.execute("DELETE FROM bylines")\n'
BREAKS = NEXT_MIGRATION + '    op.execute("INSERT INTO nowhere VALUES (1)")\n'
ORPHANS = NEXT_MIGRATION + '    op.execute("UPDATE bylines SET number = 99")\n'


def _migrations(folder: Path, following: str) -> Path:
    copy = folder / "migrations"
    shutil.copytree(MIGRATIONS, copy, ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "versions" / f"{NEXT:04d}_next.py").write_text(following)
    return copy


def _newsroom_file(building: Building) -> Path:
    desk = building.desk()
    desk.drafting.new(Script(slug="SATU", body="Isi.", bylines=(Byline("Ipang"),), tags=("kota",)), "asli")
    desk.drafting.new(Script(slug="DUA", body="Isi."))
    desk.close()
    assert desk.storage.database.file is not None
    return desk.storage.database.file


def _dump(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        return list(connection.iterdump())


def _ask(file: Path, question: str) -> object:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(question).fetchone()[0]


@pytest.fixture
def file_building(tmp_path: Path) -> Building:
    """Give a newsroom in a file."""
    return Building("Redaksi", tmp_path / "profile")


def test_the_migrations_make_exactly_the_mapped_tables(desk: Desk) -> None:
    with desk.storage.database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        assert compare_metadata(context, metadata) == []


def test_the_newest_migration_is_the_schema_that_the_program_knows() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_current_head() == f"{SCHEMA:04d}"


def test_a_new_file_is_marked_as_ours_and_safe(file_building: Building) -> None:
    desk = file_building.desk()
    file = desk.storage.database.file
    assert file is not None
    assert _ask(file, "PRAGMA application_id") == APPLICATION_ID
    assert _ask(file, "PRAGMA user_version") == SCHEMA
    assert _ask(file, "PRAGMA journal_mode") == "wal"
    with desk.storage.database.engine.connect() as connection:
        pragmas = [
            connection.exec_driver_sql(f"PRAGMA {p}").scalar() for p in ("synchronous", "foreign_keys")
        ]
    assert pragmas == [2, 1]  # FULL, ON
    desk.close()


def test_a_migration_keeps_every_row_and_the_copy_made_before(
    file_building: Building, tmp_path: Path
) -> None:
    file = _newsroom_file(file_building)
    before = _dump(file)
    migrate_file(file, busy_ms=100, migrations=_migrations(tmp_path, NEXT_MIGRATION), to=NEXT)
    after = _dump(file)
    inserts = {line for line in before if line.startswith("INSERT") and "stories" not in line}
    assert inserts - set(after) == {f"INSERT INTO \"{VERSION_TABLE}\" VALUES('{SCHEMA:04d}');"}
    assert _ask(file, "SELECT group_concat(desk) FROM stories") == "kota,kota"
    assert _ask(file, "PRAGMA user_version") == NEXT
    copy = file.with_name(f"Redaksi.newsdesk.before-{NEXT}")
    assert _dump(copy) == before
    assert not list(file.parent.glob("*.new"))


def test_who_comes_second_with_a_new_version_leaves_the_copy_of_what_was_before(
    file_building: Building, tmp_path: Path
) -> None:
    file = _newsroom_file(file_building)
    before, migrations = _dump(file), _migrations(tmp_path, NEXT_MIGRATION)
    migrate_file(file, busy_ms=100, migrations=migrations, to=NEXT)
    migrate_file(file, busy_ms=100, migrations=migrations, to=NEXT)
    assert _dump(file.with_name(f"Redaksi.newsdesk.before-{NEXT}")) == before
    assert _ask(file, "PRAGMA user_version") == NEXT


@pytest.mark.parametrize(
    ("following", "told"),
    [(LOSES_ROWS, "lost rows of bylines"), (ORPHANS, "orphaned rows of bylines"), (BREAKS, "nowhere")],
)
def test_a_migration_that_goes_wrong_leaves_the_newsroom_as_it_was(
    file_building: Building, tmp_path: Path, following: str, told: str
) -> None:
    file = _newsroom_file(file_building)
    before = _dump(file)
    with pytest.raises(Exception, match=told) as failure:
        migrate_file(file, busy_ms=100, migrations=_migrations(tmp_path, following), to=NEXT)
    assert isinstance(failure.value, StorageError) or following is BREAKS
    assert _dump(file) == before
    assert _ask(file, "PRAGMA user_version") == SCHEMA
    assert len(file_building.desk().browsing.stories(View.ALL)) == 2
    file_building.close()


def test_a_server_is_migrated_with_every_row(postgres_address: str, tmp_path: Path) -> None:
    building = Building(postgres_address, tmp_path / "profile")
    desk = building.desk()
    made = desk.drafting.new(Script(slug="SATU", body="Isi.", bylines=(Byline("Ipang"),)))
    database = server_database(postgres_address)
    migrate_server(database, migrations=_migrations(tmp_path, NEXT_MIGRATION), to=NEXT)
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT desk FROM stories").scalar_one() == "kota"
    database.close()
    assert desk.drafting.open(made.id) == made
    building.close()
