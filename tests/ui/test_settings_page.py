"""Atur: a change acts at once and is saved at once; a value that does not fit says what would."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from newsdesk.errors import StaleEntry
from newsdesk.ui.components.choice import Choice
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.preferences import Preferences
from newsdesk.ui.settings.appearance import Appearance
from newsdesk.ui.settings.data import DataSection
from newsdesk.ui.settings.newsroom_section import NewsroomSection
from newsdesk.ui.settings.person import PersonSection
from newsdesk.ui.settings.station import Station
from newsdesk.ui.settings.view import SettingsView
from newsdesk.ui.theme import Theme
from tests.ui.fakes import FakePage


@pytest.fixture
def opened(window: MainWindow) -> MainWindow:
    """The window with an open newsroom, at Atur."""
    window.open("Redaksi")
    window.show_settings()
    return window


def click(parent, name: str, qtbot) -> None:
    button = next(b for b in parent.findChildren(QAbstractButton) if b.accessibleName() == name)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def pick(choice: Choice, value: str) -> None:
    """Choose as a person does: the box tells only then."""
    at = choice.box.findData(value)
    choice.box.setCurrentIndex(at)
    choice.box.activated.emit(at)


def texts(parent) -> set[str]:
    return {label.text() for label in parent.findChildren(QLabel)}


def test_a_theme_acts_at_once_and_is_saved(opened, theme: Theme, preferences: Preferences, qtbot) -> None:
    click(opened.findChild(Appearance), "Tema: Gelap", qtbot)
    assert theme.dark
    assert preferences.saved[-1].theme == "dark"


def test_a_theme_chosen_in_the_palette_is_shown_here(opened, preferences: Preferences) -> None:
    preferences.set("theme", "dark")
    assert opened.findChild(Appearance).theme.value() == "dark"


def test_language_and_spoken_line_are_told_to_whoever_listens(
    opened, preferences: Preferences, qtbot
) -> None:
    told: list[str] = []
    preferences.changed.connect(told.append)
    pick(opened.findChild(Appearance).language, "en")
    opened.findChild(Appearance).spoken_line.click()
    assert told == ["language", "spoken_line"]
    assert (preferences.saved[-1].language, preferences.saved[-1].spoken_line) == ("en", False)


def test_station_and_zone_stand_in_the_top_bar_at_once(opened, preferences: Preferences, qtbot) -> None:
    station = opened.findChild(Station)
    station.name.edit.clear()
    qtbot.keyClicks(station.name.edit, "Radio Kelud")
    pick(station.zone, "Asia/Makassar")
    assert {"Radio Kelud", "WITA"} <= texts(opened)
    assert preferences.saved[-1].station == "Radio Kelud"


def test_a_station_name_that_is_too_long_says_so_and_is_not_kept(opened, preferences: Preferences) -> None:
    station = opened.findChild(Station)
    station.name.set_text("R" * 61)
    assert "Paling panjang 60 huruf" in texts(station)
    assert preferences.settings.station == ""
    station.name.set_text("Radio")
    assert "Paling panjang 60 huruf" not in texts(station)


@pytest.mark.parametrize("wrong", ["", "cepat", "9", "9000", "-350", "3,5", "³⁵⁰"])
def test_a_rate_nobody_reads_at_says_what_fits(opened, page: FakePage, wrong: str) -> None:
    section = opened.findChild(PersonSection)
    section.rate.set_text(wrong)
    section.rate.edit.editingFinished.emit()
    assert any("150 sampai 700" in text for text in texts(section))
    assert page.newsroom.people.me().rate == 350


def test_name_and_rate_are_kept_in_the_newsroom(opened, page: FakePage, qtbot) -> None:
    section = opened.findChild(PersonSection)
    section.name.set_text("  Rani   Puspita ")
    qtbot.keyClick(section.name.edit, Qt.Key.Key_Return)
    section.rate.set_text("330")
    qtbot.keyClick(section.rate.edit, Qt.Key.Key_Return)
    person = page.newsroom.people.me()
    assert (person.name, person.rate) == ("Rani Puspita", 330)
    assert "5,5 suku kata per detik" in texts(section)


def test_an_empty_name_is_not_kept(opened, page: FakePage) -> None:
    section = opened.findChild(PersonSection)
    section.name.set_text("  ")
    section.name.edit.editingFinished.emit()
    assert "Tulis nama yang akan tercatat di revisi" in texts(section)
    assert page.newsroom.people.me().name == "Ipang Harwoko"


def test_a_change_that_the_newsroom_refuses_is_told_under_the_field(opened, monkeypatch) -> None:
    def stale(*_anything: object) -> None:
        raise StaleEntry(1)

    monkeypatch.setattr("tests.ui.fakes.FakePeople.set_rate", stale)
    section = opened.findChild(PersonSection)
    section.rate.set_text("400")
    section.rate.edit.editingFinished.emit()
    assert any("sudah diubah" in text for text in texts(section))


def test_another_newsroom_is_opened_by_name(opened, page: FakePage, qtbot) -> None:
    section = opened.findChild(NewsroomSection)
    click(section, "Buka redaksi Pemilu", qtbot)
    assert page.newsroom.name == "Pemilu"
    visible = [
        b.accessibleName() for b in section.findChildren(QAbstractButton) if not b.parentWidget().isHidden()
    ]
    assert "Buka redaksi Redaksi" in visible
    assert "Buka redaksi Pemilu" not in visible


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("redaksi", "sudah ada"),
        ("a/b", "tidak boleh"),
        (".hidden", "tidak boleh"),
        ("n" * 61, "Paling panjang"),
        ("", "Tulis nama redaksi baru"),
    ],
)
def test_a_newsroom_name_that_cannot_be_used_says_why(
    opened, page: FakePage, name: str, said: str, qtbot
) -> None:
    section = opened.findChild(NewsroomSection)
    section.new_name.set_text(name)
    qtbot.mouseClick(section.make_button, Qt.MouseButton.LeftButton)
    assert any(said in text for text in texts(section))
    assert page.newsroom.name == "Redaksi"


def test_where_the_data_lies_can_be_read_and_copied(opened, tmp_path) -> None:
    from PySide6.QtWidgets import QLineEdit

    fields = [field.text() for field in opened.findChild(DataSection).findChildren(QLineEdit)]
    assert str(tmp_path / "newsrooms") in fields
    assert str(tmp_path / "logs") in fields


def test_the_keyboard_stays_in_the_section_when_another_newsroom_was_opened(opened) -> None:
    section = opened.findChild(NewsroomSection)
    opened.show_settings("newsrooms")
    QTest.keyClicks(section.new_name.edit, "Malam")
    QTest.keyClick(section.new_name.edit, Qt.Key.Key_Return)
    assert opened.focusWidget() is section.new_name.edit


def test_going_to_atur_again_marks_the_section_that_is_shown(opened) -> None:
    opened.show_settings("data")
    opened.findChild(SettingsView).setFocus()
    assert opened.focusWidget().text() == "Data"
