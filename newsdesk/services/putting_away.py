"""Putting stories away and bringing them back: spiked, or in the trash. Nothing is ever destroyed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from newsdesk.domain.approval import ApprovalEnd
from newsdesk.domain.audit import Deed
from newsdesk.domain.people import Act, Person
from newsdesk.domain.story import Story, StoryStatus
from newsdesk.errors import StoryLocked
from newsdesk.services.clock import GrowingClock
from newsdesk.services.locking import LAPSES_AFTER
from newsdesk.services.standing import end_approval
from newsdesk.services.told import differing

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.services.people import People
    from newsdesk.storage.open import Storage
    from newsdesk.storage.unit_of_work import UnitOfWork

_AN_EDITOR_ANSWERS = (StoryStatus.APPROVED, StoryStatus.AIRED, StoryStatus.KILLED)


class PuttingAway:
    """Moves stories out of the way and back, several at once, each whole with everything in it.

    No word of a story changes with it, so it makes no revision. Somebody else's story takes an editor, and so
    does one's own that was approved, aired or killed: with one such among several nothing is moved, and
    :class:`NotAllowed` is raised.
    """

    def __init__(self, storage: Storage, people: People, clock: GrowingClock | None = None) -> None:
        self._storage = storage
        self._people = people
        self._clock = clock or GrowingClock()

    def spike(self, ids: Sequence[int]) -> list[int]:
        """Spike stories that will not be used, and return those it could be done with.

        What somebody else is writing in, what lies in the trash and what was spiked before stays as it is.
        Raises :class:`StoryLocked` when that somebody is why none could be moved.
        """

        me = self._people.me()

        def spike(work: UnitOfWork, story: Story) -> bool:
            if story.trashed_at is not None or not story.status.may_become(StoryStatus.SPIKED):
                return False
            self._demand(work, story, Act.SPIKE)
            end_approval(work, story, me, self._clock.next(), ApprovalEnd.SPIKED)
            before = story.status
            story.stand(StoryStatus.SPIKED, self._clock.next())
            _record(work, Deed.SPIKE, me, story, before)
            return True

        return self._move(ids, spike, ask_locks=True)

    def trash(self, ids: Sequence[int]) -> list[int]:
        """Put stories into the trash, and return those it could be done with; failures as for :meth:`spike`.

        They keep their status for when they are restored.
        """
        me = self._people.me()

        def trash(work: UnitOfWork, story: Story) -> bool:
            if story.trashed_at is not None:
                return False
            self._demand(work, story, Act.TRASH)
            story.trashed_at, story.trashed_by = self._clock.next(), me.id
            _record(work, Deed.TRASH, me, story, story.status)
            return True

        return self._move(ids, trash, ask_locks=True)

    def restore(self, ids: Sequence[int]) -> list[int]:
        """Bring stories back from where they were put last, and return those it could be done with.

        From the trash a story comes back as it was; a spiked one waits for an editor again if it did, or if
        it was approved.
        """

        me = self._people.me()

        def restore(work: UnitOfWork, story: Story) -> bool:
            if story.trashed_at is not None:
                self._demand(work, story, Act.TRASH)
                story.trashed_at = story.trashed_by = None
                _record(work, Deed.UNTRASH, me, story, story.status)
                return True
            if story.status is not StoryStatus.SPIKED:
                return False
            self._demand(work, story, Act.SPIKE)
            waited = work.queries.waits(story.id)
            story.stand(StoryStatus.WAITING if waited else StoryStatus.DRAFT, self._clock.next())
            _record(work, Deed.UNSPIKE, me, story, StoryStatus.SPIKED)
            return True

        return self._move(ids, restore, ask_locks=False)

    def _move(
        self, ids: Sequence[int], move: Callable[[UnitOfWork, Story], bool], *, ask_locks: bool
    ) -> list[int]:
        moved: set[int] = set()
        with self._storage.write() as work:
            writing = self._others_write(work) if ask_locks else {}
            # In one order everywhere: two desks that move the same stories wait and never deadlock.
            for story_id in sorted(set(ids)):
                story = None if story_id in writing else work.stories.find(story_id)
                if story is not None and move(work, story):
                    moved.add(story_id)
        held = [story_id for story_id in ids if story_id in writing]
        if held and not moved:
            raise StoryLocked(held[0], writing[held[0]])
        return [story_id for story_id in dict.fromkeys(ids) if story_id in moved]

    def _demand(self, work: UnitOfWork, story: Story, act: Act) -> None:
        own = story.created_by == self._people.me().id and story.status not in _AN_EDITOR_ANSWERS
        self._people.demand(Act.WRITE if own else act, work.queries)

    def _others_write(self, work: UnitOfWork) -> dict[int, str]:
        me = self._people.me().id
        alive = work.queries.locks.alive(LAPSES_AFTER, self._storage.editor)
        return {lock.story_id: lock.person for lock in alive if lock.person_id != me}


def _record(work: UnitOfWork, deed: Deed, by: Person, story: Story, before: StoryStatus) -> None:
    told = differing({"status": before.value}, {"status": story.status.value})
    work.audit.record(deed, by, "story", story.id, story.slug, *told)
