"""The announcer's full screen: the script by screens, and beside it everything that runs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from newsdesk.i18n import _
from newsdesk.ui.onair.air_acts import AirActs
from newsdesk.ui.onair.air_column import AirColumn, measures_for
from newsdesk.ui.onair.air_keys import AirKeys, closes_windows
from newsdesk.ui.onair.air_words import about_words, end_words, foot_keys, notice_words, waiting
from newsdesk.ui.onair.change_panel import ChangePanel
from newsdesk.ui.onair.clip_deck import ClipDeck
from newsdesk.ui.onair.foot_line import FootLine, Telling
from newsdesk.ui.onair.head_line import HeadLine, air_state
from newsdesk.ui.onair.paper import FOOT, Paper, fitted
from newsdesk.ui.onair.reading_pages import ReadingPages
from newsdesk.ui.onair.running_figures import RunningFigures
from newsdesk.ui.onair.screen import Screen
from newsdesk.ui.onair.timer_keys import TimerKeys
from newsdesk.ui.onair.top_line import HEIGHT as TOP_LINE
from newsdesk.ui.onair.top_line import TopLine
from newsdesk.ui.zones import as_tzinfo, zone_named

if TYPE_CHECKING:
    from newsdesk.ui.look import Look
    from newsdesk.ui.onair.clip_sound import ClipSound
    from newsdesk.ui.onair.frozen_pages import Page
    from newsdesk.ui.onair.microphone import Microphone
    from newsdesk.ui.ticker import Ticker

LEAVE_WITHIN_MS = 3000
"""How long a sentence stands under the script: so long a second Esc leaves."""


class AirView(QWidget):
    """Everything at the microphone, by keys alone.

    Nothing here asks a database or a disk. :attr:`left` comes when the announcer goes, with True when the
    bulletin was read to its end; :attr:`sized` carries the size of the script that she chose, and
    :attr:`column_turned` whether the column is shown. :attr:`page_shown` comes with every page and state of
    a clip, for the second screen; ``mirror`` turns that on and off, or over, and answers what to tell.
    """

    left = Signal(bool)
    sized = Signal(int)
    column_turned = Signal(bool)
    page_shown = Signal()
    painted = Signal()
    """The first frame is there."""

    def __init__(
        self,
        look: Look,
        microphone: Microphone,
        sound: ClipSound,
        ticker: Ticker,
        *,
        size: int,
        column: bool = True,
        mirror: Callable[[bool], str] = lambda _over: "",
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.microphone = microphone
        self._ticker = ticker
        self._zone = zone_named(microphone.air.zone)
        self._keys = AirKeys()
        self._told: Telling | None = None
        self._painted = self._end_shown = False
        self.pages = ReadingPages(look.theme, microphone, size)
        self.clips = ClipDeck(sound, microphone.clip, self)
        self.screen_ = Screen(look, self)
        self.head = HeadLine(look, self)
        self.foot = FootLine(look, self)
        self.column = AirColumn(look, self._zone.short, self)
        self.top = TopLine(look, self)
        self.change = ChangePanel(look, self)
        self.timers = TimerKeys(self.column.timers, self._local)
        self.figures = RunningFigures(microphone, self.column, self.top, self.timers, self._local)
        self.acts = AirActs(self, mirror, self)
        self.column.setVisible(column)
        self.top.setVisible(not column)
        self.told_timer = QTimer(self)
        self.told_timer.setSingleShot(True)
        self.told_timer.setInterval(LEAVE_WITHIN_MS)
        self.told_timer.timeout.connect(lambda: self.tell(None))
        self.setWindowTitle(_("Siaran: {bulletin}").format(bulletin=microphone.air.name))
        self.setAccessibleName(self.windowTitle())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(640, 480)
        self.screen_.resized.connect(self._sized)
        self.screen_.pressed.connect(self.clips.turn)
        self.column.next.pressed.connect(self.acts.load_of)
        self.acts.typed.connect(self._typed)
        self.acts.mirrored.connect(self.page_shown)
        self.clips.changed.connect(self._show_clips)
        microphone.taken.connect(self._taken)
        microphone.begun.connect(self._begun)
        microphone.loaded.connect(self._reloaded)
        microphone.changed.connect(self._show_around)
        microphone.clips_came.connect(self._clips_came)
        ticker.tick.connect(self._tick)
        self._act = {
            **self.acts.by_shortcut(),
            **self.timers.acts(microphone.moment, self.figures.show_timers),
        }
        self._show_keys()
        self.timers.take(microphone.moment().ms, microphone.air, running=microphone.began is not None)
        self.clips.take(microphone.current)

    # ------------------------------------------------------------ what is shown

    @property
    def size_px(self) -> int:
        """Pixels of the script's letters."""
        return self.pages.paper.size

    @property
    def place(self) -> tuple[int, int]:
        """Which screen of the item is shown, from 0, and of how many."""
        return self.pages.number, len(self.pages.all)

    @property
    def paper(self) -> Paper:
        """What the pages are broken for."""
        return self.pages.paper

    @property
    def shown_page(self) -> Page:
        """The page on the screen."""
        return self.pages.shown

    def tell(self, telling: Telling | None) -> None:
        """Show a sentence under the script for a while; None shows the keys again, or what still waits."""
        self._told = telling
        self.acts.leaving = False
        self.told_timer.stop()
        if telling is not None:
            self.told_timer.start()
        self.foot.tell(telling or waiting(self.microphone, self._local))

    def log_says(self, icon: str, words: str, token: str = "text_3") -> None:
        """Say how safe the as-run log is."""
        self.column.log.tell(icon, words, token)

    def turn_to(self, number: int) -> None:
        """Show one of the item's screens, from 0."""
        self.pages.turn_to(number)
        self.microphone.turned(self.pages.anchor, self.pages.number)
        self._show_page()

    def resize_script(self, by: int) -> None:
        """Make the letters larger or smaller by so many pixels."""
        size = fitted(self.size_px + by)
        if size != self.size_px:
            self.pages.paper = self.paper._replace(size=size)
            self._show_keys()
            self._break_again()
            self.sized.emit(size)

    def turn_written(self) -> None:
        """Show what was written in the place of how it is said, or the other way round."""
        self.pages.written = not self.pages.written
        self._show_keys()
        self._break_again()

    def turn_column(self) -> None:
        """Hide the column into a line at the top, or show it again."""
        hidden = not self.column.isHidden()
        self.column.setVisible(not hidden)
        self.top.setVisible(hidden)
        self.change.hide()
        self._place()
        self.figures.all_anew()
        self._tick(self._ticker.now())
        self.column_turned.emit(not hidden)

    def leave(self) -> None:
        """Go: what is heard falls silent, and the journal has the moment."""
        self.clips.silence()
        self.microphone.leave()
        self.left.emit(self.microphone.over)

    # ------------------------------------------------------------ keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key means here; every other key means nothing."""
        digit = self._keys.digit(event)
        if digit:
            self.acts.type_digit(digit)
            return
        name = self._keys.shortcut(event)
        if name != "air.leave" and not closes_windows(event):
            self.acts.leaving = False
        act = self._act.get(name)
        if act is not None:
            act()

    def event(self, event: QEvent) -> bool:
        """Keep Tab, arrows and the window's own keys from moving anything."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, following: bool) -> bool:
        """The keyboard never leaves the script."""
        return True

    def _typed(self, digits: str) -> None:
        self.head.show_notice(
            _("Lompat ke {number}").format(number=digits)
            if digits
            else notice_words(self.microphone, self._local)
        )

    # ------------------------------------------------------------ what changes

    def _begun(self) -> None:
        self.timers.take(self.microphone.moment().ms, self.microphone.air, running=True)

    def _taken(self, _item_id: int) -> None:
        self._end_shown = False
        self._begun()
        self.clips.take(self.microphone.current)
        self.change.hide()
        self._show_item()
        QTimer.singleShot(0, self._make_ahead)

    def _reloaded(self, item_id: int) -> None:
        item = self.microphone.current
        if item is not None and item.item_id == item_id:
            self.clips.swap(item)
            self.pages.reload()
            self.microphone.turned(self.pages.anchor, self.pages.number)
            self._show_page()
        self._show_around()

    def _clips_came(self) -> None:
        if self.microphone.current is not None:
            self.clips.swap(self.microphone.current)
            self._show_clips()

    def _show_item(self) -> None:
        self.pages.take(self._end_words())
        self._show_page()
        self._show_around()

    def _show_page(self) -> None:
        self.screen_.show_page(self.shown_page, self.paper, self.clips.looks())
        self.head.show_place(*self.place)
        self.page_shown.emit()

    def _break_again(self) -> None:
        self.pages.break_again(self._end_words())
        self._show_page()

    def _make_ahead(self) -> None:
        self.pages.make_ahead()
        self.clips.prepare()

    def _end_words(self) -> str:
        return end_words(self.microphone, self._local) if self.microphone.over else ""

    def _show_around(self) -> None:
        """Show everything but the script: the column, the line over it, what is told under it."""
        microphone = self.microphone
        item = microphone.current
        if microphone.over and not self._end_shown:
            self._end_shown = True
            self.clips.take(None)
            self.pages.take(self._end_words())
            self._show_page()
        reading = microphone.began is not None or bool(microphone.ended)
        self.head.show_state(air_state(practice=microphone.practice, reading=reading, over=microphone.over))
        if item is not None:
            self.head.show_item(item.number, item.slug, about_words(microphone, item))
        if not self.acts.jump_timer.isActive():
            self.head.show_notice(notice_words(microphone, self._local))
        self.foot.tell(self._told or waiting(microphone, self._local))
        self.figures.all_anew()
        self._tick(self._ticker.now())

    def _show_keys(self) -> None:
        self.foot.show_keys(foot_keys(self.size_px, written=self.pages.written))

    def _show_clips(self) -> None:
        self.screen_.show_clips(self.clips.looks())
        self.page_shown.emit()

    # ------------------------------------------------------------ what runs

    def _tick(self, at: datetime) -> None:
        microphone = self.microphone
        if (
            microphone.began is None
            and microphone.current is not None
            and not microphone.over
            and not microphone.practice
            and microphone.moment().at >= microphone.air.airtime
            and self._painted
        ):
            microphone.start()  # on air since its time, whether or not somebody pressed a key
            return
        self.figures.show()
        if self.clips.playing is not None:
            self._show_clips()

    # ------------------------------------------------------------ the frame itself

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give every part its place."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first frame."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._after_first_frame)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask as Esc does when somebody closes the window; a program or session that ends is not held up."""
        if event.spontaneous():
            event.ignore()
            self.acts.escape()
        else:
            self.leave()

    def _after_first_frame(self) -> None:
        self.painted.emit()
        self._ticker.start()
        self._make_ahead()

    def _place(self) -> None:
        measures = measures_for(self.width(), self.height())
        self.column.fit(measures)
        beside = measures.width if not self.column.isHidden() else 0
        above = 0 if not self.column.isHidden() else TOP_LINE
        width, height = self.width() - beside, self.height() - above
        self.column.setGeometry(width, 0, measures.width, self.height())
        self.top.setGeometry(0, 0, self.width(), TOP_LINE)
        self.head.setGeometry(0, above, width, self.head.height())
        self.foot.setGeometry(0, self.height() - FOOT, width, FOOT)
        self.screen_.setGeometry(0, above, width, height)
        for part in (self.head, self.foot):
            part.raise_()
        self.place_change()

    def place_change(self) -> None:
        """Put what a change is shown in over what comes next, where the column has laid that out by now."""
        self.change.setGeometry(self.column.next.geometry().translated(self.column.pos()))

    def _sized(self) -> None:
        self.pages.paper = Paper(self.screen_.width(), self.screen_.height(), self.size_px)
        if not self.pages.all:
            self._show_item()
        else:
            self._break_again()

    def _local(self, at: datetime) -> datetime:
        return at.astimezone(as_tzinfo(self._zone))
