"""What is heard, sentence by sentence: the sound that came, its words, and its place in time.

A script may change while it is heard. Sentences that stay the same keep their sound; the others are made
again; the one being said is said to its end as it was.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence
from difflib import SequenceMatcher
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newsdesk.services.previewing import SpokenPiece
    from newsdesk.spoken.sentences import Sentence
    from newsdesk.spoken.text import SpokenWord

Moved = Callable[[int, int], tuple[int, int]]
"""Gives where a span of the script as it was stands now; (-1, -1) when it is gone."""


KEPT_BEHIND_MS = 120_000
"""Sound kept behind the ear, for whoever goes back. What is older is made again when it is wanted: a story of
10,000 words is 200 MB of sound."""


class Cue(NamedTuple):
    """One story or passage to be heard; ``story`` is 0 and ``slug`` "" for the script on the desk.

    ``body`` is the text of a story that its sentences were read from.
    """

    sentences: Sequence[Sentence]
    story: int = 0
    slug: str = ""
    body: str = ""


class SaidSentence:
    """One sentence and its sound. ``made``: all of it came. ``cue`` numbers the story it belongs to."""

    def __init__(self, sentence: Sentence, cue: int, expected_ms: int) -> None:
        self.sentence = sentence
        self.cue = cue
        self.number = 0
        self.made = False
        self.sample_rate = 0
        self.pcm = bytearray()
        self.stale = False
        """Its words have changed since; it is being said as it was."""
        self.successor: Sentence | None = None
        self._expected_ms = expected_ms
        self._mark_times: list[int] = []
        self._marked: list[int] = []

    def add(self, piece: SpokenPiece) -> None:
        """Take the next piece of its sound; the marks name its words."""
        self.sample_rate = piece.sample_rate
        before = self.come_ms
        self.pcm += piece.pcm
        word = self._marked[-1] + 1 if self._marked else 0
        for mark in piece.marks:
            wanted = (mark.spoken, mark.start, mark.end)
            while word < len(self.sentence.words) and tuple(self.sentence.words[word]) != wanted:
                word += 1
            if word < len(self.sentence.words):
                self._mark_times.append(before + mark.at_ms)
                self._marked.append(word)

    def rest(self, ms: int) -> None:
        """Be silent for ``ms`` after it."""
        self.pcm += bytes(2 * (ms * self.sample_rate // 1000))

    def forget(self, expected_ms: int) -> None:
        """Throw its sound away: it is to be made again, in about ``expected_ms``."""
        self.made = False
        self.sample_rate = 0
        self.pcm = bytearray()
        self._expected_ms = expected_ms
        self._mark_times, self._marked = [], []

    @property
    def come_ms(self) -> int:
        """How much sound there is."""
        return len(self.pcm) // 2 * 1000 // self.sample_rate if self.sample_rate else 0

    @property
    def length_ms(self) -> int:
        """How long it is; an estimate until it is made."""
        return self.come_ms if self.made else max(self._expected_ms, self.come_ms)

    def word_at(self, ms: float) -> SpokenWord | None:
        """Return the word being said ``ms`` after its beginning; the breath before the first is its own."""
        if not self._marked:
            return None
        return self.sentence.words[self._marked[max(0, bisect_right(self._mark_times, ms) - 1)]]


class Recording:
    """The sentences of all cues in their order. Times are milliseconds from its beginning.

    ``expect`` gives how long each of some sentences will take, by the time model of the read time.
    """

    def __init__(self, cues: Sequence[Cue], expect: Callable[[Sequence[Sentence]], Sequence[int]]) -> None:
        self.cues = tuple(cues)
        self.said: list[SaidSentence] = []
        self._expect = expect
        for number, cue in enumerate(cues):
            self.said += self._new(cue.sentences, number)
        self._renumber()

    @property
    def length_ms(self) -> int:
        """How long it is; an estimate until it is all made."""
        return self._starts()[-1]

    @property
    def ticks(self) -> list[int]:
        """Where each sentence begins: as it came, estimated for those to come."""
        return self._starts()[:-1]

    def start_of(self, said: SaidSentence) -> int:
        """Return where a sentence begins."""
        return self._starts()[said.number]

    def at(self, ms: int) -> tuple[SaidSentence, int] | None:
        """Return the sentence at ``ms`` and how far into it that is."""
        if not self.said:
            return None
        starts = self._starts()
        number = min(max(0, bisect_right(starts, ms) - 1), len(self.said) - 1)
        return self.said[number], max(0, ms - starts[number])

    def after(self, said: SaidSentence) -> SaidSentence | None:
        """Return the next sentence; None after the last one."""
        following = said.number + 1
        return self.said[following] if following < len(self.said) else None

    def before(self, said: SaidSentence) -> SaidSentence:
        """Return the sentence before; the first one stays the first."""
        return self.said[max(0, said.number - 1)]

    def release_behind(self, said: SaidSentence) -> None:
        """Let go of sound heard longer ago than KEPT_BEHIND_MS before ``said``; its place and length stay."""
        kept, number = 0, said.number - 1
        while number >= 0 and kept < KEPT_BEHIND_MS:
            kept += self.said[number].length_ms
            number -= 1
        while number >= 0 and self.said[number].pcm:
            self.said[number].forget(self.said[number].length_ms)
            number -= 1

    def measure_again(self) -> None:
        """Sound came or went: lengths are new."""
        self._times = None

    def forget(self, kept: Collection[SaidSentence]) -> None:
        """Have everything made again (another rate or voice) but the sentences in ``kept``."""
        lengths = self._expect([one.sentence for one in self.said])
        for one, length in zip(self.said, lengths, strict=True):
            if one not in kept:
                one.forget(length)
        self._times = None

    def change(
        self, cue: int, sentences: Sequence[Sentence], kept: Collection[SaidSentence], moved: Moved
    ) -> None:
        """Take a cue's sentences as the script has them now.

        Those in ``kept`` are being said: they stay as they were, at the place of what they became, and
        ``moved`` puts their words where they stand now. :meth:`settle` makes them new once they are over.
        """
        old = [one for one in self.said if one.cue == cue]
        first = self.said.index(old[0]) if old else len(self.said)
        matched = SequenceMatcher(
            None, [_sounds(one.sentence) for one in old], [_sounds(one) for one in sentences], autojunk=False
        )
        now: list[SaidSentence] = []
        for kind, old_start, old_end, new_start, new_end in matched.get_opcodes():
            before, after = old[old_start:old_end], sentences[new_start:new_end]
            if kind == "equal":
                for one, sentence in zip(before, after, strict=True):
                    one.sentence, one.stale, one.successor = sentence, False, None
                now += before
            else:
                now += self._changed(before, after, cue, kept, moved)
        self.said[first : first + len(old)] = now
        self._renumber()

    def settle(self, said: SaidSentence) -> None:
        """A sentence was said to its end: if its words have changed, have it as it stands now."""
        if not said.stale:
            return
        if said.successor is None:
            self.said.remove(said)
        else:
            said.sentence, said.stale = said.successor, False
            said.forget(self._expect([said.sentence])[0])
            said.successor = None
        self._renumber()

    def _changed(
        self,
        before: Sequence[SaidSentence],
        after: Sequence[Sentence],
        cue: int,
        kept: Collection[SaidSentence],
        moved: Moved,
    ) -> list[SaidSentence]:
        """Return the sentences of a stretch that became ``after``; one being said stands at its place."""
        now = self._new(after, cue)
        for at, one in reversed(list(enumerate(before))):
            if one not in kept:
                continue
            one.stale, one.successor = True, None
            one.sentence = _put_at(one.sentence, moved)
            if at < len(after):
                one.successor = after[at]
                now[at] = one
            else:  # it has no counterpart any more
                now.insert(len(after), one)
        return now

    def _new(self, sentences: Sequence[Sentence], cue: int) -> list[SaidSentence]:
        lengths = self._expect(sentences)
        return [
            SaidSentence(sentence, cue, length) for sentence, length in zip(sentences, lengths, strict=True)
        ]

    def _renumber(self) -> None:
        for number, one in enumerate(self.said):
            one.number = number
        self._times: list[int] | None = None

    def _starts(self) -> list[int]:
        if self._times is None:
            self._times = list(accumulate((one.length_ms for one in self.said), initial=0))
        return self._times


def _sounds(sentence: Sentence) -> tuple[object, ...]:
    return tuple(word.text for word in sentence.words), sentence.pauses, sentence.ends_paragraph


def _put_at(sentence: Sentence, moved: Moved) -> Sentence:
    start, end = moved(sentence.start, sentence.end)
    words = [
        word._replace(start=at[0], end=at[1])
        for word in sentence.words
        for at in [moved(word.start, word.end)]
    ]
    return sentence._replace(start=start, end=end, words=tuple(words))
