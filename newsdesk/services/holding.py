"""What an editor does around an approval: hold a story, put it right, kill it; and that it was aired."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from newsdesk.domain.approval import ApprovalEnd
from newsdesk.domain.audit import Deed
from newsdesk.domain.people import Act, Person
from newsdesk.domain.story import RevisionKind, Script, Story, StoryStatus
from newsdesk.domain.text import clean
from newsdesk.errors import NewerRevision, NoSuchStory, ReasonMissing, StaleStory, WrongStatus
from newsdesk.services.open_story import OpenStory
from newsdesk.services.revising import Revising, Step
from newsdesk.services.standing import end_approval, read_alike
from newsdesk.services.told import short

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.storage.open import Storage
    from newsdesk.storage.queries import Queries
    from newsdesk.storage.unit_of_work import UnitOfWork

_LONGEST_REASON = 2_000
"""Characters of the reason for a kill that the log has: a correction takes it off the story itself."""


class Holding:
    """Embargo, correction and kill are acts of their own, each with its reason in the log."""

    def __init__(self, storage: Storage, revising: Revising) -> None:
        self._storage = storage
        self._revising = revising
        self._people = revising.people
        self._clock = revising.clock

    def set_embargo(self, story_id: int, base: int, until: datetime | None) -> OpenStory:
        """Hold a story until a moment (UTC), or no longer; an approval stands, and waits with it.

        Raises :class:`NotAllowed`, :class:`NoSuchStory`, and :class:`StaleStory` when it was changed since
        the version ``base``.
        """
        me = self._people.me()
        with self._storage.write() as work:
            self._people.demand(Act.EMBARGO, work.queries)
            story = found_story(work, story_id)
            if story.version > base:
                raise StaleStory(story_id, base, story.version)
            before, story.embargo = story.embargo, until
            if before != until:
                work.audit.record(
                    *(Deed.EMBARGO, me, "story", story_id, story.slug),
                    before={"until": _written(before)},
                    after={"until": _written(until)},
                )
            queries = work.queries
            return self._revising.opened(
                queries, story_id, me.id, self._revising.unsaved(queries, story_id, me.id)
            )

    def correct(
        self,
        story_id: int,
        base: int,
        script: Script,
        reason: str,
        at: datetime | None = None,
    ) -> OpenStory:
        """Put right what was approved, aired or killed, for a reason: it waits for an editor again.

        ``at`` is the :meth:`Drafting.moment` the words were taken. Raises :class:`NotAllowed`,
        :class:`ReasonMissing`, :class:`WrongStatus`, and what :meth:`Drafting.save` raises.
        """
        self._people.demand(Act.CORRECT)
        reason = _reason(story_id, reason)
        step = Step(RevisionKind.CORRECTED, reason, StoryStatus.WAITING)
        return self._revising.make(story_id, base, script, at, step)

    def kill(self, story_id: int, base: int, reason: str) -> OpenStory:
        """Take a story from the air for a reason: it must not be read (again). No word of it is lost.

        Raises :class:`NotAllowed`, :class:`ReasonMissing`, :class:`WrongStatus` for what was never approved
        or aired, and :class:`NewerRevision` when somebody made a revision since the version ``base``.
        """
        me, reason = self._people.me(), _reason(story_id, reason)
        with self._storage.write() as work:
            self._people.demand(Act.KILL, work.queries)
            story = found_story(work, story_id)
            self.still_newest(work.queries, story, base, story.revision)
            if story.trashed_at is not None or not story.status.may_become(StoryStatus.KILLED):
                raise WrongStatus(story_id, story.status, trashed=story.trashed_at is not None)
            at, before = self._clock.next(), story.status
            end_approval(work, story, me, at, ApprovalEnd.KILLED)
            story.stand(StoryStatus.KILLED, at)
            story.killed_why = reason
            story.updated_at, story.updated_by = at, me.id
            work.audit.record(
                *(Deed.KILL, me, "story", story_id, story.slug),
                before={"status": before.value},
                after={"status": "killed", "why": short(reason, _LONGEST_REASON)},
            )
            return self._revising.opened(work.queries, story_id)

    def mark_aired(self, work: UnitOfWork, story_id: int, revision: int, by: Person, bulletin: str) -> bool:
        """Take note, in a transaction of who keeps the log of the air, that a revision was read.

        The story has aired if its newest words are the ones that were read; what was killed or set aside
        meanwhile stays so, and so does what has changed. ``bulletin`` says in words where it was read.
        Returns whether the story stands as aired.
        """
        story = work.stories.find(story_id)
        if story is None:
            return False
        queries = work.queries
        newest = revision == story.revision or read_alike(
            queries, queries.script(story_id, revision), queries.script(story_id, story.revision)
        )
        gone = (StoryStatus.KILLED, StoryStatus.SPIKED)
        before = story.status
        if newest and story.trashed_at is None and before not in gone:
            story.stand(StoryStatus.AIRED, self._clock.next())
        work.audit.record(
            *(Deed.AIR, by, "story", story_id, story.slug),
            before={"status": before.value},
            after={"status": story.status.value, "revision": str(revision), "bulletin": bulletin},
        )
        return story.status is StoryStatus.AIRED

    def still_newest(self, queries: Queries, story: Story, base: int, revision: int) -> None:
        """Raise :class:`NewerRevision` unless ``revision`` is the newest, and was at the version ``base``."""
        if revision != story.revision or self._revising.stale(queries, story, base):
            raise NewerRevision(story.id, story.revision, queries.head(story.id).revised_by)


def found_story(work: UnitOfWork, story_id: int) -> Story:
    """Return a story that nobody else can change meanwhile. Raises :class:`NoSuchStory`."""
    story = work.stories.find(story_id)
    if story is None:
        raise NoSuchStory(story_id)
    return story


def _reason(story_id: int, reason: str) -> str:
    reason = clean(reason).strip()
    if not any(letter.isalnum() for letter in reason):
        raise ReasonMissing(story_id)
    return reason


def _written(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""
