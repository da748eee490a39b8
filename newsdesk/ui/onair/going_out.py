"""From a chosen bulletin to the announcer's screen: the newest where it comes in time, else what is here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from newsdesk.domain.air_copies import with_clips_late
from newsdesk.errors import StorageError
from newsdesk.i18n import _, clock
from newsdesk.ui.onair.freeing import freeing
from newsdesk.ui.onair.unready import UnreadyDialog, unready
from newsdesk.ui.tasks import Lane

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from newsdesk.domain.air_bulletin import AirBulletin
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.away_newsroom import AwayNewsroom
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.components.news_line import NewsLine
    from newsdesk.ui.look import Look
    from newsdesk.ui.onair.air_desk import AirDesk
    from newsdesk.ui.tasks import Tasks

TELL_MS = 700
"""After so long it is said what is waited for, and the same key goes on with what is here."""
WAIT_MS = 3_000
"""How long going on air waits for the database and for clips: longer only what hangs takes."""

_WAITING = "on-air.waiting"


@dataclass(slots=True)
class _Going:
    """A bulletin on its way to the microphone: what this computer holds of it, and what the newsroom has.

    ``away`` is why the newsroom could not be asked, ``here_known`` whether this computer was asked already.
    """

    bulletin_id: int
    name: str
    practice: bool
    held: AirBulletin | None = None
    here_known: bool = False
    newest: AirBulletin | None = None
    away: NewsdeskError | None = None


class GoingOut(QObject):
    """Takes the newest of a bulletin to this computer and begins to read it; what hangs holds up nobody.

    The newsroom and this computer are asked at the same time. What has not answered within three seconds is
    not waited for: the newest words with the clips that are here, else the bulletin as it is held here, else
    it is said that there is nothing, with a way to try again. :attr:`came` tells that something was held.
    """

    came = Signal()

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        view: QWidget,
        desk: AirDesk,
        news: NewsLine,
        now: Callable[[], datetime],
        failed: Callable[[NewsdeskError], None],
    ) -> None:
        super().__init__(view)
        self._look = look
        self._tasks = tasks
        self._view = view
        self._desk = desk
        self._news = news
        self._now = now
        self._failed = failed
        self._newsroom: Newsroom | AwayNewsroom | None = None
        self._going: _Going | None = None
        self._given_up: _Going | None = None
        self._asked: set[int] = set()
        """Bulletins that the newsroom was asked for and has not answered: it is asked once."""
        self.tell_timer = self._timer(TELL_MS, self._tell_waiting)
        self.wait_timer = self._timer(WAIT_MS, self.too_slow)

    @property
    def waiting(self) -> bool:
        """Whether a bulletin is on its way."""
        return self._going is not None

    def opened(self, newsroom: Newsroom | AwayNewsroom | None) -> None:
        """Work with a newsroom; what was on its way from another one is not read."""
        self._newsroom = newsroom
        self._asked.clear()
        self._stop()

    def take(self, bulletin_id: int, name: str, *, practice: bool) -> None:
        """Go on air with a bulletin, or practise it; asked once more while waiting: with what is here."""
        newsroom, going = self._newsroom, self._going
        if newsroom is None or self._desk.reading is not None or self._desk.opening:
            return
        if going is not None and (going.bulletin_id, going.practice) == (bulletin_id, practice):
            if not self.tell_timer.isActive():
                self.too_slow()
            return
        self._stop()
        self._going = _Going(bulletin_id, name, practice)
        self.tell_timer.start()
        self.wait_timer.start()
        self._look_here(newsroom, self._going)
        self._ask_newsroom(newsroom, bulletin_id)

    def too_slow(self) -> None:
        """Go on air with what is here: a database or a share hangs. Where nothing is here, say so."""
        newsroom, going = self._newsroom, self._going
        if newsroom is None or going is None:
            return
        here = going.newest or going.held
        if here is None:
            self._give_up(going)
            return

        def found(copies: Mapping[str, str]) -> None:
            if going is self._going:
                self._go(with_clips_late(here, copies), going, stale=going.newest is None)

        self._tasks.run(newsroom.on_air.copies, found, self._failed, Lane.LOCAL)

    # ------------------------------------------------------------ what is asked

    def _look_here(self, newsroom: Newsroom | AwayNewsroom, going: _Going) -> None:
        def found(held: AirBulletin | None) -> None:
            going.held, going.here_known = held, True
            if going is self._going and going.away is not None:
                self._without_newsroom(going, going.away)

        def failed(_error: NewsdeskError) -> None:
            found(None)

        self._tasks.run(lambda: newsroom.on_air.held_one(going.bulletin_id), found, failed, Lane.LOCAL)

    def _ask_newsroom(self, newsroom: Newsroom | AwayNewsroom, bulletin_id: int) -> None:
        if bulletin_id in self._asked:
            return  # it still hangs at the same question
        self._asked.add(bulletin_id)

        def free() -> None:
            self._asked.discard(bulletin_id)

        def looked(air: AirBulletin) -> None:
            free()
            if newsroom is not self._newsroom:
                return
            going = self._on_its_way(bulletin_id)
            if going is not None:
                going.newest = air

            def unkept(error: NewsdeskError) -> None:
                # The disk is full: the bulletin is read all the same, and the log says what it can.
                self._failed(error)
                held(air)

            def held(air: AirBulletin) -> None:
                self._held(newsroom, air)

            self._tasks.run(lambda: newsroom.on_air.hold(air), held, unkept, Lane.FILES)

        def failed(error: NewsdeskError) -> None:
            free()
            going = self._on_its_way(bulletin_id)
            if going is None or newsroom is not self._newsroom:
                return
            going.away = error
            if going.here_known or not isinstance(error, StorageError):
                self._without_newsroom(going, error)

        self._tasks.run(freeing(lambda: newsroom.on_air.look(bulletin_id), free), looked, failed)

    def _on_its_way(self, bulletin_id: int) -> _Going | None:
        going = self._going
        return going if going is not None and going.bulletin_id == bulletin_id else None

    def _held(self, newsroom: Newsroom | AwayNewsroom, air: AirBulletin) -> None:
        """A bulletin lies on this computer with its clips: in time, or while it is read, or too late."""
        if newsroom is not self._newsroom:
            return
        going = self._on_its_way(air.bulletin_id)
        if going is not None:
            self._go(air, going, stale=False)
            return
        self._desk.copied(air)
        given_up, self._given_up = self._given_up, None
        if given_up is not None and given_up.bulletin_id == air.bulletin_id and not self._desk.reading:
            self._news.tell(
                _("{bulletin} sudah tersimpan di komputer ini.").format(bulletin=air.name),
                icon="hard-drive",
                token="setuju",
                act=_("Latihan") if given_up.practice else _("Mulai siaran"),
                run=lambda: self.take(air.bulletin_id, air.name, practice=given_up.practice),
                stays=True,
                about=_WAITING,
            )
        self.came.emit()

    def _without_newsroom(self, going: _Going, error: NewsdeskError) -> None:
        if going.held is not None and isinstance(error, StorageError):
            self._go(going.held, going, stale=True)
        else:
            self._stop()
            self._failed(error)

    # ------------------------------------------------------------ on air

    def _go(self, air: AirBulletin, going: _Going, *, stale: bool) -> None:
        self._stop()
        # Nothing begins before a locked desk.
        if not self._view.window().isVisible():
            return
        why = ""
        lines = unready(air)
        if not going.practice and (lines or not air.ready):
            dialog = UnreadyDialog(self._look, air, lines, self._view)
            accepted = bool(dialog.exec())
            why = dialog.why.text().strip()
            dialog.deleteLater()
            if not accepted:
                return
        words = ""
        if stale:
            at = clock(air.taken_at.astimezone(self._now().tzinfo))
            words = _("Basis data tidak menjawab; yang dibaca tersimpan di sini pukul {time}.").format(
                time=at
            )
        self._desk.begin(air, self._failed, practice=going.practice, unready_why=why, telling=words)

    def _tell_waiting(self) -> None:
        going = self._going
        if going is None:
            return
        here = going.newest or going.held
        self._news.tell(
            _("Menunggu klip disalin ke komputer ini…")
            if going.newest is not None
            else _("Menunggu naskah terbaru dari basis data…"),
            icon="hourglass",
            act=_("Pakai yang ada di sini") if here is not None else "",
            run=self.too_slow if here is not None else None,
            lasts=True,
            about=_WAITING,
        )

    def _give_up(self, going: _Going) -> None:
        self._stop()
        self._given_up = going
        self._news.tell(
            _("Basis data tidak menjawab, dan {bulletin} belum tersimpan di komputer ini.").format(
                bulletin=going.name or _("buletin itu")
            ),
            icon="circle-alert",
            token="temuan",
            act=_("Coba lagi"),
            run=lambda: self.take(going.bulletin_id, going.name, practice=going.practice),
            lasts=True,
            about=_WAITING,
        )

    def _stop(self) -> None:
        self._going = self._given_up = None
        self.tell_timer.stop()
        self.wait_timer.stop()
        self._news.settle(_WAITING)

    def _timer(self, interval: int, at: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(at)
        return timer
