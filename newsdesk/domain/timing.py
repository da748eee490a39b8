"""Read time: how long an announcer takes for a script.

The one place of the time model: syllables at the announcer's rate, plus a pause at every sentence and
paragraph end. A comma costs nothing of its own: its rest is part of the rate.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

SENTENCE_PAUSE_MS = 350
"""What a newsreader rests at a full stop."""
PARAGRAPH_PAUSE_MS = 350
"""What a paragraph end adds to the sentence's own pause."""
SLOWEST_RATE = 100
"""Syllables a minute below which nobody reads news."""
FASTEST_RATE = 900
"""Syllables a minute above which no voice is understood."""


@dataclass(frozen=True, slots=True)
class SpokenLength:
    """What a script costs in the mouth: syllables, and how many sentences and paragraphs end inside it."""

    syllables: int = 0
    sentences: int = 0
    paragraphs: int = 0

    def __add__(self, other: SpokenLength) -> SpokenLength:
        return SpokenLength(
            self.syllables + other.syllables,
            self.sentences + other.sentences,
            self.paragraphs + other.paragraphs,
        )


def pauses_ms(length: SpokenLength) -> int:
    """Return what the rests inside a script take, in milliseconds, at whatever rate.

    The last sentence's pause belongs to whatever follows and is not counted.
    """
    pauses = max(0, length.sentences - 1) * SENTENCE_PAUSE_MS
    return pauses + max(0, length.paragraphs - 1) * PARAGRAPH_PAUSE_MS


def read_time_ms(length: SpokenLength, rate: int) -> int:
    """Return the read time in milliseconds at ``rate`` syllables a minute.

    >>> read_time_ms(SpokenLength(syllables=350, sentences=1, paragraphs=1), 350)
    60000
    """
    return round(length.syllables * 60_000 / rate) + pauses_ms(length)


def fit_rate(readings: Iterable[tuple[SpokenLength, float]]) -> int | None:
    """Return the rate, in syllables a minute, of who took so many milliseconds for each of these scripts.

    Least squares: with the pauses of the model taken off each time, the one rate whose read times differ
    least from the times taken. Scripts without a syllable say nothing and are passed over. None where there
    is nothing to learn from, where a script took no longer than its pauses, and where the rate is not
    between :data:`SLOWEST_RATE` and :data:`FASTEST_RATE`: a reading broken off, or a clock left running.

    >>> fit_rate([(SpokenLength(350, 2, 1), 60_350), (SpokenLength(700, 1, 1), 120_000)])
    350
    >>> fit_rate([(SpokenLength(350, 1, 1), 200)]) is None
    True
    """
    voiced = squares = 0.0
    for length, taken_ms in readings:
        if length.syllables:
            speaking = taken_ms - pauses_ms(length)
            if not 0 < speaking < float("inf"):
                return None
            voiced += length.syllables * speaking
            squares += length.syllables**2
    if not squares:
        return None
    rate = round(60_000 * squares / voiced)
    return rate if SLOWEST_RATE <= rate <= FASTEST_RATE else None


def clock_length(ms: int) -> str:
    """Write a length as minutes and seconds with a colon: 74,000 ms is "1:14"."""
    seconds = (ms + 500) // 1000
    return f"{seconds // 60}:{seconds % 60:02d}"
