"""The page comes back as it was left: columns, sections, story, cursor and what was in sight."""

from __future__ import annotations

import pytest

from newsdesk.ui.preferences import Preferences
from newsdesk.ui.stories.last_place import Place, go_to, place_in, remember, remembered
from tests.ui.stories.at_desk import reopened, write

LONG = "\n".join(f"Paragraf {n}, upacara digelar di halaman kantor." for n in range(60))


def test_the_story_comes_back_with_its_cursor_and_the_lines_that_were_in_sight(
    page, look, tasks, preferences, newsroom, qtbot
):
    story = write(page, LONG)
    editor = page.pane.editor
    cursor = editor.textCursor()
    cursor.setPosition(LONG.index("Paragraf 30"))
    editor.setTextCursor(cursor)
    editor.verticalScrollBar().setValue(editor.verticalScrollBar().value() + 7)
    left = place_in(editor)
    assert left.top > 0
    again = reopened(page, look, tasks, preferences, newsroom, qtbot)
    assert again.desk.story.id == story
    assert again.pane.editor.textCursor().position() == LONG.index("Paragraf 30")
    assert place_in(again.pane.editor).top == left.top
    again.closing()


def test_a_place_in_a_script_that_is_shorter_by_now_is_its_end(editor):
    editor.text.load("Satu.", ())
    go_to(editor, Place(500, 400, 3))
    assert editor.textCursor().position() == 5


@pytest.mark.parametrize("kept", ["", "Redaksi\t7", "Redaksi\tx\t1", "Pemilu\t7\t3", "Redaksi\t7\t3\t-1\t0"])
def test_what_is_no_place_in_this_newsroom_is_the_beginning_of_nothing(preferences, kept):
    preferences.settings.last_story = kept
    assert remembered(preferences, "Redaksi") == (0, Place())


def test_a_place_kept_by_an_older_program_is_read(preferences):
    preferences.settings.last_story = "Redaksi\t7\t3"
    assert remembered(preferences, "Redaksi") == (7, Place(3))
    remember(preferences, "Redaksi", 8, Place(1, 2, 3))
    assert remembered(preferences, "Redaksi") == (8, Place(1, 2, 3))


def test_columns_drawn_wider_and_sections_opened_stay_so(
    page, look, tasks, preferences: Preferences, newsroom, qtbot
):
    write(page)
    page.panes._split.moveSplitter(400, 1)
    qtbot.waitUntil(lambda: preferences.settings.list_width > 0)
    width = page.list.width()
    page.inspector.open_section("history")
    page.inspector.sections()["sources"].set_open(False)
    again = reopened(page, look, tasks, preferences, newsroom, qtbot)
    again.widget().resize(page.widget().size())
    assert again.list.width() == width
    assert again.inspector.sections()["history"].is_open
    assert not again.inspector.sections()["sources"].is_open
    again.closing()
