"""A newsroom as the second release made it is brought up to date with every row, on both databases."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from newsdesk.domain.blocks import MARK, Clip, Note
from newsdesk.domain.story import Revision, RevisionKind, Script
from newsdesk.services.browsing import View
from newsdesk.storage.schema import SCHEMA, schema_of_file
from tests.newsrooms import Building
from tests.storage.older import AT, ENTRIES, SAID, SAVED, STYLE, TYPED, older_building, older_file


@pytest.fixture
def schema_2(request: pytest.FixtureRequest, where: str, tmp_path: Path) -> Building:
    """Give a newsroom that the second release made and filled."""
    return older_building(request, where, tmp_path / "profile", 2)


def test_every_row_of_the_second_release_is_kept_and_readable(schema_2: Building) -> None:
    desk = schema_2.desk()
    opened = desk.drafting.open(1)
    assert (opened.script, opened.recovered_at, opened.overtaken) == (TYPED, AT, False)
    assert (opened.version, opened.revision, opened.airtime, opened.original) == (2, 1, AT, "Teks asli")
    saved = Revision(1, replace(SAVED, said_here=(SAID,)), 7, AT, "baru", RevisionKind.SAVED)
    assert desk.drafting.revision(1, 1) == saved
    assert [row.kind for row in desk.drafting.revisions(1)] == [RevisionKind.SAVED]
    assert desk.style.get() == STYLE
    rows = {row.entry.id: row for row in desk.lexicon.rows()}
    assert [rows[entry.id].entry for entry in ENTRIES] == ENTRIES
    last = rows[34].entry
    assert (last.form, last.words_before, last.found_by) == ("Pemkot", ("kata",), "Dewi")
    assert [rows[number].used for number in (31, 32, 33, 34)] == [1, 1, 0, 0]
    assert [row.slug for row in desk.browsing.stories(View.ALL)] == [TYPED.slug]
    schema_2.close()


def test_a_newsroom_of_the_second_release_takes_clips_and_notes(schema_2: Building) -> None:
    desk = schema_2.desk()
    opened = desk.drafting.open(1)
    script = Script(body=f"Satu.\n{MARK}\n{MARK}", blocks=(Clip("WALIKOTA-1"), Note("Senyum.")))
    assert desk.drafting.save(1, opened.version, script).script == script
    assert schema_2.desk().drafting.open(1).script == script
    schema_2.close()


def test_the_copy_made_before_stays_as_the_second_release_had_it(tmp_path: Path) -> None:
    file = older_file(tmp_path / "profile", 2)
    with closing(sqlite3.connect(file)) as connection:
        before = list(connection.iterdump())
    building = Building("Redaksi", tmp_path / "profile")
    building.desk()
    building.close()
    copy = file.with_name(f"Redaksi.newsdesk.before-{SCHEMA}")
    with closing(sqlite3.connect(copy)) as connection:
        assert list(connection.iterdump()) == before
    assert schema_of_file(copy, 500) == 2
