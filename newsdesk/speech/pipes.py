"""The two pipes of a worker, requests that make nobody wait, answers without detours."""

from __future__ import annotations

import os
import select
import sys
import threading
from collections import deque
from collections.abc import Callable
from typing import BinaryIO

from newsdesk.speech.frames import Cutter, Frame

_CHUNK = 64 << 10


class RequestPipe:
    """The pipe to the worker. Frames leave whole, in the order in which they were put.

    Any thread may put and send; what a full pipe does not take stays until the next sending.
    """

    def __init__(self, pipe: BinaryIO) -> None:
        self._pipe = pipe
        self._waiting: deque[bytes] = deque()
        self._writing = threading.Lock()
        self._has_room = _looker(pipe, writes=True)

    def put(self, frame: bytes) -> None:
        """Have a frame sent after those before it."""
        self._waiting.append(frame)

    def send(self, *, patiently: bool) -> None:
        """Write what was put, unless another thread is at it: that one writes this too.

        ``patiently`` waits for a worker that does not read; without it nothing is waited for (on Windows, for
        a worker that has not even read its former requests).
        """
        while self._waiting and self._writing.acquire(blocking=patiently):
            try:
                while self._waiting:
                    if not patiently and self._has_room is not None and not self._has_room(0):
                        return
                    self._pipe.write(self._waiting.popleft())
                    self._pipe.flush()
            except (OSError, ValueError):
                return  # the worker has ended: whoever reads its answers sees that
            finally:
                self._writing.release()

    def close(self) -> None:
        """End the pipe; what was not sent is of no use any more."""
        try:
            self._pipe.close()
        except OSError:
            return


class AnswerPipe:
    """The pipe from the worker; one thread reads at a time, and ``take`` is given every frame.

    :meth:`look` and :meth:`read` raise :class:`newsdesk.speech.frames.GarbledError`, OSError and ValueError.
    """

    def __init__(self, pipe: BinaryIO, take: Callable[[Frame], None]) -> None:
        self._pipe = pipe
        self._take = take
        self._cutter = Cutter()
        self._reading = threading.Lock()
        self._has_something = _looker(pipe, writes=False)
        self.can_look = self._has_something is not None
        """Whether the pipe can be looked at without waiting on it: not on Windows."""

    def look(self, ms: int, until: Callable[[], bool]) -> None:
        """Read what comes within ``ms`` until ``until``; returns at once when another thread reads."""
        if self._has_something is None or not self._reading.acquire(blocking=False):
            return
        try:
            while not until() and self._has_something(ms):
                if not self._read_some():
                    return
        finally:
            self._reading.release()

    def read(self) -> bool:
        """Wait for something, however long; False when the pipe has ended."""
        with self._reading:
            if self._read_some():
                return True
            self._cutter.end()
            return False

    def close(self) -> None:
        """End the pipe."""
        self._pipe.close()

    def _read_some(self) -> bool:
        raw = os.read(self._pipe.fileno(), _CHUNK)
        for frame in self._cutter.cut(raw):
            self._take(frame)
        return bool(raw)


def _looker(pipe: BinaryIO, *, writes: bool) -> Callable[[int], bool] | None:
    """Return what says whether a pipe is ready, waiting so many milliseconds; None where nothing can."""
    if sys.platform == "win32":
        return None
    poll = select.poll()
    poll.register(pipe, select.POLLOUT if writes else select.POLLIN)
    return lambda ms: bool(poll.poll(ms))
