"""Start-up: process start to first painted frame, and to a usable list of 10,000 stories.

Reference: a bare QMainWindow with a QPlainTextEdit, painted in the same way, in turns in the same run.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.harness import ROOT, Figure, in_turns
from tests.benchmarks.many_stories import fill

RUNS = 9
STORIES = 10_000

WATCH = """
import sys
from PySide6.QtCore import QEvent, QObject, QTimer

class Watch(QObject):
    # Widgets are painted while the expose event is handled: the next turn of the loop is after it.
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Expose:
            QTimer.singleShot(0, lambda: print("painted", flush=True))
        return False

watch = Watch()
"""

BARE = (
    WATCH
    + """
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit
app = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(QPlainTextEdit())
window.resize(1440, 900)
window.winId()
window.windowHandle().installEventFilter(watch)
window.show()
app.exec()
"""
)

OURS = (
    """
import sys
from newsdesk import app
application, window = app.start(sys.argv[2])
window.newsroom_shown.connect(lambda: print("usable", flush=True))
"""
    + WATCH
    + """
window.winId()
window.windowHandle().installEventFilter(watch)
window.show()
application.exec()
"""
)


def measure() -> list[Figure]:
    """Measure both figures of the start."""
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty"
        full = Path(folder) / "full"
        _first_start(empty)
        fill(full, STORIES)
        ours, bare, ratio = in_turns(lambda: _ours(empty, "painted"), _bare, RUNS)
        frame = Figure(
            "process start to first painted frame", ours, bare, ratio, "ratio <= 1.5", "s", ratio <= 1.5
        )
        ours, bare, ratio = in_turns(lambda: _ours(full, "usable"), _bare, RUNS)
        stories = Figure(
            "start to list of 10,000 stories usable", ours, bare, ratio, "ratio <= 4", "s", ratio <= 4
        )
    return [frame, stories]


def _bare() -> float:
    return _seconds_to([sys.executable, "-c", BARE], "painted")


def _ours(profile: Path, moment: str) -> float:
    return _seconds_to([sys.executable, "-c", OURS, "--profile", str(profile)], moment)


def _seconds_to(command: list[str], moment: str) -> float:
    """Return the wall time from starting ``command`` to the line ``moment`` on its standard output."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    # Where a shell forbids compiled files, every start would compile the program again; a user's does not.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.perf_counter()
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout
        for line in process.stdout:
            if line.strip() == moment:
                taken = time.perf_counter() - start
                process.kill()
                return taken
    raise RuntimeError(f"{command} never said {moment}")


def _first_start(profile: Path) -> None:
    """Let the program make its newsroom, so that what is timed is a usual start."""
    _ours(profile, "usable")
