"""Suggestions of the trim adviser applied to a bulletin and its stories, and taken back whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from newsdesk.domain.approval import Approval, ApprovalEnd
from newsdesk.domain.audit import Deed
from newsdesk.domain.bulletin import Bulletin
from newsdesk.domain.open_rundown import OpenRundown
from newsdesk.domain.people import Act, Person
from newsdesk.domain.rundown import Rundown, RundownItem
from newsdesk.domain.story import RevisionKind, Story, StoryStatus, same_words
from newsdesk.domain.trimming import TrimKind, TrimOption, taken_back, without
from newsdesk.errors import NoSuchStory, StaleStory, StoryLocked
from newsdesk.i18n import _
from newsdesk.services.locking import LAPSES_AFTER
from newsdesk.services.revising import Revising, Step
from newsdesk.services.rundown_editing import RundownEditing

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.storage.open import Storage
    from newsdesk.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class TrimmedStory:
    """A story as it stood before words went: what undoing needs to know. ``made`` is the revision without."""

    story_id: int
    revision: int
    status: StoryStatus
    approval_id: int | None
    made: int


@dataclass(frozen=True, slots=True)
class Applied:
    """Suggestions that were applied: the rows as they were and as they became, and the stories."""

    bulletin_id: int
    rows: tuple[tuple[RundownItem, RundownItem], ...]
    stories: tuple[TrimmedStory, ...]


class Trimmed(NamedTuple):
    """The bulletin after suggestions were applied, and what :meth:`TrimAdviser.undo` takes back."""

    opened: OpenRundown
    applied: Applied


class Trimming:
    """Applies suggestions and takes them back; each is one transaction."""

    def __init__(self, storage: Storage, revising: Revising, editing: RundownEditing) -> None:
        self._storage = storage
        self._revising = revising
        self._people = revising.people
        self._editing = editing

    def apply(self, bulletin_id: int, base: int, options: Sequence[TrimOption]) -> Trimmed:
        """Apply suggestions together. A story that loses words waits for an editor again, and its row with.

        Raises :class:`StaleStory` when a story's words were changed since, :class:`StoryLocked` when somebody
        is writing in it, and what :meth:`RundownEditing.edit` raises; nothing is changed then.
        """
        wanted = {option.item_id for option in options}
        rows: list[tuple[RundownItem, RundownItem]] = []
        stories: list[TrimmedStory] = []

        def trim(work: UnitOfWork, before: OpenRundown) -> Rundown:
            rundown = before.rundown
            for item in rundown.items:
                if item.id in wanted:
                    chosen = [option for option in options if option.item_id == item.id]
                    made = self._trimmed(work, before.bulletin, item, chosen, stories)
                    rows.append((item, made))
                    rundown = rundown.with_item(made)
            return rundown

        opened = self._editing.edit(bulletin_id, base, trim, deed=Deed.TRIM)
        return Trimmed(opened, Applied(bulletin_id, tuple(rows), tuple(stories)))

    def undo(self, applied: Applied, base: int) -> OpenRundown:
        """Take applied suggestions back: rows whole again, stories in the words they had.

        What a colleague did to such a row since, its reader or its place, stays as it is.

        An approval that ended because of the cut stands again, for it is of these very words; not when the
        story was killed, spiked or thrown away since. Raises :class:`StaleStory` when a story was changed
        since, and as :meth:`apply` does.
        """

        def restore(work: UnitOfWork, before: OpenRundown) -> Rundown:
            for one in applied.stories:
                self._restored(work, one)
            rundown = before.rundown
            for was, made in applied.rows:
                now = rundown.item(was.id)
                if now is not None:
                    rundown = rundown.with_item(taken_back(now, was, made))
            return rundown

        return self._editing.edit(applied.bulletin_id, base, restore, deed=Deed.UNDO)

    def _trimmed(
        self,
        work: UnitOfWork,
        bulletin: Bulletin,
        item: RundownItem,
        options: Sequence[TrimOption],
        stories: list[TrimmedStory],
    ) -> RundownItem:
        for option in options:
            match option.kind:
                case TrimKind.PARAPHRASE:
                    item = replace(item, paraphrase=True)
                case TrimKind.FLOAT | TrimKind.FLOAT_AIRED:
                    item = replace(item, floated=True)
                case _:
                    pass
        wording = [option for option in options if option.asks_again]
        if not wording or item.story_id is None:
            return item
        self._people.demand(Act.WRITE, work.queries)
        story = self._free(work, item.story_id)
        stories.append(self._reworded(work, bulletin, story, wording))
        cut = tuple(option.span for option in wording if option.span is not None)
        return replace(item, revision=None, approval_id=None, cut=cut)

    def _reworded(
        self, work: UnitOfWork, bulletin: Bulletin, story: Story, options: Sequence[TrimOption]
    ) -> TrimmedStory:
        newest = work.queries.script(story.id, story.revision)
        script, step = newest, Step(reason=_("dipangkas untuk {bulletin}").format(bulletin=bulletin.name))
        for option in options:
            if option.span is not None and newest.body[slice(*option.span)] != option.words:
                raise StaleStory(story.id, story.version, story.version)
            if option.revision is not None:
                script = work.queries.script(story.id, option.revision)
                step = Step(RevisionKind.RESTORED, reason=str(option.revision))
        spans = [option.span for option in options if option.span is not None]
        if spans:
            script = without(newest, spans)
        approval = work.queries.approvals.in_force(story.id)
        was = TrimmedStory(
            story.id, story.revision, story.status, approval.id if approval else None, story.revision + 1
        )
        me, at = self._people.me(), self._revising.clock.next()
        self._revising.step(work, story, script, me, at, step)
        return was

    def _restored(self, work: UnitOfWork, one: TrimmedStory) -> None:
        self._people.demand(Act.WRITE, work.queries)
        story = self._free(work, one.story_id)
        if story.revision != one.made:
            raise StaleStory(story.id, one.made, story.version)
        script = work.queries.script(story.id, one.revision)
        me, at = self._people.me(), self._revising.clock.next()
        self._revising.step(work, story, script, me, at, Step(RevisionKind.RESTORED, str(one.revision)))
        if story.trashed_at is not None or story.status is not StoryStatus.CHANGED:
            return
        approval = work.queries.approvals.get(one.approval_id or 0)
        if approval is None or approval.ended_why is not ApprovalEnd.CHANGED:
            return
        if same_words(script, work.queries.script(story.id, approval.revision)):
            self._stands_again(work, story, one, approval, me, at)

    def _stands_again(
        self,
        work: UnitOfWork,
        story: Story,
        one: TrimmedStory,
        approval: Approval,
        me: Person,
        at: datetime,
    ) -> None:
        work.approvals.reinstate(approval.id)
        story.approved_revision = approval.revision
        story.stand(one.status, at)
        work.audit.record(
            *(Deed.UNDO, me, "story", story.id, story.slug),
            before={"approved": ""},
            after={"approved": str(approval.revision), "text": approval.digest},
        )

    def _free(self, work: UnitOfWork, story_id: int) -> Story:
        story = work.stories.find(story_id)
        if story is None:
            raise NoSuchStory(story_id)
        for lock in work.queries.locks.alive(LAPSES_AFTER, self._storage.editor):
            if lock.story_id == story_id:
                raise StoryLocked(story_id, lock.person)
        return story
