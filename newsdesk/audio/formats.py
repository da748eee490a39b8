"""What a sound file can be: its format, its sample rate and how loud it is made."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from pathlib import Path
from typing import NamedTuple


class SoundFormat(StrEnum):
    """The formats that are written; the value is the file's ending without its dot.

    WAV and FLAC hold 16-bit samples as they are; MP3, OGG (Vorbis) and OPUS lose what is not heard. All are
    mono: a voice has one channel, and a playout system puts it on both.
    """

    WAV = "wav"
    MP3 = "mp3"
    OGG = "ogg"
    FLAC = "flac"
    OPUS = "opus"

    @property
    def suffix(self) -> str:
        """The ending of a file's name, with its dot."""
        return f".{self.value}"

    @property
    def lossy(self) -> bool:
        """Whether the samples that come out are not those that went in."""
        return self in {SoundFormat.MP3, SoundFormat.OGG, SoundFormat.OPUS}

    def rate(self, asked: int) -> int:
        """Return the sample rate that a file has when ``asked`` was asked for.

        Opus knows no 44.1 kHz (RFC 6716, 2.1.3): it is always written at 48 kHz.
        """
        return 48_000 if self is SoundFormat.OPUS else asked


def format_of(path: Path) -> SoundFormat | None:
    """Return the format that a file's ending names; None for any other ending.

    >>> format_of(Path("siang.MP3"))
    <SoundFormat.MP3: 'mp3'>
    """
    ending = path.suffix.lower().removeprefix(".")
    return SoundFormat(ending) if ending in set(SoundFormat) else None


class LoudnessTarget(IntEnum):
    """Integrated loudness (ITU-R BS.1770) that a file is brought to, in LUFS."""

    MINUS_16 = -16
    """What streams and mobile listening are made at; speech stays clear in a car."""
    EBU_R128 = -23
    """EBU R 128, for stations that level everything to it."""


SAMPLE_RATES = (44_100, 48_000)
MOST_TRUE_PEAK = -1.0
"""No file's true peak is above this, in dBTP (EBU R 128, recommendation h)."""


class SoundSpec(NamedTuple):
    """How a file is to be made; ``sample_rate`` is one of :data:`SAMPLE_RATES`."""

    format: SoundFormat = SoundFormat.WAV
    sample_rate: int = 48_000
    target: LoudnessTarget = LoudnessTarget.MINUS_16


class Measured(NamedTuple):
    """What a finished file measures, after encoding and decoding it again.

    ``loudness`` in LUFS and ``true_peak`` in dBTP are None where there is nothing to measure (silence);
    ``seconds`` is the length of the sound.
    """

    loudness: float | None
    true_peak: float | None
    seconds: float
