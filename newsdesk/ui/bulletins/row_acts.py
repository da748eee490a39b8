"""What is done with the row that the keys are at: edited, its story opened or pinned, the next problem."""

from __future__ import annotations

from collections.abc import Callable
from datetime import tzinfo
from typing import TYPE_CHECKING

from newsdesk.domain.readiness import problems
from newsdesk.i18n import _
from newsdesk.ui.rundown.rows import ItemRow

if TYPE_CHECKING:
    from newsdesk.domain.open_rundown import StoryState
    from newsdesk.domain.rundown import RundownItem
    from newsdesk.ui.bulletins.bulletin_desk import BulletinDesk
    from newsdesk.ui.bulletins.view import BulletinView
    from newsdesk.ui.components.news_line import NewsLine
    from newsdesk.ui.rundown.rundown_desk import RundownDesk
    from newsdesk.ui.rundown.rundown_model import Key


class RowActs:
    """``story_wanted`` is called with the id of a story to be opened on its page."""

    def __init__(
        self,
        desk: BulletinDesk,
        view: BulletinView,
        rundown: RundownDesk,
        news: NewsLine,
        zone: Callable[[], tzinfo],
        story_wanted: Callable[[int], None],
    ) -> None:
        self._desk = desk
        self._view = view
        self._rundown = rundown
        self._news = news
        self._zone = zone
        self._story_wanted = story_wanted
        rundown.edit_row.connect(self.open_item)
        rundown.edit_block.connect(view.pane.edit_block)
        view.pane.table.edited.connect(self.edit_key)

    def edit_key(self, key: Key, at_x: int) -> None:
        """Edit a row or a heading; ``at_x`` is where the pointer was, -1 by key."""
        sheet = self._desk.sheet
        heading, number = key
        if sheet is None:
            return
        rundown = sheet.opened.rundown
        if heading:
            block = rundown.block(number)
            if block is not None:
                self._view.pane.edit_block(block)
        else:
            item = rundown.item(number)
            if item is not None:
                self.open_item(item, at_x)

    def edit_current(self) -> None:
        """Edit what the keys are at."""
        key = self._view.pane.table.current_key()
        if key is not None:
            self.edit_key(key, -1)

    def open_item(self, item: RundownItem, at_x: int = -1) -> None:
        """Open a row to be edited where it stands."""
        sheet = self._desk.sheet
        if sheet is not None:
            state = sheet.opened.state_of(item)
            readers = sorted((one.id, one.name) for one in sheet.opened.readers.values())
            readers.sort(key=lambda one: one[1])
            airtime = sheet.opened.bulletin.airtime.astimezone(self._zone())
            self._view.pane.edit_item(item, state.slug if state else item.slug, readers, airtime, at_x)

    def current_state(self) -> tuple[StoryState, RundownItem] | None:
        """Return the story of the row that the keys are at, and the row; None where there is none."""
        row, sheet = self._view.pane.table.current_row(), self._desk.sheet
        if sheet is None or not isinstance(row, ItemRow):
            return None
        state = sheet.opened.state_of(row.item)
        return None if state is None else (state, row.item)

    def take_newest(self) -> None:
        """Go by what is approved of the row's story now, or by its newest text."""
        found = self.current_state()
        if found is not None:
            self._rundown.pin_newest(*found)

    def open_story(self) -> None:
        """Open the story of the row on its page; a row that plays something is asked for its file."""
        row, found = self._view.pane.table.current_row(), self.current_state()
        if found is not None:
            self._story_wanted(found[0].story_id)
        elif isinstance(row, ItemRow) and row.item.kind.is_played:
            self.open_item(row.item)
            self._view.pane.editor.sound.choose()

    def next_problem(self) -> None:
        """Put the keys at the next row that something is the matter with."""
        sheet, table = self._desk.sheet, self._view.pane.table
        if sheet is None:
            return
        ids = {one.item_id for one in problems(sheet.opened, sheet.times)}
        rows = table.rows.rows()
        at = table.currentIndex().row()
        order = [*range(at + 1, len(rows)), *range(at + 1)]
        for place in order:
            row = rows[place]
            if isinstance(row, ItemRow) and row.item.id in ids:
                table.set_current(place)
                self._view.take_keyboard()
                return
        self._news.tell(_("Tidak ada yang kurang di susunan ini."), icon="check", token="setuju")
