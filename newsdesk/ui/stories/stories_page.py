"""The Naskah page: the list, the script, what is known about it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from newsdesk.i18n import pgettext
from newsdesk.ui.stories.last_place import Place, go_to, place_in, remember, remembered, whose
from newsdesk.ui.stories.page_keys import bind_keys
from newsdesk.ui.wording import sentence
from newsdesk.ui.zones import now

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsdesk.domain.attribution import Source
    from newsdesk.domain.rows import StoryRow
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.drafting import OpenStory
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.commands import Command
    from newsdesk.ui.components.news_line import NewsLine
    from newsdesk.ui.listening.listening import Listening
    from newsdesk.ui.look import Look
    from newsdesk.ui.paper.about import About
    from newsdesk.ui.preferences import Preferences
    from newsdesk.ui.tasks import Tasks


class StoriesPage(QObject):
    """Composes the page (see :class:`newsdesk.ui.page.Page`). :attr:`filled`: the list can be used."""

    filled = Signal()
    script_shown = Signal()
    """:attr:`has_script` may have changed."""
    lexicon_changed = Signal()
    """A form was settled for all scripts from here: the lexicon's own page has another row."""

    def __init__(self, look: Look, tasks: Tasks, preferences: Preferences, news: NewsLine) -> None:
        super().__init__()
        self._look = look
        self._tasks = tasks
        self._preferences = preferences
        self._news = news
        self._newsroom: Newsroom | None = None
        self._widget: QWidget | None = None

    # ------------------------------------------------------------ what the window asks

    @property
    def key(self) -> str:
        """The id of the page's shortcut."""
        return "page.stories"

    @property
    def words(self) -> str:
        """The word in the rail."""
        return pgettext("page", "Naskah")

    @property
    def icon(self) -> str:
        """The icon in the rail."""
        return "file-text"

    @property
    def has_script(self) -> bool:
        """The listening bar stands under this page while there is a script to hear."""
        return self._widget is not None and self.rooms.middle.shows_script

    @property
    def unkept(self) -> bool:
        """Whether words are on the desk that neither the database nor the disk could keep."""
        return self._widget is not None and self.desk.unsafe

    @property
    def half_said(self) -> bool:
        """Whether a note for a colleague is being written that nobody has got."""
        return self._widget is not None and (self.rooms.comments.half_said or self.rooms.review.half_said)

    def widget(self) -> QWidget:
        """Return the page, made at the first call."""
        if self._widget is None:
            self._widget = self._make()
        return self._widget

    def opened(self, newsroom: Newsroom) -> None:
        """Fill the page from a newsroom, and lay the last story back on the desk."""
        self.widget()
        self._newsroom = newsroom
        self._newest.opened(newsroom)
        self.copy.opened(newsroom.importing)
        self.rooms.opened(newsroom)
        self.shelf.fill(self._begin_where_left)

    def closing(self) -> None:
        """Save what is on the desk and remember where it was."""
        if self._widget is None or self._newsroom is None:
            return
        story, place = self.desk.story, place_in(self.pane.editor)
        self.desk.leave()  # before anything that could fail
        if story is not None:
            remember(self._preferences, whose(self._newsroom), story.id, place)
        self._newest.opened(None)
        self.copy.opened(None)
        self.rooms.closed()
        self._newsroom = None

    def commands(self) -> list[Command]:
        """Return what can be done here now."""
        from newsdesk.ui.stories.page_commands import page_commands

        return page_commands(self.rooms, self.copy.paste, self._filter, self._is_open)

    # ------------------------------------------------------------ what others call

    def ask_first(self, panel: QWidget) -> None:
        """Let a panel with a question stand on the page before there is any story."""
        self.widget()
        self.empty.ask(panel)

    def offer_demo(self, open_demo: Callable[[], None]) -> None:
        """Offer the demo newsroom on the page before there is any story."""
        self.widget()
        self.empty.demo.connect(open_demo)
        self.empty.offer_demo()

    def listen_with(self, listening: Listening) -> None:
        """Let the scripts of this page be heard."""
        self.widget()
        self.hearing.listen_with(listening)
        self.saying.listen_with(listening)
        self.blocks.listen_with(listening)
        self.hearing.follow()

    def new_story(self, slug: str = "") -> None:
        """Lay an empty sheet on the desk, perhaps with a slug."""
        self.desk.begin(slug)
        self.rooms.middle.show_script()
        self.pane.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open_story(self, story_id: int) -> None:
        """Open a story and go to its words."""
        self.desk.open(story_id, lambda: self.pane.editor.setFocus(Qt.FocusReason.ShortcutFocusReason))

    def use_source(self, source: Source) -> None:
        """Tie the selected words to a source found by name."""
        self.sources.use(source)

    def read_again(self) -> None:
        """Read by the lexicon and house style as they are now: one of them was changed.

        View, cursor and undo of the open script stay as they are.
        """
        if self._newsroom is not None:
            self._newest.again()

    def look_again(self) -> None:
        """Show sources, desks and the sign-off as they are now: in Atur one of them was changed."""
        if self._newsroom is not None:
            self.rooms.look_again()

    def on_paper(self) -> About | None:
        """Return the story on the desk, for printing; None for none."""
        if self._widget is None or self.desk.story is None:
            return None
        from newsdesk.domain.story import StoryStatus
        from newsdesk.ui.paper.about import AboutStory

        story, script = self.desk.story, self.desk.script()
        approved = story.status in (StoryStatus.APPROVED, StoryStatus.AIRED)
        return AboutStory(story.id, script.slug, script, approved)

    def keep_now(self) -> None:
        """Keep the words on this computer at once, whatever else happens."""
        if self._widget is not None:
            self.desk.keep_now()

    # ------------------------------------------------------------ stories

    def _laid_down(self, story: OpenStory | None) -> None:
        self.rooms.follow(story)
        self._newest.look()
        if story is not None:
            self.rooms.middle.show_script()
            self.list.select(story.id)
            self._remember(story)
        else:
            self.list.select(0)
        self.hearing.follow()

    def _began(self, story: OpenStory) -> None:
        self.shelf.any_story = True
        self._remember(story)
        self._revised(story)

    def _revised(self, story: OpenStory) -> None:
        self.shelf.fill()
        if self.desk.story is not None and self.desk.story.id == story.id:
            self.history.follow(story.id)

    # ------------------------------------------------------------ the list

    def _begin_where_left(self, rows: Sequence[StoryRow]) -> None:
        newsroom = self._newsroom
        if newsroom is None:
            return
        if self.shelf.any_story:
            story_id, place = remembered(self._preferences, whose(newsroom))
            if not story_id and rows:
                story_id = rows[0].id
            if story_id:
                self.desk.open(story_id, lambda: self._go_on_at(place))
            else:
                self.desk.begin()
                self.rooms.middle.show_script()
        else:
            self.rooms.middle.show_empty()
        # Behind the list and the story on their lane: the tables of the spoken form take a while to load.
        self._tasks.run(lambda: newsroom.reading, self.rooms.read_with, self._tell)
        self.filled.emit()

    def _go_on_at(self, place: Place) -> None:
        go_to(self.pane.editor, place)
        self.pane.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remember(self, story: OpenStory) -> None:
        # Not only when closing: a program that was killed comes back to this story too.
        if self._newsroom is not None:
            remember(self._preferences, whose(self._newsroom), story.id, Place())

    def _filter(self) -> None:
        self.panes.show_list()
        self.list.focus_filter()

    # ------------------------------------------------------------ news

    def _tell(self, error: NewsdeskError) -> None:
        self._news.tell(sentence(error), icon="circle-alert", token="temuan", stays=True)

    # ------------------------------------------------------------ putting it together

    def _is_open(self) -> bool:
        return self._newsroom is not None

    def _now(self) -> datetime:
        return now(self._preferences.settings.zone)

    def _make(self) -> QWidget:
        # Imported here: the window's first frame does not wait for what it does not show yet.
        from newsdesk.ui.stories.copy_desk import CopyDesk
        from newsdesk.ui.stories.newest_reading import NewestReading
        from newsdesk.ui.stories.page_rooms import page_rooms

        look, tasks, news = self._look, self._tasks, self._news
        rooms = page_rooms(look, tasks, self._preferences, news, self._now, self._tell, self)
        self.rooms = rooms
        self.list, self.pane, self.empty = rooms.list, rooms.pane, rooms.empty
        self.inspector, self.split_view, self.panes = rooms.inspector, rooms.split_view, rooms.panes
        self.desk, self.shelf = rooms.desk, rooms.shelf
        self.status, self.history = rooms.status, rooms.history
        self.sources, self.offers, self.credits = rooms.sources, rooms.offers, rooms.credits
        self.findings, self.saying, self.blocks = rooms.findings, rooms.saying, rooms.blocks
        self.colleagues, self.hearing = rooms.colleagues, rooms.hearing
        self.split, self.find, self.indirect = rooms.split, rooms.find, rooms.indirect
        self.copy = CopyDesk(tasks, news, self.desk, rooms.offer, rooms.show_copy, self._tell)
        self._newest = NewestReading(tasks, rooms.read_with, self._tell)
        self._connect()
        bind_keys(self.panes, self.commands)
        self.pane.editor.show_spoken_line(self._preferences.settings.spoken_line)
        return self.panes

    def _connect(self) -> None:
        self.list.asked.connect(lambda: self.shelf.fill())
        self.list.opened.connect(self.open_story)
        self.sources.story_wanted.connect(self.open_story)
        self.rooms.middle.turned.connect(self.script_shown)
        self.list.new.connect(self.new_story)
        self.empty.new.connect(self.new_story)
        self.empty.paste.connect(self.copy.paste)
        self.pane.editor.pasted_whole.connect(self.copy.take)
        self.pane.editor.text.edited.connect(self._news.next_act)
        self.pane.header.edited.connect(self.shelf.show_desk)
        self.pane.counted = lambda _counts: self.shelf.show_desk()
        self.saying.lexicon_changed.connect(self.read_again)
        self.saying.lexicon_changed.connect(self.lexicon_changed)
        self.desk.laid_down.connect(self._laid_down)
        self.desk.began.connect(self._began)
        self.desk.revised.connect(self._revised)
        self._preferences.changed.connect(self._preference_changed)

    def _preference_changed(self, name: str) -> None:
        if name == "spoken_line":
            self.pane.editor.show_spoken_line(self._preferences.settings.spoken_line)
