"""The lexicon page with twenty thousand forms: what holds the window's thread up at each act."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime

from tests.benchmarks.harness import Figure

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsdesk.domain.lexicon import HowSaid, Pronunciation
from newsdesk.domain.rows import LexiconRow
from newsdesk.paths import resources
from newsdesk.ui.icons import Icons
from newsdesk.ui.lexicon.form_row import house_rows
from newsdesk.ui.lexicon.form_shelf import counted
from newsdesk.ui.lexicon.view import LexiconView
from newsdesk.ui.look import Look
from newsdesk.ui.style import dress
from newsdesk.ui.theme import Theme

FORMS = 20_000
RUNS = 15
GOAL_MS = 50.0


def measure() -> list[Figure]:
    """Measure filling, searching, sorting and going down a row, each with its paint."""
    app = QApplication.instance() or QApplication([])
    theme = Theme(resources() / "themes", "light")
    theme.apply(app)
    dress(app, theme)
    view = LexiconView(Look(theme, Icons(theme)))
    view.resize(1364, 820)
    view.show()
    now = datetime(2025, 1, 17, tzinfo=UTC)
    rows = [
        LexiconRow(
            Pronunciation(
                f"BENTUK{number}",
                f"be {number}",
                HowSaid.LETTERS,
                checked_by="Dewi Lestari" if number % 50 else "",
                checked_at=now if number % 50 else None,
                id=number,
            ),
            "",
            number % 100,
        )
        for number in range(1, FORMS + 1)
    ]
    begun = time.perf_counter()
    own = house_rows(rows, now, UTC)
    contents = counted(own, ())
    on_the_lane = (time.perf_counter() - begun) * 1000
    view.fill(contents)
    pane = view.pane
    table = pane.table
    needles = iter(f"bentuk{number}" for number in range(1, 1000))
    acts: dict[str, Callable[[], object]] = {
        "fill": lambda: view.fill(contents),
        "search": lambda: pane.head.search(next(needles)),
        "sort by use": lambda: pane.sort(5),
    }
    figures = [Figure(f"lexicon, {FORMS} forms: made on the lane", on_the_lane, None, None, "", "ms", None)]
    for name, act in acts.items():
        figures.append(_figure(app, name, act))
    pane.head.search("")
    table.setFocus()
    figures.append(_figure(app, "down a row", lambda: QTest.keyClick(table, Qt.Key.Key_Down)))
    return figures


def _figure(app: QApplication, name: str, act: Callable[[], object]) -> Figure:
    taken = []
    for _run in range(RUNS):
        begun = time.perf_counter()
        act()
        app.processEvents()
        taken.append((time.perf_counter() - begun) * 1000)
    ms = statistics.median(taken)
    goal = f"<= {GOAL_MS:.0f} ms"
    return Figure(f"lexicon, {FORMS} forms: {name}", ms, None, None, goal, "ms", ms <= GOAL_MS)
