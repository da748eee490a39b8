"""The Siaran page: bulletins that can be read now, readings that were broken off, and the as-run log."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from newsdesk.i18n import _, clock
from newsdesk.ui.commands import Command
from newsdesk.ui.onair.holding_ahead import HoldingAhead
from newsdesk.ui.onair.page_commands import page_commands
from newsdesk.ui.tasks import Lane
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from newsdesk.domain.air_bulletin import AirBulletin
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.away_newsroom import AwayNewsroom
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.components.news_line import NewsLine
    from newsdesk.ui.look import Look
    from newsdesk.ui.onair.air_desk import AirDesk
    from newsdesk.ui.onair.clip_sound import ClipSound
    from newsdesk.ui.onair.log_desk import LogDesk
    from newsdesk.ui.onair.page_view import OnAirView
    from newsdesk.ui.onair.read_desk import ReadDesk
    from newsdesk.ui.preferences import Preferences
    from newsdesk.ui.tasks import Tasks
    from newsdesk.ui.ticker import Ticker

SOON_MS = 400
"""After a newsroom is opened: its list of stories comes first."""

_UNFINISHED = "on-air.unfinished"
_ALONE = "on-air.alone"


class OnAirPage(QObject):
    """Composes the page (see :class:`newsdesk.ui.page.Page`).

    :attr:`on_air` says whether something goes out now; :attr:`wanted` asks the window for this page.
    """

    on_air = Signal(bool)
    wanted = Signal()
    key = "page.on_air"
    icon = "radio"
    has_script = False
    unkept = False

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        preferences: Preferences,
        news: NewsLine,
        ticker: Ticker,
        air_look: Callable[[str], Look],
        sound: Callable[[], ClipSound],
    ) -> None:
        super().__init__()
        self._look = look
        self._tasks = tasks
        self._preferences = preferences
        self._news = news
        self._newsroom: Newsroom | AwayNewsroom | None = None
        self._view: OnAirView | None = None
        self._ticker = ticker
        self._air_look = air_look
        self._sound = sound
        self._desk: AirDesk | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._begin_here)
        self.ahead = HoldingAhead(tasks, self)
        self.ahead.held.connect(self._was_held)

    # ------------------------------------------------------------ what the window asks

    @property
    def words(self) -> str:
        """The word in the rail."""
        return _("Siaran")

    def widget(self) -> QWidget:
        """Return the page, made at the first call."""
        return self._made()

    def opened(self, newsroom: Newsroom | AwayNewsroom) -> None:
        """Work with a newsroom: offer to go on with what was broken off, and hold what is ready."""
        self._newsroom = newsroom
        self._news.settle(_ALONE)
        if self._desk is not None:
            self._desk.opened(newsroom)
        self._soon.start()
        if self._view is not None:
            self.reads.opened(newsroom)
            self.logs.opened(newsroom)
            if self._view.isVisible():
                self._came()

    def opened_alone(self, newsroom: AwayNewsroom) -> None:
        """The newsroom cannot be opened: say so if this computer holds a bulletin that can be read."""
        self.opened(newsroom)

        def found(held: tuple[AirBulletin, ...]) -> None:
            if held and self._newsroom is newsroom:
                self._news.tell(
                    _("Buletin yang tersimpan di komputer ini tetap bisa dibaca."),
                    icon="radio",
                    act=_("Buka Siaran"),
                    run=self.wanted.emit,
                    lasts=True,
                    about=_ALONE,
                )

        self._tasks.run(lambda: newsroom.on_air.held().bulletins, found, self._quiet, Lane.LOCAL)

    @property
    def desk(self) -> AirDesk:
        """What goes on air and comes back, made when it is first needed."""
        if self._desk is None:
            from newsdesk.ui.onair.air_desk import AirDesk

            self._desk = AirDesk(
                self._tasks, self._preferences, self._ticker, self._air_look, self._sound, self
            )
            self._desk.on_air.connect(self.on_air)
            self._desk.begun.connect(lambda: self._news.settle(_UNFINISHED))
            self._desk.left.connect(self._left)
            self._desk.drained.connect(self._drained)
            if self._newsroom is not None:
                self._desk.opened(self._newsroom)
        return self._desk

    def _begin_here(self) -> None:
        if self._newsroom is not None:
            self._look_for_unfinished()
            _made = self.desk  # what its journals still hold is brought into the newsroom
            self.ahead.start(self._newsroom)

    @property
    def busy(self) -> bool:
        """Whether somebody is reading, on air or to practise: no moment to lock the desk."""
        return self._desk is not None and (self._desk.reading is not None or self._desk.opening)

    @property
    def at_microphone(self) -> bool:
        """Whether the announcer's screen stands: nothing may come over it."""
        view = self._desk.view if self._desk is not None else None
        return view is not None and view.isVisible()

    def tell_trouble(self) -> None:
        """Tell the announcer, beside what she reads, of a failure that nobody foresaw."""
        if self._desk is not None:
            self._desk.tell_trouble()

    def closing(self) -> None:
        """Leave what is being read, so that it can be gone on with."""
        if self._desk is not None:
            self._desk.closing()
        self._soon.stop()
        self.ahead.stop()
        self._newsroom = None
        if self._view is not None:
            self.going.opened(None)

    def commands(self) -> list[Command]:
        """Return what can be done here now."""
        view = self._made()
        return page_commands(view, self.reads, self.logs, self._turn, self._preferences)

    # ------------------------------------------------------------ what others call

    def begin(self, bulletin_id: int) -> None:
        """Go on air with a bulletin, from wherever that was asked."""
        self.wanted.emit()
        self._made().turn("read")
        self.reads.begin_bulletin(bulletin_id)

    # ------------------------------------------------------------ inside

    def _came(self) -> None:
        self.reads.fill()
        self.logs.fill()
        QTimer.singleShot(SOON_MS, _load_screen)

    def _turn(self) -> None:
        view = self._made()
        view.turn("log" if view.tab == "read" else "read")
        view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _left(self, bulletin_id: int, done: bool) -> None:
        self.wanted.emit()
        view = self._made()
        if done:
            view.turn("log")
            self.logs.show_last(bulletin_id)
        else:
            self._news.tell(
                _("Siaran ditinggalkan sebelum selesai; bisa dilanjutkan di sini."), icon="log-out"
            )
            view.turn("read")
        view.setFocus(Qt.FocusReason.OtherFocusReason)  # no button: the last Enter may be pressed twice
        self.reads.fill()

    def _drained(self) -> None:
        if self._view is not None and self._view.isVisible():
            self.logs.fill()

    def _was_held(self) -> None:
        if self._view is not None and self._view.isVisible():
            self.reads.fill()

    def _look_for_unfinished(self) -> None:
        newsroom = self._newsroom
        if newsroom is None:
            return

        def found(unfinished: list[object]) -> None:
            from newsdesk.services.held_air import Unfinished

            broken = [one for one in unfinished if isinstance(one, Unfinished) and not one.elsewhere]
            if not broken or self.desk.reading is not None:
                return
            last = broken[0]
            at = last.last_at.astimezone(self._ticker.now().tzinfo)
            self._news.tell(
                _("Siaran {bulletin} terputus pukul {time}.").format(bulletin=last.name, time=clock(at)),
                icon="radio",
                token="udara",
                act=_("Lanjutkan siaran"),
                run=lambda: self.desk.resume(last.session_id, self._tell, practice=last.practice),
                lasts=True,
                about=_UNFINISHED,
            )

        self._tasks.run(lambda: list[object](newsroom.on_air.unfinished()), found, self._quiet, Lane.LOCAL)

    def _tell(self, error: NewsdeskError) -> None:
        self._news.tell(sentence(error), icon="circle-alert", token="temuan", stays=True)

    def _quiet(self, _error: NewsdeskError) -> None:
        """Nobody asked for it: it is tried again, and told when somebody looks."""

    def _made(self) -> OnAirView:
        if self._view is None:
            self._view = self._make()
        return self._view

    def _make(self) -> OnAirView:
        # Imported here: the window's first frame does not wait for what it does not show yet.
        from newsdesk.ui.keys import bind
        from newsdesk.ui.onair.going_out import GoingOut
        from newsdesk.ui.onair.log_desk import LogDesk
        from newsdesk.ui.onair.page_view import OnAirView
        from newsdesk.ui.onair.read_desk import ReadDesk
        from newsdesk.ui.shortcuts import Where

        view = OnAirView(self._look)
        now = self._ticker.now
        going = self.going = GoingOut(self._look, self._tasks, view, self.desk, self._news, now, self._tell)
        self.reads: ReadDesk = ReadDesk(self._tasks, view, self.desk, going, now, self._tell)
        going.came.connect(self.reads.fill)
        self.logs: LogDesk = LogDesk(self._look, self._tasks, view, self._news, self._ticker.now, self._tell)
        if self._newsroom is not None:
            self.reads.opened(self._newsroom)
            self.logs.opened(self._newsroom)
        view.came.connect(self._came)
        bind(view, {Where.ON_AIR_PAGE}, self._run)
        return view

    def _run(self, shortcut: str) -> None:
        for command in self.commands():
            if command.shortcut == shortcut and command.when():
                command.run()
                return


def _load_screen() -> None:
    """Load the announcer's screen while somebody looks at this page, so that going on air is at once."""
    import_module("newsdesk.ui.onair.air_view")
