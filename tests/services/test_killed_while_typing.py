"""Kill -9 while typing, twenty times at random moments: at most 600 ms lost, the database intact."""

from __future__ import annotations

import random
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from newsdesk.services.browsing import View
from newsdesk.storage.open import open_storage
from tests.newsrooms import Desk
from tests.typist import Typist, seconds_lost

AT_ONCE = 5
KILLS = 20
MOST_LOST_SECONDS = 0.6


@pytest.mark.slow
def test_a_kill_while_typing_costs_at_most_600_ms_and_no_database(tmp_path: Path) -> None:
    desk = Desk("Redaksi", tmp_path, login="ipang")
    stories = [desk.drafting.new().id for _ in range(AT_ONCE)]
    desk.close()
    moments = random.Random()
    losses: list[float] = []
    for _ in range(KILLS // AT_ONCE):
        typists = [Typist(tmp_path, story) for story in stories]
        for typist in typists:
            typist.wait_until_typing()
        keys: dict[int, dict[int, float]] = {}
        for typist in typists:
            time.sleep(moments.uniform(0.1, 0.5))
            keys[typist.story_id] = typist.kill()
        desk = Desk("Redaksi", tmp_path, login="ipang")
        for story in stories:
            opened = desk.drafting.open(story)
            losses.append(seconds_lost(keys[story], opened.script.body))
            desk.drafting.discard(story)
        assert len(desk.browsing.stories(View.ALL)) == AT_ONCE
        desk.close()
    assert max(losses) <= MOST_LOST_SECONDS, losses
    # Somebody typed, was killed and found it again: nothing lost at all would mean nothing was killed.
    assert len(losses) == KILLS
    assert sum(losses) > 0
    storage = open_storage("Redaksi", desk.paths)
    file = storage.database.file
    storage.close()
    assert file is not None
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
