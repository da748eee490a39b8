"""The first story, the whole way: pasted, read, credited, heard, closed, opened again, all there.

The real program on a fresh profile: its window, its database, its threads and its speech worker. Only the
loudspeaker is a stand-in, since the machines that run this have none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.app import build_newsroom, build_window
from newsdesk.paths import Paths
from newsdesk.services.browsing import View
from newsdesk.settings import Settings
from newsdesk.ui.listening.bar import ListeningBar
from newsdesk.ui.listening.player import Player
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.sources.source_form import SourceForm
from newsdesk.ui.stories.offers_section import OffersSection
from newsdesk.ui.stories.paragraphs import Paragraph
from newsdesk.ui.stories.script_editor import ScriptEditor
from newsdesk.ui.tasks import Tasks
from tests.ui.listening.conftest import FakeSpeaker

CONTROL = Qt.KeyboardModifier.ControlModifier


class Article(NamedTuple):
    """One of the two articles: its file, and what must have become of it."""

    file: str
    furniture: tuple[str, ...]
    slug: str
    spoken: dict[str, str]
    sources: dict[str, str]
    quoted: str
    byline: str
    dateline: str
    tie: tuple[str, str]


ARTICLES = [
    Article(
        file="000_93ffcddd1d2d4402.txt",
        furniture=("Related Posts", "Comments (0)", "There are no comments yet", "Leave a Comment"),
        slug="STATISTIK-OPD",
        spoken={
            "17-an": "tujuh belasan",
            "17 Januari 2025": "tujuh belas Januari dua ribu dua puluh lima",
            "Tjutjuk": "Cucuk",
            "ASN": "a es en",
            "OPD": "o pe de",
            "BPS": "be pe es",
            "EPSS": "e pe es es",
            "2.65": "dua koma enam lima",
            "2.52": "dua koma lima dua",
        },
        sources={"Santoso": "Walikota Blitar", "Hanung Pramusito": "Kepala BPS Kota Blitar"},
        quoted="Nantinya kami akan terus menggelorakan",
        byline="Ipang Harwoko",
        dateline="",
        tie=("Upacara ini dipimpin Wakil Walikota Blitar", "Tjutjuk Sunario"),
    ),
    Article(
        file="001_2bc937f95d56d69c.txt",
        furniture=(),
        slug="PENGHARGAAN-IIPG",
        spoken={
            "IIPG": "i i pe ge",
            "05/09": "lima September",
            "ke-11": "kesebelas",
            "Boediono": "Budiono",
            "2024": "dua ribu dua puluh empat",
            "ASN": "a es en",
            "548": "lima ratus empat puluh delapan",
        },
        sources={"Santoso": "Wali Kota Blitar"},
        quoted="Penghargaan ini merupakan bukti",
        byline="",
        dateline="Blitar",
        tie=("Acara ini juga dihadiri oleh Wakil Presiden", "Boediono"),
    ),
]


class Walking(FakeSpeaker):
    """A loudspeaker whose clock goes on a quarter of a second at each look: a minute is heard in seconds."""

    def played_ms(self) -> float:
        if self.open and not self.paused:
            self.clock_ms += 250
        return super().played_ms()


class Program:
    """Newsdesk running on a profile, used by keyboard."""

    def __init__(self, qapp: QApplication, qtbot: QtBot, profile: Path) -> None:
        self._qapp = qapp
        self._qtbot = qtbot
        self.paths = Paths(profile)
        self.paths.make()
        self.window: MainWindow
        self.said: list[tuple[int, int]] = []

    def start(self) -> None:
        """Start it and wait until the newsroom is shown."""
        self.window = build_window(self._qapp, self.paths, Settings(), Walking())
        self.window.resize(1440, 900)
        self.window.open("Redaksi")
        with self._qtbot.waitSignal(self.window.newsroom_shown, timeout=20_000):
            self.window.show()
        self.window.activateWindow()
        self.wait(lambda: self._qapp.focusWidget() is not None)

    def close(self) -> None:
        """Close the window as a person does and wait for what is on its lanes."""
        self.window.close()
        for tasks in self._qapp.findChildren(Tasks):
            tasks.close()
            tasks.setParent(None)

    @property
    def editor(self) -> ScriptEditor:
        """The script on the desk."""
        return self.window.findChild(ScriptEditor)

    def wait(self, condition: Callable[[], bool]) -> None:
        """Go on when ``condition`` holds."""
        self._qtbot.waitUntil(condition, timeout=15_000)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(self._qapp.focusWidget() or self.window, key, modifiers)

    def control(self, name: str) -> QWidget:
        """Return the visible control of an accessible name, as a screen reader finds it."""
        return next(
            w for w in self.window.findChildren(QWidget) if w.accessibleName() == name and w.isVisible()
        )


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    program = Program(qapp, qtbot, tmp_path / "profil")
    program.start()
    yield program
    program.close()


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.file[:3])
def test_a_pasted_article_is_read_credited_heard_and_found_again(
    program: Program, article: Article, shared: Path
) -> None:
    original = (shared / "seeds" / article.file).read_text(encoding="utf-8")

    # Pasted on the empty page: furniture gone, the original kept.
    QGuiApplication.clipboard().setText(original)
    program.press(Qt.Key.Key_V, CONTROL)
    program.wait(lambda: program.editor is not None and bool(program.editor.text.body))
    body = program.editor.text.body
    assert not [row for row in article.furniture if row in body]
    assert body.count("\n") >= 5
    assert program.control("Slug").text() == article.slug  # type: ignore[attr-defined]

    # What is not said as written stands under the words.
    program.wait(lambda: all(paragraph.fresh for paragraph in paragraphs_of(program.editor)))
    reading = spoken_in(program.editor)
    assert {token: reading.get(token) for token in article.spoken} == article.spoken

    # What was found is offered, and nothing is filled in before a key says so.
    offers = program.window.findChild(OffersSection)
    program.wait(lambda: program.window.isVisible() and offers.list.model().rowCount() > 0)
    while (left := offers.list.model().rowCount()) > 0:
        offers.begin()
        program.press(Qt.Key.Key_1)
        program.wait(lambda left=left: offers.list.model().rowCount() < left)

    # Another person in it is tied by hand.
    sentence, person = article.tie
    begin = program.editor.text.body.index(sentence)
    select(program.editor, begin, begin + len(sentence))
    program.editor.setFocus()
    program.press(Qt.Key.Key_S, CONTROL | Qt.KeyboardModifier.AltModifier)
    program.wait(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    QTest.keyClicks(QApplication.focusWidget(), person)
    program.press(Qt.Key.Key_Return)
    program.wait(lambda: program.window.findChild(SourceForm).isVisible())
    program.press(Qt.Key.Key_Return)
    program.wait(lambda: QApplication.focusWidget() is program.editor)

    # Heard: the word being said walks through the first paragraph, and Esc silences.
    cursor = program.editor.textCursor()
    cursor.setPosition(0)
    program.editor.setTextCursor(cursor)
    program.editor.setFocus()
    player = program.window.findChild(Player)
    said: list[tuple[int, int]] = []
    player.word_said.connect(lambda start, end: said.append((start, end)))
    program.press(Qt.Key.Key_F5)
    program.wait(lambda: len([span for span in said if span != (-1, -1)]) > 8)
    program.press(Qt.Key.Key_Escape)
    assert said[-1] == (-1, -1)
    heard = [span for span in said if span != (-1, -1)]
    assert heard == sorted(heard)
    first_paragraph = program.editor.text.body.index("\n")
    assert all(end <= first_paragraph for _, end in heard)
    assert not any(program.editor.text.body[start:end].isspace() for start, end in heard)

    # Closed and opened again: everything is there.
    written = program.editor.text.body
    program.close()
    program.start()
    program.wait(lambda: program.editor is not None and program.editor.text.body == written)
    found = read_back(program.paths)
    assert found.original == original
    script = found.script
    assert script.slug == article.slug
    assert script.body == written
    assert ", ".join(byline.name for byline in script.bylines) == article.byline
    assert (script.dateline.place if script.dateline else "") == article.dateline
    tied = {name: role for name, role, _ in found.passages}
    assert {name: tied.get(name) for name in article.sources} == article.sources
    assert person in tied
    assert sentence in {words for name, _, words in found.passages if name == person}
    assert any(words.lstrip('"“').startswith(article.quoted) for _, _, words in found.passages)


class Found(NamedTuple):
    """What the database holds, read by a second opening of it."""

    script: object
    original: str
    passages: list[tuple[str, str, str]]


def read_back(paths: Paths) -> Found:
    """Open the newsroom a second time and read its one story."""
    newsroom = build_newsroom(paths, "Redaksi")
    try:
        (row,) = newsroom.browsing.stories(View.ALL)
        story = newsroom.drafting.open(row.id)
        assert not row.unsaved
        sources = {s.id: s for s in newsroom.sources.list()}
        passages = [
            (sources[a.source_id].name, sources[a.source_id].office, story.script.body[a.start : a.end])
            for a in story.script.attributions
        ]
        return Found(story.script, story.original, passages)
    finally:
        newsroom.close()


def paragraphs_of(editor: ScriptEditor) -> list[Paragraph]:
    """Return what the editor knows of each paragraph."""
    return [editor.text.paragraphs[number] for number in range(len(editor.text.paragraphs))]


def spoken_in(editor: ScriptEditor) -> dict[str, str]:
    """Return every token with a spoken line, and that line."""
    texts = editor.text.body.split("\n")
    return {
        text[mark.start : mark.end]: mark.spoken
        for text, paragraph in zip(texts, paragraphs_of(editor), strict=True)
        for mark in paragraph.marks
    }


def select(editor: ScriptEditor, start: int, end: int) -> None:
    """Select code points of a script that has no character beyond the first plane."""
    cursor = editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def test_the_listening_bar_comes_with_the_first_script(program: Program) -> None:
    program.wait(lambda: program.window.findChild(ListeningBar) is not None)
    bar = program.window.findChild(ListeningBar)
    assert not bar.isVisible()
    program.press(Qt.Key.Key_N, CONTROL)
    assert bar.isVisible()
