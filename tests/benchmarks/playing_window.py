"""The real window, driven line by line: ``python -m tests.benchmarks.playing_window PROFILE``.

Each line on its standard input is an act, in JSON; each answer a line with the moment of the key press and
the moment at which the first sound left for the speaker, by the monotonic clock that all processes share.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsdesk import app
from newsdesk.ui.listening.listening import Listening
from newsdesk.ui.listening.passage import Passage, Playing
from newsdesk.ui.stories.script_editor import ScriptEditor

KEYS = {
    "story": (Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier),
    "silence": (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
}


class Hand(QObject):
    """Does what it is told on standard input, once the window can be used."""

    def __init__(self, application: QApplication, window: Any) -> None:
        super().__init__()
        self._application = application
        self._window = window
        window.newsroom_shown.connect(lambda: QTimer.singleShot(1500, self._begin))

    def _begin(self) -> None:
        QTest.keyClick(
            self._application.focusWidget() or self._window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier
        )
        self._window.activateWindow()
        self._editor = self._window.findChild(ScriptEditor)
        self._player = self._window.findChild(Listening).player
        self._player.moved.connect(self._moved)
        self._pressed = 0.0
        self._listen = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._listen.activated.connect(self._told)
        print(json.dumps("ready"), flush=True)

    def _told(self) -> None:
        line = sys.stdin.readline()
        if not line:
            self._window.close()
            self._application.quit()
            return
        act, words = json.loads(line)
        if act == "write":
            self._editor.setFocus()
            self._editor.selectAll()
            self._editor.insertPlainText(words)
            QTimer.singleShot(900, self._written)
            return
        key, modifier = KEYS[act]
        pressed = time.monotonic()
        if act != "silence":
            self._pressed = pressed
        QTest.keyClick(self._editor, key, modifier)
        if act == "silence":
            print(json.dumps([pressed, time.monotonic()]), flush=True)

    def _written(self) -> None:
        if self._player.sentences(Passage.STORY):
            print(json.dumps("written"), flush=True)
        else:  # the tables of the spoken form are still being loaded
            QTimer.singleShot(100, self._written)

    def _moved(self, _ms: int) -> None:
        # The first time it comes, the first sound has just been written to the output.
        if self._pressed and self._player.state is Playing.SAYING:
            print(json.dumps([self._pressed, time.monotonic()]), flush=True)
            self._pressed = 0.0


def main() -> None:
    """Show the window of a profile and wait to be told."""
    application, window = app.start(str(Path(sys.argv[1])))
    hand = Hand(application, window)
    window.show()
    application.exec()
    del hand


if __name__ == "__main__":
    main()
