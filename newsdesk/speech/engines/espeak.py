"""espeak-ng: the default engine, on the library in the espeakng-loader wheel."""

from __future__ import annotations

from collections.abc import Mapping

from newsdesk.errors import VoiceMissing
from newsdesk.speech.calibration import Calibration, Calibrations
from newsdesk.speech.engine import Microphone, Utterance, Voice
from newsdesk.speech.espeak_library import NO_PHONEMES, EspeakLibrary

INDONESIAN = "id"
WORD_GAP = 6
"""The rest between words of the Indonesian voice; by itself it says them into one another (*ratu senam* for
*ratus enam*). About 45 ms at 350 syllables a minute, a rate that is kept (``docs/intelligibility.md``)."""
INDONESIAN_CALIBRATION = Calibration(
    ((80, 133), (110, 179), (140, 236), (175, 303), (210, 374), (250, 457), (300, 570), (350, 678))
)
"""Measured with :func:`newsdesk.speech.calibration.calibrate` on 1.52.0; a test holds it within 5 %."""


class Espeak:
    """Exact marks, pitch, and a first sound within milliseconds.

    ``phonemes`` are for Indonesian words that its own rules say wrongly.
    """

    def __init__(self, calibrations: Calibrations, phonemes: Mapping[str, str] = NO_PHONEMES) -> None:
        self._phonemes = phonemes
        self._library = EspeakLibrary("espeak")
        self.version = self._library.version
        self._calibrations = calibrations
        calibrations.use(self.version, {INDONESIAN: INDONESIAN_CALIBRATION})
        self._voices: tuple[Voice, ...] = ()
        self._voice = ""

    def voices(self) -> tuple[Voice, ...]:
        """Return the library's voices, Indonesian first."""
        if not self._voices:
            found = sorted(self._library.voices(), key=lambda v: (v.language != INDONESIAN, v.name))
            self._voices = tuple(found)
        return self._voices

    def calibration(self, voice: str, microphone: Microphone) -> Calibration:
        """See :class:`newsdesk.speech.engine.SpeechEngine`."""
        self._choose(voice or INDONESIAN)
        return self._calibrations.of(self._voice, lambda: self._library.calibrate(microphone))

    def speak(self, utterance: Utterance, microphone: Microphone) -> None:
        """Say the utterance; see :class:`newsdesk.speech.engine.SpeechEngine`."""
        rate = self.calibration(utterance.voice, microphone).engine_rate(utterance.rate)
        phonemes = self._phonemes if self._voice == INDONESIAN else NO_PHONEMES
        self._library.say(utterance, rate, microphone, phonemes)

    def _choose(self, voice: str) -> None:
        if voice == self._voice:
            return
        # The library takes an unknown name for a near one, so a name is looked up before it is given.
        known = voice == INDONESIAN or any(voice == listed.id for listed in self.voices())
        gap = WORD_GAP if voice == INDONESIAN else 0
        if not known or not self._library.use(voice, gap):
            raise VoiceMissing("espeak", voice)
        self._voice = voice
