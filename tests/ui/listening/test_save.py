"""Saving a preview from the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from newsdesk.errors import CannotSave
from newsdesk.services.previewing import Voicing
from newsdesk.ui.listening.save import PreviewSaver, ask_where, suggested_name
from newsdesk.ui.tasks import Tasks
from tests.speech.copy import LONG, story

VOICING = Voicing("espeak", "", 350)
COPY = story("Wali kota hadir.", "Warga menunggu.")


@pytest.fixture
def window(qtbot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def watched(saver: PreviewSaver) -> list[tuple]:
    told: list[tuple] = []
    saver.went_on.connect(lambda done, total: told.append(("step", done, total)))
    saver.saved.connect(lambda path: told.append(("saved", path)))
    saver.failed.connect(lambda error: told.append(("failed", type(error))))
    saver.cancelled.connect(lambda: told.append(("cancelled",)))
    return told


def test_the_name_says_pratinjau_and_fits_every_file_system():
    assert suggested_name("HARGA-BERAS") == "HARGA-BERAS pratinjau.wav"
    assert suggested_name("../a:b\\c*\x00") == "a b c pratinjau.wav"
    assert suggested_name("") == "pratinjau.wav"
    assert len(suggested_name("P" * 500)) < 120


def test_progress_goes_by_sentences_and_the_file_is_there_when_it_says_so(
    window, tasks, previewing, tmp_path
):
    asked: list[str] = []
    path = tmp_path / "a b.wav"
    saver = PreviewSaver(tasks, lambda _window, suggested: asked.append(suggested) or path)
    told = watched(saver)
    saver.save(window, previewing, COPY, VOICING, "STATISTIK-OPD")
    assert Path(asked[0]).name == "STATISTIK-OPD pratinjau.wav"
    assert told == [("step", 0, 2), ("step", 1, 2), ("step", 2, 2), ("saved", path)]
    assert path.stat().st_size > 40_000
    assert not saver.at_work


def test_second_thoughts_in_the_dialog_save_nothing(window, tasks, previewing, tmp_path):
    saver = PreviewSaver(tasks, lambda _window, _suggested: None)
    told = watched(saver)
    saver.save(window, previewing, COPY, VOICING, "A")
    assert told == []


def test_a_place_that_cannot_be_written_is_told(window, tasks, previewing, tmp_path):
    saver = PreviewSaver(tasks, lambda _window, _suggested: tmp_path / "tidak" / "ada.wav")
    told = watched(saver)
    saver.save(window, previewing, COPY, VOICING, "A")
    assert told[-1] == ("failed", CannotSave)
    assert not saver.at_work


def test_cancelling_leaves_no_file_and_the_next_one_can_be_saved(qtbot, window, previewing, tmp_path):
    tasks = Tasks()
    saver = PreviewSaver(tasks, lambda _window, _suggested: tmp_path / "a.wav")
    told = watched(saver)
    saver.save(window, previewing, story(*[LONG] * 60), VOICING, "A")
    qtbot.waitUntil(lambda: ("step", 1, 60) in told)
    saver.cancel()
    assert told[-1] == ("cancelled",)
    tasks.close()
    assert list(tmp_path.iterdir()) == []
    again = Tasks()
    saver = PreviewSaver(again, lambda _window, _suggested: tmp_path / "a.wav")
    with qtbot.waitSignal(saver.saved, timeout=5000):
        saver.save(window, previewing, COPY, VOICING, "A")
    assert again.close()


def test_the_file_dialog_gives_a_wav_name_or_nothing(monkeypatch, window, tmp_path):
    answers = iter([str(tmp_path / "a"), str(tmp_path / "b.WAV"), ""])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (next(answers), ""))
    assert ask_where(window, "x.wav") == tmp_path / "a.wav"
    assert ask_where(window, "x.wav") == tmp_path / "b.WAV"
    assert ask_where(window, "x.wav") is None
