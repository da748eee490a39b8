"""The announcer's screen: opening it for a bulletin of forty, and how still it stands while the desk works.

The opening is measured in a process of its own each time, with the window of the program painted before, as
it is when somebody goes on air; the modules of the screen are loaded within the time. Reference: a bare
full-screen window with a QPlainTextEdit that holds the same words, in turns in the same run.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.harness import ROOT, Figure, in_turns

RUNS = 7
ITEMS = 40
CHANGES = 200

_START = """
import builtins, sys, tempfile, time
from pathlib import Path
ordinary_import = builtins.__import__
from PySide6.QtCore import QTimer
builtins.__import__ = ordinary_import  # as the program does (newsdesk/app.py)
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from newsdesk.paths import resources
from newsdesk.ui.icons import Icons
from newsdesk.ui.look import Look
from newsdesk.ui.theme import Theme
from newsdesk.ui.style import dress
from tests.airing import TwoClocks, air_bulletin
from tests.ui.onair.scripts import long_item, statistik_item
app = QApplication([])
theme = Theme(resources() / "themes", "light")
theme.apply(app)
dress(app, theme)
window = QPlainTextEdit("Naskah")
window.resize(1440, 900)
window.show()
for _ in range(5):
    app.processEvents()
air = air_bulletin([statistik_item(1), *(long_item(n, 12) for n in range(2, ITEMS + 1))])

def shown(view):
    view.showFullScreen()
    while not view.painted:
        app.processEvents()
"""

_OURS = """
from newsdesk.services.held_air import HeldAir
from newsdesk.storage.air_files import AirFolder
clocks = TwoClocks()
session = HeldAir(AirFolder(Path(sys.argv[1])), None, clocks.now, clocks.ticks).begin(air, practice=False)
start = time.perf_counter()
from newsdesk.ui.onair.air_view import AirView
from newsdesk.ui.onair.microphone import Microphone
from newsdesk.ui.ticker import Ticker
own = Theme(resources() / "themes", "dark")
class Sound:
    def prepare(self, path): pass
    def stop(self): pass
microphone = Microphone(session, lambda work: None)
view = AirView(Look(own, Icons(own)), microphone, Sound(), Ticker(clocks.now), size=42)
done = []
view.painted.connect(lambda: done.append(time.perf_counter()))
view.showFullScreen()
while not done:
    app.processEvents()
print(done[0] - start)
"""

_BARE = """
start = time.perf_counter()
class Bare(QWidget):
    painted = 0.0
    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.painted:
            self.painted = 1.0
            QTimer.singleShot(0, lambda: done.append(time.perf_counter()))
done = []
view = Bare()
text = QPlainTextEdit("\\n".join(item.text.body for item in air.items), view)
text.resize(1400, 900)
view.showFullScreen()
while not done:
    app.processEvents()
print(done[0] - start)
"""


def measure() -> list[Figure]:
    """Measure the opening, the stillness and what a change costs."""
    ours, bare, ratio = in_turns(lambda: _seconds(_OURS), lambda: _seconds(_BARE), RUNS)
    moved, cost = _still()
    return [
        Figure(
            f"on-air screen of {ITEMS} items: opened to first frame",
            ours * 1000,
            bare * 1000,
            ratio,
            "<= 300 ms and ratio <= 3",
            "ms",
            ours <= 0.3 and ratio <= 3,
        ),
        Figure(
            f"pixels that differ in the script after {CHANGES} changes",
            moved,
            None,
            None,
            "0",
            "pixels",
            moved == 0,
        ),
        Figure(
            "one change told and its rows painted", cost * 1000, None, None, "<= 16 ms", "ms", cost <= 0.016
        ),
    ]


def _seconds(what: str) -> float:
    with tempfile.TemporaryDirectory() as folder:
        code = _START.replace("ITEMS", str(ITEMS)) + what
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        answer = subprocess.run(
            [sys.executable, "-c", code, folder],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
    return float(answer.stdout.strip().splitlines()[-1])


def _still() -> tuple[int, float]:
    """Let changes arrive while countdowns run; return how many pixels differ, and seconds a change."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from datetime import timedelta

    from PySide6.QtWidgets import QApplication

    from newsdesk.domain.air_bulletin import AirChange, AirChangeKind
    from newsdesk.paths import resources
    from newsdesk.ui.icons import Icons
    from newsdesk.ui.look import Look
    from newsdesk.ui.theme import Theme
    from tests.airing import AIRTIME, air_bulletin, air_item
    from tests.ui.onair.conftest import Studio
    from tests.ui.onair.scripts import long_item

    application = QApplication.instance() or QApplication([])
    theme = Theme(resources() / "themes", "dark")
    with tempfile.TemporaryDirectory() as folder:
        studio = Studio(Path(folder), Look(theme, Icons(theme)))
        view = studio.show(air_bulletin([long_item(1), *(air_item(n) for n in range(2, ITEMS + 1))]))
        studio.press("Space")
        before = view.screen_.grab().toImage()
        kinds = (AirChangeKind.WORDS, AirChangeKind.GONE, AirChangeKind.KILLED, AirChangeKind.ORDER)
        waiting: dict[int, AirChange] = {}
        took = 0.0
        for n in range(CHANGES):
            item_id = n % ITEMS + 1
            item = air_item(item_id, f"Kata-kata yang ke-{n}. " * (n % 30 + 1))
            at = AIRTIME + timedelta(seconds=n)
            waiting[item_id] = AirChange(item_id, kinds[n % 4], at, "Rani", item)
            start = time.perf_counter()
            view.microphone.told(tuple(waiting.values()))
            studio.pass_by(0.2)
            application.processEvents()
            took += time.perf_counter() - start
        after = view.screen_.grab().toImage()
        moved = sum(
            before.pixel(x, y) != after.pixel(x, y)
            for x in range(before.width())
            for y in range(before.height())
        )
        studio.close()
    return moved, took / CHANGES
