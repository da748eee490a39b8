"""Opening a story with 200 revisions in the window, against one with a single revision of the same words."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from tests.benchmarks.harness import Figure, in_turns

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from newsdesk.app import build_newsroom
from newsdesk.domain.story import Script
from newsdesk.paths import Paths, resources
from newsdesk.services.newsroom import Newsroom
from newsdesk.settings import Settings
from newsdesk.ui.components.news_line import NewsLine
from newsdesk.ui.icons import Icons
from newsdesk.ui.look import Look
from newsdesk.ui.preferences import Preferences
from newsdesk.ui.stories.stories_page import StoriesPage
from newsdesk.ui.style import dress
from newsdesk.ui.theme import Theme
from tests.benchmarks.bench_editor import script
from tests.ui.immediate_tasks import ImmediateTasks

REVISIONS = 200
WORDS = 300
GOAL = 3.0


def measure() -> list[Figure]:
    """Measure from the wish to the painted page: script, history and everything beside it."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme = Theme(resources() / "themes", "light")
    theme.apply(app)
    dress(app, theme)
    look = Look(theme, Icons(theme))
    with tempfile.TemporaryDirectory() as folder:
        newsroom = build_newsroom(Paths(Path(folder)), "Redaksi")
        try:
            one, many = _stories(newsroom)
            # Every answer is there when a call returns: what the lanes do is measured with the rest.
            preferences = Preferences(Settings(), lambda _settings: None)
            page = StoriesPage(look, ImmediateTasks(), preferences, NewsLine(look))
            page.widget().resize(1366, 768)
            page.widget().show()
            page.opened(newsroom)
            page.inspector.open_section("history")
            figures = in_turns(lambda: _opened_in_ms(page, many), lambda: _opened_in_ms(page, one), 15)
            page.closing()
        finally:
            newsroom.close()
    name = f"open a story with {REVISIONS} revisions in the window (with 1)"
    return [Figure(name, *figures, f"ratio <= {GOAL:g}", "ms", figures[2] <= GOAL)]


def _stories(newsroom: Newsroom) -> tuple[int, int]:
    body = script(WORDS)
    one = newsroom.drafting.new(Script(slug="SATU", body=body))
    many = newsroom.drafting.new(Script(slug="BANYAK", body=body))
    for number in range(1, REVISIONS):
        other = Script(slug="BANYAK", body=body + " Lagi." * (number % 2))
        many = newsroom.drafting.save(many.id, many.version, other)
    return one.id, many.id


def _opened_in_ms(page: StoriesPage, story_id: int) -> float:
    start = time.perf_counter()
    page.desk.open(story_id)
    page.widget().grab()
    return (time.perf_counter() - start) * 1000
