"""The journal of one reading: a line for everything that happens at the microphone, durable before the next.

A file of sealed lines (:mod:`newsdesk.domain.as_run`), one JSON object each, that is only ever added to.
A program killed in mid-line leaves half a line at its end, which is cut off and kept beside; any other damage
is named and passed over. A disk that takes nothing loses nothing either: lines wait in memory, in order.
"""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsdesk.domain.as_run import FIRST, AirEvent, JournalLine, Moment, line_from_text, sealed
from newsdesk.errors import CannotSave, DiskFull, NewsdeskError

_log = logging.getLogger(__name__)
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@dataclass(frozen=True, slots=True)
class JournalFile:
    """What is in a journal's file: the whole lines, and at which places (from 1) it is ``damaged``.

    ``good`` is how many bytes of it end in a line break, ``cut`` what stands after them: half a line.
    """

    lines: tuple[JournalLine, ...]
    damaged: tuple[int, ...]
    good: int
    cut: bytes


def read_journal(file: Path) -> JournalFile:
    """Read a journal, every line of it that is whole. Raises OSError when there is none to read."""
    content = file.read_bytes()
    good = content.rfind(b"\n") + 1
    lines: list[JournalLine] = []
    damaged: list[int] = []
    for place, raw in enumerate(content[:good].split(b"\n")[:-1], 1):
        try:
            lines.append(line_from_text(raw.decode()))
        except ValueError:  # also what is not UTF-8
            damaged.append(place)
    return JournalFile(tuple(lines), tuple(damaged), good, content[good:])


class Journal:
    """A journal being written. Safe from any thread; the caller waits for the disk, nobody else does."""

    def __init__(self, file: Path) -> None:
        """Open the journal in ``file``, which is made with its first line, and mend it where it is there.

        Raises :class:`CannotSave` when there is one that cannot be read.
        """
        self._file = file
        self._lock = threading.RLock()
        self._lines: list[JournalLine] = []
        self._waiting: list[JournalLine] = []
        self._good = 0
        self._descriptor: int | None = None
        self._trouble: NewsdeskError | None = None
        self.damaged: tuple[int, ...] = ()
        """The places of lines that were found damaged when the journal was opened, from 1."""
        self.was_cut = False
        """Whether half a line was found at its end."""
        if file.exists():
            self._mend()

    @property
    def lines(self) -> tuple[JournalLine, ...]:
        """Every line so far, those that wait in memory too."""
        with self._lock:
            return tuple(self._lines)

    @property
    def waiting(self) -> int:
        """How many lines are in memory only."""
        return len(self._waiting)

    @property
    def trouble(self) -> NewsdeskError | None:
        """Why lines wait: :class:`DiskFull` or :class:`CannotSave`; None when every line is on the disk."""
        return self._trouble if self._waiting else None

    def append(self, moment: Moment, what: AirEvent, data: Mapping[str, Any]) -> JournalLine:
        """Add a line and put it on the disk, or keep it in memory and say so in :attr:`trouble`."""
        with self._lock:
            last = self._lines[-1] if self._lines else None
            number, previous = (last.number + 1, last.hash) if last else (1, FIRST)
            line = sealed(number, moment, what, data, previous)
            self._lines.append(line)
            self._waiting.append(line)
            self.settle()
            return line

    def settle(self) -> bool:
        """Try to put what waits on the disk; return whether nothing waits any more."""
        with self._lock:
            if self._waiting:
                try:
                    self._write(b"".join(f"{line.as_text()}\n".encode() for line in self._waiting))
                    self._waiting.clear()
                    self._trouble = None
                except OSError as error:
                    self._let_go()
                    reason = os.strerror(error.errno) if error.errno else str(error)
                    kind = DiskFull if error.errno in _NO_ROOM else CannotSave
                    if self._trouble is None:
                        _log.warning("journal %s: %s; its lines wait in memory", self._file, reason)
                    self._trouble = kind(str(self._file), reason)
            return not self._waiting

    def close(self) -> None:
        """Close the file; what still waits is tried once more."""
        with self._lock:
            self.settle()
            self._let_go()

    def _write(self, data: bytes) -> None:
        new = not self._good
        if self._descriptor is None:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            flags = os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0)
            self._descriptor = os.open(self._file, flags, 0o666)
        # Half a line that a full disk left is written over, never after.
        os.ftruncate(self._descriptor, self._good)
        os.lseek(self._descriptor, self._good, os.SEEK_SET)
        left = memoryview(data)
        while left:
            left = left[os.write(self._descriptor, left) :]
        os.fsync(self._descriptor)
        if new and os.name == "posix":
            # The new name is durable only with its folder.
            folder = os.open(self._file.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
        self._good += len(data)

    def _mend(self) -> None:
        try:
            found = read_journal(self._file)
        except OSError as error:
            raise CannotSave(str(self._file), error.strerror or str(error)) from error
        if found.cut:
            _log.info("journal %s ended in half a line, %d bytes", self._file, len(found.cut))
            # Half a line tells little: a full disk that takes no copy of it must not keep anyone from
            # reading.
            with contextlib.suppress(OSError):
                self._file.with_name(f"{self._file.name}.cut-{time.time_ns()}").write_bytes(found.cut)
        if found.damaged:
            _log.warning("journal %s: lines %s are damaged", self._file, found.damaged)
        self._lines = list(found.lines)
        self._good = found.good
        self.damaged, self.was_cut = found.damaged, bool(found.cut)

    def _let_go(self) -> None:
        if self._descriptor is not None:
            with contextlib.suppress(OSError):
                os.close(self._descriptor)
            self._descriptor = None
