"""Clips on air by Qt's player: a file is heard to its end, and one that cannot be says why."""

from __future__ import annotations

import wave
from pathlib import Path

import pytest
from PySide6.QtMultimedia import QAudioDevice, QMediaDevices, QMediaPlayer

from newsdesk.ui.onair.clip_sound import QtClipSound


def _wav(path: Path, ms: int) -> str:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(b"\0\0" * (8 * ms))
    return str(path)


class _Output(QAudioDevice):
    """Stands for an output: this computer may have none."""

    def isNull(self) -> bool:  # noqa: N802 - Qt's name
        return False


@pytest.fixture
def sound(qapp):
    sound = QtClipSound(lambda: "")
    yield sound
    sound.stop()
    sound.deleteLater()


def test_a_computer_without_output_says_so_at_once(sound, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(QMediaDevices, "audioOutputs", list)
    monkeypatch.setattr(QMediaDevices, "defaultAudioOutput", QAudioDevice)
    told: list[str] = []
    sound.play(_wav(tmp_path / "a.wav", 300), lambda: told.append("ended"), told.append)
    assert told == ["komputer ini tidak punya keluaran suara"]


def test_a_clip_is_played_from_its_beginning_to_its_end_and_again(
    sound, tmp_path, monkeypatch, qtbot
) -> None:
    monkeypatch.setattr(QMediaDevices, "audioOutputs", list)
    monkeypatch.setattr(QMediaDevices, "defaultAudioOutput", _Output)
    path = _wav(tmp_path / "a.wav", 250)
    sound.prepare(path)
    told: list[str] = []
    for _time in range(2):
        sound.play(path, lambda: told.append("ended"), told.append)
        qtbot.waitUntil(lambda: bool(told), timeout=10_000)
        assert told.pop() == "ended"
    sound.play(path, lambda: told.append("ended"), told.append)
    sound.stop()
    qtbot.wait(400)
    assert told == []


@pytest.mark.parametrize("what", ["missing", "text"])
def test_what_cannot_be_played_fails_once_even_when_it_was_opened_before(
    sound, tmp_path, monkeypatch, qtbot, what
) -> None:
    monkeypatch.setattr(QMediaDevices, "audioOutputs", list)
    monkeypatch.setattr(QMediaDevices, "defaultAudioOutput", _Output)
    path = tmp_path / "b.wav"
    if what == "text":
        path.write_text("bukan suara" * 50, encoding="utf-8")
    sound.prepare(str(path))
    qtbot.wait(100)
    told: list[str] = []
    sound.play(str(path), lambda: told.append("ended"), told.append)
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    assert told == ["berkasnya tidak bisa diputar"]


def test_a_clip_that_begins_slowly_is_given_more_time_and_not_for_ever(
    sound, tmp_path, monkeypatch, qapp
) -> None:
    """A file on a share is opened slowly, and an output that sleeps wakes slowly: neither is gone."""
    monkeypatch.setattr(QMediaDevices, "audioOutputs", list)
    monkeypatch.setattr(QMediaDevices, "defaultAudioOutput", _Output)
    told: list[str] = []
    sound.play(_wav(tmp_path / "a.wav", 20_000), lambda: told.append("ended"), told.append)
    player = sound.findChild(QMediaPlayer)
    player.pause()
    monkeypatch.setattr(player, "mediaStatus", lambda: QMediaPlayer.MediaStatus.LoadingMedia)
    for _look in range(11):
        sound._watch.timeout.emit()
    assert told == []
    for _look in range(2):
        sound._watch.timeout.emit()
    assert told == ["berkasnya tidak bisa dibaca"]


def test_a_clip_that_stands_still_because_its_output_is_gone_fails_once(
    sound, tmp_path, monkeypatch, qtbot
) -> None:
    """With the output unplugged Qt says nothing and claims to play on; only the position tells."""
    monkeypatch.setattr(QMediaDevices, "audioOutputs", list)
    monkeypatch.setattr(QMediaDevices, "defaultAudioOutput", _Output)
    told: list[str] = []
    sound.play(_wav(tmp_path / "a.wav", 20_000), lambda: told.append("ended"), told.append)
    qtbot.waitUntil(lambda: sound.played_ms() > 0, timeout=10_000)
    sound.findChild(QMediaPlayer).pause()
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    qtbot.wait(300)
    assert told == ["keluaran suara terputus"]
