"""The real window for hours pressed together: review, rundown and on air, again and again, and what it holds.

Run by newsroom.py in a process of its own; a line of figures is printed every so many rounds.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import sys
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from newsdesk import app
from newsdesk.domain.bulletin import BulletinState
from newsdesk.domain.rundown import ItemKind, Rundown, RundownItem
from newsdesk.domain.story import Script, StoryStatus
from newsdesk.services.newsroom import Newsroom

BODY = "Pemkot Blitar menggelar upacara 17-an di halaman kantor wali kota. Warga ikut menonton sejak pagi. "
PATIENCE_S = 30.0
ROWS = 6


class Soak:
    """One window with its three pages, and a day's work in it."""

    def __init__(self, profile: str) -> None:
        from PySide6.QtWidgets import QApplication

        self.application, self.window = app.start(profile)
        self.window.resize(1364, 768)
        self.window.show()
        self._application = QApplication
        self.stories, self.bulletins, self.on_air = list(self.window._pages.values())[:3]
        self.wait(lambda: self.window.newsroom is not None)
        self.newsroom = self.window.newsroom
        self._opening = RundownItem(1, ItemKind.WORDS, "PEMBUKA", words="Selamat siang, pendengar.")

    # ------------------------------------------------------------ waiting and pressing

    def wait(self, done: Callable[[], object]) -> None:
        """Let the window live until something is so."""
        until = time.monotonic() + PATIENCE_S
        while not done():
            if time.monotonic() > until:
                raise TimeoutError(done)
            self.application.processEvents()
            time.sleep(0.001)

    def run(self, page: object, command: str) -> None:
        """Do a command of a page as soon as it may be done."""

        def found() -> Callable[[], None] | None:
            return next((one.run for one in page.commands() if one.shortcut == command and one.when()), None)

        self.wait(found)
        run = found()
        assert run is not None
        run()
        self.application.processEvents()

    def _has(self, command: str) -> bool:
        return any(one.shortcut == command and one.when() for one in self.stories.commands())

    def press(self, *keys: str) -> None:
        """Press keys where the focus is."""
        from PySide6.QtGui import QKeySequence
        from PySide6.QtTest import QTest

        for key in keys:
            pressed = QKeySequence(key)[0]
            target = self.on_air.desk.view or self._application.focusWidget() or self.window
            QTest.keyClick(target, pressed.key(), pressed.keyboardModifiers())
            self.application.processEvents()

    # ------------------------------------------------------------ a round

    def round(self, number: int) -> None:
        """A story is written, reviewed and approved; a bulletin is built, reordered and read to its end."""
        story = self._reviewed(number)
        bulletin = self._built(story)
        self._read(bulletin)

    def _reviewed(self, number: int) -> int:
        drafting, handing = self.newsroom.drafting, self.newsroom.handing_in
        made = drafting.new(Script(f"NASKAH-{number}", body=BODY * 3))
        handing.submit(made.id, made.version, made.script)
        self.window.go_to_story(made.id)
        desk = self.stories.rooms.desk
        self.wait(lambda: desk.story is not None and desk.story.id == made.id)
        self.wait(lambda: self._has("review.toggle"))
        if not self._has("review.approve"):
            self.run(self.stories, "review.toggle")
        self.wait(self._may_approve)
        self.run(self.stories, "review.approve")
        self.wait(lambda: drafting.look(made.id).status is StoryStatus.APPROVED)
        return made.id

    def _may_approve(self) -> bool:
        from newsdesk.ui.stories.review_bar import ReviewBar

        bar = self.window.findChild(ReviewBar)
        shown = bar is not None and bar.isVisible() and bar.approve.isEnabled()
        return shown and self.stories.rooms.review.showing.said.seen is not None

    def _built(self, story_id: int) -> int:
        bulletins = self.newsroom.bulletins
        airtime = datetime.now(UTC) + timedelta(minutes=5)
        opened = bulletins.create(None, airtime, "Warta Siang", announcers=(self.newsroom.people.me().id,))
        state = bulletins.state(story_id)
        assert state is not None
        words = [
            RundownItem(bulletins.new_id(), ItemKind.WORDS, f"KATA-{row}", words=BODY) for row in range(ROWS)
        ]
        rows = Rundown(items=(bulletins.row_of(state, opened), *words))
        number = opened.bulletin.id
        bulletins.keep(number, opened.bulletin.version, rows)
        self.window.show_page(self.bulletins.key)
        self.bulletins.show_bulletin(number)
        room = self.bulletins._made()
        self.wait(lambda: room.desk.sheet is not None and room.desk.sheet.opened.bulletin.id == number)
        table = room.view.pane.table
        table.setFocus()
        table.setCurrentIndex(table.model().index(1, 0))
        self.press("Alt+Down", "Alt+Down", "F", "F", "Alt+Up", "Ctrl+Z", "Ctrl+Z")
        self.wait(lambda: room.desk.sheet.settled)
        opened = bulletins.open(number)
        bulletins.make_ready(number, opened.bulletin.version)
        return number

    def _read(self, bulletin_id: int) -> None:
        self.on_air.begin(bulletin_id)
        self.wait(lambda: self.on_air.desk.view is not None)
        for _row in range(ROWS + 6):
            if self.on_air.desk.view is None:
                break
            self.press("Return")
        self.wait(lambda: self.on_air.desk.view is None)
        bulletins = self.newsroom.bulletins
        self.wait(lambda: bulletins.open(bulletin_id).bulletin.state is BulletinState.AIRED)

    # ------------------------------------------------------------ figures

    def figures(self, rounds: int) -> dict[str, int]:
        """Return what the program holds now, after the window has come to rest."""
        from PySide6.QtCore import QEvent, QTimer

        for _turn in range(50):
            self.application.processEvents()
            # No event loop runs here, in which Qt would delete what was let go.
            self.application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            time.sleep(0.01)
        gc.collect()
        self.application.processEvents()
        timers = [one for one in gc.get_objects() if isinstance(one, QTimer)]
        return {
            "rounds": rounds,
            "kilobytes": _resident_kilobytes(),
            "descriptors": sum(1 for _ in Path("/proc/self/fd").iterdir()),
            "threads": threading.active_count(),
            "timers": len(timers),
            "widgets": len(self.application.allWidgets()),
            "connections": _connections(self.newsroom),
        }


def _connections(newsroom: Newsroom) -> int:
    """Return how many times the newsroom's file is open: once a connection."""
    name, opened = str(newsroom.storage.database.file), 0
    for descriptor in Path("/proc/self/fd").iterdir():
        with contextlib.suppress(OSError):
            opened += str(descriptor.readlink()) == name
    return opened


def _resident_kilobytes() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 1024


def main() -> None:
    """Do so many rounds and print figures every so many."""
    profile, rounds, every = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    soak = Soak(profile)
    for number in range(1, rounds + 1):
        soak.round(number)
        if number % every == 0:
            print(json.dumps(soak.figures(number)), flush=True)
    soak.window.close()
    soak.application.processEvents()
    os._exit(0)  # lanes and voices end with the process


if __name__ == "__main__":
    main()
