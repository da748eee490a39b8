"""From request to first sound: the warm worker, and the same library called directly in a child process.

The child times its own call and reports the figure, so no pipe is in the reference; ours is timed at this end
of the pipe, where the sound is needed.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time

from newsdesk.speech.engine import Voicing
from newsdesk.speech.engines.espeak import INDONESIAN_CALIBRATION
from newsdesk.speech.synthesiser import Rests, Synthesiser
from tests.benchmarks.harness import ROOT, Figure, in_turns
from tests.speech.copy import LONG, sentence

RUNS = 60
RATE = 350

_DIRECT = """
import ctypes, json, sys, time
import espeakng_loader

library = ctypes.CDLL(espeakng_loader.get_library_path())
library.espeak_Initialize(2, 40, espeakng_loader.get_data_path().encode(), 0)
library.espeak_SetVoiceByName(b"id")
first = 0.0

@ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
def heard(wave, count, events):
    global first
    if wave and count and not first:
        first = time.perf_counter()
    return 0

library.espeak_SetSynthCallback(heard)
for line in sys.stdin:
    text, rate = json.loads(line)
    raw = text.encode()
    first = 0.0
    start = time.perf_counter()
    library.espeak_SetParameter(1, rate, 0)
    library.espeak_Synth(raw, len(raw) + 1, 0, 1, 0, 1, None, None)
    print((first - start) * 1000, flush=True)
"""


def measure() -> list[Figure]:
    """Return the figure of the issue: no more than 5 ms over the library itself."""
    synthesiser = Synthesiser()
    direct = subprocess.Popen(
        [sys.executable, "-c", _DIRECT], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    copy = [sentence(LONG)]
    asked = json.dumps([LONG, INDONESIAN_CALIBRATION.engine_rate(RATE)]) + "\n"

    def ours() -> float:
        start = time.perf_counter()
        pieces = synthesiser.speak(copy, Voicing("espeak", rate_spm=RATE), Rests(0, 0))
        next(pieces)
        first = (time.perf_counter() - start) * 1000
        for _ in pieces:
            pass
        return first

    def reference() -> float:
        assert direct.stdin is not None
        assert direct.stdout is not None
        direct.stdin.write(asked)
        direct.stdin.flush()
        return float(direct.stdout.readline())

    try:
        ours(), reference()  # both warm
        mine, theirs, ratio = in_turns(ours, reference, RUNS)
    finally:
        synthesiser.close()
        direct.communicate()
    name = "worker: request to first audio, 45-word sentence"
    return [Figure(name, mine, theirs, ratio, "<= 5 ms over it", "ms", mine - theirs <= 5)]
