"""Listening put together: what the window and the page with the script rely on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from newsdesk.audio.chunks import read_wave
from newsdesk.audio.tags import read_label
from newsdesk.domain.people import Person
from newsdesk.services.clips import Clips
from newsdesk.services.previewing import Previewing, Voicing
from newsdesk.services.sound_files import SoundFiles
from newsdesk.ui.components.button import Button
from newsdesk.ui.components.news_line import NewsLine
from newsdesk.ui.listening.listening import Listening
from newsdesk.ui.listening.passage import Passage, Playing
from newsdesk.ui.listening.player import Player
from newsdesk.ui.listening.recording import Cue
from newsdesk.ui.listening.save import HeardStory
from newsdesk.ui.shortcuts import shortcuts
from tests.speech.copy import story
from tests.ui.fakes import FakePeople, FakeVoices

AIRTIME = datetime(2026, 11, 22, 5, 30, tzinfo=timezone(timedelta(hours=7)))
COPY = story("Wali kota hadir.", "Warga menunggu.")


@dataclass
class Room:
    """An open newsroom with a real voice."""

    previewing: Previewing
    sound_files: SoundFiles
    people: FakePeople = field(default_factory=FakePeople)
    voices: FakeVoices = field(default_factory=FakeVoices)
    clips: Clips = field(default_factory=Clips)
    name: str = "Redaksi"


@pytest.fixture
def room(previewing) -> Room:
    return Room(previewing, SoundFiles(previewing, lambda text: story(text)))


@pytest.fixture
def desk() -> list:
    """The sentences of the script on the desk."""
    return list(COPY)


@pytest.fixture
def listening(qtbot, look, tasks, preferences, room, speaker, desk, tmp_path):
    news = NewsLine(look)
    window = QWidget()
    qtbot.addWidget(window)
    qtbot.addWidget(news)
    preferences.set("sound_folder", str(tmp_path))
    preferences.set("sound_pattern", "{slug}")
    listening = Listening(
        look,
        tasks,
        preferences,
        news,
        player=Player(tasks, lambda: listening.voicing(), speaker),
        system_voices=True,
    )
    listening.player.transport.timer.setInterval(1_000_000)
    listening.news = news
    listening.bar.setParent(window)
    listening.bar.resize(1364, 60)
    window.resize(1364, 60)
    window.show()
    listening.opened(room)
    listening.follow(
        lambda passage: desk,
        lambda: HeardStory("STATISTIK-OPD", "Indeks naik", 7, 3, "Ipang Harwoko", AIRTIME),
    )
    yield listening
    listening.player.stop()


def agree(listening, **fields):
    """Press the dialog's button as soon as it is asked; ``fields`` are typed or ticked before."""

    def ask(dialog):
        for name, value in fields.items():
            part = getattr(dialog, name)
            if isinstance(value, bool):
                part.setChecked(value)
            elif hasattr(part, "set_text"):
                part.set_text(value)
            else:
                part.box.setCurrentIndex(part.box.findData(value))
        dialog.save_button.click()
        return dialog.chosen

    listening.saving.ask = ask


def open_menu(listening, button) -> QMenu:
    button.click()
    return button.findChildren(QMenu)[-1]


def test_it_speaks_at_the_persons_rate_with_the_chosen_voice(listening, preferences):
    assert listening.voicing() == ("espeak", "", 350, 0)
    assert listening.bar.voice.text() == "Suara eSpeak NG"
    assert listening.bar.rate.text() == "Ipang 5,8 suku kata/dtk"
    preferences.set("engine", "pyttsx3")
    assert listening.voicing().engine == "pyttsx3"
    assert listening.bar.voice.text() == "Suara pyttsx3"


def test_the_list_of_voices_has_indonesian_and_added_ones_and_choosing_one_is_kept(listening, preferences):
    menu = open_menu(listening, listening.bar.voice)
    voices = [action for action in menu.actions() if action.isCheckable()]
    assert [action.text() for action in voices] == ["Indonesian", "Indonesia", "gita"]
    assert [action.isChecked() for action in voices] == [True, False, False]
    voices[1].trigger()
    assert (preferences.settings.engine, preferences.settings.voice) == ("pyttsx3", "poz/id")
    assert listening.bar.voice.text() == "Suara Indonesia, Suara sistem"
    menu.close()


def test_the_systems_own_indonesian_voice_speaks_until_somebody_chose(listening, room, preferences):
    room.voices.best = Voicing("pyttsx3", "poz/id")
    listening.opened(room)
    assert (preferences.settings.engine, preferences.settings.voice) == ("pyttsx3", "poz/id")
    preferences.set("engine", "espeak")
    preferences.set("voice", "id")
    listening.opened(room)
    assert preferences.settings.engine == "espeak"


def test_speed_multiplies_the_announcers_rate_and_is_shown(listening, preferences):
    before = listening.player.length_ms
    menu = open_menu(listening, listening.bar.rate)
    next(action for action in menu.actions() if action.text() == "1,5×").trigger()
    menu.close()
    assert listening.voicing().rate_spm == 525
    assert listening.player.length_ms < 0.75 * before
    assert listening.bar.rate.text() == "Ipang 5,8 suku kata/dtk, 1,5×"


def test_volume_acts_at_once_and_is_kept(listening, speaker, preferences):
    menu = open_menu(listening, listening.bar.volume)
    next(action for action in menu.actions() if action.text() == "40%").trigger()
    menu.close()
    assert speaker.volume == preferences.settings.volume == 40
    commands = {command.id: command for command in listening.commands()}
    commands["listen.louder"].run()
    assert speaker.volume == 50
    preferences.set("output", "usb")
    assert speaker.chosen == "usb"


def test_choosing_a_rate_changes_the_person_and_the_expected_length(listening):
    before = listening.player.length_ms
    menu = open_menu(listening, listening.bar.rate)
    slowest = next(action for action in menu.actions() if action.isCheckable())
    slowest.trigger()
    assert listening.voicing().rate_spm == 270
    assert listening.bar.rate.text() == "Ipang 4,5 suku kata/dtk"
    assert listening.player.length_ms > before
    menu.close()


def test_every_listening_shortcut_has_its_command(listening):
    commands = {command.shortcut: command for command in listening.commands() if command.shortcut}
    assert set(commands) == {s.id for s in shortcuts() if s.id.startswith("listen.")}
    commands["listen.paragraph"].run()
    assert listening.player.state is Playing.SAYING
    assert commands["listen.stop"].when()
    commands["listen.stop"].run()
    assert listening.player.state is Playing.SILENT
    assert not commands["listen.stop"].when()


def test_a_preview_says_where_it_is_and_is_stale_when_the_words_move_on(
    listening, desk, room, preferences, tmp_path
):
    agree(listening, format="flac")
    listening.saving.save()
    path = tmp_path / "STATISTIK-OPD pratinjau.flac"
    assert path.is_file()
    assert str(path) in listening.news.sentence
    made = read_label(path)
    assert (made.cut_id, made.revision, made.purpose) == ("7", 3, "pratinjau")
    assert listening.bar.saved.text().startswith("Pratinjau ")
    assert "usang" not in listening.bar.saved.text()
    desk[0] = story("Bupati hadir.")[0]
    listening.player.script_changed()
    listening.saving.files.look_again()
    assert listening.bar.saved.text().endswith(" usang")
    assert preferences.saved[-1].sound_format == "flac"


def test_a_file_for_air_needs_a_name_and_carries_the_notice_by_default(listening, room, tmp_path):
    agree(listening)
    listening.saving.save(playout=True)
    assert list(tmp_path.iterdir()) == [], "nobody signed"
    agree(listening, signed="Rani Puspita")
    listening.saving.save(playout=True)
    made = read_label(tmp_path / "STATISTIK-OPD.wav")
    assert (made.signed_by, made.purpose) == ("Rani Puspita", "siaran")
    long = (tmp_path / "STATISTIK-OPD.wav").stat().st_size
    agree(listening, signed="Rani Puspita", notice="", overwrite=True)
    listening.saving.save(playout=True)
    assert (tmp_path / "STATISTIK-OPD.wav").stat().st_size < long - 40_000
    agree(listening, signed="Rani Puspita")
    listening.saving.save(playout=True)
    assert (tmp_path / "STATISTIK-OPD.wav").stat().st_size == pytest.approx(long, rel=0.01), "told of again"


def test_a_file_of_the_same_name_stays_when_it_is_not_to_be_overwritten(listening, tmp_path):
    agree(listening)
    listening.saving.save()
    listening.saving.save()
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "STATISTIK-OPD pratinjau 2.wav",
        "STATISTIK-OPD pratinjau.wav",
    ]


def test_the_programme_is_asked_for_and_remembered_and_stands_in_name_and_tags(
    listening, preferences, tmp_path
):
    preferences.set("sound_pattern", "{programme}-{slug}")
    agree(listening)
    listening.saving.save()
    agree(listening, programme="Warta  Pagi")
    listening.saving.save()
    agree(listening, overwrite=True)
    listening.saving.save()
    named = "Warta-Pagi-STATISTIK-OPD pratinjau.wav"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["STATISTIK-OPD pratinjau.wav", named]
    assert read_label(tmp_path / named).programme == "Warta Pagi"


def test_every_file_of_the_story_is_in_the_list_with_its_state(listening, desk, tmp_path):
    agree(listening, signed="Rani Puspita")
    listening.saving.save(playout=True)
    desk[0] = story("Bupati hadir.")[0]
    listening.player.script_changed()
    agree(listening)
    listening.saving.save()
    menu = open_menu(listening, listening.bar.saved)
    again, preview, air = [action.text() for action in menu.actions()]
    assert again == "Simpan lagi…"
    assert "STATISTIK-OPD pratinjau.wav" in preview
    assert "usang" not in preview
    assert "STATISTIK-OPD.wav" in air
    assert "usang" in air
    assert listening.bar.saved.text().startswith("Siar"), "a stale file for air is what matters"
    assert listening.bar.saved.text().endswith("usang")
    menu.close()


def test_words_that_no_revision_holds_are_told_in_the_file(listening, tmp_path):
    listening.saving.follow(
        lambda: HeardStory("STATISTIK-OPD", "Indeks naik", 7, 3, "Ipang Harwoko", AIRTIME, unsaved=True)
    )
    agree(listening)
    listening.saving.save()
    made = read_label(tmp_path / "STATISTIK-OPD pratinjau.wav")
    assert made.revision == 0
    assert "revisi 3, belum disimpan" in made.comment


def test_a_file_is_named_and_labelled_by_the_airtime_of_its_story(listening, preferences, tmp_path):
    preferences.set("sound_pattern", "{date}-{time}-{slug}")
    agree(listening, signed="Rani Puspita")
    listening.saving.save(playout=True)
    cart = read_wave(tmp_path / "2026-11-22-0530-STATISTIK-OPD.wav").cart
    assert cart is not None
    assert cart.starts == AIRTIME.replace(tzinfo=None)


def test_a_folder_named_like_a_home_that_nobody_has_is_a_folder(listening, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "~tidakadaorangnya").mkdir()
    agree(listening, folder="~tidakadaorangnya")
    listening.saving.save()
    assert (tmp_path / "~tidakadaorangnya" / "STATISTIK-OPD pratinjau.wav").is_file()


@pytest.mark.parametrize(("rate", "speed"), [(350, 150), (500, 150), (180, 80)])
def test_a_file_is_spoken_at_the_announcers_rate_however_fast_one_listens(
    listening, preferences, tmp_path, rate, speed
):
    listening._choosing._show_person(Person("Ipang Harwoko", rate))
    agree(listening)
    listening.saving.save()
    path = tmp_path / "STATISTIK-OPD pratinjau.wav"
    size = path.stat().st_size
    preferences.set("speed", speed)
    listening.saving.save()
    assert path.stat().st_size == pytest.approx(size, rel=0.01)


def test_a_pattern_with_an_unknown_field_says_what_fits_and_saves_nothing(listening, tmp_path):
    said = []

    def ask(dialog):
        dialog.pattern.set_text("{tanggal}")
        said.append(dialog.pattern._under.text())
        dialog.save_button.click()
        return dialog.chosen

    listening.saving.ask = ask
    listening.saving.save()
    assert "tanggal" in said[0]
    assert list(tmp_path.iterdir()) == []


def test_no_sound_card_is_told_with_a_way_out_that_works(listening, speaker, tmp_path):
    speaker.is_present = False
    listening.player.listen(Passage.STORY)
    assert "tidak punya keluaran suara" in listening.news.sentence
    agree(listening)
    listening.news._acted()  # presses "Simpan pratinjau"
    assert (tmp_path / "STATISTIK-OPD pratinjau.wav").is_file()


def test_where_no_script_is_shown_saving_one_is_not_offered(listening, speaker):
    listening.bar.hide()  # the window hides it under every other page
    speaker.is_present = False
    listening.say("a es en")
    assert "tidak punya keluaran suara" in listening.news.sentence
    assert [
        button.text() for button in listening.news.findChildren(Button) if button.isVisibleTo(listening.news)
    ] == [""]
    saves = [one for one in listening.commands() if one.id in ("listen.save", "listen.playout")]
    assert [one.when() for one in saves] == [False, False]
    listening.bar.show()
    assert [one.when() for one in saves] == [True, True]


def test_a_folder_that_cannot_be_written_is_told_with_the_dialog_as_the_way_out(listening, tmp_path):
    (tmp_path / "berkas").write_text("")
    agree(listening, folder=str(tmp_path / "berkas"))
    listening.saving.save()
    assert "berkas" in listening.news.sentence
    agree(listening, folder=str(tmp_path))
    listening.news._acted()
    assert "Tersimpan" in listening.news.sentence


def test_an_empty_script_is_told_and_makes_no_file(listening, desk, tmp_path):
    desk.clear()
    agree(listening)
    listening.saving.save()
    assert "Belum ada kata" in listening.news.sentence
    assert list(tmp_path.iterdir()) == []


def test_closing_is_silent(listening):
    listening.player.listen(Passage.STORY)
    listening.closing()
    assert listening.player.state is Playing.SILENT
    listening.player.listen(Passage.STORY)
    assert listening.player.state is Playing.SILENT


def test_a_computer_without_an_indonesian_voice_is_told_so_in_the_list(listening, room):
    room.voices.found = []
    menu = open_menu(listening, listening.bar.voice)
    assert [a.text() for a in menu.actions() if a.text() == "Tidak ada suara Indonesia" and not a.isEnabled()]
    assert not [action for action in menu.actions() if action.isCheckable()]
    menu.close()


def test_another_shortcut_on_esc_waits_while_something_is_heard(qtbot, listening):
    window = listening.bar.window()
    pressed = []
    other = QShortcut(QKeySequence("Esc"), window)
    other.activated.connect(lambda: pressed.append("other"))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    listening.say("a es en")
    qtbot.wait(1)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert (listening.player.state, pressed) == (Playing.SILENT, [])
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert pressed == ["other"]


def test_several_stories_tell_which_one_is_heard(listening):
    listening.hear_stories([Cue(COPY[:1], 7, "STATISTIK-OPD"), Cue(COPY[1:], 8, "CUACA-SIANG")])
    assert listening.news.sentence == "Terdengar: STATISTIK-OPD"


def test_words_of_no_script_are_said_without_a_highlight_and_esc_silences_them(qtbot, listening, speaker):
    shown = []
    listening.player.word_said.connect(lambda *span: shown.append(span))
    listening.player.sentence_said.connect(lambda *span: shown.append(span))
    listening.say("a es en, dua")
    assert listening.player.state is Playing.SAYING
    assert len(speaker.pushed) > 1000
    window = listening.bar.window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert listening.player.state is Playing.SILENT
    assert not speaker.open
    assert shown == []


def test_nothing_to_say_is_told(listening):
    listening.say(" ,. ")
    assert "kata" in listening.news.sentence
    assert listening.player.state is Playing.SILENT


def test_an_engine_is_not_asked_for_the_voice_of_another_while_one_is_chosen_in_play(
    qtbot, listening, preferences
):
    failures = []
    listening.player.failed.connect(failures.append)
    listening.player.listen(Passage.STORY)
    preferences.set("engine", "mesin-lain")
    preferences.set("engine", "espeak")
    preferences.set("voice", "id")
    qtbot.wait(20)
    assert failures == []
    assert listening.player.state is Playing.SAYING


def test_a_clip_is_heard_at_its_own_rate_until_it_is_silenced(listening, speaker, tmp_path):
    path = tmp_path / "hanung.wav"
    soundfile.write(path, np.full(48_000, 0.5), 48_000)
    told: list[str] = []
    listening.play_file(str(path), lambda: told.append("began"), lambda: told.append("failed"))
    assert told == ["began"]
    assert listening.heard_file
    assert listening.player.length_ms == 1000
    assert speaker.sample_rate == 48_000
    assert np.frombuffer(speaker.pushed, "<i2").max() == pytest.approx(16_384, abs=2)
    assert listening._esc.isEnabled()
    listening.player.stop()
    assert not listening.heard_file
    assert not speaker.open


def test_a_clip_that_vanished_is_told_with_the_way_out(listening, speaker, tmp_path):
    told: list[str] = []
    path = str(tmp_path / "hilang.wav")
    listening.play_file(path, lambda: told.append("began"), lambda: told.append("failed"))
    assert told == ["failed"]
    assert "Pilih lagi" in listening.news.sentence
    assert not speaker.open
