"""The espeak-ng library by ctypes: the wheel's by default, so no system package, on every platform.

The library is called in the thread that speaks (synchronous mode); its sound comes through a callback in
buffers of 40 ms, and an SSML mark before every word comes with the buffer that holds the word's first sample.
Interface: espeak-ng 1.52, ``speak_lib.h``. One process has one, whichever it is.
"""

from __future__ import annotations

import ctypes
import os
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from newsdesk.errors import SpeechFailed
from newsdesk.speech.calibration import KNOWN_TEXT, Calibration, calibrate
from newsdesk.speech.engine import Microphone, Utterance, Voice, has_sound

if TYPE_CHECKING:
    from ctypes import _Pointer as Pointer  # pyright: ignore[reportPrivateUsage] - the only name of this type

BUFFER_MS = 40
VOICES_OWN_PITCH = 50
"""The library's pitch goes from 0 to 100."""
CALIBRATION_RATES = (80, 110, 140, 175, 210, 250, 300, 350)
"""Within the library's own 80 to 450; above 350 it squeezes the finished sound, so that is left alone."""

_SYNCHRONOUS = 2
_RATE = 1
_PITCH = 3
_WORD_GAP = 7
_POSITION_CHARACTER = 1
_UTF8 = 0x01
_SSML = 0x10
_PHONEMES_IN_BRACKETS = 0x100
_IPA = 0x02
_MARK = 3
_SAMPLE_RATE = 8
NO_PHONEMES: Mapping[str, str] = {}
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "[": " ", "]": " "})
_LANGUAGE_NOTE = re.compile(r"\([a-z-]+\)")


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


class EspeakLibrary:
    """The library at work: a voice, then texts. ``engine`` is the name under which its failures are told.

    ``library`` and ``data`` stand in for the wheel's own; ``data`` "" is the folder that the library knows.
    """

    def __init__(self, engine: str, library: ctypes.CDLL | None = None, data: str = "") -> None:
        self._engine = engine
        if library is None:
            library, data = load_library()
        self._library = library
        self._sample_rate: int = library.espeak_Initialize(
            _SYNCHRONOUS, BUFFER_MS, os.fsencode(data) if data else None, 0
        )
        if self._sample_rate <= 0:
            raise SpeechFailed(engine, f"espeak_Initialize: {self._sample_rate}, {data}")
        library.espeak_ListVoices.restype = ctypes.POINTER(ctypes.POINTER(_VoiceRecord))
        library.espeak_Info.restype = ctypes.c_char_p
        library.espeak_TextToPhonemes.restype = ctypes.c_char_p
        self.version = (library.espeak_Info(None) or b"").decode("ascii", "replace")
        self._take = _Taker(None, self._sample_rate)
        self._callback = _CALLBACK(self._heard)  # kept: the library holds only its address
        library.espeak_SetSynthCallback(self._callback)

    def voices(self) -> list[Voice]:
        """Return its voices; the id is the name of the voice's file, mostly its language code."""
        found: list[Voice] = []
        records = self._library.espeak_ListVoices(None)
        at = 0
        while records[at]:
            record = records[at].contents
            language = record.languages[1:].decode("utf-8", "replace")
            file = record.identifier.decode("utf-8", "replace").rsplit("/")[-1]
            found.append(Voice(file, record.name.decode("utf-8", "replace"), language, has_pitch=True))
            at += 1
        return found

    def use(self, voice: str, word_gap: int = 0) -> bool:
        """Speak with ``voice`` from now on; False when it refuses. It takes unknown names for near ones.

        ``word_gap`` is the rest between words, in units of 10 ms at the library's usual rate.
        """
        known = self._library.espeak_SetVoiceByName(voice.encode("utf-8", "replace")) == 0
        self._library.espeak_SetParameter(_WORD_GAP, word_gap, 0)  # never before the first voice: it crashes
        return known

    def say(
        self,
        utterance: Utterance,
        rate: int,
        microphone: Microphone,
        phonemes: Mapping[str, str] = NO_PHONEMES,
    ) -> None:
        """Say an utterance in the voice in use at the library's own ``rate``; see :func:`ssml`."""
        self._library.espeak_SetParameter(_PITCH, VOICES_OWN_PITCH + utterance.pitch, 0)
        taker = _Taker(microphone, self._sample_rate)
        self._synthesise(ssml(utterance, phonemes), rate, taker)
        taker.end()

    def calibrate(self, microphone: Microphone) -> Calibration:
        """Time the known text in the voice in use."""

        def length_ms(rate: int) -> float:
            total = 0.0
            for sentence in KNOWN_TEXT:
                taker = _Taker(None, self._sample_rate)
                self._synthesise(f"<speak>{sentence}</speak>", rate, taker)
                total += taker.sounding * 1000 / taker.sample_rate
            microphone.alive()
            return total

        self._library.espeak_SetParameter(_PITCH, VOICES_OWN_PITCH, 0)
        return calibrate(length_ms, CALIBRATION_RATES)

    def phonemes(self, text: str) -> str:
        """Return plain text in the IPA letters of the voice in use, words divided by spaces.

        Words that are said as one may come as one. A change of language inside is not noted.
        """
        raw = ctypes.c_char_p(text.encode("utf-8", "replace"))
        clauses: list[str] = []
        while raw.value:
            said = self._library.espeak_TextToPhonemes(ctypes.byref(raw), _UTF8, _IPA)
            clauses.append((said or b"").decode("utf-8", "replace"))
        return " ".join(" ".join(_LANGUAGE_NOTE.sub("", clause) for clause in clauses).split())

    def _synthesise(self, text: str, rate: int, taker: _Taker) -> None:
        self._take = taker
        self._library.espeak_SetParameter(_RATE, rate, 0)
        raw = text.encode("utf-8", "replace")
        answer = self._library.espeak_Synth(
            raw, len(raw) + 1, 0, _POSITION_CHARACTER, 0, _UTF8 | _SSML | _PHONEMES_IN_BRACKETS, None, None
        )
        if answer != 0:
            raise SpeechFailed(self._engine, f"espeak_Synth: {answer}")

    def _heard(self, wave: int | None, count: int, events: Pointer[_Event]) -> int:
        return self._take.heard(wave, count, events)


class _Taker:
    """Takes the callback's buffers of one utterance and holds silence back until sound follows it.

    So the silence at the end, which depends on the rate, never leaves: the rest after a sentence is ours.
    A word's mark waits with it for sound: the library sets it before the gap between words.
    """

    def __init__(self, microphone: Microphone | None, sample_rate: int) -> None:
        self._microphone = microphone
        self._begun = False
        self._held = b""
        self._samples = 0
        self._marks: list[tuple[int, int]] = []
        self.sample_rate = sample_rate
        self.sounding = 0

    def heard(self, wave: int | None, count: int, events: Pointer[_Event]) -> int:
        """Pass a buffer on; 1 asks the library to stop."""
        microphone = self._microphone
        at = 0
        while (event := events[at]).type != 0:
            if event.type == _MARK and event.id.name:
                self._marks.append((int(event.id.name), event.sample))
            elif event.type == _SAMPLE_RATE and not self._begun and event.id.number > 0:
                self.sample_rate = event.id.number  # a voice of another make may have another rate
            at += 1
        if not wave or count <= 0:
            return 0
        self._begun = True
        pcm = ctypes.string_at(wave, 2 * count)
        self._begin_words(pcm)
        kept = len(pcm.rstrip(b"\0"))
        kept += kept % 2
        if not kept:
            self._held += pcm
            return 0
        sound = self._held + pcm[:kept]
        self._held = pcm[kept:]
        self.sounding += len(sound) // 2
        return 0 if microphone is None or microphone.sound(sound, self.sample_rate) else 1

    def end(self) -> None:
        """Tell the words that no sound followed; the library has ended."""
        for index, sample in self._marks:
            self._tell(index, sample)
        self._marks = []

    def _begin_words(self, pcm: bytes) -> None:
        """Tell the words whose first sound is in ``pcm``, which is not passed on yet."""
        while self._marks:
            index, sample = self._marks[0]
            before = max(0, 2 * (sample - self._samples))
            silent = before + len(pcm[before:]) - len(pcm[before:].lstrip(b"\0"))
            if silent >= len(pcm):
                break
            self._tell(index, self._samples + silent // 2)
            del self._marks[0]
        self._samples += len(pcm) // 2

    def _tell(self, index: int, sample: int) -> None:
        if self._microphone is not None:
            self._microphone.word(index, sample)


def ssml(utterance: Utterance, phonemes: Mapping[str, str] = NO_PHONEMES) -> str:
    """Write an utterance as SSML with a mark before every word.

    What SSML would read as its own is escaped; control characters (a NUL would end the text) are left out,
    and so are the script's square brackets: doubled they begin phonemes, even when escaped, and single ones
    are said by their name. A word (in small letters) that has ``phonemes``, in the library's own notation, is
    said by them.

    >>> ssml(Utterance(("beras", "<lima>"), ("", "."), "", 350))
    '<speak><mark name="0"/>beras <mark name="1"/>&lt;lima&gt;.</speak>'
    >>> ssml(Utterance(("Belas", "[[x]]"), ("", ""), "", 350), {"belas": "b@l'as"})
    '<speak><mark name="0"/>[[b@l\\'as]] <mark name="1"/>  x  </speak>'
    """
    parts: list[str] = []
    for index, (word, pause) in enumerate(zip(utterance.words, utterance.pauses, strict=True)):
        said = phonemes.get(word.lower())
        if said is not None:
            clean = f"[[{said.translate(_ESCAPES)}]]"
        elif word.isalnum():
            clean = word
        elif has_sound(word):
            clean = "".join(letter if letter.isprintable() else " " for letter in word).translate(_ESCAPES)
        else:
            clean = ""
        parts.append(f'<mark name="{index}"/>{clean}{pause}')
    return f"<speak>{' '.join(parts)}</speak>"
