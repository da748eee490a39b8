"""From the key press to sound, and to silence, captured from the null output of a sound server started here.

A real window on a virtual screen gets real key events. The monitor of the output is recorded all the while,
and what counts is the moment at which a sample of the voice reaches the recorder: server and recorder are
in our figure and in the reference (``espeak-ng --stdout`` piped to ``paplay``, asked for a latency of 10
ms; ours takes the server's default for a buffer of 100 ms).
"""

from __future__ import annotations

import array
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.harness import ROOT, Figure
from tests.ui.listening.sound_server import available, null_sound_server
from tests.xvfb import virtual_screen

RUNS = 15
LATENCY_MS = 10
RATE = 22_050
LOUD = 300
"""A sample of the voice; the null output itself is exactly 0."""
SPOKEN = "pemerintah kota menggelar upacara bendera di halaman kantor wali kota, warga nomor {n} hadir."


class Monitor:
    """Records what the output plays, and when it came."""

    def __init__(self, reach: dict[str, str]) -> None:
        command = ["parec", "--raw", f"--rate={RATE}", "--channels=1", "--format=s16le"]
        self._process = subprocess.Popen(
            [*command, f"--latency-msec={LATENCY_MS}", "--device=newsdesk_test.monitor"],
            env={**os.environ, **reach},
            stdout=subprocess.PIPE,
            bufsize=0,
        )
        self._heard: deque[tuple[float, bool]] = deque(maxlen=20_000)
        threading.Thread(target=self._read, daemon=True).start()

    def sound_after(self, moment: float, patience_s: float = 5) -> float:
        """Return when the first sample of a voice came after ``moment``."""
        until = time.monotonic() + patience_s
        while time.monotonic() < until:
            for at, loud in list(self._heard):
                if at >= moment and loud:
                    return at
            time.sleep(0.005)
        raise RuntimeError("nothing was heard")

    def silence_after(self, moment: float, lasting_s: float = 0.35) -> float:
        """Return when the last sample of a voice came, once it has been silent for so long."""
        time.sleep(lasting_s)
        while True:
            loud = [at for at, is_loud in list(self._heard) if is_loud]
            last = max(loud, default=moment)
            if time.monotonic() - last > lasting_s:
                return max(last, moment)
            time.sleep(0.02)

    def close(self) -> None:
        """Stop recording."""
        self._process.kill()
        self._process.wait()

    def _read(self) -> None:
        assert self._process.stdout is not None
        while chunk := self._process.stdout.read(4096):
            samples = array.array("h", chunk[: len(chunk) & ~1])
            self._heard.append((time.monotonic(), max(map(abs, samples), default=0) > LOUD))


class Window:
    """The window's process, told what to do line by line."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        assert self.answer() == "ready"

    def tell(self, act: str, words: str = "") -> None:
        """Tell it an act."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([act, words]) + "\n")
        self._process.stdin.flush()

    def answer(self) -> object:
        """Return its next answer."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("the window is gone")
        return json.loads(line)


@contextmanager
def window_on_a_screen(folder: Path, reach: dict[str, str]) -> Iterator[Window]:
    """Start the window's process on a virtual screen."""
    with virtual_screen(1440, 900) as display:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.benchmarks.playing_window", str(folder / "profile")],
            cwd=ROOT,
            env={
                **os.environ,
                **reach,
                "DISPLAY": display,
                "QT_QPA_PLATFORM": "xcb",
                "PYTHONPATH": str(ROOT),
            },
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        try:
            yield Window(process)
        finally:
            process.kill()
            process.wait()


def measure() -> list[Figure]:
    """Return key to sound, Esc to silence, and the second hearing."""
    if not available():
        raise RuntimeError("pulseaudio with its tools is not installed (make bench installs it)")
    to_sound: list[float] = []
    to_silence: list[float] = []
    again: list[float] = []
    piped: list[float] = []
    with tempfile.TemporaryDirectory() as name, null_sound_server(Path(name)) as reach:
        monitor = Monitor(reach)
        with window_on_a_screen(Path(name), reach) as window:
            for run in range(RUNS + 1):
                words = SPOKEN.format(n=run)
                window.tell("write", words)
                window.answer()
                window.tell("story")
                pressed, _left = window.answer()
                to_sound.append(monitor.sound_after(pressed) - pressed)
                time.sleep(0.7)
                window.tell("silence")
                pressed, _done = window.answer()
                to_silence.append(monitor.silence_after(pressed) - pressed)
                window.tell("story")
                pressed, left = window.answer()
                again.append(left - pressed)
                monitor.sound_after(pressed)
                window.tell("silence")
                monitor.silence_after(window.answer()[0])
                piped.append(_piped(words, reach, monitor))
            long = _long(window, monitor)
        monitor.close()
    # The first run is everyone's warm-up.
    sound, silence, second, reference = (
        statistics.median(times[1:]) * 1000 for times in (to_sound, to_silence, again, piped)
    )
    ratio = statistics.median(ours / theirs for ours, theirs in zip(to_sound[1:], piped[1:], strict=True))
    return [
        Figure(
            "key press to sound captured from the sink", sound, None, None, "<= 120 ms", "ms", sound <= 120
        ),
        Figure(
            "the same beside espeak-ng | paplay", sound, reference, ratio, "ratio <= 1.5", "ms", ratio <= 1.5
        ),
        Figure("Esc to silence captured from the sink", silence, None, None, "<= 50 ms", "ms", silence <= 50),
        Figure("key press to sound, story of 10,000 words", long, None, None, "<= 120 ms", "ms", long <= 120),
        Figure(
            "second hearing: key press to first audio", second, None, None, "<= 10 ms", "ms", second <= 10
        ),
    ]


def _long(window: Window, monitor: Monitor) -> float:
    """Return the median time from the key to the sound of a story of 10,000 words, in milliseconds."""
    paragraph = " ".join(SPOKEN.format(n=n) for n in range(14))
    times: list[float] = []
    for run in range(3):
        window.tell(
            "write", "\n".join(f"{paragraph} {run}." for _ in range(10_000 // len(paragraph.split())))
        )
        window.answer()
        time.sleep(4)  # a script of that length is read in slices after it was pasted
        window.tell("story")
        pressed, _left = window.answer()
        times.append(monitor.sound_after(pressed) - pressed)
        window.tell("silence")
        monitor.silence_after(window.answer()[0])
    return statistics.median(times) * 1000


def _piped(words: str, reach: dict[str, str], monitor: Monitor) -> float:
    """Return the time from starting ``espeak-ng --stdout | paplay`` to its sound."""
    begun = time.monotonic()
    environment = {**os.environ, **reach}
    voice = subprocess.Popen(["espeak-ng", "-v", "id", "--stdout", words], stdout=subprocess.PIPE)
    player = subprocess.Popen(
        ["paplay", f"--latency-msec={LATENCY_MS}"],
        stdin=voice.stdout,
        env=environment,
        stderr=subprocess.DEVNULL,
    )
    heard = monitor.sound_after(begun)
    for process in (player, voice):
        process.kill()
        process.wait()
    monitor.silence_after(heard)
    return heard - begun
