"""The real window on air: the announcer's keys are pressed on her screen until she is killed."""

from __future__ import annotations

import json
import os
from itertools import cycle

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import PySide6.QtMultimedia
import PySide6.QtSvg
import PySide6.QtTest
import PySide6.QtWidgets  # noqa: F401 - before the fork

from newsdesk import app
from newsdesk.ui.onair.on_air_page import OnAirPage

KEY_MS = 15


def read_until_killed(profile: str, pipe: int, bulletin_id: int) -> None:
    """Go on air with a bulletin and press the announcer's keys; how many lines the disk has is told."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtTest import QTest

    application, window = app.start(profile)
    window.show()
    page = next(page for page in window._pages.values() if isinstance(page, OnAirPage))
    keys = cycle(
        [Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_K, Qt.Key.Key_P, Qt.Key.Key_M, Qt.Key.Key_A,
         Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_2, Qt.Key.Key_Return]
    )  # fmt: skip

    def tell(**done: object) -> None:
        os.write(pipe, json.dumps(done).encode() + b"\n")

    def press() -> None:
        desk = page._desk
        session = desk._session if desk is not None else None
        if desk is None or desk.view is None or session is None:
            return
        QTest.keyClick(desk.view, next(keys))
        lines = len(session.lines)
        if not session.waiting:
            tell(act="line", session=session.session_id, lines=lines)

    timer = QTimer()
    timer.timeout.connect(press)

    def filled() -> None:
        window.show_page(page.key)
        page.begin(bulletin_id)
        page.desk.begun.connect(lambda: (tell(act="on air"), timer.start(KEY_MS)))

    next(iter(window._pages.values())).filled.connect(filled)
    application.exec()
