"""One contract over all engines, kept in their real worker processes."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest

from newsdesk.errors import VoiceMissing
from newsdesk.speech.engine import Voicing
from newsdesk.speech.engines import ENGINES
from newsdesk.speech.synthesiser import Rests, Synthesiser
from newsdesk.spoken.sentences import Sentence
from newsdesk.spoken.syllables import syllables
from tests.speech.copy import LONG, sentence, story

NO_RESTS = Rests(0, 0)
RATE = 350


@pytest.fixture(scope="module")
def synthesiser() -> Iterator[Synthesiser]:
    synthesiser = Synthesiser()
    yield synthesiser
    synthesiser.close()


every_engine = pytest.mark.parametrize("engine", [info.id for info in ENGINES])
SPOKEN_ENGINES = [info.id for info in ENGINES if info.offered]


def say(
    synthesiser: Synthesiser,
    engine: str,
    sentences: list[Sentence],
    rate: int = RATE,
    rests: Rests = NO_RESTS,
):
    """Return (marks in ms from the beginning, samples, sample rate)."""
    marks, sound, sample_rate, samples = [], [], 0, 0
    for piece in synthesiser.speak(sentences, Voicing(engine, rate_spm=rate), rests):
        sample_rate = piece.sample_rate
        before = samples * 1000 / sample_rate
        marks += [mark._replace(at_ms=round(before + mark.at_ms)) for mark in piece.marks]
        sound.append(piece.pcm)
        samples += len(piece.pcm) // 2
    return marks, b"".join(sound), sample_rate


def length_ms(pcm: bytes, sample_rate: int) -> float:
    return len(pcm) / 2 * 1000 / sample_rate


@every_engine
def test_every_word_has_its_mark_in_order_over_its_own_characters(synthesiser, engine):
    copy = story("Wali kota, Santoso, hadir.", LONG)
    marks, pcm, sample_rate = say(synthesiser, engine, copy)
    words = [word for one in copy for word in one.words]
    assert [(mark.start, mark.end, mark.spoken) for mark in marks] == [
        (w.start, w.end, w.text) for w in words
    ]
    times = [mark.at_ms for mark in marks]
    assert times == sorted(times)
    assert times[0] == 0
    assert times[-1] < length_ms(pcm, sample_rate)


@every_engine
@pytest.mark.parametrize("rate", [240, 350, 480])
def test_the_rate_is_syllables_a_minute_within_five_percent(synthesiser, engine, rate):
    copy = story(
        "Warga kampung itu mengeluhkan genangan air, karena saluran tersumbat sejak bulan lalu.",
        "Harga cabai rawit di pasar kota naik menjadi lima puluh ribu rupiah sekilogram.",
        "Hujan sedang diperkirakan turun merata, mulai siang sampai malam hari.",
        LONG,
    )
    _, pcm, sample_rate = say(synthesiser, engine, copy, rate)
    said = sum(syllables(word.text) for one in copy for word in one.words)
    assert said * 60_000 / length_ms(pcm, sample_rate) == pytest.approx(rate, rel=0.05)


@every_engine
def test_an_unknown_voice_is_refused_and_never_said_in_another(synthesiser, engine):
    with pytest.raises(VoiceMissing) as missing:
        list(synthesiser.speak([sentence("Satu dua tiga.")], Voicing(engine, "zz-tidak-ada"), NO_RESTS))
    assert (missing.value.engine, missing.value.voice) == (engine, "zz-tidak-ada")
    assert say(synthesiser, engine, [sentence("Satu dua tiga.")])[1], "the worker goes on after the refusal"


@every_engine
def test_it_has_an_indonesian_voice_and_lists_it_first(synthesiser, engine):
    assert synthesiser.voices(engine)[0].language == "id"


@every_engine
@pytest.mark.parametrize(
    "text",
    [
        'Harga <b>beras</b> & gula [[naik]] "dua" \'kali\' </speak> &amp; <mark name="9"/> lagi.',
        "<break time='60s'/> selesai.",
        "kosong\x00nol \x07 \x1b[31m akhir.",
        "senang 😀 \U0001f1ee\U0001f1e9 sekali.",
        "kata שלום عربي 中文 kata.",
        "pengganti \ud800 tunggal.",
        "espeak --help; rm -rf /.",
    ],
)
def test_anything_in_the_script_is_said_as_text_with_all_its_marks(synthesiser, engine, text):
    one = sentence(text)
    marks, pcm, sample_rate = say(synthesiser, engine, [one])
    assert [mark.spoken for mark in marks] == [word.text for word in one.words]
    assert 0 < length_ms(pcm, sample_rate) < 25_000


@every_engine
def test_punctuation_alone_has_marks_and_a_worker_that_goes_on(synthesiser, engine):
    copy = story("... — !", "satu dua.")
    marks, pcm, _ = say(synthesiser, engine, copy)
    assert [mark.spoken for mark in marks] == ["...", "—", "!", "satu", "dua"]
    assert pcm


@every_engine
def test_a_sentence_without_words_is_passed_over(synthesiser, engine):
    nothing = Sentence(0, 0, (), (), True)
    marks, _, _ = say(synthesiser, engine, [nothing, sentence("satu."), nothing])
    assert [mark.spoken for mark in marks] == ["satu"]
    assert say(synthesiser, engine, [nothing]) == ([], b"", 0)


@every_engine
def test_a_sentence_of_two_thousand_words_keeps_every_mark(synthesiser, engine):
    one = sentence(" ".join(["kata"] * 2000) + ".")
    marks, _, _ = say(synthesiser, engine, [one], rate=600)
    assert [(mark.start, mark.end) for mark in marks] == [(word.start, word.end) for word in one.words]


@every_engine
def test_the_rest_between_sentences_is_ours_and_none_stands_at_the_end(synthesiser, engine):
    copy = [sentence("satu dua."), sentence("tiga empat.", ends_paragraph=True), sentence("lima enam.")]
    _, close, sample_rate = say(synthesiser, engine, copy)
    _, rested, _ = say(synthesiser, engine, copy, rests=Rests(400, 300))
    assert length_ms(rested, sample_rate) - length_ms(close, sample_rate) == pytest.approx(400 + 700, abs=20)


@pytest.mark.parametrize("engine", SPOKEN_ENGINES)
def test_what_offered_engines_say_is_loud_enough_to_hear(synthesiser, engine):
    _, pcm, _ = say(synthesiser, engine, [sentence(LONG)])
    loudest = max(abs(sample) for sample in memoryview(pcm).cast("h"))
    assert 3_000 < loudest <= 32_768
    assert pcm[-2:] != b"\0\0", "the engine's own end silence is cut"


def test_espeak_marks_stand_where_the_sound_begins(synthesiser):
    """Between words with a comma there is true silence: the mark has to stand at its end."""
    one = sentence("satu, dua, tiga, empat, lima.")
    marks, pcm, sample_rate = say(synthesiser, "espeak", [one])
    samples = memoryview(pcm).cast("h")
    window = sample_rate // 100
    loud = [any(abs(s) > 300 for s in samples[at : at + window]) for at in range(0, len(samples), window)]
    onsets = [at * 10 for at, (was, now) in enumerate(itertools.pairwise([False, *loud])) if now and not was]
    for mark in marks:
        assert min(abs(mark.at_ms - onset) for onset in onsets) <= 60, (mark, onsets)


def test_espeak_gives_its_first_sound_before_it_has_said_the_sentence():
    fresh = Synthesiser(kept_bytes=0)
    pieces = list(fresh.speak([sentence(LONG)], Voicing("espeak"), NO_RESTS))
    fresh.close()
    assert len(pieces) > 50
    assert length_ms(pieces[0].pcm, pieces[0].sample_rate) <= 120


def test_two_engines_speak_side_by_side(synthesiser):
    one = synthesiser.speak(story("satu.", LONG), Voicing("espeak"), NO_RESTS)
    other = synthesiser.speak(story("satu.", LONG), Voicing("pyttsx3"), NO_RESTS)
    assert next(one).marks[0].spoken == next(other).marks[0].spoken == "satu"
    assert synthesiser.worker_pid("espeak") != synthesiser.worker_pid("pyttsx3")
    assert list(one)[-1].sentence == list(other)[-1].sentence == 1


def test_an_unknown_engine_is_a_missing_voice(synthesiser):
    with pytest.raises(VoiceMissing):
        synthesiser.voices("tidak-ada")
