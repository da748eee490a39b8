"""A newsroom of the last release without people's roles is brought up to date whole, on both databases."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from newsdesk.domain.as_run import AsRunRow
from newsdesk.domain.checking import Choice
from newsdesk.domain.people import Mode, Person
from newsdesk.services.browsing import View
from tests.newsrooms import Building
from tests.storage.older import AT, ENTRIES, SOURCES, TYPED, older_building, older_file


@pytest.fixture
def schema_6(request: pytest.FixtureRequest, where: str, tmp_path: Path) -> Building:
    """Give a newsroom that the release with schema 6 made and filled."""
    return older_building(request, where, tmp_path / "profile", 6)


def test_everybody_goes_on_as_before_and_nobody_has_to_sign_in(schema_6: Building) -> None:
    desk = schema_6.desk()
    assert desk.accounts.mode() is Mode.UNDECIDED
    assert desk.people.listed() == [Person("Ipang Harwoko", 365, "ipang", id=7, version=3)]
    assert desk.people.me().id == 7
    first = desk.accounts.begin_with("Ipang Harwoko", "ipang", "ombak laut selatan")
    assert (first.id, first.rate, first.rate_spread) == (7, 365, 0)
    assert schema_6.desk().accounts.sign_in("ipang", "ombak laut selatan").id == 7
    schema_6.close()


def test_every_row_is_kept_and_the_log_begins_with_the_next_act(schema_6: Building) -> None:
    desk = schema_6.desk()
    opened = desk.drafting.open(1)
    assert (opened.script, opened.recovered_at, opened.desk) == (TYPED, AT, "Kota")
    assert [row.slug for row in desk.browsing.stories(View.ALL)] == [TYPED.slug]
    assert desk.sources.list() == SOURCES
    assert desk.sources.compared().apart == {(5, 6)}
    assert {entry.id for entry in desk.lexicon.forms()} == {34, *(entry.id for entry in ENTRIES)}
    assert desk.station.pattern() == "{penulis}, Mahardhika FM."
    assert desk.station.name() == ""
    assert desk.checks.let_be(1)["ejaan:1"].reason == "Nama orang."
    settled = desk.checks.settled()
    assert [word.word for word in settled.words] == ["blitar"]
    assert settled.choice.breath_syllables == Choice(breath_syllables=70).breath_syllables
    assert [rule.text.says for rule in settled.rules] == ["Hati-hati."]
    assert desk.audit.entries() == []
    assert desk.audit.verify() is None
    desk.drafting.save(1, opened.version, TYPED)
    assert [entry.subject for entry in desk.audit.entries()] == [TYPED.slug]
    with (
        pytest.raises(DBAPIError, match="written for good"),
        desk.storage.database.engine.begin() as connection,
    ):
        connection.exec_driver_sql("DELETE FROM audit")
    schema_6.close()


def test_every_guard_stands_after_the_newest_migration(tmp_path: Path) -> None:
    file = older_file(tmp_path / "profile", 6)
    building = Building("Redaksi", tmp_path / "profile")
    building.desk()
    building.close()
    with closing(sqlite3.connect(file)) as connection:
        found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    assert {name for (name,) in found} >= {
        "audit_no_update",
        "audit_no_delete",
        "audit_no_replace",
        "audit_head_no_delete",
        "audit_head_only_on",
    }


def test_what_is_aired_from_then_on_is_kept(schema_6: Building) -> None:
    desk = schema_6.desk()
    now = datetime.now(UTC)
    with desk.storage.write() as work:
        work.as_runs.add(AsRunRow(1, 2, "Warta", now, False, 7, "Ipang", "studio-1", now, now))
        work.as_runs.add(AsRunRow(3, 2, "Warta", now, True, 7, "Ipang", "studio-1", now, now))
        work.as_runs.remove(3)
    for change in ("DELETE FROM as_runs", "UPDATE as_runs SET name = ''"):
        with (
            pytest.raises(DBAPIError, match="as_runs is"),
            desk.storage.database.engine.begin() as connection,
        ):
            connection.exec_driver_sql(change)
    with desk.storage.read() as queries:
        assert [run.session_id for run in queries.as_runs.of_bulletin(2)] == [1]
        assert queries.as_runs.retention() == 366
    schema_6.close()
