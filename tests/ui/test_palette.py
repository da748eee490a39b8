"""The palette finds commands, pages, stories and people by typing, and runs what is chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from newsdesk.errors import DatabaseUnreachable
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.palette import Palette
from newsdesk.ui.palette_entries import Asked, Entry, Group, asked, best, matched, shortened
from tests.ui.fakes import FakePage


def entry(words: str) -> Entry:
    return Entry(words, "check", lambda: None)


@pytest.fixture
def palette(window: MainWindow, qtbot) -> Palette:
    """The palette of a window with an open newsroom."""
    window.open("Redaksi")
    window.show_palette()
    return window.findChild(Palette)


def rows(palette: Palette) -> list[str]:
    model = palette.list.model()
    return [model.index(i, 0).data() for i in range(model.rowCount())]


def test_letters_match_anywhere_without_case_and_word_starts_first() -> None:
    assert matched("sia", "Kusno Basiar") == ((8, 11),)
    assert matched("sia dib", "Tandai siap dibaca") == ((7, 10), (12, 15))
    assert matched("sia", "SIAGA-KELUD") == ((0, 3),)
    assert matched("xyz", "SIAGA-KELUD") is None
    found = best("sia", [entry("Kusno Basiar"), entry("Tandai siap"), entry("Siaran")])
    assert [e.words for e in found] == ["Siaran", "Tandai siap", "Kusno Basiar"]


def test_matches_stay_inside_words_whose_small_letters_are_longer() -> None:
    words = "İSTANBUL-SIAGA"  # "İ".lower() is two code points
    for start, end in matched("siaga", words) or ():
        assert words[start:end].lower().startswith("siaga"[: end - start]) or end <= len(words) + 1


def test_prefixes_narrow_the_search() -> None:
    assert asked("> tema") == Asked(">", "tema")
    assert asked("@kusno") == Asked("@", "kusno")
    assert asked("#SIAGA") == Asked("#", "SIAGA")
    assert asked(" siaga ") == Asked("", "siaga")


def test_at_most_nine_rows_and_no_empty_group() -> None:
    groups = [Group("a", [entry(str(i)) for i in range(8)]), Group("b", []), Group("c", [entry("x")] * 5)]
    short = shortened(groups)
    assert [(g.words, len(g.entries)) for g in short] == [("a", 7), ("c", 2)]


def test_it_finds_in_every_group(palette: Palette, qtbot) -> None:
    qtbot.keyClicks(palette.input, "sia")
    assert rows(palette) == [
        "Perintah untuk halaman ini",
        "Kaitkan dengan siaran",
        "Naskah",
        "CUACA-SIANG",
        "SIAGA-KELUD",
        "Orang",
        "Kusno Basiar",
    ]


def test_what_cannot_be_done_now_is_not_offered(palette: Palette, qtbot) -> None:
    qtbot.keyClicks(palette.input, "siarkan")
    assert "Siarkan" not in rows(palette)


def test_arrows_pass_headings_and_enter_runs(palette: Palette, page: FakePage, qtbot) -> None:
    qtbot.keyClicks(palette.input, "sia")
    for _step in range(2):
        qtbot.keyClick(palette.input, Qt.Key.Key_Down)
    assert palette.list.current().words == "SIAGA-KELUD"
    qtbot.keyClick(palette.input, Qt.Key.Key_Up)
    qtbot.keyClick(palette.input, Qt.Key.Key_Return)
    assert page.ran == ["open 1"]
    assert palette.isHidden()


def test_a_click_runs_too(palette: Palette, page: FakePage, qtbot) -> None:
    qtbot.keyClicks(palette.input, "@kusno")
    place = palette.list.visualRect(palette.list.currentIndex()).center()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.ran == ["use Kusno Basiar"]


def test_prefixes_show_one_kind_only(palette: Palette, qtbot) -> None:
    qtbot.keyClicks(palette.input, "#sia")
    assert rows(palette) == ["Naskah", "CUACA-SIANG", "SIAGA-KELUD"]
    palette.input.clear()
    qtbot.keyClicks(palette.input, "> tema")
    assert rows(palette) == ["Perintah", "Tema terang", "Tema gelap", "Tema ikut sistem"]


def test_enter_makes_a_story_when_nothing_matches(palette: Palette, page: FakePage, qtbot) -> None:
    qtbot.keyClicks(palette.input, "gempa malang")
    assert palette.list.is_empty()
    qtbot.keyClick(palette.input, Qt.Key.Key_Return)
    assert page.ran == ["new gempa malang"]


@pytest.mark.parametrize("prefix", [">", "@"])
def test_nobody_who_looks_for_a_command_or_a_person_gets_a_story(
    palette: Palette, page: FakePage, qtbot, prefix: str
) -> None:
    qtbot.keyClicks(palette.input, f"{prefix}gempa malang")
    assert palette.list.is_empty()
    assert palette._box.nothing.text() == "Tidak ada yang cocok dengan “gempa malang”."
    qtbot.keyClick(palette.input, Qt.Key.Key_Return)
    assert page.ran == []


def test_a_row_that_comes_under_a_resting_mouse_is_not_chosen(palette: Palette, qtbot) -> None:
    qtbot.keyClicks(palette.input, "a")
    chosen = palette.list.current()
    palette.list.entered.emit(palette.list.model().index(palette.list.model().rowCount() - 1, 0))
    assert palette.list.current() == chosen


def test_escape_and_a_click_beside_it_close_and_give_the_focus_back(
    window: MainWindow, palette: Palette, page: FakePage, qtbot
) -> None:
    palette.dismiss()
    page.widget().setFocus()
    window.show_palette()
    assert palette.input.hasFocus()
    qtbot.keyClick(palette.input, Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert page.widget().hasFocus()
    window.show_palette()
    qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert palette.isHidden()


def test_a_slow_answer_to_an_old_question_is_dropped(window: MainWindow, look, qtbot) -> None:
    waiting = []
    palette = Palette(look, window, lambda question, answer: waiting.append(answer), lambda slug: None)
    palette.open()
    qtbot.keyClicks(palette.input, "ab")
    waiting[-1]([Group("Baru", [entry("ab")])])
    waiting[0]([Group("Lama", [entry("a")])])
    assert rows(palette) == ["Baru", "ab"]


def test_commands_still_run_when_the_database_cannot_be_reached(palette: Palette, qtbot, monkeypatch) -> None:
    def unreachable(*_anything: object) -> None:
        raise DatabaseUnreachable("redaksi")

    monkeypatch.setattr("tests.ui.fakes.FakeBrowsing.stories", unreachable)
    qtbot.keyClicks(palette.input, "tema gelap")
    assert rows(palette) == ["Perintah", "Tema gelap"]
