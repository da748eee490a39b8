"""What can be read now: today's bulletins, those held on this computer, readings that were broken off."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTimer

from newsdesk.domain.bulletin import BulletinRow, BulletinState
from newsdesk.errors import StorageError
from newsdesk.i18n import _, clock
from newsdesk.ui.onair.readable_rows import Choice, choice_row, choices_of
from newsdesk.ui.tasks import Lane

if TYPE_CHECKING:
    from newsdesk.domain.air_bulletin import AirBulletin
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.away_newsroom import AwayNewsroom
    from newsdesk.services.held_air import Unfinished
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.onair.air_desk import AirDesk
    from newsdesk.ui.onair.going_out import GoingOut
    from newsdesk.ui.onair.page_view import OnAirView
    from newsdesk.ui.tasks import Tasks

SLOW_MS = 700
"""How long the list, and what is chosen in it, wait for the database before what is here is shown."""


class _Found(NamedTuple):
    """What can be read with nothing but this computer."""

    held: tuple[AirBulletin, ...]
    unfinished: list[Unfinished]


class ReadDesk:
    """Fills the list and the rows beside it, and goes on air. A newsroom that is away leaves what is held."""

    def __init__(
        self,
        tasks: Tasks,
        view: OnAirView,
        desk: AirDesk,
        going: GoingOut,
        now: Callable[[], datetime],
        failed: Callable[[NewsdeskError], None],
    ) -> None:
        self._tasks = tasks
        self._view = view
        self._desk = desk
        self._going = going
        self._now = now
        self._failed = failed
        self._newsroom: Newsroom | AwayNewsroom | None = None
        self._choices: dict[int, Choice] = {}
        self._chosen: Choice | None = None
        self._shown: AirBulletin | None = None
        self._away = False
        self._found: _Found | None = None
        """What this computer holds, until the newsroom has said which bulletins there are."""
        self._listed: list[BulletinRow] = []
        self.slow = QTimer(view)
        self.slow.setSingleShot(True)
        self.slow.setInterval(SLOW_MS)
        self.slow.timeout.connect(self.show_held)
        self.look_slow = QTimer(view)
        self.look_slow.setSingleShot(True)
        self.look_slow.setInterval(SLOW_MS)
        self.look_slow.timeout.connect(self.show_waiting)
        view.bulletins.pointed.connect(self._choose)
        view.bulletins.entered.connect(self._enter)
        view.bulletins.selectionModel().currentChanged.connect(self._moved)
        view.detail.begin.connect(self.begin)
        view.detail.practise.connect(self.practise)
        view.detail.resume.connect(self.resume)
        view.detail.end.connect(self.end)
        view.turned.connect(self._turned)

    def opened(self, newsroom: Newsroom | AwayNewsroom) -> None:
        """Work with a newsroom."""
        self._newsroom = newsroom
        self._chosen = self._shown = self._found = None
        self._listed = []
        self._going.opened(newsroom)

    @property
    def can_begin(self) -> bool:
        """Whether a bulletin is chosen that can be read from its beginning."""
        return self._chosen is not None and self._chosen.unfinished is None

    @property
    def can_resume(self) -> bool:
        """Whether a reading was broken off."""
        return self._unfinished is not None

    @property
    def _unfinished(self) -> Unfinished | None:
        chosen = self._chosen.unfinished if self._chosen is not None else None
        return chosen or next((one.unfinished for one in self._choices.values() if one.unfinished), None)

    def _local(self, at: datetime) -> datetime:
        return at.astimezone(self._now().tzinfo)

    # ------------------------------------------------------------ the list

    def fill(self) -> None:
        """Look what can be read now: first on this computer, then in the newsroom."""
        newsroom = self._newsroom
        if newsroom is None:
            return

        def here() -> _Found:
            return _Found(newsroom.on_air.held().bulletins, newsroom.on_air.unfinished())

        def found(answer: _Found) -> None:
            if newsroom is not self._newsroom:
                return
            self._found = answer
            self.slow.start()
            day = self._now().date()

            def listed(rows: list[BulletinRow]) -> None:
                if newsroom is self._newsroom:
                    self._listed = rows
                    self._show_found(answer, away=False)

            def away(error: NewsdeskError) -> None:
                if newsroom is not self._newsroom:
                    return
                self._listed = []
                self._show_found(answer, away=True)
                if not isinstance(error, StorageError):
                    self._failed(error)

            self._tasks.run(lambda: newsroom.bulletins.list(day, 2), listed, away)

        self._tasks.run(here, found, self._failed, Lane.LOCAL)

    def show_held(self) -> None:
        """Show what is here while the newsroom has not answered; what it said last stands there too."""
        if self._found is not None:
            self._show_found(self._found, away=True)

    def _show_found(self, found: _Found, *, away: bool) -> None:
        self.slow.stop()
        self._found = None
        self._show(self._listed, found.held, found.unfinished, away=away)

    def _show(
        self,
        rows: list[BulletinRow],
        held: tuple[AirBulletin, ...],
        unfinished: list[Unfinished],
        *,
        away: bool,
    ) -> None:
        choices = choices_of(rows, held, unfinished, self._now())
        # Before the list has other rows: it puts its cursor where it was, on whatever stands there now.
        keep = self._kept(choices)
        self._choices = dict(enumerate(choices))
        view = self._view
        view.show_rows("read", [choice_row(key, one, self._now()) for key, one in self._choices.items()])
        self._away = away
        self._tell_note()
        if not choices:
            self._chosen = self._shown = None
            view.detail.show_nothing(_("Belum ada buletin hari ini"))
        else:
            view.bulletins.setCurrentIndex(view.bulletins.model().index(keep, 0))
            self._choose(keep)

    def _kept(self, choices: list[Choice]) -> int:
        """Return which row is chosen: what was left in the middle just now, what was chosen, what comes."""
        known = {one.unfinished.session_id for one in self._choices.values() if one.unfinished}
        for key, one in enumerate(choices):
            left = one.unfinished is not None and one.unfinished.session_id not in known
            if left and self._chosen is not None and one.bulletin_id == self._chosen.bulletin_id:
                return key
        ready = (BulletinState.ON_AIR, BulletinState.READY)
        first = next((key for key, one in enumerate(choices) if one.unfinished or one.state in ready), 0)
        return next((key for key, one in enumerate(choices) if self._same(one)), first)

    def _turned(self, _tab: str) -> None:
        self._tell_note()

    def _tell_note(self) -> None:
        if self._view.tab == "read":
            self._view.note.set_words(_note(any_=bool(self._choices), away=self._away))

    def _same(self, one: Choice) -> bool:
        chosen = self._chosen
        return (
            chosen is not None
            and one.bulletin_id == chosen.bulletin_id
            and (one.unfinished is None) == (chosen.unfinished is None)
        )

    def _moved(self, *_indexes: object) -> None:
        row = self._view.bulletins.currentIndex().row()
        if row in self._choices and not self._same(self._choices[row]):
            self._choose(row)

    def _enter(self, key: int) -> None:
        self._choose(key)
        detail = self._view.detail
        broken_off = self._chosen is not None and self._chosen.unfinished is not None
        (detail.go_on if broken_off else detail.air).setFocus()

    def _choose(self, key: int) -> None:
        newsroom, one = self._newsroom, self._choices.get(key)
        if newsroom is None or one is None:
            return
        self._chosen = one
        if one.held is not None:
            self._show_air(one, one.held)
        if one.unfinished is not None:
            if one.held is None:
                self._view.detail.show_nothing(one.name)
                self._view.detail.go_on.show()
                self._view.detail.give_up.show()
            return

        def looked(air: AirBulletin) -> None:
            if self._chosen is one:
                self.look_slow.stop()
                self._show_air(one, air)

        def failed(error: NewsdeskError) -> None:
            if self._chosen is one and one.held is None:
                self.show_waiting()
                self._failed(error)

        if one.held is None and (self._shown is None or self._shown.bulletin_id != one.bulletin_id):
            self.look_slow.start()
        self._tasks.run(lambda: newsroom.on_air.look(one.bulletin_id), looked, failed)

    def show_waiting(self) -> None:
        """Show that the newsroom has not said yet what is in the chosen bulletin; it can be begun."""
        self.look_slow.stop()
        if self._chosen is not None and self._chosen.held is None:
            self._shown = None
            self._view.detail.show_waiting(self._chosen.name)

    def _show_air(self, one: Choice, air: AirBulletin) -> None:
        self._shown = air
        kept = ""
        if one.held is not None:
            kept = _("Tersimpan di komputer ini sejak {time}; bisa dibaca tanpa basis data.").format(
                time=clock(self._local(one.held.taken_at))
            )
        self._view.detail.show_bulletin(air, self._local, kept=kept, unfinished=one.unfinished is not None)

    # ------------------------------------------------------------ on air

    def begin(self) -> None:
        """Go on air with the chosen bulletin."""
        if self._chosen is not None and self.can_begin:
            self._going.take(self._chosen.bulletin_id, self._chosen.name, practice=False)

    def practise(self) -> None:
        """Read the chosen bulletin for practice."""
        if self._chosen is not None and self.can_begin:
            self._going.take(self._chosen.bulletin_id, self._chosen.name, practice=True)

    def resume(self) -> None:
        """Go on with the chosen reading; with the first that was broken off where another row is chosen."""
        one = self._unfinished
        if one is not None:
            self._desk.resume(one.session_id, self._failed, practice=one.practice)

    def end(self) -> None:
        """Say that the chosen reading is over; what was not read is not read any more."""
        newsroom, chosen = self._newsroom, self._chosen
        if newsroom is not None and chosen is not None and chosen.unfinished is not None:
            session_id = chosen.unfinished.session_id

            def ended(_nothing: object) -> None:
                self._desk.opened(newsroom)
                self.fill()

            self._tasks.run(lambda: newsroom.on_air.end(session_id), ended, self._failed, Lane.LOCAL)

    def begin_bulletin(self, bulletin_id: int) -> None:
        """Go on air with a bulletin of the newsroom."""
        chosen = next((one for one in self._choices.values() if one.bulletin_id == bulletin_id), None)
        self._going.take(bulletin_id, chosen.name if chosen else "", practice=False)


def _note(*, any_: bool, away: bool) -> str:
    if away:
        return _("Basis data belum bisa dihubungi. Yang tersimpan di komputer ini tetap bisa dibaca.")
    if any_:
        return _("Ctrl ↵ mulai siaran, Ctrl Shift ↵ latihan. Setelah dibuka, siaran tidak perlu basis data.")
    return _(
        "Buletin disusun di halaman Buletin (Ctrl 3). Yang siap muncul di sini, untuk dibaca di layar penuh."
    )
