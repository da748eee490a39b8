"""The engines, one file each. To add one: its file, a function here that makes it, and its line in ENGINES.

The functions import late: only the worker of an engine loads that engine's library.
"""

from __future__ import annotations

from newsdesk.speech.engine import Bench, EngineInfo, SpeechEngine


def _espeak(bench: Bench) -> SpeechEngine:
    from newsdesk.speech.engines import espeak_words
    from newsdesk.speech.engines.espeak import Espeak

    return Espeak(bench.calibrations, espeak_words.load())


def _pyttsx3(bench: Bench) -> SpeechEngine:
    from newsdesk.speech.engines.pyttsx3_engine import Pyttsx3

    return Pyttsx3(bench.calibrations)


def _onnx(bench: Bench) -> SpeechEngine:
    from newsdesk.speech.engines.onnx import Onnx

    return Onnx(bench)


def _mbrola(bench: Bench) -> SpeechEngine:
    from newsdesk.speech.engines.mbrola import Mbrola

    return Mbrola(bench.calibrations)


def _mbrola_found() -> bool:
    from newsdesk.speech.engines import mbrola

    return mbrola.found()


def _silent(bench: Bench) -> SpeechEngine:
    from newsdesk.speech.engines.silent import Silent

    return Silent()


def _everywhere() -> bool:
    return True


def _in_tests_only() -> bool:
    return False


ENGINES = (
    EngineInfo("espeak", "eSpeak NG", _everywhere, _espeak, exact_marks=True),
    EngineInfo("pyttsx3", "pyttsx3", _everywhere, _pyttsx3, exact_marks=False),
    EngineInfo("onnx", "Piper", _everywhere, _onnx, exact_marks=False),
    EngineInfo("mbrola", "MBROLA", _mbrola_found, _mbrola, exact_marks=True),
    EngineInfo("silent", "Senyap", _in_tests_only, _silent, exact_marks=True),
)
"""Every engine, the default first."""


def find(engine: str) -> EngineInfo | None:
    """Return the engine of this id."""
    return next((info for info in ENGINES if info.id == engine), None)
