"""The voices installed in the system, through pyttsx3: SAPI5 on Windows, NSSpeech on macOS, espeak on Linux.

Only ``save_to_file`` is used, one sentence a run, each into a file of its own, because of what was measured
of 2.99 on Linux: ``runAndWait`` returns before the file exists; two saves in one run lose the first;
``stop`` does nothing; ``say`` after a save writes over the file; an unknown voice is said in English, with no
more than an error event; a run begins by cancelling what is queued in the library, and a rate set just before
is in that queue, so it is lost and the old one stays. It prints to stdout, which the worker has turned away
from the pipe beforehand.

Its word events carry no time in the sound, so the marks here are estimates: each word gets its share of the
sound by syllables, and punctuation the share of a short rest. Use espeak where the highlight has to be exact.

Windows' Indonesian voice (Andika) is a OneCore voice, which SAPI5 and so pyttsx3 does not see.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
import time
import wave
from collections.abc import Generator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any

from newsdesk.errors import SpeechFailed, VoiceMissing
from newsdesk.speech.calibration import KNOWN_TEXT, Calibration, Calibrations, calibrate
from newsdesk.speech.engine import Microphone, Utterance, Voice, has_sound
from newsdesk.spoken.syllables import syllables

CALIBRATION_RATES = (80, 140, 250, 350)
FINISHED_WITHIN_S = 4.0
"""How long one run may take; less than the five seconds after which the worker itself counts as hung."""
PROPERTY_WITHIN_S = 0.25
"""How long a new rate may take to arrive; a system that rounds it never shows the very number."""
SETTLE_S = 0.005
"""Its thread tidies up after it has announced the end; a run begun meanwhile would be cancelled."""
RUNS = 3
COMMA_SYLLABLES = 1.5
"""What a punctuation mark inside a sentence takes, in syllables, for the estimated marks."""
_INDONESIAN_NAMES = ("indones", "andika", "gadis", "ardi", "damayanti")
_WITH_VOICES = ("win32", "darwin")
"""Systems that come with voices; on Linux pyttsx3 has espeak's, which espeak itself says better."""
_PIECE_BYTES = 1 << 16
_DRIVER_HAS_PITCH = sys.platform.startswith("linux")
"""Of the drivers only espeak's takes a pitch; those of SAPI5 and NSSpeech print that they do not."""
VOICES_OWN_PITCH = 50


class Pyttsx3:
    """The second engine. One run is at work at a time, in a worker of its own."""

    def __init__(self, calibrations: Calibrations) -> None:
        if sys.platform.startswith("linux"):
            from newsdesk.speech.espeak_library import load_library

            load_library()  # pyttsx3 then finds the wheel's library by its bare name
        try:
            import pyttsx3

            library: Any = pyttsx3  # it is untyped
            self._engine: Any = library.init()
            self._engine.runAndWait()  # until a first run has ended it only queues what it is told
        except Exception as error:  # its drivers raise whatever their system raises
            raise SpeechFailed("pyttsx3", _words(error)) from error
        self._voices: tuple[Voice, ...] = ()
        self._properties: dict[str, str | int] = {}
        self.version: str = version("pyttsx3")
        self._calibrations = calibrations
        calibrations.use(self.version)

    def voices(self) -> tuple[Voice, ...]:
        """Return the system's voices, those that look Indonesian first."""
        if not self._voices:
            found = [_voice(raw) for raw in self._engine.getProperty("voices")]
            self._voices = tuple(sorted(found, key=lambda v: (v.language != "id", v.name)))
        return self._voices

    def speak(self, utterance: Utterance, microphone: Microphone) -> None:
        """Say the utterance; see :class:`newsdesk.speech.engine.SpeechEngine`. The marks are estimates."""
        voice = self._choose(utterance.voice)
        if not any(map(has_sound, utterance.words)):
            for index in range(len(utterance.words)):
                microphone.word(index, 0)
            return
        rate = self._calibration(voice, microphone).engine_rate(utterance.rate)
        pcm, sample_rate = self._save(plain(utterance), voice, rate, utterance.pitch)
        for index, share in enumerate(shares(utterance)):
            microphone.word(index, int(share * (len(pcm) // 2)))
        for at in range(0, len(pcm), _PIECE_BYTES):
            if not microphone.sound(pcm[at : at + _PIECE_BYTES], sample_rate):
                return

    def _choose(self, voice: str) -> str:
        """Return the id to give to pyttsx3, which itself would say an unknown voice's text in English."""
        for known in self.voices():
            if known.id == voice or (not voice and known.language == "id"):
                return known.id
        raise VoiceMissing("pyttsx3", voice)

    def calibration(self, voice: str, microphone: Microphone) -> Calibration:
        """See :class:`newsdesk.speech.engine.SpeechEngine`."""
        return self._calibration(self._choose(voice), microphone)

    def _calibration(self, voice: str, microphone: Microphone) -> Calibration:
        def length_ms(rate: int) -> float:
            total = 0.0
            for sentence in KNOWN_TEXT:
                pcm, sample_rate = self._save(sentence, voice, rate)
                total += len(pcm) * 500 / sample_rate
                microphone.alive()
            return total

        return self._calibrations.of(voice, lambda: calibrate(length_ms, CALIBRATION_RATES))

    def _save(self, text: str, voice: str, rate: int, pitch: int = 0) -> tuple[bytes, int]:
        """Have one text written to a file of its own and read it; return samples and their rate."""
        self._set("voice", voice)
        self._set("rate", rate)
        if _DRIVER_HAS_PITCH:
            self._set("pitch", VOICES_OWN_PITCH + pitch)
        for _ in range(RUNS):
            descriptor, path = tempfile.mkstemp(prefix="newsdesk-", suffix=".wav")
            os.close(descriptor)
            try:
                if self._run(text, path):
                    return _read(Path(path))
            finally:
                Path(path).unlink(missing_ok=True)
        raise SpeechFailed("pyttsx3", "finished-utterance: completed=False")

    def _run(self, text: str, path: str) -> bool:
        """Let it write one file; False when it cancelled that by itself."""
        completions: list[bool] = []
        finished = threading.Event()

        def on_finished(name: str | None = None, completed: bool = True) -> None:
            completions.append(completed)
            finished.set()

        with self._refusals() as refusals:
            token = self._engine.connect("finished-utterance", on_finished)
            try:
                self._engine.save_to_file(text, path)
                self._engine.runAndWait()
                ended = finished.wait(FINISHED_WITHIN_S)
            finally:
                self._engine.disconnect(token)
        if refusals:
            raise SpeechFailed("pyttsx3", refusals[0])
        if not ended:
            raise SpeechFailed("pyttsx3", "finished-utterance did not come")
        time.sleep(SETTLE_S)
        return completions[0]

    def _set(self, name: str, value: str | int) -> None:
        """Give the engine a property and wait until it has it; a refusal comes as an event only."""
        if self._properties.get(name) == value:
            return
        with self._refusals() as refusals:
            self._engine.setProperty(name, value)
            until = time.monotonic() + PROPERTY_WITHIN_S
            while not refusals and self._engine.getProperty(name) != value and time.monotonic() < until:
                time.sleep(0.001)
        if refusals:
            raise SpeechFailed("pyttsx3", refusals[0])
        self._properties[name] = value

    @contextmanager
    def _refusals(self) -> Generator[list[str], None, None]:
        """Collect the words of error events."""
        refusals: list[str] = []

        def on_error(name: str | None = None, exception: object = None) -> None:
            refusals.append(_words(exception))

        token = self._engine.connect("error", on_error)
        try:
            yield refusals
        finally:
            self._engine.disconnect(token)


def plain(utterance: Utterance) -> str:
    """Write an utterance as plain text; control characters are left out, and so is markup.

    >>> plain(Utterance(("naik", "<lima>"), (",", "."), "", 350))
    'naik, lima.'
    """
    parts: list[str] = []
    for word, pause in zip(utterance.words, utterance.pauses, strict=True):
        # SAPI5 reads a text with "<" as XML and espeak one with "[[" as phonemes: neither sign has a sound.
        clean = "".join(letter if letter.isprintable() and letter not in "<>[]" else " " for letter in word)
        parts.append((clean.strip() if has_sound(word) else "") + pause)
    return " ".join(part for part in parts if part)


def shares(utterance: Utterance) -> list[float]:
    """Return where each word begins as a share of the whole sound, by syllables.

    >>> shares(Utterance(("satu", "dua"), ("", "."), "", 350))
    [0.0, 0.5]
    """
    starts: list[float] = []
    total = 0.0
    for word, pause in zip(utterance.words, utterance.pauses, strict=True):
        starts.append(total)
        total += max(1, syllables(word)) if has_sound(word) else 0
        total += COMMA_SYLLABLES if pause and len(starts) < len(utterance.words) else 0
    return [start / total if total else 0.0 for start in starts]


def _read(file: Path) -> tuple[bytes, int]:
    """Wait for a whole WAV file (it may appear after its own announcement) and return its sound."""
    until = time.monotonic() + 1.0
    while True:
        try:
            with wave.open(str(file), "rb") as sound:
                if (sound.getnchannels(), sound.getsampwidth()) != (1, 2):
                    raise SpeechFailed("pyttsx3", f"{sound.getparams()}")
                pcm = sound.readframes(sound.getnframes())
                kept = len(pcm.rstrip(b"\0"))
                return pcm[: kept + kept % 2], sound.getframerate()
        except (OSError, EOFError, wave.Error) as error:
            if time.monotonic() > until:
                raise SpeechFailed("pyttsx3", _words(error)) from error
            time.sleep(0.005)


def _voice(raw: Any) -> Voice:
    name = str(raw.name or raw.id)
    languages = [
        tag.decode("utf-8", "replace") if isinstance(tag, bytes) else str(tag) for tag in raw.languages or ()
    ]
    language = next((tag.strip("\x05").replace("_", "-").split("-")[0].lower() for tag in languages), "")
    # SAPI5 gives no language, or Windows' number for it (421 is Indonesian): the name then tells.
    if language in ("421", "0421") or any(part in name.lower() for part in _INDONESIAN_NAMES):
        language = "id"
    return Voice(
        str(raw.id), name, language, has_pitch=_DRIVER_HAS_PITCH, is_system=sys.platform in _WITH_VOICES
    )


def _words(error: object) -> str:
    return f"{type(error).__name__}: {error}"
