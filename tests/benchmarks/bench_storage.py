"""Lists of 10,000 stories, and opening a story with many revisions, in a newsroom file."""

from __future__ import annotations

import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from newsdesk.domain.story import Script
from newsdesk.services.browsing import View
from tests.benchmarks.harness import Figure, cpu_seconds, in_turns
from tests.newsrooms import Desk

STORIES = 10_000
REVISIONS = 200


def measure() -> list[Figure]:
    """Measure against the same rows read by the bare driver, and a story with one revision."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk("Redaksi", Path(folder))
        try:
            return _measure(desk)
        finally:
            desk.close()


def fill(desk: Desk, stories: int = STORIES) -> None:
    """Put ``stories`` stories of one revision each into an empty newsroom, quickly."""
    desk.drafting.new(
        Script(slug="CONTOH-NASKAH", headline="Judul", body="Pemkot Blitar menggelar upacara. " * 20)
    )
    with desk.storage.database.writing() as session:
        for table in ("stories", "revisions"):
            connection = session.connection()
            columns = [row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info({table})")]
            key = {"id", "story_id"} & set(columns)
            names = ", ".join(f'"{column}"' for column in columns)
            values = ", ".join(f'"{column}" + n' if column in key else f'"{column}"' for column in columns)
            connection.exec_driver_sql(
                "WITH RECURSIVE numbers(n) AS "
                f"(SELECT 1 UNION ALL SELECT n + 1 FROM numbers LIMIT {stories - 1}) "
                f"INSERT INTO {table} ({names}) SELECT {values} FROM {table}, numbers"
            )


def _measure(desk: Desk) -> list[Figure]:
    fill(desk)
    file = desk.storage.database.file
    assert file is not None
    with closing(sqlite3.connect(file)) as bare:
        statement = (
            "SELECT id, slug, headline, lead, status, updated_at, syllables FROM stories ORDER BY id DESC"
        )
        listing = in_turns(
            lambda: 1000 * cpu_seconds(lambda: desk.browsing.stories(View.ALL)),
            lambda: 1000 * cpu_seconds(lambda: bare.execute(statement).fetchall()),
            15,
        )
    filtering = _ms(lambda: desk.browsing.stories(View.ALL, "upacara bendera"))
    counting = _ms(desk.browsing.counts)
    one = desk.drafting.new(Script(body="Satu."))
    many = desk.drafting.new(Script(body="Revisi 0."))
    for number in range(1, REVISIONS):
        many = desk.drafting.save(many.id, many.version, Script(body=f"Revisi {number}."))
    opening = in_turns(
        lambda: _ms(lambda: desk.drafting.open(many.id)), lambda: _ms(lambda: desk.drafting.open(one.id)), 30
    )
    keeping = [
        _ms(lambda n=n: desk.drafting.keep(one.id, one.version, Script(body=f"{n}"))) for n in range(30)
    ]
    local = [
        _ms(lambda n=n: desk.drafting.keep_local(one.id, one.version, Script(body=f"{n}"))) for n in range(30)
    ]
    return [
        Figure(
            f"list of {STORIES:,} stories (bare driver, fewer columns)",
            *listing,
            "<= 80 ms",
            "CPU ms",
            listing[0] <= 80,
        ),
        Figure(f"filter {STORIES:,} stories", filtering, None, None, "", "ms", None),
        Figure(f"count the views of {STORIES:,} stories", counting, None, None, "", "ms", None),
        Figure(
            f"open a story with {REVISIONS} revisions (with 1)", *opening, "ratio <= 3", "ms", opening[2] <= 3
        ),
        Figure("autosave to the database", sorted(keeping)[15], None, None, "", "ms", None),
        Figure("local recovery file", sorted(local)[15], None, None, "", "ms", None),
    ]


def _ms(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
