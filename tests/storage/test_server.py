"""A newsroom on a PostgreSQL server: refused, out of reach, read-only, and back again."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsdesk.domain.audit import Deed
from newsdesk.domain.story import Script, StoryStatus
from newsdesk.errors import BadInput, DatabaseReadOnly, DatabaseTooNew, DatabaseUnreachable, NotOurDatabase
from newsdesk.paths import Paths
from newsdesk.storage import database
from newsdesk.storage.open import open_storage
from newsdesk.storage.schema import VERSION_TABLE
from tests.newsrooms import Desk
from tests.postgres import PostgresServer

TEXT = Script(slug="STATISTIK-OPD", body="Pemkot Blitar menggelar upacara.")


def _database(address: str) -> str:
    return address.partition("?")[0].rpartition("/")[2]


def test_an_empty_database_becomes_a_newsroom(postgres_server: PostgresServer, tmp_path: Path) -> None:
    name = postgres_server.empty()
    for _ in range(2):
        desk = Desk(postgres_server.address(name), tmp_path)
        desk.drafting.new(TEXT)
        desk.close()
    assert desk.storage.name == name


def test_a_database_of_another_program_is_refused_and_not_changed(
    postgres_server: PostgresServer, tmp_path: Path
) -> None:
    name = postgres_server.empty()
    postgres_server.execute("CREATE TABLE bookmarks (url text)", name)
    with pytest.raises(NotOurDatabase):
        open_storage(postgres_server.address(name), Paths(tmp_path))
    postgres_server.execute("DROP TABLE bookmarks", name)
    with pytest.raises(Exception, match="does not exist"):
        postgres_server.execute("SELECT 1 FROM stories", name)


def test_a_newer_newsroom_is_refused(
    postgres_server: PostgresServer, postgres_address: str, tmp_path: Path
) -> None:
    postgres_server.execute(f"UPDATE {VERSION_TABLE} SET version_num = '0099'", _database(postgres_address))
    with pytest.raises(DatabaseTooNew):
        open_storage(postgres_address, Paths(tmp_path))


def test_a_person_who_may_only_read_is_told_so(
    postgres_server: PostgresServer, postgres_address: str, tmp_path: Path
) -> None:
    database = _database(postgres_address)
    postgres_server.execute("CREATE ROLE reader LOGIN")
    postgres_server.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader", database)
    desk = Desk(postgres_server.address(database, "reader"), tmp_path)
    try:
        with pytest.raises(DatabaseReadOnly):
            desk.people.me()
    finally:
        desk.close()
        postgres_server.execute("DROP OWNED BY reader", database)
        postgres_server.execute("DROP ROLE reader")


def test_a_server_that_does_not_answer_is_out_of_reach_and_its_password_stays_secret(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnreachable) as failure:
        open_storage("postgresql://dewi:rahasia@127.0.0.1:1/redaksi", Paths(tmp_path))
    assert failure.value.where == "127.0.0.1/redaksi"
    assert "rahasia" not in str(failure.value)


def test_an_address_that_is_none_is_bad_input(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        open_storage("postgresql://host:port/redaksi", Paths(tmp_path))


def test_while_the_server_is_away_typing_is_kept_and_it_is_found_again(
    postgres_server: PostgresServer, postgres_address: str, tmp_path: Path
) -> None:
    desk = Desk(postgres_address, tmp_path)
    made = desk.drafting.new(TEXT)
    newer = Script(body="Diketik waktu peladen mati.")
    postgres_server.stop()
    try:
        for use in (desk.drafting.keep, desk.drafting.save, desk.handing_in.submit):
            with pytest.raises(DatabaseUnreachable):
                use(made.id, made.version, newer)
        assert desk.locks.take(made.id) is None  # nobody is asked, and nobody is in the way
        desk.locks.release(made.id)
        desk.drafting.keep_local(made.id, made.version, newer)
        with pytest.raises(DatabaseUnreachable):
            desk.drafting.open(made.id)
    finally:
        postgres_server.start()
    assert desk.drafting.open(made.id).script == newer
    assert desk.drafting.save(made.id, made.version, newer).revision == 2
    assert desk.drafting.open(made.id).status is StoryStatus.DRAFT
    desk.close()


def test_a_story_that_another_writer_holds_is_out_of_reach_not_waited_for_ever(
    postgres_address: str, tmp_path: Path
) -> None:
    ipang, dewi = Desk(postgres_address, tmp_path / "a"), Desk(postgres_address, tmp_path / "b", "dewi")
    made = ipang.drafting.new(TEXT)
    dewi.people.me()
    with ipang.storage.write() as work:
        work.stories.find(made.id)
        with pytest.raises(DatabaseUnreachable):
            dewi.drafting.save(made.id, made.version, Script(body="Dewi."))
    assert dewi.drafting.save(made.id, made.version, Script(body="Dewi.")).revision == 2
    ipang.close()
    dewi.close()


def test_a_desk_that_falls_asleep_in_an_act_holds_up_nobody_for_long(
    postgres_address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "ASLEEP_MS", 200)
    asleep = Desk(postgres_address, tmp_path / "a")
    monkeypatch.undo()
    dewi = Desk(postgres_address, tmp_path / "b", "dewi")
    dewi.storage.close()
    dewi.storage.database = database.server_database(postgres_address)
    me = asleep.people.me()
    with pytest.raises(DatabaseUnreachable), asleep.storage.write() as work:
        work.audit.record(Deed.SAVE, me, "story", 1, "TIDUR")
        work.audit.write()  # its turn at the log is its own until it is done: a lid is closed
        assert dewi.drafting.new(TEXT).revision == 1
    assert [entry.subject for entry in dewi.audit.entries()] == [TEXT.slug]
    assert dewi.audit.verify() is None
    for desk in (asleep, dewi):
        desk.close()
