"""What must not stop the announcer: nothing to read, late news, a hasty key, a lost screen, a hung share."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from newsdesk.domain.air_bulletin import AirChange, AirChangeKind
from newsdesk.settings import Settings
from newsdesk.ui.onair.air_desk import AirDesk
from newsdesk.ui.onair.microphone import Microphone
from newsdesk.ui.onair.mirror import Mirror
from newsdesk.ui.preferences import Preferences
from newsdesk.ui.tasks import Lane
from tests.airing import AIRTIME, air_bulletin, air_item
from tests.ui.held_tasks import HeldTasks
from tests.ui.onair.scripts import statistik_item


def _flash(item_id: int = 9) -> AirChange:
    at = AIRTIME + timedelta(minutes=1)
    item = air_item(item_id, "Gempa mengguncang Blitar.")
    return AirChange(item_id, AirChangeKind.FLASH, at, "Rani", item, flash_id=5)


class _Newsroom:
    """What a desk on air asks of a newsroom, over the studio's real files."""

    def __init__(self, studio) -> None:
        self.on_air = self
        self._held = studio.held
        self.copied = 0

    def begin(self, air, practice, _why):
        return self._held.begin(air, practice=practice)

    def leave(self, session) -> None:
        self._held.leave(session)

    def hold_change(self, change):
        self.copied += 1
        return change

    def drain(self):
        raise AssertionError("nobody asked for it here")


def _desk(studio) -> tuple[AirDesk, HeldTasks]:
    tasks = HeldTasks()
    desk = AirDesk(
        tasks,
        Preferences(Settings(), lambda _settings: None),
        studio.ticker,
        lambda _theme: studio.look,
        lambda: studio.sound,
    )
    desk._newsroom = _Newsroom(studio)
    return desk, tasks


def _failed(error: Exception) -> None:
    raise error


def test_the_clock_runs_on_over_a_bulletin_with_nothing_to_read_and_breaking_news_is_read_in_it(
    studio,
) -> None:
    view = studio.show(0, practice=False)
    studio.pass_by(1)
    before = view.column.clock.figure.text()
    studio.pass_by(1)
    assert view.column.clock.figure.text() != before
    view.microphone.told((_flash(),))
    studio.press("Return")
    assert "Gempa" in view.shown_page.words
    assert studio.log == [("NASKAH-9", "")]
    studio.press("Return", "Return")
    assert studio.left == [True]


def test_breaking_news_after_the_last_item_is_read_before_anybody_goes(studio) -> None:
    view = studio.show(1)
    studio.press("Space", "Return")
    assert view.microphone.over
    view.microphone.told((_flash(),))
    studio.press("Return")
    assert studio.left == []
    assert view.microphone.current.item_id == 9
    assert not view.microphone.over
    studio.press("Return", "Return")
    assert studio.left == [True]


def test_esc_takes_back_a_number_that_was_begun(studio, qtbot) -> None:
    view = studio.show(3)
    view.acts.jump_timer.setInterval(20)
    studio.press("Space", "3", "Esc")
    assert view.head.notice == ""
    qtbot.wait(60)
    assert view.microphone.current.item_id == 1
    assert studio.left == []


def test_asked_for_twice_one_reading_is_begun(studio) -> None:
    desk, tasks = _desk(studio)
    for _press in range(2):
        desk.begin(air_bulletin(2), _failed, practice=True)
    tasks.let_go(Lane.LOCAL)
    assert len(studio.held.live) == 1
    desk._newsroom.drain = lambda: None  # type: ignore[method-assign]
    desk.closing()
    tasks.let_go(Lane.LOCAL)
    assert not studio.held.live


def test_a_failure_that_nobody_foresaw_bars_nobody_from_beginning_again(studio) -> None:
    desk, tasks = _desk(studio)
    begin = desk._newsroom.begin
    desk._newsroom.begin = lambda *_given: 1 // 0  # type: ignore[method-assign]
    desk.begin(air_bulletin(2), _failed, practice=True)
    tasks.let_go_work(Lane.LOCAL)
    tasks._answers[Lane.LOCAL].clear()  # the crash dialog has it
    desk._newsroom.begin = begin  # type: ignore[method-assign]
    desk.begin(air_bulletin(2), _failed, practice=True)
    tasks.let_go(Lane.LOCAL)
    assert desk.reading is not None
    desk.closing()
    tasks.let_go(Lane.LOCAL)


def test_a_screen_that_is_unplugged_brings_no_mirror_over_the_script(studio) -> None:
    desk, tasks = _desk(studio)
    desk.begin(air_bulletin(2), _failed, practice=True)
    tasks.let_go(Lane.LOCAL)
    mirror = desk.screens.mirror = Mirror(studio.look)
    mirror.open_on(QGuiApplication.primaryScreen())
    QGuiApplication.instance().screenRemoved.emit(QGuiApplication.primaryScreen())
    assert mirror.isHidden()
    assert desk.view.foot.telling.words == "Satu layar dicabut; layar kedua dimatikan."
    assert desk.view.isFullScreen()
    desk.closing()
    tasks.let_go(Lane.LOCAL)


def test_a_failure_is_told_beside_the_script_and_not_over_it(studio) -> None:
    desk, tasks = _desk(studio)
    desk.begin(air_bulletin(2), _failed, practice=True)
    tasks.let_go(Lane.LOCAL)
    desk.tell_trouble()
    assert "sesudah siaran" in desk.view.column.log.accessibleName()
    desk.closing()
    tasks.let_go(Lane.LOCAL)


def test_a_clip_falls_silent_when_the_program_goes(studio) -> None:
    desk, tasks = _desk(studio)
    desk.begin(air_bulletin([statistik_item(1)]), _failed, practice=True)
    tasks.let_go(Lane.LOCAL)
    QApplication.processEvents()
    desk.view.clips.turn(next(iter(desk.view.clips.looks())))
    assert studio.sound.heard[-1]
    desk.closing()
    tasks.let_go(Lane.LOCAL)
    assert studio.sound.heard[-1] == ""


def test_a_clip_on_a_share_that_hangs_is_asked_for_once(studio) -> None:
    desk, tasks = _desk(studio)
    desk.begin(air_bulletin(2), _failed, practice=True)
    tasks.let_go(Lane.LOCAL)
    change = AirChange(2, AirChangeKind.WORDS, AIRTIME + timedelta(minutes=1), "Rani", statistik_item(2))
    for _second in range(5):
        desk.news.take((change,))
    assert tasks.waiting(Lane.FILES) == 1
    tasks.let_go(Lane.FILES)
    desk.news.take((change,))
    assert isinstance(desk.reading, Microphone)
    assert list(desk.reading.changes) == [2]
    desk.closing()
    tasks.let_go(Lane.LOCAL)


def test_a_slug_that_looks_like_html_stays_letters_where_it_is_pointed_at(studio) -> None:
    from newsdesk.ui.onair.air_table import AirTable, Cell, Column

    table = AirTable(studio.look, "Naskah", (Column("Slug", 0),))
    table.show_rows([(Cell("<img src=file:///etc/passwd>"),)])
    tip = table.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip
    assert "&lt;img" in tip
