"""The table of words that espeak-ng says wrongly: every entry has sound, and nothing else is phonemes."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from newsdesk.speech.engine import Utterance, Voicing
from newsdesk.speech.engines import espeak_words
from newsdesk.speech.espeak_library import EspeakLibrary
from newsdesk.speech.synthesiser import Rests, Synthesiser
from newsdesk.spoken.letters import NAMES
from newsdesk.spoken.syllables import syllables
from tests.speech.copy import sentence

TABLE = espeak_words.load()
PHONEME = re.compile(r"tS|dZ|n\^|aI|eI|aU|E2|R2|[@aeEiOoupbtdkg?fvszSxhmnNlRr*wj]")
"""The phonemes of espeak-ng's Indonesian; with ' before a stressed vowel and _ for a short rest."""


@pytest.fixture
def synthesiser() -> Iterator[Synthesiser]:
    synthesiser = Synthesiser()
    yield synthesiser
    synthesiser.close()


def say(synthesiser: Synthesiser, text: str, rate: int = 350) -> tuple[list[int], bytes, int]:
    """Return where the marks stand in ms, the samples and their rate."""
    pieces = list(synthesiser.speak([sentence(text)], Voicing("espeak", rate_spm=rate), Rests(0, 0)))
    marks: list[int] = []
    samples = 0
    for piece in pieces:
        marks += [round(samples * 1000 / piece.sample_rate) + mark.at_ms for mark in piece.marks]
        samples += len(piece.pcm) // 2
    return marks, b"".join(piece.pcm for piece in pieces), pieces[0].sample_rate


def length_ms(pcm: bytes, sample_rate: int) -> float:
    return len(pcm) * 500 / sample_rate


def test_every_entry_is_a_small_word_with_phonemes_the_voice_has_and_one_stress():
    for form, phonemes in TABLE.items():
        assert form == form.lower() and form.isalpha(), form
        assert phonemes.count("'") == 1, (form, phonemes)
        assert PHONEME.sub("", re.sub("['_]", "", phonemes)) == "", (form, phonemes)


def test_every_entry_is_said_with_sound_and_has_its_mark(synthesiser):
    forms = sorted(TABLE)
    marks, pcm, sample_rate = say(synthesiser, " ".join(forms))
    assert len(marks) == len(forms)
    samples = memoryview(pcm).cast("h")
    ends = [*marks[1:], length_ms(pcm, sample_rate)]
    for form, start, end in zip(forms, marks, ends, strict=True):
        part = samples[round(start * sample_rate / 1000) : round(end * sample_rate / 1000)]
        assert end - start >= 40, form
        assert max(map(abs, part)) > 1_000, form


def test_a_word_has_as_many_syllables_in_the_table_as_on_the_page():
    """The rate is counted in syllables of the written word."""
    for form, phonemes in TABLE.items():
        vowels = re.findall(r"aI|aU|eI|E2|[@aeEiOou]", phonemes)
        assert len(vowels) == syllables(form), (form, phonemes)


def test_the_letters_are_left_to_the_voice_on_purpose():
    """None of four ways to say them with phonemes was understood better on both sets of sentences."""
    assert not TABLE.keys() & set(NAMES.values())


class Listener:
    """Counts what it hears."""

    samples = 0

    def word(self, index: int, sample: int) -> None:
        """The marks do not matter here."""

    def sound(self, pcm: bytes, sample_rate: int) -> bool:
        self.samples += len(pcm) // 2
        return True

    def alive(self) -> None:
        """Nobody waits."""


@pytest.mark.parametrize("engine_rate", [140, 175, 250])
def test_the_table_keeps_the_rate_that_was_calibrated_without_it_within_five_percent(engine_rate):
    copy = sentence(
        "Presiden memulai rapat kerja di Jember, Senin sembilan September, dengan lebih dari dua puluh "
        "persen pegawai dan seribu lima ratus warga yang menerima dua juta rupiah dekat kantor kota itu."
    )
    words = tuple(word.text for word in copy.words)
    library = EspeakLibrary("espeak")
    assert library.use("id")
    lengths: list[int] = []
    for phonemes in ({}, TABLE):
        listener = Listener()
        library.say(Utterance(words, copy.pauses, "", 350), engine_rate, listener, phonemes)
        lengths.append(listener.samples)
    assert lengths[1] == pytest.approx(lengths[0], rel=0.05)


def test_capitals_do_not_keep_a_word_from_its_entry(synthesiser):
    written = say(synthesiser, "persen dengan")
    other = Synthesiser()  # a worker of its own: espeak-ng's sound depends on what it said before
    try:
        assert say(other, "PERSEN Dengan") == written
    finally:
        other.close()


@pytest.mark.parametrize(
    "written", ["[[b@l'as]]", "&#91;&#91;b@l'as]]", "[[b@l'as", "[\u200b[b@l'as]]", "x[[b@l'as]]"]
)
def test_brackets_in_the_script_are_never_phonemes(synthesiser, written):
    """They are said by sign and letter, as it may be: not as the two syllables that the phonemes give."""
    marks, _, _ = say(synthesiser, f"kata {written} akhir")
    assert len(marks) == 3
    assert marks[2] - marks[1] > 2 * length_ms(*say(synthesiser, "belas")[1:])


def test_a_cancel_is_heard_in_the_middle_of_phonemes(synthesiser):
    pieces = synthesiser.speak([sentence(" ".join(["persen"] * 70))], Voicing("espeak"), Rests(0, 0))
    next(pieces)
    synthesiser.cancel()
    assert sum(1 for _ in pieces) <= 2
    assert say(synthesiser, "satu")[1], "the worker goes on"
