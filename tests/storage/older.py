"""Newsrooms as earlier releases made them, filled by the columns that they had."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Connection

from newsdesk.domain.attribution import Attribution, Byline, Contact, Dateline, Office, Source
from newsdesk.domain.blocks import MARK
from newsdesk.domain.house_style import HouseStyle, YearStyle
from newsdesk.domain.lexicon import HowSaid, Pronunciation
from newsdesk.domain.story import SaidHere, Script
from newsdesk.storage.database import Database, file_database, server_database
from newsdesk.storage.schema import migrate_file, migrate_server
from newsdesk.storage.script_json import as_plain
from tests.newsrooms import Building
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
SOURCES = [
    Source("", organisation="BPS Kota Blitar", on_record=False, id=6, version=2),
    Source(
        "Santoso",
        "Wali Kota",
        contacts=(Contact("0812-3456, lewat ajudan"),),
        offices=(Office("Wali Kota"),),
        id=5,
        version=1,
    ),
]
"""As they stand in the register since it knows offices over time and private contacts."""
SAID = SaidHere(0, 6, "pemerintah kota")
"""A reading for one place in revision 1; the second release brought these."""
STYLE = HouseStyle(years=YearStyle.HALVES, relative_dates=True)
# ISO text with an offset is what SQLite keeps, and PostgreSQL reads it.
_AT = AT.strftime("%Y-%m-%d %H:%M:%S.%f+00:00")
_MEASURE = {"syllables": 30, "sentences": 2, "paragraphs": 2}
_FILLED = 3
"""A newsroom of a later schema is this one, brought up to date, with what came since."""


def older_building(request: pytest.FixtureRequest, where: str, profile: Path, schema: int) -> Building:
    """Give a newsroom that the release with this schema made and filled."""
    if "://" not in where:
        older_file(profile, schema)
        return Building(where, profile)
    server: PostgresServer = request.getfixturevalue("postgres_server")
    building = Building(server.address(server.empty()), profile)
    database = server_database(building.where)
    migrate_server(database, to=min(schema, _FILLED))
    _fill(database, schema)
    if schema > _FILLED:
        migrate_server(database, to=schema)
        _fill_later(database)
    return building


def older_file(profile: Path, schema: int) -> Path:
    """Make and fill the newsroom "Redaksi" in a file, and return that file."""
    file = profile / "newsrooms" / "Redaksi.newsdesk"
    file.parent.mkdir(parents=True)
    migrate_file(file, busy_ms=500, to=min(schema, _FILLED))
    _fill(file_database(file), schema)
    if schema > _FILLED:
        migrate_file(file, busy_ms=500, to=schema)
        _fill_later(file_database(file))
    return file


def _fill(database: Database, schema: int) -> None:
    with database.engine.begin() as connection:
        _first_release(connection, schema)
        if schema >= 2:
            _second_release(connection)
        if schema >= 3:
            _third_schema(connection)
    database.close()


def _put(connection: Connection, table: str, **row: object) -> None:
    columns, values = ", ".join(f'"{name}"' for name in row), ", ".join(f":{name}" for name in row)
    connection.execute(sa.text(f"INSERT INTO {table} ({columns}) VALUES ({values})"), row)


def _first_release(connection: Connection, schema: int) -> None:
    """Put a row into every table that the first release had."""
    at, put = _AT, partial(_put, connection)
    put("people", id=7, name="Ipang Harwoko", rate=365, login="ipang", version=3)
    put(
        "sources", id=5, person="Santoso", office="Wali Kota", organisation="",
        contact="0812-3456, lewat ajudan", on_record=True, version=1,
    )  # fmt: skip
    put(
        "sources", id=6, person="", office="", organisation="BPS Kota Blitar", contact="", on_record=False,
        version=2,
    )  # fmt: skip
    put(
        "stories", id=1, created_at=at, created_by=7, updated_at=at, updated_by=7, slug=SAVED.slug,
        headline=SAVED.headline, lead="Pemkot menggelar upacara.", status="draft", airtime=at, revision=1,
        version=2, **_MEASURE,
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
        lead=TYPED.body, script=_as_written(TYPED, schema), took="[]", **_MEASURE,
    )  # fmt: skip
    for entry in ENTRIES:
        put(
            "pronunciations", id=entry.id, form=entry.form, spoken=entry.spoken, how=entry.how.value,
            respelling=entry.respelling, case_sensitive=entry.case_sensitive, checked_by=entry.checked_by,
            checked_at=at if entry.checked_at else None, version=entry.version,
        )  # fmt: skip


def _second_release(connection: Connection) -> None:
    """Put a row into every table, and what is new into every column, that the second release added."""
    put = partial(_put, connection)
    put("said_here", story_id=1, number=1, position=0, start=SAID.start, end=SAID.end, spoken=SAID.spoken)
    put("story_forms", story_id=1, form="ASN")
    put(
        "house_style", id=1, years=STYLE.years.value, hours=STYLE.hours.value, phone_zero=STYLE.phone_zero,
        score_zero=STYLE.score_zero, bracketed_acronyms=STYLE.bracketed_acronyms,
        relative_dates=STYLE.relative_dates, version=2,
    )  # fmt: skip
    put(
        "pronunciations", id=34, form="Pemkot", spoken="pemerintah kota", how="word", respelling="",
        case_sensitive=True, name_of="place", words_before='["kata"]', words_after="[]", checked_by="",
        found_in=1, found_sentence="Pemkot menggelar upacara.", found_by="Dewi", found_at=_AT, version=1,
    )  # fmt: skip


def _third_schema(connection: Connection) -> None:
    """Put what schema 3 added into a revision of its own: a clip, and a kind."""
    put = partial(_put, connection)
    put(
        "revisions", story_id=1, number=2, person_id=7, at=_AT, reason="", kind="submitted", story_version=3,
        slug=SAVED.slug, headline="", body=f"Satu.\n{MARK}",
    )  # fmt: skip
    put(
        "blocks", story_id=1, number=2, position=0, kind="clip", name="WALIKOTA-1", path="", in_words="",
        out_words="", milliseconds=18000, speaker="", paraphrase="", text="",
    )  # fmt: skip
    put("attributions", story_id=1, number=2, position=0, source_id=6, start=0, end=4, quote=False)
    connection.execute(sa.text("UPDATE stories SET revision = 2, version = 3, status = 'waiting'"))


def _fill_later(database: Database) -> None:
    """Put a row into every table that schemas 4 to 6 added, and what is new into columns."""
    with database.engine.begin() as connection:
        put = partial(_put, connection)
        put("desks", id=21, name="Kota", archived=False, merged_into=0)
        put("station", id=1, sign_off="{penulis}, Mahardhika FM.")
        put("decided_offers", story_id=1, offer="source:abc", accepted=True, person_id=7, at=_AT)
        put("told_apart", one=5, other=6, person_id=7, at=_AT)
        put("let_be", story_id=1, finding="ejaan:1", reason="Nama orang.", person_id=7, at=_AT)
        put(
            "check_choice", id=1, without="[]", breath_syllables=70, most_figures=4, months_without_year=3
        )  # fmt: skip
        put("house_words", word="blitar", person_id=7, at=_AT)
        put("house_pairs", wrong="apotik", right="apotek", person_id=7, at=_AT)
        put(
            "edited_rules", id="suicide", topic='["bunuh diri"]', together="[]", unless="[]",
            says="Hati-hati.", instrument="P3SPS", article="1", quote="", checked="2026-11-21",
            off=False, person_id=7, at=_AT,
        )  # fmt: skip
        connection.execute(sa.text("UPDATE stories SET desk_id = 21, clip_ms = 18000"))
    database.close()


def _as_written(script: Script, schema: int) -> str:
    """Write a script as the release with this schema did."""
    plain = as_plain(script)
    if schema < 2:
        del plain["said_here"]
    if schema < 3:
        del plain["blocks"]
    return json.dumps(plain)
