"""Neural voices that a newsroom adds: Piper's models through onnxruntime, with phonemes from espeak-ng.

A sentence is said clause by clause, so the first sound comes before the sentence is done. Loading and
speaking are watched by a thread that gives the signs of life and stops the model when the job is cancelled.

These models tell nothing about time, so the marks are estimates: within a clause, from its first loud sample
to its last, every word gets its share by the letters of its phonemes.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from newsdesk.errors import SpeechFailed, VoiceMissing, VoiceRefused
from newsdesk.speech.calibration import KNOWN_TEXT, Calibration, calibrate
from newsdesk.speech.engine import Bench, Microphone, Utterance, Voice
from newsdesk.speech.espeak_library import EspeakLibrary
from newsdesk.speech.piper_text import clauses, clean, phoneme_numbers
from newsdesk.speech.voice_files import MODEL, VoiceSettings, licence_of, read_settings
from newsdesk.spoken.syllables import syllables

CALIBRATION_RATES = (500, 750, 1150, 1900)
"""Our rate for a model: a thousand divided by its length_scale."""
TIMED_TEXT = KNOWN_TEXT[:2]
"""Half of it: a model takes its time."""
LOUD = 0.01
"""Of full scale: what is softer at either end of a clause counts as silence."""
LOADS_WITHIN_S = 60.0
CLAUSE_WITHIN_S = 20.0
MOST_THREADS = 4
_SIGN_EVERY_S = 0.05
_ERRORS_ONLY = 3


class _Loaded(NamedTuple):
    name: str
    measured_as: str
    """Its name among the kept rates: another model of the same name has another."""
    session: Any
    settings: VoiceSettings


class _StoppedError(Exception):
    """Nobody listens any more."""


class Onnx:
    """The engine of added voices; keeps the model that spoke last."""

    def __init__(self, bench: Bench) -> None:
        try:
            import onnxruntime
        except ImportError as error:
            raise SpeechFailed("onnx", str(error)) from error
        self._runtime: Any = onnxruntime  # it has no types
        self._runtime.set_default_logger_severity(_ERRORS_ONLY)
        self._folder = bench.voices
        self._calibrations = bench.calibrations
        self._espeak = EspeakLibrary("onnx")
        self._language = ""
        self.version = f"{onnxruntime.__version__}, espeak-ng {self._espeak.version}"
        bench.calibrations.use(self.version)
        self._loaded: _Loaded | None = None

    def voices(self) -> tuple[Voice, ...]:
        """Return the voices in the folder whose settings can be read, Indonesian ones first."""
        found = [voice for model in self._models() if (voice := _voice(model)) is not None]
        return tuple(sorted(found, key=lambda v: (v.language != "id", v.name)))

    def calibration(self, voice: str, microphone: Microphone) -> Calibration:
        """See :class:`newsdesk.speech.engine.SpeechEngine`."""
        return self._calibration(self._load(voice, microphone), microphone)

    def speak(self, utterance: Utterance, microphone: Microphone) -> None:
        """Say the utterance; see :class:`newsdesk.speech.engine.SpeechEngine`. The marks are estimates."""
        try:
            loaded = self._load(utterance.voice, microphone)
            rate = self._calibration(loaded, microphone).engine_rate(utterance.rate)
            self._say(loaded, utterance, rate, microphone)
        except _StoppedError:
            return

    def _say(self, loaded: _Loaded, utterance: Utterance, rate: int, microphone: Microphone) -> None:
        silence = np.zeros(0, dtype=np.float32)  # at a clause's end; it leaves only when sound follows it
        samples = 0
        for clause in clauses(utterance):
            words = [clean(word) for word in utterance.words[clause.start : clause.end]]
            shares = self._shares(words)
            sound = self._sound(loaded, " ".join(filter(None, words)), clause.sign, rate, microphone)
            loud = np.flatnonzero(np.abs(sound) >= LOUD)
            first, last = (int(loud[0]), int(loud[-1]) + 1) if len(loud) else (0, 0)
            if not samples:
                sound, first, last = sound[first:], 0, last - first  # an utterance begins with its sound
            begins = samples + len(silence) + first
            for index, share in enumerate(shares):
                microphone.word(clause.start + index, begins + int(share * (last - first)))
            if not last:
                continue
            pcm = np.concatenate((silence, sound[:last]))
            silence = sound[last:]
            samples += len(pcm)
            if not microphone.sound(_pcm(pcm), loaded.settings.sample_rate):
                return

    def _sound(
        self, loaded: _Loaded, text: str, sign: str, rate: int, microphone: Microphone
    ) -> np.ndarray[Any, np.dtype[np.float32]]:
        """Return the samples of one clause, -1 to 1; none when it has no phonemes."""
        settings = loaded.settings
        numbers = phoneme_numbers(self._espeak.phonemes(text), sign, settings.ids)
        if not numbers:
            return np.zeros(0, dtype=np.float32)
        noise, length, width = settings.scales
        given = {
            "input": np.array([numbers], dtype=np.int64),
            "input_lengths": np.array([len(numbers)], dtype=np.int64),
            "scales": np.array([noise, length * 1000 / rate, width], dtype=np.float32),
        }
        if settings.speakers > 1:
            given["sid"] = np.array([0], dtype=np.int64)
        options = self._runtime.RunOptions()
        with _signs_of_life(microphone, CLAUSE_WITHIN_S, options):
            try:
                made = loaded.session.run(None, given, options)[0]
            except Exception as error:  # the runtime's errors have no common type but this
                if options.terminate:
                    raise _StoppedError from error
                raise SpeechFailed("onnx", _first_line(error)) from error
        sound = np.asarray(made, dtype=np.float32).reshape(-1)
        return np.nan_to_num(sound) if not np.isfinite(sound).all() else sound

    def _shares(self, words: list[str]) -> list[float]:
        """Return where each word begins as a share of the clause's sound, by the letters of its phonemes."""
        said = self._espeak.phonemes(" ".join(filter(None, words))).split()
        if len(said) != sum(map(bool, words)):  # words that are said as one: each by itself then
            said = [self._espeak.phonemes(word) for word in words if word]
        lengths = iter(len(one) + 1 for one in said)
        starts: list[int] = []
        total = 0
        for word in words:
            starts.append(total)
            total += next(lengths) if word else 0
        return [start / total if total else 0.0 for start in starts]

    # ------------------------------------------------------------ models

    def _models(self) -> list[Path]:
        if self._folder is None:
            return []
        return sorted(model for model in self._folder.glob(f"*{MODEL}") if not model.name.startswith("."))

    def _load(self, voice: str, microphone: Microphone) -> _Loaded:
        """Return a voice ready to speak; "" is the first that :meth:`voices` lists."""
        name = voice or next((known.id for known in self.voices()), "")
        if self._loaded is None or self._loaded.name != name:
            model = next((model for model in self._models() if model.stem == name), None)
            if model is None:
                raise VoiceMissing("onnx", voice)
            self._loaded = None  # one model's memory at a time
            self._loaded = self._read(name, model, microphone)
        if self._language != self._loaded.settings.espeak_voice:
            self._language = self._loaded.settings.espeak_voice
            if not self._espeak.use(self._language):
                raise SpeechFailed("onnx", f"espeak voice {self._language}")
        return self._loaded

    def _read(self, name: str, model: Path, microphone: Microphone) -> _Loaded:
        try:
            settings = read_settings(model)
        except VoiceRefused as error:
            raise SpeechFailed("onnx", str(error)) from error
        options = self._runtime.SessionOptions()
        options.intra_op_num_threads = max(1, min(MOST_THREADS, os.cpu_count() or 1))
        options.inter_op_num_threads = 1
        # Its threads would otherwise burn the processor while they wait for the next clause.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        with _signs_of_life(microphone, LOADS_WITHIN_S):
            try:
                session = self._runtime.InferenceSession(
                    str(model), options, providers=["CPUExecutionProvider"]
                )
            except Exception as error:  # its errors have no common type but this
                raise SpeechFailed("onnx", _first_line(error)) from error
        return _Loaded(name, f"{name} {model.stat().st_size}", session, settings)

    def _calibration(self, loaded: _Loaded, microphone: Microphone) -> Calibration:
        class Counter:
            """Counts samples, and hears nothing else."""

            samples = 0

            def word(self, index: int, sample: int) -> None: ...

            def sound(self, pcm: bytes, sample_rate: int) -> bool:
                if not microphone.alive():
                    raise _StoppedError  # half a text measures nothing
                self.samples += len(pcm) // 2
                return True

            def alive(self) -> bool:
                return microphone.alive()

        def length_ms(rate: int) -> float:
            counter = Counter()
            for sentence in TIMED_TEXT:
                written = sentence.split()
                words = tuple(word.rstrip(".,") for word in written)
                pauses = tuple(one[len(word) :] for one, word in zip(written, words, strict=True))
                self._say(loaded, Utterance(words, pauses, loaded.name, 0), rate, counter)
            return counter.samples * 1000 / loaded.settings.sample_rate

        said = sum(syllables(word) for sentence in TIMED_TEXT for word in sentence.split())
        return self._calibrations.of(
            loaded.measured_as, lambda: calibrate(length_ms, CALIBRATION_RATES, said)
        )


@contextmanager
def _signs_of_life(microphone: Microphone, within_s: float, options: Any = None) -> Generator[None]:
    """Give signs of life for at most ``within_s``, and stop a run when nobody listens any more."""
    done = threading.Event()

    def watch() -> None:
        for _ in range(round(within_s / _SIGN_EVERY_S)):
            if not microphone.alive() and options is not None:
                options.terminate = True
            if done.wait(_SIGN_EVERY_S):
                return

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()


def _voice(model: Path) -> Voice | None:
    try:
        settings = read_settings(model)
    except VoiceRefused:
        return None  # half a voice: it has no line in the list
    return Voice(model.stem, model.stem, settings.language, licence=licence_of(model))


def _pcm(sound: np.ndarray[Any, np.dtype[np.float32]]) -> bytes:
    return (np.clip(sound, -1.0, 1.0) * 32_767).astype("<i2").tobytes()


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n")[0][:300]
