"""What the tests of the window share: the real theme and icons, and tasks that answer at once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from newsdesk.paths import Paths, resources
from newsdesk.settings import Settings
from newsdesk.ui.components.news_line import NewsLine
from newsdesk.ui.icons import Icons
from newsdesk.ui.look import Look
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.preferences import Preferences
from newsdesk.ui.settings.page import SettingsPage
from newsdesk.ui.style import dress
from newsdesk.ui.theme import Theme
from tests.ui.fakes import FakeNewsrooms, FakePage
from tests.ui.immediate_tasks import ImmediateTasks


@pytest.fixture(scope="session")
def _themes(qapp: QApplication) -> Theme:
    theme = Theme(resources() / "themes", "light")
    theme.apply(qapp)
    dress(qapp, theme)
    return theme


@pytest.fixture
def theme(_themes: Theme) -> Theme:
    """The theme of the program, light, applied to the application."""
    _themes.choose("light")
    return _themes


@pytest.fixture
def icons(theme: Theme) -> Icons:
    """The icons in that theme."""
    return Icons(theme)


@pytest.fixture
def look(theme: Theme, icons: Icons) -> Look:
    """Both, as the controls want them."""
    return Look(theme, icons)


@pytest.fixture
def tasks() -> ImmediateTasks:
    """Tasks whose answers are there when the call returns."""
    return ImmediateTasks()


@pytest.fixture
def preferences() -> Preferences:
    """Settings in their defaults; ``saved`` has what was written."""
    preferences = Preferences(Settings(), lambda settings: preferences.saved.append(replace(settings)))
    preferences.saved = []
    return preferences


@pytest.fixture
def newsrooms() -> FakeNewsrooms:
    """Two newsrooms that can be opened, without databases."""
    return FakeNewsrooms()


@pytest.fixture
def page() -> FakePage:
    """The page of the window."""
    return FakePage()


@pytest.fixture
def window(qtbot, look, tasks, preferences, newsrooms, page, tmp_path) -> MainWindow:
    """The window with one page, shown and active, before a newsroom is open."""
    news = NewsLine(look)
    settings_page = SettingsPage(look, tasks, preferences, newsrooms, Paths(tmp_path))
    window = MainWindow(
        look,
        tasks,
        preferences,
        newsrooms,
        news,
        [page],
        settings_page,
        new_story=lambda slug: page.ran.append(f"new {slug}"),
        open_story=lambda story_id: page.ran.append(f"open {story_id}"),
        use_source=lambda source: page.ran.append(f"use {source.name}"),
    )
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.isActiveWindow() and page.widget().isVisible())
    return window
