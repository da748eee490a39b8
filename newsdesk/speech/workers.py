"""The running workers, one for each engine that was asked for: started when first needed, or when lost."""

from __future__ import annotations

import json
import threading
from queue import Empty, SimpleQueue
from typing import Any, NamedTuple

from newsdesk.errors import SpeechFailed, VoiceMissing
from newsdesk.speech import frames
from newsdesk.speech.engine import Utterance
from newsdesk.speech.engines import find
from newsdesk.speech.frames import Frame, Kind
from newsdesk.speech.worker_process import Answer, Cancelled, Command, Ended, WorkerProcess

PATIENCE_S = 5.0
"""Silence on the pipe for this long, while a job is waited for, means that the worker hangs."""
START_PATIENCE_S = 30.0
"""The same for a worker's very first answer: a cold disk may take its time over an engine's library."""
TRIES = 2


class Job(NamedTuple):
    """A request under way."""

    worker: WorkerProcess
    number: int
    answers: SimpleQueue[Answer]


class WorkerLostError(Exception):
    """The worker ended in the middle of a job; its words are the reason."""


class Workers:
    """Starts, asks, kills. Any thread may use it; ``command`` and ``patience_s`` as in Synthesiser."""

    def __init__(self, command: Command, patience_s: float) -> None:
        self._command = command
        self._patience_s = patience_s
        self._running: dict[str, WorkerProcess] = {}
        self._lock = threading.Lock()
        self.closed = False

    def get(self, engine: str) -> WorkerProcess:
        """Return an engine's worker, starting it if need be. Raises VoiceMissing, SpeechFailed."""
        with self._lock:
            if self.closed:
                raise SpeechFailed(engine, "closed")
            worker = self._running.get(engine)
            if worker is None or not worker.running:
                if find(engine) is None:
                    raise VoiceMissing(engine, "")
                if worker is not None:
                    worker.kill()
                try:
                    worker = self._running[engine] = WorkerProcess(engine, self._command)
                except OSError as error:
                    raise SpeechFailed(engine, error.strerror or str(error)) from error
            return worker

    def speak(self, engine: str, utterance: Utterance) -> Job:
        """Ask for sound."""
        return self._ask(engine, Kind.SPEAK, frames.encode_utterance(utterance))

    def _ask(self, engine: str, kind: Kind, body: bytes) -> Job:
        worker = self.get(engine)
        number, answers = worker.ask(kind, body)
        return Job(worker, number, answers)

    def answer(self, engine: str, kind: Kind, value: object) -> Any:
        """Ask, wait and return the answer's JSON; once more if the worker is lost over it."""
        for tries_left in reversed(range(TRIES)):
            job = self._ask(engine, kind, json.dumps(value).encode("ascii"))
            try:
                frame = self.next(engine, job)
            except WorkerLostError as end:
                if not tries_left or self.closed:
                    raise SpeechFailed(engine, str(end)) from end
                continue
            if frame is None:
                raise SpeechFailed(engine, "closed")
            return json.loads(frame.body)
        raise AssertionError  # the loop above returns or raises

    def next(self, engine: str, job: Job) -> Frame | None:
        """Return the job's next frame, None once it is cancelled.

        Raises :class:`WorkerLostError` with the reason, and the failure that the worker names.
        """
        while True:
            patience = self._patience_s if job.worker.answered else START_PATIENCE_S
            try:
                answer = job.worker.next(job.number, job.answers, patience)
            except Empty:
                job.worker.kill(f"no answer for {patience:g} s")
                raise WorkerLostError(f"no answer for {patience:g} s") from None
            if isinstance(answer, Cancelled):
                return None
            if isinstance(answer, Ended):
                raise WorkerLostError(answer.reason)
            if answer.kind is Kind.FAILED:
                raise _failure(engine, json.loads(answer.body))
            if answer.kind in (Kind.PIECE, Kind.DONE):
                return answer

    def cancel(self) -> None:
        """Stop everything that is being said; the workers stay warm."""
        with self._lock:
            workers = list(self._running.values())
        for worker in workers:
            worker.cancel_speech()

    def end(self, engine: str) -> None:
        """End an engine's worker; the next request starts it again."""
        with self._lock:
            worker = self._running.pop(engine, None)
        if worker is not None:
            worker.kill()

    def close(self) -> None:
        """End every worker; none is started after this."""
        with self._lock:
            self.closed = True
            workers = list(self._running.values())
            self._running.clear()
        for worker in workers:
            worker.kill()


def _failure(engine: str, told: dict[str, Any]) -> VoiceMissing | SpeechFailed:
    if "missing" in told:
        return VoiceMissing(engine, told["missing"])
    return SpeechFailed(engine, told.get("words", ""))
