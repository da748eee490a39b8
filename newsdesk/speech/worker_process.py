"""The program's end of one speech worker: starts it, sends requests, hands its answers to whoever asked."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from typing import IO, BinaryIO, NamedTuple, cast

from newsdesk.speech import frames
from newsdesk.speech.frames import TEMPORARY, Frame, GarbledError, Kind
from newsdesk.speech.pipes import AnswerPipe, RequestPipe

Command = Callable[[str], list[str]]
"""Gives the command line of an engine's worker."""


def worker_command(engine: str, voices: Path | None = None, rates: Path | None = None) -> list[str]:
    """Return the command of the real worker: this Python, the worker module, the engine's id.

    ``voices`` is the folder of added voices, ``rates`` the one in which measured rates are kept.
    """
    folders = [str(folder) if folder is not None else "" for folder in (voices, rates)]
    return [sys.executable, "-m", "newsdesk.speech.worker", engine, *folders]


class Ended(NamedTuple):
    """The worker is gone or not to be trusted; ``reason`` in its own words where it left any."""

    reason: str


class Cancelled(NamedTuple):
    """The job was cancelled from this side."""


Answer = Frame | Ended | Cancelled
_CANCELLED = Cancelled()
OWN_EYES_MS = 50
"""So long whoever asked looks at the pipe itself; a longer wait is the reader's."""


class WorkerProcess:
    """One running child. Any thread may send and cancel; each job's answers come in its own queue.

    A thread reads the answers, but while nothing is asked it rests, and whoever asks then takes the first
    answer off the pipe with its own eyes: sound that changes hands is late by a millisecond on a busy
    computer.

    Making one raises :class:`OSError` when the command cannot be started.
    """

    def __init__(self, engine: str, command: Command) -> None:
        self._folder = tempfile.mkdtemp(prefix="newsdesk-")
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed by the reader
        try:
            self._process = subprocess.Popen(
                command(engine),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._errors,
                env=_environment(self._folder),
                # Without a console window on Windows, where this constant is.
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            self._tidy_up()
            raise
        self._requests = RequestPipe(cast(BinaryIO, self._process.stdin))
        self._pipe = AnswerPipe(cast(BinaryIO, self._process.stdout), self._hand_over)
        self._lock = threading.Lock()
        self._to_read = threading.Condition(self._lock)
        self._answers: dict[int, SimpleQueue[Answer]] = {}
        self._speaking: set[int] = set()
        self._owed: set[int] = set()
        """Jobs whose last frame has not come, also of those that nobody waits for any more."""
        self._own_eyes = 0
        """The job whose asker looks at the pipe itself; 0 when the reader reads for everybody."""
        self._jobs = 0
        self.version = ""
        """The engine's own; known before its first answer to a request."""
        self.answered = False
        """Whether anything was heard of it yet; until then its engine may still be loading."""
        self._ended: Ended | None = None
        self._killed_for = ""
        self._reader = threading.Thread(target=self._read, name=f"newsdesk-{engine}-reader", daemon=True)
        self._reader.start()

    @property
    def pid(self) -> int:
        """The process id, for tests that do harm to it."""
        return self._process.pid

    @property
    def running(self) -> bool:
        """Whether the worker can be asked."""
        return self._ended is None and self._process.poll() is None

    def ask(self, kind: Kind, body: bytes) -> tuple[int, SimpleQueue[Answer]]:
        """Send a request; return its job number and the queue of its answers, :class:`Ended` among them."""
        answers: SimpleQueue[Answer] = SimpleQueue()
        with self._lock:
            self._jobs += 1
            job = self._jobs
            if self._ended is not None:
                answers.put(self._ended)
                return job, answers
            self._answers[job] = answers
            if kind is Kind.SPEAK:
                self._speaking.add(job)
            if self._pipe.can_look and self.answered and not self._owed:
                self._own_eyes = job
            self._owed.add(job)
            if self._own_eyes != job:
                self._leave_it_to_the_reader()
            self._requests.put(frames.encode(kind, job, body))
        self._requests.send(patiently=True)
        return job, answers

    def next(self, job: int, answers: SimpleQueue[Answer], patience_s: float) -> Answer:
        """Wait for the next answer in a queue that :meth:`ask` gave. Raises :class:`queue.Empty`."""
        if answers.empty() and self._own_eyes == job:
            try:
                self._pipe.look(OWN_EYES_MS, lambda: not answers.empty() or self._own_eyes != job)
            except (GarbledError, OSError, ValueError) as error:
                self.kill(_told(error))
        if answers.empty() and self._own_eyes:
            with self._lock:
                self._leave_it_to_the_reader()
        return answers.get(timeout=patience_s)

    def drop(self, job: int) -> None:
        """Cancel one job unless it is done, and hear no more of it."""
        with self._lock:
            if self._answers.pop(job, None) is None:
                return
            self._speaking.discard(job)
            self._requests.put(frames.encode(Kind.CANCEL, job))
            self._leave_it_to_the_reader()
        self._requests.send(patiently=False)

    def cancel(self, job: int) -> None:
        """Have one job stop; whoever waits for it is woken at once. Waits for nothing."""
        with self._lock:
            answers = self._answers.pop(job, None)
            if answers is None:
                return
            self._speaking.discard(job)
            self._requests.put(frames.encode(Kind.CANCEL, job))
            answers.put(_CANCELLED)
            self._leave_it_to_the_reader()
        self._requests.send(patiently=False)

    def cancel_speech(self) -> None:
        """Have everything that is being said stop; whoever waits for it is woken at once."""
        with self._lock:
            for job in self._speaking:
                self._requests.put(frames.encode(Kind.CANCEL, job))
                self._answers.pop(job).put(_CANCELLED)
            self._speaking.clear()
            self._leave_it_to_the_reader()
        self._requests.send(patiently=False)

    def kill(self, reason: str = "") -> None:
        """End the process now, and tell every job that it has ended."""
        self._killed_for = self._killed_for or reason
        self._process.kill()
        self._end(reason)
        self._process.wait()
        self._reader.join(1.0)
        self._requests.close()

    def _leave_it_to_the_reader(self) -> None:
        """With the lock held: from now on the thread reads what is owed."""
        self._own_eyes = 0
        self._to_read.notify()

    def _read(self) -> None:
        """Hand answers to their jobs until the pipe ends."""
        reason = ""
        try:
            while self._rest() and self._pipe.read():
                pass
        except (GarbledError, OSError, ValueError) as error:
            reason = _told(error)
        finally:
            self._pipe.close()
            if reason:
                self._process.kill()
            code = self._process.wait()
            self._end(self._killed_for or self._last_words() or reason or f"exit {code}")
            self._tidy_up()

    def _rest(self) -> bool:
        """Wait until there is something to read for everybody: always before the first answer."""
        with self._lock:
            self._to_read.wait_for(
                lambda: self._ended or not self.answered or not self._pipe.can_look or self._reader_owed()
            )
        return True

    def _reader_owed(self) -> bool:
        return bool(self._owed) and not self._own_eyes

    def _hand_over(self, frame: Frame) -> None:
        with self._lock:
            self.answered = True
            if frame.job:
                last = frame.kind in (Kind.DONE, Kind.FAILED)
                answers = self._answers.pop(frame.job, None) if last else self._answers.get(frame.job)
                if last:
                    self._owed.discard(frame.job)
                    self._speaking.discard(frame.job)
                if answers is not None:
                    answers.put(frame)
            else:  # a sign of life, or a failure to start: it concerns every job
                if frame.kind is Kind.READY:
                    self.version = frame.body.decode("utf-8", "replace")
                for answers in self._answers.values():
                    answers.put(frame)

    def _end(self, reason: str) -> None:
        with self._lock:
            if self._ended is None:
                self._ended = Ended(reason)
                for answers in self._answers.values():
                    answers.put(self._ended)
                self._answers.clear()
                self._speaking.clear()
                self._owed.clear()
            self._leave_it_to_the_reader()

    def _tidy_up(self) -> None:
        self._errors.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _last_words(self) -> str:
        """Return the last line that the worker or its library wrote to stderr."""
        self._errors.seek(0, os.SEEK_END)
        self._errors.seek(max(0, self._errors.tell() - 4000))
        lines = self._errors.read().decode("utf-8", "replace").split("\n")
        return next((line.strip() for line in reversed(lines) if line.strip()), "")


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


def _environment(folder: str) -> dict[str, str]:
    """Return this environment with the folder of our package in front, wherever the program was started.

    What an engine writes for a moment goes into ``folder``, which ends with the worker.
    """
    package = str(Path(__file__).resolve().parents[2])
    paths = [package, *filter(None, [os.environ.get("PYTHONPATH")])]
    temporary = dict.fromkeys(("TMPDIR", "TEMP", "TMP", TEMPORARY), folder)
    return {**os.environ, **temporary, "PYTHONPATH": os.pathsep.join(paths)}
