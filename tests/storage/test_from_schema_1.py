"""A newsroom as the first release made it is brought up to date with every row, on both databases."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Connection

from newsdesk.domain.attribution import Attribution, Byline, Dateline, Source
from newsdesk.domain.house_style import HouseStyle
from newsdesk.domain.lexicon import HowSaid, LexiconChange, Pronunciation
from newsdesk.domain.story import SaidHere, Script
from newsdesk.services.browsing import View
from newsdesk.storage.database import file_database, server_database
from newsdesk.storage.schema import SCHEMA, migrate_file, migrate_server, schema_of_file
from newsdesk.storage.script_json import as_plain
from tests.newsrooms import Building, Desk
from tests.postgres import PostgresServer

AT = datetime(2025, 1, 17, 3, 4, 5, 678901, tzinfo=UTC)
SAVED = Script(
    slug="STATISTIK-OPD",
    headline="Indeks naik",
    dateline=Dateline("Blitar", "Beritatrends"),
    bylines=(Byline("Ipang Harwoko", "Mahardhika FM"), Byline("Dewi")),
    tags=("statistik", "blitar"),
    body="Pemkot menggelar upacara.\nSantoso hadir.",
    attributions=(Attribution(5, 26, 33), Attribution(5, 26, 40, quote=True)),
)
TYPED = Script(slug="STATISTIK-OPD", body="Pemkot menggelar upacara bendera.")
# The very same form twice: the first release never looked.
ENTRIES = [
    Pronunciation("ASN", "a es en", HowSaid.LETTERS, case_sensitive=False, id=31, version=1),
    Pronunciation("ASN", "a es en", HowSaid.LETTERS, case_sensitive=False, id=32, version=4),
    Pronunciation(
        "Tjutjuk", "Cucuk", HowSaid.WORD, "CU-cuk", checked_by="Dewi", checked_at=AT, id=33, version=2
    ),
]


def _fill(connection: Connection) -> None:
    """Put a row into every table, by the columns that the first release had."""
    # ISO text with an offset is what SQLite keeps, and PostgreSQL reads it.
    at = AT.strftime("%Y-%m-%d %H:%M:%S.%f+00:00")

    def put(table: str, **row: object) -> None:
        columns, values = ", ".join(f'"{name}"' for name in row), ", ".join(f":{name}" for name in row)
        connection.execute(sa.text(f"INSERT INTO {table} ({columns}) VALUES ({values})"), row)

    put("people", id=7, name="Ipang Harwoko", rate=365, login="ipang", version=3)
    put(
        "sources", id=5, person="Santoso", office="Wali Kota", organisation="", contact="", on_record=True,
        version=1,
    )  # fmt: skip
    measure = {"syllables": 30, "sentences": 2, "paragraphs": 2}
    put(
        "stories", id=1, created_at=at, created_by=7, updated_at=at, updated_by=7, slug=SAVED.slug,
        headline=SAVED.headline, lead="Pemkot menggelar upacara.", status="draft", airtime=at, revision=1,
        version=2, **measure,
    )  # fmt: skip
    put("originals", story_id=1, text="Teks asli")
    put(
        "revisions", story_id=1, number=1, person_id=7, at=at, reason="baru", story_version=2,
        slug=SAVED.slug, headline=SAVED.headline, dateline_place="Blitar", dateline_outlet="Beritatrends",
        body=SAVED.body,
    )  # fmt: skip
    for position, byline in enumerate(SAVED.bylines):
        put(
            "bylines", story_id=1, number=1, position=position, name=byline.name, outlet=byline.outlet
        )  # fmt: skip
    for position, tag in enumerate(SAVED.tags):
        put("tags", id=11 + position, name=tag)
        put("revision_tags", story_id=1, number=1, position=position, tag_id=11 + position)
    for position, tie in enumerate(SAVED.attributions):
        put(
            "attributions", story_id=1, number=1, position=position, source_id=tie.source_id, start=tie.start,
            end=tie.end, quote=tie.quote,
        )  # fmt: skip
    put(
        "autosaves", story_id=1, person_id=7, editor=9, base_version=2, at=at, slug=TYPED.slug, headline="",
        lead=TYPED.body, script=_as_the_first_release_wrote(TYPED), took="[]", **measure,
    )  # fmt: skip
    for entry in ENTRIES:
        put(
            "pronunciations", id=entry.id, form=entry.form, spoken=entry.spoken, how=entry.how.value,
            respelling=entry.respelling, case_sensitive=entry.case_sensitive, checked_by=entry.checked_by,
            checked_at=at if entry.checked_at else None, version=entry.version,
        )  # fmt: skip


def _as_the_first_release_wrote(script: Script) -> str:
    plain = as_plain(script)
    del plain["said_here"], plain["blocks"]
    return json.dumps(plain)


@pytest.fixture
def schema_1(request: pytest.FixtureRequest, where: str, tmp_path: Path) -> Building:
    """Give a newsroom that the first release made and filled."""
    building = Building(where, tmp_path / "profile")
    if "://" in where:
        server: PostgresServer = request.getfixturevalue("postgres_server")
        building = Building(server.address(server.empty()), tmp_path / "profile")
        database = server_database(building.where)
        migrate_server(database, to=1)
    else:
        file = tmp_path / "profile" / "newsrooms" / "Redaksi.newsdesk"
        file.parent.mkdir(parents=True)
        migrate_file(file, busy_ms=500, to=1)
        database = file_database(file)
    with database.engine.begin() as connection:
        _fill(connection)
    database.close()
    return building


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
    assert desk.sources.list() == [Source("Santoso", "Wali Kota", id=5, version=1)]
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
    file = tmp_path / "profile" / "newsrooms" / "Redaksi.newsdesk"
    file.parent.mkdir(parents=True)
    migrate_file(file, busy_ms=500, to=1)
    database = file_database(file)
    with database.engine.begin() as connection:
        _fill(connection)
    database.close()
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
