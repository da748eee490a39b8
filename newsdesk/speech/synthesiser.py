"""Sentences to sound: starts workers when first needed, keeps them warm, and outlives them.

A worker that dies, is silent for too long or writes garbage is ended and started again; the sentence that it
was saying is asked for once more and goes on where the sound broke off. A second time is a SpeechFailed.
"""

from __future__ import annotations

import json
import logging
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from queue import Empty, SimpleQueue
from typing import Any, NamedTuple

from newsdesk.errors import SpeechFailed, VoiceMissing
from newsdesk.speech import frames
from newsdesk.speech.engine import Utterance, Voice, Voicing
from newsdesk.speech.engines import find
from newsdesk.speech.frames import Frame, GarbledError, Kind
from newsdesk.speech.marks import Mark, SpokenPiece
from newsdesk.speech.worker_process import (
    Answer,
    Cancelled,
    Command,
    Ended,
    WorkerProcess,
    worker_command,
)
from newsdesk.spoken.sentences import Sentence
from newsdesk.spoken.text import SpokenWord

_log = logging.getLogger(__name__)

PATIENCE_S = 5.0
"""Silence on the pipe for this long, while a job is waited for, means that the worker hangs."""
START_PATIENCE_S = 30.0
"""The same for a worker's very first answer: a cold disk may take its time over an engine's library."""
MOST_WORDS = 80
"""A longer sentence is said in parts, so that one request stays small."""
TRIES = 2


class Rests(NamedTuple):
    """The silence after a sentence, and what a paragraph's end adds to it, in milliseconds."""

    sentence_ms: int
    paragraph_ms: int

    def after(self, sentence: Sentence) -> int:
        """Return the rest after one sentence."""
        return self.sentence_ms + (self.paragraph_ms if sentence.ends_paragraph else 0)


class _Part(NamedTuple):
    sentence: int
    words: tuple[SpokenWord, ...]
    pauses: tuple[str, ...]
    rest_ms: int


class _Job(NamedTuple):
    worker: WorkerProcess
    number: int
    answers: SimpleQueue[Answer]


class _WorkerLostError(Exception):
    """The worker ended in the middle of a job."""


class Synthesiser:
    """Owns the workers, one for each engine that was asked for.

    ``command`` gives the command line of a worker and ``patience_s`` the silence that counts as hung: both
    are arguments for the tests. Iterators are to be used by one thread each; :meth:`cancel` and
    :meth:`close` may be called from any.
    """

    def __init__(self, command: Command = worker_command, patience_s: float = PATIENCE_S) -> None:
        self._command = command
        self._patience_s = patience_s
        self._workers: dict[str, WorkerProcess] = {}
        self._lock = threading.Lock()
        self._cancels = 0
        self._closed = False

    def warm(self, engine: str) -> None:
        """Start the engine's worker, if it is not running, without waiting for it."""
        self._worker(engine)

    def voices(self, engine: str) -> tuple[Voice, ...]:
        """Return the voices of an engine. Raises :class:`SpeechFailed`, :class:`VoiceMissing`."""
        for tries_left in reversed(range(TRIES)):
            job = self._ask(engine, Kind.VOICES, None)
            try:
                frame = self._next(engine, job)
            except _WorkerLostError as end:
                if not tries_left:
                    raise SpeechFailed(engine, str(end)) from end
                continue
            return tuple(Voice(*raw) for raw in json.loads(frame.body)) if frame is not None else ()
        raise AssertionError  # the loop above returns or raises

    def speak(self, sentences: Sequence[Sentence], voicing: Voicing, rests: Rests) -> Iterator[SpokenPiece]:
        """Say ``sentences`` piece by piece as the engine gives its sound.

        Ends early, without an error, after :meth:`cancel`. The next sentence is asked for while one is being
        taken, so the worker never waits. Raises :class:`VoiceMissing` and :class:`SpeechFailed`.
        """
        parts = list(_parts(sentences, rests))
        cancels = self._cancels
        jobs: deque[_Job] = deque()
        sample_rate = 0
        try:
            for at, part in enumerate(parts):
                if jobs and not jobs[0].worker.running:
                    jobs.clear()  # asked of a worker that ended meanwhile
                for later in parts[at + len(jobs) : at + 2]:
                    jobs.append(self._request(later, voicing))
                for piece in self._part(part, jobs, voicing):
                    if self._cancels != cancels:
                        return
                    sample_rate = piece.sample_rate
                    yield piece
                if self._cancels != cancels:
                    return
                if part.rest_ms and sample_rate:
                    rest = bytes(2 * (part.rest_ms * sample_rate // 1000))
                    yield SpokenPiece(part.sentence, rest, sample_rate, ())
                jobs.popleft()
        finally:
            for job in jobs:
                job.worker.drop(job.number)

    def cancel(self) -> None:
        """Stop everything that is being said or waited for; the workers stay warm."""
        self._cancels += 1
        with self._lock:
            workers = list(self._workers.values())
        for worker in workers:
            worker.cancel_all()

    def close(self) -> None:
        """End every worker; none is started after this."""
        self._cancels += 1
        with self._lock:
            self._closed = True
            workers = list(self._workers.values())
            self._workers.clear()
        for worker in workers:
            worker.kill()

    def worker_pid(self, engine: str) -> int:
        """Return the process id of an engine's worker, starting it if need be."""
        return self._worker(engine).pid

    def _worker(self, engine: str) -> WorkerProcess:
        if find(engine) is None:
            raise VoiceMissing(engine, "")
        with self._lock:
            if self._closed:
                raise SpeechFailed(engine, "closed")
            worker = self._workers.get(engine)
            if worker is None or not worker.running:
                if worker is not None:
                    worker.kill()
                try:
                    worker = self._workers[engine] = WorkerProcess(engine, self._command)
                except OSError as error:
                    raise SpeechFailed(engine, error.strerror or str(error)) from error
            return worker

    def _ask(self, engine: str, kind: Kind, value: object) -> _Job:
        worker = self._worker(engine)
        return _Job(worker, *worker.ask(kind, value))

    def _request(self, part: _Part, voicing: Voicing) -> _Job:
        words = tuple(word.text for word in part.words)
        utterance = Utterance(words, part.pauses, voicing.voice, voicing.rate_spm, voicing.pitch)
        return self._ask(voicing.engine, Kind.SPEAK, utterance._asdict())

    def _part(self, part: _Part, jobs: deque[_Job], voicing: Voicing) -> Iterator[SpokenPiece]:
        """Yield the pieces of one part, the first of ``jobs``; from where it broke off if its worker ends."""
        engine = voicing.engine
        given_samples = given_words = 0
        for tries_left in reversed(range(TRIES)):
            at_sample = 0
            try:
                while (frame := self._next(engine, jobs[0])) is not None and frame.kind is Kind.PIECE:
                    sample_rate, marks, pcm = frames.decode_piece(frame.body)
                    length = len(pcm) // 2
                    skip = min(max(0, given_samples - at_sample), length)
                    new_marks = [
                        _mark(part.words[word], sample - at_sample - skip, sample_rate)
                        for word, sample in marks
                        if given_words <= word < len(part.words)
                    ]
                    given_words = max(given_words, 1 + max((word for word, _ in marks), default=-1))
                    given_samples = max(given_samples, at_sample + length)
                    if new_marks or skip < length:
                        yield SpokenPiece(part.sentence, pcm[2 * skip :], sample_rate, tuple(new_marks))
                    at_sample += length
                return
            except (_WorkerLostError, GarbledError) as end:
                if self._closed:
                    return
                _log.info("worker of %s lost in mid-sentence: %s", engine, end)
                jobs[0].worker.kill(str(end))
                if not tries_left:
                    raise SpeechFailed(engine, str(end)) from end
                jobs.clear()  # what was asked for ahead is lost with it
                jobs.append(self._request(part, voicing))

    def _next(self, engine: str, job: _Job) -> Frame | None:
        """Return the job's next frame, None once it is cancelled.

        Raises :class:`_WorkerLostError` with the reason, and the failure that the worker names.
        """
        while True:
            patience = self._patience_s if job.worker.answered else START_PATIENCE_S
            try:
                answer = job.answers.get(timeout=patience)
            except Empty:
                job.worker.kill(f"no answer for {patience:g} s")
                raise _WorkerLostError(f"no answer for {patience:g} s") from None
            if isinstance(answer, Cancelled):
                return None
            if isinstance(answer, Ended):
                raise _WorkerLostError(answer.reason)
            if answer.kind is Kind.FAILED:
                raise _failure(engine, json.loads(answer.body))
            if answer.kind in (Kind.PIECE, Kind.DONE):
                return answer


def _failure(engine: str, told: dict[str, Any]) -> VoiceMissing | SpeechFailed:
    if "missing" in told:
        return VoiceMissing(engine, told["missing"])
    return SpeechFailed(engine, told.get("words", ""))


def _mark(word: SpokenWord, sample: int, sample_rate: int) -> Mark:
    return Mark(max(0, round(sample * 1000 / sample_rate)), word.start, word.end, word.text)


def _parts(sentences: Iterable[Sentence], rests: Rests) -> Iterator[_Part]:
    """Cut sentences longer than MOST_WORDS, at the last punctuation before that where there is any."""
    numbered = [(number, sentence) for number, sentence in enumerate(sentences) if sentence.words]
    for place, (number, sentence) in enumerate(numbered):
        rest = rests.after(sentence) if place + 1 < len(numbered) else 0
        start, count = 0, len(sentence.words)
        while start < count:
            end = min(start + MOST_WORDS, count)
            if end < count:
                pauses = [at + 1 for at in range(start, end) if sentence.pauses[at]]
                end = pauses[-1] if pauses else end
            words, said = sentence.words[start:end], sentence.pauses[start:end]
            yield _Part(number, words, said, rest if end == count else 0)
            start = end
