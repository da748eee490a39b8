"""The frame: it stands before a newsroom is open, says when none can be, keeps what was typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray, QObject, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from newsdesk.errors import CannotSave, DatabaseTooNew, DatabaseUnreachable
from newsdesk.ui.components.news_line import NewsLine
from newsdesk.ui.help import Help
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.newsroom_door import NewsroomDoor
from newsdesk.ui.palette import Palette
from newsdesk.ui.preferences import Preferences
from newsdesk.ui.shortcuts import shortcuts
from newsdesk.ui.tasks import Tasks
from newsdesk.ui.trouble import Trouble
from tests.ui.fakes import ByHand, FakeNewsroom, FakeNewsrooms, FakePage


def button(parent: QWidget, name: str) -> QAbstractButton:
    return next(
        b for b in parent.findChildren(QAbstractButton) if b.accessibleName() == name and b.isVisible()
    )


def test_it_is_painted_before_a_newsroom_is_open(window: MainWindow, page: FakePage) -> None:
    assert page.newsroom is None
    assert page.widget().isVisible()
    assert not window.grab().isNull()


def test_a_first_window_is_whole_on_a_small_screen(window: MainWindow, preferences: Preferences) -> None:
    window.resize(1440, 900)
    window.fit(QSize(1920, 1080))
    assert window.size() == QSize(1440, 900)
    window.fit(QSize(1366, 748))
    assert (window.width(), window.height()) == (1366, 708)  # its title bar stands over it
    preferences.set("window", bytes(window.saveGeometry().toBase64().data()).decode())
    window.resize(1440, 900)
    window.fit(QSize(1366, 748))
    assert window.size() == QSize(1440, 900)  # sized by hand: as it was left


def test_an_open_newsroom_fills_the_pages_and_is_remembered(
    window: MainWindow, page: FakePage, preferences: Preferences
) -> None:
    window.open("Pemilu")
    assert page.newsroom.name == "Pemilu"
    assert preferences.settings.newsroom == "Pemilu"
    assert preferences.saved[-1].newsroom == "Pemilu"


def test_another_newsroom_closes_the_first_after_keeping_what_was_typed(
    window: MainWindow, page: FakePage
) -> None:
    window.open("Redaksi")
    first = page.newsroom
    window.open("Pemilu")
    assert page.closings == 1
    assert first.closed
    assert page.newsroom.name == "Pemilu"


def test_a_newsroom_that_cannot_be_opened_is_told_in_the_window_with_ways_out(
    window: MainWindow, newsrooms: FakeNewsrooms, page: FakePage, qtbot
) -> None:
    newsrooms.failure = DatabaseTooNew("redaksi.newsdesk", "7")
    window.open("Redaksi")
    trouble = window.findChild(Trouble)
    assert trouble.isVisible()
    assert "redaksi.newsdesk" in trouble.sentence
    assert not page.widget().isVisible()

    qtbot.mouseClick(button(trouble, "Buka redaksi lain"), Qt.MouseButton.LeftButton)
    assert button(window, "Buka redaksi Pemilu").isVisible()
    window.show_page("page.stories")
    assert trouble.isVisible()

    newsrooms.failure = None
    qtbot.mouseClick(button(trouble, "Coba lagi"), Qt.MouseButton.LeftButton)
    assert not trouble.isVisible()
    assert page.newsroom.name == "Redaksi"
    assert page.widget().isVisible()


def test_a_new_newsroom_is_a_way_out_of_trouble(
    window: MainWindow, newsrooms: FakeNewsrooms, page, qtbot
) -> None:
    newsrooms.failure = DatabaseTooNew("redaksi.newsdesk", "7")
    window.open("Redaksi")
    newsrooms.failure = None
    qtbot.mouseClick(button(window, "Redaksi baru"), Qt.MouseButton.LeftButton)
    field = window.focusWidget()
    qtbot.keyClicks(field, "Radio Kelud")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert page.newsroom.name == "Radio Kelud"


@pytest.mark.parametrize(
    ("key", "modifier", "expected"),
    [
        (Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier, "list"),
        (Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier, "new "),
    ],
)
def test_shortcuts_run_commands_of_page_and_window(
    window: MainWindow, page: FakePage, qtbot, key: Qt.Key, modifier: Qt.KeyboardModifier, expected: str
) -> None:
    window.open("Redaksi")
    page.widget().setFocus()
    qtbot.keyClick(page.widget(), key, modifier)
    assert page.ran == [expected]


def test_no_story_is_made_without_a_newsroom(window: MainWindow, page: FakePage, qtbot) -> None:
    qtbot.keyClick(page.widget(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page.ran == []


def test_pages_palette_and_help_open_by_keys(window: MainWindow, page: FakePage, qtbot) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    page.widget().setFocus()
    qtbot.keyClick(page.widget(), Qt.Key.Key_Comma, control)
    assert not page.widget().isVisible()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_1, control)
    assert page.widget().isVisible()
    assert page.widget().hasFocus()
    qtbot.keyClick(page.widget(), Qt.Key.Key_K, control)
    palette = window.findChild(Palette)
    assert palette.isVisible()
    qtbot.keyClick(palette.input, Qt.Key.Key_Escape)
    qtbot.keyClick(page.widget(), Qt.Key.Key_F1)
    sheet = window.findChild(Help)
    assert sheet.isVisible()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert page.widget().hasFocus()


def test_help_shows_every_shortcut(window: MainWindow) -> None:
    window.show_help()
    words = {label.text() for label in window.findChild(Help).findChildren(QLabel)}
    assert {shortcut.words for shortcut in shortcuts()} <= words


class FakeListening(QObject):
    """A listening bar, and which newsrooms it was told of."""

    def __init__(self) -> None:
        super().__init__()
        self.bar = QLabel("dengar")
        self.told: list[str] = []

    def opened(self, newsroom) -> None:
        self.told.append(newsroom.name)

    def closing(self) -> None:
        self.told.append("closing")


def test_the_listening_bar_stands_under_pages_with_a_script_only(window: MainWindow) -> None:
    listening = FakeListening()
    window.listen_with(listening)
    assert listening.bar.isVisible()
    window.show_settings()
    assert not listening.bar.isVisible()
    window.show_page("page.stories")
    assert listening.bar.isVisible()


def test_listening_follows_the_newsroom(window: MainWindow) -> None:
    listening = FakeListening()
    window.listen_with(listening)
    window.open("Redaksi")
    window.open("Pemilu")
    assert listening.told == ["Redaksi", "closing", "Pemilu"]


def test_closing_keeps_what_was_typed_and_the_windows_place(
    window: MainWindow, page: FakePage, preferences: Preferences, qtbot
) -> None:
    window.resize(860, 700)  # the offscreen screen is 800 square, and Qt restores no window larger than it
    with qtbot.waitSignal(window.closed):
        window.close()
    assert page.closings == 1
    assert preferences.saved[-1].window
    window.resize(860, 600)
    assert window.restoreGeometry(QByteArray.fromBase64(preferences.saved[-1].window.encode()))
    assert window.height() == 700


def test_settings_that_cannot_be_saved_are_told_in_the_line_of_news(
    window: MainWindow, page: FakePage, preferences: Preferences, monkeypatch
) -> None:
    def full(_settings: object) -> None:
        raise CannotSave("settings.json", "disk penuh")

    monkeypatch.setattr(preferences, "_save", full)
    preferences.set("station", "Radio Kelud")
    news = window.findChild(NewsLine)
    assert "disk penuh" in news.sentence
    window.show_page(page.key)
    assert "disk penuh" in news.sentence  # the same page
    window.show_page("page.settings")
    assert news.sentence == ""


def test_the_clock_shows_the_zone_of_the_station(window: MainWindow, preferences: Preferences) -> None:
    preferences.set("zone", "Asia/Jayapura")
    assert "WIT" in {label.text() for label in window.findChildren(QLabel)}


@pytest.mark.parametrize("size", [(1366, 768), (860, 560), (1920, 1080)])
@pytest.mark.parametrize("choice", ["light", "dark"])
def test_everything_that_can_be_used_has_a_name(window: MainWindow, theme, size, choice, qtbot) -> None:
    theme.choose(choice)
    window.resize(*size)
    window.open("Redaksi")
    window.show_settings()
    window.show_help()
    window.show_palette()
    nameless = [
        widget
        for widget in window.findChildren(QWidget)
        if not widget.isHidden()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not widget.accessibleName()
        and not widget.objectName().startswith("qt_")
        and widget.window() is window  # the lists of drop-downs are named when they open
    ]
    assert nameless == []
    assert not window.grab().isNull()


# ---------------------------------------------------------------- opening, closing, and what stands between


class SlowNewsrooms:
    """Newsrooms that open when the test lets them, and remember who was closed."""

    def __init__(self) -> None:
        self.opened: list[FakeNewsroom] = []

    def names(self) -> list[str]:
        return []

    def open(self, name: str) -> FakeNewsroom:
        newsroom = FakeNewsroom(name)
        self.opened.append(newsroom)
        return newsroom


def test_of_two_newsrooms_asked_for_at_once_only_the_last_is_shown_and_open(qtbot) -> None:
    tasks, newsrooms, shown = Tasks(), SlowNewsrooms(), []
    door = NewsroomDoor(tasks, newsrooms)
    door.open("Satu", lambda newsroom: shown.append(newsroom.name), shown.append)
    door.open("Dua", lambda newsroom: shown.append(newsroom.name), shown.append)
    qtbot.waitUntil(lambda: bool(shown))
    assert shown == ["Dua"]
    assert [newsroom.closed for newsroom in newsrooms.opened] == [True, False]
    door.close(shown.append)
    tasks.close()
    assert [newsroom.closed for newsroom in newsrooms.opened] == [True, True]


def test_a_window_closed_while_its_newsroom_opens_leaves_nothing_open(qtbot) -> None:
    tasks, newsrooms, shown = Tasks(), SlowNewsrooms(), []
    door = NewsroomDoor(tasks, newsrooms)
    door.open("Satu", lambda newsroom: shown.append(newsroom.name), shown.append)
    door.close(shown.append)
    tasks.close()
    QApplication.processEvents()
    assert shown == []
    assert [newsroom.closed for newsroom in newsrooms.opened] == [True]


def test_words_that_could_be_kept_nowhere_hold_the_window_open_until_somebody_says_so(
    window: MainWindow, page: FakePage
) -> None:
    window.open("Redaksi")
    page.unkept = True
    assert not window.close()
    assert window.isVisible()
    assert page.closings == 0
    assert "belum tersimpan di mana pun" in window.findChild(NewsLine).sentence
    button(window, "Tutup juga").click()
    assert not window.isVisible()
    assert page.closings == 1


def test_words_that_could_be_kept_nowhere_hold_the_newsroom_open_as_well(
    window: MainWindow, page: FakePage
) -> None:
    window.open("Redaksi")
    page.unkept = True
    window.open("Pemilu")
    assert page.closings == 0
    assert window.newsroom.name == "Redaksi"
    button(window, "Buka juga").click()
    assert page.closings == 1
    assert window.newsroom.name == "Pemilu"


def test_a_note_that_nobody_has_got_holds_the_window_open_until_somebody_says_so(
    window: MainWindow, page: FakePage
) -> None:
    window.open("Redaksi")
    window.half_said = lambda: True
    assert not window.close()
    assert "belum dikirim" in window.findChild(NewsLine).sentence
    button(window, "Tutup juga").click()
    assert page.closings == 1


def test_a_window_closed_by_hand_while_somebody_reads_on_air_asks_first(
    window: MainWindow, page: FakePage
) -> None:
    window.open("Redaksi")
    window.at_microphone = lambda: True
    by_hand = ByHand()
    window.closeEvent(by_hand)
    assert not by_hand.isAccepted()
    assert page.closings == 0
    assert window.findChild(NewsLine).sentence.startswith("Siaran masih berjalan.")
    assert window.close()  # the session ends
    assert page.closings == 1


def test_a_servers_password_never_stands_on_the_screen(window: MainWindow, newsrooms: FakeNewsrooms) -> None:
    newsrooms.failure = DatabaseUnreachable("radio.lan/redaksi")
    window.open("postgresql://ani:rahasia@radio.lan/redaksi")
    words = " ".join(label.text() for label in window.findChildren(QLabel))
    assert "radio.lan/redaksi" in words
    assert "rahasia" not in words


def test_trying_again_opens_the_newsroom_that_failed(
    window: MainWindow, newsrooms: FakeNewsrooms, page
) -> None:
    window.open("Redaksi")
    newsrooms.failure = DatabaseTooNew("pemilu.newsdesk", "7")
    window.open("Pemilu")
    newsrooms.failure = None
    button(window, "Coba lagi").click()
    assert page.newsroom.name == "Pemilu"


def test_keys_go_nowhere_while_another_newsroom_opens(
    window: MainWindow, page: FakePage, newsrooms: FakeNewsrooms
) -> None:
    window.open("Redaksi")
    seen: list[bool] = []
    open_one = newsrooms.open

    def look(name: str):
        seen.append(page.widget().isEnabled())
        return open_one(name)

    newsrooms.open = look
    window.open("Pemilu")
    assert seen == [False]
    assert page.widget().isEnabled()
