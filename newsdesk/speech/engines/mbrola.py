"""Indonesian diphones of the MBROLA project (id1), where the program and the voice are installed.

The system's own espeak-ng drives it: the wheel has no tables for MBROLA voices. The voice may be used and
passed on freely, but not sold; its owner's text is shown wherever the voice is offered.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import shutil
from pathlib import Path

from newsdesk.errors import SpeechFailed, VoiceMissing
from newsdesk.speech.calibration import Calibration, Calibrations
from newsdesk.speech.engine import Microphone, Utterance, Voice
from newsdesk.speech.espeak_library import EspeakLibrary

VOICE = "mb-id1"
DATABASES = tuple(
    Path(folder, name)
    for folder in ("/usr/share/mbrola", "/usr/local/share/mbrola")
    for name in ("id1/id1", "id1", "voices/id1")
)
"""Where espeak-ng looks for the voice on Unix (``mbrowrap.c`` of 1.51)."""
LICENCE = """Terms and conditions for the distribution of ID1

The distribution of this database is submitted to the same terms and conditions as the distribution of the
Mbrola program. In addition, this database may not be sold or incorporated into any product which is sold
without prior permission from the Diphone Database Owner (aa@lss.ee.itb.ac.id).

When no charge is made, this database may be copied and distributed freely, provided that this notice is
copied and distributed with it."""
"""The owner's notice, for where the installed voice has none beside it."""
_LICENCE_FILES = (Path("/usr/share/doc/mbrola-id1/copyright"),)
_MOST_LICENCE = 20_000


def found() -> bool:
    """Say whether the voice, the program that speaks it and a system espeak-ng are all here."""
    return database() is not None and shutil.which("mbrola") is not None and _library_name() is not None


def database(places: tuple[Path, ...] = DATABASES) -> Path | None:
    """Return the voice's file."""
    return next((place for place in places if place.is_file()), None)


def licence(places: tuple[Path, ...] = _LICENCE_FILES) -> str:
    """Return the owner's text as it was installed, or the notice that this file keeps."""
    for place in places:
        try:
            return place.read_text("utf-8", "replace")[:_MOST_LICENCE]
        except OSError:
            continue
    return LICENCE


class Mbrola:
    """One voice. Its marks are the library's, as exact as espeak's own."""

    def __init__(self, calibrations: Calibrations) -> None:
        name = _library_name()
        if name is None:
            raise SpeechFailed("mbrola", "libespeak-ng")
        # Set for the wheel's library by whoever started us, it would hide the system's tables for MBROLA.
        os.environ.pop("ESPEAK_DATA_PATH", None)
        try:
            self._library = EspeakLibrary("mbrola", ctypes.CDLL(name))
        except OSError as error:
            raise SpeechFailed("mbrola", str(error)) from error
        self.version = self._library.version
        self._calibrations = calibrations
        calibrations.use(self.version)
        if not self._library.use(VOICE):
            raise VoiceMissing("mbrola", VOICE)

    def voices(self) -> tuple[Voice, ...]:
        """Return its only voice."""
        return (Voice(VOICE, "Indonesia (MBROLA id1)", "id", has_pitch=True, licence=licence()),)

    def calibration(self, voice: str, microphone: Microphone) -> Calibration:
        """See :class:`newsdesk.speech.engine.SpeechEngine`."""
        if voice not in ("", VOICE):
            raise VoiceMissing("mbrola", voice)
        return self._calibrations.of(VOICE, lambda: self._library.calibrate(microphone))

    def speak(self, utterance: Utterance, microphone: Microphone) -> None:
        """Say the utterance; see :class:`newsdesk.speech.engine.SpeechEngine`."""
        rate = self.calibration(utterance.voice, microphone).engine_rate(utterance.rate)
        self._library.say(utterance, rate, microphone)


def _library_name() -> str | None:
    return ctypes.util.find_library("espeak-ng")
