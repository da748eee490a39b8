"""Qt objects caught in a cycle die on the window's thread, never on a lane."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from newsdesk.ui.garbage import Garbage
from newsdesk.ui.tasks import Tasks


class Caught(QObject):
    """An object with a timer that only the collector can free."""

    def __init__(self) -> None:
        super().__init__()
        self.myself = self
        self.timer = QTimer(self)
        self.timer.start(1000)


def test_a_cycle_dies_where_it_was_made_however_busy_the_lanes_are(qapp: QApplication, qtbot) -> None:
    enabled = gc.isenabled()
    parent = QObject()
    garbage = Garbage(parent)
    tasks = Tasks()
    died_on: list[int] = []
    try:
        assert not gc.isenabled()
        garbage.collect()  # sets the objects of the start apart
        weakref.finalize(Caught(), lambda: died_on.append(threading.get_ident()))
        done: list[int] = []
        tasks.run(lambda: len([[number] for number in range(200_000)]), done.append, done.append)
        qtbot.waitUntil(lambda: bool(done))
        assert died_on == []
        [[number] for number in range(gc.get_threshold()[0] + 1)]
        gc.collect(2)
        assert died_on == [threading.get_ident()]
    finally:
        tasks.close()
        gc.unfreeze()
        if enabled:
            gc.enable()
