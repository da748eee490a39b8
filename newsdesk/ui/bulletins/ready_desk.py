"""Calling a bulletin ready, with an editor's signature where something is missing; and the way to the air."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsdesk.domain.bulletin import BulletinState
from newsdesk.domain.people import Act, may
from newsdesk.domain.readiness import signed_why
from newsdesk.errors import NotAllowed
from newsdesk.i18n import _, clock
from newsdesk.ui.bulletins.ready_panel import Missing
from newsdesk.ui.shortcuts import keys_of, shown
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from datetime import tzinfo

    from newsdesk.domain.people import Person
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.bulletins.bulletin_desk import BulletinDesk
    from newsdesk.ui.bulletins.view import BulletinView
    from newsdesk.ui.components.news_line import NewsLine
    from newsdesk.ui.look import Look
    from newsdesk.ui.tasks import Tasks


class ReadyDesk(QObject):
    """Knows what is missing in the bulletin on the desk."""

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        desk: BulletinDesk,
        view: BulletinView,
        news: NewsLine,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._tasks = tasks
        self._desk = desk
        self._view = view
        self._news = news
        self._missing: Sequence[Missing] = ()
        self._me: Person | None = None
        desk.tray_came.connect(self._look_who)  # with every look at what colleagues did
        view.ready.ready_wanted.connect(self._pressed)
        view.ready.ready.setToolTip(shown(keys_of("bulletin.ready")))
        view.ready.air.setToolTip(shown(keys_of("bulletin.air")))

    def show(self, missing: Sequence[Missing], zone: tzinfo) -> None:
        """Show what is missing, and who called the bulletin ready, at the station's hour."""
        self._missing = missing
        sheet = self._desk.sheet
        if sheet is None:
            return
        bulletin = sheet.opened.bulletin
        signed = ""
        if bulletin.state is BulletinState.READY:
            at = clock(bulletin.ready_at.astimezone(zone)) if bulletin.ready_at is not None else ""
            signed = _("Ditandai siap oleh {name} {at}").format(name=bulletin.ready_by, at=at)
            if bulletin.ready_why:
                signed = _("{signed}: {why}").format(signed=signed, why=signed_why(bulletin.ready_why))
        panel = self._view.ready
        panel.show_missing(missing, signed)
        ready = bulletin.state is BulletinState.READY
        panel.ready.set_words(_("Tarik tanda siap") if ready else _("Tandai siap"))
        self._offer()

    def _offer(self) -> None:
        """Offer the two acts where the bulletin and the role allow them, else say what keeps them away."""
        sheet = self._desk.sheet
        if sheet is None:
            return
        panel, bulletin = self._view.ready, sheet.opened.bulletin
        open_still = bulletin.state in (BulletinState.PLANNED, BulletinState.READY)
        not_ready = "" if open_still else _("Buletin ini sedang atau sudah siar")
        panel.ready.set_available(*self._allowed(not_ready, Act.BUILD_RUNDOWN))
        panel.air.set_available(*self._allowed(_no_more_air(bulletin.state), Act.READ_ON_AIR))

    def _allowed(self, why_not: str, act: Act) -> tuple[bool, str]:
        """Return whether an act is to be offered, and what else keeps it away: the state, or the role."""
        if not why_not and self._me is not None and not may(self._me, act):
            why_not = sentence(NotAllowed(act))
        return not why_not, why_not

    def _look_who(self, _rows: object) -> None:
        """Ask who is at this desk and may do what: roles change while one works."""
        newsroom = self._desk.newsroom

        def came(me: Person) -> None:
            if newsroom is self._desk.newsroom and me != self._me:
                self._me = me
                self._offer()

        if newsroom is not None:
            self._tasks.run(newsroom.people.me, came, self._nobody)

    def _nobody(self, _error: NewsdeskError) -> None:
        """Nobody is signed in, or the newsroom is away: what is asked for is refused where it is done."""
        self._me = None

    def call_ready(self) -> None:
        """Call the bulletin ready; where something is missing, ask for an editor's signature."""
        newsroom = self._desk.newsroom
        if newsroom is None or self._desk.sheet is None:
            return
        if not self._missing:
            self._make_ready("")
        else:
            self._tasks.run(newsroom.people.me, self._ask_signature, self._tell)

    def take_back(self) -> None:
        """Go on building a bulletin that was called ready."""
        self._desk.act(
            lambda newsroom, bulletin_id, version: newsroom.bulletins.take_back_ready(bulletin_id, version),
            lambda: self._news.tell(_("Tanda siap ditarik."), icon="undo-2"),
        )

    def before_air(self, go: Callable[[int], None]) -> None:
        """Send what was just edited, and call ``go`` with the bulletin's number.

        Nothing is asked here: who takes it to the microphone asks the one question, of what it found.
        """
        sheet = self._desk.sheet
        if sheet is None:
            return
        allowed, why = self._allowed(_no_more_air(sheet.opened.bulletin.state), Act.READ_ON_AIR)
        if allowed:
            sheet.flush()
            go(sheet.bulletin_id)
        else:
            self._news.tell(why, icon="circle-alert", token="temuan")

    def _pressed(self) -> None:
        sheet = self._desk.sheet
        if sheet is not None and sheet.opened.bulletin.state is BulletinState.READY:
            self.take_back()
        else:
            self.call_ready()

    def _ask_signature(self, me: Person) -> None:
        if not self._view.window().isVisible():  # locked meanwhile: no slug comes before it
            return
        if not may(me, Act.SIGN_READY):
            self._tell(NotAllowed(Act.SIGN_READY))
            return
        from newsdesk.ui.bulletins.ready_dialog import ReadyDialog

        dialog = ReadyDialog(self._look, self._missing, me.name, self._view)
        dialog.accepted.connect(lambda: self._make_ready(dialog.why.text().strip()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _make_ready(self, why: str) -> None:
        def work(newsroom: Newsroom, bulletin_id: int, version: int):
            return newsroom.bulletins.make_ready(bulletin_id, version, why)

        self._desk.act(work, lambda: self._news.tell(_("Buletin siap."), icon="mic", token="siap"))

    def _tell(self, error: NewsdeskError) -> None:
        self._news.tell(sentence(error), icon="circle-alert", token="temuan", stays=True)


def _no_more_air(state: BulletinState) -> str:
    """Return why a bulletin cannot be begun, "" where it can: it is read once, at one microphone."""
    return {
        BulletinState.ON_AIR: _("Buletin ini sedang atau sudah siar"),
        BulletinState.AIRED: _("Buletin ini sudah siar"),
    }.get(state, "")
