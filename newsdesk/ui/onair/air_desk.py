"""Goes on air and comes back: the snapshot, the reading, its log, and the desk's changes meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from newsdesk.domain.air_bulletin import AirBulletin
from newsdesk.domain.air_copies import copies_in, has_clips_late
from newsdesk.errors import NewsdeskError
from newsdesk.i18n import _
from newsdesk.ui.onair.bringing import Bringing
from newsdesk.ui.onair.desk_news import DeskNews
from newsdesk.ui.onair.foot_line import Telling
from newsdesk.ui.onair.freeing import freeing
from newsdesk.ui.onair.microphone import Microphone
from newsdesk.ui.onair.second_screen import SecondScreen
from newsdesk.ui.tasks import Lane
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.services.air_session import Session
    from newsdesk.services.away_newsroom import AwayNewsroom
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.look import Look
    from newsdesk.ui.onair.air_view import AirView
    from newsdesk.ui.onair.clip_sound import ClipSound
    from newsdesk.ui.preferences import Preferences
    from newsdesk.ui.tasks import Tasks
    from newsdesk.ui.ticker import Ticker

_DRAIN_EVERY = 5
"""Every so many questions the log is brought into the newsroom."""

Failed = Callable[[NewsdeskError], None]


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
        self.view: AirView | None = None
        self.bringing = Bringing(tasks, self)
        self.bringing.brought.connect(self.drained)
        self.bringing.away.connect(self._takes_no_log)
        self.opening = False
        """Whether a reading is about to be shown."""
        self._telling = ""
        self._away = False
        """Whether the newsroom did not answer the last question."""
        self._undrained = False
        """Whether it did not take the log: a file that another program writes in answers all the same."""
        self._questions = 0
        self.news = DeskNews(tasks, self)
        self.news.asked.connect(self._asked)
        self.news.away.connect(self._is_away)
        self.news.failed.connect(self._told_failure)
        self.screens = SecondScreen(self)

    @property
    def reading(self) -> Microphone | None:
        """What is being read, None when nothing is."""
        return self._microphone

    def opened(self, newsroom: Newsroom | AwayNewsroom | None) -> None:
        """Work with a newsroom; what its journals still hold is brought into it."""
        self._newsroom = newsroom
        self.bringing.opened(newsroom)

    # ------------------------------------------------------------ on air, and back

    def begin(
        self,
        air: AirBulletin,
        failed: Failed,
        *,
        practice: bool = False,
        unready_why: str = "",
        telling: str = "",
    ) -> None:
        """Begin to read a bulletin that is held on this computer; ``telling`` is said under the script."""
        newsroom = self._newsroom
        if newsroom is not None:
            self._telling = telling
            self._open(lambda: newsroom.on_air.begin(air, practice, unready_why), failed, practice=practice)

    def resume(self, session_id: int, failed: Failed, *, practice: bool = False) -> None:
        """Go on with a reading that was broken off."""
        newsroom = self._newsroom
        if newsroom is not None:
            self._telling = ""
            self._open(lambda: newsroom.on_air.resume(session_id), failed, practice=practice)

    def copied(self, air: AirBulletin) -> None:
        """A bulletin lies on this computer with its clips: those of it are heard that came late."""
        if self._microphone is not None and self._microphone.air.bulletin_id == air.bulletin_id:
            self._copied(copies_in(air.items))

    def _copied(self, copies: Mapping[str, str]) -> None:
        if self._microphone is not None:
            self._microphone.copied(copies)

    def _open(self, work: Callable[[], Session], failed: Failed, *, practice: bool) -> None:
        """Open a session and show it; asked for twice, one is opened."""
        newsroom = self._newsroom
        if newsroom is None or self._microphone is not None or self.opening:
            return
        self.opening = True

        def opened(session: Session) -> None:
            self.opening = False
            if newsroom is self._newsroom:
                self._show(newsroom, session, practice=practice)
                if has_clips_late(session.air):  # some came before there was a screen to be told
                    self._tasks.run(newsroom.on_air.copies, self._copied, self._told_failure, Lane.LOCAL)
            else:  # closed meanwhile: the reading can be gone on with
                self._tasks.run(
                    lambda: newsroom.on_air.leave(session), lambda _nothing: None, failed, Lane.LOCAL
                )

        def refused(error: NewsdeskError) -> None:
            self.opening = False
            failed(error)

        def free() -> None:
            self.opening = False

        self._tasks.run(freeing(work, free), opened, refused, Lane.LOCAL)

    def closing(self) -> None:
        """The window or the newsroom goes: the reading is left, and can be gone on with."""
        if self._microphone is not None:
            if self.view is not None:
                self.view.clips.silence()
            self._microphone.leave()
            self._left(self._microphone.over)
        self._newsroom = None
        self.bringing.opened(None)

    def _show(self, newsroom: Newsroom | AwayNewsroom, session: Session, *, practice: bool) -> None:
        # Imported here: nobody who writes a story waits for the announcer's screen.
        from newsdesk.ui.onair.air_view import AirView

        settings = self._preferences.settings
        self._session = session
        self._away = False
        microphone = self._microphone = Microphone(session, self._write, self, practice=practice)
        self.look = self._make_look(settings.air_theme)
        sound = self._make_sound()
        view = self.view = AirView(
            self.look,
            microphone,
            sound,
            self._ticker,
            size=settings.air_size,
            column=settings.air_column,
            mirror=self.screens.turn,
        )
        if isinstance(sound, QObject):
            sound.setParent(view)  # it goes with the screen: a player for every reading would stay open
        view.left.connect(self._left)
        view.sized.connect(self._keep_size)
        view.column_turned.connect(self._keep_column)
        self.screens.follow(view, self.look)
        microphone.changed.connect(self._tell_on_air)
        microphone.taken.connect(self._tell_on_air)
        self.news.follow(newsroom, microphone)
        view.painted.connect(self.news.start)
        window = QApplication.activeWindow()
        if window is not None:  # on the screen that the program is on
            view.setGeometry(window.screen().geometry())
        view.showFullScreen()
        self.begun.emit()
        view.setFocus()
        if self._telling:
            view.tell(Telling("cloud-off", self._telling))
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
        self.news.stop()
        self.view = self._session = self._microphone = None
        self.screens.leave()
        self._tasks.run(
            lambda: newsroom.on_air.leave(session),
            lambda _nothing: self.bringing.bring(),
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
        elif self._away or self._undrained:
            view.log_says("cloud-off", _("Basis data terputus; log siar di sini"))
        else:
            view.log_says("database", _("Log siar tersimpan di komputer ini"))

    # ------------------------------------------------------------ meanwhile

    def _asked(self) -> None:
        self._questions += 1
        if self._questions % _DRAIN_EVERY == 0:
            self.bringing.bring()
            if self._session is not None and self._session.trouble is not None:
                self._write(self._session.settle)

    def _is_away(self, away: bool) -> None:  # a signal gives it by place
        self._now_away(away, self._undrained)

    def _takes_no_log(self, away: bool) -> None:  # a signal gives it by place
        self._now_away(away, away)

    def _now_away(self, away: bool, undrained: bool) -> None:
        before = self._away or self._undrained
        self._away, self._undrained = away, undrained
        if before != (away or undrained):
            self._wrote()

    def tell_trouble(self) -> None:
        """Say beside the script that something failed as nobody foresaw; what it was is told afterwards."""
        if self.view is not None:
            words = _("Ada kesalahan tercatat; laporannya muncul sesudah siaran")
            self.view.log_says("circle-alert", words, "temuan")

    def _told_failure(self, error: NewsdeskError) -> None:
        if self.view is not None:
            self.view.log_says("circle-alert", sentence(error), "temuan")
