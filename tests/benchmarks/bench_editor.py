"""The script editor: a key press to its paint, and to the new spoken line under the words.

Reference: a bare QPlainTextEdit of the same size with the same words, typed into in turns in the same run.
"""

from __future__ import annotations

import os
import statistics
import time

from tests.benchmarks.harness import Figure

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from newsdesk.domain.blocks import MARK, Clip, Note
from newsdesk.paths import resources
from newsdesk.ui.icons import Icons
from newsdesk.ui.look import Look
from newsdesk.ui.stories.script_editor import ScriptEditor
from newsdesk.ui.style import dress
from newsdesk.ui.theme import Theme

SENTENCE = (
    "Pemkot Blitar menggelar upacara 17-an di halaman Kantor Walikota Blitar, Jumat, 17 Januari 2025, dan "
    "indeksnya naik menjadi 2.65 dari 2.52 menurut BPS dan OPD yang hadir. "
)
WORDS = len(SENTENCE.split())
KEYS = 120
NOTE = Note("jeda sebentar, lalu klip.")
CLIP = Clip("HANUNG-IPS", "/rekaman/hanung.wav", "Alhamdulillah", "kategori baik", 18_000)
GOAL = 3.0


class Painted(QObject):
    """Notes when the viewport has been painted."""

    def __init__(self, edit):
        super().__init__()
        self.paints = 0
        edit.viewport().installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.paints += 1
        return False


def script(words: int) -> str:
    """Return a script of about ``words`` words in paragraphs of four sentences."""
    paragraph = (SENTENCE * 4).strip()
    return "\n".join([paragraph] * max(1, round(words / (WORDS * 4))))


def measure() -> list[Figure]:
    """Measure a key's paint against the bare editor, and the time to the new spoken line."""
    from newsdesk.services.reading import Reading
    from newsdesk.spoken.tables import load

    app = QApplication.instance() or QApplication([])
    theme = Theme(resources() / "themes", "light")
    theme.apply(app)
    dress(app, theme)
    figures = []
    for words, blocks in ((300, False), (3000, False), (3000, True)):
        ours = ScriptEditor(Look(theme, Icons(theme)))
        ours.text.read_with(Reading(load(resources() / "lexicon")))
        bare = QPlainTextEdit()
        bare.setFont(theme.font("naskah"))
        for edit in (ours, bare):
            edit.resize(732, 700)
            edit.show()
        if blocks:
            paragraphs = script(words).count("\n") + 1
            body = script(words).replace("\n", f"\n{MARK}\n{MARK}\n")
            ours.text.load(body, (), (), (NOTE, CLIP) * (paragraphs - 1))
        else:
            ours.text.load(script(words), ())
        bare.setPlainText(script(words))
        paragraphs = ours.text.paragraphs
        settle(app, lambda all_of=paragraphs: all(all_of[i].fresh for i in range(len(all_of))))
        middle(ours)
        middle(bare)
        settle(app, lambda: True)
        mine, theirs = (statistics.median(times) for times in type_in_turns(app, ours, bare))
        ratio = mine / theirs
        name = f"key press to its paint, {words:,}-word script" + (" with clips and notes" if blocks else "")
        goal = f"ratio <= {GOAL:g}"
        figures.append(Figure(name, mine * 1000, theirs * 1000, ratio, goal, "ms", ratio <= GOAL))
        if blocks:
            ours.hide()
            bare.hide()
            continue
        line = statistics.median(to_spoken_line(app, ours) for _ in range(25)) * 1000
        name = f"key press to new spoken line painted, {words:,} words"
        figures.append(Figure(name, line, None, None, "<= 50 ms", "ms", line <= 50))
        again = statistics.median(re_read(app, ours) for _ in range(60)) * 1000
        name = f"re-reading after a key press, {words:,} words, every 2.65 corrected"
        figures.append(Figure(name, again, None, None, "<= 4 ms", "ms", again <= 4))
        ours.hide()
        bare.hide()
    return figures


def middle(edit) -> None:
    """Put the cursor into the middle of the first paragraph in sight."""
    cursor = edit.textCursor()
    cursor.setPosition(len(SENTENCE) + 30)
    edit.setTextCursor(cursor)
    edit.setFocus()


def settle(app, done, seconds: float = 5.0) -> None:
    """Let the window work until ``done``."""
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        app.processEvents()
        if done():
            break
    time.sleep(0.02)
    app.processEvents()


def type_in_turns(app, ours, bare) -> tuple[list[float], list[float]]:
    """Type letters into both editors in turns; return the seconds from key to the end of its paint."""
    watches = {ours: Painted(ours), bare: Painted(bare)}
    times = {ours: [], bare: []}
    letters = "katanya lagi "
    for i in range(KEYS):
        for edit in (ours, bare):
            times[edit].append(one_key(app, edit, watches[edit], letters[i % len(letters)]))
        settle(app, lambda: True)
    return times[ours], times[bare]


def one_key(app, edit, watch: Painted, letter: str) -> float:
    before = watch.paints
    key = Qt.Key.Key_Space if letter == " " else Qt.Key(ord(letter.upper()))
    start = time.perf_counter()
    app.sendEvent(edit, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter))
    while watch.paints == before:
        app.sendPostedEvents()
        app.processEvents()
    return time.perf_counter() - start


def re_read(app, ours) -> float:
    """Type a letter and return the seconds that the window then reads: one paragraph, as corrected here."""
    text = ours.text
    if not text.said.places:
        body, at = text.body, -1
        while (at := body.find("2.65", at + 1)) >= 0:
            text.said.say(at, at + 4, "dua ribu enam ratus lima puluh")
    settle(app, lambda: all(text.paragraphs[i].fresh for i in range(len(text.paragraphs))))
    ours.textCursor().insertText("a")
    start = time.perf_counter()
    text.reader.read_slice()
    taken = time.perf_counter() - start
    assert text.paragraphs[ours.textCursor().blockNumber()].fresh
    return taken


def to_spoken_line(app, ours) -> float:
    """Type a digit and return the seconds until its paragraph is painted with the spoken form of it."""
    cursor = ours.textCursor()
    block = cursor.block()
    paragraph = ours.text.paragraphs[block.blockNumber()]
    cursor.insertText(" ")
    settle(app, lambda: paragraph.fresh)
    watch = Painted(ours)
    start = time.perf_counter()
    app.sendEvent(ours, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_7, Qt.KeyboardModifier.NoModifier, "7"))
    while not (paragraph.fresh and paragraph.drawn is not None):
        app.processEvents()
    taken = time.perf_counter() - start
    assert watch.paints
    cursor = ours.textCursor()
    cursor.insertText(" ")
    cursor.movePosition(QTextCursor.MoveOperation.Left)
    ours.setTextCursor(cursor)
    settle(app, lambda: paragraph.fresh)
    return taken
