"""The rest between words: only the Indonesian voice has it, and a word's mark stands behind it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from newsdesk.speech.engine import Voicing
from newsdesk.speech.synthesiser import Rests, Synthesiser
from tests.speech.copy import sentence


@pytest.fixture
def synthesiser() -> Iterator[Synthesiser]:
    synthesiser = Synthesiser()
    yield synthesiser
    synthesiser.close()


def say(synthesiser: Synthesiser, voicing: Voicing) -> tuple[list[int], list[tuple[int, int]]]:
    """Return the marks of six words, and where true silence of at least 10 ms begins and ends, in ms."""
    pieces = list(synthesiser.speak([sentence("lima malam enam dua dalam rumah")], voicing, Rests(0, 0)))
    marks: list[int] = []
    pcm = b""
    for piece in pieces:
        marks += [len(pcm) * 500 // piece.sample_rate + mark.at_ms for mark in piece.marks]
        pcm += piece.pcm
    samples = memoryview(pcm).cast("h")
    silences: list[tuple[int, int]] = []
    began: int | None = None
    for at, sample in enumerate(samples):
        if not sample:
            began = at if began is None else began
        elif began is not None:
            start, end = (place * 1000 // pieces[0].sample_rate for place in (began, at))
            silences += [(start, end)] if end - start >= 10 else []
            began = None
    return marks, silences


@pytest.mark.parametrize("rate", [160, 350, 500])
def test_a_words_mark_stands_where_its_sound_begins_after_the_rest(synthesiser, rate):
    marks, silences = say(synthesiser, Voicing("espeak", rate_spm=rate))
    assert marks[0] <= 10
    assert len(silences) >= 5
    for mark in marks[1:]:
        assert min(abs(mark - end) for _, end in silences) <= 2, (mark, silences)


def test_another_voice_says_its_words_into_one_another_as_its_language_does(synthesiser):
    marks, silences = say(synthesiser, Voicing("espeak", "it", rate_spm=350))
    assert len(marks) == 6
    assert len(silences) < 5, "a stop has its own silence"


def test_the_rest_goes_and_comes_with_the_voice(synthesiser):
    indonesian = Voicing("espeak", rate_spm=350)
    before = say(synthesiser, indonesian)[1]
    say(synthesiser, Voicing("espeak", "it", rate_spm=350))
    assert len(say(synthesiser, indonesian._replace(rate_spm=351))[1]) == len(before) >= 5
