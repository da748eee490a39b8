"""Who is writing in a story: a courtesy between desks that never stops anybody from saving."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from newsdesk.domain.audit import Deed
from newsdesk.domain.people import Act, Person
from newsdesk.domain.rows import LockRow, UnsavedText
from newsdesk.domain.story import RevisionKind, Script, Story
from newsdesk.errors import NoSuchStory, StorageError
from newsdesk.services.revising import Step

if TYPE_CHECKING:  # the ui imports this module before its first frame; the storage comes with SQLAlchemy
    from newsdesk.services.drafting import Drafting
    from newsdesk.services.open_story import OpenStory
    from newsdesk.storage.open import Storage
    from newsdesk.storage.queries import Queries
    from newsdesk.storage.unit_of_work import UnitOfWork

_log = logging.getLogger(__name__)
LAPSES_AFTER = timedelta(seconds=45)
"""Without a sign of life for so long, a desk is taken to have left the story."""


@dataclass(frozen=True, slots=True)
class HeldBy:
    """Who writes in a story: a person's name, since when (UTC), and in which opened newsroom.

    ``mine`` says that it is I myself, in another window.
    """

    person: str
    since: datetime
    mine: bool
    editor: int


@dataclass(frozen=True, slots=True)
class LiveText:
    """What who holds a story is typing in it: the text as it was kept at ``at``; times are UTC."""

    person: str
    since: datetime
    at: datetime
    script: Script


class Locks:
    """Takes stories for this desk, and tells who has them.

    A desk that writes gives a sign of life with :meth:`beat` every few seconds; who has given none for
    :data:`LAPSES_AFTER` holds nothing any more, and a window of one's own that crashed on this computer
    nothing at once. With the database away nobody is asked and nothing is held.
    """

    def __init__(self, storage: Storage, drafting: Drafting) -> None:
        self._storage = storage
        self._drafting = drafting
        self._people = drafting.revising.people

    def take(self, story_id: int) -> HeldBy | None:
        """Take a story, unless somebody else has it: then return who; None when it is mine now.

        A story that is not stored yet can be nobody else's.
        """
        try:
            me = self._people.me().id
            with self._storage.write() as work:
                if work.queries.missing({story_id}):
                    return None
                work.locks.take(story_id, me, self._storage.editor, LAPSES_AFTER)
                held = work.queries.locks.of(story_id)
                if held is not None and self._is_ghost(held, me):
                    # What was typed there and not saved is mine, and is offered when the story is opened.
                    work.locks.give(story_id, me, self._storage.editor)
                    held = None
        except StorageError as error:
            _log.info("story %d is written without a lock: %s", story_id, error)
            return None
        if held is None or held.editor == self._storage.editor:
            return None
        return HeldBy(held.person, held.since, held.person_id == me, held.editor)

    def beat(self, story_id: int) -> HeldBy | None:
        """Give a sign of life in a story that was taken; return who took it over, if somebody did.

        What lapsed meanwhile (the computer slept) is taken again, if nobody else has.
        """
        return self.take(story_id)

    def release(self, story_id: int) -> None:
        """Leave a story to others."""
        try:
            with self._storage.write() as work:
                work.locks.release(story_id, self._storage.editor)
        except StorageError as error:
            _log.info("the lock of story %d is left to lapse: %s", story_id, error)

    def live(self, story_id: int) -> LiveText | None:
        """Return what somebody else is typing in a story; None when nobody is.

        That is the text as it was last autosaved, or the newest revision where nothing was typed yet. Raises
        :class:`NoSuchStory`, and a :class:`StorageError` when it cannot be read.
        """
        me = self._people.me().id
        with self._storage.read() as queries:
            holder = self._holder(queries, story_id, me)
            if holder is None:
                return None
            typed = _typed(queries, holder)
            if typed is not None:
                return LiveText(holder.person, holder.since, typed.at, typed.script)
            head = queries.head(story_id)
            script = queries.script(story_id, head.revision)
        return LiveText(holder.person, holder.since, head.revised_at, script)

    def take_over(self, story_id: int) -> OpenStory:
        """Take a story from who has it, and open it; what they had typed and not saved is kept.

        It becomes a revision of theirs. If somebody had saved since it was begun, the text that was saved
        then is made the newest again right after it. Raises :class:`NoSuchStory` and :class:`NotAllowed`.
        """
        me = self._people.me()
        with self._storage.write() as work:
            self._people.demand(Act.WRITE, work.queries)
            story = work.stories.find(story_id)
            if story is None:
                raise NoSuchStory(story_id)
            holder = work.queries.locks.of(story_id)
            if holder is not None and holder.editor != self._storage.editor:
                typed = _typed(work.queries, holder)
                if typed is not None:
                    self._keep(work, story, holder, typed, me)
                told = {"holder": holder.person}, {"holder": me.name}
                work.audit.record(Deed.TAKE_OVER, me, "story", story_id, story.slug, *told)
            work.locks.give(story_id, me.id, self._storage.editor)
        return self._drafting.open(story_id)

    def _keep(self, work: UnitOfWork, story: Story, holder: LockRow, typed: UnsavedText, me: Person) -> None:
        revising = self._drafting.revising
        head = work.queries.head(story.id)
        newest = work.queries.script(story.id, story.revision)
        for moment in (typed.at, head.revised_at):
            revising.clock.seen(moment)
        if typed.script != newest:
            at, by = revising.clock.next(), Person(holder.person, id=holder.person_id)
            taken_over = Step(RevisionKind.TAKEN_OVER, reason=me.name)
            revising.step(work, story, typed.script, by, at, taken_over)
            if typed.base < head.revised_version:
                again = Step(RevisionKind.RESTORED, reason=str(head.revision))
                revising.step(work, story, newest, me, revising.clock.next(), again)
        work.autosaves.clear(story.id, holder.person_id, holder.editor, typed.at)

    def _is_ghost(self, holder: LockRow, me: int) -> bool:
        """Return whether a window of mine on this computer holds it that was killed or crashed."""
        return holder.person_id == me and self._storage.presence.gone(holder.editor)

    def _holder(self, queries: Queries, story_id: int, me: int) -> LockRow | None:
        holder = queries.locks.of(story_id)
        if holder is None or holder.editor == self._storage.editor or self._is_ghost(holder, me):
            return None
        lapsed = abs(queries.locks.moment() - holder.seen_at) > LAPSES_AFTER
        return None if lapsed else holder


def _typed(queries: Queries, holder: LockRow) -> UnsavedText | None:
    texts = queries.autosaves(holder.story_id, holder.person_id)
    return next((text for text in texts if text.editor == holder.editor), None)
