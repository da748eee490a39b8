"""The announcer's full screen: the script by screens, and beside it everything that runs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from newsdesk.domain.air_bulletin import AirChangeKind, AirStatus
from newsdesk.domain.blocks import places
from newsdesk.domain.bulletin import TOLERANCE_MS
from newsdesk.i18n import _, clock
from newsdesk.ui.components.over_under import over_look
from newsdesk.ui.onair.air_column import AirColumn, measures_for
from newsdesk.ui.onair.air_keys import AirKeys
from newsdesk.ui.onair.air_rows import fixed_words, next_rows
from newsdesk.ui.onair.air_times import clips_of
from newsdesk.ui.onair.change_panel import ChangePanel
from newsdesk.ui.onair.clip_deck import ClipDeck
from newsdesk.ui.onair.foot_line import FootLine, Telling
from newsdesk.ui.onair.frozen_pages import page_at
from newsdesk.ui.onair.head_line import HeadLine, air_state
from newsdesk.ui.onair.item_parts import is_killed
from newsdesk.ui.onair.page_book import PageBook, same_place
from newsdesk.ui.onair.paper import FOOT, Paper, fitted
from newsdesk.ui.onair.screen import Screen
from newsdesk.ui.onair.timer_keys import TimerKeys
from newsdesk.ui.onair.top_line import HEIGHT as TOP_LINE
from newsdesk.ui.onair.top_line import TopLine
from newsdesk.ui.shortcuts import keys_of, shown
from newsdesk.ui.zones import as_tzinfo, zone_named

if TYPE_CHECKING:
    from newsdesk.ui.look import Look
    from newsdesk.ui.onair.clip_sound import ClipSound
    from newsdesk.ui.onair.frozen_pages import Page
    from newsdesk.ui.onair.microphone import Microphone
    from newsdesk.ui.ticker import Ticker

JUMP_AFTER_MS = 700
"""After the last digit: another one could still come."""
LEAVE_WITHIN_MS = 3000
"""How long the line stands that says a second Esc leaves."""
_STEP_PX = 2


class AirView(QWidget):
    """Everything at the microphone, by keys alone.

    Nothing here asks a database or a disk. :attr:`left` comes when the announcer goes, with True when the
    bulletin was read to its end; :attr:`sized` carries the size of the script that she chose, and
    :attr:`column_turned` whether the column is shown. :attr:`page_shown` comes with every page and state of
    a clip, for the second screen; ``mirror`` turns that on and off, and answers what to tell.
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
        mirror: Callable[[bool], str] = lambda _flip: "",
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._look = look
        self.microphone = microphone
        self._ticker = ticker
        self._size = fitted(size)
        self._mirror = mirror
        self._zone = zone_named(microphone.air.zone)
        self._written = False
        self._page = 0
        self._pages: tuple[Page, ...] = ()
        self._book = PageBook(look.theme)
        self._keys = AirKeys()
        self._digits = ""
        self._told: Telling | None = None
        self._painted = self._leaving = False
        self._second = -1
        self._body = ""
        self._anchor = 0
        """Where in the body one reads: no change of size moves it, so one comes back to the same words."""
        self._end_shown = False
        self._cut_off = False
        """Whether the item was killed before it was taken: one that is being read stays on the screen."""
        self.clips = ClipDeck(sound, microphone.clip, self)
        self.screen_ = Screen(look, self)
        self.head = HeadLine(look, self)
        self.foot = FootLine(look, self)
        self.column = AirColumn(look, self._zone.short, self)
        self.top = TopLine(look, self)
        self.change = ChangePanel(look, self)
        self.timers = TimerKeys(self.column.timers, self._local)
        self.column.setVisible(column)
        self.top.setVisible(not column)
        self._jump_timer = self._single_shot(JUMP_AFTER_MS, self._jump)
        self._told_timer = self._single_shot(LEAVE_WITHIN_MS, lambda: self.tell(None))
        self.setWindowTitle(_("Siaran: {bulletin}").format(bulletin=microphone.air.name))
        self.setAccessibleName(self.windowTitle())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(640, 480)
        self.screen_.resized.connect(self._sized)
        self.screen_.pressed.connect(self.clips.turn)
        self.column.next.pressed.connect(self._load_of)
        self.clips.changed.connect(self._show_clips)
        microphone.taken.connect(self._taken)
        microphone.begun.connect(self._begun)
        microphone.loaded.connect(self._reloaded)
        microphone.changed.connect(self._show_around)
        ticker.tick.connect(self._tick)
        self._act = self._acts()
        self.foot.show_keys(self._foot_keys())
        self.timers.take(microphone.moment().ms, microphone.air, running=microphone.began is not None)
        self.clips.take(microphone.current)

    # ------------------------------------------------------------ what is shown

    @property
    def size_px(self) -> int:
        """Pixels of the script's letters."""
        return self._size

    @property
    def place(self) -> tuple[int, int]:
        """Which screen of the item is shown, from 0, and of how many."""
        return self._page, len(self._pages)

    @property
    def paper(self) -> Paper:
        """What the pages are broken for."""
        return Paper(self.screen_.width(), self.screen_.height(), self._size)

    def tell(self, telling: Telling | None, *, stays: bool = False) -> None:
        """Show a sentence under the script for a while; None shows the keys again, or what still waits."""
        self._told = telling
        self._leaving = False
        self._told_timer.stop()
        if telling is not None and not stays:
            self._told_timer.start()
        self.foot.tell(telling or self._waiting())

    def log_says(self, icon: str, words: str, token: str = "text_3") -> None:
        """Say how safe the as-run log is."""
        self.column.log.tell(icon, words, token)

    def show_page(self, number: int) -> None:
        """Show one of the item's screens, from 0."""
        self._page = max(0, min(number, len(self._pages) - 1))
        self.screen_.show_page(self._pages[self._page], self.paper, self.clips.looks())
        self.head.show_place(self._page, len(self._pages))
        self.page_shown.emit()

    @property
    def shown_page(self) -> Page:
        """The page on the screen."""
        return self._pages[self._page]

    # ------------------------------------------------------------ keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key means here; every other key means nothing."""
        digit = self._keys.digit(event)
        if digit:
            self._type(digit)
            return
        name = self._keys.shortcut(event)
        if name != "air.leave":
            self._leaving = False
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

    def _acts(self) -> dict[str, Callable[[], None]]:
        following, back = self.next_screen, lambda: self._turn_to(self._page - 1)
        return {
            "air.next": following,
            "air.next_page": following,
            "air.next_right": following,
            "air.back": back,
            "air.back_left": back,
            "air.take": self.take,
            "air.larger": lambda: self._resize_script(_STEP_PX),
            "air.smaller": lambda: self._resize_script(-_STEP_PX),
            "air.clip": self._turn_clip,
            "air.clip_b": self._turn_clip,
            "air.clip_dot": self._turn_clip,
            "air.paraphrase": self._paraphrase,
            "air.load": self._load,
            "air.change": self._show_change,
            "air.written": self._turn_written,
            "air.acknowledge": self._acknowledge,
            "inspector": self._turn_column,
            "air.mirror": lambda: self._tell_mirror(self._mirror(False)),
            "air.flip": lambda: self._tell_mirror(self._mirror(True)),
            "air.leave": self._escape,
            **self.timers.acts(lambda: self.microphone.moment(), self._show_timers),
        }

    def next_screen(self) -> None:
        """Show the next screen; after an item's last one the next item is taken, as a pedal has one key."""
        waited = self.microphone.began is None
        self.microphone.start()
        if self._page + 1 < len(self._pages):
            self._turn_to(self._page + 1)
        elif not waited or self.microphone.over:
            self.take()

    def _turn_to(self, number: int) -> None:
        self.show_page(number)
        self._anchor = self.shown_page.start

    def take(self) -> None:
        """Begin to read, or take the next item; after the last one, go."""
        if self.microphone.over:
            self._leave()
        elif self.microphone.began is None:
            self.microphone.start()
        else:
            self.microphone.take_next()

    def _type(self, digit: str) -> None:
        self._digits = (self._digits + digit)[-3:]
        self.head.show_notice(_("Lompat ke {number}").format(number=self._digits))
        self._jump_timer.start()

    def _jump(self) -> None:
        number, self._digits = int(self._digits or 0), ""
        self._show_notice()
        finished = self._page == len(self._pages) - 1
        if not self.microphone.jump(number, finished=finished):
            item = self.microphone.current
            if item is None or item.number != number:
                words = _("Tidak ada naskah nomor {number}.").format(number=number)
                self.tell(Telling("circle-alert", words))

    def _escape(self) -> None:
        if self.change.isVisible():
            self.change.hide()
            return
        silenced = self.clips.silence()
        if self._leaving and not silenced:
            self._leave()
            return
        words = _("Klip berhenti.") if silenced else _("Siaran belum ditinggalkan.")
        if self.microphone.over:
            words = _("Buletin selesai.")
        self.tell(Telling("log-out", words, "Esc", _("sekali lagi untuk keluar")))
        self._leaving = True

    def _leave(self) -> None:
        self.clips.silence()
        self.microphone.leave()
        self.left.emit(self.microphone.over)

    def _resize_script(self, by: int) -> None:
        size = fitted(self._size + by)
        if size != self._size:
            self._size = size
            self.foot.show_keys(self._foot_keys())
            self._break_again()
            self.sized.emit(size)

    def _turn_clip(self) -> None:
        wanted = self.clips.wanted(tuple(card.part.block for card in self.shown_page.cards))
        if wanted is None:
            self.tell(Telling("audio-lines", _("Tidak ada klip di layar ini.")))
            return
        self.microphone.start()
        self.clips.turn(wanted)

    def _paraphrase(self) -> None:
        item = self.microphone.current
        if item is None or item.text is None:
            return
        chosen = self.microphone.paraphrases(item)
        cards = [card.part.block for card in self.shown_page.cards]
        block = self.clips.wanted(tuple(cards))
        if block is None and chosen:  # once more: the clip after all
            block = max((at for at in chosen if self._at(at) <= self._end_of_page()), default=max(chosen))
        clip = clips_of(item).get(block) if block is not None else None
        if block is None or clip is None:
            return
        if not clip.paraphrase:
            self.tell(Telling("circle-alert", _("Klip ini tidak punya parafrase; lanjutkan naskah.")))
            return
        if self.clips.playing == block:
            self.clips.silence()
        said = item.text.paraphrases[block] if block < len(item.text.paraphrases) else ""
        self.microphone.paraphrase(block, clip.name, said or clip.paraphrase)

    def _load(self) -> None:
        change = self.microphone.next_change()
        if change is None:
            self.tell(Telling("check", _("Tidak ada perubahan yang menunggu.")))
            return
        self.change.hide()
        self.microphone.load(change)

    def _load_of(self, item_id: int) -> None:
        change = self.microphone.changes.get(item_id)
        if change is not None:
            self.microphone.load(change)

    def _show_change(self) -> None:
        change = self.microphone.next_change()
        if self.change.isVisible() or change is None or change.item is None:
            self.change.hide()
            return
        old = self.microphone.air.item(change.item_id)
        self._place_change()
        self.change.show_change(old, change.item)

    def _turn_written(self) -> None:
        self._written = not self._written
        self.foot.show_keys(self._foot_keys())
        self._break_again()

    def _acknowledge(self) -> None:
        self.microphone.acknowledge()

    def _turn_column(self) -> None:
        hidden = self.column.isVisible()
        self.column.setVisible(not hidden)
        self.top.setVisible(hidden)
        self.change.hide()
        self._place()
        self._second = -1
        self._tick(self._ticker.now())
        self.column_turned.emit(not hidden)

    def _tell_mirror(self, words: str) -> None:
        if words:
            self.tell(Telling("monitor", words))
        self.page_shown.emit()

    # ------------------------------------------------------------ what changes

    def _begun(self) -> None:
        self.timers.take(self.microphone.moment().ms, self.microphone.air, running=True)

    def _taken(self, _item_id: int) -> None:
        self._cut_off = self._is_killed()
        self._end_shown = False
        self._begun()
        self.clips.take(self.microphone.current)
        self.change.hide()
        self._page = 0
        self._show_item()
        QTimer.singleShot(0, self._make_ahead)

    def _reloaded(self, item_id: int) -> None:
        item = self.microphone.current
        if item is None or item.item_id != item_id:
            self._show_around()
            return
        old = self._body
        self.clips.swap(item)
        self._pages = self._made_pages()
        self._body = item.text.body if item.text is not None else item.words
        self._turn_to(same_place(old, self._body, self._anchor, self._pages))
        self._show_around()

    def _show_item(self) -> None:
        item = self.microphone.current
        self._body = (item.text.body if item.text is not None else item.words) if item is not None else ""
        self._pages = self._made_pages()
        self._turn_to(self._page)
        self._show_around()

    def _made_pages(self) -> tuple[Page, ...]:
        item = self.microphone.current
        if item is None or self.microphone.over:
            return self._book.end(self._end_words(), self.paper)
        return self._book.pages(
            item,
            self.paper,
            written=self._written,
            paraphrased=frozenset(self.microphone.paraphrases(item)),
            cut_off=self._cut_off or is_killed(item),
        )

    def _is_killed(self) -> bool:
        item = self.microphone.current
        return item is not None and self.microphone.killed(item)

    def _make_ahead(self) -> None:
        """Break what comes next, so that taking it costs nothing; open its clip."""
        ahead = self.microphone.ahead
        if ahead:
            self._book.pages(
                ahead[0],
                self.paper,
                written=self._written,
                paraphrased=frozenset(self.microphone.paraphrases(ahead[0])),
                cut_off=is_killed(ahead[0]),
            )
        self.clips.prepare()

    def _break_again(self) -> None:
        self._pages = self._made_pages()
        self.show_page(page_at(self._pages, self._anchor))

    def _show_around(self) -> None:
        """Show everything but the script: the column, the line over it, what is told under it."""
        microphone = self.microphone
        item = microphone.current
        if microphone.over and not self._end_shown:
            self._end_shown = True
            self.clips.take(None)
            self._page = 0
            self._pages = self._made_pages()
            self.show_page(0)
        reading = microphone.began is not None or bool(microphone.ended)
        self.head.show_state(air_state(practice=microphone.practice, reading=reading))
        if item is not None:
            reader = item.reader or ", ".join(microphone.air.announcers)
            about = microphone.air.name
            if reader:
                about = _("{bulletin}, pembaca {reader}").format(bulletin=about, reader=reader)
            self.head.show_item(item.number, item.slug, about)
        self._show_notice()
        self.foot.tell(self._told or self._waiting())
        self._second = -1
        self._tick(self._ticker.now())

    def _show_notice(self) -> None:
        if self._digits:
            return
        microphone = self.microphone
        item = microphone.current
        change = microphone.changes.get(item.item_id) if item is not None else None
        words = ""
        if change is not None and change.kind is AirChangeKind.WORDS:
            words = _("Berubah {time}, M muat").format(time=clock(self._local(change.at)))
        elif change is not None and change.kind is AirChangeKind.UNAPPROVED:
            words = _("Sedang diubah, {time}").format(time=clock(self._local(change.at)))
        elif item is not None and item.status is AirStatus.EMBARGOED:
            words = _("Masih embargo")
        elif item is not None and item.status is AirStatus.NOT_APPROVED and not item.signed_by:
            words = _("Belum disetujui")
        elif microphone.began is None and not microphone.over:
            words = _("Enter mulai")
        self.head.show_notice(words)

    def _waiting(self) -> Telling | None:
        """Return what stands under the script until it is answered."""
        microphone = self.microphone
        item = microphone.current
        change = microphone.changes.get(item.item_id) if item is not None else None
        if change is not None and change.kind is AirChangeKind.KILLED and not microphone.over:
            when = clock(self._local(change.at))
            words = _("Naskah ini dicabut {time}. Hentikan membacanya.").format(time=when)
            return Telling("circle-slash", words, "Enter", _("ambil berikutnya"), urgent=True)
        if microphone.flashes:
            flash = microphone.flashes[0]
            slug = flash.item.slug if flash.item is not None else ""
            words = _("Kilat berikutnya: {slug}").format(slug=slug)
            if flash.by:
                words = _("Kilat berikutnya: {slug}, dari {name}").format(name=flash.by, slug=slug)
            return Telling("zap", words, shown(keys_of("air.acknowledge")), _("sudah dilihat"), urgent=True)
        return None

    def _show_clips(self) -> None:
        looks = self.clips.looks()
        self.screen_.show_clips(looks)
        self.page_shown.emit()

    # ------------------------------------------------------------ what runs

    def _tick(self, at: datetime) -> None:
        microphone = self.microphone
        moment = microphone.moment()
        if (
            microphone.began is None
            and not microphone.over
            and not microphone.practice
            and moment.at >= microphone.air.airtime
            and self._painted
        ):
            microphone.start()  # on air since its time, whether or not somebody pressed a key
            return
        times = microphone.times(moment)
        local = self._local(moment.at)
        over_ms = times.over_ms
        shift = microphone.shift(moment)

        def planned(at: datetime) -> datetime:
            return self._local(at + shift)

        if self.column.isVisible():
            self.column.clock.tell(local)
            self.column.left.tell(times.left_ms, times.of_ms)
            self.column.over.tell(over_ms, TOLERANCE_MS, planned(microphone.air.close))
            self._show_timers()
            if local.second != self._second:
                self._second = local.second
                self.column.head.set_words(_("Berikutnya"), fixed_words(times, planned))
                self.column.next.show_rows(next_rows(microphone, times, TOLERANCE_MS, self._local, planned))
        else:
            self.top.tell(local, times.left_ms, over_ms, TOLERANCE_MS)
        if self.clips.playing is not None:
            self._show_clips()

    def _show_timers(self) -> None:
        moment = self.microphone.moment()
        self.timers.show(moment, self.microphone.shift(moment))

    def _end_words(self) -> str:
        microphone = self.microphone
        at = microphone.moment().at
        over = over_look(
            (at - microphone.shift(microphone.moment()) - microphone.air.close) // timedelta(milliseconds=1),
            TOLERANCE_MS,
        )
        return _("Buletin selesai {time}, {over}. Enter untuk melihat log siar.").format(
            time=clock(self._local(at), seconds=True), over=over.words
        )

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
        """Go as with Esc: the window's own way out loses nothing either."""
        event.ignore()
        self._leave()

    def _after_first_frame(self) -> None:
        self.painted.emit()
        self._ticker.start()
        self._make_ahead()

    def _place(self) -> None:
        measures = measures_for(self.width())
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
        self._place_change()

    def _place_change(self) -> None:
        if self.column.isVisible():
            rows = self.column.next.geometry()
            self.change.setGeometry(rows.translated(self.column.pos()))
        else:  # beside the column's place: over the right edge, and only while it is asked for
            self.change.setGeometry(self.width() - 340, TOP_LINE, 340, self.height() - TOP_LINE)

    def _sized(self) -> None:
        if not self._pages:
            self._show_item()
        else:
            self._break_again()

    def _local(self, at: datetime) -> datetime:
        return at.astimezone(as_tzinfo(self._zone))

    def _foot_keys(self) -> list[tuple[str, str]]:
        return [
            (_("Spasi"), _("layar berikut")),
            ("Enter", _("ambil berikutnya")),
            ("1–9", _("lompat")),
            ("↑ ↓", _("ukuran {size}").format(size=self._size)),
            ("T", _("cara baca") if self._written else _("tulisan asli")),
            ("Esc", _("keluar")),
        ]

    def _single_shot(self, ms: int, run: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(ms)
        timer.timeout.connect(run)
        return timer

    def _at(self, block: int) -> int:
        return places(self._body)[block]

    def _end_of_page(self) -> int:
        after = self._page + 1
        return self._pages[after].start if after < len(self._pages) else len(self._body)
