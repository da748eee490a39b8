"""The bar at the top: the time is always in sight, the date a look away."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from newsdesk.ui.look import Look
from newsdesk.ui.top_bar import TopBar


def test_pointing_at_the_clock_tells_the_date(look: Look, qtbot: QtBot) -> None:
    bar = TopBar(look, "Radio Penataran", "Asia/Jayapura", lambda: None)
    qtbot.addWidget(bar)
    bar.resize(1364, 48)
    bar.show()
    at = QPoint(1364 - 40, 24)
    QApplication.sendEvent(bar, QHelpEvent(QEvent.Type.ToolTip, at, bar.mapToGlobal(at)))
    assert re.fullmatch(r"(Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu), \d{1,2} \w+ 20\d\d", QToolTip.text())
    QToolTip.hideText()
