"""Sentences to sound: what was said before comes from the cache, the rest from workers that may die.

A worker that dies, is silent for too long or writes garbage is ended and started again; the sentence that it
was saying is asked for once more and goes on where the sound broke off. A second time is a SpeechFailed.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterator, Sequence

from newsdesk.errors import SpeechFailed
from newsdesk.speech import frames
from newsdesk.speech.engine import Utterance, Voice, Voicing
from newsdesk.speech.frames import GarbledError, Kind
from newsdesk.speech.hush import Hush
from newsdesk.speech.marks import Mark, SpokenPiece
from newsdesk.speech.parts import Part, Rests, parts
from newsdesk.speech.sentence_cache import MOST_BYTES, KeptSound, Key, SentenceCache
from newsdesk.speech.worker_process import Command, WorkerProcess, worker_command
from newsdesk.speech.workers import PATIENCE_S, TRIES, Job, WorkerLostError, Workers
from newsdesk.spoken.sentences import Sentence
from newsdesk.spoken.text import SpokenWord

__all__ = ["Rests", "Synthesiser"]

AHEAD = 2
"""Sentences asked for while one is being taken, so that the worker never waits for the listener."""
_log = logging.getLogger(__name__)


class Synthesiser:
    """Says sentences. Owns the workers and the cache of sentences.

    ``command`` gives the command line of a worker, ``patience_s`` the silence that counts as hung and
    ``kept_bytes`` bounds the cache. Iterators are to be used by one thread each; everything else may be
    called from any.
    """

    def __init__(
        self, command: Command = worker_command, patience_s: float = PATIENCE_S, kept_bytes: int = MOST_BYTES
    ) -> None:
        self._workers = Workers(command, patience_s)
        self._cache = SentenceCache(kept_bytes)
        self._versions: dict[str, str] = {}
        self._cancels = 0

    def warm(self, engine: str) -> None:
        """Start the engine's worker, if it is not running, without waiting for it."""
        self._workers.get(engine)

    def voices(self, engine: str) -> tuple[Voice, ...]:
        """Return the voices of an engine. Raises SpeechFailed, VoiceMissing."""
        return tuple(Voice(*raw) for raw in self._workers.answer(engine, Kind.VOICES, None))

    def rates(self, engine: str, voice: str) -> tuple[int, int]:
        """Return a voice's slowest and fastest rate in syllables a minute, measured now if it never was.

        Raises SpeechFailed, VoiceMissing.
        """
        slowest, fastest = self._workers.answer(engine, Kind.CALIBRATE, voice)
        return slowest, fastest

    def speak(
        self, sentences: Sequence[Sentence], voicing: Voicing, rests: Rests, hush: Hush | None = None
    ) -> Iterator[SpokenPiece]:
        """Say ``sentences`` piece by piece as the engine gives its sound, or from the cache.

        Ends early, without an error, after :meth:`cancel` and after ``hush``. The next sentences are asked
        for while one is being taken. Raises :class:`newsdesk.errors.VoiceMissing` and
        :class:`newsdesk.errors.SpeechFailed`.
        """
        wanted = list(parts(sentences, rests))
        hush = hush or Hush()
        cancels = self._cancels

        def stopped() -> bool:
            return hush.is_on or self._cancels != cancels

        jobs: deque[Job | KeptSound] = deque()
        sample_rate = 0
        try:
            for at, part in enumerate(wanted):
                if stopped():
                    return
                if jobs and isinstance(jobs[0], Job) and not jobs[0].worker.running:
                    jobs.clear()  # asked of a worker that ended meanwhile
                if not jobs:
                    jobs.append(self._order(part, voicing, hush))
                begun = False
                for piece in self._said(part, jobs, voicing, hush):
                    if stopped():
                        return
                    sample_rate = piece.sample_rate
                    yield piece
                    if stopped():
                        return
                    if not begun:  # only now: the first sound is not to wait for what comes after it
                        begun = True
                        for later in wanted[at + len(jobs) : at + 1 + AHEAD]:
                            jobs.append(self._order(later, voicing, hush))
                if stopped():
                    return
                if part.rest_ms and sample_rate:
                    rest = bytes(2 * (part.rest_ms * sample_rate // 1000))
                    yield SpokenPiece(part.sentence, rest, sample_rate, ())
                over = jobs.popleft()
                if isinstance(over, Job):
                    hush.lets_go(over.worker, over.number)
        finally:
            for job in jobs:
                if isinstance(job, Job):
                    hush.lets_go(job.worker, job.number)
                    job.worker.drop(job.number)

    def cancel(self) -> None:
        """Stop everything that is being said; the workers stay warm."""
        self._cancels += 1
        self._workers.cancel()

    def renew(self, engine: str) -> None:
        """End an engine's worker and forget what it said: its voices have changed."""
        self._workers.end(engine)
        self._cache.forget(engine)

    def close(self) -> None:
        """End every worker; none is started after this."""
        self._cancels += 1
        self._workers.close()

    def worker_pid(self, engine: str) -> int:
        """Return the process id of an engine's worker, starting it if need be."""
        return self._workers.get(engine).pid

    def _order(self, part: Part, voicing: Voicing, hush: Hush) -> Job | KeptSound:
        """Return the sound that is there, or have it made."""
        utterance = part.utterance(voicing)
        version = self._versions.get(voicing.engine)  # unknown until the engine has said something
        kept = self._cache.get(Key(voicing.engine, version, utterance)) if version is not None else None
        return kept or self._ask(voicing.engine, utterance, hush)

    def _ask(self, engine: str, utterance: Utterance, hush: Hush) -> Job:
        job = self._workers.speak(engine, utterance)
        hush.covers(job.worker, job.number)
        return job

    def _said(
        self, part: Part, jobs: deque[Job | KeptSound], voicing: Voicing, hush: Hush
    ) -> Iterator[SpokenPiece]:
        """Yield the pieces of one part, the first of ``jobs``; from where it broke off if its worker ends."""
        heard = _Heard(part)
        for tries_left in reversed(range(TRIES)):
            job = jobs[0]
            if isinstance(job, KeptSound):
                marks = tuple(_mark(part.words[word], sample, job.sample_rate) for word, sample in job.marks)
                yield SpokenPiece(part.sentence, job.pcm, job.sample_rate, marks)
                return
            heard.begin()
            try:
                while (frame := self._workers.next(voicing.engine, job)) is not None:
                    if frame.kind is Kind.DONE:
                        self._keep(heard, job.worker, voicing)
                        return
                    piece = heard.take(*frames.decode_piece(frame.body))
                    if piece is not None:
                        yield piece
                return  # cancelled
            except (WorkerLostError, GarbledError) as end:
                if self._workers.closed or hush.is_on:
                    return
                _log.info("worker of %s lost in mid-sentence: %s", voicing.engine, end)
                job.worker.kill(str(end))
                if not tries_left:
                    raise SpeechFailed(voicing.engine, str(end)) from end
                jobs.clear()  # what was asked for ahead is lost with it
                jobs.append(self._ask(voicing.engine, part.utterance(voicing), hush))

    def _keep(self, heard: _Heard, worker: WorkerProcess, voicing: Voicing) -> None:
        """Keep what was said whole and in one go."""
        sound = heard.whole()
        if sound is None:
            return
        self._versions[voicing.engine] = worker.version
        self._cache.put(Key(voicing.engine, worker.version, heard.part.utterance(voicing)), sound)
        if not worker.running:  # its engine may have been renewed meanwhile: this may be its old voice
            self._cache.forget(voicing.engine)


class _Heard:
    """What came of one part so far, over both tries: nothing is given out twice."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self._tries = 0
        self._at_sample = 0
        self._given_samples = self._given_words = 0
        self._sample_rate = 0
        self._pcm: list[bytes] = []
        self._marks: list[tuple[int, int]] = []

    def begin(self) -> None:
        """A worker begins to say it."""
        self._tries += 1
        self._at_sample = 0

    def take(self, sample_rate: int, marks: list[tuple[int, int]], pcm: bytes) -> SpokenPiece | None:
        """Take what the worker sent; return what of it is new."""
        at, length = self._at_sample, len(pcm) // 2
        self._at_sample += length
        self._sample_rate = sample_rate
        self._pcm.append(pcm)
        self._marks += marks
        skip = min(max(0, self._given_samples - at), length)
        words = self.part.words
        new = tuple(
            _mark(words[word], sample - at - skip, sample_rate)
            for word, sample in marks
            if self._given_words <= word < len(words)
        )
        self._given_words = max(self._given_words, 1 + max((word for word, _ in marks), default=-1))
        self._given_samples = max(self._given_samples, at + length)
        if not new and skip == length:
            return None
        return SpokenPiece(self.part.sentence, pcm[2 * skip :], sample_rate, new)

    def whole(self) -> KeptSound | None:
        """Return everything, if one worker said it all."""
        if self._tries != 1 or not self._sample_rate:
            return None
        return KeptSound(self._sample_rate, tuple(self._marks), b"".join(self._pcm))


def _mark(word: SpokenWord, sample: int, sample_rate: int) -> Mark:
    return Mark(max(0, round(sample * 1000 / sample_rate)), word.start, word.end, word.text)
