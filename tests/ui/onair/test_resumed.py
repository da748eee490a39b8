"""A program that is gone in mid-item: the announcer goes on at the screen she read, not at its first."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from newsdesk.domain.as_run import AirEvent, ClipAct
from newsdesk.ui.onair.air_view import AirView
from newsdesk.ui.onair.microphone import Microphone
from tests.airing import air_bulletin, air_item
from tests.ui.onair.scripts import long_item, statistik_item

ROOT = Path(__file__).parents[3]


def read_and_be_killed(folder: str) -> None:
    """Read as an announcer does, with every line on the lane where the program writes it; then be gone."""
    import os

    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from newsdesk.paths import resources
    from newsdesk.ui.icons import Icons
    from newsdesk.ui.look import Look
    from newsdesk.ui.tasks import Lane, Tasks
    from newsdesk.ui.theme import Theme
    from tests.ui.onair.conftest import Studio

    _application = QApplication([])
    theme = Theme(resources() / "themes", "dark")
    studio = Studio(Path(folder), Look(theme, Icons(theme)))
    tasks = Tasks()
    session = studio.held.begin(air_bulletin([air_item(1), long_item(2), air_item(3)]), practice=False)
    written: list[object] = []
    microphone = Microphone(session, lambda work: tasks.run(work, written.append, written.append, Lane.LOCAL))
    studio.view = AirView(studio.look, microphone, studio.sound, studio.ticker, size=42)
    studio.view.resize(1440, 900)
    studio.view.show()
    QTest.qWait(1)
    studio.press("Return", "Return", "Space", "Space", "Space", "PgUp")
    while len(written) < 7:
        QTest.qWait(1)
    os.kill(os.getpid(), signal.SIGKILL)


def test_killed_in_mid_item_reading_goes_on_at_the_screen_it_had_come_to(studio, tmp_path) -> None:
    code = f"from tests.ui.onair.test_resumed import *; read_and_be_killed({str(tmp_path)!r})"
    ended = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, timeout=60)
    assert ended.returncode == -signal.SIGKILL
    (unfinished,) = studio.held.unfinished()
    studio.session = studio.held.resume(unfinished.session_id)
    assert studio.session.log().broken is None
    studio.view = view = AirView(
        studio.look, Microphone(studio.session, lambda work: work()), studio.sound, studio.ticker, size=42
    )
    view.resize(1440, 900)
    view.show()
    assert view.microphone.current.item_id == 2
    assert view.place[0] == 2
    first = view.shown_page.words.split(".")[0]
    # On a screen of another size, the same words are on it.
    view.resize(1000, 700)
    assert first in view.shown_page.words
    view.resize(1440, 900)
    assert view.place[0] == 2
    studio.press("Space")
    assert view.place[0] == 3
    # The log of what was read is not cluttered with them.
    assert next(line.happenings for line in studio.session.log().lines) == ()
    studio.press("Return")
    assert view.place[0] == 0
    assert studio.log[1] == ("NASKAH-2", "read")


def test_an_older_journal_without_screens_is_gone_on_with_at_the_items_first(studio) -> None:
    view = studio.show(air_bulletin([long_item(1), air_item(2)]))
    studio.press("Return")
    assert AirEvent.SCREEN not in [line.what for line in studio.session.lines]
    again = Microphone(studio.session, lambda work: work(), practice=True)
    assert (again.place, again.screen) == (0, 0)
    studio.press("Space", "PgUp")
    assert view.place[0] == 0
    assert Microphone(studio.session, lambda work: work(), practice=True).place == 0


def test_a_clip_that_was_read_and_not_heard_is_read_still(studio) -> None:
    studio.show(air_bulletin([statistik_item(1), air_item(2)]))
    studio.press("Return", "P")
    assert Microphone(studio.session, lambda work: work(), practice=True).paraphrased == {1: {0}}
    studio.session.clip(1, "HANUNG-IPS", ClipAct.STARTED, studio.session.moment())
    assert Microphone(studio.session, lambda work: work(), practice=True).paraphrased == {1: set()}
