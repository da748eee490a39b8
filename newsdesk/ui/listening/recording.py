"""What has been heard of so far: the sound that came, and where its words and sentences begin."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsdesk.services.previewing import Mark, SpokenPiece
    from newsdesk.spoken.sentences import Sentence


class Recording:
    """Grows piece by piece while a voice speaks. Times are milliseconds from its beginning.

    ``expected`` are the estimated beginnings of its sentences and, last, its estimated end: they hold for
    what has not come yet.
    """

    def __init__(self, sentences: Sequence[Sentence], expected: Sequence[int]) -> None:
        self.sentences = tuple(sentences)
        self.sample_rate = 0
        self.complete = False
        self.pcm = bytearray()
        self._expected = tuple(expected)
        self._marks: list[Mark] = []
        self._mark_times: list[int] = []
        self._begun: dict[int, int] = {}

    def add(self, piece: SpokenPiece) -> None:
        """Take the next piece."""
        self.sample_rate = piece.sample_rate
        before = self.come_ms
        self._begun.setdefault(piece.sentence, before)
        self.pcm += piece.pcm
        for mark in piece.marks:
            self._marks.append(mark)
            self._mark_times.append(before + mark.at_ms)

    @property
    def come_ms(self) -> int:
        """How much sound there is."""
        return len(self.pcm) // 2 * 1000 // self.sample_rate if self.sample_rate else 0

    @property
    def length_ms(self) -> int:
        """How long it is; an estimate until it is complete."""
        if self.complete:
            return self.come_ms
        last = max(self._begun, default=0)
        ahead = self._expected[-1] - self._expected[last] if self._expected else 0
        return max(self.come_ms, self._begun.get(last, 0) + ahead)

    @property
    def ticks(self) -> list[int]:
        """Where each sentence begins: as it came, estimated for those to come."""
        last = max(self._begun, default=0)
        shift = self._begun.get(last, 0) - (self._expected[last] if self._expected else 0)
        return [self._begun.get(at, start + shift) for at, start in enumerate(self._expected[:-1])]

    def word_at(self, ms: float) -> Mark | None:
        """Return the word being said at ``ms``."""
        at = bisect_right(self._mark_times, ms) - 1
        return self._marks[at] if at >= 0 else None

    def sentence_at(self, ms: float) -> Sentence | None:
        """Return the sentence being said, or just said, at ``ms``."""
        begun = [number for number, start in self._begun.items() if start <= ms]
        return self.sentences[max(begun)] if begun else None
