"""How a worker hears the program: requests one after the other, and a cancel while it speaks."""

from __future__ import annotations

import os
import select
import sys
import threading
from collections.abc import Callable
from queue import SimpleQueue

from newsdesk.speech.frames import Cutter, Frame, Kind

_CHUNK = 64 << 10


class Ear:
    """Reads the pipe from the program.

    While the engine has nothing to do its own thread listens, in :meth:`next`: a request that changes hands
    begins later. While it speaks another thread listens. Where a pipe cannot be watched (Windows), that
    thread always does. ``cancelled`` is given the job to be cancelled, ``gone`` is called when the pipe has
    ended or carries nonsense; it does not return.
    """

    def __init__(self, descriptor: int, cancelled: Callable[[int], None], gone: Callable[[], object]) -> None:
        self._descriptor = descriptor
        self._cancelled = cancelled
        self._gone = gone
        self._cutter = Cutter()
        self._requests: SimpleQueue[Frame] = SimpleQueue()
        self._reading = threading.Lock()
        self._speaking = threading.Event()
        self._speaking.set()  # as it were, while the engine is being made
        self._leave, self._call = os.pipe()
        """Whatever is written into it has the other thread leave the pipe to the engine's."""
        watch = self._watch_always if sys.platform == "win32" else self._watch_while_it_speaks
        threading.Thread(target=watch, daemon=True).start()

    def next(self) -> Frame:
        """Wait for the next request."""
        if sys.platform != "win32" and self._requests.empty():
            self._speaking.clear()
            os.write(self._call, b"!")
            with self._reading:
                while self._requests.empty():
                    self._hear()
            self._speaking.set()
        return self._requests.get()

    def _watch_always(self) -> None:
        while True:
            self._hear()

    def _watch_while_it_speaks(self) -> None:
        if sys.platform == "win32":  # told again for those who check types
            return
        poll = select.poll()
        poll.register(self._descriptor, select.POLLIN)
        poll.register(self._leave, select.POLLIN)
        while self._speaking.wait():
            with self._reading:
                while self._speaking.is_set():
                    ready = {descriptor for descriptor, _ in poll.poll()}
                    if self._leave in ready:
                        os.read(self._leave, _CHUNK)
                    if self._descriptor in ready:
                        self._hear()

    def _hear(self) -> None:
        """Read once, and wait for it if need be."""
        try:
            raw = os.read(self._descriptor, _CHUNK)
            for frame in self._cutter.cut(raw):
                if frame.kind is Kind.CANCEL:
                    self._cancelled(frame.job)
                else:
                    self._requests.put(frame)
        except BaseException:  # a broken pipe or nonsense in it: without its program a worker ends
            self._gone()
            raise
        if not raw:
            self._gone()
