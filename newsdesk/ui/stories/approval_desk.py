"""What editors have said of the story on the desk: asked for, and told over the script."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsdesk.domain.approval import ApprovalEnd, WhyNot
from newsdesk.domain.story import StoryStatus
from newsdesk.i18n import _, ngettext
from newsdesk.ui.stories.approval_banner import ApprovalBanner
from newsdesk.ui.stories.history_section import when
from newsdesk.ui.stories.statuses import status_look

if TYPE_CHECKING:
    from newsdesk.domain.air_text import SaidChange
    from newsdesk.domain.approval import Approval
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
        self._inspector.show_said(said, may_take=review is not None and self._may_take(review))
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
        story_id, approval_id = review.story.id, review.approval.id

        def approve() -> OpenStory:
            newsroom.reviewing.approve_sayings(story_id, approval_id)
            return self._desk.autosave.moved(newsroom.drafting.look(story_id))

        def approved(story: OpenStory) -> None:
            self._desk.stands(story)
            words = _("Cara baca yang baru disetujui untuk revisi {n}.").format(n=story.approved_revision)
            self._pane.news.tell(words, icon="ear")

        self._tasks.run(approve, approved, self._tell)


def approved_words(approval: Approval, now: datetime) -> str:
    """Say that an approval stands, and what ends it."""
    return _("Disetujui {name}, {at}, revisi {n}. Kata yang diubah harus disetujui lagi.").format(
        name=approval.by_name, at=when(approval.at, now), n=approval.revision
    )


def changed_words(approval: Approval, now: datetime) -> str:
    """Say who changed the words after they were approved, and when."""
    if approval.ended_at is None or not approval.ended_by_name:
        return _("Berubah setelah disetujui {name}, {at}.").format(
            name=approval.by_name, at=when(approval.at, now)
        )
    return _("Berubah setelah disetujui {name}, {at}: diubah {who}, {then}.").format(
        name=approval.by_name,
        at=when(approval.at, now),
        who=approval.ended_by_name,
        then=when(approval.ended_at, now),
    )


def said_words(count: int) -> str:
    """Say how many words are said otherwise than they were approved."""
    return ngettext(
        "{n} cara baca berubah sejak disetujui. Yang mengudara tetap yang disetujui.",
        "{n} cara baca berubah sejak disetujui. Yang mengudara tetap yang disetujui.",
        count,
    ).format(n=count)


def approval_lines(review: Review, now: datetime) -> list[str]:
    """Tell, line by line, what editors have said of a story; nothing of one that nobody has decided on."""
    story, last = review.story, review.last_approval
    lines: list[str] = []
    if last is not None:
        lines.append(
            _("Revisi {n} disetujui {name}, {at}.").format(
                n=last.revision, name=last.by_name, at=when(last.at, now)
            )
        )
        if last.own:
            lines.append(_("Disetujui penulisnya sendiri."))
        if last.note:
            lines.append(_("Catatan: {words}").format(words=last.note))
        if last.ended_at is not None:
            lines.append(_ended(last, last.ended_at, now))
    if story.killed_why and story.status is StoryStatus.KILLED:
        lines.append(_("Dicabut karena: {words}").format(words=story.killed_why))
    return lines


def _ended(approval: Approval, at: datetime, now: datetime) -> str:
    who, then = approval.ended_by_name, when(at, now)
    match approval.ended_why:
        case ApprovalEnd.RETURNED:
            return _("Dikembalikan {name}, {at}.").format(name=who, at=then)
        case ApprovalEnd.CORRECTED:
            return _("Diralat {name}, {at}.").format(name=who, at=then)
        case ApprovalEnd.KILLED:
            return _("Dicabut {name}, {at}.").format(name=who, at=then)
        case ApprovalEnd.SPIKED:
            return _("Disisihkan {name}, {at}.").format(name=who, at=then)
        case _:
            return _("Kata-katanya diubah {name}, {at}.").format(name=who, at=then)
