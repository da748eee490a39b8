"""Where Qt's multimedia library is loaded: a start must never wait for itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
PROGRAM = """
import sys, threading
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

class Watch:
    def find_spec(self, name, path=None, target=None):
        if name == "PySide6.QtMultimedia":
            print(threading.current_thread() is threading.main_thread(), flush=True)

sys.meta_path.insert(0, Watch())
from newsdesk.services.previewing import Voicing
from newsdesk.ui.listening.player import Player
from newsdesk.ui.tasks import Tasks

class Previewing:
    def warm(self, engine): pass
    def expected(self, sentences, rate): return [0]

application = QApplication([])
tasks = Tasks(application)
player = Player(tasks, lambda: Voicing("espeak"))
player.opened(Previewing())
waiting = QTimer()
waiting.timeout.connect(lambda: "PySide6.QtMultimedia" in sys.modules and application.quit())
waiting.start(5)
application.exec()
tasks.close()
"""


def test_qts_multimedia_library_is_loaded_by_the_windows_thread() -> None:
    """On a lane it asked for Python under the loader's lock while the window's thread held Python."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.split() == ["True"], done.stderr
