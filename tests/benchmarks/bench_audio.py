"""A bulletin of 385 words made into a file of every format: how long it takes, how loud it is, its peaks.

The reference is the codec alone: libsndfile writing the finished sound once, in this process.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import soundfile

from newsdesk.audio import loudness
from newsdesk.audio.encoding import Encoding
from newsdesk.audio.formats import MOST_TRUE_PEAK, LoudnessTarget, SoundFormat, SoundSpec
from newsdesk.audio.label import SoundLabel
from newsdesk.services.previewing import Previewing, SpokenPiece, Voicing
from newsdesk.speech.synthesiser import Synthesiser
from tests.benchmarks.harness import Figure
from tests.speech.copy import LONG, story

WORDS = 385
RATES = (44_100, 48_000)


class Worst(NamedTuple):
    """The worst of four files: seconds, those of the codec alone, LU off the target, highest true peak."""

    seconds: float
    codec: float
    off: float
    highest: float


def worst_of(pieces: list[SpokenPiece], format_: SoundFormat, folder: Path) -> Worst:
    """Make a file at both rates and both targets, and hear what became of it."""
    path, again = folder / f"a{format_.suffix}", folder / f"b{format_.suffix}"
    worst = Worst(0.0, 0.0, 0.0, -100.0)
    for target in LoudnessTarget:
        for rate in RATES:
            start = time.perf_counter()
            with Encoding(path) as encoding:
                for piece in pieces:
                    encoding.write(piece.pcm)
                for _ in encoding.finish(
                    SoundSpec(format_, rate, target), pieces[0].sample_rate, SoundLabel(title="Siaran")
                ):
                    pass
            seconds = time.perf_counter() - start
            with soundfile.SoundFile(path) as made:
                sound = made.read(dtype="float32")
                start = time.perf_counter()
                with soundfile.SoundFile(
                    again, "w", made.samplerate, 1, made.subtype, format=made.format
                ) as plain:
                    for at in range(0, len(sound), made.samplerate):
                        plain.write(sound[at : at + made.samplerate])
                codec = time.perf_counter() - start
                heard = loudness.measure(sound, made.samplerate)
            assert heard.integrated is not None
            assert heard.true_peak is not None
            worst = Worst(
                max(worst.seconds, seconds),
                max(worst.codec, codec),
                max(worst.off, abs(heard.integrated - target)),
                max(worst.highest, heard.true_peak),
            )
    return worst


def measure() -> list[Figure]:
    """Return the figures of every format."""
    previewing = Previewing(Synthesiser())
    try:
        copy = story(*[LONG] * (WORDS // len(LONG.split()) + 1))
        pieces = list(previewing.listen(copy, Voicing("espeak")))
    finally:
        previewing.close()
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory() as folder:
        for format_ in SoundFormat:
            worst, name = worst_of(pieces, format_, Path(folder)), format_.name
            took, ratio = f"{name}: 385 words into a file", worst.seconds / worst.codec
            figures += [
                Figure(took, worst.seconds, worst.codec, ratio, "", "s", None),
                Figure(
                    f"{name}: off its loudness, decoded",
                    worst.off,
                    None,
                    None,
                    "<= 0.5",
                    "LU",
                    worst.off <= 0.5,
                ),
                Figure(
                    f"{name}: true peak, decoded",
                    worst.highest,
                    None,
                    None,
                    "<= -1",
                    "dBTP",
                    worst.highest <= MOST_TRUE_PEAK,
                ),
            ]
    return figures
