"""Another zone of the station holds at once, for the newsroom that is open and for the window around it."""

from __future__ import annotations

import pickle
from datetime import UTC, datetime, time

from newsdesk.app import build_newsroom, build_window
from newsdesk.domain.bulletin import Programme
from newsdesk.paths import Paths
from newsdesk.settings import Settings
from newsdesk.ui.zones import StationZone
from tests.ui.held_tasks import HeldTasks

MORNING = datetime(2025, 1, 17, 0, 0, tzinfo=UTC)


def test_a_moment_is_told_in_the_zone_in_use(qtbot) -> None:
    zone = StationZone("Asia/Jakarta")
    assert MORNING.astimezone(zone).strftime("%H.%M %Z") == "07.00 WIB"
    zone.use("Asia/Jayapura")
    assert MORNING.astimezone(zone).strftime("%H.%M %Z") == "09.00 WIT"
    assert datetime(2025, 1, 17, 9, tzinfo=zone).astimezone(UTC) == MORNING
    assert pickle.loads(pickle.dumps(MORNING.astimezone(zone))) == MORNING


def test_an_open_newsroom_makes_its_bulletins_by_the_new_zone(qtbot, qapp, tmp_path, monkeypatch) -> None:
    paths = Paths(tmp_path)
    paths.make()
    lanes = HeldTasks()
    monkeypatch.setattr("newsdesk.ui.tasks.Tasks", lambda _parent: lanes)
    window = build_window(qapp, paths, Settings(newsroom="Redaksi"))
    qtbot.addWidget(window)
    newsroom = window._newsrooms.open("Redaksi")
    try:
        programme = newsroom.programmes.add(Programme(0, "Warta Siang", "FREQ=DAILY", time(11)))

        def hours() -> list[int]:
            until = datetime(2025, 1, 18, tzinfo=UTC)
            return [one.hour for one in newsroom.programmes.occurrences(programme, MORNING, until)]

        assert hours() == [4]
        window._preferences.set("zone", "Asia/Jayapura")
        assert hours() == [2]
    finally:
        newsroom.close()
        window.close()


def test_a_newsroom_without_a_window_has_the_zone_of_the_settings(tmp_path) -> None:
    paths = Paths(tmp_path)
    paths.make()
    paths.settings_file.write_text('{"zone": "Asia/Makassar"}', encoding="utf-8")
    newsroom = build_newsroom(paths, "Redaksi")
    try:
        programme = newsroom.programmes.add(Programme(0, "Warta Siang", "FREQ=DAILY", time(11)))
        until = datetime(2025, 1, 18, tzinfo=UTC)
        assert [one.hour for one in newsroom.programmes.occurrences(programme, MORNING, until)] == [3]
    finally:
        newsroom.close()
