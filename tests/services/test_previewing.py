"""Listening, with the real worker."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

import pytest

from newsdesk.domain.timing import SpokenLength, read_time_ms
from newsdesk.errors import NothingToSay, VoiceMissing
from newsdesk.services.previewing import Previewing, SpokenPiece, Voicing
from newsdesk.speech.synthesiser import Synthesiser
from newsdesk.spoken.sentences import Sentence
from newsdesk.spoken.syllables import syllables
from tests.speech.copy import LONG, story

ESPEAK = Voicing("espeak")
COPY = story("Harga beras naik, kata Santoso.", LONG, "Warga menunggu.")


@pytest.fixture(scope="module")
def previewing() -> Iterator[Previewing]:
    previewing = Previewing(Synthesiser())
    yield previewing
    previewing.close()


def test_only_real_engines_can_be_chosen(previewing):
    engines = [engine.id for engine in previewing.engines()]
    assert engines[:3] == ["espeak", "pyttsx3", "onnx"]
    assert "silent" not in engines


def test_the_default_voice_is_indonesian(previewing):
    assert previewing.voices("espeak")[0].language == "id"


def test_every_word_that_is_heard_has_its_mark(previewing):
    pieces = list(previewing.listen(COPY, ESPEAK))
    words = [word for sentence in COPY for word in sentence.words]
    assert [(m.start, m.end, m.spoken) for piece in pieces for m in piece.marks] == [
        (w.start, w.end, w.text) for w in words
    ]
    assert [piece.sentence for piece in pieces] == sorted(piece.sentence for piece in pieces)


def test_sound_takes_the_time_that_the_read_time_says(previewing):
    length_ms = sum(length_ms_of(piece) for piece in previewing.listen(COPY, ESPEAK))
    said = sum(syllables(word.text) for sentence in COPY for word in sentence.words)
    assert length_ms == pytest.approx(read_time_ms(SpokenLength(said, 3, 1), 350), rel=0.06)


def test_nothing_to_say_is_said(previewing):
    for nothing in ([], [Sentence(0, 0, (), (), True)]):
        with pytest.raises(NothingToSay):
            list(previewing.listen(nothing, ESPEAK))


def test_punctuation_alone_is_next_to_no_sound(previewing):
    pieces = list(previewing.listen(story("... !"), ESPEAK))
    assert sum(length_ms_of(piece) for piece in pieces) < 1000
    assert len([mark for piece in pieces for mark in piece.marks]) == 2


def test_an_unknown_voice_is_never_said_in_another(previewing):
    with pytest.raises(VoiceMissing):
        list(previewing.listen(COPY, Voicing("pyttsx3", "tidak-ada")))


@pytest.mark.parametrize("engine", ["espeak", "pyttsx3"])
def test_fifty_requests_in_a_row_are_fifty_right_sounds(previewing, engine):
    for turn in range(50):
        copy = story("satu dua tiga." if turn % 2 else f"Harga beras {turn}.")
        pieces = list(previewing.listen(copy, Voicing(engine, rate_spm=400)))
        assert len([mark for piece in pieces for mark in piece.marks]) == 3
        assert sum(length_ms_of(piece) for piece in pieces) > 500


def length_ms_of(piece: SpokenPiece) -> float:
    return len(piece.pcm) / 2 * 1000 / piece.sample_rate


def test_a_second_hearing_says_the_same_words_at_the_same_moments(previewing):
    def heard() -> list[tuple[int, str]]:
        marks, samples = [], 0
        for piece in previewing.listen(COPY, ESPEAK._replace(pitch=7)):
            marks += [(round(samples / piece.sample_rate * 1000 + m.at_ms), m.spoken) for m in piece.marks]
            samples += len(piece.pcm) // 2
        return [*marks, (samples, "")]

    first, second = heard(), heard()
    assert [word for _, word in second] == [word for _, word in first]
    assert second[-1] == first[-1]
    assert all(abs(one - other) <= 2 for (one, _), (other, _) in zip(first, second, strict=True))


def test_two_that_are_heard_in_turns_do_not_mix(previewing):
    """Two stories at once, by one engine and by two: every piece is of its own story."""
    other = story("Hujan turun merata sejak pagi.", "Jalan macet.", "Sungai meluap.")
    peer = Voicing("pyttsx3", rate_spm=401)
    for voicings in ((ESPEAK, peer), (peer, peer), (ESPEAK, ESPEAK)):
        turns = zip_longest(
            previewing.listen(COPY, voicings[0]), previewing.listen(other, voicings[1]), fillvalue=None
        )
        heard: tuple[list[str], list[str]] = ([], [])
        for pieces in turns:
            for words, piece in zip(heard, pieces, strict=True):
                words += [mark.spoken for mark in piece.marks] if piece else []
        for words, copy in zip(heard, (COPY, other), strict=True):
            assert words == [word.text for sentence in copy for word in sentence.words]
