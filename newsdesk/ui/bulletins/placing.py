"""Stories put into the rundown: from the tray, found by their letters, dropped, or at once as a flash."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from newsdesk.i18n import _
from newsdesk.ui.bulletins.finding import found_rows
from newsdesk.ui.bulletins.tray_cards import tray_cards

if TYPE_CHECKING:
    from newsdesk.domain.open_rundown import StoryState, TrayRow
    from newsdesk.domain.rundown import RundownItem
    from newsdesk.errors import NewsdeskError
    from newsdesk.ui.bulletins.bulletin_desk import BulletinDesk
    from newsdesk.ui.bulletins.view import BulletinView
    from newsdesk.ui.components.news_line import NewsLine
    from newsdesk.ui.components.two_line_rows import TwoLineRow
    from newsdesk.ui.rundown.drops import Drop
    from newsdesk.ui.rundown.rundown_desk import RundownDesk
    from newsdesk.ui.tasks import Tasks


class Placing:
    """Fills the tray and places what is chosen; ``current`` gives the story of the row the keys are at."""

    def __init__(
        self,
        tasks: Tasks,
        desk: BulletinDesk,
        view: BulletinView,
        rundown: RundownDesk,
        news: NewsLine,
        now: Callable[[], datetime],
        current: Callable[[], tuple[StoryState, RundownItem] | None],
        failed: Callable[[NewsdeskError], None],
    ) -> None:
        self._tasks = tasks
        self._desk = desk
        self._view = view
        self._rundown = rundown
        self._news = news
        self._now = now
        self._current = current
        self._failed = failed
        self.tray: Sequence[TrayRow] = ()
        """What can be placed."""
        desk.tray_came.connect(self.show_tray)
        view.pane.table.dropped.connect(self._dropped)
        view.pane.inserting.chose_story.connect(self._place_found)
        view.tray.placed.connect(self._place_from_tray)

    def clear(self) -> None:
        """Show an empty tray: another bulletin, or none, lies on the desk."""
        self.tray = ()
        self._view.tray.show_cards((), "")

    def show_tray(self, rows: Sequence[TrayRow]) -> None:
        """Show what is ready to be placed and does not stand in the rows yet."""
        sheet = self._desk.sheet
        if sheet is not None:
            placed = {item.story_id for item in sheet.opened.rundown.items}
            self.tray = [row for row in rows if row.state.story_id not in placed]
            self._view.tray.show_cards(*tray_cards(self.tray, sheet.opened))

    def _place(self, state: StoryState, after: Drop | None = None) -> None:
        newsroom, sheet = self._desk.newsroom, self._desk.sheet
        if newsroom is None or sheet is None:
            return
        self._rundown.put(newsroom.bulletins.row_of(state, sheet.opened), state, after)
        self.show_tray(self.tray)

    def _place_from_tray(self, story_id: int, after: Drop | None = None) -> None:
        row = next((one for one in self.tray if one.state.story_id == story_id), None)
        if row is not None:
            self._place(row.state, after)

    def _dropped(self, drop: Drop, _ids: list[int], story_id: int) -> None:
        if story_id:
            self._place_from_tray(story_id, drop)

    def _place_found(self, story_id: int) -> None:
        self._view.take_keyboard()
        self._desk.state_of(story_id, self._place)

    def find(self, needle: str, give: Callable[[Sequence[TwoLineRow]], None]) -> None:
        """Give the stories that fit the letters typed over the rundown."""
        newsroom, sheet = self._desk.newsroom, self._desk.sheet
        if newsroom is not None and sheet is not None:
            placed = frozenset(item.story_id or 0 for item in sheet.opened.rundown.items)
            self._tasks.run(lambda: found_rows(newsroom, needle, placed), give, self._failed)

    def flash(self) -> None:
        """Have the story that the keys are at read next, and the announcer say that she saw it."""
        card = self._view.tray.cards.current_card() if self._view.tray.cards.hasFocus() else None
        found = self._current()
        story_id = card.story_id if card is not None else found[0].story_id if found is not None else None
        if story_id is None:
            self._news.tell(_("Pilih dulu naskahnya, di Siap ditaruh atau di susunan."), icon="zap")
            return
        slug = card.slug if card is not None else found[0].slug if found is not None else ""
        after = self._on_air_now()

        def done() -> None:
            self.show_tray(self.tray)  # it stands in the rows now
            words = _("Kilat: {slug} dibaca berikutnya; penyiar diminta menandai sudah melihatnya.")
            self._news.tell(words.format(slug=slug), icon="zap")

        self._desk.act(
            lambda newsroom, bulletin_id, _version: newsroom.bulletins.flash(bulletin_id, story_id, after),
            done,
        )

    def _on_air_now(self) -> int | None:
        """Return the row that is being read by the clock, None before the first."""
        sheet = self._desk.sheet
        if sheet is None:
            return None
        now, row = self._now(), None
        for item in sheet.opened.rundown.counted:
            start = sheet.times.rows[item.id].start
            if start is not None and start <= now < sheet.opened.bulletin.close:
                row = item.id
        return row
