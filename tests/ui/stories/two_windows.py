"""Two windows on one newsroom, as two people at two desks have them."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from newsdesk.app import build_newsroom
from newsdesk.services import people
from newsdesk.storage.tables import locks
from newsdesk.ui.components.news_line import NewsLine
from newsdesk.ui.stories.stories_page import StoriesPage


@contextmanager
def opened(paths, name, login, person):
    """Open the newsroom as somebody, on the computer whose profile is ``paths``."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(people, "computer_user", lambda: (login, person))
        newsroom = build_newsroom(paths, name)
    try:
        yield newsroom
    finally:
        newsroom.close()


@contextmanager
def window(qtbot, look, tasks, preferences, newsroom):
    """Show the Naskah page on a newsroom."""
    news = NewsLine(look)
    qtbot.addWidget(news)
    page = StoriesPage(look, tasks, preferences, news)
    qtbot.addWidget(page.widget())
    page.widget().resize(1364, 800)
    page.widget().show()
    page.opened(newsroom)
    page.news = news
    try:
        yield page
    finally:
        page.closing()


def type_at_end(page, words):
    """Type behind the last word, and have it autosaved now."""
    cursor = page.pane.editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    page.pane.editor.setTextCursor(cursor)
    QTest.keyClicks(page.pane.editor, words)
    page.desk.autosave.flush()


def history(newsroom, story):
    """Return who made which revision and its body, the newest first."""
    versions = newsroom.versions
    return [
        (row.by, row.kind.value, versions.revision(story, row.number).script.body)
        for row in versions.revisions(story)
    ]


def lapse(newsroom, seconds=50):
    """Let everybody's newest sign of life be that much older."""
    with newsroom.storage.database.writing() as session:
        session.execute(locks.update().values(seen_at=datetime.now(UTC) - timedelta(seconds=seconds)))
