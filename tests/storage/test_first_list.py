"""What the first list of a start loads, and what it leaves for later."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from newsdesk.domain.story import Script
from newsdesk.services.people import computer_user
from tests.newsrooms import Desk

_FIRST_LIST = """
import sys
from pathlib import Path
from newsdesk.app import build_newsroom
from newsdesk.paths import Paths
from newsdesk.services.browsing import View
newsroom = build_newsroom(Paths(Path(sys.argv[1])), "Redaksi")
assert [row.slug for row in newsroom.browsing.stories(View.ALL)] == ["BANJIR"]
print(*sys.modules)
newsroom.close()
"""
_NOT_FOR_A_LIST = {
    *("alembic", "babel", "numpy", "psycopg", "soundfile", "sqlalchemy.dialects.postgresql"),
    *("newsdesk.storage.air_files", "newsdesk.storage.as_run", "newsdesk.storage.bulletin_queries"),
    *("newsdesk.storage.tables.every", "newsdesk.domain.rundown"),
    *("newsdesk.services.checks", "newsdesk.services.sources", "newsdesk.services.clips"),
    *("newsdesk.services.voices", "newsdesk.speech.synthesiser", "newsdesk.spoken"),
}


def test_a_newsroom_in_a_file_shows_its_list_without_server_mapper_and_sound(tmp_path: Path) -> None:
    desk = Desk("Redaksi", tmp_path, *computer_user())
    desk.drafting.new(Script(slug="BANJIR"))
    desk.close()
    child = subprocess.run(
        [sys.executable, "-c", _FIRST_LIST, str(tmp_path)],
        cwd=Path(__file__).parents[2],
        check=True,
        capture_output=True,
        text=True,
    )
    loaded = set(child.stdout.split())
    assert "sqlalchemy.sql" in loaded
    assert loaded.isdisjoint(_NOT_FOR_A_LIST)
    assert not {name for name in loaded if name.startswith("sqlalchemy.orm")}
