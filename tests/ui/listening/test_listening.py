"""Listening put together: what the window and the page with the script rely on."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from newsdesk.services.previewing import Previewing
from newsdesk.speech.synthesiser import Synthesiser
from newsdesk.ui.components.news_line import NewsLine
from newsdesk.ui.listening.listening import Listening
from newsdesk.ui.listening.player import Passage, Player, Playing
from newsdesk.ui.listening.save import PreviewSaver
from newsdesk.ui.shortcuts import shortcuts
from tests.speech.copy import story
from tests.ui.fakes import FakePeople

COPY = story("Wali kota hadir.", "Warga menunggu.")


@dataclass
class Room:
    """An open newsroom with real voices."""

    previewing: Previewing
    people: FakePeople


@pytest.fixture
def path(tmp_path):
    return tmp_path / "a.wav"


@pytest.fixture
def listening(qtbot, look, tasks, preferences, previewing, speaker, path):
    news = NewsLine(look)
    window = QWidget()
    qtbot.addWidget(window)
    qtbot.addWidget(news)
    saver = PreviewSaver(tasks, lambda _window, _suggested: path)
    listening = Listening(
        look,
        tasks,
        preferences,
        news,
        player=Player(tasks, lambda: listening.voicing(), speaker),
        saver=saver,
    )
    listening.player._timer.setInterval(1_000_000)
    listening.news = news
    listening.bar.setParent(window)
    listening.bar.resize(1364, 60)
    window.resize(1364, 60)
    window.show()
    listening.opened(Room(previewing, FakePeople()))
    listening.follow(lambda passage: COPY, lambda: "STATISTIK-OPD")
    yield listening
    listening.player.stop()


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


def test_the_list_of_voices_has_both_engines_and_choosing_one_is_kept(listening, preferences):
    menu = open_menu(listening, listening.bar.voice)
    voices = [action for action in menu.actions() if action.isCheckable()]
    assert len(voices) >= 2
    assert [action.isChecked() for action in voices][:2] == [True, False]
    voices[1].trigger()
    assert (preferences.settings.engine, preferences.settings.voice) != ("espeak", "")
    assert listening.bar.voice.text().startswith(f"Suara {voices[1].text()}, ")
    menu.close()


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


def test_saving_says_where_the_preview_is(listening, path):
    listening.save()
    assert path.exists()
    assert str(path) in listening.news.sentence


def test_no_sound_card_is_told_with_a_way_out_that_works(listening, speaker, path):
    speaker.is_present = False
    listening.player.listen(Passage.STORY)
    assert "tidak punya keluaran suara" in listening.news.sentence
    listening.news._acted()  # presses "Simpan pratinjau"
    assert path.exists()


def test_an_empty_script_is_told_and_makes_no_file(listening, path):
    listening.follow(lambda passage: [])
    listening.save()
    assert "Belum ada kata" in listening.news.sentence
    assert not path.exists()


def test_closing_is_silent(listening):
    listening.player.listen(Passage.STORY)
    listening.closing()
    assert listening.player.state is Playing.SILENT
    listening.player.listen(Passage.STORY)
    assert listening.player.state is Playing.SILENT


def test_an_engine_that_does_not_run_here_is_named_without_a_voice(qtbot, look, tasks, preferences, speaker):
    broken = Synthesiser(lambda engine: ["/tidak/ada"])
    listening = Listening(look, tasks, preferences, NewsLine(look))
    qtbot.addWidget(listening.bar)
    listening.opened(Room(Previewing(broken), FakePeople()))
    menu = open_menu(listening, listening.bar.voice)
    assert [a.text() for a in menu.actions() if a.text() == "Tidak ada suara Indonesia" and not a.isEnabled()]
    assert not [action for action in menu.actions() if action.isCheckable()]
    menu.close()


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
