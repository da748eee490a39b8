"""Writing a story: from an empty page or pasted copy to saved revisions, losing no word on the way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from newsdesk.domain.cleaning import clean_script
from newsdesk.domain.rows import RevisionRow, UnsavedText
from newsdesk.domain.story import Revision, Script, StoryStatus
from newsdesk.domain.text import clean
from newsdesk.errors import CannotSave, StaleStory, StorageError
from newsdesk.services import recovering
from newsdesk.services.clock import GrowingClock
from newsdesk.services.noting import Forms, Noting
from newsdesk.services.open_story import OpenStory, opened, stored
from newsdesk.services.recovering import Measure

if TYPE_CHECKING:  # the ui imports this module before its first frame; the storage comes with SQLAlchemy
    from newsdesk.services.people import People
    from newsdesk.storage.open import Storage
    from newsdesk.storage.queries import Queries
    from newsdesk.storage.unit_of_work import UnitOfWork

EMPTY = Script()
_FIRST_VERSION = 1
"""Of a story whose row has just been made."""


class Drafting:
    """The use cases of a writer; each is one transaction.

    ``measure`` gives the spoken length of a script and ``forms`` the forms in it that a lexicon could hold;
    both read no database: they are asked while one is being written.

    Words are taken from the page at a :meth:`moment`, which goes with them wherever they are kept: of two
    texts the one taken later is the newer, whichever is written first.
    """

    def __init__(
        self,
        storage: Storage,
        people: People,
        measure: Measure,
        forms: Forms,
        clock: GrowingClock | None = None,
    ) -> None:
        self._storage = storage
        self._people = people
        self._measure = measure
        self._noting = Noting(forms)
        self._clock = clock or GrowingClock()
        self._taken: dict[int, dict[int, datetime]] = {}

    def moment(self) -> datetime:
        """Return the moment at which words are taken from the page: later than every one before. In UTC."""
        return self._clock.next()

    def begin(self) -> OpenStory:
        """Return a new story without a word, which :meth:`keep` or :meth:`save` will store.

        Touches no database once the newsroom is open: its first words can be kept while that is locked.
        """
        at = self._clock.next()
        return OpenStory(
            id=self._storage.new_id(),
            version=_FIRST_VERSION,
            status=StoryStatus.DRAFT,
            airtime=None,
            script=EMPTY,
            revision=0,
            revised_at=at,
            revised_by=self._people.me().name,
            created_at=at,
            original="",
        )

    def new(self, script: Script = EMPTY, original: str = "", story_id: int = 0) -> OpenStory:
        """Make a story: with revision 1 when there is a script, else with none.

        ``story_id`` is one that was begun and has no revision: it is filled instead of making a second.
        """
        script = clean_script(script)
        person, at = self._people.me(), self._clock.next()
        me, airtime = person.id, self.airtime(story_id)
        length, seen = self._measure(script, airtime), self._noting.seen(script, airtime)
        with self._storage.write() as work:
            story = stored(work, story_id, me, at)
            if story.airtime != airtime:
                length = self._measure(script, story.airtime)
            if original:
                work.stories.keep_original(story.id, clean(original))
            if script != EMPTY:
                work.stories.keep_revision(story, story.revise(script, me, at, length=length))
                self._noting.note(work, story.id, seen, person, at)
            work.autosaves.clear(story.id, me, self._storage.editor, at)
            made = self._opened(work.queries, story.id)
        self._storage.recovery.clear(made.id, me, self._storage.editor, at)
        return made

    def open(self, story_id: int) -> OpenStory:
        """Open a story at its newest text. Raises :class:`NoSuchStory`."""
        me = self._people.me().id
        with self._storage.read() as queries:
            texts = self._unsaved(queries, story_id, me)
            opened = self._opened(queries, story_id, me, texts)
        # These words go on here: they are forgotten where they were as soon as they are kept here. Older
        # texts of other windows stay for the next time.
        taken: dict[int, datetime] = {}
        for text in texts:
            if text.script == opened.script:
                taken |= {**dict(text.took), text.editor: text.at}
        self._taken[story_id] = taken
        return opened

    def keep_local(self, story_id: int, base: int, script: Script, at: datetime | None = None) -> None:
        """Keep what is being typed on this computer, durably; ``base`` is the version opened.

        ``at`` is the :meth:`moment` the words were taken, now when none is given. Touches no database once
        the newsroom is open, and may run beside every other use case. Raises :class:`DiskFull` or
        :class:`CannotSave`.
        """
        me, text = self._people.me().id, self._text(story_id, base, script, at)
        self._storage.recovery.keep(story_id, me, text)
        for editor, until in self._elsewhere(story_id):
            self._storage.recovery.clear(story_id, me, editor, until)

    def keep(self, story_id: int, base: int, script: Script, at: datetime | None = None) -> datetime:
        """Autosave what is being typed and return when it was taken; makes no revision.

        A story that is not stored yet is stored. ``at`` is as for :meth:`keep_local`.
        """
        me, text = self._people.me().id, self._text(story_id, base, script, at)
        length = self._measure(text.script, self.airtime(story_id))
        with self._storage.write() as work:
            if work.queries.missing(
                {story_id}
            ):  # asked first: a row that someone else holds is not waited for
                stored(work, story_id, me, text.at)
            work.autosaves.put(story_id, me, text, length)
            for editor, until in self._elsewhere(story_id):
                work.autosaves.clear(story_id, me, editor, until)
        return text.at

    def save(
        self, story_id: int, base: int, script: Script, reason: str = "", at: datetime | None = None
    ) -> OpenStory:
        """Make ``script`` a revision, unless it is the newest one already, and drop what was autosaved.

        A story that is not stored yet is stored. Raises :class:`StaleStory` when someone saved since ``base``
        was opened: theirs stays the newest revision, and ``script`` is autosaved for when the story is opened
        again. Whatever goes wrong, ``script`` is first kept on this computer. ``at`` is as for
        :meth:`keep_local`.
        """
        person, text = self._people.me(), self._text(story_id, base, script, at)
        me = person.id
        self._keep_beside(story_id, me, text)
        airtime = self.airtime(story_id)
        length, seen = self._measure(text.script, airtime), self._noting.seen(text.script, airtime)
        with self._storage.write() as work:
            story = stored(work, story_id, me, text.at)
            if story.airtime != airtime:  # planned by a colleague in this very moment
                length = self._measure(text.script, story.airtime)
            stale = story.version > base
            if stale:
                work.autosaves.put(story_id, me, text, length)
            elif text.script != work.queries.script(story_id, story.revision):
                revision = story.revise(text.script, me, text.at, clean(reason), length)
                work.stories.keep_revision(story, revision)
                self._noting.note(work, story_id, seen, person, text.at)
            if not stale:
                self._forget(work, story_id, me, text.at)
            saved = self._opened(work.queries, story_id)
        if stale:
            raise StaleStory(story_id, base, saved.version)
        # What was typed while we saved is newer, and stays.
        self._forget_beside(story_id, me, text.at)
        return saved

    def discard(self, story_id: int, at: datetime | None = None) -> OpenStory:
        """Throw my unsaved text of a story away: back to the newest revision. Raises :class:`NoSuchStory`.

        What was typed after ``at`` stays, and so does what another window of mine has typed since.
        """
        me, at = self._people.me().id, at or self._clock.next()
        with self._storage.write() as work:
            self._forget(work, story_id, me, at)
            opened = self._opened(work.queries, story_id)
        self._forget_beside(story_id, me, at)
        return opened

    def set_airtime(self, story_id: int, base: int, airtime: datetime | None) -> OpenStory:
        """Plan a story for air, or for no time; the text stays. Raises :class:`StaleStory`.

        A story that is not stored yet is stored. Its length is measured anew: dates may be said relative to
        the day of the bulletin.
        """
        me = self._people.me().id
        with self._storage.read() as queries:
            newest, mine = queries.newest(story_id), queries.autosaves(story_id, me)
        length = self._measure(newest, airtime)
        lengths = [(text, self._measure(text.script, airtime)) for text in mine]
        with self._storage.write() as work:
            story = stored(work, story_id, me, self._clock.next())
            if story.version > base:
                raise StaleStory(story_id, base, story.version)
            story.airtime = airtime
            story.measured(length)
            for text, its_length in lengths:
                work.autosaves.measured(story_id, me, text, its_length)
            queries = work.queries
            return self._opened(queries, story_id, me, self._unsaved(queries, story_id, me))

    def airtime(self, story_id: int) -> datetime | None:
        """Return when a story is planned, in UTC; None for no plan, and for a story that is not stored."""
        if not story_id:
            return None
        with self._storage.read() as queries:
            return queries.airtime(story_id)

    def revisions(self, story_id: int) -> list[RevisionRow]:
        """Return a story's history, newest first."""
        with self._storage.read() as queries:
            return queries.revisions(story_id)

    def revision(self, story_id: int, number: int) -> Revision:
        """Return one revision with its words. Raises :class:`NoSuchStory` for one that was never made."""
        with self._storage.read() as queries:
            return queries.revision(story_id, number)

    def recover(self) -> int:
        """Make stories of my local copies that the database does not know (:func:`recovering.recover`)."""
        return recovering.recover(self._storage, self._people.me().id, self._measure, self._clock)

    def _text(self, story_id: int, base: int, script: Script, at: datetime | None) -> UnsavedText:
        return UnsavedText(
            base,
            at or self._clock.next(),
            clean_script(script),
            self._storage.editor,
            tuple(self._elsewhere(story_id)),
        )

    def _elsewhere(self, story_id: int) -> list[tuple[int, datetime]]:
        """Return the other editors whose words went on here, and until when."""
        taken = self._taken.get(story_id, {})
        return [(editor, until) for editor, until in taken.items() if editor != self._storage.editor]

    def _forget(self, work: UnitOfWork, story_id: int, me: int, until: datetime) -> None:
        for editor, at in (*self._elsewhere(story_id), (self._storage.editor, until)):
            work.autosaves.clear(story_id, me, editor, at)

    def _forget_beside(self, story_id: int, me: int, until: datetime) -> None:
        for editor, at in (*self._elsewhere(story_id), (self._storage.editor, until)):
            self._storage.recovery.clear(story_id, me, editor, at)

    def _keep_beside(self, story_id: int, me: int, text: UnsavedText) -> None:
        try:
            self._storage.recovery.keep(story_id, me, text)
        except (StorageError, CannotSave):
            # The copy beside failed; the database may still take the text, and says so itself if not.
            return

    def _unsaved(self, queries: Queries, story_id: int, me: int) -> list[UnsavedText]:
        """Return my texts that are no revision yet, autosaved and in local copies, the oldest first."""
        texts = [*self._storage.recovery.load(story_id, me), *queries.autosaves(story_id, me)]
        for text in texts:
            self._clock.seen(text.at)
        return sorted(texts, key=lambda text: text.at)

    def _opened(
        self, queries: Queries, story_id: int, me: int = 0, unsaved: Sequence[UnsavedText] = ()
    ) -> OpenStory:
        story = opened(queries, story_id, me, unsaved)
        self._clock.seen(story.revised_at)
        return story
