"""Read time: how long an announcer takes for a script.

The one place of the time model: syllables at the announcer's rate, plus a pause at every sentence and
paragraph end.
"""

from __future__ import annotations

from dataclasses import dataclass

SENTENCE_PAUSE_MS = 350
"""What a newsreader rests at a full stop."""
PARAGRAPH_PAUSE_MS = 350
"""What a paragraph end adds to the sentence's own pause."""


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


def read_time_ms(length: SpokenLength, rate: int) -> int:
    """Return the read time in milliseconds at ``rate`` syllables a minute.

    The last sentence's pause belongs to whatever follows and is not counted.

    >>> read_time_ms(SpokenLength(syllables=350, sentences=1, paragraphs=1), 350)
    60000
    """
    pauses = max(0, length.sentences - 1) * SENTENCE_PAUSE_MS
    pauses += max(0, length.paragraphs - 1) * PARAGRAPH_PAUSE_MS
    return round(length.syllables * 60_000 / rate) + pauses


def clock_length(ms: int) -> str:
    """Write a length as minutes and seconds with a colon: 74,000 ms is "1:14"."""
    seconds = (ms + 500) // 1000
    return f"{seconds // 60}:{seconds % 60:02d}"
