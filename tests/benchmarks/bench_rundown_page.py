"""The Buletin page: how long a row takes from the key to the last of its times on the screen."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from tests.benchmarks.harness import Figure

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from newsdesk.app import build_newsroom
from newsdesk.domain.rundown import Block, ItemKind, Rundown, RundownItem
from newsdesk.domain.story import Script
from newsdesk.paths import Paths, resources
from newsdesk.services.newsroom import Newsroom
from newsdesk.settings import Settings
from newsdesk.ui.bulletins.bulletins_page import BulletinsPage
from newsdesk.ui.components.news_line import NewsLine
from newsdesk.ui.icons import Icons
from newsdesk.ui.look import Look
from newsdesk.ui.preferences import Preferences
from newsdesk.ui.style import dress
from newsdesk.ui.tasks import Tasks
from newsdesk.ui.theme import Theme
from newsdesk.ui.ticker import Ticker
from newsdesk.ui.zones import now

ROWS, STORIES = 60, 40
MANY = 500
RUNS = 30
GOAL_MS = 16.0
_GIVES_UP_S = 2.0
_BETWEEN_S = 0.3
"""Between two keys: what follows of the one before has ended."""
_ALT = Qt.KeyboardModifier.AltModifier
_SENTENCE = "Pemerintah Kota Blitar mencatat perkembangan terbaru di lapangan pada hari ini. "


class _Painted(QObject):
    """Notes when a widget was last painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.at = 0.0
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QApplication.sendEvent(watched, event)
            watched.installEventFilter(self)
            self.at, self.count = time.perf_counter(), self.count + 1
            return True
        return False


def measure() -> list[Figure]:
    """Measure a row moved by its key among 60, and among 500; and the same row counted and not counted."""
    app = QApplication.instance() or QApplication([])
    theme = Theme(resources() / "themes", "light")
    theme.apply(app)
    dress(app, theme)
    look = Look(theme, Icons(theme))
    figures: list[Figure] = []
    for rows, goal in ((ROWS, GOAL_MS), (MANY, None)):
        with _page(look, rows) as page:
            figures += _moves(app, page, rows, goal)
    return figures


def _moves(app: QApplication, page: BulletinsPage, rows: int, goal: float | None) -> list[Figure]:
    room = page._room
    assert room is not None
    table = room.view.pane.table
    _wait(app, lambda: room.desk.sheet is not None)
    table.setFocus()
    painted = _Painted(table.viewport())
    table.set_current(rows // 2)
    _settle(app)
    taken: dict[str, list[float]] = {"moved": [], "counted or not": []}
    for run in range(RUNS):
        up = run % 20 >= 10
        key, modifier = Qt.Key.Key_Up if up else Qt.Key.Key_Down, _ALT
        taken["moved"].append(_one(app, table, painted, key, modifier))
    for _run in range(RUNS // 3):
        taken["counted or not"].append(
            _one(app, table, painted, Qt.Key.Key_F, Qt.KeyboardModifier.NoModifier)
        )
    _wait(app, lambda: room.desk.sheet is not None and room.desk.sheet.settled)
    figures: list[Figure] = []
    for name, each in taken.items():
        ms = statistics.median(each)
        met = None if goal is None else ms <= goal
        told = "" if goal is None else f"<= {goal:.0f} ms"
        figures.append(Figure(f"row of {rows} {name}, key to painted", ms, None, None, told, "ms", met))
    return figures


def _one(
    app: QApplication, table: QWidget, painted: _Painted, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> float:
    """Return milliseconds from a key to the end of the paint that shows what it did."""
    _settle(app)
    count, begun = painted.count, time.perf_counter()
    QTest.keyClick(table, key, modifier)
    while painted.count == count and time.perf_counter() - begun < _GIVES_UP_S:
        app.processEvents()
    assert painted.count > count, "nothing was painted"
    return (painted.at - begun) * 1000


def _settle(app: QApplication) -> None:
    until = time.perf_counter() + _BETWEEN_S
    while time.perf_counter() < until:
        app.processEvents()


def _wait(app: QApplication, done: Callable[[], bool]) -> None:
    until = time.perf_counter() + 30
    while not done() and time.perf_counter() < until:
        app.processEvents()
        time.sleep(0.005)
    assert done()


@contextmanager
def _page(look: Look, rows: int) -> Iterator[BulletinsPage]:
    """Yield the page as in a window of 1440 x 900, on a real newsroom with real lanes."""
    with tempfile.TemporaryDirectory() as folder:
        paths = Paths(Path(folder))
        paths.make()
        newsroom = build_newsroom(paths, "Redaksi")
        _fill(newsroom, rows)
        tasks = Tasks()
        preferences = Preferences(Settings(), lambda _settings: None)
        clock = Ticker(lambda: now("Asia/Jakarta"))
        news = NewsLine(look)
        page = BulletinsPage(look, tasks, preferences, news, clock)
        page.opened(newsroom)
        widget = page.widget()
        news.setParent(widget)  # as in the window: told there, it takes the keyboard from nobody
        widget.resize(1364, 852)
        widget.show()
        widget.activateWindow()
        try:
            yield page
        finally:
            page.closing()
            tasks.close()
            widget.deleteLater()
            newsroom.close()


def _fill(newsroom: Newsroom, rows: int) -> None:
    at = (now("Asia/Jakarta") + timedelta(minutes=30)).replace(second=0, microsecond=0)
    bulletins = newsroom.bulletins
    opened = bulletins.create(None, at, "Warta Siang", rows * 20_000, [newsroom.people.me().id])
    items: list[RundownItem] = []
    for n in range(rows):
        block = 1 + n * 6 // rows
        if n < STORIES:
            story = newsroom.drafting.new(Script(f"NASKAH-{n}", body=_SENTENCE * 3))
            state = bulletins.state(story.id)
            assert state is not None
            row = bulletins.row_of(state, opened)
            items.append(RundownItem(row.id, row.kind, row.slug, block, story.id, planned_ms=row.planned_ms))
        else:
            items.append(
                RundownItem(bulletins.new_id(), ItemKind.JINGLE, f"JINGLE-{n}", block, planned_ms=20_000)
            )
    blocks = tuple(Block(n, f"Blok {n}") for n in range(1, 7))
    bulletins.keep(opened.bulletin.id, opened.bulletin.version, Rundown(blocks, tuple(items)))
