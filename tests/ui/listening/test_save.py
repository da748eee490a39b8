"""Saving a sound file from the window: its progress, and out again."""

from __future__ import annotations

import pytest

from newsdesk.audio.formats import SoundSpec
from newsdesk.errors import CannotSave
from newsdesk.services.previewing import Voicing
from newsdesk.services.sound_files import CutInfo, Purpose, SoundFiles
from newsdesk.ui.listening import saved_sounds
from newsdesk.ui.listening.save import Order, SoundSaver
from newsdesk.ui.listening.saved_sounds import SavedSound
from newsdesk.ui.tasks import Tasks
from tests.speech.copy import LONG, story

COPY = story("Wali kota hadir.", "Warga menunggu.")


@pytest.fixture
def files(previewing) -> SoundFiles:
    return SoundFiles(previewing, lambda text: story(text))


def order(path, sentences=COPY) -> Order:
    cut = CutInfo("Indeks naik", slug="STATISTIK-OPD")
    return Order(sentences, Voicing("espeak"), path, SoundSpec(), Purpose.PREVIEW, cut)


def watched(saver: SoundSaver) -> list[tuple]:
    told: list[tuple] = []
    saver.went_on.connect(lambda step: told.append(("step", step.number)))
    saver.saved.connect(lambda done: told.append(("saved", done.path)))
    saver.failed.connect(lambda error: told.append(("failed", type(error))))
    saver.cancelled.connect(lambda: told.append(("cancelled",)))
    return told


def test_progress_goes_by_sentences_and_the_file_is_there_when_it_says_so(tasks, files, tmp_path):
    path = tmp_path / "a b.wav"
    saver = SoundSaver(tasks)
    told = watched(saver)
    saver.save(files, order(path))
    assert told[:2] == [("step", 1), ("step", 2)]
    assert told[-1] == ("saved", path)
    assert path.stat().st_size > 40_000
    assert not saver.at_work


def test_a_place_that_cannot_be_written_is_told(tasks, files, tmp_path):
    (tmp_path / "berkas").write_text("")
    saver = SoundSaver(tasks)
    told = watched(saver)
    saver.save(files, order(tmp_path / "berkas" / "a.wav"))
    assert told[-1] == ("failed", CannotSave)
    assert not saver.at_work


def test_cancelling_leaves_no_file_and_the_next_one_can_be_saved(qtbot, files, tmp_path):
    tasks = Tasks()
    saver = SoundSaver(tasks)
    told = watched(saver)
    saver.save(files, order(tmp_path / "a.wav", story(*[LONG] * 60)))
    qtbot.waitUntil(lambda: ("step", 1) in told)
    saver.cancel()
    assert told[-1] == ("cancelled",)
    assert tasks.close()
    assert list(tmp_path.iterdir()) == []
    again = Tasks()
    saver = SoundSaver(again)
    with qtbot.waitSignal(saver.saved, timeout=8000):
        saver.save(files, order(tmp_path / "a.wav"))
    assert again.close()


def test_a_script_is_heard_while_a_long_file_is_saved(qtbot, files, previewing, speaker, tmp_path):
    from newsdesk.ui.listening.passage import Passage, Playing
    from newsdesk.ui.listening.player import Player

    tasks = Tasks()
    saver = SoundSaver(tasks)
    player = Player(tasks, lambda: Voicing("espeak"), speaker)
    player.opened(previewing)
    player.follow(lambda passage: COPY)
    saver.save(files, order(tmp_path / "a.wav", story(*[LONG] * 150)))
    player.listen(Passage.STORY)
    qtbot.waitUntil(lambda: player.state is Playing.SAYING, timeout=3000)
    assert saver.at_work
    player.stop()
    saver.cancel()
    assert tasks.close()


def test_the_files_saved_last_are_remembered_one_a_path_and_not_without_end():
    kept = ""
    for number in range(60):
        kept = saved_sounds.with_new(
            kept, SavedSound("Redaksi", 7, f"/{number % 50}.wav", "0f", "10.04", 2, False)
        )
    sounds = saved_sounds.read(kept)
    assert len(sounds) == len({one.path for one in sounds}) == 40
    assert saved_sounds.of_story(kept, "Redaksi", 7).path == "/9.wav"
    assert saved_sounds.of_story(kept, "Pemilu", 7) is None


@pytest.mark.parametrize("damaged", ["", "x", "{}", "[1]", "[[1, 2]]", "null"])
def test_damaged_settings_remember_nothing(damaged):
    assert saved_sounds.read(damaged) == []
