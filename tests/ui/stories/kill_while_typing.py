"""Runs the real window, types into it by key events, and kills it; what is left is printed, a line a round.

Run by test_kill.py in a process of its own: it forks before Qt is started, so that a round costs no imports.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import struct
import sys
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import PySide6.QtSvg
import PySide6.QtTest
import PySide6.QtWidgets  # noqa: F401 - before the fork
import sqlalchemy  # noqa: F401

from newsdesk import app
from newsdesk.paths import Paths
from newsdesk.services.browsing import View

KEY = struct.Struct("dI")
LETTERS = "wali kota blitar naik menjadi "
KEY_MS = 12


def type_until_killed(profile: str, pipe: int) -> None:
    """Open the window and type at the end of the script; every key is told on ``pipe`` with its moment."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtTest import QTest

    application, window = app.start(profile)
    window.show()
    page = next(iter(window._pages.values()))
    editor = None
    typed = 0

    def key() -> None:
        nonlocal typed
        letter = LETTERS[typed % len(LETTERS)]
        typed += 1
        QTest.keyClick(editor, Qt.Key.Key_Space if letter == " " else letter)
        os.write(pipe, KEY.pack(time.monotonic(), typed))

    timer = QTimer()
    timer.timeout.connect(key)

    def begin() -> None:
        nonlocal editor
        editor = page.pane.editor
        cursor = editor.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        editor.setTextCursor(cursor)
        timer.start(KEY_MS)

    def filled() -> None:
        if not page.list.rows.rowCount():
            page.new_story()
            begin()
        else:
            QTimer.singleShot(60, begin)  # the story comes after the list

    page.filled.connect(filled)
    application.exec()


def newest_text(profile: str) -> str:
    """Return what a reporter would find on opening the program again."""
    newsroom = app.build_newsroom(Paths(Path(profile)), "Redaksi")
    try:
        rows = newsroom.browsing.stories(View.ALL)
        return newsroom.drafting.open(rows[0].id).script.body if rows else ""
    finally:
        newsroom.close()


def one_round(profile: str, before: str) -> tuple[dict[str, object], str]:
    """Type, kill, look; ``lost_ms`` is how old the oldest lost key was when the process was killed."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        signal.alarm(20)
        type_until_killed(profile, writing)
        os._exit(1)
    os.close(writing)
    keys = [KEY.unpack(os.read(reading, KEY.size))]
    time.sleep(random.uniform(0.0, 0.9))
    killed = time.monotonic()
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    while len(data := os.read(reading, KEY.size)) == KEY.size:
        keys.append(KEY.unpack(data))
    os.close(reading)
    after = newest_text(profile)
    typed = "".join(LETTERS[i % len(LETTERS)] for i in range(keys[-1][1]))
    kept = after.removeprefix(before)
    whole = after.startswith(before) and (
        typed.startswith(kept) or kept == typed + LETTERS[len(typed) % len(LETTERS)]
    )
    lost = [moment for moment, number in keys if number > len(kept)]
    database = next(Path(profile, "newsrooms").glob("*.newsdesk"))
    with sqlite3.connect(database) as connection:
        intact = connection.execute("pragma integrity_check").fetchone()[0]
    connection.close()
    told = {
        "whole": whole,
        "typed": len(typed),
        "kept": len(kept),
        "lost_ms": 1000 * (killed - lost[0]) if lost else 0.0,
        "intact": intact,
    }
    return told, after


def main() -> None:
    profile, rounds, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    random.seed(seed)
    text = ""
    for _ in range(rounds):
        told, text = one_round(profile, text)
        print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main()
