"""The trim adviser: what brings a bulletin back in time with the least harm, for the reader of each row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from newsdesk.domain.air_text import same_words
from newsdesk.domain.approval import Approval, ApprovalEnd
from newsdesk.domain.audit import Deed
from newsdesk.domain.bulletin import Bulletin
from newsdesk.domain.open_rundown import OpenRundown, StoryState, readers_of, text_of, timed
from newsdesk.domain.people import DEFAULT_RATE, Act, Person
from newsdesk.domain.rundown import Rundown, RundownItem
from newsdesk.domain.story import RevisionKind, Script, Story, StoryStatus
from newsdesk.domain.timing import read_time_ms
from newsdesk.domain.trimming import TrimKind, TrimOption, by_harm, can_float, hits_below, without
from newsdesk.errors import NoSuchStory, StaleStory, StoryLocked
from newsdesk.i18n import _
from newsdesk.services.locking import LAPSES_AFTER
from newsdesk.services.opening_bulletins import BulletinOpener
from newsdesk.services.revising import Revising, Step
from newsdesk.services.rundown_editing import RundownEditing

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.storage.open import Storage
    from newsdesk.storage.queries import Queries
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
    """Suggestions that were applied: the rows as they were, and the stories."""

    bulletin_id: int
    rows: tuple[RundownItem, ...]
    stories: tuple[TrimmedStory, ...]


class Trimmed(NamedTuple):
    """The bulletin after suggestions were applied, and what :meth:`TrimAdviser.undo` takes back."""

    opened: OpenRundown
    applied: Applied


@dataclass(frozen=True, slots=True)
class _Text:
    """The newest script of a story, and those of its approvals that other words ended, the newest first."""

    script: Script
    approvals: Sequence[Approval]


class TrimAdviser:
    """Suggests and applies; each is one transaction."""

    def __init__(
        self, storage: Storage, revising: Revising, editing: RundownEditing, opener: BulletinOpener
    ) -> None:
        self._storage = storage
        self._revising = revising
        self._people = revising.people
        self._editing = editing
        self._opener = opener

    # ------------------------------------------------------------ suggesting

    def suggestions(
        self, opened: OpenRundown, estimates: Mapping[int, int], over_ms: int
    ) -> tuple[TrimOption, ...]:
        """Return what could be taken out, the least harm first; nothing when nothing is over.

        ``estimates`` are milliseconds by row, for its reader; ``over_ms`` is by how much all of it is over.
        Words are only taken from a story whose newest words are those of the row.
        """
        if over_ms <= 0 and all(hit.over_ms <= 0 for hit in timed(opened).hits):
            return ()
        rows = [item for item in opened.rundown.counted if item.story_id is not None]
        with self._storage.read() as queries:
            texts = {
                item.id: _text(queries, state)
                for item in rows
                if (state := opened.state_of(item)) is not None
            }
        readers, until = readers_of(opened.bulletin, opened.rundown), hits_below(opened.rundown)
        options: list[TrimOption] = []
        for item in rows:
            state = opened.state_of(item)
            if state is None:
                continue
            reader = opened.readers.get(readers.get(item.id, 0))
            row = _Row(item, state, texts[item.id], reader.rate if reader else DEFAULT_RATE)
            found = self._of_row(opened, row, estimates.get(item.id, item.planned_ms))
            options += (replace(one, slug=state.slug, until=until[item.id]) for one in found)
        return by_harm(options, opened.rundown)

    def _of_row(self, opened: OpenRundown, row: _Row, takes_ms: int) -> Iterator[TrimOption]:
        item, state, airtime = row.item, row.state, opened.bulletin.airtime
        if row.is_newest:
            yield from self._sentences(row, airtime)
            yield from self._shorter(row, takes_ms, item.paraphrase)
        length = text_of(opened, item)
        if length is not None and length.can_paraphrase and not item.paraphrase:
            saved = length.ms(row.rate) - length.ms(row.rate, paraphrase=True)
            yield TrimOption(item.id, TrimKind.PARAPHRASE, saved)
        if can_float(item.kind) and not item.is_hit:
            kind = TrimKind.FLOAT_AIRED if state.aired_in else TrimKind.FLOAT
            yield TrimOption(item.id, kind, takes_ms, where=state.aired_in)

    def _sentences(self, row: _Row, airtime: datetime) -> Iterator[TrimOption]:
        script = row.text.script
        if not script.cuttable:
            return
        whole = self._ms(script, airtime, row.rate)
        for span in script.cuttable:
            saved = whole - self._ms(without(script, [span]), airtime, row.rate)
            words = script.body[slice(*span)]
            yield TrimOption(row.item.id, TrimKind.CUT_SENTENCE, saved, span=span, words=words)

    def _ms(self, script: Script, airtime: datetime, rate: int) -> int:
        return read_time_ms(self._revising.measure(script, airtime), rate)

    def _shorter(self, row: _Row, takes_ms: int, paraphrase: bool) -> Iterator[TrimOption]:
        """Yield the longest of the shorter texts that were approved once: the least is lost by it."""
        shorter: TrimOption | None = None
        for approval in row.text.approvals:
            if not approval.whole:
                continue
            takes = read_time_ms(approval.text.length, row.rate) + approval.text.clip_ms
            option = TrimOption(
                row.item.id,
                TrimKind.SHORTER_REVISION,
                takes_ms - takes,
                revision=approval.revision,
                by=approval.by_name,
                length_ms=takes,
            )
            if option.saves_ms > 0 and (shorter is None or option.saves_ms < shorter.saves_ms):
                shorter = option
        if shorter is not None and not paraphrase:
            yield shorter

    # ------------------------------------------------------------ applying, and taking back

    def apply(self, bulletin_id: int, base: int, options: Sequence[TrimOption]) -> Trimmed:
        """Apply suggestions together. A story that loses words waits for an editor again, and its row with.

        Raises :class:`StaleStory` when a story's words were changed since, :class:`StoryLocked` when somebody
        is writing in it, and what :meth:`RundownEditing.edit` raises; nothing is changed then.
        """
        wanted = {option.item_id for option in options}
        rows: list[RundownItem] = []
        stories: list[TrimmedStory] = []

        def trim(work: UnitOfWork, before: OpenRundown) -> Rundown:
            rundown = before.rundown
            for item in rundown.items:
                if item.id in wanted:
                    rows.append(item)
                    chosen = [option for option in options if option.item_id == item.id]
                    rundown = rundown.with_item(self._trimmed(work, before.bulletin, item, chosen, stories))
            return rundown

        opened = self._editing.edit(bulletin_id, base, trim, deed=Deed.TRIM)
        return Trimmed(opened, Applied(bulletin_id, tuple(rows), tuple(stories)))

    def undo(self, applied: Applied, base: int) -> OpenRundown:
        """Take applied suggestions back: rows as they were, stories in the words they had.

        An approval that ended because of the cut stands again, for it is of these very words. Raises
        :class:`StaleStory` when a story was changed since, and as :meth:`apply` does.
        """

        def restore(work: UnitOfWork, before: OpenRundown) -> Rundown:
            for one in applied.stories:
                self._restored(work, one)
            rundown = before.rundown
            for row in applied.rows:
                rundown = rundown.with_item(row)
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
        story = self._free(work, one.story_id)
        if story.revision != one.made:
            raise StaleStory(story.id, one.made, story.version)
        script = work.queries.script(story.id, one.revision)
        me, at = self._people.me(), self._revising.clock.next()
        self._revising.step(work, story, script, me, at, Step(RevisionKind.RESTORED, str(one.revision)))
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


@dataclass(frozen=True, slots=True)
class _Row:
    """A row, how its story stands, its texts, and its reader's rate (syllables a minute)."""

    item: RundownItem
    state: StoryState
    text: _Text
    rate: int

    @property
    def is_newest(self) -> bool:
        """Whether the row goes by the story's newest words: only then may words be taken from it."""
        return self.item.revision is None or (
            self.item.approval_id == self.state.approval_id and self.state.approval_id is not None
        )


def _text(queries: Queries, state: StoryState) -> _Text:
    return _Text(
        queries.script(state.story_id, state.revision),
        [one for one in queries.approvals.all_of(state.story_id) if one.ended_why is ApprovalEnd.CHANGED],
    )
