"""The one door to threads: work goes out on a lane, its result comes back on the window's thread."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from enum import Enum
from queue import SimpleQueue
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot

from newsdesk.errors import NewsdeskError

T = TypeVar("T")
Failed = Callable[[NewsdeskError], None]
Answer = Callable[[], None]


class Lane(Enum):
    """Where work waits its turn. Each lane is one thread, so what is put on it keeps its order."""

    DATABASE = "database"
    """Everything that touches the newsroom's database."""
    LOCAL = "local"
    """Small writes on this computer that must not wait for the database: recovery files."""
    SPEECH = "speech"
    """Waiting for the speech worker."""
    FILES = "files"
    """Making sound files and trying voices: hearing a script must not wait for them."""
    COPY = "copy"
    """Reading copy from outside: seconds for a long one, and no database; autosave must not wait for it."""


class Stream:
    """A running :meth:`Tasks.stream`; :meth:`cancel` stops it before its next piece."""

    def __init__(self) -> None:
        self._cancelled = threading.Event()

    @property
    def cancelled(self) -> bool:
        """Whether nobody waits for this stream any more."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask for no more: after this call none of the stream's functions is called."""
        self._cancelled.set()


class Tasks(QObject):
    """Runs work off the window's thread; every answer is given on the thread that made this object.

    Exactly one of ``done`` and ``failed`` is called. ``failed`` gets expected failures only; any other
    exception is raised on the window's thread, where the crash dialog takes it.
    """

    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[Lane, _LaneThread] = {}
        self._answered.connect(self._give, Qt.ConnectionType.QueuedConnection)

    def run(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Failed, lane: Lane = Lane.DATABASE
    ) -> None:
        """Call ``work`` on ``lane``, then ``done`` with its result or ``failed`` with its failure."""
        self._put(lane, lambda: self._answer(outcome(work, done, failed)))

    def stream(
        self,
        make: Callable[[], Iterator[T]],
        each: Callable[[T], None],
        done: Answer,
        failed: Failed,
        lane: Lane = Lane.SPEECH,
    ) -> Stream:
        """Call ``make`` on ``lane``, give each piece to ``each``, then call ``done`` or ``failed``."""
        stream = Stream()
        self._put(lane, lambda: follow(stream, make, each, done, failed, self._answer))
        return stream

    def close(self, timeout_s: float = 10.0) -> bool:
        """Finish what is queued on every lane and end the threads; False when they need longer than that."""
        until = monotonic() + timeout_s
        lanes = list(self._lanes.values())
        self._lanes.clear()
        for lane in lanes:
            lane.end()
        ended = [lane.wait(max(0.0, until - monotonic())) for lane in lanes]
        if not all(ended):
            # A hung lane still holds this object and would delete it on its own thread; Qt crashes at that.
            self.setParent(QCoreApplication.instance())
        return all(ended)

    def _put(self, lane: Lane, job: Answer) -> None:
        thread = self._lanes.get(lane)
        if thread is None:
            thread = self._lanes[lane] = _LaneThread(lane.value)
        thread.put(job)

    def _answer(self, answer: Answer) -> None:
        try:
            self._answered.emit(answer)
        except RuntimeError:  # the window is gone: nobody is left to answer to
            return

    @Slot(object)
    def _give(self, answer: Answer) -> None:
        answer()


def outcome(work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> Answer:
    """Do ``work`` here and now and return what to call on the window's thread."""
    try:
        result = work()
    except NewsdeskError as error:
        expected = error
        return lambda: failed(expected)
    except Exception as error:  # noqa: BLE001 - not swallowed: raised again on the window's thread
        unexpected = error
        return lambda: _raise(unexpected)
    return lambda: done(result)


def follow(
    stream: Stream,
    make: Callable[[], Iterator[T]],
    each: Callable[[T], None],
    done: Answer,
    failed: Failed,
    answer: Callable[[Answer], None],
) -> None:
    """Go through an iterator here and now; every piece and the end go through ``answer`` until cancelled."""

    def unless_cancelled(call: Answer) -> None:
        answer(lambda: None if stream.cancelled else call())

    def give(piece: T) -> None:
        unless_cancelled(lambda: each(piece))

    def pieces() -> None:
        if stream.cancelled:
            return
        iterator = make()
        try:
            for piece in iterator:
                if stream.cancelled:
                    return
                give(piece)
        finally:
            close = getattr(iterator, "close", None)  # a generator lets go of its worker here
            if close is not None:
                close()

    end = outcome(pieces, lambda _nothing: done(), failed)
    unless_cancelled(end)


def _raise(error: Exception) -> None:
    raise error


class _LaneThread:
    """One thread that does its jobs one after the other."""

    def __init__(self, name: str) -> None:
        self._jobs: SimpleQueue[Answer | None] = SimpleQueue()
        # A daemon: a hung worker or database never keeps the program from ending after close() has waited.
        self._thread = threading.Thread(target=self._work, name=f"newsdesk-{name}", daemon=True)
        self._thread.start()

    def put(self, job: Answer) -> None:
        self._jobs.put(job)

    def end(self) -> None:
        self._jobs.put(None)

    def wait(self, timeout_s: float) -> bool:
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()
