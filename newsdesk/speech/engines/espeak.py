"""espeak-ng by ctypes, on the library in the espeakng-loader wheel: no system package, every platform.

The library is called in the thread that speaks (synchronous mode); its sound comes through a callback in
buffers of 40 ms, and an SSML mark before every word comes with the buffer that holds the word's first sample.
Interface: espeak-ng 1.52, ``speak_lib.h``.
"""

from __future__ import annotations

import ctypes
import os
from typing import TYPE_CHECKING

from newsdesk.errors import SpeechFailed, VoiceMissing
from newsdesk.speech.calibration import KNOWN_TEXT, Calibration, calibrate
from newsdesk.speech.engine import Microphone, Utterance, Voice, has_sound

if TYPE_CHECKING:
    from ctypes import _Pointer as Pointer  # pyright: ignore[reportPrivateUsage] - the only name of this type

BUFFER_MS = 40
VOICES_OWN_PITCH = 50
"""The library's pitch goes from 0 to 100."""
INDONESIAN = "id"
INDONESIAN_CALIBRATION = Calibration(
    ((80, 165), (110, 217), (140, 282), (175, 355), (210, 428), (250, 506), (300, 605), (350, 697))
)
"""Measured with :func:`calibrate` on espeak-ng 1.52.0; a test holds it within 5 %."""
CALIBRATION_RATES = (80, 110, 140, 175, 210, 250, 300, 350)
"""Within the library's own 80 to 450; above 350 it squeezes the finished sound, so that is left alone."""

_SYNCHRONOUS = 2
_RATE = 1
_PITCH = 3
_POSITION_CHARACTER = 1
_UTF8_AND_SSML = 0x01 | 0x10
_MARK = 3
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


class _EventId(ctypes.Union):
    _fields_ = (("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8))


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _EventId),
    )


class _VoiceRecord(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p),
        ("languages", ctypes.c_char_p),  # a priority byte, the code, a zero; more of the same
        ("identifier", ctypes.c_char_p),
        ("gender", ctypes.c_ubyte),
        ("age", ctypes.c_ubyte),
        ("variant", ctypes.c_ubyte),
        ("xx1", ctypes.c_ubyte),
        ("score", ctypes.c_int),
        ("spare", ctypes.c_void_p),
    )


_CALLBACK = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.POINTER(_Event))


def load_library() -> tuple[ctypes.CDLL, str]:
    """Load the wheel's espeak-ng for this process and for pyttsx3 in it; return it and its data folder.

    RTLD_GLOBAL and ESPEAK_DATA_PATH are what lets a later load by the bare library name find this one.
    Raises :class:`SpeechFailed` when it cannot be loaded.
    """
    try:
        import espeakng_loader

        data = espeakng_loader.get_data_path()
        os.environ["ESPEAK_DATA_PATH"] = data
        return ctypes.CDLL(espeakng_loader.get_library_path(), mode=ctypes.RTLD_GLOBAL), data
    except (ImportError, OSError, RuntimeError) as error:
        raise SpeechFailed("espeak", str(error)) from error


class Espeak:
    """The default engine."""

    def __init__(self) -> None:
        self._library, data = load_library()
        self._sample_rate: int = self._library.espeak_Initialize(
            _SYNCHRONOUS, BUFFER_MS, os.fsencode(data), 0
        )
        if self._sample_rate <= 0:
            raise SpeechFailed("espeak", f"espeak_Initialize: {self._sample_rate}, {data}")
        self._library.espeak_ListVoices.restype = ctypes.POINTER(ctypes.POINTER(_VoiceRecord))
        self._take: _Taker = _Taker(None, self._sample_rate)
        self._callback = _CALLBACK(self._heard)  # kept: the library holds only its address
        self._library.espeak_SetSynthCallback(self._callback)
        self._voices: tuple[Voice, ...] = ()
        self._voice = ""
        self._calibrations = {INDONESIAN: INDONESIAN_CALIBRATION}

    def voices(self) -> tuple[Voice, ...]:
        """Return the library's voices, Indonesian first; the id is the language code of espeak-ng."""
        if not self._voices:
            self._voices = tuple(
                sorted(self._read_voices(), key=lambda v: (v.language != INDONESIAN, v.name))
            )
        return self._voices

    def speak(self, utterance: Utterance, microphone: Microphone) -> None:
        """Say the utterance; see :class:`newsdesk.speech.engine.SpeechEngine`."""
        self._choose(utterance.voice or INDONESIAN)
        rate = self._calibration(self._voice).engine_rate(utterance.rate)
        self._library.espeak_SetParameter(_PITCH, VOICES_OWN_PITCH + utterance.pitch, 0)
        self._synthesise(ssml(utterance), rate, _Taker(microphone, self._sample_rate))

    def _read_voices(self) -> list[Voice]:
        found: list[Voice] = []
        records = self._library.espeak_ListVoices(None)
        at = 0
        while records[at]:
            record = records[at].contents
            language = record.languages[1:].decode("utf-8", "replace")
            found.append(Voice(language, record.name.decode("utf-8", "replace"), language, has_pitch=True))
            at += 1
        return found

    def _choose(self, voice: str) -> None:
        if voice == self._voice:
            return
        # The library takes an unknown name for a near one, so a name is looked up before it is given.
        if voice != INDONESIAN and all(voice != known.id for known in self.voices()):
            raise VoiceMissing("espeak", voice)
        if self._library.espeak_SetVoiceByName(voice.encode()) != 0:
            raise VoiceMissing("espeak", voice)
        self._voice = voice

    def _calibration(self, voice: str) -> Calibration:
        if voice not in self._calibrations:
            self._calibrations[voice] = calibrate(self._time_known_text, CALIBRATION_RATES)
        return self._calibrations[voice]

    def _time_known_text(self, rate: int) -> float:
        samples = 0
        for sentence in KNOWN_TEXT:
            taker = _Taker(None, self._sample_rate)
            self._synthesise(f"<speak>{sentence}</speak>", rate, taker)
            samples += taker.sounding
        return samples * 1000 / self._sample_rate

    def _synthesise(self, text: str, rate: int, taker: _Taker) -> None:
        self._take = taker
        self._library.espeak_SetParameter(_RATE, rate, 0)
        raw = text.encode("utf-8", "replace")
        answer = self._library.espeak_Synth(
            raw, len(raw) + 1, 0, _POSITION_CHARACTER, 0, _UTF8_AND_SSML, None, None
        )
        if answer != 0:
            raise SpeechFailed("espeak", f"espeak_Synth: {answer}")

    def _heard(self, wave: int | None, count: int, events: Pointer[_Event]) -> int:
        return self._take.heard(wave, count, events)


class _Taker:
    """Takes the callback's buffers of one utterance and holds silence back until sound follows it.

    So the silence at the end, which depends on the rate, never leaves: the rest after a sentence is ours.
    """

    def __init__(self, microphone: Microphone | None, sample_rate: int) -> None:
        self._microphone = microphone
        self._sample_rate = sample_rate
        self._held = b""
        self.sounding = 0

    def heard(self, wave: int | None, count: int, events: Pointer[_Event]) -> int:
        """Pass a buffer on; 1 asks the library to stop."""
        microphone = self._microphone
        at = 0
        while (event := events[at]).type != 0:
            if event.type == _MARK and microphone is not None and event.id.name:
                microphone.word(int(event.id.name), event.sample)
            at += 1
        if not wave or count <= 0:
            return 0
        pcm = ctypes.string_at(wave, 2 * count)
        kept = len(pcm.rstrip(b"\0"))
        kept += kept % 2
        if not kept:
            self._held += pcm
            return 0
        sound = self._held + pcm[:kept]
        self._held = pcm[kept:]
        self.sounding += len(sound) // 2
        return 0 if microphone is None or microphone.sound(sound, self._sample_rate) else 1


def ssml(utterance: Utterance) -> str:
    """Write an utterance as SSML with a mark before every word.

    What SSML would read as its own is escaped; control characters (a NUL would end the text) are left out.

    >>> ssml(Utterance(("beras", "<lima>"), ("", "."), "", 350))
    '<speak><mark name="0"/>beras <mark name="1"/>&lt;lima&gt;.</speak>'
    """
    parts: list[str] = []
    for index, (word, pause) in enumerate(zip(utterance.words, utterance.pauses, strict=True)):
        clean = "".join(letter if letter.isprintable() else " " for letter in word).translate(_ESCAPES)
        parts.append(f'<mark name="{index}"/>{clean if has_sound(word) else ""}{pause}')
    return f"<speak>{' '.join(parts)}</speak>"
