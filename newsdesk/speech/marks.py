"""Where every spoken word stands in the sound and in the script."""

from __future__ import annotations

from typing import NamedTuple


class Mark(NamedTuple):
    """A word begins ``at_ms`` into the sound; ``[start, end)`` are its code points in the script."""

    at_ms: int
    start: int
    end: int
    spoken: str


class SpokenPiece(NamedTuple):
    """A stretch of sound on its way to the ear: part of a sentence, or the rest after it.

    ``pcm`` is signed 16-bit little-endian mono; ``marks`` count from the first sample of this piece;
    ``sentence`` is the place of its sentence among those asked for.
    """

    sentence: int
    pcm: bytes
    sample_rate: int
    marks: tuple[Mark, ...]
