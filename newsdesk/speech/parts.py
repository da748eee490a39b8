"""What one request is: a sentence, or a part of a very long one, and the rest after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsdesk.speech.engine import Utterance, Voicing
from newsdesk.spoken.sentences import Sentence
from newsdesk.spoken.text import SpokenWord

MOST_WORDS = 80
"""A longer sentence is said in parts, so that one request stays small."""


class Rests(NamedTuple):
    """The silence after a sentence, and what a paragraph's end adds to it, in milliseconds."""

    sentence_ms: int
    paragraph_ms: int

    def after(self, sentence: Sentence) -> int:
        """Return the rest after one sentence."""
        return self.sentence_ms + (self.paragraph_ms if sentence.ends_paragraph else 0)


class Part(NamedTuple):
    """Words said in one go; ``sentence`` is the place of their sentence among those asked for."""

    sentence: int
    words: tuple[SpokenWord, ...]
    pauses: tuple[str, ...]
    rest_ms: int

    def utterance(self, voicing: Voicing) -> Utterance:
        """Return it as an engine takes it."""
        words = tuple(word.text for word in self.words)
        return Utterance(words, self.pauses, voicing.voice, voicing.rate_spm, voicing.pitch)


def parts(sentences: Iterable[Sentence], rests: Rests) -> Iterator[Part]:
    """Cut sentences longer than MOST_WORDS, at the last punctuation before that where there is any."""
    numbered = [(number, sentence) for number, sentence in enumerate(sentences) if sentence.words]
    for place, (number, sentence) in enumerate(numbered):
        rest = rests.after(sentence) if place + 1 < len(numbered) else 0
        start, count = 0, len(sentence.words)
        while start < count:
            end = min(start + MOST_WORDS, count)
            if end < count:
                pauses = [at + 1 for at in range(start, end) if sentence.pauses[at]]
                end = pauses[-1] if pauses else end
            words, said = sentence.words[start:end], sentence.pauses[start:end]
            yield Part(number, words, said, rest if end == count else 0)
            start = end
