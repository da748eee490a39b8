"""A database or a share that hangs without failing: going on air waits seconds, and the window never."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import wave
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from newsdesk.domain.air_bulletin import AirChange, AirChangeKind, AirStatus, ClipFault
from newsdesk.domain.blocks import MARK, Clip
from newsdesk.domain.bulletin import BulletinState
from newsdesk.errors import DatabaseUnreachable
from newsdesk.ui.onair.clip_card import ClipState
from newsdesk.ui.onair.going_out import WAIT_MS
from newsdesk.ui.onair.unready import UnreadyDialog
from newsdesk.ui.tasks import Lane, Tasks
from tests.airing import AIRTIME
from tests.newsrooms import Building
from tests.services.air_desk import BODIES, AirDesk
from tests.ui.onair.scripts import statistik_item
from tests.ui.onair.test_on_air_page import Room

_LOCKED = (
    "import sqlite3, sys, time; d = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
    "d.execute('PRAGMA locking_mode=EXCLUSIVE'); d.execute('BEGIN EXCLUSIVE')\n"
    "d.execute('CREATE TABLE x (y)'); print('locked', flush=True); time.sleep(60)"
)


class _LiveRoom(Room):
    """The page with its real lanes."""

    def __init__(self, desk: AirDesk, look, qtbot) -> None:
        self._qtbot = qtbot
        super().__init__(desk, look, Tasks())

    def settle(self) -> None:
        self._qtbot.wait(30)

    def close(self) -> None:
        self.page.closing()
        self.ticker.stop()
        self.widget.hide()
        assert self.tasks.close()
        # An answer that came last would be given in the next test, and ask a newsroom that is closed by then.
        QApplication.removePostedEvents(self.tasks)


@pytest.fixture
def air(building: Building) -> Iterator[AirDesk]:
    made = AirDesk(building.desk())
    yield made
    made.on_air.close()


@pytest.fixture
def stalled(air: AirDesk, where: str):
    """Have the newsroom's database hang, as by a lock of another program or a server without breath."""
    storage = air.desk.storage
    stopped: list[int] = []
    locking: list[subprocess.Popen[str]] = []

    def stall() -> None:
        if storage.database.file is None:
            with psycopg.connect(where) as asking:
                found = asking.execute(
                    "SELECT pid FROM pg_stat_activity WHERE datname = current_database() "
                    "AND application_name = 'newsdesk'"
                ).fetchall()
            for (pid,) in found:
                os.kill(pid, signal.SIGSTOP)
                stopped.append(pid)
            assert stopped
            return
        storage.database.close()
        child = subprocess.Popen(
            [sys.executable, "-c", _LOCKED, storage.database.file], stdout=subprocess.PIPE, text=True
        )
        assert child.stdout is not None
        assert child.stdout.readline() == "locked\n"
        locking.append(child)

    def breathe() -> None:
        for pid in stopped:
            os.kill(pid, signal.SIGCONT)
        stopped.clear()
        for child in locking:
            child.kill()
            child.communicate()
        locking.clear()

    yield stall, breathe
    breathe()


def _sound(path: Path) -> str:
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
        file.writeframes(bytes(16_000))
    return str(path)


def _with_clip(desk: AirDesk, path: str, **given: object) -> int:
    clip = Clip("HANUNG-IPS", path, milliseconds=1000)
    return desk.bulletin([desk.approved(f"Satu.\n{MARK}\nDua.", "SATU", blocks=(clip,))], **given)


def test_with_a_database_that_hangs_words_and_clips_come_from_this_computer(
    air: AirDesk, look, qtbot, stalled, tmp_path
) -> None:
    stall, breathe = stalled
    source = _sound(tmp_path / "hanung.wav")
    bulletin = _with_clip(air, source, ready=False)
    version = air.desk.bulletins.open(bulletin).bulletin.version
    room = _LiveRoom(air, look, qtbot)
    try:
        # Held ahead of need, before anybody has called it ready, and again when that is done.
        qtbot.waitUntil(lambda: bool(air.on_air.held().bulletins), timeout=20_000)
        air.desk.bulletins.make_ready(bulletin, version)
        room.page.ahead.hold()
        qtbot.waitUntil(lambda: air.on_air.held().bulletins[0].ready, timeout=20_000)
        Path(source).unlink()
        stalling: list[None] = []
        # On its lane: nobody else may be in the middle of a question when its connections are closed.
        room.tasks.run(stall, stalling.append, stalling.append)
        qtbot.waitUntil(lambda: bool(stalling), timeout=20_000)
        breaths: list[int] = []
        breathing = QTimer(room.widget)
        breathing.timeout.connect(lambda: breaths.append(1))
        breathing.start(20)
        room.page.going.wait_timer.setInterval(200)
        room.page.begin(bulletin)  # as from the Buletin page, which holds nothing itself
        qtbot.waitUntil(lambda: room.page.desk.view is not None, timeout=20_000)
        assert len(breaths) > 4  # the window went on breathing
        view = room.page.desk.view
        assert "Basis data tidak menjawab" in view.foot.telling.words
        (look_of,) = view.clips.looks().values()
        assert look_of.state is ClipState.READY
        room.key("K")
        (copy,) = [path for path in room.sound.heard if path]
        assert Path(copy).is_file()
        assert copy != source
        air.clock.pass_by(20)
        room.key("Return")
        room.key("Return")
        assert room.page.desk.view is None
        breathe()

        def drained() -> None:
            room.page.desk.bringing.bring()
            assert [line.actual_ms for log in air.as_run.of(bulletin) for line in log.lines] == [20_000]

        qtbot.waitUntil(drained, timeout=20_000)
    finally:
        breathe()
        room.close()


@pytest.fixture
def one(desk: AirDesk) -> AirDesk:
    """A newsroom in a file; ``air`` is one on either database."""
    return desk


@pytest.fixture
def room(look, one: AirDesk) -> Iterator[Room]:
    made = Room(one, look)
    yield made
    made.close()


def test_where_nothing_is_held_it_is_said_and_what_comes_late_comes_with_a_key(room: Room, one) -> None:
    bulletin = one.bulletin([one.approved(BODIES[0])])
    assert WAIT_MS <= 3_000
    going = room.page.going
    room.page.begin(bulletin)
    room.tasks.let_go(Lane.LOCAL)
    going.tell_timer.timeout.emit()
    assert room.news.sentence == "Menunggu naskah terbaru dari basis data…"
    going.too_slow()
    assert room.news.sentence.startswith("Basis data tidak menjawab, dan buletin itu belum tersimpan")
    assert not going.waiting
    waiting = room.tasks.waiting()
    room.news._acted()  # try again: it hangs at the same question, and is not asked twice
    assert going.waiting
    assert room.tasks.waiting() == waiting
    going.too_slow()
    room.settle()  # it answers after all: nobody is thrown on air, and now it is here
    assert room.page.desk.view is None
    assert room.news.sentence == "Warta Siang sudah tersimpan di komputer ini."
    room.news._acted()
    room.settle()
    assert room.page.desk.view is not None


def test_the_same_key_once_more_waits_for_nothing(room: Room, one) -> None:
    bulletin = one.bulletin([one.approved(BODIES[0])])
    one.on_air.take(bulletin)
    for _press in range(2):
        room.page.begin(bulletin)
        room.tasks.let_go(Lane.LOCAL)
        assert room.page.desk.view is None  # a second press at once is the same press
    room.page.going.tell_timer.stop()
    room.page.begin(bulletin)
    room.tasks.let_go(Lane.LOCAL)
    assert room.page.desk.view is not None


def test_the_list_shows_what_is_here_while_the_database_says_nothing(room: Room, one) -> None:
    one.on_air.take(one.bulletin([one.approved(BODIES[0])]))
    room.page.reads.fill()
    room.tasks.let_go(Lane.LOCAL)
    assert room.page.reads.slow.isActive()
    room.page.reads.show_held()
    assert [row.name for row in room.widget.bulletins.rows()] == ["Warta Siang"]
    assert room.page.reads.can_begin
    room.settle()
    assert room.widget.note.accessibleName().startswith("Ctrl")


def test_a_bulletin_that_is_only_known_by_name_can_be_begun_all_the_same(room: Room, one) -> None:
    one.bulletin([one.approved(BODIES[0])])
    room.page.reads.fill()
    room.tasks.let_go(Lane.LOCAL)
    room.tasks.let_go_work()
    room.tasks.let_go_answer()
    assert room.page.reads.look_slow.isActive()
    room.page.reads.show_waiting()
    detail = room.widget.detail
    assert (detail.title.text(), detail.air.isVisible()) == ("Warta Siang", True)
    assert "belum tersimpan" in detail.facts.text()


def test_clips_of_a_share_that_hangs_come_late_into_the_reading(room: Room, one, tmp_path) -> None:
    bulletin = _with_clip(one, _sound(tmp_path / "hanung.wav"))
    room.page.begin(bulletin)
    room.tasks.let_go(Lane.LOCAL, Lane.DATABASE)
    room.page.going.too_slow()
    room.tasks.let_go(Lane.LOCAL)
    view = room.page.desk.view
    QApplication.processEvents()
    assert view is not None
    (waits,) = view.clips.looks().values()
    assert (waits.state, waits.why) == (ClipState.FAILED, "salinannya belum sampai ke komputer ini")
    view.clips.turn(0)  # asked for too early, it is no failure for good
    assert view.clips.looks()[0].state is ClipState.FAILED
    before = view.shown_page
    room.settle()
    assert view.clips.looks()[0].state is ClipState.READY
    assert view.shown_page is before
    # Gone on with after a crash, the clip is here at once.
    session = room.page.desk._session
    assert session.air.items[0].clips[0].fault is ClipFault.LATE
    room.key("Esc")
    room.key("Esc")
    room.run("on_air.resume")
    assert room.page.desk.view.clips.looks()[0].state is ClipState.READY


def test_clips_that_come_while_it_is_asked_whether_to_go_out_are_heard(
    room: Room, one, tmp_path, monkeypatch
) -> None:
    bulletin = _with_clip(one, _sound(tmp_path / "hanung.wav"), ready=False)

    def answer(dialog: UnreadyDialog) -> int:
        dialog.why.set_text("redaktur tidak bisa dihubungi")
        room.tasks.let_go(Lane.FILES)
        return 1

    monkeypatch.setattr(UnreadyDialog, "exec", answer)
    room.page.begin(bulletin)
    room.tasks.let_go(Lane.LOCAL, Lane.DATABASE)
    room.page.going.too_slow()
    room.settle()
    assert room.page.desk._session.air.items[0].clips[0].fault is ClipFault.LATE
    assert room.page.desk.view.clips.looks()[0].state is ClipState.READY


def test_the_end_of_a_reading_comes_to_the_newsroom_though_its_log_is_being_brought_there(
    room: Room, one
) -> None:
    bulletin = one.bulletin([one.approved(BODIES[0])])
    room.page.begin(bulletin)
    room.settle()
    desk = room.page.desk
    room.key("Return")
    desk.bringing.bring()
    room.tasks.let_go_work(Lane.DATABASE)  # brought, and the answer is not here yet
    room.page.desk.view.acts.take()
    room.tasks.let_go(Lane.LOCAL)
    assert desk.view is None
    room.settle()
    assert one.state_of(bulletin) is BulletinState.AIRED


def test_breaking_news_waits_seconds_for_its_clip_and_not_for_ever(room: Room, one) -> None:
    bulletin = one.bulletin([one.approved(BODIES[0])])
    one.on_air.take(bulletin)
    room.page.begin(bulletin)
    room.settle()
    desk = room.page.desk
    at = AIRTIME + timedelta(minutes=1)
    item = statistik_item(9, path="/redaksi/hanung.wav")
    item = replace(item, clips=tuple(replace(clip, source=clip.path) for clip in item.clips))
    flash = AirChange(9, AirChangeKind.FLASH, at, "Rani", item, flash_id=5)
    for _second in range(3):
        desk.news.take((flash,))
        assert desk.reading.flashes == []
    desk.news.take((flash,))
    assert [one.item_id for one in desk.reading.flashes] == [9]
    assert desk.reading.air.item(9).clips[0].fault is ClipFault.LATE


@pytest.mark.parametrize("lane", [Lane.DATABASE, Lane.FILES])
def test_what_nobody_foresaw_leaves_no_desk_busy_for_ever(room: Room, one, monkeypatch, lane: Lane) -> None:
    bulletin = one.bulletin([one.approved(BODIES[0])])
    desk = room.page.desk
    with monkeypatch.context() as broken:
        for name in ("due", "look", "drain", "changes") if lane is Lane.DATABASE else ("hold", "hold_change"):
            broken.setattr(one.on_air, name, _unforeseen)
        room.page.ahead.hold()
        room.page.begin(bulletin)
        desk.bringing.bring()
        for _turn in range(3):
            for one_lane in Lane:
                while room.tasks.waiting(one_lane):
                    room.tasks.let_go_work(one_lane)
                while room.tasks.unanswered(one_lane):
                    with _Told():
                        room.tasks.let_go_answer(one_lane)
        room.page.going.too_slow()
    room.page.ahead.hold()
    desk.bringing.bring()
    assert room.tasks.waiting() == 2
    room.page.begin(bulletin)
    room.settle()
    assert desk.reading is not None
    with monkeypatch.context() as broken:
        broken.setattr(one.on_air, "changes", _unforeseen)
        desk.news.ask()
        room.tasks.let_go_work()
        with _Told():
            room.tasks.let_go_answer()
    desk.news.ask()
    assert room.tasks.waiting() == 1


def test_a_question_that_hangs_is_told_beside_the_script_after_a_few_seconds(room: Room, one) -> None:
    bulletin = one.bulletin([one.approved(BODIES[0])])
    room.page.begin(bulletin)
    room.settle()
    desk = room.page.desk
    for _second in range(7):
        desk.news.ask()
    room.tasks.let_go(Lane.LOCAL)
    assert desk.view.column.log.words == "Basis data terputus; log siar di sini"
    room.settle()
    desk.news.ask()
    room.settle()
    assert "basis data" not in desk.view.column.log.words


def test_what_is_planned_is_held_ahead_and_looked_at_again_only_when_something_happened(
    one, monkeypatch
) -> None:
    story = one.approved(BODIES[0])
    bulletin = one.bulletin([story], ready=False)
    one.clock.pass_by(-6 * 3600)
    (due,) = one.on_air.due()
    one.on_air.hold(due)
    looked: list[int] = []
    look = one.on_air.look
    monkeypatch.setattr(one.on_air, "look", lambda number: looked.append(number) or look(number))
    for _minute in range(5):
        assert one.on_air.due() == []
    assert looked == [bulletin]
    one.change(story, "Pemkot menunda upacara.", approve=False)
    (due,) = one.on_air.due()
    assert due.items[0].status is AirStatus.CHANGED
    one.clock.pass_by(-24 * 3600)
    assert one.on_air.due() == []


def test_words_are_held_before_a_share_is_asked_for_their_clips(one, monkeypatch, tmp_path) -> None:
    bulletin = _with_clip(one, _sound(tmp_path / "hanung.wav"))
    (due,) = one.on_air.due()
    with monkeypatch.context() as hanging:
        hanging.setattr(one.on_air._clips, "probe", _unforeseen)  # the program is killed while it waits
        with pytest.raises(ZeroDivisionError):
            one.on_air.hold(due)
    held = one.on_air.held_one(bulletin)
    assert held is not None
    assert "Satu." in held.items[0].text.body
    assert held.items[0].clips[0].fault is ClipFault.LATE
    (due,) = one.on_air.due()  # its clip is still wanted
    assert one.on_air.hold(due).items[0].clips[0].fault is None
    assert one.on_air.due() == []


class _Told:
    """What the crash dialog would take."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind, error, _trace) -> bool:
        return kind is None or isinstance(error, ZeroDivisionError)


def _unforeseen(*_given: object) -> None:
    raise ZeroDivisionError


def test_a_newsroom_that_is_away_is_told_apart_from_one_that_hangs(room: Room, one, monkeypatch) -> None:
    bulletin = one.bulletin([one.approved(BODIES[0])])
    why = DatabaseUnreachable("postgresql://redaksi", "hilang")

    def away(_bulletin: int) -> None:
        raise why

    monkeypatch.setattr(one.on_air, "look", away)
    room.page.begin(bulletin)
    room.settle()
    assert room.page.desk.view is None
    assert not room.page.going.waiting
    assert room.news.sentence
    one.on_air._files.keep(one.on_air._taking.bulletin(_rows(one, bulletin), one.clock.now()))
    room.page.begin(bulletin)
    room.settle()
    assert "Basis data tidak menjawab" in room.page.desk.view.foot.telling.words


def _rows(desk: AirDesk, bulletin: int):
    with desk.desk.storage.read() as queries:
        return desk.on_air._taking.rows(queries, bulletin, desk.clock.now())
