"""The page on air with a real newsroom: begun, broken off, gone on with, and its log looked up."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from shiboken6 import isValid

from newsdesk.domain.bulletin import BulletinState
from newsdesk.errors import DatabaseUnreachable
from newsdesk.paths import resources
from newsdesk.services.away_newsroom import AwayNewsroom
from newsdesk.services.held_air import HeldAir
from newsdesk.settings import Settings
from newsdesk.ui.components.news_line import NewsLine
from newsdesk.ui.icons import Icons
from newsdesk.ui.look import Look
from newsdesk.ui.onair.clip_sound import QtClipSound
from newsdesk.ui.onair.on_air_page import OnAirPage
from newsdesk.ui.onair.unready import UnreadyDialog, unready
from newsdesk.ui.preferences import Preferences
from newsdesk.ui.tasks import Lane, Tasks
from newsdesk.ui.theme import Theme
from newsdesk.ui.ticker import Ticker
from newsdesk.ui.zones import as_tzinfo, zone_named
from tests.services.air_desk import BODIES, AirDesk
from tests.ui.held_tasks import HeldTasks
from tests.ui.onair.conftest import HeardSound

WIB = as_tzinfo(zone_named("Asia/Jakarta"))


class Room:
    """The page in a window of one's own, over a newsroom whose lanes the test lets go."""

    def __init__(self, desk: AirDesk, look: Look, tasks: Tasks | None = None) -> None:
        self.desk = desk
        self.tasks = tasks or HeldTasks()
        self.newsroom = SimpleNamespace(
            on_air=desk.on_air, as_run=desk.as_run, bulletins=desk.desk.bulletins, people=desk.desk.people
        )
        self.news = NewsLine(look)
        self.sound = HeardSound()
        self.ticker = Ticker(lambda: desk.clock.now().astimezone(WIB))
        self.preferences = Preferences(Settings(), lambda _settings: None)
        self.out: list[bool] = []
        self.page = OnAirPage(
            look, self.tasks, self.preferences, self.news, self.ticker, self._air_look, lambda: self.sound
        )
        self.page.on_air.connect(self.out.append)
        self.widget = self.page.widget()
        self.page.opened(self.newsroom)
        self.page._begin_here()
        self.widget.resize(1364, 852)
        self.widget.show()
        self.widget.activateWindow()
        self.settle()

    def settle(self) -> None:
        """Let every lane do what it has, and Qt too."""
        for _turn in range(3):
            self.tasks.let_go()
            QApplication.processEvents()
        self.tasks.let_go()

    def key(self, keys: str) -> None:
        """Press a key on the announcer's screen, or else on the page."""
        pressed = QKeySequence(keys)[0]
        target = self.page.desk.view or self.widget
        QTest.keyClick(target, pressed.key(), pressed.keyboardModifiers())
        self.settle()

    def run(self, command: str) -> None:
        """Do a command of the page."""
        next(one for one in self.page.commands() if one.id == command and one.when()).run()
        self.settle()

    def close(self) -> None:
        """Go."""
        self.page.closing()
        self.tasks.let_go()
        self.ticker.stop()
        self.widget.hide()
        QApplication.processEvents()

    @staticmethod
    def _air_look(choice: str) -> Look:
        theme = Theme(resources() / "themes", choice)
        return Look(theme, Icons(theme))


@pytest.fixture
def rooms(look: Look, desk: AirDesk) -> Iterator[list[Room]]:
    opened: list[Room] = []
    yield opened
    for room in opened:
        room.close()


def _two(desk: AirDesk, *, ready: bool = True) -> int:
    stories = [desk.approved(body, f"NASKAH-{n}") for n, body in enumerate(BODIES[:2], 1)]
    return desk.bulletin(stories, ready=ready)


def _open(rooms: list[Room], desk: AirDesk, look: Look) -> Room:
    rooms.append(Room(desk, look))
    return rooms[-1]


def test_a_ready_bulletin_is_read_to_its_end_and_its_log_is_shown_printed_and_proved(
    rooms, desk, look, tmp_path, monkeypatch
) -> None:
    bulletin = _two(desk)
    room = _open(rooms, desk, look)
    view = room.widget
    assert [row.name for row in view.bulletins.rows()] == ["Warta Siang"]
    assert [row[1] for row in view.detail.table.rows()] == ["NASKAH-1", "NASKAH-2"]
    assert not view.detail.warning.isVisible()
    room.run("on_air.begin")
    air = room.page.desk.view
    assert air is not None
    assert air.isFullScreen()
    assert "tujuh belasan" in air.shown_page.words.replace("\N{NO-BREAK SPACE}", " ")
    room.ticker.tick.emit(room.ticker.now())
    assert room.out[-1] is True
    desk.clock.pass_by(20)
    room.key("Return")
    desk.clock.pass_by(15)
    room.key("Return")
    room.key("Return")
    assert room.page.desk.view is None
    assert room.out[-1] is False
    assert view.tab == "log"
    assert desk.state_of(bulletin) is BulletinState.AIRED
    assert view.window().focusWidget() is view.readings  # a second Enter prints nothing
    rows = view.log.table.rows()
    assert [(row[1], row[6], row[8]) for row in rows] == [
        ("NASKAH-1", "0:20", "Dibacakan"),
        ("NASKAH-2", "0:15", "Dibacakan"),
    ]
    approved = [desk.desk.reviewing.open(story).last_approval for story in _stories(desk, bulletin)]
    assert [line.item.digest for line in view.log.log.lines] == [one.digest for one in approved]
    assert "Disimpan 365 hari lagi" in view.log.kept.text() or "hari lagi" in view.log.kept.text()
    view.log.table.selectRow(1)
    assert "dua koma enam lima" in view.log.text.toPlainText()
    proof = tmp_path / "bukti.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(proof), ""))
    room.run("on_air.export")
    assert len(zipfile.ZipFile(proof).namelist()) > 3
    paper = tmp_path / "log.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(paper), ""))
    room.page.logs.print_log()
    for _step in range(20):
        QApplication.processEvents()
    room.settle()
    assert paper.read_bytes().startswith(b"%PDF")


def test_what_plays_clips_goes_with_the_announcers_screen(rooms, desk, look, qapp) -> None:
    _two(desk)
    room = _open(rooms, desk, look)
    made = [QtClipSound(lambda: "", qapp)]
    room.page.desk._make_sound = lambda: made[0]
    room.run("on_air.practise")
    assert isValid(made[0]) and room.page.desk.view is not None
    room.page.closing()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(made[0])


def test_a_full_disk_takes_no_half_of_a_log_on_paper(rooms, desk, look, tmp_path, monkeypatch) -> None:
    resource = pytest.importorskip("resource")
    desk.read_all(desk.on_air.take(_two(desk)))
    desk.on_air.drain()
    room = _open(rooms, desk, look)
    room.run("on_air.tab")
    paper = tmp_path / "log.pdf"
    paper.write_bytes(b"yang lama")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(tmp_path / "log"), ""))
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, limits[1]))  # no file may grow over that
    try:
        room.page.logs.print_log()
        for _step in range(20):
            QApplication.processEvents()
        room.settle()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert "tidak bisa disimpan" in room.news.sentence
    assert paper.read_bytes() == b"yang lama" and list(tmp_path.glob("*log*")) == [paper]
    room.page.logs.print_log()
    for _step in range(20):
        QApplication.processEvents()
    room.settle()
    assert paper.read_bytes().startswith(b"%PDF") and "log.pdf" in room.news.sentence


def _stories(desk: AirDesk, bulletin: int) -> list[int]:
    return [item.story_id for item in desk.desk.bulletins.open(bulletin).rundown.items]


def test_names_of_any_length_leave_the_page_and_its_question_their_size(rooms, desk, look) -> None:
    slug, name = "P" * 5_000, "Warta Siang " * 500
    story = desk.approved(BODIES[0], slug)
    bulletin = desk.bulletin([story])
    opened = desk.desk.bulletins.open(bulletin)
    desk.desk.bulletins.change(bulletin, opened.bulletin.version, name=name)
    desk.change(story, BODIES[1], approve=False)
    room = _open(rooms, desk, look)
    view = room.widget
    assert view.detail.warning.isVisible() and slug[:40] in view.detail.warning.text()
    assert view.minimumSizeHint().width() < 1200
    air = desk.on_air.take(bulletin)
    dialog = UnreadyDialog(look, air, unready(air), view)
    dialog.adjustSize()
    assert dialog.height() < 500
    dialog.deleteLater()
    desk.read_all(air)
    desk.on_air.drain()
    room.page.logs.fill()
    room.run("on_air.tab")
    assert view.log.isVisible() and view.log.title.accessibleName() == air.name
    assert view.minimumSizeHint().width() < 1200


def test_going_out_with_something_unapproved_asks_once_for_a_reason(rooms, desk, look, monkeypatch) -> None:
    _two(desk, ready=False)
    room = _open(rooms, desk, look)
    asked: list[UnreadyDialog] = []

    def answer(dialog: UnreadyDialog) -> int:
        asked.append(dialog)
        assert not dialog.air.isEnabled()
        dialog.why.set_text("redaktur tidak bisa dihubungi")
        assert dialog.air.isEnabled()
        return len(asked) > 1

    monkeypatch.setattr(UnreadyDialog, "exec", answer)
    room.run("on_air.begin")
    assert room.page.desk.view is None
    room.run("on_air.begin")
    assert room.page.desk.view is not None
    assert room.page.desk._session.log().unready_why == "redaktur tidak bisa dihubungi"


def test_what_comes_late_comes_neither_before_a_locked_desk_nor_twice(rooms, desk, look, monkeypatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(UnreadyDialog, "exec", lambda dialog: asked.append(dialog.windowTitle()) or 0)
    _two(desk, ready=False)
    room = _open(rooms, desk, look)
    begin = next(one for one in room.page.commands() if one.id == "on_air.begin")
    begin.run()
    begin.run()
    room.settle()
    assert len(asked) == 1
    begin.run()
    room.widget.hide()
    room.settle()
    assert len(asked) == 1
    assert room.page.desk.view is None


def test_a_share_that_hangs_keeps_nobody_from_going_on_air(rooms, desk, look) -> None:
    _two(desk)
    room = _open(rooms, desk, look)
    next(one for one in room.page.commands() if one.id == "on_air.begin").run()
    room.tasks.let_go(Lane.DATABASE)
    assert room.page.desk.view is None
    assert room.page.going.wait_timer.isActive()
    room.page.going.too_slow()
    room.tasks.let_go(Lane.LOCAL)
    view = room.page.desk.view
    assert view is not None
    room.settle()  # the copies come after all
    assert room.page.desk.view is view
    assert len(desk.on_air.live) == 1


def test_practice_asks_nothing_puts_nothing_on_air_and_is_no_aired_bulletin(rooms, desk, look) -> None:
    bulletin = _two(desk, ready=False)
    room = _open(rooms, desk, look)
    room.run("on_air.practise")
    assert room.page.desk.view.head.accessibleName().startswith("Latihan")
    for _item in range(4):
        desk.clock.pass_by(10)
        room.key("Return")
    assert True not in room.out
    assert desk.state_of(bulletin) is not BulletinState.AIRED
    assert room.widget.log.kept.text() == "Latihan tidak wajib disimpan."


def test_a_database_that_vanishes_stops_nothing_and_gets_the_whole_log_when_it_is_back(
    rooms, desk, look, monkeypatch
) -> None:
    bulletin = _two(desk)
    room = _open(rooms, desk, look)
    room.run("on_air.begin")
    air = room.page.desk.view
    storage = desk.on_air._storage
    with monkeypatch.context() as away:
        for way in ("read", "write"):
            away.setattr(storage, way, _away)
        room.page.desk.news.ask()
        room.page.desk.bringing.bring()
        room.settle()
        assert air.column.log.words == "Basis data terputus; log siar di sini"
        desk.clock.pass_by(20)
        room.key("Return")
        assert air.microphone.current.slug == "NASKAH-2"
        desk.clock.pass_by(20)
        room.key("Return")
        room.key("Return")
        assert room.page.desk.view is None
        # Away from the beginning: what is held on this computer is read all the same.
        room.run("on_air.tab")
        room.page.reads.fill()
        room.settle()
        assert room.widget.note.accessibleName().startswith("Basis data belum bisa dihubungi")
        assert "tersimpan di komputer ini" in room.widget.bulletins.rows()[0].second
        room.run("on_air.practise")
        assert room.page.desk.view is not None
        room.key("Esc")
        room.key("Esc")
    assert room.page.desk.bringing.later.isActive()
    room.page.desk.bringing.later.timeout.emit()  # nobody has to read anything for it
    room.settle()
    assert not room.page.desk.bringing.later.isActive()
    log, practice = desk.as_run.of(bulletin)
    assert practice.practice
    assert [line.actual_ms for line in log.lines] == [20_000, 20_000]
    assert log.broken is None


def test_a_reading_left_in_the_middle_is_chosen_and_its_key_goes_on_with_it_from_any_row(
    rooms, desk, look
) -> None:
    stories = [desk.approved(body, f"NASKAH-{n}") for n, body in enumerate(BODIES[:2], 1)]
    for _bulletin in range(2):
        desk.bulletin(stories)
    room = _open(rooms, desk, look)
    view = room.widget
    view.bulletins.setCurrentIndex(view.bulletins.model().index(1, 0))
    room.settle()
    room.run("on_air.begin")
    room.key("Return")
    room.key("Esc")
    room.key("Esc")
    room.settle()
    chosen = view.bulletins.rows()[view.bulletins.currentIndex().row()]
    assert chosen.second.startswith("siaran terputus")
    for row in range(len(view.bulletins.rows())):
        view.bulletins.setCurrentIndex(view.bulletins.model().index(row, 0))
        room.settle()
        room.run("on_air.resume")
        assert room.page.desk.view.microphone.current.slug == "NASKAH-2"
        room.key("Esc")
        room.key("Esc")
        room.settle()


def test_a_file_that_answers_but_takes_no_log_is_told_until_it_takes_it(
    rooms, desk, look, monkeypatch
) -> None:
    _two(desk)
    room = _open(rooms, desk, look)
    room.run("on_air.begin")
    air = room.page.desk.view
    with monkeypatch.context() as locked:
        locked.setattr(desk.on_air._storage, "write", _away)
        room.key("Return")
        room.page.desk.bringing.bring()
        for _second in range(2):
            room.page.desk.news.ask()
            room.settle()
            assert air.column.log.words == "Basis data terputus; log siar di sini"
    room.page.desk.bringing.bring()
    room.settle()
    assert air.column.log.words == "Log siar tersimpan di komputer ini"


def _away(*_given: object, **_named: object) -> None:
    raise DatabaseUnreachable("postgresql://redaksi", "hilang")


def test_a_reading_broken_off_is_offered_and_gone_on_with_at_its_place(rooms, desk, look) -> None:
    _two(desk)
    air = desk.on_air.take(_only(desk))
    session = desk.on_air.begin(air, practice=False)
    desk.read(session, air.items[0].item_id, 20)
    session.started(air.items[1].item_id, session.moment())
    desk.clock.pass_by(5)
    desk.on_air.leave(session)  # as when the program is killed: nothing was finished
    room = _open(rooms, desk, look)
    assert room.news.sentence == "Siaran Warta Siang terputus pukul 11.00."
    assert room.widget.bulletins.rows()[0].second == "siaran terputus 11.00"
    row = room.widget.bulletins.rows()[0]
    assert (row.icon, room.widget.detail.give_up.isVisible()) == ("radio", True)
    room.run("on_air.resume")
    assert room.news.sentence == ""
    view = room.page.desk.view
    assert view.microphone.current.slug == "NASKAH-2"
    assert view.microphone.elapsed_ms(view.microphone.moment()) == 5000
    room.key("Return")
    room.key("Return")
    assert desk.state_of(air.bulletin_id) is BulletinState.AIRED


def _only(desk: AirDesk) -> int:
    (row,) = desk.desk.bulletins.list(desk.clock.now().date())
    return row.id


def test_changes_and_breaking_news_of_the_desk_come_beside_the_script(rooms, desk, look) -> None:
    bulletin = _two(desk)
    room = _open(rooms, desk, look)
    room.run("on_air.begin")
    air = room.page.desk.view
    second = _stories(desk, bulletin)[1]
    desk.change(second, "BPS mencatat inflasi Oktober 3,1 persen.")
    room.page.desk.news.ask()
    room.settle()
    assert [row.tone for row in air.column.next.rows] == ["changed"]
    before = air.shown_page
    room.key("M")
    assert air.shown_page is before
    room.page.desk.news.ask()
    room.settle()
    assert [row.tone for row in air.column.next.rows] == ["next"]
    flash = desk.approved(BODIES[2], "KILAT-1")
    desk.desk.bulletins.flash(bulletin, flash, None)
    room.page.desk.news.ask()
    room.settle()
    assert air.foot.telling is not None
    assert air.foot.telling.urgent
    assert air.column.next.rows[0].slug == "KILAT-1"
    room.key("A")
    for look_again in (room.page.desk.bringing.bring, room.page.desk.news.ask):
        look_again()
        room.settle()
    assert air.foot.telling is None
    room.key("Return")
    assert air.microphone.current.slug == "KILAT-1"
    room.key("Return")
    assert "tiga koma satu" in air.shown_page.words


def test_with_no_newsroom_at_all_what_is_held_is_found_and_read(rooms, desk, look) -> None:
    air = desk.on_air.take(_two(desk))
    alone = HeldAir(desk.desk.storage.air, None, desk.clock.now, desk.clock.ticks)
    room = _open(rooms, desk, look)
    room.page.closing()
    why = DatabaseUnreachable("postgresql://redaksi", "hilang")
    room.page.opened_alone(AwayNewsroom(alone, why))
    room.page._begin_here()
    room.settle()
    assert room.news.sentence == "Buletin yang tersimpan di komputer ini tetap bisa dibaca."
    room.page._came()
    room.settle()
    assert [row.name for row in room.widget.bulletins.rows()] == ["Warta Siang"]
    assert room.widget.log.title.text().startswith("Log siar ada di basis data")
    room.run("on_air.begin")
    for _item in range(3):
        desk.clock.pass_by(12)
        room.key("Return")
    assert room.page.desk.view is None
    room.page.closing()
    room.tasks.let_go()
    # The newsroom is back: what was read without it comes home.
    room.page.opened(room.newsroom)
    room.settle()
    (log,) = desk.as_run.of(air.bulletin_id)
    assert [line.actual_ms for line in log.lines] == [12_000, 12_000]


def test_an_empty_day_teaches_what_the_page_is_for(rooms, desk, look) -> None:
    room = _open(rooms, desk, look)
    assert room.widget.detail.title.text() == "Belum ada buletin hari ini"
    assert "Ctrl 3" in room.widget.note.accessibleName()
    room.run("on_air.tab")
    assert room.widget.log.title.text() == "Belum ada yang disiarkan"


def test_the_keyboard_is_in_the_list_of_the_tab_and_waits_at_the_tabs_for_its_rows(rooms, desk, look) -> None:
    room = _open(rooms, desk, look)
    view = room.widget
    view.setFocus()
    assert view.window().focusWidget() is view.tabs
    bulletin = _two(desk)
    room.page.reads.fill()
    room.settle()
    assert view.window().focusWidget() is view.bulletins
    view.detail.air.setFocus()
    view.turn("log")
    assert view.window().focusWidget() is view.tabs
    desk.read_all(desk.on_air.take(bulletin))
    desk.on_air.drain()
    room.page.logs.fill()
    room.settle()
    assert view.window().focusWidget() is view.readings
    view.log.print_button.setFocus()
    view.turn("read")
    view.detail.air.setFocus()
    view.turn("log")
    assert view.window().focusWidget() is view.readings
