"""Runs the real window, types into it by key events, and kills it; what is left is printed, a line a round.

Run by rounds.py in a process of its own: it forks before Qt is started, so that a round costs no imports.
"""

from __future__ import annotations

import contextlib
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
OFFERED = struct.Struct("?")
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
    handing: bool = False
    """Ctrl+Return is pressed again and again: the story is handed in."""
    stopped: bool = False
    """The window is stopped first, as by a computer that hangs, and killed a while later."""
    full: bool = False
    """The database's disk has no room left from before the first key."""


KINDS = (
    Kind("typing"),
    Kind("locked", locked=True),
    Kind("saving", saving=True),
    Kind("saving, locked", locked=True, saving=True),
    Kind("new sheet", blank=True),
    Kind("new sheet, locked", locked=True, blank=True),
    Kind("handing in", handing=True),
    Kind("stopped", stopped=True),
    Kind("stopped, locked", locked=True, stopped=True),
)
ON_A_FULL_DISK = (
    Kind("disk full", full=True),
    Kind("saving, disk full", saving=True, full=True),
    Kind("handing in, disk full", handing=True, full=True),
    Kind("new sheet, disk full", blank=True, full=True),
)
STOPPED_S = 0.7


def database(profile: str) -> Path:
    """Return the newsroom's file."""
    return next(Path(profile, "newsrooms").glob("*.newsdesk"))


def filler(profile: str) -> Path:
    """Return the file that takes all the room that the database's disk has left."""
    return Path(profile, "newsrooms", "filler")


def fill_up(profile: str) -> None:
    """Leave no room on the disk of the newsroom's file."""
    with filler(profile).open("wb", buffering=0) as file, contextlib.suppress(OSError):
        for size in (1 << 16, 1 << 9, 1):
            with contextlib.suppress(OSError):
                while True:
                    file.write(bytes(size))


def type_until_killed(profile: str, pipe: int, kind: Kind, story_id: int) -> None:
    """Open the window and type at the end of the script; every key is told on ``pipe`` with its moment.

    Before the first key it is told whether the window offers words that were recovered.
    """
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
        if kind.handing and typed % KEYS_TO_A_SAVE == 0:
            QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    timer = QTimer()
    timer.timeout.connect(key)

    def begin() -> None:
        os.write(pipe, OFFERED.pack(page.pane.news.sentence.startswith("Dipulihkan: ")))
        cursor = page.pane.editor.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        page.pane.editor.setTextCursor(cursor)
        window.activateWindow()
        page.pane.editor.setFocus()
        if kind.locked:
            held.append(sqlite3.connect(database(profile), isolation_level=None))
            held[0].execute("BEGIN IMMEDIATE")
        if kind.full:
            fill_up(profile)
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


class Left(NamedTuple):
    """What a reporter would find on opening the program again: every text, and which are no revision yet."""

    scripts: dict[int, Script]
    unsaved: frozenset[int]


def left_in(profile: str) -> Left:
    """Look what is left in a profile."""
    newsroom = app.build_newsroom(Paths(Path(profile)), "Redaksi")
    try:
        opened = [newsroom.drafting.open(row.id) for row in newsroom.browsing.stories(View.ALL)]
    finally:
        newsroom.close()
    unsaved = frozenset(story.id for story in opened if story.recovered_at is not None)
    return Left({story.id: story.script for story in opened}, unsaved)


def one_round(
    profile: str, kind: Kind, story_id: int, before: Left, moment: float
) -> tuple[dict[str, object], Left]:
    """Type for ``moment`` seconds, kill, look; ``lost_ms`` is how old the oldest lost key was at the kill.

    Of a window that was stopped first, at the stop. Returned with it is what is left now.
    """
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        signal.alarm(20)
        type_until_killed(profile, writing, kind, story_id)
        os._exit(1)
    os.close(writing)
    offered = OFFERED.unpack(os.read(reading, OFFERED.size))[0]
    keys = [KEY.unpack(os.read(reading, KEY.size))]
    time.sleep(moment)
    killed = time.monotonic()
    if kind.stopped:
        os.kill(pid, signal.SIGSTOP)
        time.sleep(STOPPED_S)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    while len(data := os.read(reading, KEY.size)) == KEY.size:
        keys.append(KEY.unpack(data))
    os.close(reading)
    filler(profile).unlink(missing_ok=True)
    with sqlite3.connect(database(profile)) as connection:
        intact = connection.execute("pragma quick_check").fetchone()[0]
    connection.close()
    after = left_in(profile)
    new = after.scripts.keys() - before.scripts.keys()
    written = max(new, default=0) if kind.blank else story_id
    typed = "".join(LETTERS[i % len(LETTERS)] for i in range(keys[-1][1]))
    script = after.scripts.get(written, Script())
    text, start = script.body, before.scripts.get(written, Script()).body
    kept = text.removeprefix(start)
    whole = (
        text.startswith(start)
        and (typed.startswith(kept) or kept == typed + LETTERS[len(typed) % len(LETTERS)])
        and all(after.scripts.get(one) == script for one, script in before.scripts.items() if one != written)
        and len(new) <= int(kind.blank)
        and (kind.blank or not kept or script.said_here == SAID_HERE)
    )
    lost = [at for at, number in keys if number > len(kept)]
    told: dict[str, object] = {
        "kind": kind.name,
        "whole": whole,
        "typed": len(typed),
        "kept": len(kept),
        "lost_ms": 1000 * (killed - lost[0]) if lost else 0.0,
        "intact": intact,
        # Of the round before: its unsaved words are offered when the window comes back to that story.
        "offered": kind.blank or offered == (story_id in before.unsaved),
    }
    return told, after


def main() -> None:
    """Run rounds of every kind in turn; of those on a full disk when the newsroom lies on one of its own."""
    profile, rounds, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    kinds = ON_A_FULL_DISK if sys.argv[4:] == ["full"] else KINDS
    random.seed(seed)
    newsroom = app.build_newsroom(Paths(Path(profile)), "Redaksi")
    story_id = newsroom.drafting.new(Script(slug="KETIK", body=START)).id
    newsroom.close()
    left = left_in(profile)
    part = LATEST_S / max(1, rounds // len(kinds))
    for number, kind in enumerate(islice(cycle(kinds), rounds)):
        # Each kind is killed early and late: a moment in every part of the time.
        moment = number // len(kinds) * part + random.uniform(0.0, part)
        told, left = one_round(profile, kind, story_id, left, moment)
        print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main()
