"""The story on the desk under review: opened, left, shown, kept up with what colleagues do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from newsdesk.domain.approval import WhyNot
from newsdesk.domain.story import StoryStatus
from newsdesk.ui.stories.review_note import ReviewNote
from newsdesk.ui.stories.review_room import ReviewRoom
from newsdesk.ui.stories.review_showing import Beside, ReviewShowing
from newsdesk.ui.stories.review_words import compared_with, why_not_words
from newsdesk.ui.unforeseen import clearing

if TYPE_CHECKING:
    from newsdesk.domain.air_text import AirText
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.services.open_story import OpenStory
    from newsdesk.services.review import Review
    from newsdesk.ui.look import Look
    from newsdesk.ui.stories.inspector import Inspector
    from newsdesk.ui.stories.list_panel import ListPanel
    from newsdesk.ui.stories.script_pane import ScriptPane
    from newsdesk.ui.stories.story_desk import StoryDesk
    from newsdesk.ui.tasks import Tasks

LOOK_MS = 3_000
"""Between two looks at what colleagues have done with the story under review."""


class ReviewDesk(QObject):
    """Opens by itself when a story that waits is opened from the view for that by an editor not its writer.

    While it is on, the story is nobody's to write at this desk: its writer may go on. :attr:`turned` tells
    whether it is on; :attr:`newer` carries the newest :class:`OpenStory` when a colleague made a revision;
    :attr:`looked` comes with every look at what they do: lexicon and style of the house are theirs too.
    """

    turned = Signal(bool)
    newer = Signal(object)
    looked = Signal()

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        panel: ListPanel,
        pane: ScriptPane,
        inspector: Inspector,
        desk: StoryDesk,
        beside: Beside,
        now: Callable[[], datetime],
        tell: Callable[[NewsdeskError], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._panel = panel
        self._pane = pane
        self._desk = desk
        self._beside = beside
        self._now = now
        self._tell = tell
        self._newsroom: Newsroom | None = None
        self._asked = 0
        self._wanted = 0
        self._looking = False
        self._left = 0
        self.review: Review | None = None
        """What is under review; None while no review is on."""
        self.room = ReviewRoom(look, pane, inspector, now)
        self.room.made.connect(self._connect_room)
        self.note = ReviewNote(beside.comments.notes, self.room, self._under_review, self)
        self.showing = ReviewShowing(tasks, pane, self.room, beside, tell, self)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        beside.approval.found.connect(self._found)
        panel.opened.connect(self._picked)
        beside.approval.changes_wanted.connect(self.begin)
        desk.laid_down.connect(self._laid_down)
        desk.cleared.connect(self.leave)
        pane.laid_over.connect(self._laid_over)
        pane.measured.connect(self.room.set_length)

    def opened(self, newsroom: Newsroom | None) -> None:
        """Work in this newsroom from now on; None when it closes."""
        self.leave()
        self._newsroom = newsroom

    @property
    def on(self) -> bool:
        """Whether a review is on."""
        return self.review is not None

    def _under_review(self) -> int:
        return self.review.story.id if self.review is not None else 0

    # ------------------------------------------------------------ coming and going

    def _laid_down(self, story: OpenStory | None) -> None:
        if story is None or story.id != self._left:
            self._left = 0
        if self.review is not None and (story is None or story.id != self.review.story.id):
            self.leave()

    def _found(self, review: Review | None) -> None:
        if review is None:
            self.leave()
        elif self.review is not None or self._wanted == review.story.id or self._opens_by_itself(review):
            self._begin(review)

    def _picked(self, story_id: int) -> None:
        """Open the review of a story that lies on the desk already, picked in the queue once more."""
        newsroom, story = self._newsroom, self._desk.story
        if newsroom is None or story is None or story.id != story_id or self.on or not self.may_begin:
            return
        self._left = 0
        asked = self._ask()

        def found(review: Review) -> None:
            here = self._desk.story
            if asked == self._asked and here is not None and here.id == story_id and self._may_open(review):
                self._begin(review)

        if self._panel.view == "waiting":
            self._tasks.run(lambda: newsroom.reviewing.open(story_id), found, self._tell)

    def _opens_by_itself(self, review: Review) -> bool:
        return self._beside.approval.fresh and self._may_open(review)

    def _may_open(self, review: Review) -> bool:
        story = self._desk.story
        return (
            self._panel.view == "waiting"
            and review.story.status.waits
            and not review.own
            and review.why_not is not WhyNot.NOT_ALLOWED
            and story is not None
            and story.recovered_at is None  # somebody goes on writing in it
            and not self._desk.autosave.unsaved
            and self._left != story.id
        )

    def toggle(self) -> None:
        """Review the story on the desk, or go back to its script."""
        if self.on:
            self.leave(by_hand=True)
            self._pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.begin()

    @property
    def may_begin(self) -> bool:
        """Whether there is anything to review."""
        story = self._desk.story
        return story is not None and story.revision > 0 and not story.trashed

    def begin(self) -> None:
        """Review the story on the desk; what is typed and not saved becomes a revision first."""
        newsroom, story = self._newsroom, self._desk.story
        if newsroom is None or story is None or not self.may_begin:
            return
        self._wanted = story.id
        if self._desk.autosave.unsaved:
            self._desk.autosave.save()
        asked = self._ask()

        def found(review: Review) -> None:
            if asked == self._asked and self._desk.story is not None and self._desk.story.id == story.id:
                self._begin(review)

        def failed(error: NewsdeskError) -> None:
            self._want_nothing()
            self._tell(error)

        self._tasks.run(
            clearing(lambda: newsroom.reviewing.open(story.id), self._want_nothing), found, failed
        )

    def _want_nothing(self) -> None:
        """What could not be opened does not open by itself later."""
        self._wanted = 0

    def _ask(self) -> int:
        self._asked += 1
        return self._asked

    def _begin(self, review: Review, *, show_reading: bool = False) -> None:
        newsroom, here = self._newsroom, self._desk.story
        if newsroom is None or here is None:
            return
        if here.revision != review.story.revision:  # a colleague was quicker: nobody decides on other words
            if self.review is not None:
                self.newer.emit(review.story)
            else:
                self._lay_newest(newsroom, here.id)
            return
        before, self.review = self.review, review
        self._wanted = 0
        if before is None:
            self._beside.lock.rest()
            self.note.fill()
            self._pane.lay_over(self.room.view)
            self._beside.approval.show_banner(hidden=True)
            self._timer.start()
            self.turned.emit(True)
        self._show_head(review)
        script = self._desk.script()

        def making() -> AirText:
            return newsroom.reviewing.as_said(review, script)

        # Not for a decision: what was compared to decide on stays in sight.
        if script != self.showing.script:
            self.showing.show(script, compared_with(review, self._now()), making)
        else:
            self.showing.said.again(making, show=show_reading)

    def leave(self, *, by_hand: bool = False) -> None:
        """Go back to the script, and remember what was looked at."""
        self._ask()
        self._wanted = 0
        review, self.review = self.review, None
        if review is None:
            return
        self._left = review.story.id if by_hand else 0  # it does not begin by itself again
        self._timer.stop()
        self._remember(review)
        self.showing.end()
        self.room.close()
        self._pane.lay_over(None)
        self._beside.lock.wake()
        self._beside.approval.show_banner()
        self.turned.emit(False)

    def _remember(self, review: Review) -> None:
        """Keep for the next review what was looked at now."""
        newsroom = self._newsroom
        if newsroom is not None and review.story.revision:
            story = review.story
            self._tasks.run(lambda: newsroom.reviewing.looked(story.id, story.revision), _nothing, _unheard)

    def _laid_over(self, view: object) -> None:
        """Come back when what another desk had shown in the script's place is closed."""
        if self.on and view is None:
            self._pane.lay_over(self.room.view)

    # ------------------------------------------------------------ what stands in it

    def _connect_room(self) -> None:
        self.room.view.left.connect(self._to_list)

    def _show_head(self, review: Review) -> None:
        why_not = why_not_words(review)
        may_return = review.story.status.waits or review.story.status is StoryStatus.APPROVED
        self.room.show_story(
            review.story,
            review.writer,
            why_not=why_not,
            no_return=why_not_words(review, for_return=True) if may_return else why_not,
        )

    def _to_list(self) -> None:
        self._panel.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # ------------------------------------------------------------ what colleagues do

    def look(self) -> None:
        """Look whether a colleague did something with the story under review; one question at a time."""
        newsroom, review = self._newsroom, self.review
        if newsroom is None or review is None or self._looking or not self.room.view.isVisible():
            return
        self._looking = True
        story_id = review.story.id

        def saw(story: OpenStory) -> None:
            self._looking = False
            known = self.review
            if known is None or known.story.id != story_id or story.version == known.story.version:
                return
            if story.revision != known.story.revision:
                self.newer.emit(story)
            else:
                self._desk.stands(story)

        def failed(_error: NewsdeskError) -> None:  # looked for again in three seconds
            self._looking = False

        self._tasks.run(clearing(lambda: newsroom.drafting.look(story_id), self._looked), saw, failed)
        self._beside.comments.look()
        self.looked.emit()

    def _looked(self) -> None:
        self._looking = False

    def show_reading(self) -> None:
        """Show how the words are said by now, with what changed since it was shown."""
        newsroom, review = self._newsroom, self.review
        if newsroom is None or review is None:
            return
        story_id = review.story.id

        def found(anew: Review) -> None:
            if self.review is not None and self.review.story.id == story_id:
                self._begin(anew, show_reading=True)

        self._tasks.run(lambda: newsroom.reviewing.open(story_id), found, self._tell)
        self.looked.emit()

    def show_newest(self) -> None:
        """Lay the newest revision on the desk; what changed since the one that was shown is marked."""
        newsroom, review = self._newsroom, self.review
        if newsroom is None or review is None:
            return
        story_id, seen = review.story.id, review.story.revision
        self._tasks.run(lambda: newsroom.reviewing.looked(story_id, seen), _nothing, _unheard)
        self._lay_newest(newsroom, story_id)

    def _lay_newest(self, newsroom: Newsroom, story_id: int) -> None:
        def show(story: OpenStory) -> None:
            if self._desk.story is not None and self._desk.story.id == story_id:
                self._desk.show(story)

        self._tasks.run(lambda: self._desk.autosave.moved(newsroom.drafting.open(story_id)), show, self._tell)


def _nothing(_answer: object) -> None:
    """Nothing follows."""


def _unheard(_error: NewsdeskError) -> None:
    """What was not remembered is shown once more: nothing is lost by it."""
