"""Has a voice say a hard sentence in both ways: as written, and by our spoken form."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import soxr

from newsdesk.services.reading import Reading
from newsdesk.speech.engine import Voicing
from newsdesk.speech.synthesiser import Rests, Synthesiser
from newsdesk.speech.worker_process import Command, worker_command
from newsdesk.spoken.sentences import Sentence
from newsdesk.spoken.tables import load
from newsdesk.spoken.text import SpokenWord
from tests.intelligibility.recogniser import HEARS_HZ

FOLDER = Path(__file__).resolve().parents[2] / "build" / "intelligibility"
PIPER = "onnx"
RATES = (350, 300)
"""Syllables a minute: the usual rate of the preview, and a slower one; one saying alone tells little."""
RESTS = Rests(300, 0)
_TABLES = load(Path(__file__).resolve().parents[2] / "resources" / "lexicon")
READING = Reading(_TABLES)
"""Reads by the built-in tables, with no forms of any house."""


def command(piper: Path | None = None) -> Command:
    """Return the real worker's command, with a folder of Piper voices; measured rates are kept in build/."""
    return lambda engine: worker_command(engine, piper, FOLDER / "rates")


def added_voices(piper: Path) -> list[str]:
    """Return the ids of the Piper voices in a folder."""
    synthesiser = Synthesiser(command(piper))
    try:
        return [voice.id for voice in synthesiser.voices(PIPER)]
    finally:
        synthesiser.close()


def name(voicing: Voicing) -> str:
    """Return a voicing's name in the tables."""
    return f"{voicing.engine} {voicing.voice}".strip()


def raw(written: str) -> tuple[Sentence, ...]:
    """Return the sentence as the engine would get it from anybody: its text as it is, in one piece."""
    return (Sentence(0, len(written), (SpokenWord(written, 0, len(written)),), ("",), True),)


def normalised(written: str) -> tuple[Sentence, ...]:
    """Return the sentence as the newsroom's preview says it."""
    return READING.sentences(written)


def say(voicing: Voicing, sentences: Sequence[Sentence], command: Command) -> np.ndarray:
    """Return the sound at the recogniser's rate.

    A worker for this one sentence: espeak-ng's sound depends on what it said before (its flutter goes on),
    and a figure has to come out again.
    """
    synthesiser = Synthesiser(command)
    try:
        pieces = list(synthesiser.speak(sentences, voicing, RESTS))
    finally:
        synthesiser.close()
    samples = np.frombuffer(b"".join(piece.pcm for piece in pieces), dtype="<i2").astype(np.float32) / 32_768
    return soxr.resample(samples, pieces[0].sample_rate, HEARS_HZ)
