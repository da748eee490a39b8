"""Writing a story: from an empty page or pasted copy to saved revisions, losing no word on the way."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from newsdesk.domain.audit import Deed, moment_as_text
from newsdesk.domain.cleaning import clean_script
from newsdesk.domain.people import Act
from newsdesk.domain.rows import RevisionRow, UnsavedText
from newsdesk.domain.story import Revision, Script, StoryStatus
from newsdesk.domain.text import clean
from newsdesk.errors import StaleStory
from newsdesk.services import recovering
from newsdesk.services.clock import GrowingClock
from newsdesk.services.noting import Forms
from newsdesk.services.open_story import OpenStory, stored
from newsdesk.services.recovering import Measure
from newsdesk.services.revising import Revising, Step

if TYPE_CHECKING:  # the ui imports this module before its first frame; the storage comes with SQLAlchemy
    from newsdesk.services.people import People
    from newsdesk.storage.open import Storage

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
        self._clock = clock or GrowingClock()
        self.revising = Revising(storage, people, measure, forms, self._clock)

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
        measured = self.revising.measured(script, airtime)
        with self._storage.write() as work:
            self._people.demand(Act.WRITE, work.queries)
            story = stored(work, story_id, me, at)
            if story.airtime != airtime:
                measured = self.revising.measured(script, story.airtime)
            if original:
                work.stories.keep_original(story.id, clean(original))
            self.revising.step(work, story, script, person, at, Step(), measured)
            work.autosaves.clear(story.id, me, self._storage.editor, at)
            made = self.revising.opened(work.queries, story.id)
        self._storage.recovery.clear(made.id, me, self._storage.editor, at)
        return made

    def open(self, story_id: int) -> OpenStory:
        """Open a story at its newest text, whose words go on here. Raises :class:`NoSuchStory`."""
        opened, texts = self._newest(story_id)
        self.revising.goes_on_from(story_id, opened, texts)
        return opened

    def look(self, story_id: int) -> OpenStory:
        """Return a story as :meth:`open` does, for looking at: other words go on here.

        What another window of mine has kept is not forgotten with what is typed here next.
        """
        return self._newest(story_id)[0]

    def _newest(self, story_id: int) -> tuple[OpenStory, list[UnsavedText]]:
        me = self._people.me().id
        with self._storage.read() as queries:
            texts = self.revising.unsaved(queries, story_id, me)
            return self.revising.opened(queries, story_id, me, texts), texts

    def keep_local(self, story_id: int, base: int, script: Script, at: datetime | None = None) -> None:
        """Keep what is being typed on this computer, durably; ``base`` is the version opened.

        ``at`` is the :meth:`moment` the words were taken, now when none is given. Touches no database once
        the newsroom is open, and may run beside every other use case. Raises :class:`DiskFull` or
        :class:`CannotSave`.
        """
        me, text = self._people.me().id, self.revising.text(story_id, base, script, at)
        self._storage.recovery.keep(story_id, me, text)
        for editor, until in self.revising.elsewhere(story_id):
            self._storage.recovery.clear(story_id, me, editor, until)

    def keep(self, story_id: int, base: int, script: Script, at: datetime | None = None) -> datetime:
        """Autosave what is being typed and return when it was taken; makes no revision.

        A story that is not stored yet is stored. ``at`` is as for :meth:`keep_local`.
        """
        me, text = self._people.me().id, self.revising.text(story_id, base, script, at)
        length = self._measure(text.script, self.airtime(story_id))
        with self._storage.write() as work:
            if work.queries.missing(
                {story_id}
            ):  # asked first: a row that someone else holds is not waited for
                stored(work, story_id, me, text.at)
            work.autosaves.put(story_id, me, text, length)
            for editor, until in self.revising.elsewhere(story_id):
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
        return self.revising.make(story_id, base, script, at, Step(reason=reason))

    def discard(self, story_id: int, at: datetime | None = None) -> OpenStory:
        """Throw my unsaved text of a story away: back to the newest revision. Raises :class:`NoSuchStory`.

        What was typed after ``at`` stays, and so does what another window of mine has typed since.
        """
        me, at = self._people.me().id, at or self._clock.next()
        with self._storage.write() as work:
            self.revising.forget(work, story_id, me, at)
            opened = self.revising.opened(work.queries, story_id)
        self.revising.forget_beside(story_id, me, at)
        return opened

    def set_airtime(self, story_id: int, base: int, airtime: datetime | None) -> OpenStory:
        """Plan a story for air, or for no time; the text stays. Raises :class:`StaleStory`.

        A story that is not stored yet is stored. Its length is measured anew: dates may be said relative to
        the day of the bulletin.
        """
        by = self._people.me()
        me = by.id
        with self._storage.read() as queries:
            newest, mine = queries.newest(story_id), queries.autosaves(story_id, me)
        length = self._measure(newest, airtime)
        lengths = [(text, self._measure(text.script, airtime)) for text in mine]
        with self._storage.write() as work:
            self._people.demand(Act.WRITE, work.queries)
            story = stored(work, story_id, me, self._clock.next())
            if story.version > base:
                raise StaleStory(story_id, base, story.version)
            if story.airtime != airtime:
                told = {"airtime": _moment(story.airtime)}, {"airtime": _moment(airtime)}
                work.audit.record(Deed.PLAN, by, "story", story_id, story.slug, *told)
            story.airtime = airtime
            story.measured(length)
            for text, its_length in lengths:
                work.autosaves.measured(story_id, me, text, its_length)
            queries = work.queries
            return self.revising.opened(queries, story_id, me, self.revising.unsaved(queries, story_id, me))

    def set_desk(self, story_id: int, base: int, desk_id: int | None) -> OpenStory:
        """Give a story to a desk, or to none; the text stays. Raises :class:`StaleStory`.

        A story that is not stored yet is stored.
        """
        by = self._people.me()
        me = by.id
        with self._storage.write() as work:
            self._people.demand(Act.WRITE, work.queries)
            story = stored(work, story_id, me, self._clock.next())
            if story.version > base:
                raise StaleStory(story_id, base, story.version)
            if story.desk_id != desk_id:
                told = {"desk": str(story.desk_id or 0)}, {"desk": str(desk_id or 0)}
                work.audit.record(Deed.DESK, by, "story", story_id, story.slug, *told)
            story.desk_id = desk_id
            queries = work.queries
            return self.revising.opened(queries, story_id, me, self.revising.unsaved(queries, story_id, me))

    def airtime(self, story_id: int) -> datetime | None:
        """Return when a story is planned, in UTC; None for no plan, and for a story that is not stored."""
        return self.revising.airtime(story_id)

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


def _moment(at: datetime | None) -> str:
    return "" if at is None else moment_as_text(at)
