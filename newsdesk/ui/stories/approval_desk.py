"""What editors have said of the story on the desk: asked for, and told over the script."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsdesk.domain.approval import WhyNot
from newsdesk.domain.blocks import MARK
from newsdesk.domain.story import StoryStatus
from newsdesk.errors import ReadingChanged
from newsdesk.i18n import _
from newsdesk.ui.stories.approval_banner import ApprovalBanner
from newsdesk.ui.stories.approval_words import (
    approval_lines,
    approved_words,
    changed_words,
    damaged_words,
    said_words,
)
from newsdesk.ui.stories.card_place import show_line
from newsdesk.ui.stories.statuses import status_look

if TYPE_CHECKING:
    from newsdesk.domain.air_text import SaidChange
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.services.open_story import OpenStory
    from newsdesk.services.reviewing import Review
    from newsdesk.ui.look import Look
    from newsdesk.ui.stories.inspector import Inspector
    from newsdesk.ui.stories.panes import Panes
    from newsdesk.ui.stories.script_pane import ScriptPane
    from newsdesk.ui.stories.story_desk import StoryDesk
    from newsdesk.ui.tasks import Tasks

CORRECTED = (StoryStatus.APPROVED, StoryStatus.CHANGED, StoryStatus.AIRED, StoryStatus.KILLED)
"""Where a story stands that can be corrected."""
_ASKED_OF = frozenset(StoryStatus) - {StoryStatus.DRAFT, StoryStatus.SPIKED}


class ApprovalDesk(QObject):
    """Asks when a story is laid on the desk and whenever it stands elsewhere.

    :attr:`found` carries the :class:`Review` of the story on the desk, or None while there is nothing to
    know; :attr:`changes_wanted` asks to show what became of the approved words.
    """

    found = Signal(object)
    changes_wanted = Signal()

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        pane: ScriptPane,
        inspector: Inspector,
        desk: StoryDesk,
        panes: Panes,
        now: Callable[[], datetime],
        tell: Callable[[NewsdeskError], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._pane = pane
        self._inspector = inspector
        self._desk = desk
        self._panes = panes
        self._now = now
        self._tell = tell
        self._newsroom: Newsroom | None = None
        self._asked = 0
        self.fresh = False
        """Whether it is asked because the story was laid on the desk, and not because it stands elsewhere."""
        self.review: Review | None = None
        self.said: Sequence[SaidChange] = ()
        self._under_review: Sequence[SaidChange] = ()
        self.script_again()
        inspector.said.chosen.connect(self._lead)
        self.banner = ApprovalBanner(look, pane)
        self.banner.acted.connect(self._act)
        pane.put_over_words(self.banner)
        inspector.said.taken.connect(self._take_sayings)
        desk.laid_down.connect(self._laid_down)
        desk.revised.connect(self._revised)
        desk.cleared.connect(self._forget)

    def opened(self, newsroom: Newsroom | None) -> None:
        """Work in this newsroom from now on; None when it closes."""
        self._forget()
        self._newsroom = newsroom

    # ------------------------------------------------------------ asking

    def _laid_down(self, story: OpenStory | None) -> None:
        here = self.review.story.id if self.review is not None else 0
        if story is None or story.id != here:
            self._forget()
        self.fresh = True
        if story is not None:
            self.look()

    def _revised(self, story: OpenStory) -> None:
        if self._desk.story is not None and self._desk.story.id == story.id:
            self.fresh = False
            self.look()

    def look(self) -> None:
        """Ask again how the story on the desk stands."""
        newsroom, story = self._newsroom, self._desk.story
        if newsroom is None or story is None:
            return
        self._asked += 1
        if story.status not in _ASKED_OF or story.trashed:
            self._know(None)
            return
        asked = self._asked

        def ask() -> tuple[Review, Sequence[SaidChange]]:
            review = newsroom.reviewing.open(story.id)
            stands = review.approval is not None
            return review, newsroom.reviewing.said_otherwise(story.id) if stands else ()

        def found(answer: tuple[Review, Sequence[SaidChange]]) -> None:
            if asked == self._asked:
                self._know(*answer)

        self._tasks.run(ask, found, self._tell)

    def _forget(self) -> None:
        self._asked += 1
        self._know(None)

    def _know(self, review: Review | None, said: Sequence[SaidChange] = ()) -> None:
        self.review, self.said = review, said
        self._show_said()
        if review is None:
            self._inspector.show_approval((), "")
        else:
            status = review.story.status
            self._inspector.show_approval(
                approval_lines(review, self._now()),
                status_look(status).words,
                may_correct=status in CORRECTED,
                may_kill=status.may_become(StoryStatus.KILLED),
            )
        self.show_banner()
        self.found.emit(review)

    # ------------------------------------------------------------ said otherwise, row by row

    def show_said(self, changes: Sequence[SaidChange]) -> None:
        """Name what is said otherwise since it was shown under review; its editor approves it all in one."""
        self._under_review = changes
        self._show_said()
        if changes:
            self._inspector.open_section("said")

    def script_again(self) -> None:
        """Lead to words of the script again: no review lies over it."""
        self.lead: Callable[[SaidChange], None] = self._lead_in_script
        if self._under_review:
            self._under_review = ()
            self._show_said()

    def _lead(self, change: SaidChange) -> None:
        self.lead(change)

    def _show_said(self) -> None:
        if self._under_review:
            self._inspector.show_said(self._under_review, may_take=False, offered=False)
        else:
            review = self.review
            self._inspector.show_said(self.said, may_take=review is not None and self._may_take(review))

    def _lead_in_script(self, change: SaidChange) -> None:
        """Select the words of a change, where they stand in the script; behind the last word the sign-off."""
        editor = self._pane.editor
        words = editor.text.body[change.start : change.end]
        if words not in (change.written, MARK) and change.start < change.end:
            self._pane.news.tell(_("Kata-kata itu sudah berubah sejak disetujui."), icon="ear")
            return
        start, end = editor.text.qt(change.start), editor.text.qt(change.end)
        cursor = editor.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
        show_line(editor, start, min(end, start + 1))

    def _may_take(self, review: Review) -> bool:
        return review.why_not is not WhyNot.NOT_ALLOWED

    # ------------------------------------------------------------ telling

    def show_banner(self, *, hidden: bool = False) -> None:
        """Tell over the script how its approval stands; ``hidden`` while a review tells it itself."""
        review = self.review
        if review is None or hidden or not self._tell_of(review):
            self.banner.hide()

    def _tell_of(self, review: Review) -> bool:
        last, status = review.last_approval, review.story.status
        if review.damaged is not None:
            self.banner.tell(damaged_words(review.damaged), "", icon="circle-alert", token="temuan")
            return True
        if last is None:
            return False
        if self.said and status is StoryStatus.APPROVED:
            self.banner.tell(said_words(len(self.said)), _("Lihat cara baca"), icon="ear", token="ubah")
        elif status is StoryStatus.CHANGED:
            self.banner.tell(
                changed_words(last, self._now()), _("Lihat perubahan"), icon="file-pen-line", token="ubah"
            )
        elif status is StoryStatus.APPROVED:
            self.banner.tell(approved_words(last, self._now()), "", icon="circle-check", token="setuju")
        else:
            return False
        return True

    def _act(self) -> None:
        review = self.review
        if review is not None and review.story.status is StoryStatus.CHANGED:
            self.changes_wanted.emit()
        elif self.said:
            self._panes.show_inspector()
            self._inspector.open_section("said", focus=True)

    # ------------------------------------------------------------ said otherwise

    def _take_sayings(self) -> None:
        """Approve the same words as they are said by now."""
        newsroom, review = self._newsroom, self.review
        if newsroom is None or review is None or review.approval is None:
            return
        story_id, approval_id, seen = review.story.id, review.approval.id, self.said

        def approve() -> OpenStory:
            newsroom.reviewing.approve_sayings(story_id, approval_id, seen)
            return self._desk.autosave.moved(newsroom.drafting.look(story_id))

        def approved(story: OpenStory) -> None:
            self._desk.stands(story)
            words = _("Cara baca yang baru disetujui untuk revisi {n}.").format(n=story.approved_revision)
            self._pane.news.tell(words, icon="ear")

        def failed(error: NewsdeskError) -> None:
            self._tell(error)
            if isinstance(error, ReadingChanged) and self.review is review:
                self.look()  # shows what it is by now

        self._tasks.run(approve, approved, failed)
