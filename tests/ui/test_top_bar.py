"""The bar at the top: the time is always in sight, the date a look away."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from newsdesk.ui.components.field import Label
from newsdesk.ui.countdown import until_words
from newsdesk.ui.look import Look
from newsdesk.ui.next_bulletin import NextBulletin
from newsdesk.ui.next_line import NextLine
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


def test_a_station_of_any_name_leaves_the_window_its_width(look: Look, qtbot: QtBot) -> None:
    bar = TopBar(look, "Radio Penataran", "Asia/Jakarta", lambda: None)
    qtbot.addWidget(bar)
    usual = bar.minimumSizeHint().width()
    name = "<b>Suara</b> " + "Penataran" * 1_000
    bar.set_station(name)
    assert bar.minimumSizeHint().width() < usual + 300
    label = next(one for one in bar.findChildren(Label) if one.accessibleName() == name)
    assert label.text().startswith("<b>Suara") and label.text().endswith("…")
    assert "&lt;b&gt;Suara" in label.toolTip()
    bar.set_station("Radio Penataran")
    assert (label.text(), label.toolTip()) == ("Radio Penataran", "")


def test_the_next_bulletin_counts_down_in_the_bar_and_opens_from_it(look: Look, qtbot: QtBot) -> None:
    bar = TopBar(look, "Radio Penataran", "Asia/Jakarta", lambda: None)
    qtbot.addWidget(bar)
    bar.resize(1364, 48)
    bar.show()
    airtime = datetime.now(UTC) + timedelta(minutes=30)
    coming = NextBulletin(7, "Warta Siang", airtime, airtime + timedelta(minutes=15), 22_000, 5_000)
    bar.show_next(coming)
    line = bar.findChild(NextLine)
    assert line is not None and line.isVisible()
    assert "Warta Siang" in line.accessibleName() and "+0:22 lebih" in line.accessibleName()
    opened: list[int] = []
    bar.open_next = opened.append
    line.click()
    assert opened == [7]
    bar.resize(900, 48)
    assert line.brief
    bar.show_next(None)
    assert not line.isVisible()


def test_the_time_to_air_is_told_in_few_words() -> None:
    airtime = datetime(2025, 1, 17, 11, tzinfo=UTC)
    close = airtime + timedelta(minutes=15)
    told = {
        timedelta(minutes=-55, seconds=-28): "55.28 lagi",
        timedelta(hours=-2, seconds=-5): "2.00.05 lagi",
        timedelta(days=-3): "3 hari lagi",
        timedelta(milliseconds=-1): "0.01 lagi",
        timedelta(minutes=4, seconds=32): "berjalan 4.32",
        timedelta(hours=1): "sudah lewat",
    }
    assert {away: until_words(airtime, close, airtime + away) for away in told} == told
