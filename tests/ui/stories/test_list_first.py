"""The list comes first: what is made behind it is whole whenever somebody is quicker."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsdesk.domain.story import Script
from newsdesk.ui.components.news_line import NewsLine
from newsdesk.ui.palette import Palette
from newsdesk.ui.stories.stories_page import StoriesPage
from tests.ui.held_tasks import HeldTasks


@pytest.fixture
def behind():
    """What the page wants made behind its list, until the test makes it."""
    return []


@pytest.fixture
def young(qtbot, look, tasks, preferences, newsroom, behind):
    """The page a moment after its list came: nothing else of it is made."""
    newsroom.drafting.new(Script(slug="BANJIR", body="Air naik."))
    news = NewsLine(look)
    qtbot.addWidget(news)
    page = StoriesPage(look, tasks, preferences, news, behind.append)
    qtbot.addWidget(page.widget())
    page.widget().resize(1364, 800)
    page.widget().show()
    page.opened(newsroom)
    yield page
    page.closing()


def test_the_list_is_there_before_the_desks_and_behind_it_the_last_story(young, behind):
    assert [young.list.rows.row_at(0).slug, young.list.rows.rowCount()] == ["BANJIR", 1]
    assert not hasattr(young, "desk")
    assert not young.has_script
    assert not young.unkept
    width = young.list.width()
    behind.pop()()
    assert young.desk.story.script.slug == "BANJIR"
    assert young.has_script
    assert young.list.width() == width, "nothing moves under the pointer"
    assert young.inspector.isVisible()
    assert young.shelf.any_story


def test_a_sheet_asked_for_before_the_desks_were_made_stays_on_the_desk(young, behind):
    young.new_story("GEMPA")
    QTest.keyClicks(young.pane.editor, "Tanah bergetar.")
    behind.pop()()
    assert young.desk.script().slug == "GEMPA"
    assert young.desk.script().body == "Tanah bergetar."


def test_a_key_and_a_row_work_before_the_desks_were_made(young, behind):
    QTest.keyClick(young.list.list, Qt.Key.Key_Down)
    QTest.keyClick(young.list.list, Qt.Key.Key_Return)
    assert young.desk.story.script.slug == "BANJIR"
    QTest.keyClicks(young.pane.editor, "Di Kediri ")
    behind.pop()()
    assert "Di Kediri" in young.desk.script().body


def test_who_searches_before_the_last_story_came_goes_on_searching(young, behind):
    filter_field = young.list.filter
    young.list.focus_filter()
    QTest.keyClicks(filter_field, "BAN")
    behind.pop()()
    assert young.desk.story.script.slug == "BANJIR"
    assert filter_field.hasFocus()


def test_who_opened_the_palette_before_the_last_story_came_types_into_it(young, behind, look):
    palette = Palette(look, young.widget(), lambda _asked, answer: answer([]), young.new_story)
    palette.open()
    behind.pop()()
    QTest.keyClicks(palette.input, "GEMPA")
    assert young.desk.story.script.slug == "BANJIR"
    assert palette.input.hasFocus()


def test_who_asks_for_another_list_before_the_first_one_came_has_a_whole_page(
    qtbot, look, preferences, newsroom, behind
):
    newsroom.drafting.new(Script(slug="BANJIR", body="Air naik 2 meter."))
    tasks, news = HeldTasks(), NewsLine(look)
    qtbot.addWidget(news)
    page = StoriesPage(look, tasks, preferences, news, behind.append)
    qtbot.addWidget(page.widget())
    page.widget().show()
    page.opened(newsroom)
    page.list.choose("all")
    tasks.let_go()
    assert page.list.rows.row_at(0).slug == "BANJIR"
    assert len(behind) == 1
    with qtbot.waitSignal(page.filled):
        behind.pop()()
    page.open_story(page.list.rows.row_at(0).id)
    tasks.let_go()
    page.pane.show_spoken(True)
    tasks.let_go()
    assert page.pane.spoken.toPlainText() == "Air naik dua meter."
    page.closing()


def test_a_page_that_is_closed_before_its_desks_were_made_makes_none(young, behind):
    young.closing()
    behind.pop()()
    assert not hasattr(young, "desk")
