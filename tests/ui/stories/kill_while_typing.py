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
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import PySide6.QtSvg
import PySide6.QtTest
import PySide6.QtWidgets  # noqa: F401 - before the fork
import sqlalchemy  # noqa: F401

from newsdesk import app
from newsdesk.domain.story import SaidHere, Script
from newsdesk.paths import Paths
from newsdesk.services.browsing import View

KEY = struct.Struct("dI")
LETTERS = "wali kota blitar naik menjadi "
KEY_MS = 12
KEYS_TO_A_SAVE = 9
LATEST_S = 0.9
"""From the first key to the kill."""
START = "Awal. "
SAID_HERE = (SaidHere(0, 4, "permulaan"),)
"""Said by the writer before the first key; not on a new sheet, which has no word to say otherwise."""


class Kind(NamedTuple):
    """What the writer is doing when the window is killed."""

    name: str
    locked: bool = False
    """Another program holds the database from before the first key."""
    saving: bool = False
    """Ctrl+S is pressed again and again."""
    blank: bool = False
    """The words are the first on a new sheet."""


KINDS = (
    Kind("typing"),
    Kind("locked", locked=True),
    Kind("saving", saving=True),
    Kind("saving, locked", locked=True, saving=True),
    Kind("new sheet", blank=True),
    Kind("new sheet, locked", locked=True, blank=True),
)


def database(profile: str) -> Path:
    """Return the newsroom's file."""
    return next(Path(profile, "newsrooms").glob("*.newsdesk"))


def type_until_killed(profile: str, pipe: int, kind: Kind, story_id: int) -> None:
    """Open the window and type at the end of the script; every key is told on ``pipe`` with its moment."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtTest import QTest

    application, window = app.start(profile)
    window.show()
    page = next(iter(window._pages.values()))
    typed = 0
    held = []

    def key() -> None:
        nonlocal typed
        editor = page.pane.editor
        letter = LETTERS[typed % len(LETTERS)]
        typed += 1
        QTest.keyClick(editor, Qt.Key.Key_Space if letter == " " else letter)
        os.write(pipe, KEY.pack(time.monotonic(), typed))
        if kind.saving and typed % KEYS_TO_A_SAVE == 0:
            QTest.keyClick(editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    timer = QTimer()
    timer.timeout.connect(key)

    def begin() -> None:
        cursor = page.pane.editor.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        page.pane.editor.setTextCursor(cursor)
        window.activateWindow()
        page.pane.editor.setFocus()
        if kind.locked:
            held.append(sqlite3.connect(database(profile), isolation_level=None))
            held[0].execute("BEGIN IMMEDIATE")
        if not kind.blank:
            page.pane.editor.text.said.say(0, 4, SAID_HERE[0].spoken)
        timer.start(KEY_MS)

    def filled() -> None:
        if kind.blank:
            page.new_story()
            begin()
        else:
            page.desk.open(story_id, begin)

    page.filled.connect(filled)
    application.exec()


def texts(profile: str) -> dict[int, Script]:
    """Return what a reporter would find on opening the program again."""
    newsroom = app.build_newsroom(Paths(Path(profile)), "Redaksi")
    try:
        rows = newsroom.browsing.stories(View.ALL)
        return {row.id: newsroom.drafting.open(row.id).script for row in rows}
    finally:
        newsroom.close()


def one_round(
    profile: str, kind: Kind, story_id: int, before: dict[int, Script], moment: float
) -> dict[str, object]:
    """Type for ``moment`` seconds, kill, look; ``lost_ms`` is how old the oldest lost key was at the kill.

    ``before`` is brought up to what is there now.
    """
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        signal.alarm(20)
        type_until_killed(profile, writing, kind, story_id)
        os._exit(1)
    os.close(writing)
    keys = [KEY.unpack(os.read(reading, KEY.size))]
    time.sleep(moment)
    killed = time.monotonic()
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    while len(data := os.read(reading, KEY.size)) == KEY.size:
        keys.append(KEY.unpack(data))
    os.close(reading)
    after = texts(profile)
    new = after.keys() - before.keys()
    written = max(new, default=0) if kind.blank else story_id
    typed = "".join(LETTERS[i % len(LETTERS)] for i in range(keys[-1][1]))
    script = after.get(written, Script())
    text, start = script.body, before.get(written, Script()).body
    kept = text.removeprefix(start)
    whole = (
        text.startswith(start)
        and (typed.startswith(kept) or kept == typed + LETTERS[len(typed) % len(LETTERS)])
        and all(after.get(one) == script for one, script in before.items() if one != written)
        and len(new) <= int(kind.blank)
        and (kind.blank or not kept or script.said_here == SAID_HERE)
    )
    before.update(after)
    lost = [at for at, number in keys if number > len(kept)]
    with sqlite3.connect(database(profile)) as connection:
        intact = connection.execute("pragma integrity_check").fetchone()[0]
    connection.close()
    return {
        "kind": kind.name,
        "whole": whole,
        "typed": len(typed),
        "kept": len(kept),
        "lost_ms": 1000 * (killed - lost[0]) if lost else 0.0,
        "intact": intact,
    }


def main() -> None:
    profile, rounds, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    random.seed(seed)
    newsroom = app.build_newsroom(Paths(Path(profile)), "Redaksi")
    story_id = newsroom.drafting.new(Script(slug="KETIK", body=START)).id
    newsroom.close()
    before = texts(profile)
    part = LATEST_S / max(1, rounds // len(KINDS))
    for number, kind in enumerate(islice(cycle(KINDS), rounds)):
        # Each kind is killed early and late: a moment in every part of the time.
        moment = number // len(KINDS) * part + random.uniform(0.0, part)
        print(json.dumps(one_round(profile, kind, story_id, before, moment)), flush=True)


if __name__ == "__main__":
    main()
