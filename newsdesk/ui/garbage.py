"""Collects Python's garbage on the window's thread only.

Left to itself the collector runs on whichever thread allocates next. If that is a lane, Qt objects caught
in a cycle are deleted there, and Qt crashes at timers and widgets that die on a thread that is not theirs.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 5_000


class Garbage(QObject):
    """Takes collecting into its own hands for as long as it lives; made on the window's thread.

    The first look comes after start-up, whose objects all stay: they are set apart and never gone through.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._thresholds = gc.get_threshold()
        self._started = False
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the youngest objects, and every few times the older ones, by Python's own thresholds."""
        if not self._started:
            self._started = True
            gc.freeze()
            return
        for generation in range(3):
            if gc.get_count()[generation] > self._thresholds[generation]:
                gc.collect(generation)
