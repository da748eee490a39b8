"""Prints step by step, so that whoever prints may go on typing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from newsdesk.ui.printing import Step


class PrintJob(QObject):
    """One piece of printing on the window's thread, a page between two keys.

    :attr:`went_on` tells page and pages, :attr:`done` how many pages there are (0: the device took none);
    after :meth:`cancel` neither comes.
    """

    went_on = Signal(int, int)
    done = Signal(int)

    def __init__(self, steps: Iterator[Step], parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[Step] | None = steps
        self._pages = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)

    def start(self) -> None:
        """Begin with the next turn of the window's loop."""
        self._timer.start(0)

    def cancel(self) -> None:
        """Stop after the page that is being made."""
        self._timer.stop()
        self._steps = None

    def _step(self) -> None:
        if self._steps is None:
            return
        step = next(self._steps, None)
        if step is None:
            self.cancel()
            self.done.emit(self._pages)
        elif step.pages:
            self._pages = step.page
            self.went_on.emit(step.page, step.pages)
