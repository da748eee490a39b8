"""Writing a story: from an empty page or pasted copy to saved revisions, losing no word on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from newsdesk.domain.cleaning import clean_script
from newsdesk.domain.rows import RevisionRow, UnsavedText
from newsdesk.domain.story import Revision, Script, Story, StoryStatus
from newsdesk.domain.text import clean
from newsdesk.domain.timing import SpokenLength
from newsdesk.errors import CannotSave, StaleStory, StorageError
from newsdesk.services.clock import GrowingClock

if TYPE_CHECKING:  # the ui imports this module before its first frame; the storage comes with SQLAlchemy
    from newsdesk.services.people import People
    from newsdesk.storage.open import Storage
    from newsdesk.storage.queries import Queries

EMPTY = Script()


@dataclass(frozen=True, slots=True)
class OpenStory:
    """A story as its writer opens it.

    ``script`` is the newest text: the newest revision's, or the unsaved one kept at ``recovered_at``.
    ``overtaken`` says that another window or a colleague saved after that unsaved text was begun; theirs is
    revision ``revision``, which is 0 before the first. ``original`` is the pasted text, read-only.
    Every change names ``version`` as its base. Times are UTC.
    """

    id: int
    version: int
    status: StoryStatus
    airtime: datetime | None
    script: Script
    revision: int
    revised_at: datetime
    revised_by: str
    created_at: datetime
    original: str
    recovered_at: datetime | None = None
    overtaken: bool = False


class Drafting:
    """The use cases of a writer; each is one transaction. ``measure`` gives the spoken length of a body."""

    def __init__(
        self,
        storage: Storage,
        people: People,
        measure: Callable[[str], SpokenLength],
        clock: GrowingClock | None = None,
    ) -> None:
        self._storage = storage
        self._people = people
        self._measure = measure
        self._clock = clock or GrowingClock()

    def new(self, script: Script = EMPTY, original: str = "") -> OpenStory:
        """Make a story: with revision 1 when there is a script, else with none."""
        script = clean_script(script)
        length = self._measure(script.body)
        me, at = self._people.me().id, self._clock.next()
        with self._storage.write() as work:
            story = Story(created_at=at, created_by=me, updated_at=at, updated_by=me)
            story = work.stories.add(story, clean(original))
            if script != EMPTY:
                work.stories.keep_revision(story, story.revise(script, me, at, length=length))
            return self._opened(work.queries, story.id, None)

    def open(self, story_id: int) -> OpenStory:
        """Open a story at its newest text. Raises :class:`NoSuchStory`."""
        me = self._people.me().id
        with self._storage.read() as queries:
            return self._opened(queries, story_id, self._unsaved(queries, story_id, me))

    def keep_local(self, story_id: int, base: int, script: Script) -> None:
        """Keep what is being typed on this computer, durably; ``base`` is the version opened.

        Touches no database once the story is open, and may run beside every other use case; the last call
        before a ``save`` must have come back before it. Raises :class:`DiskFull` or :class:`CannotSave`.
        """
        text = UnsavedText(base, self._clock.next(), clean_script(script))
        self._storage.recovery.keep(story_id, self._people.me().id, text)

    def keep(self, story_id: int, base: int, script: Script) -> datetime:
        """Autosave what is being typed and return when; makes no revision. Raises :class:`NoSuchStory`."""
        me, at = self._people.me().id, self._clock.next()
        script = clean_script(script)
        length = self._measure(script.body)
        with self._storage.write() as work:
            work.autosaves.put(story_id, me, UnsavedText(base, at, script), length)
        return at

    def save(self, story_id: int, base: int, script: Script, reason: str = "") -> OpenStory:
        """Make ``script`` a revision, unless it is the newest one already, and drop what was autosaved.

        Raises :class:`StaleStory` when someone saved since ``base`` was opened: theirs stays the newest
        revision, and ``script`` is autosaved for when the story is opened again. Raises
        :class:`NoSuchStory`. Whatever goes wrong, ``script`` is first kept on this computer.
        """
        me, at = self._people.me().id, self._clock.next()
        script = clean_script(script)
        text = UnsavedText(base, at, script)
        self._keep_beside(story_id, me, text)
        length = self._measure(script.body)
        with self._storage.write() as work:
            story = work.stories.get(story_id)
            stale = story.version != base
            if stale:
                work.autosaves.put(story_id, me, text, length)
            else:
                if script != work.queries.script(story_id, story.revision):
                    work.stories.keep_revision(story, story.revise(script, me, at, clean(reason), length))
                work.autosaves.clear(story_id, me)
            saved = self._opened(work.queries, story_id, None)
        if stale:
            raise StaleStory(story_id, base, saved.version)
        # What was typed while we saved is newer, and stays.
        self._storage.recovery.clear(story_id, me, kept_until=at)
        return saved

    def discard(self, story_id: int) -> OpenStory:
        """Throw my unsaved text of a story away: back to the newest revision. Raises :class:`NoSuchStory`."""
        me = self._people.me().id
        with self._storage.write() as work:
            work.autosaves.clear(story_id, me)
            opened = self._opened(work.queries, story_id, None)
        self._storage.recovery.clear(story_id, me)
        return opened

    def set_airtime(self, story_id: int, base: int, airtime: datetime | None) -> OpenStory:
        """Plan a story for air, or for no time; the text stays. Raises StaleStory and NoSuchStory."""
        me = self._people.me().id
        with self._storage.write() as work:
            story = work.stories.get(story_id)
            if story.version != base:
                raise StaleStory(story_id, base, story.version)
            story.airtime = airtime
            return self._opened(work.queries, story_id, self._unsaved(work.queries, story_id, me))

    def revisions(self, story_id: int) -> list[RevisionRow]:
        """Return a story's history, newest first."""
        with self._storage.read() as queries:
            return queries.revisions(story_id)

    def revision(self, story_id: int, number: int) -> Revision:
        """Return one revision with its words. Raises :class:`NoSuchStory` for one that was never made."""
        with self._storage.read() as queries:
            return queries.revision(story_id, number)

    def _keep_beside(self, story_id: int, me: int, text: UnsavedText) -> None:
        try:
            self._storage.recovery.keep(story_id, me, text)
        except (StorageError, CannotSave):
            # The copy beside failed; the database may still take the text, and says so itself if not.
            return

    def _unsaved(self, queries: Queries, story_id: int, me: int) -> UnsavedText | None:
        """Return my text that is no revision yet: the autosaved one, or the local copy when that is newer."""
        row = queries.autosave(story_id, me)
        local = self._storage.recovery.load(story_id, me)
        for text in (row, local):
            self._clock.seen(text and text.at)
        return local if row is None or (local is not None and local.at >= row.at) else row

    def _opened(self, queries: Queries, story_id: int, unsaved: UnsavedText | None) -> OpenStory:
        head = queries.head(story_id)
        self._clock.seen(head.revised_at)
        script = queries.script(story_id, head.revision)
        recovered = unsaved if unsaved is not None and unsaved.script != script else None
        return OpenStory(
            id=head.id,
            version=head.version,
            status=head.status,
            airtime=head.airtime,
            script=recovered.script if recovered else script,
            revision=head.revision,
            revised_at=head.revised_at,
            revised_by=head.revised_by,
            created_at=head.created_at,
            original=head.original,
            recovered_at=recovered and recovered.at,
            overtaken=recovered is not None and recovered.base < head.revised_version,
        )
