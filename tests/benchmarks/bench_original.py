"""The original beside the script: how fast it is compared, searched and told, and what a tinted key costs."""

from __future__ import annotations

import os
import random
import statistics
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from newsdesk.copyedit.carried import Original
from newsdesk.copyedit.indirect import indirect_at
from newsdesk.paths import resources
from newsdesk.ui.icons import Icons
from newsdesk.ui.look import Look
from newsdesk.ui.stories.find_places import Searched, Wanted
from newsdesk.ui.stories.replacing import replace_places
from newsdesk.ui.stories.script_editor import ScriptEditor
from newsdesk.ui.stories.tint import Tint
from newsdesk.ui.style import dress
from newsdesk.ui.theme import Theme
from tests.benchmarks.bench_editor import middle, script, settle, type_in_turns
from tests.benchmarks.harness import Figure

RUNS = 15
LONG = 5_000_000
SEED = 17


def measure() -> list[Figure]:
    """Return the figures of the pure parts, then those of the editor with everything tinted."""
    return [*_pure(), *_in_editor()]


def _pure() -> list[Figure]:
    words = _words(900)
    release, taken = " ".join(words), " ".join(words[200:350] + _words(150, SEED + 1))
    long = (release + "\n") * (LONG // len(release))
    quote = "“Kami akan memperbaiki jalan itu minggu depan,” kata Wali Kota Blitar, Santoso. "
    body = "Pasar ramai sejak pagi.\n" * 60 + quote
    indirect_at(body, len(body) - 40, len(body) - 40)  # the word tables are read
    searched = Searched(long)
    searched.places(Wanted("x"))
    return [
        _figure("900-word original, 300-word script compared", lambda: Original(release).carried(taken), 5),
        _figure("5 MB original, 5 MB script compared (lane)", lambda: Original(long).carried(long), 2_000),
        _figure(
            "indirect speech for a quotation", lambda: indirect_at(body, len(body) - 40, len(body) - 40), 20
        ),
        _figure("a word found in 5 MB", lambda: searched.places(Wanted(words[5], whole=True)), 50),
    ]


def _in_editor() -> list[Figure]:
    app = QApplication.instance() or QApplication([])
    theme = Theme(resources() / "themes", "light")
    theme.apply(app)
    dress(app, theme)
    look = Look(theme, Icons(theme))
    ours, bare = ScriptEditor(look), QPlainTextEdit()
    bare.setFont(theme.font("naskah"))
    for edit in (ours, bare):
        edit.resize(732, 700)
        edit.show()
    body = script(3_000)
    ours.text.load(body, ())
    bare.setPlainText(body)
    for token in ("bawa_bg", "ubah_bg"):
        tint = Tint(ours, look, token)
        tint.show([(at, at + 60) for at in range(0, len(body) - 80, 80)])
        ours.grounds.append(tint)
    middle(ours)
    middle(bare)
    settle(app, lambda: True)
    mine, theirs = (statistics.median(times) for times in type_in_turns(app, ours, bare))
    ratio = mine / theirs
    figures = [
        Figure(
            "key press to its paint, 3,000 words, all tinted twice",
            mine * 1_000,
            theirs * 1_000,
            ratio,
            "ratio <= 3",
            "ms",
            ratio <= 3,
        )
    ]
    ours.text.load("kota " * 1_000, ())
    ours.setTextCursor(QTextCursor(ours.document()))
    places = [(5 * at, 5 * at + 4) for at in range(1_000)]
    start = time.perf_counter()
    replace_places(ours.text, places, "kabupaten")
    taken = (time.perf_counter() - start) * 1_000
    figures.append(Figure("1,000 words replaced", taken, None, None, "<= 1000 ms", "ms", taken <= 1_000))
    ours.hide()
    bare.hide()
    return figures


def _words(count: int, seed: int = SEED) -> list[str]:
    chance = random.Random(seed)
    known = ["".join(chance.choices("abdegiklmnprstu", k=chance.randint(2, 9))) for _ in range(2_000)]
    return [chance.choice(known) + ("." if at % 15 == 14 else "") for at in range(count)]


def _figure(name: str, work: Callable[[], object], most: int) -> Figure:
    times: list[float] = []
    for _ in range(RUNS if most < 1_000 else 3):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1_000)
    milliseconds = statistics.median(times)
    return Figure(name, milliseconds, None, None, f"<= {most} ms", "ms", milliseconds <= most)
