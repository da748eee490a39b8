"""From a voice's samples to a finished sound: rate, loudness, peaks, format. In the encoder only.

What counts is what a listener's decoder gives back, so a lossy file is decoded and measured, and made again
with lower peaks when its own came out too high.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from typing import BinaryIO, NamedTuple, cast

import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray

from newsdesk.audio import riff
from newsdesk.audio.formats import MOST_TRUE_PEAK, SoundFormat, SoundSpec
from newsdesk.audio.limiter import levelled
from newsdesk.audio.loudness import Loudness, Meter, Samples

_PIECE_S = 10
_NEAR = 0.3
"""LU that a finished sound may be off its target before it is made again."""
_NEARER = 0.5
"""LU that a gain may still have been off for its correction to be trusted without measuring again."""
_MOST_GAIN_DB = 30.0
"""What is softer than this below its target is no voice, and is not raised any further."""
_TRIES = 4
_LOOKS = 2
"""A sound is measured once as it is and, when its peaks must be lowered, mostly once more."""
_ENCODING = 0.8
"""How much of the work is encoding; the rest is hearing what became of it."""
_FULL_SCALE = 32_768
_CEILINGS = {
    SoundFormat.WAV: MOST_TRUE_PEAK - 0.05,
    SoundFormat.FLAC: MOST_TRUE_PEAK - 0.05,
    SoundFormat.MP3: MOST_TRUE_PEAK - 0.3,
    SoundFormat.OGG: MOST_TRUE_PEAK - 0.65,
    SoundFormat.OPUS: MOST_TRUE_PEAK - 1.2,
}
"""Where the limiter begins, in dBTP: a lossy decoder adds to the peaks it was given (on speech)."""


class _Codec(NamedTuple):
    """How libsndfile is asked for a format.

    ``compression`` is 0 for the best and largest; ``scale`` undoes what the codec does to the level.
    """

    container: str
    subtype: str
    compression: float | None = None
    bitrate_mode: str | None = None
    scale: float = 1.0


_CODECS = {
    SoundFormat.FLAC: _Codec("FLAC", "PCM_16"),
    # 128 kbit/s: libsndfile counts from 320 (0) to 32 (1). Constant, as playout systems like it;
    # LAME lowers the level to 0.95 at this bit rate.
    SoundFormat.MP3: _Codec("MP3", "MPEG_LAYER_III", (320 - 128) / (320 - 32), "CONSTANT", 1 / 0.95),
    SoundFormat.OGG: _Codec("OGG", "VORBIS", 0.4),
    # About 80 kbit/s for one voice: libsndfile counts from 256 (0) to 6 (1).
    SoundFormat.OPUS: _Codec("OGG", "OPUS", (256 - 80) / (256 - 6)),
}

Progress = Callable[[float], None]
"""Is told how much of the work is done, from 0 to 1."""


class Level(NamedTuple):
    """What is done to a sound: raised by ``gain_db``, its true peaks held below ``ceiling_db``."""

    gain_db: float
    ceiling_db: float


class Recording(NamedTuple):
    """What the voice said: signed 16-bit mono samples."""

    samples: NDArray[np.int16]
    sample_rate: int

    @property
    def seconds(self) -> float:
        """How long it is."""
        return len(self.samples) / self.sample_rate

    def pieces(self) -> Iterator[Samples]:
        """Yield the sound as it is, ten seconds at a time."""
        count = _PIECE_S * self.sample_rate
        for start in range(0, len(self.samples), count):
            yield self.samples[start : start + count].astype(np.float32) / np.float32(_FULL_SCALE)

    def made(self, level: Level, sample_rate: int) -> Iterator[Samples]:
        """Yield the sound at its level and another rate."""
        pieces = levelled(self.pieces(), self.sample_rate, *level)
        return (
            pieces if sample_rate == self.sample_rate else _resampled(pieces, self.sample_rate, sample_rate)
        )


def settled(recording: Recording, spec: SoundSpec, progress: Progress) -> Level:
    """Find the gain that brings a sound to its target with its peaks held down; silence is left as it is.

    Measured at the rate that the voice speaks at, which is less work: the other rates hold the same wave.
    """
    rate, ceiling = recording.sample_rate, _CEILINGS[spec.format]
    found = _metered(recording.pieces(), rate, lambda done: progress(done / _LOOKS), recording.seconds)
    if found.integrated is None or found.true_peak is None:
        return Level(0.0, ceiling)
    gain = min(spec.target - found.integrated, _MOST_GAIN_DB)
    if found.true_peak + gain <= ceiling:
        return Level(gain, ceiling)
    off = math.inf
    while abs(off) > _NEARER and gain < _MOST_GAIN_DB:
        # Lowering peaks takes a little of the loudness: give it back, with what giving it back will take.
        pieces = recording.made(Level(gain, ceiling), rate)
        now = _metered(pieces, rate, lambda done: progress((1 + done) / _LOOKS), recording.seconds).integrated
        step = 0.0 if now is None else 1.2 * (spec.target - now)
        if abs(step) >= abs(off):  # it comes no nearer
            break
        gain, off = min(gain + step, _MOST_GAIN_DB), step
    return Level(gain, ceiling)


def encoded(
    recording: Recording, spec: SoundSpec, level: Level, progress: Progress
) -> tuple[BytesIO, Loudness]:
    """Make a FLAC, MP3, OGG or Opus file in memory; return it with what its decoded sound measures."""
    file, loudness = _tried(recording, spec, level, progress)
    for _ in range(_TRIES - 1):
        over = 0.0 if loudness.true_peak is None else loudness.true_peak - MOST_TRUE_PEAK
        off = 0.0 if loudness.integrated is None else spec.target - loudness.integrated
        if over > 0:
            level = Level(level.gain_db, level.ceiling_db - over - 0.1)
        elif abs(off) > _NEAR and level.gain_db < _MOST_GAIN_DB:
            level = Level(min(level.gain_db + off, _MOST_GAIN_DB), level.ceiling_db)
        else:
            break
        file, loudness = _tried(recording, spec, level, progress)
    return file, loudness


def write_wave(
    recording: Recording,
    spec: SoundSpec,
    level: Level,
    file: BinaryIO,
    chunks: Callable[[Loudness], list[tuple[str, bytes]]],
    progress: Progress,
) -> Loudness:
    """Write a WAV file as it is made; ``chunks`` gives those before the samples and is asked twice.

    The first time nothing is measured yet; the second time its chunks must be as long as before. Raises
    :class:`OSError` and, for more than RIFF can count, :class:`OverflowError`.
    """
    rate = spec.sample_rate
    count = round(len(recording.samples) * rate / recording.sample_rate)
    meter, samples = Meter(rate), 0
    file.write(riff.head(rate, count, chunks(Loudness(None, None, None, None, None))))
    for piece in recording.made(level, rate):
        rounded = _rounded(piece)
        file.write(rounded.astype("<i2").tobytes())
        meter.add(rounded.astype(np.float32) / np.float32(_FULL_SCALE))
        samples += len(rounded)
        progress(samples / max(1, count))
    loudness = meter.result()
    file.seek(0)
    file.write(riff.head(rate, samples, chunks(loudness)))
    return loudness


def _resampled(pieces: Iterable[Samples], from_rate: int, to_rate: int) -> Iterator[Samples]:
    stream = soxr.ResampleStream(from_rate, to_rate, 1, dtype="float32", quality="HQ")
    for piece in pieces:
        yield stream.resample_chunk(piece)
    yield stream.resample_chunk(np.zeros(0, dtype=np.float32), last=True)


def _tried(
    recording: Recording, spec: SoundSpec, level: Level, progress: Progress
) -> tuple[BytesIO, Loudness]:
    file = BytesIO()
    samples = _encode(recording, spec, level, file, lambda done: progress(_ENCODING * done))
    rate = spec.format.rate(spec.sample_rate)
    heard = _metered(
        _decoded(file, samples),
        rate,
        lambda done: progress(_ENCODING + (1 - _ENCODING) * done),
        recording.seconds,
    )
    return file, heard


def _encode(recording: Recording, spec: SoundSpec, level: Level, file: BytesIO, progress: Progress) -> int:
    codec = _CODECS[spec.format]
    rate, samples = spec.format.rate(spec.sample_rate), 0
    with soundfile.SoundFile(
        file,
        "w",
        samplerate=rate,
        channels=1,
        format=codec.container,
        subtype=codec.subtype,
        compression_level=codec.compression,
        bitrate_mode=codec.bitrate_mode,
    ) as sound:
        for piece in recording.made(level, rate):
            # In seconds: the Vorbis encoder keeps a whole write on its stack.
            for start in range(0, len(piece), rate):
                part = piece[start : start + rate]
                sound.write(part * np.float32(codec.scale) if spec.format.lossy else _rounded(part))
                samples += len(part)
                progress(samples / rate / recording.seconds)
    return samples


def _decoded(file: BytesIO, samples: int) -> Iterator[Samples]:
    """Yield the sound of a file in memory; a codec's padding after the last sample is left out."""
    file.seek(0)
    with soundfile.SoundFile(file) as sound:
        while samples > 0:
            count = min(samples, _PIECE_S * sound.samplerate)
            piece = cast(Samples, sound.read(count, dtype="float32"))
            if not len(piece):
                return
            samples -= len(piece)
            yield piece


def _metered(pieces: Iterable[Samples], rate: int, progress: Progress, seconds: float) -> Loudness:
    meter, samples = Meter(rate), 0
    for piece in pieces:
        meter.add(piece)
        samples += len(piece)
        progress(samples / rate / seconds)
    return meter.result()


def _rounded(samples: Samples) -> NDArray[np.int16]:
    return np.clip(np.rint(samples * _FULL_SCALE), -_FULL_SCALE, _FULL_SCALE - 1).astype(np.int16)
