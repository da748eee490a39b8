"""The engines, one file each. To add one: its file, a function here that makes it, and its line in ENGINES.

The functions import late: only the worker of an engine loads that engine's library.
"""

from __future__ import annotations

from newsdesk.speech.engine import EngineInfo, SpeechEngine


def _espeak() -> SpeechEngine:
    from newsdesk.speech.engines.espeak import Espeak

    return Espeak()


def _pyttsx3() -> SpeechEngine:
    from newsdesk.speech.engines.pyttsx3_engine import Pyttsx3

    return Pyttsx3()


def _silent() -> SpeechEngine:
    from newsdesk.speech.engines.silent import Silent

    return Silent()


ENGINES = (
    EngineInfo("espeak", "eSpeak NG", offered=True, make=_espeak),
    EngineInfo("pyttsx3", "pyttsx3", offered=True, make=_pyttsx3),
    EngineInfo("silent", "Senyap", offered=False, make=_silent),
)
"""Every engine, the default first."""


def find(engine: str) -> EngineInfo | None:
    """Return the engine of this id."""
    return next((info for info in ENGINES if info.id == engine), None)
