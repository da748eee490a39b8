"""The Buletin page on a real newsroom an hour before a bulletin."""

from __future__ import annotations

import shutil
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsdesk.app import build_newsroom
from newsdesk.paths import Paths
from newsdesk.ui.bulletins.bulletins_page import BulletinsPage
from newsdesk.ui.components.news_line import NewsLine
from newsdesk.ui.rundown.rows import HeadingRow
from newsdesk.ui.ticker import Ticker
from newsdesk.ui.zones import now
from tests.ui.bulletins.filled import fill

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def present():
    return now("Asia/Jakarta")


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
    paths = Paths(tmp_path_factory.mktemp("buletin") / "profile")
    paths.make()
    newsroom = build_newsroom(paths, "Redaksi")
    fill(newsroom, (present() + timedelta(minutes=55)).replace(second=0, microsecond=0))
    newsroom.close()
    return paths.profile


@pytest.fixture
def profile(_filled_profile, tmp_path):
    profile = tmp_path / "filled"
    shutil.copytree(_filled_profile, profile)
    return profile


@pytest.fixture
def newsroom(profile):
    newsroom = build_newsroom(Paths(profile), "Redaksi")
    yield newsroom
    newsroom.close()


@pytest.fixture
def make_page(qtbot, look, tasks, preferences):
    """Make a page on a newsroom, shown as in a window of 1440 x 900, where every service has answered."""
    pages = []

    def made(newsroom, size=(1364, 852), lanes=None):
        news = NewsLine(look)
        qtbot.addWidget(news)
        page = BulletinsPage(look, lanes or tasks, preferences, news, Ticker(present))
        page.news = news
        page._made().desk.send_after_ms = 0  # what a test does is in the database when the key is up
        page.opened(newsroom)
        widget = page.widget()
        qtbot.addWidget(widget)
        widget.setMinimumSize(200, 200)
        widget.resize(*size)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        page.room = page._made()
        page.view, page.desk = page.room.view, page.room.desk
        page.table = page.view.pane.table
        pages.append(page)
        return page

    yield made
    for page in pages:
        page.closing()


@pytest.fixture
def page(make_page, newsroom, qtbot):
    page = make_page(newsroom)
    qtbot.waitUntil(lambda: page.desk.sheet is not None)
    return page


def slugs(page):
    """Return what is to be seen from the top: slugs, and headings in brackets."""
    return [
        f"[{row.name}]" if isinstance(row, HeadingRow) else row.facts.slug for row in page.table.rows.rows()
    ]


def row_of(page, slug):
    return next(
        row for row in page.table.rows.rows() if not isinstance(row, HeadingRow) and row.facts.slug == slug
    )


def go_to(page, slug):
    """Put the keyboard at a row."""
    page.table.setFocus()
    page.table.set_current(slugs(page).index(slug))


def press(page, key, modifier=None):
    """Press a key where the keyboard is."""
    focus = page.view.focusWidget() or page.view
    QTest.keyClick(focus, key, *(() if modifier is None else (modifier,)))


def kept(page, newsroom):
    """Return the rundown as the database has it."""
    return newsroom.bulletins.open(page.desk.sheet.bulletin_id).rundown


def kept_slugs(page, newsroom):
    opened = newsroom.bulletins.open(page.desk.sheet.bulletin_id)
    return [state.slug if (state := opened.state_of(item)) else item.slug for item in opened.rundown.items]
