"""What an editor decides on the story under review, and going to the next one that waits."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt

from newsdesk.errors import AlreadyApproved, NewerRevision, NewsdeskError, ReadingChanged
from newsdesk.i18n import _
from newsdesk.ui.commands import Command
from newsdesk.ui.stories.approval_words import reading_words
from newsdesk.ui.stories.review_strip import ALOUD, CLEAN
from newsdesk.ui.unforeseen import clearing
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsdesk.domain.air_text import SaidChange
    from newsdesk.domain.rows import StoryRow
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.services.open_story import OpenStory
    from newsdesk.services.review import Review
    from newsdesk.ui.stories.list_panel import ListPanel
    from newsdesk.ui.stories.review_desk import ReviewDesk
    from newsdesk.ui.stories.script_pane import ScriptPane
    from newsdesk.ui.stories.status_desk import StatusDesk
    from newsdesk.ui.stories.story_desk import StoryDesk
    from newsdesk.ui.stories.story_shelf import StoryShelf
    from newsdesk.ui.tasks import Tasks

_NEWER = "newer"
"""What the line of news about a colleague's revision is about."""
_READING = "reading"
"""What the one about another reading of the same words is about."""


class Page(NamedTuple):
    """Where it happens: the story, the list it stands in, and what moves stories."""

    desk: StoryDesk
    pane: ScriptPane
    panel: ListPanel
    shelf: StoryShelf
    status: StatusDesk


class Decided(NamedTuple):
    """The story as it stands after the decision, and whether more of them wait."""

    story: OpenStory
    more: bool


class ReviewActs(QObject):
    """Approves exactly the revision that is shown; what a colleague did meanwhile refuses it, and is told."""

    def __init__(self, tasks: Tasks, review: ReviewDesk, page: Page, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._review = review
        self._page = page
        self._newsroom: Newsroom | None = None
        self._deciding = False
        review.newer.connect(self._tell_newer)
        review.showing.said.changed.connect(self._tell_reading)
        review.turned.connect(self._turned)
        review.room.made.connect(self._connect_room)

    def opened(self, newsroom: Newsroom | None) -> None:
        """Work in this newsroom from now on; None when it closes."""
        self._newsroom = newsroom

    def _turned(self, _on: bool) -> None:
        self._page.pane.news.settle(_NEWER, _READING)

    def _connect_room(self) -> None:
        bar = self._review.room.bar
        bar.approved.connect(self.approve)
        bar.returned.connect(self.give_back)
        bar.spiked.connect(self._spike)

    # ------------------------------------------------------------ commands

    def commands(self) -> list[Command]:
        """Return what can be done with the story under review, and how one begins or leaves it."""
        on = self._review.on
        begin = Command(
            "review",
            _("Kembali ke naskah") if on else _("Tinjau naskah ini"),
            "square-pen" if on else "eye",
            self._review.toggle,
            "review.toggle",
            when=lambda: self._review.may_begin,
        )
        following = Command(
            "review.following",
            _("Naskah berikutnya yang menunggu"),
            "hourglass",
            self.go_on,
            "review.following",
            when=lambda: self._newsroom is not None,
        )
        return [*self._of_review(), begin, following]

    def _of_review(self) -> list[Command]:
        review = self._review.review
        if review is None or not self._page.status.means(review.story.id):
            return []
        room, name = self._review.room, review.story.script.slug
        approve = _("Setujui revisi {n}").format(n=review.story.revision)
        return [
            Command("review.approve", approve, "circle-check", self.approve, "review.approve", name),
            Command(
                "review.return",
                _("Kembalikan dengan catatan"),
                "undo-2",
                self.give_back,
                "story.return",
                name,
            ),
            Command("review.note", _("Tulis catatan untuk penulis"), "message-square", room.bar.focus_note),
            Command(
                "review.form", _("Perubahan, bersih, atau dibaca"), "captions", room.view.turn, "review.form"
            ),
            Command(
                "review.aloud",
                _("Naskah seperti dibaca"),
                "captions",
                lambda: room.view.show_form(CLEAN if room.view.form == ALOUD else ALOUD),
                "script.aloud",
            ),
        ]

    # ------------------------------------------------------------ deciding

    def approve(self) -> None:
        """Approve the revision that is shown, as it was shown to be said."""
        newsroom, review, bar = self._newsroom, self._review.review, self._review.room.bar
        if newsroom is None or review is None:
            return
        if not bar.approve.isEnabled():
            self._refuse(bar.approve.toolTip())
            return
        said = self._review.showing.said
        seen = said.seen
        if seen is None:
            self._refuse(_("Cara baca naskah ini masih disiapkan. Coba lagi sebentar."))
            said.again()
            return
        story, note = review.story, bar.note.text()

        def approve() -> Decided:
            newsroom.reviewing.approve(story.id, story.version, story.revision, note, seen=seen.digest())
            return self._looked(newsroom, review)

        name = story.script.slug or story.script.headline
        words = _("{slug} disetujui, revisi {n}.").format(slug=name, n=story.revision)
        self._decide(approve, words, note)

    def give_back(self) -> None:
        """Return the story to its writer with the note."""
        newsroom, review, bar = self._newsroom, self._review.review, self._review.room.bar
        if newsroom is None or review is None:
            return
        if bar.why_no_return:
            self._refuse(bar.why_no_return)
            bar.focus_note()
            return
        story, note = review.story, bar.note.text()

        def give_back() -> Decided:
            head = newsroom.drafting.look(story.id)
            if head.revision != story.revision:
                raise NewerRevision(story.id, head.revision, head.revised_by)
            self._page.desk.autosave.moved(newsroom.handing_in.send_back(story.id, story.version, note))
            return self._looked(newsroom, review)

        name = story.script.slug or story.script.headline
        words = _("{slug} dikembalikan ke {name}.").format(slug=name, name=review.writer)
        self._decide(give_back, words, note)

    def _decide(self, decision: Callable[[], Decided], words: str, note: str) -> None:
        """Decide once: a key that was pressed twice does not meet its own decision."""
        if self._deciding:
            return
        self._deciding = True

        def failed(error: NewsdeskError) -> None:
            self._undecided()
            self._failed(error)

        def decided(made: Decided) -> None:
            self._undecided()
            self._decided(made, words, note)

        self._tasks.run(clearing(decision, self._undecided), decided, failed)

    def _undecided(self) -> None:
        self._deciding = False

    def _looked(self, newsroom: Newsroom, review: Review) -> Decided:
        newsroom.reviewing.looked(review.story.id, review.story.revision)
        story = self._page.desk.autosave.moved(newsroom.drafting.look(review.story.id))
        waiting = {str(view): count for view, count in newsroom.browsing.counts().items()}["waiting"]
        return Decided(story, more=waiting > 0)

    def _decided(self, decided: Decided, words: str, note: str) -> None:
        story = decided.story
        room, pane = self._review.room, self._page.pane
        self._review.note.sent(story.id, note)
        self._page.desk.stands(story)
        following = _("Naskah berikutnya") if decided.more else ""
        pane.news.tell(words, icon="check", act=following, run=self.go_on, stays=True)
        self._page.shelf.fill()
        review = self._review.review
        if review is not None and review.story.id == story.id:  # else the keyboard is in another story
            room.tell_decided()
            self._review.showing.decided()
            room.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _spike(self) -> None:
        self._page.status.spike_on_desk()

    def _refuse(self, why: str) -> None:
        self._page.pane.news.tell(why, icon="circle-alert", token="tunggu")

    def _failed(self, error: NewsdeskError) -> None:
        news, review = self._page.pane.news, self._review
        if isinstance(error, NewerRevision):
            news.settle(_NEWER)
            self._tell_refused(error)
        elif isinstance(error, ReadingChanged):
            news.tell(sentence(error), icon="ear", token="tunggu", lasts=True)
            review.show_reading()
        else:
            news.tell(sentence(error), icon="circle-alert", token="temuan", stays=True)
            if isinstance(error, AlreadyApproved):
                review.look()

    # ------------------------------------------------------------ a colleague was there

    def _tell_newer(self, story: OpenStory) -> None:
        self._tell_refused(NewerRevision(story.id, story.revision, story.revised_by))

    def _tell_refused(self, error: NewerRevision) -> None:
        self._page.pane.news.tell(
            sentence(error),
            icon="file-pen-line",
            token="tunggu",
            act=_("Lihat"),
            run=self._review.show_newest,
            lasts=True,
            about=_NEWER,
        )

    # ------------------------------------------------------------ it is said otherwise by now

    def _tell_reading(self, changes: Sequence[SaidChange], in_sight: bool) -> None:
        news, words = self._page.pane.news, reading_words(changes)
        news.settle(_READING)
        told = partial(news.tell, icon="ear", token="tunggu", lasts=True, about=_READING)
        if in_sight:
            told(_("{words} Periksa yang ditandai, lalu setujui.").format(words=words))
        else:
            told(words, act=_("Lihat"), run=self._review.showing.said.show_changes)

    # ------------------------------------------------------------ the queue

    def go_on(self) -> None:
        """Open the story that waits longest, but for the one on the desk."""
        page = self._page
        here = page.desk.story.id if page.desk.story is not None else 0
        if page.panel.view != "waiting":
            page.panel.choose("waiting")

        def chosen(rows: Sequence[StoryRow]) -> None:
            waiting = [row for row in rows if row.id != here and row.status.waits]
            if waiting:
                page.desk.open(waiting[0].id)
            else:
                page.pane.news.tell(_("Tidak ada lagi naskah yang menunggu."), icon="check")

        page.shelf.fill(chosen)
