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
from queue import SimpleQueue
from typing import Any, BinaryIO, NoReturn

from newsdesk.errors import NewsdeskError, SpeechFailed, VoiceMissing
from newsdesk.speech import frames
from newsdesk.speech.calibration import Calibrations
from newsdesk.speech.engine import Bench, SpeechEngine, Utterance
from newsdesk.speech.engines import find
from newsdesk.speech.frames import TEMPORARY, Frame, Kind

BEAT_S = 1.0
_TIDYING = 20
PIECE_BYTES = 16 << 10
"""The first sound of a job leaves at once; later sound is gathered to this, a third of a second."""


class _Line:
    """The way out: frames from any thread, one at a time."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._lock = threading.Lock()

    def send(self, frame: bytes) -> None:
        try:
            with self._lock:
                self._out.write(frame)
                self._out.flush()
        except OSError:
            _leave()  # nobody reads any more


class _Booth:
    """What the threads of the worker share: which jobs are cancelled, and whether work goes on."""

    def __init__(self) -> None:
        self.requests: SimpleQueue[Frame] = SimpleQueue()
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
        self._room = 0
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
        if self._room <= 0:
            self._send()
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
    threading.Thread(target=_listen, args=(booth,), daemon=True).start()
    threading.Thread(target=_beat, args=(booth, line), daemon=True).start()
    try:
        engine = _make(*[*sys.argv[1:], "", "", ""][:3])
    except NewsdeskError as error:
        line.send(_failure(0, error))
        os._exit(1)
    line.send(frames.encode(Kind.READY, body=engine.version.encode()))
    while True:
        request = booth.requests.get()
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
    elif not booth.is_cancelled(request.job):
        raw: dict[str, Any] = json.loads(request.body)
        words, pauses = tuple(raw["words"]), tuple(raw["pauses"])
        utterance = Utterance(words, pauses, raw["voice"], raw["rate"], raw["pitch"])
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


def _take_stdout() -> BinaryIO:
    """Keep the pipe for frames, and send whatever a library prints to nowhere."""
    pipe = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return os.fdopen(pipe, "wb")


def _listen(booth: _Booth) -> None:
    """Take requests while the engine speaks, so that a cancel is heard at once."""
    stdin = sys.stdin.buffer
    try:
        while (frame := frames.read(stdin)) is not None:
            if frame.kind is Kind.CANCEL:
                booth.cancel(frame.job)
            else:
                booth.requests.put(frame)
    finally:
        _leave()  # the program has ended: whatever the engine is doing, nobody waits for it


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
