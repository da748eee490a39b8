"""Reads the paragraphs of a script for the eye: changed ones only, those in sight first, never for long."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextBlock, QTextDocument

if TYPE_CHECKING:
    from datetime import date

    from newsdesk.domain.story import SaidHere
    from newsdesk.services.reading import Reading
    from newsdesk.ui.stories.paragraphs import Paragraphs

_READ_AFTER_MS = 12
"""After a key, so that its own paint comes first."""
_SLICE_S = 0.005
_LONG_PARAGRAPH = 8_000
"""Characters of a paragraph that is read part by part."""


class ParagraphReader(QObject):
    """Fills in what is known of every paragraph, in slices of 5 ms on the window's thread.

    ``said_here`` gives a paragraph's own corrections. ``Signals``: :attr:`paragraph_read` with the number of
    a paragraph whose marks are new; :attr:`all_read` when nothing is left to read.
    """

    paragraph_read = Signal(int)
    all_read = Signal()

    def __init__(
        self,
        document: QTextDocument,
        paragraphs: Paragraphs,
        said_here: Callable[[QTextBlock], tuple[SaidHere, ...]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._paragraphs = paragraphs
        self._said_here = said_here
        self.in_sight: Callable[[], Iterable[int]] = tuple[int, ...]
        self.day: date | None = None
        self._reading: Reading | None = None
        self._first_unread = 0
        self._parts: tuple[str, Iterator[str]] = ("", iter(()))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.read_slice)

    def use(self, reading: Reading | None) -> None:
        """Read with another service, or with a lexicon that has changed."""
        self._reading = reading
        self.again()

    def again(self) -> None:
        """Read everything again; what is shown stays until it is read."""
        self._parts = ("", iter(()))
        self._paragraphs.forget_reading()
        self.changed(0)
        self.soon(0)

    def changed(self, number: int) -> None:
        """Note that paragraph ``number`` is to be read, and perhaps later ones."""
        self._first_unread = min(self._first_unread, number)

    def soon(self, after_ms: int = _READ_AFTER_MS) -> None:
        """Read what has changed, soon."""
        if self._reading is not None:
            self._timer.start(after_ms)

    def read_slice(self) -> None:
        """Read for 5 ms, at least one paragraph or part; go on soon when that was not all."""
        reading = self._reading
        if reading is None:
            return
        until = time.perf_counter() + _SLICE_S
        for number in self._unread():
            block = self._document.findBlockByNumber(number)
            text = block.text()
            if not self._parts_read(reading, text, until):
                self._timer.start(0)
                return
            here = self._said_here(block)
            spoken, length = reading.read(text, here, self.day), reading.length(text, here, self.day)
            if self._paragraphs[number].read(text, spoken, length):
                self.paragraph_read.emit(number)
            if time.perf_counter() > until:
                self._timer.start(0)
                return
        self.all_read.emit()

    def _parts_read(self, reading: Reading, text: str, until: float) -> bool:
        """Read on in the parts of a very long paragraph; tell whether all are read and the whole is quick."""
        if len(text) <= _LONG_PARAGRAPH:
            return True
        if text != self._parts[0]:
            self._parts = (text, reading.parts(text))
        for part in self._parts[1]:
            reading.read(part, day=self.day)
            if time.perf_counter() > until:
                return False
        return True

    def _unread(self) -> Iterable[int]:
        count = len(self._paragraphs)
        for number in self.in_sight():
            if number < count and not self._paragraphs[number].fresh:
                yield number
        # Everything before is read: a very long script is not gone through from the top for every slice.
        while self._first_unread < count:
            if not self._paragraphs[self._first_unread].fresh:
                yield self._first_unread
            self._first_unread += 1
