"""A newsroom as the first release made it is brought up to date with every row, on both databases."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from newsdesk.domain.house_style import HouseStyle
from newsdesk.domain.lexicon import LexiconChange
from newsdesk.domain.story import SaidHere, Script
from newsdesk.services.browsing import View
from newsdesk.storage.schema import SCHEMA, schema_of_file
from tests.newsrooms import Building, Desk
from tests.storage.older import AT, ENTRIES, SAVED, SOURCES, TYPED, older_building, older_file


@pytest.fixture
def schema_1(request: pytest.FixtureRequest, where: str, tmp_path: Path) -> Building:
    """Give a newsroom that the first release made and filled."""
    return older_building(request, where, tmp_path / "profile", 1)


def _everything(desk: Desk) -> list[object]:
    opened = desk.drafting.open(1)
    return [
        opened,
        desk.drafting.revision(1, 1),
        desk.drafting.revisions(1),
        desk.browsing.stories(View.ALL),
        desk.people.me(),
        desk.sources.list(),
        desk.lexicon.forms(),
    ]


def test_every_row_of_the_first_release_is_kept_and_readable(schema_1: Building) -> None:
    desk = schema_1.desk()
    opened = desk.drafting.open(1)
    assert (opened.script, opened.recovered_at, opened.overtaken) == (TYPED, AT, False)
    assert (opened.version, opened.revision, opened.airtime, opened.original) == (2, 1, AT, "Teks asli")
    revision = desk.drafting.revision(1, 1)
    assert (revision.script, revision.by, revision.at, revision.reason) == (SAVED, 7, AT, "baru")
    assert (desk.people.me().id, desk.people.me().rate) == (7, 365)
    assert desk.sources.list() == SOURCES
    assert desk.lexicon.forms() == ENTRIES
    assert [(row.slug, row.used) for row in desk.lexicon.rows()] == [("", 0)] * 3
    assert desk.style.get() == HouseStyle()
    schema_1.close()


def test_a_newsroom_of_the_first_release_is_worked_in_as_any_other(schema_1: Building) -> None:
    desk = schema_1.desk()
    opened = desk.drafting.open(1)
    script = Script(body="ASN Blitar.", said_here=(SaidHere(0, 3, "aparatur"),))
    assert desk.drafting.save(1, opened.version, script).script == script
    assert [row.used for row in desk.lexicon.rows()] == [1, 1, 0]
    checked = desk.lexicon.check(desk.lexicon.forms()[0])
    assert (checked.checked_by, checked.version) == ("Ipang Harwoko", 2)
    assert desk.lexicon.undo(LexiconChange((ENTRIES[0],), (checked,))).after[0].checked_by == ""
    again = schema_1.desk()
    assert again.drafting.open(1).script == script
    schema_1.close()


def test_the_copy_made_before_stays_as_the_first_release_had_it(tmp_path: Path) -> None:
    building = Building("Redaksi", tmp_path / "profile")
    file = older_file(tmp_path / "profile", 1)
    with closing(sqlite3.connect(file)) as connection:
        before = list(connection.iterdump())
    building.desk()
    building.close()
    copy = file.with_name(f"Redaksi.newsdesk.before-{SCHEMA}")
    with closing(sqlite3.connect(copy)) as connection:
        assert list(connection.iterdump()) == before
    assert schema_of_file(copy, 500) == 1


def test_a_newsroom_is_brought_up_to_date_once(schema_1: Building) -> None:
    first = _everything(schema_1.desk())
    assert _everything(schema_1.desk()) == first
    schema_1.close()
