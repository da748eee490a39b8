"""An engine without a voice: exact time, no sound. It is for tests, and shows the protocol by keeping it."""

from __future__ import annotations

from newsdesk.errors import VoiceMissing
from newsdesk.speech.calibration import Calibration
from newsdesk.speech.engine import Microphone, Utterance, Voice
from newsdesk.spoken.syllables import syllables

SAMPLE_RATE = 8000


class Silent:
    """Gives every syllable the same length of nothing: 60,000 / rate milliseconds."""

    version = "1"

    def voices(self) -> tuple[Voice, ...]:
        """Return its only voice."""
        return (Voice("senyap", "Senyap", "id"),)

    def calibration(self, voice: str, microphone: Microphone) -> Calibration:
        """Return a straight line: its own rate is syllables a minute."""
        if voice not in ("", "senyap"):
            raise VoiceMissing("silent", voice)
        return Calibration(((100, 100), (900, 900)))

    def speak(self, utterance: Utterance, microphone: Microphone) -> None:
        """Be silent for as long as the words take, one piece a word."""
        self.calibration(utterance.voice, microphone)
        samples = 0
        for index, word in enumerate(utterance.words):
            length = round(syllables(word) * 60 * SAMPLE_RATE / utterance.rate)
            microphone.word(index, samples)
            if not microphone.sound(bytes(2 * length), SAMPLE_RATE):
                return
            samples += length
