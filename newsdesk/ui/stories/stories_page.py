"""The Naskah page: the list, the script, what is known about it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from newsdesk.i18n import pgettext
from newsdesk.ui.stories.last_place import Place, go_to, place_in, remember, remembered, whose
from newsdesk.ui.stories.own_view import MY_DRAFTS, OwnViews
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
    from newsdesk.ui.stories.page_front import PageFront
    from newsdesk.ui.stories.page_rooms import PageRooms
    from newsdesk.ui.tasks import Tasks


class StoriesPage(QObject):
    """Composes the page (see :class:`newsdesk.ui.page.Page`).

    The list comes first; the rest of the page is made behind it, or when it is first needed. ``after_list``
    is asked to call what makes it in a turn of its own.
    """

    filled = Signal()
    """The list can be used, the page is whole, and the last story is on its way."""
    script_shown = Signal()
    """:attr:`has_script` may have changed."""
    lexicon_changed = Signal()
    """A form was settled for all scripts from here: the lexicon's own page has another row."""

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        preferences: Preferences,
        news: NewsLine,
        after_list: Callable[[Callable[[], None]], None] = lambda make: make(),
    ) -> None:
        super().__init__()
        self._look = look
        self._tasks = tasks
        self._preferences = preferences
        self._news = news
        self._after_list = after_list
        self._newsroom: Newsroom | None = None
        self._front: PageFront | None = None
        self._rooms: PageRooms | None = None
        self._begins = False

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
        return self._rooms is not None and self._rooms.middle.shows_script

    @property
    def unkept(self) -> bool:
        """Whether words are on the desk that neither the database nor the disk could keep."""
        return self._rooms is not None and self._rooms.desk.unsafe

    @property
    def half_said(self) -> bool:
        """Whether a note for a colleague is being written that this computer's disk could not keep."""
        return self._rooms is not None and self._rooms.comments.notes.unkept

    def widget(self) -> QWidget:
        """Return the page, made at the first call; at first it has its list."""
        return self.front.panes

    @property
    def front(self) -> PageFront:
        """The list and where it stands, made now if they were not yet."""
        if self._front is None:
            self._front = self._make_front()
        return self._front

    @property
    def rooms(self) -> PageRooms:
        """Everything else of the page, made now if it was not yet."""
        if self._rooms is None:
            rooms = self._rooms = self._make_rooms()
            self._connect(rooms)
            if self._newsroom is not None:
                self._show_in_rooms(rooms, self._newsroom)
        return self._rooms

    def opened(self, newsroom: Newsroom) -> None:
        """Fill the page from a newsroom, and lay the last story back on the desk."""
        shelf = self.front.shelf
        self._newsroom, self._begins = newsroom, True
        if self._rooms is not None:
            self._show_in_rooms(self._rooms, newsroom)

        def go_on(rows: Sequence[StoryRow]) -> None:
            if self._rooms is None:
                self.list.repaint()  # at once: making the rest takes longer than a frame
            self._after_list(lambda: self._begin_where_left(newsroom, rows))

        self._views.came(whose(newsroom))
        shelf.opened(newsroom, go_on)
        shelf.fill()

    def closing(self) -> None:
        """Save what is on the desk and remember where it was."""
        newsroom = self._newsroom
        if newsroom is None:
            return
        if self._rooms is not None:
            story, place = self.desk.story, place_in(self.pane.editor)
            self.desk.leave()  # before anything that could fail
            if story is not None:
                remember(self._preferences, whose(newsroom), story.id, place)
            self._newest.opened(None)
            self.copy.opened(None)
            self._rooms.closed()
        self.front.shelf.opened(None)
        self._newsroom = None

    def commands(self) -> list[Command]:
        """Return what can be done here now."""
        from newsdesk.ui.stories.page_commands import page_commands

        rooms = self.rooms
        return page_commands(rooms, self.copy.paste, self._filter, self._is_open)

    # ------------------------------------------------------------ what others call

    def ask_first(self, panel: QWidget) -> None:
        """Let a panel with a question stand on the page before there is any story."""
        self.rooms.empty.ask(panel)

    def offer_demo(self, open_demo: Callable[[], None]) -> None:
        """Offer the demo newsroom on the page before there is any story."""
        empty = self.rooms.empty
        empty.demo.connect(open_demo)
        empty.offer_demo()

    def listen_with(self, listening: Listening) -> None:
        """Let the scripts of this page be heard."""
        rooms = self.rooms
        rooms.hearing.listen_with(listening)
        rooms.saying.listen_with(listening)
        rooms.blocks.listen_with(listening)
        rooms.hearing.follow()

    def new_story(self, slug: str = "") -> None:
        """Lay an empty sheet on the desk, perhaps with a slug."""
        self._begins = False
        self.rooms.desk.begin(slug)
        self.rooms.middle.show_script()
        self.pane.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open_story(self, story_id: int) -> None:
        """Open a story and go to its words."""
        self._begins = False
        self.rooms.desk.open(story_id, lambda: self.pane.editor.setFocus(Qt.FocusReason.ShortcutFocusReason))

    def use_source(self, source: Source) -> None:
        """Tie the selected words to a source found by name."""
        self.rooms.sources.use(source)

    def read_again(self) -> None:
        """Read by the lexicon and house style as they are now: one of them was changed.

        View, cursor and undo of the open script stay as they are.
        """
        if self._newsroom is not None and self._rooms is not None:
            self._newest.again()

    def look_again(self) -> None:
        """Show sources, desks and the sign-off as they are now: in Atur one of them was changed."""
        if self._newsroom is not None and self._rooms is not None:
            self._rooms.look_again()

    def on_paper(self) -> About | None:
        """Return the story on the desk, for printing; None for none."""
        if self._rooms is None or self.desk.story is None:
            return None
        from newsdesk.domain.story import StoryStatus
        from newsdesk.ui.paper.about import AboutStory

        story, script = self.desk.story, self.desk.script()
        approved = story.status in (StoryStatus.APPROVED, StoryStatus.AIRED)
        return AboutStory(story.id, script.slug, script, approved)

    def keep_now(self) -> None:
        """Keep the words on this computer at once, whatever else happens."""
        if self._rooms is not None:
            self._rooms.desk.keep_now()

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

    def _begin_where_left(self, newsroom: Newsroom, rows: Sequence[StoryRow]) -> None:
        if newsroom is not self._newsroom:
            return
        rooms = self.rooms
        if self._begins:  # else somebody was quicker, and has a story or a sheet already
            self._lay_down_last(newsroom, rows)
        # Behind the list and the story on their lane: the tables of the spoken form take a while to load.
        self._tasks.run(lambda: newsroom.reading, rooms.read_with, self._tell)
        self.filled.emit()

    def _lay_down_last(self, newsroom: Newsroom, rows: Sequence[StoryRow]) -> None:
        rooms = self.rooms
        if not self.shelf.any_story:
            rooms.middle.show_empty()
            return
        story_id, place = remembered(self._preferences, whose(newsroom))
        if not story_id and rows and self.list.view == MY_DRAFTS:  # nobody begins in another's story
            story_id = rows[0].id
        if story_id:
            rooms.desk.open(story_id, lambda: self._go_on_at(place))
        else:
            rooms.desk.begin()
            rooms.middle.show_script()

    def _go_on_at(self, place: Place) -> None:
        go_to(self.pane.editor, place)
        here = self.list.window().focusWidget()
        searching = isinstance(here, QLineEdit) or self.list.isAncestorOf(here)
        if not searching:  # else what is typed to search would be its words
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

    def _make_front(self) -> PageFront:
        # Imported here, like the rooms: the window's first frame does not wait for what it does not show yet.
        from newsdesk.ui.stories.page_front import page_front
        from newsdesk.ui.stories.page_keys import bind_keys

        front = page_front(self._look, self._tasks, self._preferences, self._now, self._tell, self)
        self.list, self.panes, self.shelf = front.list, front.panes, front.shelf
        self._views = OwnViews(front.list)
        self.list.asked.connect(lambda: self.shelf.fill())
        self.list.opened.connect(self.open_story)
        self.list.new.connect(self.new_story)
        bind_keys(self.panes, self.commands)
        return front

    def _make_rooms(self) -> PageRooms:
        from newsdesk.ui.stories.copy_desk import CopyDesk
        from newsdesk.ui.stories.newest_reading import NewestReading
        from newsdesk.ui.stories.page_rooms import page_rooms

        look, tasks, news = self._look, self._tasks, self._news
        rooms = page_rooms(self.front, look, tasks, self._preferences, news, self._now, self._tell, self)
        self.pane, self.empty = rooms.pane, rooms.empty
        self.inspector, self.split_view = rooms.inspector, rooms.split_view
        self.desk = rooms.desk
        self.status, self.history = rooms.status, rooms.history
        self.sources, self.offers, self.credits = rooms.sources, rooms.offers, rooms.credits
        self.findings, self.saying, self.blocks = rooms.findings, rooms.saying, rooms.blocks
        self.colleagues, self.hearing = rooms.colleagues, rooms.hearing
        self.split, self.find, self.indirect = rooms.split, rooms.find, rooms.indirect
        self.copy = CopyDesk(tasks, news, self.desk, rooms.offer, rooms.show_copy, self._tell)
        self._newest = NewestReading(tasks, rooms.read_with, self._tell)
        self.pane.editor.show_spoken_line(self._preferences.settings.spoken_line)
        return rooms

    def _show_in_rooms(self, rooms: PageRooms, newsroom: Newsroom) -> None:
        self._newest.opened(newsroom)
        self.copy.opened(newsroom.importing)
        rooms.opened(newsroom)

    def _connect(self, rooms: PageRooms) -> None:
        self.sources.story_wanted.connect(self.open_story)
        rooms.middle.turned.connect(self.script_shown)
        self.empty.new.connect(self.new_story)
        self.empty.paste.connect(self.copy.paste)
        self.pane.editor.pasted_whole.connect(self.copy.take)
        self.pane.editor.text.edited.connect(self._news.next_act)
        self.pane.header.edited.connect(self.shelf.show_desk)
        self.pane.counted = lambda _counts: self.shelf.show_desk()
        self.saying.lexicon_changed.connect(self.read_again)
        self.saying.lexicon_changed.connect(self.lexicon_changed)
        rooms.review.looked.connect(self._newest.follow)
        self.desk.laid_down.connect(self._laid_down)
        self.desk.began.connect(self._began)
        self.desk.revised.connect(self._revised)
        self._preferences.changed.connect(self._preference_changed)

    def _preference_changed(self, name: str) -> None:
        if name == "spoken_line":
            self.pane.editor.show_spoken_line(self._preferences.settings.spoken_line)
