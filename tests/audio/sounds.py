"""Sounds for the tests of this room, and what any program reads of a file."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from newsdesk.audio.encoding import Encoding
from newsdesk.audio.formats import Measured, SoundSpec
from newsdesk.audio.label import SoundLabel
from newsdesk.audio.loudness import Loudness, measure

VOICE_RATE = 22_050


def sine(hertz: float, dbfs: float, seconds: float, rate: int, degrees: float = 0.0) -> NDArray[np.float32]:
    """Return a sine whose peaks are at ``dbfs``."""
    turns = 2 * np.pi * hertz * np.arange(round(seconds * rate)) / rate
    return (10 ** (dbfs / 20) * np.sin(turns + np.radians(degrees))).astype(np.float32)


def speech(seconds: float, dbfs: float = -3.0) -> bytes:
    """Return the samples of something like a voice: harmonics in syllables, with peaks and rests."""
    at = np.arange(round(seconds * VOICE_RATE)) / VOICE_RATE
    voice = sum(np.cos(2 * np.pi * 110 * k * at + k * k / 9) / k**0.9 for k in range(1, 40))
    syllables = np.clip(np.sin(2 * np.pi * 4.5 * at), 0, None) * (np.sin(2 * np.pi * 0.7 * at) > -0.6)
    sound = np.asarray(voice) * syllables
    return (sound / np.abs(sound).max() * 10 ** (dbfs / 20) * 32767).astype("<i2").tobytes()


def encode(
    path: Path, pcm: bytes, spec: SoundSpec, label: SoundLabel | None = None, rate: int = VOICE_RATE
) -> Measured:
    """Make a file with the real encoder and return what it says that it measures."""
    with Encoding(path) as encoding:
        for start in range(0, len(pcm), 8000):
            encoding.write(pcm[start : start + 8000])
        answers = list(encoding.finish(spec, rate, label or SoundLabel(title="Uji")))
    assert isinstance(answers[-1], Measured)
    return answers[-1]


def decoded(path: Path) -> tuple[NDArray[np.float32], int]:
    """Return the sound of a file and its rate, by libsndfile."""
    return soundfile.read(path, dtype="float32")


def heard(path: Path) -> Loudness:
    """Measure a file as it is decoded."""
    return measure(*decoded(path))


def names(folder: Path) -> Sequence[str]:
    """Return what stands in a folder, hidden files too."""
    return sorted(file.name for file in folder.iterdir())


def wrapped(before: str) -> list[str]:
    """Return a command that runs the real encoder after a line of Python has spoilt its world."""
    return [
        sys.executable,
        "-c",
        f"import os, sys, errno\n{before}\nfrom newsdesk.audio.encoder import main; main()",
    ]
