"""The child process in which one engine lives: ``python -m newsdesk.speech.worker ENGINE VOICES RATES``.

VOICES is the folder of added voices, RATES that of the measured rates; "" for none.

Requests come on stdin, sound and marks go out on what was stdout. A library may print: its prints go nowhere,
because descriptor 1 is duplicated for the frames and then turned away. The end of stdin is the end of the
program that asked, however it ended, and so of this process.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import threading
from pathlib import Path
from typing import NoReturn

from newsdesk.errors import NewsdeskError, SpeechFailed, VoiceMissing
from newsdesk.speech import frames
from newsdesk.speech.calibration import Calibrations
from newsdesk.speech.ear import Ear
from newsdesk.speech.engine import Bench, SpeechEngine
from newsdesk.speech.engines import find
from newsdesk.speech.frames import TEMPORARY, Frame, Kind

BEAT_S = 1.0
_TIDYING = 20
PIECE_BYTES = 16 << 10
"""The first sound of a job leaves at once; later sound is gathered to this, a third of a second."""


class _Line:
    """The way out: frames from any thread, one at a time."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._lock = threading.Lock()

    def send(self, frame: bytes) -> None:
        try:
            with self._lock:
                sent = os.write(self._descriptor, frame)
                while sent < len(frame):
                    sent += os.write(self._descriptor, frame[sent:])
        except OSError:
            _leave()  # nobody reads any more


class _Booth:
    """What the threads of the worker share: which jobs are cancelled, and whether work goes on."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._cancelled: set[int] = set()
        self.working = False
        self.progress = 0

    def cancel(self, job: int) -> None:
        with self._lock:
            self._cancelled.add(job)

    def is_cancelled(self, job: int) -> bool:
        with self._lock:
            return job in self._cancelled

    def forget(self, job: int) -> None:
        """Keep no note of jobs up to this one: they come in order, so those are over."""
        with self._lock:
            self._cancelled = {later for later in self._cancelled if later > job}


class _JobMicrophone:
    """Sends what an engine says in one job; a mark leaves with the piece that follows it."""

    def __init__(self, line: _Line, booth: _Booth, job: int, words: int) -> None:
        self._line = line
        self._booth = booth
        self._job = job
        self._words = words
        self._marks: list[tuple[int, int]] = []
        self._gathered: list[bytes] = []
        self._room = PIECE_BYTES
        self._begun = False
        self._marked = -1
        self._last_sample = 0
        self._sample_rate = 0

    def word(self, index: int, sample: int) -> None:
        self._last_sample = max(sample, self._last_sample)
        # A word that the engine passed over stands where the next one begins: every word has its mark.
        while self._marked < min(index, self._words - 1):
            self._marked += 1
            self._marks.append((self._marked, self._last_sample))

    def sound(self, pcm: bytes, sample_rate: int) -> bool:
        self._booth.progress += 1
        if self._booth.is_cancelled(self._job):
            return False
        self._sample_rate = sample_rate
        self._gathered.append(pcm)
        self._room -= len(pcm)
        if self._room <= 0 or not self._begun:
            self._send()
        if not self._begun:
            self._begun = True
            _give_way()
        return True

    def _send(self) -> None:
        pcm = b"".join(self._gathered)
        self._line.send(frames.encode_piece(self._job, self._sample_rate, self._marks, pcm))
        self._marks, self._gathered, self._room = [], [], PIECE_BYTES

    def alive(self) -> bool:
        self._booth.progress += 1
        return not self._booth.is_cancelled(self._job)

    def end(self) -> None:
        """Send what is left, and the marks that no sound followed."""
        self.word(self._words - 1, self._last_sample)
        if (self._marks or self._gathered) and not self._booth.is_cancelled(self._job):
            self._sample_rate = self._sample_rate or 22_050
            self._send()


def main() -> None:
    """Serve one engine until stdin ends."""
    line = _Line(_take_stdout())
    booth = _Booth()
    # Whatever the engine is doing when the program ends, nobody waits for it.
    ear = Ear(0, booth.cancel, _leave)
    threading.Thread(target=_beat, args=(booth, line), daemon=True).start()
    try:
        engine = _make(*[*sys.argv[1:], "", "", ""][:3])
    except NewsdeskError as error:
        line.send(_failure(0, error))
        os._exit(1)
    line.send(frames.encode(Kind.READY, body=engine.version.encode()))
    while True:
        request = ear.next()
        booth.working = True
        try:
            _serve(engine, request, line, booth)
        except NewsdeskError as error:
            line.send(_failure(request.job, error))
        except Exception as error:  # noqa: BLE001 - an engine's own trouble: the program shows its words
            line.send(_failure(request.job, SpeechFailed(sys.argv[1], f"{type(error).__name__}: {error}")))
        booth.working = False
        booth.forget(request.job)


def _serve(engine: SpeechEngine, request: Frame, line: _Line, booth: _Booth) -> None:
    if request.kind is Kind.VOICES:
        line.send(frames.encode_json(Kind.DONE, request.job, engine.voices()))
    elif request.kind is Kind.CALIBRATE:
        microphone = _JobMicrophone(line, booth, request.job, 0)
        curve = engine.calibration(json.loads(request.body), microphone)
        line.send(frames.encode_json(Kind.DONE, request.job, (curve.slowest, curve.fastest)))
    elif booth.is_cancelled(request.job):
        line.send(frames.encode(Kind.DONE, request.job))  # every job has its end: the pipe is quiet after it
    else:
        utterance = frames.decode_utterance(request.body)
        microphone = _JobMicrophone(line, booth, request.job, len(utterance.words))
        engine.speak(utterance, microphone)
        microphone.end()
        line.send(frames.encode(Kind.DONE, request.job))


def _make(engine: str, voices: str, rates: str) -> SpeechEngine:
    info = find(engine)
    if info is None:
        raise VoiceMissing(engine, "")
    kept = Path(rates) / f"{engine}.json" if rates else None
    return info.make(Bench(Path(voices) if voices else None, Calibrations(kept)))


def _failure(job: int, error: NewsdeskError) -> bytes:
    if isinstance(error, VoiceMissing):
        return frames.encode_json(Kind.FAILED, job, {"missing": error.voice})
    words = error.words if isinstance(error, SpeechFailed) else str(error)
    return frames.encode_json(Kind.FAILED, job, {"words": words})


def _take_stdout() -> int:
    """Keep the pipe for frames, and send whatever a library prints to nowhere."""
    pipe = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return pipe


def _give_way() -> None:
    """Let whoever waits for the first sound run before the engine makes the next: now it is the urgent one.

    On a busy computer the system would let the engine finish its turn, some milliseconds, first.
    """
    if sys.platform != "win32":
        os.sched_yield()


def _leave() -> NoReturn:
    """End at once, and take away what an engine was writing: the program may have had no time to do it."""
    folder = os.environ.get(TEMPORARY, "")
    for _ in range(_TIDYING if folder else 0):
        with contextlib.suppress(OSError):  # the engine may begin another file meanwhile
            for file in Path(folder).iterdir():
                file.unlink(missing_ok=True)
            Path(folder).rmdir()
    os._exit(0)


def _beat(booth: _Booth, line: _Line) -> None:
    """Say every second that the engine gets on; a hung engine is silent, although this thread is not hung."""
    seen = -1
    wait = threading.Event()
    while True:
        wait.wait(BEAT_S)
        if booth.working and booth.progress != seen:
            seen = booth.progress
            line.send(frames.encode(Kind.ALIVE))


if __name__ == "__main__":
    main()
