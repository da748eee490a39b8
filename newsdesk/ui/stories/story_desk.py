"""The story on the desk: opening, typing, saving, leaving, and what goes wrong on the way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from newsdesk.errors import NewsdeskError, StaleStory
from newsdesk.i18n import _, clock
from newsdesk.ui.stories.autosave import Autosave, Kept, State
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.domain.story import Script
    from newsdesk.services.drafting import OpenStory
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.stories.inspector import Inspector
    from newsdesk.ui.stories.script_pane import ScriptPane
    from newsdesk.ui.tasks import Tasks


class StoryDesk(QObject):
    """One story at a time, or a blank that becomes a story with its first word.

    Signals: :attr:`laid_down` with the story after another one is on the desk; :attr:`revised` after a
    revision; :attr:`began` when a new story came into being; :attr:`cleared` when nothing is on the desk.
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
        self._newsroom: Newsroom | None = None
        self.story: OpenStory | None = None
        self.blank = False
        self._making = False
        self._showing = False
        self._offline = False
        self._recovery_told = False
        self.autosave = Autosave(tasks, self.script, self)
        self.autosave.state_changed.connect(self._state)
        self.autosave.revised.connect(self._revised)
        self.autosave.stale.connect(self._stale)
        pane.editor.text.edited.connect(self._edited)
        pane.header.edited.connect(self._edited)
        pane.header.airtime_typed.connect(self._set_airtime)
        pane.header.airtime_wrong.connect(self._airtime_wrong)
        inspector.data.edited.connect(self._edited)

    # ------------------------------------------------------------ coming and going

    def opened(self, newsroom: Newsroom) -> None:
        """Work in this newsroom from now on."""
        self._newsroom = newsroom
        self._clear()

    def open(self, story_id: int, then: Callable[[], None] | None = None) -> None:
        """Lay another story on the desk; the one before is saved. ``then`` is called when it lies there."""
        newsroom = self._newsroom
        if newsroom is None or (self.story is not None and self.story.id == story_id):
            if then is not None and self.story is not None:
                then()
            return
        self.autosave.save()

        def show(story: OpenStory) -> None:
            self._show(story)
            if then is not None:
                then()

        self._tasks.run(lambda: newsroom.drafting.open(story_id), show, self._tell)

    def begin(self, slug: str = "") -> None:
        """Lay an empty sheet on the desk. It becomes a story with the first word."""
        if self._newsroom is None:
            return
        self.autosave.save()
        self._clear()
        self.blank = True
        self._pane.header.slug.set_text(slug)
        self.laid_down.emit(None)
        if slug:
            self._edited()

    def begin_with(
        self,
        script: Script,
        original: str,
        made: Callable[[OpenStory], None],
        then: Callable[[OpenStory], None],
    ) -> None:
        """Make a story of copy from outside: ``made`` is called before it lies here, ``then`` after."""
        newsroom = self._newsroom
        if newsroom is None:
            return
        self.autosave.save()

        def show(story: OpenStory) -> None:
            made(story)
            self._show(story)
            self.began.emit(story)
            then(story)

        self._tasks.run(lambda: newsroom.drafting.new(script, original), show, self._tell)

    def leave(self) -> None:
        """Save what lies on the desk; the page is closing."""
        self.autosave.save()
        self.autosave.drop()
        self._newsroom = None

    def keep_now(self) -> None:
        """Keep the words at once on this computer, whatever else happens (the crash dialog asks for it)."""
        if self._newsroom is not None and self.story is not None:
            self._newsroom.drafting.keep_local(self.story.id, self.story.version, self.script())

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
        )

    # ------------------------------------------------------------ showing

    def _show(self, story: OpenStory, *, keep_place: bool = False) -> None:
        newsroom = self._newsroom
        if newsroom is None:
            return
        if self.story is not None and self.story.id != story.id:
            self.autosave.save()  # keys that came while this one was on its way
        self.blank = self._making = False
        self.story = story
        place = self._pane.editor.textCursor().position() if keep_place else 0
        self._showing = True
        self._pane.header.show_story(story)
        self._inspector.show_story(story)
        self._pane.editor.text.load(story.script.body, story.script.attributions)
        self._showing = False
        self.place_cursor(place)
        self.autosave.follow(newsroom.drafting, story)
        self._say_recovered(story)
        self.laid_down.emit(story)

    def place_cursor(self, position: int) -> None:
        """Put the cursor at a document position, or at the end when the text is shorter."""
        document = self._pane.editor.document()
        cursor = QTextCursor(document)
        cursor.setPosition(max(0, min(position, document.characterCount() - 1)))
        self._pane.editor.setTextCursor(cursor)

    def _clear(self) -> None:
        self.story = None
        self.blank = self._making = False
        self.autosave.drop()
        self._showing = True
        self._pane.header.show_blank()
        self._inspector.show_blank()
        self._pane.editor.text.load("", ())
        self._pane.news.clear()
        self._showing = False
        self.cleared.emit()

    def _say_recovered(self, story: OpenStory) -> None:
        self._pane.news.clear()
        self._recovery_told = story.recovered_at is not None
        if story.recovered_at is None:
            return
        at = clock(story.recovered_at.astimezone(self._now().tzinfo))
        if story.overtaken:
            words = _(
                "Tulisan Anda dari {at} ditampilkan; {name} menyimpan revisi {n} sesudahnya, lihat Riwayat."
            ).format(at=at, name=story.revised_by, n=story.revision)
        else:
            words = _("Dipulihkan: tulisan dari {at} yang belum disimpan.").format(at=at)
        self._pane.news.tell(words, icon="undo-2", act=_("Buang"), run=self.discard, stays=True)

    def discard(self) -> None:
        """Throw the unsaved words away: back to the newest revision."""
        newsroom, story = self._newsroom, self.story
        if newsroom is not None and story is not None:
            self.autosave.drop()
            self._tasks.run(lambda: newsroom.drafting.discard(story.id), self._show, self._tell)

    # ------------------------------------------------------------ typing and saving

    def _edited(self) -> None:
        if self._showing:
            return
        if self.story is not None:
            self.autosave.changed()
        elif self.blank and not self._making:
            self._make()

    def _make(self) -> None:
        newsroom = self._newsroom
        if newsroom is None:
            return
        self._making = True

        def made(story: OpenStory) -> None:
            if not self._making:  # left before it was made
                return
            self._making = self.blank = False
            self.story = story
            self._pane.header.show_state(story)
            self.autosave.follow(newsroom.drafting, story)
            self.autosave.changed()
            self.began.emit(story)

        def failed(error: NewsdeskError) -> None:
            self._making = False
            self._tell(error)

        self._tasks.run(newsroom.drafting.new, made, failed)

    def _revised(self, story: OpenStory) -> None:
        if self.story is not None and self.story.id == story.id:
            self.story = story
            self._pane.header.show_state(story)
            if self._recovery_told:  # it is a revision now: there is nothing to throw away
                self._recovery_told = False
                self._pane.news.clear()
        self.revised.emit(story)

    def _stale(self, error: StaleStory) -> None:
        newsroom = self._newsroom
        again = newsroom is not None and self.story is not None and self.story.id == error.story_id
        self._pane.news.tell(
            sentence(error),
            icon="circle-alert",
            token="temuan",
            act=_("Buka lagi") if again else "",
            run=lambda: self._open_again(error.story_id),
            stays=True,
        )

    def _open_again(self, story_id: int) -> None:
        newsroom = self._newsroom
        if newsroom is not None:
            self._tasks.run(
                lambda: newsroom.drafting.open(story_id),
                lambda story: self._show(story, keep_place=True),
                self._tell,
            )

    def _state(self, state: State) -> None:
        self._pane.foot.set_state(state)
        news = self._pane.news
        if state.kept is Kept.LOCAL and state.retry_s:
            news.tell(
                _("Disimpan di komputer ini; basis data belum bisa dihubungi, mencoba lagi {n} dtk").format(
                    n=state.retry_s
                ),
                icon="cloud-off",
                token="temuan",
                act=_("Coba sekarang"),
                run=self.autosave.try_now,
                stays=True,
            )
            self._offline = True
        elif state.kept in (Kept.LOCAL, Kept.NOWHERE) and state.error is not None:
            news.tell(sentence(state.error), icon="circle-alert", token="temuan", stays=True)
            self._offline = True
        elif state.kept is Kept.SAVED and self._offline:
            self._offline = False
            news.clear()

    def _set_airtime(self, airtime: datetime | None) -> None:
        def planned(moved: OpenStory) -> None:
            if self.story is not None and self.story.id == moved.id:
                self.story = moved
                self._pane.header.show_state(moved)

        self.autosave.plan(airtime, planned, self._tell)

    def _airtime_wrong(self, words: str) -> None:
        self._pane.news.tell(
            _("“{words}” bukan jam tayang. Tulis jam seperti 11.00, atau 17/1 11.00.").format(words=words),
            icon="circle-alert",
            token="temuan",
        )

    def _tell(self, error: NewsdeskError) -> None:
        self._pane.news.tell(sentence(error), icon="circle-alert", token="temuan", stays=True)
