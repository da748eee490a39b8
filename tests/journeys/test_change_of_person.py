"""Two people at one desk, the whole way: each finds what they had typed, and nobody finds the other's.

The real program with its window, its database and its threads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from newsdesk.app import build_newsroom, build_window
from newsdesk.domain.people import Role
from newsdesk.paths import Paths
from newsdesk.settings import Settings
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.people.sign_in import SignIn
from newsdesk.ui.stories.list_panel import ListPanel
from newsdesk.ui.stories.script_editor import ScriptEditor
from newsdesk.ui.tasks import Tasks

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
PASSWORDS = {"dewi": "hujan deras di wlingi", "rani": "kopi pahit tanpa gula"}


class Desk:
    """The program at one computer, used by whoever sits there."""

    def __init__(self, qapp: QApplication, qtbot: QtBot, window: MainWindow) -> None:
        self.qapp = qapp
        self.window = window
        self._qtbot = qtbot

    def wait(self, condition: Callable[[], bool]) -> None:
        """Go on when ``condition`` holds."""
        self._qtbot.waitUntil(condition, timeout=15_000)

    def sign_in(self, login: str) -> None:
        """Come to the desk, and wait until the newsroom is shown."""
        self.wait(lambda: self._cover() is not None)
        cover = self._cover()
        assert cover is not None
        QTest.keyClicks(cover.login.edit, login)
        QTest.keyClicks(cover.password.edit, PASSWORDS[login])
        with self._qtbot.waitSignal(self.window.newsroom_shown, timeout=20_000):
            QTest.keyClick(cover.password.edit, Qt.Key.Key_Return)
        assert self._cover() is None
        self.wait(lambda: self.editor is not None)

    def leave(self) -> None:
        """Give the desk to somebody else."""
        QTest.keyClick(self.window, Qt.Key.Key_G, CONTROL | ALT)
        self.wait(lambda: self._cover() is not None and self._cover().login.isVisible())

    def lock_and_unlock(self, login: str) -> None:
        """Lock the desk and come back to it."""
        self.editor.setFocus()
        QTest.keyClick(self.window, Qt.Key.Key_Q, CONTROL | ALT)
        self.wait(lambda: self._cover() is not None)
        cover = self._cover()
        assert cover is not None
        assert not self.window.findChildren(ScriptEditor)
        QTest.keyClicks(cover.password.edit, PASSWORDS[login])
        QTest.keyClick(cover.password.edit, Qt.Key.Key_Return)
        self.wait(lambda: self._cover() is None)

    def begin(self, words: str) -> None:
        """Begin a story."""
        QTest.keyClick(self.window, Qt.Key.Key_N, CONTROL)
        self.wait(lambda: self.editor is not None and self.editor.isVisible())
        self.wait(lambda: self.editor.text.body == "")
        QTest.keyClicks(self.editor, words)

    @property
    def editor(self) -> ScriptEditor:
        """The script on the desk."""
        return self.window.findChild(ScriptEditor)

    @property
    def list(self) -> ListPanel:
        """The list of stories."""
        return self.window.findChild(ListPanel)

    def _cover(self) -> SignIn | None:
        return next((child for child in self.window.children() if isinstance(child, SignIn)), None)


@pytest.fixture
def desk(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """Start the program on a newsroom of two people."""
    paths = Paths(tmp_path / "profil")
    paths.make()
    newsroom = build_newsroom(paths, "Redaksi")
    newsroom.accounts.begin_with("Dewi Lestari", "dewi", PASSWORDS["dewi"])
    newsroom.accounts.add("Rani Puspita", "rani", PASSWORDS["rani"], {Role.REPORTER})
    newsroom.close()
    window = build_window(qapp, paths, Settings())
    window.open("Redaksi")
    window.show()
    window.activateWindow()
    yield Desk(qapp, qtbot, window)
    window.close()
    for tasks in qapp.findChildren(Tasks):
        tasks.close()
        tasks.setParent(None)


def test_each_person_finds_what_they_had_typed_and_nobody_finds_the_others(desk: Desk) -> None:
    desk.sign_in("dewi")
    desk.begin("Dewi menulis tentang banjir.")
    desk.list.choose("all")  # where the newest story is another's for who comes next
    desk.list.filter.setText("banjir")
    desk.leave()  # at once: nothing of it is saved yet

    desk.sign_in("rani")
    desk.wait(lambda: desk.list.view == "my_drafts" and desk.list.rows.rowCount() == 0)
    assert "banjir" not in desk.editor.text.body
    assert desk.list.needle == ""
    desk.begin("Rani menulis tentang pasar.")
    desk.leave()

    desk.sign_in("dewi")
    desk.wait(lambda: desk.list.view == "all" and desk.list.rows.rowCount() == 2)
    desk.wait(lambda: desk.editor.text.body == "Dewi menulis tentang banjir.")
    desk.lock_and_unlock("dewi")  # everything is as it was, with the keyboard in it
    desk.wait(desk.editor.hasFocus)
    QTest.keyClicks(desk.editor, " Lagi.")
    assert "banjir." in desk.editor.text.body
    assert "Lagi." in desk.editor.text.body
    desk.leave()

    desk.sign_in("rani")
    desk.wait(lambda: desk.editor.text.body == "Rani menulis tentang pasar.")
