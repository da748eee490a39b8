"""A colleague saved first, or took the script over: both texts side by side, and neither is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from newsdesk.domain.comparing_scripts import compare_scripts
from newsdesk.domain.merging import take_change, take_particular
from newsdesk.i18n import _
from newsdesk.ui.stories.conflict_view import ConflictView
from newsdesk.ui.stories.history_section import when
from newsdesk.ui.stories.versions_pane import Shown, ready
from newsdesk.ui.tasks import Lane
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.domain.story import Revision, Script
    from newsdesk.errors import NewsdeskError, StaleStory
    from newsdesk.services.drafting import OpenStory
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.look import Look
    from newsdesk.ui.stories.panes import Panes
    from newsdesk.ui.stories.script_pane import ScriptPane
    from newsdesk.ui.stories.story_desk import StoryDesk
    from newsdesk.ui.tasks import Tasks


class _Theirs(NamedTuple):
    """The story as the newsroom has it, and the revision that stands against what is in the window.

    ``by_me`` says that I wrote it myself: in another window, or before somebody took the story over.
    """

    story: OpenStory
    revision: Revision
    by_me: bool


class ConflictDesk(QObject):
    """Shows both texts in the script's place until one has chosen; ``tell`` says what failed on the way.

    What stands in the window is mine, and is kept all the while as everything that is typed. :attr:`settled`
    comes when one has chosen, or left the choice for later.
    """

    settled = Signal()

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        pane: ScriptPane,
        desk: StoryDesk,
        panes: Panes,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._pane = pane
        self._desk = desk
        self._panes = panes
        self._now = now
        self._newsroom: Newsroom | None = None
        self._theirs: _Theirs | None = None
        self._before: list[Script] = []
        self._made_mine = ""
        self._asked = 0
        self.view = ConflictView(look, pane)
        self.view.hide()
        self.view.mine_wanted.connect(self.use_mine)
        self.view.theirs_wanted.connect(self.use_theirs)
        self.view.closed.connect(self.leave_for_later)
        self.view.taken.connect(self._take)
        self.view.taken_back.connect(self._take_back)
        pane.header.read_aloud.connect(self._read_aloud)
        desk.autosave.stale.connect(self._stale)
        desk.revised.connect(self._revised)
        desk.laid_down.connect(self._laid_down)
        desk.cleared.connect(self.close)

    def opened(self, newsroom: Newsroom | None) -> None:
        """Work in this newsroom from now on."""
        self._newsroom = newsroom

    @property
    def is_open(self) -> bool:
        """Whether both texts stand there."""
        return not self.view.isHidden()

    def _stale(self, error: StaleStory) -> None:
        self._made_mine = ""
        story = self._desk.story
        if story is not None and story.id == error.story_id:
            self.begin()
        else:
            self._pane.news.tell(
                sentence(error),
                icon="git-compare",
                token="temuan",
                act=_("Bandingkan"),
                run=lambda: self._desk.open(error.story_id, self.begin),
                lasts=True,
            )

    def _laid_down(self, story: OpenStory | None) -> None:
        self.close()
        if story is not None and story.overtaken and story.recovered_at is not None:
            words = _("Tulisan Anda belum disimpan, dan {name} menyimpan revisi {n} sesudahnya.").format(
                name=story.revised_by, n=story.revision
            )
            self._offer(words)

    def _read_aloud(self, aloud: bool) -> None:
        if aloud:
            self.leave_for_later()

    def begin(self) -> None:
        """Fetch the newest revision and put it beside what stands in the window."""
        newsroom, story = self._newsroom, self._desk.story
        if newsroom is None or story is None:
            return
        story_id = story.id
        self._asked += 1
        asked = self._asked

        def fetch() -> _Theirs:
            newest = newsroom.drafting.look(story_id)
            revision = newsroom.versions.revision(story_id, newest.revision)
            return _Theirs(newest, revision, revision.by == newsroom.people.me().id)

        def show(theirs: _Theirs) -> None:
            if asked == self._asked and self._desk.story is not None and self._desk.story.id == story_id:
                if not self.is_open:
                    self._before = []
                self._theirs = theirs
                self._compare(keep_place=self.is_open)

        self._tasks.run(fetch, show, self._tell)

    def _compare(self, *, keep_place: bool) -> None:
        theirs, mine, asked = self._theirs, self._desk.script(), self._asked
        if theirs is None:
            return

        def show(shown: Shown) -> None:
            if asked != self._asked:
                return
            if shown.found.same and not self.is_open:
                self._desk.go_on_with(theirs.story)  # both wrote the same: nothing is to be chosen
                return
            if not self.is_open:
                self._panes.crowd(True, "conflict")
                self._pane.news.settle("conflict", "recovered")
                self._pane.lay_over(self.view)
            name, number = theirs.story.revised_by, theirs.revision.number
            at = when(theirs.revision.at, self._now())
            if theirs.by_me:
                title = _("Kata-kata di sini belum ada di revisi {n}").format(n=number)
                use = _("Pakai revisi {n}").format(n=number)
            else:
                title = _("{name} menyimpan revisi {n} lebih dulu").format(name=name, n=number)
                use = _("Pakai naskah {name}").format(name=name)
            other = _("Revisi {n} oleh {name}, {at}").format(n=number, name=name, at=at)
            self.view.show_both(shown, title, other, use, keep_place=keep_place)

        script = theirs.revision.script
        self._tasks.run(lambda: ready(compare_scripts(mine, script)), show, self._tell, Lane.COPY)

    # ------------------------------------------------------------ the ways out

    def use_mine(self) -> None:
        """Make what stands here a revision on top of theirs, which stays in Riwayat."""
        theirs = self._theirs
        if theirs is None:
            return
        self.close()
        self._desk.go_on_with(theirs.story)
        self._made_mine = _("Naskah Anda dipakai; revisi {n} oleh {name} tetap ada di Riwayat.").format(
            n=theirs.revision.number, name=theirs.story.revised_by
        )
        self._desk.autosave.save()
        self.settled.emit()

    def _revised(self, story: OpenStory) -> None:
        """My text is a revision, as was chosen: only now that is true."""
        words, self._made_mine = self._made_mine, ""
        if words and self._desk.story is not None and self._desk.story.id == story.id:
            self._pane.news.tell(words, icon="check")

    def use_theirs(self) -> None:
        """Make theirs the newest; what stands here becomes a revision before it."""
        newsroom, theirs, edits = self._newsroom, self._theirs, self._desk.edits
        if newsroom is None or theirs is None:
            return
        self.close()
        self._desk.go_on_with(theirs.story)
        story_id, number = theirs.story.id, theirs.revision.number
        edits = self._desk.edits

        def done(story: OpenStory) -> None:
            if self._desk.story is None or self._desk.story.id != story_id:
                return
            if self._desk.edits == edits:
                self._desk.show(story, keep_place=True)
            else:  # typed on meanwhile: those words are the newest
                self._desk.go_on_with(story)
            self._pane.news.tell(
                _("Naskah {name} dipakai; naskah Anda tersimpan sebagai revisi {n}, lihat Riwayat.").format(
                    name=theirs.story.revised_by, n=story.revision - 1
                ),
                icon="check",
                lasts=True,
            )
            self.settled.emit()

        self._desk.autosave.change(
            lambda base, words: newsroom.versions.restore(story_id, base, number, words.script, words.at),
            done,
            self._tell,
        )

    def leave_for_later(self) -> None:
        """Go back to what stands here; both texts stay as they are."""
        theirs = self._theirs
        if theirs is None:
            return
        self.close()
        words = _("Kedua naskah tersimpan: milik Anda di sini, revisi {n} oleh {name} di Riwayat.").format(
            n=theirs.revision.number, name=theirs.story.revised_by
        )
        self._offer(words)
        self.settled.emit()

    def close(self) -> None:
        """Show the script again."""
        self._asked += 1
        self._theirs = None
        self._before = []
        if self.is_open:
            self._panes.crowd(False, "conflict")
            self._pane.lay_over(None)
            self.view.clear()

    # ------------------------------------------------------------ single changes

    def _take(self, _change: int) -> None:
        """Let the marked change of theirs stand in mine."""
        theirs, difference = self._theirs, self.view.difference
        if theirs is None or difference is None:
            return
        mine, script = self._desk.script(), theirs.revision.script
        if difference.particular is not None:
            mine_then = take_particular(mine, script, difference.particular)
        else:
            assert difference.change is not None
            mine_then = take_change(mine, script, difference.change)
        self._before.append(mine)
        self._put(mine_then)

    def _take_back(self) -> None:
        if self._theirs is not None and self._before:
            self._put(self._before.pop())

    def _put(self, script: Script) -> None:
        self._desk.put(script)
        self._compare(keep_place=True)

    # ------------------------------------------------------------ news

    def _offer(self, words: str) -> None:
        self._pane.news.tell(
            words,
            icon="git-compare",
            token="temuan",
            act=_("Bandingkan"),
            run=self.begin,
            lasts=True,
            about="conflict",
        )

    def _tell(self, error: NewsdeskError) -> None:
        self._pane.news.tell(
            sentence(error),
            icon="circle-alert",
            token="temuan",
            act=_("Bandingkan"),
            run=self.begin,
            lasts=True,
        )
