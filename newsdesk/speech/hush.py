"""Stopping one saying from another thread, while whatever else is being said goes on."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsdesk.speech.worker_process import WorkerProcess


class Hush:
    """Given to one saying; :meth:`now` ends it, whoever waits for its sound is woken at once.

    Any thread may call :meth:`now`; it waits for nothing.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._jobs: list[tuple[WorkerProcess, int]] = []
        self.is_on = False
        """Whether it was asked for."""

    def now(self) -> None:
        """Have the saying end, and the worker make no more of it."""
        with self._lock:
            self.is_on = True
            jobs, self._jobs = self._jobs, []
        for worker, job in jobs:
            worker.cancel(job)

    def covers(self, worker: WorkerProcess, job: int) -> None:
        """Take in a job of the saying; it ends at once when :meth:`now` was called already."""
        with self._lock:
            if not self.is_on:
                self._jobs.append((worker, job))
                return
        worker.cancel(job)

    def lets_go(self, worker: WorkerProcess, job: int) -> None:
        """Think no more of a job that is over."""
        with self._lock:
            if (worker, job) in self._jobs:
                self._jobs.remove((worker, job))
