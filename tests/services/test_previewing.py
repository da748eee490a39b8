"""Listening and saving a preview, with the real worker."""

from __future__ import annotations

import wave
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdesk.domain.timing import SpokenLength, read_time_ms
from newsdesk.errors import CannotSave, NothingToSay, VoiceMissing
from newsdesk.services.previewing import Previewing, Voicing
from newsdesk.speech.synthesiser import Synthesiser
from newsdesk.spoken.sentences import Sentence
from newsdesk.spoken.syllables import syllables
from tests.speech.copy import LONG, story

ESPEAK = Voicing("espeak")
COPY = story("Harga beras naik, kata Santoso.", LONG, "Warga menunggu.")


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


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


def test_a_saved_preview_has_a_mark_for_every_word_and_says_that_it_is_one(previewing, tmp_path):
    path = tmp_path / "HARGA-BERAS pratinjau.wav"
    marks = previewing.save(COPY, path, ESPEAK)
    words = [word for sentence in COPY for word in sentence.words]
    assert [(mark.start, mark.end, mark.spoken) for mark in marks] == [
        (w.start, w.end, w.text) for w in words
    ]
    with wave.open(str(path)) as sound:
        length_ms = sound.getnframes() * 1000 / sound.getframerate()
    assert [mark.at_ms for mark in marks] == sorted(mark.at_ms for mark in marks)
    assert marks[-1].at_ms < length_ms
    assert b"ICMT\x0a\0\0\0pratinjau\0" in path.read_bytes()


def test_sound_takes_the_time_that_the_read_time_says(previewing, tmp_path):
    path = tmp_path / "a.wav"
    previewing.save(COPY, path, ESPEAK)
    with wave.open(str(path)) as sound:
        length_ms = sound.getnframes() * 1000 / sound.getframerate()
    said = sum(syllables(word.text) for sentence in COPY for word in sentence.words)
    assert length_ms == pytest.approx(read_time_ms(SpokenLength(said, 3, 1), 350), rel=0.06)


def test_saving_goes_sentence_by_sentence_and_can_be_left(previewing, tmp_path):
    steps = previewing.saving(COPY, tmp_path / "a.wav", ESPEAK)
    assert next(steps)[:2] == (1, 3)
    steps.close()
    assert names(tmp_path) == []
    assert [step[:2] for step in previewing.saving(COPY, tmp_path / "a.wav", ESPEAK)] == [
        (1, 3),
        (2, 3),
        (3, 3),
    ]
    assert names(tmp_path) == ["a.wav"]


def test_a_cancelled_save_leaves_no_file(previewing, tmp_path):
    steps = previewing.saving(COPY * 20, tmp_path / "a.wav", ESPEAK)
    next(steps)
    previewing.cancel()
    list(steps)
    assert names(tmp_path) == []


def test_nothing_to_say_is_said_and_no_file_is_made(previewing, tmp_path):
    for nothing in ([], [Sentence(0, 0, (), (), True)]):
        with pytest.raises(NothingToSay):
            list(previewing.listen(nothing, ESPEAK))
        with pytest.raises(NothingToSay):
            previewing.save(nothing, tmp_path / "a.wav", ESPEAK)
    assert names(tmp_path) == []


def test_punctuation_alone_is_an_empty_sound_not_a_failure(previewing, tmp_path):
    assert len(previewing.save(story("... !"), tmp_path / "a.wav", ESPEAK)) == 2
    with wave.open(str(tmp_path / "a.wav")) as sound:
        assert sound.getnframes() < 22_050


def test_an_unwritable_place_and_a_missing_voice_leave_nothing(previewing, tmp_path):
    with pytest.raises(CannotSave):
        previewing.save(COPY, tmp_path / "tidak" / "ada.wav", ESPEAK)
    with pytest.raises(VoiceMissing):
        previewing.save(COPY, tmp_path / "a.wav", Voicing("pyttsx3", "tidak-ada"))
    assert names(tmp_path) == []


@pytest.mark.parametrize("engine", ["espeak", "pyttsx3"])
def test_fifty_saves_in_a_row_are_fifty_right_files(previewing, tmp_path, engine):
    for turn in range(50):
        copy = story("satu dua tiga." if turn % 2 else "Harga beras naik.")
        assert len(previewing.save(copy, tmp_path / f"{turn}.wav", Voicing(engine, rate_spm=400))) == 3
    sizes = {file.stat().st_size // 4000 for file in tmp_path.iterdir()}
    assert len(list(tmp_path.iterdir())) == 50
    assert min(sizes) > 5
