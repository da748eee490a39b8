"""Which bulletin lies on the desk: chosen from a day's list, made, changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING

from newsdesk.i18n import _, ngettext

if TYPE_CHECKING:
    from newsdesk.domain.bulletin import BulletinRow, Programme
    from newsdesk.domain.open_rundown import Reader
    from newsdesk.ui.bulletins.bulletin_desk import BulletinDesk
    from newsdesk.ui.bulletins.bulletin_form import BulletinWishes
    from newsdesk.ui.bulletins.view import BulletinView
    from newsdesk.ui.components.news_line import NewsLine


class Choosing:
    """Fills the list and the form, and has the desk do what is chosen; ``now`` is the station's clock."""

    def __init__(
        self,
        desk: BulletinDesk,
        view: BulletinView,
        news: NewsLine,
        now: Callable[[], datetime],
        zone: Callable[[], tzinfo],
    ) -> None:
        self._desk = desk
        self._view = view
        self._news = news
        self._now = now
        self._zone = zone
        view.head.title.clicked.connect(self.choose)
        view.picker.chosen.connect(self._picked)
        view.picker.day_wanted.connect(self._list_day)
        view.picker.new_wanted.connect(self.ask_new)
        view.picker.change_wanted.connect(self.ask_change)
        view.picker.make_wanted.connect(self._make_day)
        view.form.kept.connect(self._form_kept)
        view.new_wanted.connect(self.ask_new)

    def choose(self) -> None:
        """Offer the bulletins of the day of the one that lies on the desk, or of today."""
        day = self._now().date()
        sheet = self._desk.sheet
        if sheet is not None:
            day = sheet.opened.bulletin.airtime.astimezone(self._zone()).date()
        self._list_day(day, then=self._view.open_picker)

    def _list_day(self, day: date, then: Callable[[], None] | None = None) -> None:
        def came(rows: Sequence[BulletinRow]) -> None:
            sheet = self._desk.sheet
            current = sheet.bulletin_id if sheet is not None else 0
            self._view.picker.show_day(day, rows, self._zone(), self._now().date(), current)
            if then is not None:
                then()

        self._desk.list_day(day, came)

    def _picked(self, bulletin_id: int) -> None:
        self._view.picker.close_quietly()
        self._desk.load(bulletin_id)

    def ask_new(self) -> None:
        """Open the form of a new bulletin."""
        day = self._view.picker.day if not self._view.picker.isHidden() else self._now().date()

        def came(answer: tuple[Sequence[Programme], Sequence[Reader]]) -> None:
            self._view.form.for_new(day, self._zone(), *answer)
            self._view.open_form()

        self._desk.ask_for_form(came)

    def ask_change(self) -> None:
        """Open the form of the bulletin that lies on the desk."""
        sheet = self._desk.sheet
        if sheet is not None:
            readers = list(sheet.opened.readers.values())
            self._view.form.for_bulletin(sheet.opened.bulletin, self._zone(), readers)
            self._view.open_form()

    def _form_kept(self, wishes: BulletinWishes, new: bool) -> None:
        self._view.take_keyboard()
        if new:
            self._desk.create(wishes)
            return
        self._desk.act(
            lambda newsroom, bulletin_id, version: newsroom.bulletins.change(
                bulletin_id,
                version,
                name=wishes.name,
                airtime=wishes.airtime,
                slot_ms=wishes.slot_ms,
                announcers=wishes.announcers,
            )
        )

    def _make_day(self, day: date) -> None:
        def made(count: int) -> None:
            told = ngettext("{n} buletin dibuat dari program.", "{n} buletin dibuat dari program.", count)
            words = told.format(n=count)
            self._news.tell(words if count else _("Semua buletin program hari itu sudah ada."), icon="check")
            self._list_day(day)

        self._desk.make_day(day, made)
