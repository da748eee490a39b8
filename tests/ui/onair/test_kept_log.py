"""All that is kept of the as-run log is found by its month; what need not be kept any more may go."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from newsdesk.domain.audit import Deed
from newsdesk.errors import DatabaseUnreachable
from newsdesk.ui.onair.delete_log import DeleteLogDialog
from tests.airing import AIRTIME
from tests.services.air_desk import BODIES, AirDesk
from tests.ui.onair.test_on_air_page import Room


def _read_at(desk: AirDesk, at: datetime) -> None:
    bulletin = desk.bulletin([desk.approved(BODIES[0])])
    desk.clock.at = at
    desk.read_all(desk.on_air.take(bulletin))
    desk.on_air.drain()
    desk.clock.at = AIRTIME


def _months(room: Room) -> list[str]:
    box = room.widget.months
    return [box.itemText(place) for place in range(box.count())]


def test_every_month_is_reached_by_key_and_only_what_need_not_be_kept_is_deleted(
    desk, look, monkeypatch
) -> None:
    # The new year has begun in Jakarta, and not yet by UTC.
    for at in (datetime(2023, 12, 31, 20, tzinfo=UTC), datetime(2024, 3, 5, tzinfo=UTC), AIRTIME):
        _read_at(desk, at)
    room = Room(desk, look)
    try:
        view = room.widget
        assert view.months.isHidden()
        room.run("on_air.tab")
        room.page.logs.fill()
        room.settle()
        named = ["Januari 2025, 1 siaran", "Maret 2024, 1 siaran", "Januari 2024, 1 siaran"]
        assert _months(room) == ["Dua bulan terakhir", *named]
        assert [row.second for row in view.readings.rows()] == ["Ipang Harwoko, simpan 367 hari lagi"]
        for _step in range(2):
            room.key("Ctrl+PgUp")
        assert view.months.currentText() == "Maret 2024, 1 siaran"
        assert [row.right for row in view.readings.rows()] == ["5 Mar 2024"]
        assert not view.log.delete_button.isVisible()
        assert view.log.kept.text() == "Disimpan 48 hari lagi."

        asked: list[str] = []

        def answer(dialog: DeleteLogDialog) -> int:
            asked.append(dialog.windowTitle())
            assert dialog.back.hasFocus() or dialog.focusWidget() is dialog.back
            return len(asked) - 1

        monkeypatch.setattr(DeleteLogDialog, "exec", answer)
        room.key("Del")
        assert asked == []
        for _step in range(2):  # at the end it stays
            room.key("Ctrl+PgUp")
        assert [row.right for row in view.readings.rows()] == ["1 Jan 2024"]
        assert [row.second for row in view.readings.rows()] == ["Ipang Harwoko, masa simpan lewat"]
        room.key("Del")
        room.settle()
        assert len(view.readings.rows()) == 1
        view.log.delete_button.click()
        room.settle()
        assert asked == ["Hapus log Warta Siang untuk selamanya?"] * 2
        assert room.news.sentence == "Log Warta Siang dihapus."
        assert _months(room) == ["Dua bulan terakhir", *named[:2]]
        assert [row.second for row in view.readings.rows()] == ["Ipang Harwoko, simpan 367 hari lagi"]
        assert desk.desk.audit.entries(1)[0].act == Deed.REMOVE
        # Back from a month, whoever has just read sees what she read.
        room.key("Ctrl+PgUp")
        room.page.logs.show_last(0)
        room.settle()
        assert view.months.currentIndex() == 0
    finally:
        room.close()


def test_a_log_nobody_added_to_for_long_opens_at_its_newest_month(desk, look, monkeypatch) -> None:
    _read_at(desk, AIRTIME - timedelta(days=200))
    room = Room(desk, look)
    try:
        room.run("on_air.tab")
        room.page.logs.fill()
        room.settle()
        assert room.widget.months.currentText() == "Juli 2024, 1 siaran"
        assert len(room.widget.readings.rows()) == 1
        # What is shown stays, with the months, while the database is away.
        away = DatabaseUnreachable("Redaksi", "hilang")

        def gone(*_given: object, **_named: object) -> None:
            raise away

        monkeypatch.setattr(desk.as_run, "bulletins", gone)
        room.page.logs.fill()
        room.settle()
        assert room.widget.months.currentText() == "Juli 2024, 1 siaran"
        assert len(room.widget.readings.rows()) == 1
    finally:
        room.close()
