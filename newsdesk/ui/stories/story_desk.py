"""The story on the desk: opening, typing, saving, leaving, and what goes wrong on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from newsdesk.errors import NewsdeskError
from newsdesk.i18n import _
from newsdesk.ui.stories.autosave import Autosave
from newsdesk.ui.stories.desk_news import DeskNews
from newsdesk.ui.stories.kept import Kept, State
from newsdesk.ui.stories.put_script import put_script

if TYPE_CHECKING:
    from newsdesk.domain.story import Script
    from newsdesk.services.drafting import OpenStory
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.stories.inspector import Inspector
    from newsdesk.ui.stories.script_pane import ScriptPane
    from newsdesk.ui.tasks import Tasks


class Turn(NamedTuple):
    """A moment at the desk: how often something else was asked for by then, and how much was typed."""

    asked: int
    edits: int


class StoryDesk(QObject):
    """One story at a time, or a blank that becomes a story with its first word.

    Signals: :attr:`laid_down` with the story after another one is on the desk; :attr:`revised` after a
    revision; :attr:`began` when a new story is in the database; :attr:`cleared` when nothing is on the desk.

    Every wish for another story has a number: an answer that comes after a later wish lays nothing down.
    """

    laid_down = Signal(object)
    revised = Signal(object)
    began = Signal(object)
    cleared = Signal()

    def __init__(
        self,
        tasks: Tasks,
        pane: ScriptPane,
        inspector: Inspector,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._pane = pane
        self._inspector = inspector
        self._now = now
        self._news = DeskNews(pane.news, now)
        self._newsroom: Newsroom | None = None
        self.story: OpenStory | None = None
        self.blank = False
        self._unlisted = 0
        self._asked = 0
        self._edits = 0
        self._showing = False
        self.autosave = Autosave(tasks, self.script, self)
        self.autosave.state_changed.connect(self._state)
        self.autosave.revised.connect(self._revised)
        self.autosave.left_unsaved.connect(self._news.tell_left_unsaved)
        pane.editor.text.edited.connect(self._edited)
        pane.header.edited.connect(self._edited)
        pane.header.airtime_typed.connect(self._set_airtime)
        pane.header.airtime_wrong.connect(self._news.tell_airtime_wrong)
        inspector.data.edited.connect(self._edited)

    # ------------------------------------------------------------ coming and going

    def opened(self, newsroom: Newsroom) -> None:
        """Work in this newsroom from now on."""
        self._newsroom = newsroom
        self.expect()
        self._clear()

    def open(self, story_id: int, then: Callable[[], None] | None = None) -> None:
        """Lay another story on the desk; the one before is saved. ``then`` is called when it lies there."""
        newsroom, turn = self._newsroom, self.expect()
        if newsroom is None or (self.story is not None and self.story.id == story_id):
            if then is not None and self.story is not None:
                then()
            return
        self.autosave.save()

        def show(story: OpenStory) -> None:
            if turn.asked != self._asked:
                return
            self.show(story)
            if then is not None:
                then()

        self._tasks.run(lambda: newsroom.drafting.open(story_id), show, self._news.tell_failure)

    def begin(self, slug: str = "") -> None:
        """Lay an empty sheet on the desk. It becomes a story with the first word."""
        if self._newsroom is None:
            return
        self.expect()
        self.autosave.save()
        self._clear()
        self.blank = True
        self._pane.header.slug.set_text(slug)
        self.laid_down.emit(None)
        if slug:
            self._edited()

    def expect(self) -> Turn:
        """Say that something else is to lie here soon; what was asked for before is waited for no more."""
        self._asked += 1
        return Turn(self._asked, self._edits)

    def begin_with(
        self,
        script: Script,
        original: str,
        made: Callable[[OpenStory], None],
        then: Callable[[OpenStory], None],
        turn: Turn | None = None,
    ) -> None:
        """Make a story of copy from outside: ``made`` is called before it lies here, ``then`` after.

        ``turn`` is when it was asked for. When something was typed or asked for since, the story goes into
        the list instead, with a line of news that opens it. A story on the desk that has no revision and no
        body yet is filled.
        """
        newsroom = self._newsroom
        if newsroom is None:
            return
        turn = turn or self.expect()
        begun = self._to_fill() if self._is_now(turn) else None
        if begun is not None:
            script = _with_what_is_known(script, self.script())
            self.autosave.hold()
        else:
            self.autosave.save()

        def show(story: OpenStory) -> None:
            made(story)
            if self._is_now(turn):
                self.show(story)
                self.began.emit(story)
                then(story)
            else:
                self._come_late(story, then)

        def failed(error: NewsdeskError) -> None:
            if begun is not None:
                self.autosave.changed()
            self._news.tell_failure(error)

        begun_id = begun.id if begun is not None else 0
        self._tasks.run(
            lambda: self.autosave.moved(newsroom.drafting.new(script, original, begun_id)), show, failed
        )

    def _is_now(self, turn: Turn) -> bool:
        return turn == Turn(self._asked, self._edits)

    def _to_fill(self) -> OpenStory | None:
        story = self.story
        return story if story is not None and not story.revision and not self.script().body else None

    def _come_late(self, story: OpenStory, then: Callable[[OpenStory], None]) -> None:
        """Leave what is being written where it is; the story that came stands in the list."""
        self.began.emit(story)
        if self.story is not None and self.story.id == story.id:  # it was filled, and typed in meanwhile
            self.go_on_with(story)
            self._news.tell_paste_is_a_revision(story)
            return
        self._news.tell_paste_is_ready(story, lambda: self.open(story.id, lambda: then(story)))

    def leave(self) -> None:
        """Save what lies on the desk; the page is closing."""
        self.expect()
        self.autosave.save()
        self.autosave.save_left()
        self.autosave.drop()
        self._newsroom = None

    def keep_now(self) -> None:
        """Keep the words at once on this computer, whatever else happens (the crash dialog asks for it)."""
        self.autosave.keep_here_and_now()

    @property
    def unsafe(self) -> bool:
        """Whether there are words that neither the database nor this computer's disk has kept."""
        return self.autosave.unsafe

    def save(self) -> None:
        """Make a revision of what stands here."""
        if self.story is not None and not self.autosave.unsaved:
            self._pane.news.tell(
                _("Tidak ada yang berubah sejak revisi {n}.").format(n=self.story.revision), icon="check"
            )
        self.autosave.save()

    def script(self) -> Script:
        """Return everything that stands in the window now."""
        from newsdesk.domain.story import Script

        text, data = self._pane.editor.text, self._inspector.data
        return Script(
            slug=self._pane.header.slug.text().strip(),
            headline=self._pane.header.headline.text().strip(),
            dateline=data.dateline(),
            bylines=data.byline_list(),
            tags=data.tag_list(),
            body=text.body,
            attributions=text.attributions(),
            said_here=text.said_here(),
            blocks=text.blocks(),
            cuttable=text.cuttable(),
        )

    # ------------------------------------------------------------ showing

    def show(self, story: OpenStory, *, keep_place: bool = False) -> None:
        """Lay a story on the desk as it is now, whatever lay there; its cursor stays with ``keep_place``."""
        newsroom = self._newsroom
        if newsroom is None:
            return
        if self.story is not None and self.story.id != story.id:
            self.autosave.save()  # keys that came while this one was on its way
        words = self.autosave.take_back(story.id)
        if words is not None:  # it was left, and the database has not taken them yet
            story = replace(story, script=words.script, recovered_at=words.at)
        self.blank = False
        self.story = story
        self._unlisted = 0
        place = self._pane.editor.textCursor().position() if keep_place else 0
        self._showing = True
        self._pane.header.show_story(story)
        self._inspector.show_story(story)
        script = story.script
        self._set_day(story)
        self._pane.editor.text.load(
            script.body, script.attributions, script.said_here, script.blocks, script.cuttable
        )
        self._showing = False
        self.place_cursor(place)
        self.autosave.follow(newsroom.drafting, story)
        if words is not None:
            self.autosave.changed()
        self._news.tell_recovered(story, self.discard)
        self.laid_down.emit(story)

    def go_on_with(self, story: OpenStory) -> None:
        """Take the story as it is now, but go on with the words in the window: they are newer."""
        newsroom = self._newsroom
        if newsroom is None:
            return
        self.story = story
        self._pane.header.show_state(story)
        self.autosave.follow(newsroom.drafting, story)
        self.autosave.changed()

    def put(self, script: Script, *, mine: bool = True) -> None:
        """Let the window show this script, as if it had been typed; not ``mine``: nothing of it is kept."""
        self._showing = True
        put_script(script, self._pane, self._inspector)
        self._showing = False
        if mine:
            self._edited()

    @property
    def edits(self) -> int:
        """How often something was typed: another number than before says that words came in between."""
        return self._edits

    def place_cursor(self, position: int) -> None:
        """Put the cursor at a document position, or at the end when the text is shorter."""
        document = self._pane.editor.document()
        cursor = QTextCursor(document)
        cursor.setPosition(max(0, min(position, document.characterCount() - 1)))
        self._pane.editor.setTextCursor(cursor)

    def _clear(self) -> None:
        self.story = None
        self.blank = False
        self._unlisted = 0
        self.autosave.drop()
        self._showing = True
        self._pane.header.show_blank()
        self._inspector.show_blank()
        self._set_day(None)
        self._pane.editor.text.load("", ())
        self._pane.news.clear()
        self._news.handed_in()
        self._showing = False
        self.cleared.emit()

    def discard(self) -> None:
        """Throw the unsaved words away: back to the newest revision. They go when the database says so."""
        newsroom, story = self._newsroom, self.story
        if newsroom is None or story is None:
            return
        at, edits = newsroom.drafting.moment(), self._edits
        self.autosave.hold()

        def gone(back: OpenStory) -> None:
            if self.story is None or self.story.id != back.id:
                return
            if self._edits == edits:
                self.show(back)
            else:  # typed on meanwhile
                self.go_on_with(back)

        def failed(error: NewsdeskError) -> None:
            if self.story is None or self.story.id != story.id:
                return
            self.autosave.changed()
            self._news.tell_failure(error, _("Buang"), self.discard)

        self._tasks.run(lambda: newsroom.drafting.discard(story.id, at), gone, failed)

    # ------------------------------------------------------------ typing and saving

    def _edited(self) -> None:
        if self._showing:
            return
        self._edits += 1
        if self.story is not None:
            self.autosave.changed()
        elif self.blank:
            self._begin_story()

    def _begin_story(self) -> None:
        """Make the sheet a story at its first key: kept at once, whether or not the database answers."""
        newsroom = self._newsroom
        if newsroom is None:
            return
        self.blank = False
        self.story = story = newsroom.drafting.begin()
        self._unlisted = story.id
        self._pane.header.show_state(story)
        self.autosave.follow(newsroom.drafting, story)
        self.autosave.changed()
        self.autosave.flush()

    def stands(self, story: OpenStory) -> None:
        """Take note of where the story on the desk stands now; the words in the window stay as they are."""
        if self.story is not None and self.story.id == story.id:
            self.story = story
            self._pane.header.show_state(story)
            self.revised.emit(story)

    def not_handed_in(self, error: NewsdeskError, hand_in: Callable[[], None]) -> None:
        """Say that the story could not be handed in, and offer ``hand_in`` again as soon as it can be."""
        self._news.tell_not_handed_in(error, hand_in)

    def _revised(self, story: OpenStory) -> None:
        if self.story is not None and self.story.id == story.id:
            self.story = story
            self._pane.header.show_state(story)
            self._news.nothing_to_throw_away()
            self._news.handed_in()
        self.revised.emit(story)

    def _state(self, state: State) -> None:
        self._pane.foot.set_state(state)
        if state.kept is Kept.SAVED and self.story is not None and self.story.id == self._unlisted:
            self._unlisted = 0
            self.began.emit(self.story)
        self._news.tell_state(state, self.autosave.try_now)

    def _set_airtime(self, airtime: datetime | None) -> None:
        story = self.story

        def planned(moved: OpenStory) -> None:
            if self.story is not None and self.story.id == moved.id:
                self.story = moved
                self._pane.header.show_state(moved)
                self._set_day(moved)
                self._pane.read_spoken_again()

        def failed(error: NewsdeskError) -> None:
            if self.story is not None and story is not None and self.story.id == story.id:
                self._pane.header.take_back_airtime()
            self._news.tell_airtime_not_kept(error)

        self.autosave.plan(
            lambda drafting, story_id, base: drafting.set_airtime(story_id, base, airtime), planned, failed
        )

    def _set_day(self, story: OpenStory | None) -> None:
        """Say "kemarin" and "besok" by the day of this story's airtime, in the newsroom's zone."""
        airtime = story.airtime if story is not None else None
        self._pane.editor.text.set_day(airtime and airtime.astimezone(self._now().tzinfo).date())


def _with_what_is_known(script: Script, own: Script) -> Script:
    """Return copy from outside with what the reporter had typed above and beside it already."""
    return replace(
        script,
        slug=own.slug or script.slug,
        headline=own.headline or script.headline,
        dateline=own.dateline,
        bylines=own.bylines,
        tags=own.tags,
    )
