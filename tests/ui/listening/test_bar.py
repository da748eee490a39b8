"""The listening bar on a real player with a real voice."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from newsdesk.ui.components.keycap import KeyCap
from newsdesk.ui.listening.bar import ListeningBar
from newsdesk.ui.listening.passage import Passage, Playing
from newsdesk.ui.listening.track import ListeningTrack
from tests.speech.copy import story
from tests.ui.test_theme import contrast

COPY = story("Wali kota, Santoso, hadir.", "Upacara diadakan setiap tanggal tujuh belas.", "Warga menunggu.")


@pytest.fixture
def bar(qtbot, look, player, speaker) -> ListeningBar:
    player.transport.timer.setInterval(1_000_000)  # the test turns the clock
    bar = ListeningBar(look, player)
    qtbot.addWidget(bar)
    bar.show_voice("Gita")
    bar.show_announcer("Ipang Harwoko", 350)
    bar.resize(1364, 60)
    bar.show()
    bar.activateWindow()
    qtbot.waitUntil(bar.isActiveWindow)
    player.follow(lambda passage: COPY)
    return bar


def turn(player, speaker, ms: int) -> None:
    for _ in range(ms // 20):
        speaker.clock_ms += 20
        player.transport.tick()


def test_it_shows_length_and_announcer_before_anything_is_heard(bar, player):
    assert bar.height() == 60
    assert bar.elapsed.text() == "0:00"
    assert bar.total.text() == "0:06"
    assert bar.voice.text() == "Suara Gita"
    assert bar.rate.text() == "Ipang 5,8 suku kata/dtk"
    assert not bar.halt.isEnabled()


def test_play_pause_and_stop_by_mouse(bar, player, speaker, qtbot):
    qtbot.mouseClick(bar.play, Qt.MouseButton.LeftButton)
    assert player.state is Playing.SAYING
    assert bar.play.accessibleName() == "Jeda"
    turn(player, speaker, 1100)
    assert bar.elapsed.text() == "0:01"
    assert bar.track.value() == pytest.approx(1100, abs=40)
    qtbot.mouseClick(bar.play, Qt.MouseButton.LeftButton)
    assert player.state is Playing.PAUSED
    assert bar.play.accessibleName() == "Lanjut"
    qtbot.mouseClick(bar.halt, Qt.MouseButton.LeftButton)
    assert player.state is Playing.SILENT
    assert bar.elapsed.text() == "0:00"


def test_every_control_is_reached_by_tab_in_reading_order_and_has_a_name(bar, player, qtbot):
    player.listen(Passage.STORY)
    bar.play.setFocus()
    order: list[QWidget] = [bar.play]
    for _ in range(5):
        qtbot.keyClick(bar.focusWidget(), Qt.Key.Key_Tab)
        order.append(bar.focusWidget())
    assert order == [bar.play, bar.halt, bar.track, bar.volume, bar.voice, bar.rate]
    assert all(control.accessibleName() for control in order)


def test_a_narrow_bar_loses_the_key_hint_first_and_then_the_voices_name(bar):
    cap = bar.findChild(KeyCap)
    seen = []
    for width in (1364, 1290, 960, 800):
        bar.resize(width, 60)
        seen.append((bar._hint_word.isVisible(), cap.isVisible(), bar.voice.sizeHint().width() > 70))
    assert seen == [(True, True, True), (False, True, True), (False, False, True), (False, False, False)]
    assert "Gita" in bar.voice.accessibleName()
    assert bar.voice.toolTip() == "Suara Gita"


def test_nothing_is_cut_off_at_the_narrowest_window(bar):
    bar.resize(784, 60)
    assert bar.minimumSizeHint().width() <= 784
    assert bar.rate.geometry().right() <= 784


def test_the_track_goes_by_sentences_with_the_arrow_keys(bar, player, speaker, qtbot):
    player.listen(Passage.STORY)
    ticks = player.ticks
    qtbot.keyClick(bar.track, Qt.Key.Key_Right)
    assert player.position_ms == pytest.approx(ticks[1], abs=2)
    qtbot.keyClick(bar.track, Qt.Key.Key_Right)
    assert player.position_ms == pytest.approx(ticks[2], abs=2)
    qtbot.keyClick(bar.track, Qt.Key.Key_Left)
    assert player.position_ms == pytest.approx(ticks[1], abs=2)
    qtbot.keyClick(bar.track, Qt.Key.Key_Home)
    assert player.position_ms == 0
    qtbot.keyClick(bar.track, Qt.Key.Key_PageUp)
    assert player.position_ms == 0


def test_the_track_takes_mouse_and_keys_only_while_something_is_heard(look, qtbot):
    track = ListeningTrack(look)
    qtbot.addWidget(track)
    track.resize(400, 28)
    track.set_passage(60_000, [0, 20_000, 40_000])
    sought: list[int] = []
    track.sought.connect(sought.append)
    qtbot.keyClick(track, Qt.Key.Key_Right)
    qtbot.mouseClick(track, Qt.MouseButton.LeftButton, pos=QPoint(200, 14))
    assert sought == []
    track.set_live(True)
    qtbot.keyClick(track, Qt.Key.Key_Right)
    qtbot.mouseClick(track, Qt.MouseButton.LeftButton, pos=QPoint(200, 14))
    assert sought == [20_000, pytest.approx(30_000, abs=200)]


def test_what_is_still_to_be_heard_is_seen_on_the_bar(look, qtbot):
    track = ListeningTrack(look)
    qtbot.addWidget(track)
    track.resize(400, 28)
    track.set_passage(60_000, [0])
    ground = look.theme.colour("surface")
    picture = QPixmap(track.size())
    picture.fill(ground)
    track.render(picture, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    assert contrast(picture.toImage().pixelColor(300, 14).name(), ground.name()) >= 3


def test_dragging_the_knob_is_not_fought_by_the_clock(look, qtbot):
    track = ListeningTrack(look)
    qtbot.addWidget(track)
    track.resize(400, 28)
    track.set_passage(60_000, [0])
    track.set_live(True)
    qtbot.mousePress(track, Qt.MouseButton.LeftButton, pos=QPoint(300, 14))
    held = track.sliderPosition()
    track.show_at(1000)
    assert track.sliderPosition() == held


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_what_was_heard_is_accent_and_every_sentence_has_a_tick(bar, player, speaker, theme, choice, qtbot):
    theme.choose(choice)
    player.listen(Passage.STORY)
    turn(player, speaker, 4000)
    picture = bar.track.grab().toImage()
    middle = picture.height() // 2
    heard = theme.colour("accent_text" if choice == "dark" else "accent").name()
    assert picture.pixelColor(20, middle).name() == heard
    assert picture.pixelColor(picture.width() - 20, middle).name() == theme.colour("line_field").name()
    above = [picture.pixelColor(x, middle - 4).name() for x in range(picture.width())]
    assert above.count(theme.colour("line_field").name()) == 2, "the first sentence begins with the track"
