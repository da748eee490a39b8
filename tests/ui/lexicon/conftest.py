"""The Leksikon page on a real newsroom whose lexicon holds what a few weeks bring."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtTest import QTest

from newsdesk.app import build_newsroom
from newsdesk.paths import Paths
from newsdesk.ui.components.news_line import NewsLine
from newsdesk.ui.lexicon.lexicon_page import LexiconPage
from newsdesk.ui.listening.passage import Playing
from tests.ui.lexicon.filled import fill


class FakePlayer(QObject):
    """Says that it speaks until it is told to stop."""

    state_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.state = Playing.SILENT

    def turn(self, state: Playing) -> None:
        self.state = state
        self.state_changed.emit(state)


class FakeListening:
    """Stands in for the voice: keeps what it was to say."""

    def __init__(self) -> None:
        self.player = FakePlayer()
        self.said: list[str] = []
        self.bar = SimpleNamespace(voice=SimpleNamespace(text=lambda: "Suara Gita"))

    def say(self, spoken: str) -> None:
        self.said.append(spoken)
        self.player.turn(Playing.SAYING)

    def commands(self):
        from newsdesk.ui.commands import Command

        stop = lambda: self.player.turn(Playing.SILENT)  # noqa: E731 - one line says it
        return [Command("listen.stop", "Henti", "square", stop, "listen.stop")]


@pytest.fixture
def empty_newsroom(tmp_path):
    paths = Paths(tmp_path / "profile")
    paths.make()
    newsroom = build_newsroom(paths, "Redaksi")
    yield newsroom
    newsroom.close()


@pytest.fixture(scope="session")
def _filled_profile(tmp_path_factory):
    """A profile whose newsroom is filled once for all tests; each gets a copy."""
    paths = Paths(tmp_path_factory.mktemp("leksikon") / "profile")
    paths.make()
    newsroom = build_newsroom(paths, "Redaksi")
    fill(newsroom, datetime.now(UTC))
    newsroom.close()
    return paths.profile


@pytest.fixture
def newsroom(_filled_profile, tmp_path):
    profile = tmp_path / "filled"
    shutil.copytree(_filled_profile, profile)
    newsroom = build_newsroom(Paths(profile), "Redaksi")
    yield newsroom
    newsroom.close()


@pytest.fixture
def listening():
    return FakeListening()


@pytest.fixture
def make_page(qtbot, look, tasks, preferences, listening):
    """Make a page on a newsroom, shown as in a window of 1440, where every service has answered."""
    pages = []

    def made(newsroom, width=1364, lanes=None):
        news = NewsLine(look)
        qtbot.addWidget(news)
        page = LexiconPage(look, lanes or tasks, preferences, news)
        page.news = news
        page.opened(newsroom)
        page.listen_with(listening)
        widget = page.widget()
        qtbot.addWidget(widget)
        widget.setMinimumSize(200, 200)  # as the window does: its own minimum counts, not the layouts'
        widget.resize(width, 820)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        page.view, page.pane = widget, widget.pane
        page.changes = []
        page.changed.connect(lambda: page.changes.append(True))
        pages.append(page)
        return page

    yield made
    for page in pages:
        page.closing()


@pytest.fixture
def page(make_page, newsroom):
    return make_page(newsroom)


def forms(page):
    """Return the forms to be seen, from the top."""
    model = page.pane.table.model()
    return [model.row_at(place).entry.form for place in range(model.rowCount())]


def place_of(page, form):
    return forms(page).index(form)


def entry_of(newsroom, form):
    return next((entry for entry in newsroom.lexicon.forms() if entry.form == form), None)


def press(page, key, modifier=None):
    """Press a key where the keyboard is."""
    focus = page.view.focusWidget() or page.view
    QTest.keyClick(focus, key, *(() if modifier is None else (modifier,)))


def click(parent, name, qtbot):
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QAbstractButton

    button = next(b for b in parent.findChildren(QAbstractButton) if b.accessibleName() == name)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
