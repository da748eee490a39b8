"""Saving a sound file from the window: its progress, and out again."""

from __future__ import annotations

import os

import pytest

from newsdesk.audio.encoding import Encoding
from newsdesk.audio.formats import SoundSpec
from newsdesk.errors import CannotSave, DiskFull
from newsdesk.services import sound_files
from newsdesk.services.previewing import Voicing
from newsdesk.services.sound_files import CutInfo, Purpose, SavedStep, SoundFiles
from newsdesk.ui.listening import saved_sounds
from newsdesk.ui.listening.save import Order, SoundSaver
from newsdesk.ui.listening.saved_sounds import SavedSound
from newsdesk.ui.listening.saving_progress import SavingProgress
from newsdesk.ui.tasks import Lane, Tasks
from tests.audio.sounds import wrapped
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


def test_a_file_that_may_not_be_written_is_told_and_stays_as_it_was(tasks, files, tmp_path, monkeypatch):
    path = tmp_path / "siaran é 1.wav"
    path.write_bytes(b"milik orang")
    path.chmod(0o400)
    refused = "os.access = lambda *_: False" if os.access(path, os.W_OK) else ""  # root may write anything
    monkeypatch.setattr(sound_files, "Encoding", lambda path: Encoding(path, lambda: wrapped(refused)))
    saver = SoundSaver(tasks)
    told = watched(saver)
    saver.save(files, order(path))
    assert told[-1] == ("failed", CannotSave)
    assert path.read_bytes() == b"milik orang"


def test_a_full_disk_is_told_and_leaves_nothing_half(tasks, files, tmp_path, monkeypatch):
    full = (
        "import pathlib; opened = pathlib.Path.open\n"
        "class Full:\n"
        "    def __init__(self, file): self.file = file\n"
        "    def write(self, raw): raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))\n"
        "    def __getattr__(self, name): return getattr(self.file, name)\n"
        "pathlib.Path.open = lambda path, *how: Full(opened(path, *how))"
    )
    monkeypatch.setattr(sound_files, "Encoding", lambda path: Encoding(path, lambda: wrapped(full)))
    saver = SoundSaver(tasks)
    told = watched(saver)
    saver.save(files, order(tmp_path / "siaran é 1.wav"))
    assert told[-1] == ("failed", DiskFull)
    assert list(tmp_path.iterdir()) == []


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
    assert [one.path for one in saved_sounds.of_story(kept, "Redaksi", 7)][:2] == ["/9.wav", "/8.wav"]
    assert saved_sounds.of_story(kept, "Pemilu", 7) == []


def test_progress_tells_what_is_done_how_much_of_it_and_how_long_still():
    seconds = [100.0]
    progress = SavingProgress("HARGA.mp3", lambda: seconds[0])
    assert progress.words(SavedStep(1, 12, 0.04)) == "Menyimpan HARGA.mp3, kalimat 1 dari 12", (
        "nobody knows yet"
    )
    seconds[0] += 4
    assert progress.words(SavedStep(3, 12, 0.1)).endswith("kalimat 3 dari 12, kira-kira 36 detik lagi")
    seconds[0] += 596
    assert progress.words(SavedStep(12, 12, 0.5)) == "Membuat berkas HARGA.mp3, kira-kira 10 menit lagi"
    assert progress.words(SavedStep(12, 12, 1.0)) == "Membuat berkas HARGA.mp3"


def test_a_file_that_stands_there_stays_unless_it_is_to_be_overwritten(tasks, files, tmp_path):
    path = tmp_path / "a.wav"
    path.write_bytes(b"milik orang")
    saver = SoundSaver(tasks)
    told = watched(saver)
    saver.save(files, order(path)._replace(overwrite=False))
    assert told[-1] == ("saved", tmp_path / "a 2.wav")
    assert path.read_bytes() == b"milik orang"


def test_cancelling_a_saving_stops_its_worker_at_once(qtbot, files, previewing, tmp_path):
    """The lane is free though the sentence being made is a long one."""
    tasks = Tasks()
    saver = SoundSaver(tasks)
    told = watched(saver)
    saver.save(files, order(tmp_path / "a.wav", story(*[LONG] * 400)))
    qtbot.waitUntil(lambda: ("step", 1) in told)
    saver.cancel()
    free = []
    tasks.run(lambda: 1, free.append, free.append, Lane.FILES)
    qtbot.waitUntil(lambda: free == [1], timeout=2000)
    assert list(tmp_path.iterdir()) == []
    assert tasks.close()


@pytest.mark.parametrize("damaged", ["", "x", "{}", "[1]", "[[1, 2]]", "null"])
def test_damaged_settings_remember_nothing(damaged):
    assert saved_sounds.read(damaged) == []
