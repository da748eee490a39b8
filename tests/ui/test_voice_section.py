"""Atur, Suara: voices chosen, heard, added and removed; how they are heard."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from newsdesk.errors import VoiceFault, VoiceRefused
from newsdesk.services.previewing import Voicing
from newsdesk.services.voices import VoiceInfo
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.settings.voice import VoiceSection
from newsdesk.ui.settings.voice_adding import VoiceAdding
from tests.ui.fakes import FakePage, FakeVoices
from tests.ui.held_tasks import HeldTasks


class Ear:
    """Listening that only notes what was to be heard."""

    def __init__(self) -> None:
        self.tried: list[Voicing] = []
        self.sounds: list[tuple] = []
        self.player = SimpleNamespace(hear_sound=self.sounds.append)

    def voicing(self) -> Voicing:
        return Voicing("espeak", "id", 370, 15)

    def try_voice(self, voicing: Voicing) -> None:
        self.tried.append(voicing)


@pytest.fixture
def ear(window: MainWindow) -> Ear:
    ear = Ear()
    window._settings_page.listen_with(ear)
    return ear


@pytest.fixture
def section(window: MainWindow, ear: Ear) -> VoiceSection:
    window.open("Redaksi")
    window.show_settings("voice")
    return window.findChild(VoiceSection)


@pytest.fixture
def voices(section, page: FakePage) -> FakeVoices:
    return page.newsroom.voices


def button(parent: QWidget, name: str) -> QAbstractButton:
    return next(
        one
        for one in parent.findChildren(QAbstractButton)
        if one.accessibleName() == name and one.isVisibleTo(parent)
    )


def names(rows) -> list[str]:
    return [one.info.name for one in rows.choices]


def texts(parent: QWidget) -> str:
    return " | ".join(label.text() for label in parent.findChildren(QLabel) if label.isVisibleTo(parent))


def test_indonesian_and_added_voices_come_first_with_their_real_rates(section):
    assert names(section.ours) == ["Indonesian", "Indonesia", "gita"]
    assert section.ours.choices[0].detail == "Indonesia, 120 sampai 900 suku kata/menit"
    assert "kira-kira" in section.ours.choices[1].detail
    assert "CC BY 4.0" in section.ours.choices[2].accessibleDescription()
    assert section.ours.choices[0].isChecked(), "the engine's own, until somebody chose"
    assert not section.fold.is_open
    assert "Andika" in texts(section)


def test_choosing_a_voice_is_kept_and_told_by_keyboard_too(section, preferences, qtbot):
    qtbot.keyClick(section.ours.choices[2], Qt.Key.Key_Return)
    assert (preferences.saved[-1].engine, preferences.saved[-1].voice) == ("onnx", "gita")
    assert [one.isChecked() for one in section.ours.choices] == [False, False, True]
    assert not section.hearing.pitch.isEnabled()
    assert section.licence.toPlainText() == "CC BY 4.0"
    preferences.set("engine", "espeak")
    preferences.set("voice", "id")
    assert section.ours.choices[0].isChecked()
    assert section.hearing.pitch.isEnabled()


def test_other_languages_are_found_by_searching_and_measured_when_chosen(section, preferences):
    section.fold.set_open(True)
    section.search.set_text("inggris")
    assert names(section.others) == []
    section.search.set_text("great en")
    assert names(section.others) == ["English (Great Britain)"]
    choice = section.others.choices[0]
    assert "diukur" in choice.detail
    choice.click()
    assert preferences.settings.voice == "en-gb"
    assert "130 sampai 800" in section.others.choices[0].detail


def test_hundreds_of_voices_are_shown_a_few_at_a_time(section, voices):
    voices.found += [
        VoiceInfo("espeak", "eSpeak NG", f"x{n}", f"X{n}", "x", 0, 0, True, "", True, False)
        for n in range(300)
    ]
    section._ask()
    assert len(section.others.choices) < 20
    assert "persempit" in texts(section.fold) or "lagi" in section._more.text()


def test_every_voice_can_be_heard_as_it_would_speak(section, ear):
    button(section, "Dengar gita").click()
    button(section, "Dengar Indonesian").click()
    assert ear.tried == [Voicing("onnx", "gita", 370, 0), Voicing("espeak", "id", 370, 15)]


def test_a_voice_of_ones_own_is_tried_shows_speed_and_licence_and_is_added(section, ear, preferences):
    section.adding.ask = lambda _window: Path("/suara/rani.onnx")
    button(section, "Tambah suara…").click()
    assert "0,1 detik" in section.adding.state.text()
    assert section.adding.licence.toPlainText() == "MIT"
    assert len(ear.sounds) == 1, "it is heard at once"
    button(section, "Tambahkan").click()
    assert names(section.ours)[-1] == "rani"
    assert preferences.settings.voice == "rani"
    assert button(section, "Tambah suara…")


def test_a_voice_whose_name_is_taken_says_under_which_it_was_added(section, voices, preferences):
    section.adding.ask = lambda _window: Path("/suara/rani.onnx")
    voices.taken = True
    button(section, "Tambah suara…").click()
    button(section, "Tambahkan").click()
    assert preferences.settings.voice == "rani 2"
    assert "rani 2" in section.adding.state.text()
    button(section, "Tutup").click()
    assert button(section, "Tambah suara…")


def test_a_file_that_is_no_voice_says_why_and_another_can_be_chosen(section, voices):
    voices.failure = VoiceRefused("/suara/rani.onnx", VoiceFault.EMPTY)
    section.adding.ask = lambda _window: Path("/suara/rani.onnx")
    button(section, "Tambah suara…").click()
    assert "kosong" in section.adding.state.text()
    button(section, "Tutup").click()
    assert button(section, "Tambah suara…")
    assert names(section.ours)[-1] == "gita"


def test_removing_the_voice_that_speaks_goes_back_to_espeak(section, voices, preferences):
    section.ours.choices[2].click()
    button(section, "Hapus gita").click()
    assert voices.removed == ["gita"]
    assert (preferences.settings.engine, preferences.settings.voice) == ("espeak", "")
    assert names(section.ours) == ["Indonesian", "Indonesia"]


def test_a_chosen_voice_that_is_gone_is_told(window, ear, preferences):
    preferences.set("voice", "jv")
    window.open("Redaksi")
    window.show_settings("voice")
    assert "jv tidak ada" in window.findChild(VoiceSection).state.text()


def test_pitch_speed_volume_and_output_are_kept(section, preferences, qtbot):
    for choice, value in (
        (section.hearing.pitch, "15"),
        (section.hearing.speed, "120"),
        (section.hearing.volume, "60"),
    ):
        at = choice.box.findData(value)
        choice.box.setCurrentIndex(at)
        choice.box.activated.emit(at)
    assert (preferences.settings.pitch, preferences.settings.speed, preferences.settings.volume) == (
        15,
        120,
        60,
    )
    preferences.set("volume", 70)  # by a key, elsewhere
    assert section.hearing.volume.value() == "70"


def test_an_output_that_is_unplugged_stays_chosen_and_says_so(section, preferences, qtbot):
    preferences.set("output", "usb-yang-dicabut")
    section.hearing.offer_outputs()
    assert section.hearing.output.value() == "usb-yang-dicabut"
    assert "dicabut" in section.hearing.output.box.accessibleDescription() or "tidak punya" in texts(
        section.hearing.output
    )


def test_a_check_can_be_given_up_and_its_answer_finds_nobody(qtbot, look):
    tasks, voices = HeldTasks(), FakeVoices()
    adding = VoiceAdding(look, tasks)
    qtbot.addWidget(adding)
    adding.show()
    adding.opened(voices)
    adding.check(Path("/suara/rani.onnx"))
    assert "rani.onnx" in adding.state.text()
    button(adding, "Batal").click()
    assert voices.closed == 1, "the trial's worker is ended"
    tasks.let_go()
    assert not adding.licence.isVisible()
    assert button(adding, "Tambah suara…").isVisible()
