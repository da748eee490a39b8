"""Goes on air and comes back: the snapshot, the reading, its log, and the desk's changes meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication

from newsdesk.domain.air_bulletin import AirBulletin
from newsdesk.errors import NewsdeskError, StorageError
from newsdesk.i18n import _
from newsdesk.ui.onair.foot_line import Telling
from newsdesk.ui.onair.microphone import Microphone
from newsdesk.ui.shortcuts import keys_of, shown
from newsdesk.ui.tasks import Lane
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.domain.air_bulletin import AirChange
    from newsdesk.services.air_draining import Drained
    from newsdesk.services.air_session import Session
    from newsdesk.services.away_newsroom import AwayNewsroom
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.services.on_air import AirNews
    from newsdesk.ui.look import Look
    from newsdesk.ui.onair.air_view import AirView
    from newsdesk.ui.onair.clip_sound import ClipSound
    from newsdesk.ui.onair.mirror import Mirror
    from newsdesk.ui.preferences import Preferences
    from newsdesk.ui.tasks import Tasks
    from newsdesk.ui.ticker import Ticker

ASK_MS = 1000
"""How often the newsroom is asked what has changed."""
_DRAIN_EVERY = 5
"""Every so many questions the log is brought into the newsroom."""

Failed = Callable[[NewsdeskError], None]
T = TypeVar("T")


class AirDesk(QObject):
    """One reading at a time. :attr:`on_air` says whether something goes out, :attr:`left` carries a bulletin.

    ``air_look`` makes the look of the announcer's screen, which has a theme of its own; ``sound`` what plays
    clips. No method here waits: a database that hangs holds up its lane and nothing else.
    """

    on_air = Signal(bool)
    left = Signal(object, bool)
    """A bulletin's number, and whether its reading is over: read to its end, or practice."""
    begun = Signal()
    """The announcer's screen stands."""
    drained = Signal()
    """The log of a reading has come to the newsroom."""

    def __init__(
        self,
        tasks: Tasks,
        preferences: Preferences,
        ticker: Ticker,
        air_look: Callable[[str], Look],
        sound: Callable[[], ClipSound],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._preferences = preferences
        self._ticker = ticker
        self._make_look = air_look
        self._make_sound = sound
        self._newsroom: Newsroom | AwayNewsroom | None = None
        self._session: Session | None = None
        self._microphone: Microphone | None = None
        self._mirror: Mirror | None = None
        self.view: AirView | None = None
        self._asking = self._draining = False
        self.opening = False
        """Whether a reading is about to be shown."""
        self._away = False
        self._held: dict[tuple[int, int], AirChange] = {}
        self._holding: set[tuple[int, int]] = set()
        """Changes whose clips are being copied: asked for every second, copied once."""
        self._asked = 0
        self._timer = QTimer(self)
        self._timer.setInterval(ASK_MS)
        self._timer.timeout.connect(self._ask)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)  # there is a window
        application.screenRemoved.connect(self._screen_gone)

    @property
    def reading(self) -> Microphone | None:
        """What is being read, None when nothing is."""
        return self._microphone

    def opened(self, newsroom: Newsroom | AwayNewsroom | None) -> None:
        """Work with a newsroom; what its journals still hold is brought into it."""
        self._newsroom = newsroom
        if newsroom is not None:
            self._drain()

    # ------------------------------------------------------------ on air, and back

    def begin(
        self, air: AirBulletin, failed: Failed, *, practice: bool = False, unready_why: str = ""
    ) -> None:
        """Begin to read a bulletin that is held on this computer."""
        newsroom = self._newsroom
        if newsroom is not None:
            self._open(lambda: newsroom.on_air.begin(air, practice, unready_why), failed, practice=practice)

    def resume(self, session_id: int, failed: Failed, *, practice: bool = False) -> None:
        """Go on with a reading that was broken off."""
        newsroom = self._newsroom
        if newsroom is not None:
            self._open(lambda: newsroom.on_air.resume(session_id), failed, practice=practice)

    def _open(self, work: Callable[[], Session], failed: Failed, *, practice: bool) -> None:
        """Open a session and show it; asked for twice, one is opened."""
        newsroom = self._newsroom
        if newsroom is None or self._microphone is not None or self.opening:
            return
        self.opening = True

        def opened(session: Session) -> None:
            self.opening = False
            if newsroom is self._newsroom:
                self._show(session, practice=practice)
            else:  # closed meanwhile: the reading can be gone on with
                self._tasks.run(
                    lambda: newsroom.on_air.leave(session), lambda _nothing: None, failed, Lane.LOCAL
                )

        def refused(error: NewsdeskError) -> None:
            self.opening = False
            failed(error)

        def free() -> None:
            self.opening = False

        self._tasks.run(_freeing(work, free), opened, refused, Lane.LOCAL)

    def closing(self) -> None:
        """The window or the newsroom goes: the reading is left, and can be gone on with."""
        if self._microphone is not None:
            if self.view is not None:
                self.view.clips.silence()
            self._microphone.leave()
            self._left(self._microphone.over)
        self._newsroom = None

    def _show(self, session: Session, *, practice: bool) -> None:
        # Imported here: nobody who writes a story waits for the announcer's screen.
        from newsdesk.ui.onair.air_view import AirView

        settings = self._preferences.settings
        self._session = session
        self._held.clear()
        self._holding.clear()
        self._away = False
        microphone = self._microphone = Microphone(session, self._write, self, practice=practice)
        self.look = self._make_look(settings.air_theme)
        view = self.view = AirView(
            self.look,
            microphone,
            self._make_sound(),
            self._ticker,
            size=settings.air_size,
            column=settings.air_column,
            mirror=self._turn_mirror,
        )
        view.left.connect(self._left)
        view.sized.connect(self._keep_size)
        view.column_turned.connect(self._keep_column)
        view.page_shown.connect(self._show_mirror)
        microphone.changed.connect(self._tell_on_air)
        microphone.taken.connect(self._tell_on_air)
        view.painted.connect(self._begin_asking)
        window = QApplication.activeWindow()
        if window is not None:  # on the screen that the program is on
            view.setGeometry(window.screen().geometry())
        view.showFullScreen()
        self.begun.emit()
        view.setFocus()
        self.on_air.emit(not practice)

    def _keep_size(self, size: int) -> None:
        self._preferences.set("air_size", size)

    def _keep_column(self, shown: bool) -> None:  # a signal gives it by place
        self._preferences.set("air_column", shown)

    def _left(self, done: bool) -> None:
        view, session, microphone = self.view, self._session, self._microphone
        newsroom = self._newsroom
        if microphone is None or session is None or newsroom is None:
            return
        self._timer.stop()
        self.view = self._session = self._microphone = None
        self._close_mirror()
        self._tasks.run(
            lambda: newsroom.on_air.leave(session),
            lambda _nothing: self._drain(),
            self._told_failure,
            Lane.LOCAL,
        )
        self.on_air.emit(False)
        self.left.emit(microphone.air.bulletin_id, done or microphone.practice)
        if view is not None:
            view.hide()
            view.deleteLater()
        microphone.deleteLater()

    def _tell_on_air(self, _item_id: object = None) -> None:
        microphone = self._microphone
        if microphone is not None:
            self.on_air.emit(not microphone.practice and not microphone.over)

    # ------------------------------------------------------------ the log

    def _write(self, work: Callable[[], object]) -> None:
        self._tasks.run(work, lambda _nothing: self._wrote(), self._told_failure, Lane.LOCAL)

    def _wrote(self) -> None:
        session, view = self._session, self.view
        if session is None or view is None:
            return
        trouble = session.trouble
        if trouble is not None:
            words = _("Log siar belum tersimpan: {why}").format(why=sentence(trouble))
            view.log_says("circle-alert", words, "temuan")
        elif self._away:
            view.log_says("cloud-off", _("Log siar di komputer ini; basis data belum bisa dihubungi"))
        else:
            view.log_says("database", _("Log siar tersimpan di komputer ini"))

    def _drain(self) -> None:
        newsroom = self._newsroom
        if newsroom is None or self._draining:
            return
        self._draining = True
        self._tasks.run(lambda: newsroom.on_air.drain(), self._was_drained, self._drain_failed)

    def _was_drained(self, drained: Drained) -> None:
        self._draining = False
        self._is_away(away=drained.away is not None)
        if drained.lines:
            self.drained.emit()

    def _drain_failed(self, _error: NewsdeskError) -> None:
        self._draining = False
        self._is_away(away=True)

    # ------------------------------------------------------------ the desk's changes

    def _begin_asking(self) -> None:
        self._timer.start()
        self._ask()

    def _ask(self) -> None:
        newsroom, microphone, session = self._newsroom, self._microphone, self._session
        if newsroom is None or microphone is None or session is None:
            return
        self._asked += 1
        if self._asked % _DRAIN_EVERY == 0:
            self._drain()
            if session.trouble is not None:
                self._write(session.settle)
        if self._asking:  # the lane is still at the last question: it will be asked what is so then
            return
        self._asking = True
        air = microphone.air

        def answered(news: AirNews) -> None:
            self._asking = False
            self._is_away(away=news.away is not None)
            # What was loaded meanwhile would be told once more.
            if news.away is None and self._microphone is microphone and microphone.air is air:
                self._take(news.changes)

        def failed(error: NewsdeskError) -> None:
            self._asking = False
            self._is_away(away=isinstance(error, StorageError))

        def free() -> None:
            self._asking = False

        self._tasks.run(_freeing(lambda: newsroom.on_air.changes(air), free), answered, failed)

    def _take(self, changes: tuple[AirChange, ...]) -> None:
        """Tell the microphone; a change that brings a clip is told once the clip is on this computer."""
        newsroom, microphone = self._newsroom, self._microphone
        if newsroom is None or microphone is None:
            return
        told: list[AirChange] = []
        for change in changes:
            key = (change.item_id, hash(change))
            if change.item is None or not change.item.clips:
                told.append(change)
            elif key in self._held:
                told.append(self._held[key])
            elif key not in self._holding:
                self._holding.add(key)

                def held(copied: AirChange, key: tuple[int, int] = key) -> None:
                    self._holding.discard(key)
                    self._held[key] = copied

                def failed(error: NewsdeskError, key: tuple[int, int] = key) -> None:
                    self._holding.discard(key)
                    self._told_failure(error)

                self._tasks.run(
                    lambda change=change: newsroom.on_air.hold_change(change), held, failed, Lane.FILES
                )
        microphone.told(told)

    def _is_away(self, *, away: bool) -> None:
        if away != self._away:
            self._away = away
            self._wrote()

    def tell_trouble(self) -> None:
        """Say beside the script that something failed as nobody foresaw; what it was is told afterwards."""
        if self.view is not None:
            words = _("Ada kesalahan tercatat; laporannya muncul sesudah siaran")
            self.view.log_says("circle-alert", words, "temuan")

    def _told_failure(self, error: NewsdeskError) -> None:
        if self.view is not None:
            self.view.log_says("circle-alert", sentence(error), "temuan")

    # ------------------------------------------------------------ the second screen

    def _turn_mirror(self, flip: bool) -> str:
        from newsdesk.ui.onair.mirror import Mirror, other_screen

        view = self.view
        if view is None:
            return ""
        if flip:
            if self._mirror is not None:
                self._mirror.flip()
            return "" if self._mirror is not None else _("Layar kedua belum menyala: Ctrl M.")
        if self._close_mirror():
            return _("Layar kedua dimatikan.")
        screen = other_screen(view)
        if screen is None:
            return _("Komputer ini hanya punya satu layar.")
        self._mirror = Mirror(self.look)
        self._mirror.open_on(screen)
        return _("Layar kedua menyala.")

    def _close_mirror(self) -> bool:
        mirror, self._mirror = self._mirror, None
        if mirror is None:
            return False
        mirror.close()
        mirror.deleteLater()
        return True

    def _screen_gone(self, _screen: QScreen) -> None:
        """A screen was unplugged: Qt moves what was on it to another one, where it would hide the script."""
        if self._close_mirror() and self.view is not None:
            words = _("Satu layar dicabut; layar kedua dimatikan.")
            self.view.tell(Telling("monitor", words, shown(keys_of("air.mirror")), _("nyalakan lagi")))

    def _show_mirror(self) -> None:
        view = self.view
        if self._mirror is not None and view is not None:
            self._mirror.show_page(view.shown_page, view.paper, view.clips.looks())


def _freeing(work: Callable[[], T], free: Callable[[], None]) -> Callable[[], T]:
    """Return ``work``, which calls ``free`` where it fails as nobody foresaw: no answer comes of that."""

    def run() -> T:
        try:
            return work()
        except NewsdeskError:
            raise
        except Exception:
            free()
            raise

    return run
