"""The Buletin page: what goes on air in which order, and whether it fits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from newsdesk.i18n import pgettext
from newsdesk.ui.zones import now

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from newsdesk.domain.open_rundown import OpenRundown
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.bulletins.page_room import PageRoom
    from newsdesk.ui.commands import Command
    from newsdesk.ui.components.news_line import NewsLine
    from newsdesk.ui.look import Look
    from newsdesk.ui.next_bulletin import NextBulletinWatch
    from newsdesk.ui.paper.about import AboutBulletin
    from newsdesk.ui.preferences import Preferences
    from newsdesk.ui.tasks import Tasks
    from newsdesk.ui.ticker import Ticker


def _no_story(_story_id: int) -> None:
    """Stand in until there is a page with stories."""


def _nowhere() -> None:
    """Stand in until the window gives the page its doors."""


class BulletinsPage(QObject):
    """Composes the page (see :class:`newsdesk.ui.page.Page`).

    :attr:`air_wanted` carries the id of a bulletin that is to go on air, :attr:`next_changed` the bulletin
    that comes next, or None: see :class:`newsdesk.ui.next_bulletin.NextBulletinWatch`.
    """

    air_wanted = Signal(object)
    next_changed = Signal(object)
    key = "page.bulletins"
    icon = "list-ordered"
    has_script = False

    def __init__(
        self, look: Look, tasks: Tasks, preferences: Preferences, news: NewsLine, ticker: Ticker
    ) -> None:
        super().__init__()
        self._look = look
        self._tasks = tasks
        self._preferences = preferences
        self._news = news
        self._newsroom: Newsroom | None = None
        self._room: PageRoom | None = None
        self._watch: NextBulletinWatch | None = None
        self.open_story: Callable[[int], None] = _no_story
        """Opens a story on its page, set by whoever has them."""
        self.show_programmes: Callable[[], None] = _nowhere
        """Shows the section "Program" in Atur, set by whoever has it."""
        ticker.tick.connect(self._tick)
        preferences.changed.connect(self._preference_changed)

    # ------------------------------------------------------------ what the window asks

    @property
    def words(self) -> str:
        """The word in the rail."""
        return pgettext("page", "Buletin")

    @property
    def unkept(self) -> bool:
        """Whether something was done to a bulletin that the database has not kept."""
        return self._room is not None and self._room.desk.unkept

    def widget(self) -> QWidget:
        """Return the page, made at the first call."""
        return self._made().view

    def commands(self) -> list[Command]:
        """Return what can be done here now."""
        return self._made().commands()

    def opened(self, newsroom: Newsroom) -> None:
        """Work with a newsroom; the page is filled when it is looked at."""
        self._newsroom = newsroom
        if self._room is not None:
            self._room.opened(newsroom)

    def closing(self) -> None:
        """Nothing waits: every edit is on its lane already."""
        self._newsroom = None
        if self._room is not None:
            self._room.opened(None)
        if self._watch is not None:
            self._watch.opened(None)

    # ------------------------------------------------------------ what others call

    def show_bulletin(self, bulletin_id: int) -> None:
        """Lay a bulletin on the desk."""
        self._made().desk.load(bulletin_id)

    def on_paper(self) -> AboutBulletin | None:
        """Return the bulletin on the desk, for printing; None for none."""
        sheet = None if self._room is None else self._room.desk.sheet
        if sheet is None:
            return None
        from newsdesk.ui.paper.about import AboutBulletin

        return AboutBulletin(sheet.bulletin_id, sheet.opened.bulletin.name)

    def look_next(self) -> None:
        """Watch from now on which bulletin comes next, in the newsroom that is open."""
        if self._watch is None:
            from newsdesk.ui.next_bulletin import NextBulletinWatch

            self._watch = NextBulletinWatch(self._tasks, self)
            self._watch.changed.connect(self.next_changed)
        self._watch.opened(self._newsroom)

    def look_again(self) -> None:
        """Make what is due by now, and show what that changes: a programme was settled."""
        if self._watch is not None:
            self._watch.look()
        if self._room is not None and self._room.view.isVisible():
            self._room.came()

    # ------------------------------------------------------------ putting it together

    def _now(self) -> datetime:
        return now(self._preferences.settings.zone)

    def _tick(self, at: datetime) -> None:
        if self._room is not None:
            self._room.tick(at)

    def _preference_changed(self, name: str) -> None:
        if name == "zone" and self._room is not None:
            self._room.read_again()

    def _made(self) -> PageRoom:
        if self._room is None:
            self._room = self._make()
        return self._room

    def _make(self) -> PageRoom:
        # Imported here: the window's first frame does not wait for what it does not show yet.
        from newsdesk.ui.bulletins.page_room import PageRoom
        from newsdesk.ui.keys import bind
        from newsdesk.ui.shortcuts import Where

        room = PageRoom(self._look, self._tasks, self._news, self._now, self)
        room.desk.opened(self._newsroom)
        room.air_wanted.connect(self.air_wanted)
        room.seen.connect(self._seen)
        room.story_wanted.connect(self._open_story)
        room.programmes_wanted.connect(lambda: self.show_programmes())
        bind(room.view, {Where.BULLETIN}, self._run)
        bind(room.view.pane.table, {Where.RUNDOWN}, self._run, Qt.ShortcutContext.WidgetShortcut)
        bind(room.view.no_rows, {Where.RUNDOWN}, self._run)
        return room

    def _seen(self, opened: OpenRundown) -> None:
        if self._watch is not None:
            self._watch.seen(opened)

    def _open_story(self, story_id: int) -> None:
        self.open_story(story_id)

    def _run(self, shortcut: str) -> None:
        for command in self.commands():
            if command.shortcut == shortcut and command.when():
                command.run()
                return
