"""The warm worker against the same library called directly; marks against the sound; what is heard again.

The library is called in a child that times itself and reports the figure, so no pipe is in the reference;
ours is timed at this end of the pipe, where the sound is needed. How soon sound leaves the computer is
measured from the sink, in bench_playback.
"""

from __future__ import annotations

import itertools
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from newsdesk.services.previewing import Previewing
from newsdesk.speech.engine import Utterance, Voicing
from newsdesk.speech.engines import espeak_words, mbrola
from newsdesk.speech.engines.espeak import INDONESIAN_CALIBRATION
from newsdesk.speech.espeak_library import ssml
from newsdesk.speech.synthesiser import Rests, Synthesiser
from newsdesk.speech.worker_process import worker_command
from newsdesk.spoken.sentences import Sentence
from tests.benchmarks.harness import ROOT, Figure, in_turns
from tests.services.saving import save
from tests.soak import speech as soak
from tests.speech.copy import LONG, sentence, story
from tests.speech.neural import neural_voices

RUNS = 60
BULLETIN_RUNS = 7
BULLETIN_WORDS = 385
RATE = 350
NO_RESTS = Rests(0, 0)
ESPEAK = Voicing("espeak", rate_spm=RATE)
SENTENCES = (
    "Pemerintah kota menggelar upacara bendera di halaman kantor wali kota, Jumat pagi.",
    "Wali kota mengatakan, upacara ini diadakan untuk meningkatkan disiplin dan tanggung jawab pegawai.",
    "Jumlah penerima bantuan naik menjadi dua ribu lima ratus tiga puluh orang, lebih dari tahun lalu.",
    "Warga berharap perbaikan jalan selesai sebelum musim hujan.",
)
ISOLATED = (
    "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh warga kota jalan hujan pasar beras guru "
    "desa sungai banjir harga naik turun kantor polisi bupati kabar pagi siang malam Senin Selasa Rabu"
)

_DIRECT = """
import ctypes, json, sys, time
import espeakng_loader

library = ctypes.CDLL(espeakng_loader.get_library_path())
library.espeak_Initialize(2, 40, espeakng_loader.get_data_path().encode(), 0)
library.espeak_SetVoiceByName(b"id")
library.espeak_SetParameter(7, 6, 0)  # the rest between words, WORD_GAP
first = 0.0

@ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
def heard(wave, count, events):
    global first
    if wave and count and not first:
        first = time.perf_counter()
    return 0

library.espeak_SetSynthCallback(heard)
for line in sys.stdin:
    texts, rate = json.loads(line)
    first = 0.0
    start = time.perf_counter()
    library.espeak_SetParameter(1, rate, 0)
    for text in texts:
        raw = text.encode()
        library.espeak_Synth(raw, len(raw) + 1, 0, 1, 0, 0x111, None, None)
    print((first - start) * 1000, (time.perf_counter() - start) * 1000, flush=True)
"""

_BARE = """
import os
while os.read(0, 65536):
    os.write(1, bytes(2000))
"""
"""A warm process that answers at once, with as much as a first piece of sound: no pipe does without."""

_PYTTSX3 = """
import json, os, sys, time
sys.path.insert(0, {root!r})
from newsdesk.speech.espeak_library import load_library
load_library()
import pyttsx3
out = os.fdopen(os.dup(1), "w")
os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
engine = pyttsx3.init()
engine.setProperty("voice", next(v.id for v in engine.getProperty("voices") if v.languages == ["id"]))
for line in sys.stdin:
    text, path = json.loads(line)
    start = time.perf_counter()
    engine.save_to_file(text, path)
    engine.runAndWait()
    while not (os.path.exists(path) and os.path.getsize(path) > 100_000):
        time.sleep(0.001)
    print((time.perf_counter() - start) * 1000, file=out, flush=True)
    os.unlink(path)
"""


def measure() -> list[Figure]:
    """Return the figures of issue 4 that need no sound output."""
    return [
        *_first_audio_and_bulletin(),
        *_other_engines(),
        *_marks(),
        _second_hearing(),
        *_pyttsx3_saves(),
        _soak(),
    ]


class _Child:
    """A program that answers each line with the milliseconds it took."""

    def __init__(self, code: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", code], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def ask(self, *what: object) -> list[float]:
        """Return its figures for one request."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(what) + "\n")
        self._process.stdin.flush()
        return [float(number) for number in self._process.stdout.readline().split()]

    def end(self) -> None:
        """End it."""
        self._process.communicate()


def _ms(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _bulletin() -> list[Sentence]:
    """Return sentences of news copy, BULLETIN_WORDS words in all."""
    texts, left = [], BULLETIN_WORDS
    for text in itertools.cycle((*SENTENCES, LONG)):
        words = text.split()[:left]
        texts.append(" ".join(words).rstrip(".,") + ".")
        left -= len(words)
        if not left:
            return story(*texts)
    raise AssertionError  # the cycle has no end


def _written(copy: list[Sentence]) -> list[str]:
    """Return the plain text of each sentence."""
    return [
        " ".join(word.text + pause for word, pause in zip(one.words, one.pauses, strict=True)) for one in copy
    ]


def _ssml(one: Sentence) -> str:
    """Return a sentence as the worker gives it to the library: the same work is compared."""
    words = tuple(word.text for word in one.words)
    return ssml(Utterance(words, one.pauses, "", RATE), espeak_words.load())


def _first_audio_and_bulletin() -> list[Figure]:
    """The warm espeak worker; nothing is kept, so every sentence is made."""
    synthesiser = Synthesiser(kept_bytes=0)
    direct = _Child(_DIRECT)
    bare = subprocess.Popen([sys.executable, "-c", _BARE], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    rate = INDONESIAN_CALIBRATION.engine_rate(RATE)
    bulletin = _bulletin()
    texts, long = [_ssml(one) for one in bulletin], [sentence(LONG)]

    def first() -> float:
        start = time.perf_counter()
        pieces = synthesiser.speak(long, ESPEAK, NO_RESTS)
        next(pieces)
        taken = (time.perf_counter() - start) * 1000
        for _ in pieces:
            pass
        return taken

    def whole() -> float:
        return _ms(lambda: list(synthesiser.speak(bulletin, ESPEAK, NO_RESTS)))

    try:
        there_and_back: list[float] = []

        def library() -> float:
            there_and_back.append(_ms(lambda: _there_and_back(bare)))
            return direct.ask([_ssml(long[0])], rate)[0]

        first(), library()  # all warm
        mine, theirs, ratio = in_turns(first, library, RUNS)
        all_mine, all_theirs, all_ratio = in_turns(whole, lambda: direct.ask(texts, rate)[1], BULLETIN_RUNS)
    finally:
        synthesiser.close()
        direct.end()
        bare.communicate()
    floor = statistics.median(there_and_back)
    name = "worker: request to first audio, 45-word sentence"
    bulletin_name = f"bulletin of {BULLETIN_WORDS} words, espeak"
    met = ratio <= 2 and mine <= 5
    return [
        Figure(name, mine, theirs, ratio, "ratio <= 2 and <= 5 ms", "ms", met),
        Figure("  of it a bare pipe, there and back", floor, None, None, "", "ms", None),
        Figure(bulletin_name, all_mine, all_theirs, all_ratio, "ratio <= 1.3", "ms", all_ratio <= 1.3),
    ]


def _there_and_back(child: subprocess.Popen[bytes]) -> None:
    assert child.stdin is not None
    assert child.stdout is not None
    os.write(child.stdin.fileno(), bytes(1500))
    os.read(child.stdout.fileno(), 65536)


def _other_engines() -> list[Figure]:
    """The bulletin by the peers: pyttsx3 itself beside our worker on it, MBROLA and a neural voice."""
    bulletin = _bulletin()
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory() as folder:
        command = partial(worker_command, voices=neural_voices(), rates=Path(folder))
        synthesiser = Synthesiser(command, kept_bytes=0)
        child = _Child(_PYTTSX3.format(root=str(ROOT)))
        path = str(Path(folder) / "a.wav")
        text = " ".join(_written(bulletin))

        def whole(voicing: Voicing) -> float:
            return _ms(lambda: list(synthesiser.speak(bulletin, voicing, NO_RESTS)))

        try:
            peer = Voicing("pyttsx3", rate_spm=RATE)
            whole(peer), child.ask(text, path)
            mine, theirs, ratio = in_turns(lambda: whole(peer), lambda: child.ask(text, path)[0], 3)
            name = "  the same, pyttsx3 in our worker; in one file by itself"
            figures.append(Figure(name, mine, theirs, ratio, "", "ms", None))
            if mbrola.found():
                voicing = Voicing("mbrola", rate_spm=RATE)
                whole(voicing)
                figures.append(Figure("  the same, mbrola", whole(voicing), None, None, "", "ms", None))
            if neural_voices():
                figures += _neural(synthesiser, bulletin)
        finally:
            synthesiser.close()
            child.end()
    return figures


def _neural(synthesiser: Synthesiser, bulletin: list[Sentence]) -> list[Figure]:
    voicing = Voicing("onnx", rate_spm=RATE)
    list(synthesiser.speak([sentence("Satu.")], voicing, NO_RESTS))  # loaded and measured
    start, first, seconds = time.perf_counter(), 0.0, 0.0
    for piece in synthesiser.speak(bulletin, voicing, NO_RESTS):
        first = first or (time.perf_counter() - start) * 1000
        seconds += len(piece.pcm) / 2 / piece.sample_rate
    taken = time.perf_counter() - start
    return [
        Figure("neural voice: request to first audio", first, None, None, "", "ms", None),
        Figure("neural voice: seconds of sound made in a second", seconds / taken, None, None, "", "", None),
    ]


def _marks() -> list[Figure]:
    """Words with silence between them: each mark against the moment where the sound begins."""
    import numpy as np

    synthesiser = Synthesiser()
    copy = sentence(", ".join(ISOLATED.split()) + ".")
    pieces = list(synthesiser.speak([copy], ESPEAK, NO_RESTS))
    bulletin = _bulletin()
    marked = sum(len(piece.marks) for piece in synthesiser.speak(bulletin, ESPEAK, NO_RESTS))
    synthesiser.close()
    sample_rate = pieces[0].sample_rate
    marks: list[float] = []
    samples = 0
    for piece in pieces:
        marks += [samples * 1000 / sample_rate + mark.at_ms for mark in piece.marks]
        samples += len(piece.pcm) // 2
    sound = np.abs(np.frombuffer(b"".join(piece.pcm for piece in pieces), "<i2").astype(np.int32))
    window = sample_rate // 200
    loud = [bool((sound[at : at + window] > 300).any()) for at in range(0, len(sound), window)]
    onsets = [at * window * 1000 / sample_rate for at in _onsets(loud)]
    errors = [min(abs(mark - onset) for onset in onsets) for mark in marks]
    share = 100 * (marked + len(marks)) / (sum(len(one.words) for one in bulletin) + len(copy.words))
    worst = max(errors)
    median = statistics.median(errors)
    return [
        Figure("words with a mark", share, None, None, "100", "%", share == 100),
        Figure(
            f"marks: worst error of {len(errors)} isolated words",
            worst,
            None,
            None,
            "<= 60",
            "ms",
            worst <= 60,
        ),
        Figure("marks: median error", median, None, None, "", "ms", None),
    ]


def _onsets(loud: list[bool]) -> list[int]:
    """Return the windows, of 5 ms, in which sound begins after at least 60 ms of silence."""
    onsets, quiet = [], 12
    for at, now in enumerate(loud):
        if now and quiet >= 12:
            onsets.append(at)
        quiet = 0 if now else quiet + 1
    return onsets


def _second_hearing() -> Figure:
    """A story that was heard before, from the key on: the first piece of sound."""
    synthesiser = Synthesiser()
    previewing = Previewing(synthesiser)
    bulletin = _bulletin()
    list(previewing.listen(bulletin, ESPEAK))

    def again() -> float:
        pieces = previewing.listen(bulletin, ESPEAK)
        taken = _ms(lambda: next(pieces))
        pieces.close()
        return taken

    worst = max(again() for _ in range(RUNS))
    previewing.close()
    return Figure(
        "second hearing: first audio, the slowest of 60", worst, None, None, "<= 10", "ms", worst <= 10
    )


def _pyttsx3_saves() -> list[Figure]:
    """Fifty saves in a row, each a file with its three words."""
    previewing = Previewing(Synthesiser(kept_bytes=0))
    right = 0
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(50):
            copy = story("satu dua tiga." if turn % 2 else "Harga beras naik.")
            path = Path(folder) / f"{turn}.wav"
            marks = save(previewing, copy, path, Voicing("pyttsx3", rate_spm=400))
            right += len(marks) == 3 and path.stat().st_size > 20_000
    previewing.close()
    return [Figure("pyttsx3: right files of 50 saves in a row", right, None, None, "50", "", right == 50)]


def _soak() -> Figure:
    """Everything that was lost, half, stuck or leaked; ``make soak`` saves all the jobs as files."""
    with tempfile.TemporaryDirectory() as folder:
        outcome = soak.run(Path(folder), 1_000, 100, 20, seed=4, in_files=0.1)
    wrong = len(outcome.lost) + len(outcome.halves) + outcome.stuck_processes + outcome.leaked_descriptors
    name = f"lost, stuck, leaked: 1,000 jobs ({outcome.files} files), 100 cancels, 20 kills"
    return Figure(name, wrong, None, None, "0", "", wrong == 0)
