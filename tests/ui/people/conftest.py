"""A window with a gate, before real newsrooms of a temporary profile."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdesk.app import build_newsroom
from newsdesk.domain.people import Role
from newsdesk.paths import Paths
from newsdesk.services.newsroom import Newsroom
from newsdesk.services.newsrooms import Newsrooms
from newsdesk.ui.components.news_line import NewsLine
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.people.gate import Gate
from newsdesk.ui.settings.page import SettingsPage
from tests.ui.fakes import FakePage

PASSWORD = "hujan deras di wlingi"
RANIS = "kopi pahit tanpa gula"


class RealNewsrooms:
    """Opens the newsrooms of a profile; ``opened`` has every one, to be closed."""

    def __init__(self, paths: Paths) -> None:
        self.paths = paths
        self.opened: list[Newsroom] = []

    def names(self) -> list[str]:
        return Newsrooms(self.paths.newsrooms).names()

    def open(self, name: str) -> Newsroom:
        self.opened.append(build_newsroom(self.paths, name))
        return self.opened[-1]


@pytest.fixture(scope="session")
def administered_profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make once a profile whose newsroom Redaksi has Dewi as administrator and Rani as reporter."""
    paths = Paths(tmp_path_factory.mktemp("administered") / "profile")
    paths.make()
    newsroom = build_newsroom(paths, "Redaksi")
    newsroom.accounts.begin_with("Dewi Lestari", "dewi", PASSWORD)
    newsroom.accounts.add("Rani Puspita", "rani", RANIS, {Role.REPORTER})
    newsroom.close()
    return paths.profile


@pytest.fixture
def newsrooms(tmp_path) -> Iterator[RealNewsrooms]:
    paths = Paths(tmp_path / "profile")
    paths.make()
    newsrooms = RealNewsrooms(paths)
    yield newsrooms
    for newsroom in newsrooms.opened:
        newsroom.close()


@pytest.fixture
def kept() -> list[str]:
    """Grows each time the words being typed were to be kept at once."""
    return []


@pytest.fixture
def gate(look, tasks, preferences, kept) -> Gate:
    return Gate(look, tasks, preferences, lambda: kept.append("kept"))


@pytest.fixture
def window(qtbot, look, tasks, preferences, newsrooms, page: FakePage, gate: Gate, tmp_path) -> MainWindow:
    news = NewsLine(look)
    settings_page = SettingsPage(look, tasks, preferences, newsrooms, Paths(tmp_path))
    settings_page.person_changed = gate.follow
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
        gate=gate,
    )
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.isActiveWindow() and page.widget().isVisible())
    return window


@pytest.fixture
def signing_in(newsrooms: RealNewsrooms, administered_profile: Path) -> None:
    """Have a newsroom where Dewi is the administrator and Rani a reporter."""
    shutil.copytree(administered_profile, newsrooms.paths.profile, dirs_exist_ok=True)
