"""The airtime in the head of the page shows what is stored, not what was wished for."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsdesk.domain.story import Script
from newsdesk.errors import DatabaseUnreachable

ELEVEN = datetime.fromisoformat("2025-01-17T11:00+07:00")


@pytest.fixture
def field(page, newsroom):
    """The airtime field of a story planned for eleven."""
    story = newsroom.drafting.new(Script(slug="CUACA", body="Hujan."))
    newsroom.drafting.set_airtime(story.id, story.version, ELEVEN)
    page.shelf.fill()
    page.open_story(story.id)
    return page.pane.header.airtime


def plan(field, words):
    field.setFocus()
    field.setText(words)
    field.editingFinished.emit()


def test_an_airtime_that_could_not_be_stored_is_not_shown_as_if_it_were(page, newsroom, field, monkeypatch):
    before = field.text()
    set_airtime = newsroom.drafting.set_airtime

    def unreachable(*_args):
        raise DatabaseUnreachable("db.radio")

    monkeypatch.setattr(newsroom.drafting, "set_airtime", unreachable)
    plan(field, "23.55")
    assert field.text() == before
    assert page.pane.news.sentence.startswith("Rencana tayang tidak tersimpan.")
    assert newsroom.drafting.open(page.desk.story.id).airtime == ELEVEN
    monkeypatch.setattr(newsroom.drafting, "set_airtime", set_airtime)
    plan(field, "17/1/2025 23.55")
    assert newsroom.drafting.open(page.desk.story.id).airtime == ELEVEN.replace(hour=23, minute=55)


def test_what_is_typed_while_an_airtime_fails_to_be_stored_stays(page, newsroom, field, monkeypatch):
    def unreachable(*_args):
        field.setText("12.3")  # the answer takes five seconds; somebody types on
        raise DatabaseUnreachable("db.radio")

    monkeypatch.setattr(newsroom.drafting, "set_airtime", unreachable)
    plan(field, "23.55")
    assert field.text() == "12.3"


def test_enter_keeps_the_airtime_once_and_leads_to_the_headline(page, newsroom, field, qtbot):
    page.widget().activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    asked = []
    page.pane.header.airtime_typed.connect(asked.append)
    field.setText("17/1/2025 23.55")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(page.pane.header.headline.hasFocus)
    assert len(asked) == 1
    assert newsroom.drafting.open(page.desk.story.id).airtime == ELEVEN.replace(hour=23, minute=55)


def test_enter_stays_in_the_airtime_while_its_words_are_no_time(page, field, qtbot):
    page.widget().activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.setText("pagi")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.hasFocus()
    assert "bukan jam tayang" in page.pane.news.sentence


def test_the_foot_says_when_an_airtime_was_kept(page, newsroom, field, monkeypatch):
    later = datetime.fromisoformat("2025-01-17T15:42+07:00")
    monkeypatch.setattr(newsroom.drafting, "moment", lambda: later)
    plan(field, "17/1/2025 23.55")
    assert page.pane.foot.state_words == "Tersimpan 15.42"
