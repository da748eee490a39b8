"""A real newsroom in a temporary profile, and the page on it."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime

import pytest

from newsdesk.app import build_newsroom
from newsdesk.paths import Paths, resources
from newsdesk.services.reading import Reading
from newsdesk.settings import Settings
from newsdesk.spoken.tables import load
from newsdesk.ui.components.news_line import NewsLine
from newsdesk.ui.preferences import Preferences
from newsdesk.ui.stories.script_editor import ScriptEditor
from newsdesk.ui.stories.stories_page import StoriesPage
from tests.ui.held_tasks import HeldTasks
from tests.ui.stories.colleague import Colleague

NOW = datetime(2025, 1, 17, 3, 4, tzinfo=UTC)


@pytest.fixture(scope="session")
def tables():
    return load(resources() / "lexicon")


@pytest.fixture
def reading(tables):
    return Reading(tables)


@pytest.fixture(scope="session")
def _empty_profile(tmp_path_factory):
    """A profile with an empty newsroom, made once: making its tables costs more than most tests."""
    paths = Paths(tmp_path_factory.mktemp("empty") / "profile")
    paths.make()
    build_newsroom(paths, "Redaksi").close()
    return paths.newsrooms.parent


@pytest.fixture
def newsroom(tmp_path, _empty_profile):
    shutil.copytree(_empty_profile, tmp_path / "profile")
    newsroom = build_newsroom(Paths(tmp_path / "profile"), "Redaksi")
    yield newsroom
    newsroom.close()


@pytest.fixture
def editor(qtbot, look, reading):
    editor = ScriptEditor(look)
    qtbot.addWidget(editor)
    editor.resize(732, 500)
    editor.text.read_with(reading)
    editor.show()
    return editor


@pytest.fixture
def preferences():
    return Preferences(Settings(), lambda settings: None)


@pytest.fixture
def page(qtbot, look, tasks, preferences, newsroom):
    """The page on an empty newsroom; every service call has answered when a call returns."""
    news = NewsLine(look)
    qtbot.addWidget(news)
    page = StoriesPage(look, tasks, preferences, news)
    widget = page.widget()
    qtbot.addWidget(widget)
    widget.resize(1364, 800)
    widget.show()
    page.opened(newsroom)
    page.news = news
    yield page
    page.closing()


@pytest.fixture
def held():
    """Tasks that do and answer only what the test lets go."""
    return HeldTasks()


@pytest.fixture
def held_page(qtbot, look, held, preferences, newsroom):
    """The page on an empty newsroom, opened; from here on every service call waits to be let go."""
    news = NewsLine(look)
    qtbot.addWidget(news)
    page = StoriesPage(look, held, preferences, news)
    widget = page.widget()
    qtbot.addWidget(widget)
    widget.resize(1364, 800)
    widget.show()
    page.opened(newsroom)
    page.news = news
    held.let_go()
    yield page
    page.closing()
    held.let_go()


@pytest.fixture
def rani(newsroom):
    """A reporter at another desk of the same newsroom."""
    return Colleague(newsroom, "rani", "Rani Puspita")


@pytest.fixture
def desk(page, qtbot):
    """The page in the window that has the keyboard."""
    page.widget().activateWindow()
    qtbot.waitUntil(page.widget().isActiveWindow)
    return page
