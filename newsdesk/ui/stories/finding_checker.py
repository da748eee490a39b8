"""Asks the checks about the script being edited, off the window's thread; only the newest question counts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from newsdesk.ui.tasks import Lane
from newsdesk.ui.unforeseen import clearing

if TYPE_CHECKING:
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.checking import Checking
    from newsdesk.services.checks import Ready
    from newsdesk.services.findings import Finding
    from newsdesk.services.reading import Reading
    from newsdesk.ui.tasks import Tasks


class Question(NamedTuple):
    """A script, the day on which it is written, and that of its bulletin (None: the same)."""

    body: str
    written: date
    airs: date | None


class FindingChecker(QObject):
    """Answers with :attr:`found`: the question and the findings of its script.

    A question asked while another is looked at waits, and a later one takes its place.
    """

    found = Signal(object, object)

    def __init__(
        self, tasks: Tasks, failed: Callable[[NewsdeskError], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._failed = failed
        self._ready: Ready | None = None
        self._reading: Reading | None = None
        self._checking: Checking | None = None
        self._asked: Question | None = None
        self._waiting: Question | None = None
        self._busy = False

    def use(self, ready: Ready | None, reading: Reading | None) -> None:
        """Check by what the newsroom has settled, from the next question on; None: by nothing."""
        if ready is not None and ready == self._ready and reading is self._reading:
            return
        self._ready, self._reading = ready, reading
        self._checking = None
        self._waiting = self._waiting or self._asked
        self._asked = None
        self._go_on()

    def again(self) -> None:
        """Look at the last script anew, with nothing kept of it: it is read otherwise now."""
        self._checking = None
        if self._asked is not None:
            self._waiting, self._asked = self._waiting or self._asked, None
            self._go_on()

    def ask(self, question: Question) -> None:
        """Look at a script as soon as the one before is looked at."""
        self._waiting = question
        self._go_on()

    def _go_on(self) -> None:
        ready, reading, question = self._ready, self._reading, self._waiting
        if self._busy or ready is None or reading is None or question is None:
            return
        self._busy, self._waiting, self._asked = True, None, question
        kept = self._checking

        def look() -> tuple[Checking, tuple[Finding, ...]]:
            checking = kept or ready.checking(reading)
            choice = ready.settled.choice
            body, written, airs = question
            return checking, checking.findings(body, written, airs, ready.sources, choice)

        def looked(answer: tuple[Checking, tuple[Finding, ...]]) -> None:
            self._busy = False
            if ready is self._ready:
                self._checking = answer[0]
                self.found.emit(question, answer[1])
            self._go_on()

        def failed(error: NewsdeskError) -> None:
            self._busy = False
            self._failed(error)

        def unforeseen() -> None:
            self._busy = False

        self._tasks.run(clearing(look, unforeseen), looked, failed, Lane.COPY)
