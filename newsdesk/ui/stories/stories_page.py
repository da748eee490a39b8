"""The Naskah page: the list, the script, what is known about it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from newsdesk.i18n import _
from newsdesk.ui.stories.last_place import Place, go_to, place_in, remember, remembered
from newsdesk.ui.stories.page_keys import bind_keys
from newsdesk.ui.wording import sentence
from newsdesk.ui.zones import as_tzinfo, now, zone_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdesk.domain.attribution import Source
    from newsdesk.domain.rows import StoryRow
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.drafting import OpenStory
    from newsdesk.services.importing import Pasted
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.services.reading import Reading
    from newsdesk.ui.commands import Command
    from newsdesk.ui.components.news_line import NewsLine
    from newsdesk.ui.listening.listening import Listening
    from newsdesk.ui.look import Look
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
        return _("Naskah")

    @property
    def icon(self) -> str:
        """The icon in the rail."""
        return "file-text"

    @property
    def has_script(self) -> bool:
        """The listening bar stands under this page while there is a script to hear."""
        return self._widget is not None and self._middle.currentWidget() is self.split_view

    @property
    def unkept(self) -> bool:
        """Whether words are on the desk that neither the database nor the disk could keep."""
        return self._widget is not None and self.desk.unsafe

    def widget(self) -> QWidget:
        """Return the page, made at the first call."""
        if self._widget is None:
            self._widget = self._make()
        return self._widget

    def opened(self, newsroom: Newsroom) -> None:
        """Fill the page from a newsroom, and lay the last story back on the desk."""
        self.widget()
        self._newsroom = newsroom
        self.empty.opened(newsroom)
        self.sources.opened(newsroom)
        self.offers.opened(newsroom)
        self.credits.opened(newsroom)
        self.saying.opened(newsroom)
        self.findings.opened(newsroom)
        self.blocks.opened(newsroom)
        self._newest.opened(newsroom)
        self.split.opened(newsroom)
        self.hearing.opened(newsroom)
        self.colleagues.opened(newsroom)
        self.desk.opened(newsroom)
        self.status.opened(newsroom)
        self.copy.opened(newsroom.importing)
        self.history.opened(newsroom)
        self.shelf.opened(newsroom)
        self.shelf.fill(self._begin_where_left)

    def closing(self) -> None:
        """Save what is on the desk and remember where it was."""
        if self._widget is None or self._newsroom is None:
            return
        story, place = self.desk.story, place_in(self.pane.editor)
        self.desk.leave()  # before anything that could fail
        if story is not None:
            remember(self._preferences, self._newsroom.name, story.id, place)
        self.shelf.opened(None)
        self.colleagues.opened(None)
        self._newest.opened(None)
        self.findings.opened(None)
        self.hearing.opened(None)
        self.copy.opened(None)
        self._newsroom = None

    def commands(self) -> list[Command]:
        """Return what can be done here now."""
        from newsdesk.ui.stories.page_commands import page_commands

        own = page_commands(
            self.desk,
            self.sources,
            self.saying,
            self.pane,
            self.panes,
            self.copy.paste,
            self._filter,
            self._is_open,
        )
        return [
            *own,
            *self.status.commands(),
            *self.history.commands(),
            *self.colleagues.commands(),
            *self.credits.commands(),
            *self.offers.commands(),
            *self.findings.commands(),
            *self.split.commands(),
            *self.indirect.commands(),
            *self.find.commands(),
            *self.blocks.commands(),
            *self.hearing.commands(),
        ]

    # ------------------------------------------------------------ what others call

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
        self._show_script()
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
            self.sources.look_again()
            self.credits.look_again()
            self.findings.look_again()

    def keep_now(self) -> None:
        """Keep the words on this computer at once, whatever else happens."""
        if self._widget is not None:
            self.desk.keep_now()

    # ------------------------------------------------------------ stories

    def _offer(self, story: OpenStory, pasted: Pasted) -> None:
        self.offers.offer(story.id, pasted.offers, story.script.body)

    def _show_copy(self, pasted: Pasted) -> None:
        self._show_script()
        self.split.show_copy()
        if pasted.offers:
            self.panes.show_inspector()
            self.inspector.open_section("offers")
            self.inspector.offers.begin()
        else:
            self.pane.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _laid_down(self, story: OpenStory | None) -> None:
        self.sources.follow(story)
        self.offers.follow(story)
        self.credits.follow(story)
        self.split.follow(story)
        self.saying.put_away()
        self.history.follow(story.id if story is not None else 0)
        self.pane.header.aloud.setChecked(False)
        self._newest.look()
        if story is not None:
            self._show_script()
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
            story_id, place = remembered(self._preferences, newsroom.name)
            if not story_id and rows:
                story_id = rows[0].id
            if story_id:
                self.desk.open(story_id, lambda: self._go_on_at(place))
            else:
                self.desk.begin()
                self._show_script()
        else:
            self._show_empty()
        # Behind the list and the story on their lane: the tables of the spoken form take a while to load.
        self._tasks.run(lambda: newsroom.reading, self._read_with, self._tell)
        self.filled.emit()

    def _read_with(self, reading: Reading) -> None:
        self.pane.read_with(reading)
        self.findings.read_with(reading)
        self.credits.read_with(reading)
        self.hearing.script.read_with(reading)
        self.empty.read_with(reading)

    def _go_on_at(self, place: Place) -> None:
        go_to(self.pane.editor, place)
        self.pane.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remember(self, story: OpenStory) -> None:
        # Not only when closing: a program that was killed comes back to this story too.
        if self._newsroom is not None:
            remember(self._preferences, self._newsroom.name, story.id, Place())

    def _filter(self) -> None:
        self.panes.show_list()
        self.list.focus_filter()

    # ------------------------------------------------------------ news

    def _tell(self, error: NewsdeskError) -> None:
        self._news.tell(sentence(error), icon="circle-alert", token="temuan", stays=True)

    def _pasting(self, share: float) -> None:
        if share < 1:
            self.pane.news.tell(
                _("Menempel… {n}%").format(n=int(share * 100)),
                icon="clipboard-paste",
                lasts=True,
                about="paste",
            )
        else:
            self.pane.news.settle("paste")

    # ------------------------------------------------------------ putting it together

    def _is_open(self) -> bool:
        return self._newsroom is not None

    def _show_script(self) -> None:
        self._middle.setCurrentWidget(self.split_view)
        self.script_shown.emit()
        self._middle.setFocusProxy(self.pane)
        self.panes.show_inspector_pane(True)

    def _show_empty(self) -> None:
        self._middle.setCurrentWidget(self.empty)
        self.script_shown.emit()
        self._middle.setFocusProxy(self.empty)
        self.panes.show_inspector_pane(False)
        self.empty.setFocus(Qt.FocusReason.OtherFocusReason)

    def _now(self) -> datetime:
        return now(self._preferences.settings.zone)

    def _make(self) -> QWidget:
        # Imported here: the window's first frame does not wait for what it does not show yet.
        from newsdesk.ui.stories.block_desk import BlockDesk
        from newsdesk.ui.stories.colleagues import Colleagues
        from newsdesk.ui.stories.copy_desk import CopyDesk
        from newsdesk.ui.stories.credits_desk import CreditsDesk
        from newsdesk.ui.stories.empty_page import EmptyPage
        from newsdesk.ui.stories.find_desk import FindDesk
        from newsdesk.ui.stories.findings_desk import FindingsDesk
        from newsdesk.ui.stories.indirect_desk import IndirectDesk
        from newsdesk.ui.stories.inspector import Inspector
        from newsdesk.ui.stories.inspector_strip import InspectorStrip
        from newsdesk.ui.stories.list_panel import ListPanel
        from newsdesk.ui.stories.newest_reading import NewestReading
        from newsdesk.ui.stories.offers_desk import OffersDesk
        from newsdesk.ui.stories.page_hearing import PageHearing
        from newsdesk.ui.stories.panes import Panes
        from newsdesk.ui.stories.saying_desk import SayingDesk
        from newsdesk.ui.stories.script_pane import ScriptPane
        from newsdesk.ui.stories.section_state import keep_sections
        from newsdesk.ui.stories.source_desk import SourceDesk
        from newsdesk.ui.stories.split_desk import SplitDesk
        from newsdesk.ui.stories.split_view import SplitView
        from newsdesk.ui.stories.status_desk import StatusDesk
        from newsdesk.ui.stories.story_desk import StoryDesk
        from newsdesk.ui.stories.story_shelf import StoryShelf
        from newsdesk.ui.stories.versions_desk import VersionsDesk

        look = self._look
        zone = as_tzinfo(zone_named(self._preferences.settings.zone))
        self.list = ListPanel(look, self._now, zone)
        self.pane = ScriptPane(look, self._tasks, self._now, zone)
        self.empty = EmptyPage(look)
        self.inspector = Inspector(look, self._now)
        keep_sections(self.inspector, self._preferences)
        self._middle = QStackedWidget()
        self.split_view = SplitView(look, self.pane)
        self._middle.addWidget(self.split_view)
        self._middle.addWidget(self.empty)
        self.panes = Panes(
            look, self.list, self._middle, self.inspector, InspectorStrip(look), self._preferences
        )
        self.desk = StoryDesk(self._tasks, self.pane, self.inspector, self._now, self)
        self.copy = CopyDesk(self._tasks, self._news, self.desk, self._offer, self._show_copy, self._tell)
        self.sources = SourceDesk(self._tasks, self.pane, self.inspector, self)
        self.sources.story_wanted.connect(self.open_story)
        self.offers = OffersDesk(self._tasks, self.pane, self.inspector, self.sources, self)
        settings = self._preferences.settings
        self.credits = CreditsDesk(self._tasks, self.pane, self.inspector, self.desk, settings, self)
        self.findings = FindingsDesk(
            look, self._tasks, self.pane, self.inspector, self.desk, self.panes, self._now, self
        )
        self.saying = SayingDesk(look, self._tasks, self.pane, self)
        self.blocks = BlockDesk(look, self._tasks, self.pane, self)
        self.shelf = StoryShelf(self._tasks, self.list, self.pane, self.desk, self._tell, self)
        self.history = VersionsDesk(
            look, self._tasks, self.pane, self.inspector, self.desk, self.panes, self._now, self._tell, self
        )
        self.colleagues = Colleagues(
            look, self._tasks, self.pane, self.inspector, self.desk, self.panes, self._now, self
        )
        self.hearing = PageHearing(self._tasks, self.list, self.pane, self.desk, self._now, self._tell, self)
        self._newest = NewestReading(self._tasks, self._read_with, self._tell)
        beside = (self.split_view, self.pane, self.panes, self._preferences)
        self.split = SplitDesk(look, self._tasks, *beside, self)
        self.find = FindDesk(look, self.pane, self.split_view.original, self)
        speaker_of = self.sources.speaker_of
        self.indirect = IndirectDesk(look, self._tasks, self.pane, self.split, speaker_of, self)
        self.status = StatusDesk(
            look, self._tasks, self.list, self.pane, self.desk, self._news, self.shelf.fill, self
        )
        self._connect()
        bind_keys(self.panes, self.commands)
        self.pane.editor.show_spoken_line(self._preferences.settings.spoken_line)
        return self.panes

    def _connect(self) -> None:
        self.list.asked.connect(lambda: self.shelf.fill())
        self.list.opened.connect(self.open_story)
        self.list.new.connect(self.new_story)
        self.empty.new.connect(self.new_story)
        self.empty.paste.connect(self.copy.paste)
        self.pane.editor.pasted_whole.connect(self.copy.take)
        self.pane.editor.pasting.connect(self._pasting)
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
