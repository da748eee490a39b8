"""How far the saving of a sound file is, and where things stand in its sound."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

from newsdesk.audio.formats import Measured
from newsdesk.audio.label import Timer
from newsdesk.services.previewing import Mark
from newsdesk.spoken.sentences import Sentence

MOST_TIMERS = 8
"""A cart chunk holds no more (AES46)."""


class SavedStep(NamedTuple):
    """How far saving is: ``number`` of ``total`` sentences said, and ``done`` of all the work from 0 to 1.

    ``marks`` are those of the sentence just said, from the beginning of the file. ``measured`` comes with the
    last step: the file has its name then.
    """

    number: int
    total: int
    done: float
    marks: tuple[Mark, ...] = ()
    measured: Measured | None = None


class Said:
    """What has been said so far: the sentence, its marks and how many samples; ``number`` counts from 0.

    The script's own sentences are ``[first, end)`` of ``total``; the others are the notice.
    """

    def __init__(self, total: int, first: int, end: int) -> None:
        self.number = self.samples = self.rate = 0
        self._total, self._first, self._end = total, first, end
        self._begins = 0
        self._first_word: int | None = None
        self._marks: list[Mark] = []

    def add(self, number: int, marks: tuple[Mark, ...], samples: int, rate: int) -> None:
        """Take note of a piece."""
        self.number, self.rate = number, rate
        if number < self._first:
            self._begins = self.samples + samples
        self.samples += samples
        if self._first <= number < self._end:
            self._marks += marks
            if self._first_word is None and marks:
                self._first_word = marks[0].at_ms

    def step(self) -> SavedStep:
        """Return the step of the sentence just said; half of the work is the saying."""
        marks, self._marks = tuple(self._marks), []
        return SavedStep(self.number + 1, self._total, (self.number + 1) / self._total / 2, marks)

    def encoded(self, answer: float | Measured) -> SavedStep:
        """Return the step of an encoder's answer."""
        if isinstance(answer, Measured):
            return SavedStep(self._total, self._total, 1.0, measured=answer)
        return SavedStep(self._total, self._total, 0.5 + answer / 2)

    def timers(self, wanted: tuple[Timer, ...]) -> tuple[Timer, ...]:
        """Return the timers of the file: those wanted, and ours as there is room.

        Those wanted count from the script's first word. What is said before it is its introduction; the
        next cut may begin when all is said.
        """
        begins, end = self._at(self._begins), self._at(self.samples)
        ours = [Timer("AUDs", 0), Timer("AUDe", end), Timer("EOM", end), Timer("SEGs", end)]
        word = begins if self._first_word is None else self._first_word
        if begins:
            ours += [Timer("INTs", 0), Timer("INTe", word)]
        theirs = [timer._replace(at_ms=timer.at_ms + word) for timer in wanted]
        taken = {timer.name for timer in theirs}
        free = [timer for timer in ours if timer.name not in taken][: MOST_TIMERS - len(theirs)]
        return tuple(sorted([*theirs, *free], key=lambda timer: timer.at_ms))

    def _at(self, samples: int) -> int:
        return round(samples * 1000 / self.rate)


def fingerprint(sentences: Sequence[Sentence]) -> str:
    """Return sixteen hexadecimal figures that change when a word or a pause of the spoken form changes."""
    said = "\n".join(
        "\t".join(f"{word.text}{pause}" for word, pause in zip(sentence.words, sentence.pauses, strict=True))
        for sentence in sentences
    )
    return hashlib.blake2b(said.encode("utf-8", "replace"), digest_size=8).hexdigest()
