"""The list comes first: what is made behind it is whole whenever somebody is quicker."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsdesk.domain.story import Script
from newsdesk.ui.components.news_line import NewsLine
from newsdesk.ui.stories.stories_page import StoriesPage


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


def test_a_page_that_is_closed_before_its_desks_were_made_makes_none(young, behind):
    young.closing()
    behind.pop()()
    assert not hasattr(young, "desk")
