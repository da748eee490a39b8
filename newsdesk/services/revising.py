"""Making revisions: what saving, handing in, restoring and taking over have in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from newsdesk.domain.audit import Deed, digest
from newsdesk.domain.cleaning import clean_script
from newsdesk.domain.lexicon import FormSeen
from newsdesk.domain.people import Act, Person
from newsdesk.domain.rows import UnsavedText
from newsdesk.domain.story import RevisionKind, Script, Story, StoryStatus, tied_to
from newsdesk.domain.text import clean
from newsdesk.domain.timing import SpokenLength
from newsdesk.errors import CannotSave, StaleStory, StorageError
from newsdesk.services.clock import GrowingClock
from newsdesk.services.noting import Forms, Noting
from newsdesk.services.open_story import OpenStory, opened, stored
from newsdesk.services.recovering import Measure
from newsdesk.services.standing import read_alike, stand, stands_after
from newsdesk.services.told import short

if TYPE_CHECKING:  # the ui imports this module before its first frame; the storage comes with SQLAlchemy
    from newsdesk.services.people import People
    from newsdesk.storage.open import Storage
    from newsdesk.storage.queries import Queries
    from newsdesk.storage.unit_of_work import UnitOfWork


_DEEDS = {
    RevisionKind.SAVED: Deed.SAVE,
    RevisionKind.SUBMITTED: Deed.SUBMIT,
    RevisionKind.WITHDRAWN: Deed.WITHDRAW,
    RevisionKind.RETURNED: Deed.RETURN,
    RevisionKind.RESTORED: Deed.RESTORE_REVISION,
    RevisionKind.TAKEN_OVER: Deed.KEEP_TAKEN_OVER,
    RevisionKind.CORRECTED: Deed.CORRECT,
}
_DEMANDS = {
    RevisionKind.SUBMITTED: Act.SUBMIT,
    RevisionKind.WITHDRAWN: Act.SUBMIT,
    RevisionKind.RETURNED: Act.RETURN,
    RevisionKind.CORRECTED: Act.CORRECT,
}
"""What else than :attr:`Act.WRITE` a revision needs."""


@dataclass(frozen=True, slots=True)
class Step:
    """What a revision is made for; ``to`` is where the story stands afterwards, None for where it stood.

    ``script`` is its text, None for the one that was typed. Nothing is made of a text that is the newest
    revision already, unless ``kind`` says more than "saved".
    """

    kind: RevisionKind = RevisionKind.SAVED
    reason: str = ""
    to: StoryStatus | None = None
    script: Script | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """What is told of a script before its transaction begins: its length and its forms."""

    length: SpokenLength
    seen: Sequence[FormSeen] | None


class Revising:
    """Makes revisions of what this desk has typed, and loses none of it on the way.

    ``measure`` gives the spoken length of a script and ``forms`` the forms in it that a lexicon could hold;
    both read no database: they are asked while one is being written.
    """

    def __init__(
        self, storage: Storage, people: People, measure: Measure, forms: Forms, clock: GrowingClock
    ) -> None:
        self.storage = storage
        self.people = people
        self.clock = clock
        self.measure = measure
        self._noting = Noting(forms)
        self._taken: dict[int, Mapping[int, datetime]] = {}

    def make(self, story_id: int, base: int, script: Script, at: datetime | None, *steps: Step) -> OpenStory:
        """Make a revision for every one of ``steps``, and drop what was autosaved of ``script``.

        A story that is not stored yet is stored. Raises :class:`StaleStory` when a revision was made since
        the version ``base``: that one stays the newest, and ``script`` is autosaved for when the story is
        opened again. Raises :class:`WrongStatus` when the story stands where a step cannot be made, and
        :class:`NotAllowed`. Whatever goes wrong, ``script`` is first kept on this computer.
        """
        person, text = self.people.me(), self.text(story_id, base, script, at)
        me = person.id
        self._keep_beside(story_id, me, text)
        airtime = self.airtime(story_id)
        measured = self.measured(text.script, airtime)
        with self.storage.write() as work:
            for step in steps:
                self.people.demand(_DEMANDS.get(step.kind, Act.WRITE), work.queries)
            story = stored(work, story_id, me, text.at)
            if story.airtime != airtime:  # planned by a colleague in this very moment
                measured = self.measured(text.script, story.airtime)
            stale = self.stale(work.queries, story, base)
            if stale:
                work.autosaves.put(story_id, me, text, measured.length)
            else:
                moment = text.at
                for step in steps:
                    self.step(work, story, text.script, person, moment, step, measured)
                    moment = self.clock.next()
                self.forget(work, story_id, me, text.at)
            made = self.opened(work.queries, story_id)
        if stale:
            raise StaleStory(story_id, base, made.version)
        # What was typed meanwhile is newer, and stays.
        self.forget_beside(story_id, me, text.at)
        return made

    def step(
        self,
        work: UnitOfWork,
        story: Story,
        script: Script,
        by: Person,
        at: datetime,
        step: Step,
        measured: Measured | None = None,
    ) -> None:
        """Make one revision in a transaction: of ``script``, or of the step's own.

        ``at`` is UTC; ``measured`` is what was told of ``script`` beforehand. Raises :class:`WrongStatus`.
        """
        if step.script is not None:
            script, measured = step.script, None
        newest = work.queries.script(story.id, story.revision)
        new, before = script != newest, _told(story)
        other_words = new and not read_alike(work.queries, script, newest)
        status = stands_after(story, step.kind, step.to, other_words=other_words)
        stand(work, story, status, by, at, step.kind)
        if not new and step.kind is RevisionKind.SAVED:
            return
        measured = measured or self.measured(script, story.airtime)
        revision = story.revise(script, by.id, at, clean(step.reason), measured.length, step.kind)
        work.stories.keep_revision(story, revision)
        after = _told(story) | {"body": digest(script.body)}
        if revision.reason:
            after["reason"] = short(revision.reason)
        work.audit.record(_DEEDS[step.kind], by, "story", story.id, story.slug, before, after)
        if new:
            self._noting.note(work, story.id, measured.seen, by, at)

    def stale(self, queries: Queries, story: Story, base: int) -> bool:
        """Return whether a revision was made since the version ``base``.

        A plan for air or the trash moves a story's version too, and takes nobody's words.
        """
        return story.version > base and queries.head(story.id).revised_version > base

    def measured(self, script: Script, airtime: datetime | None) -> Measured:
        """Measure a script that is planned for a moment (UTC), or for none."""
        return Measured(self.measure(script, airtime), self._noting.seen(script, airtime))

    def airtime(self, story_id: int) -> datetime | None:
        """Return when a story is planned, in UTC; None for no plan, and for a story that is not stored."""
        if not story_id:
            return None
        with self.storage.read() as queries:
            return queries.airtime(story_id)

    # ------------------------------------------------------------ what is typed

    def text(self, story_id: int, base: int, script: Script, at: datetime | None) -> UnsavedText:
        """Return what this desk has typed on the version ``base``; ``at`` None is now."""
        return UnsavedText(
            base,
            at or self.clock.next(),
            clean_script(script),
            self.storage.editor,
            tuple(self.elsewhere(story_id)),
        )

    def goes_on_from(self, story_id: int, opened: OpenStory, texts: Sequence[UnsavedText]) -> None:
        """Take note that the words of an opened story go on here.

        They are forgotten where they were as soon as they are kept here. Older texts of other windows stay
        for the next time.
        """
        taken: dict[int, datetime] = {}
        for text in texts:
            if text.script == opened.script:
                taken |= {**dict(text.took), text.editor: text.at}
        self._taken[story_id] = taken

    def elsewhere(self, story_id: int) -> list[tuple[int, datetime]]:
        """Return the other editors whose words went on here, and until when."""
        taken = self._taken.get(story_id, {})
        return [(editor, until) for editor, until in taken.items() if editor != self.storage.editor]

    def forget(self, work: UnitOfWork, story_id: int, me: int, until: datetime) -> None:
        """Forget what I had autosaved until then, and what went on here from other windows."""
        for editor, at in (*self.elsewhere(story_id), (self.storage.editor, until)):
            work.autosaves.clear(story_id, me, editor, at)

    def forget_beside(self, story_id: int, me: int, until: datetime) -> None:
        """Forget my copies on this computer, as :meth:`forget` does those in the database."""
        for editor, at in (*self.elsewhere(story_id), (self.storage.editor, until)):
            self.storage.recovery.clear(story_id, me, editor, at)

    def unsaved(self, queries: Queries, story_id: int, me: int) -> list[UnsavedText]:
        """Return my texts that are no revision yet, autosaved and in local copies, the oldest first."""
        texts = [*self.storage.recovery.load(story_id, me), *queries.autosaves(story_id, me)]
        for text in texts:
            self.clock.seen(text.at)
        if texts and (merged := queries.registers.merged_sources()):
            texts = [text._replace(script=tied_to(text.script, merged)) for text in texts]
        # A copy may be left of words that are in the history: saved before the copy was forgotten, or kept
        # by a colleague who took the story over.
        texts = [text for text in texts if not queries.revised_since(story_id, text.base, text.script)]
        return sorted(texts, key=lambda text: text.at)

    def opened(
        self, queries: Queries, story_id: int, me: int = 0, unsaved: Sequence[UnsavedText] = ()
    ) -> OpenStory:
        """Return a story as :func:`open_story.opened` does; every later moment comes after what it tells."""
        story = opened(queries, story_id, me, unsaved)
        self.clock.seen(story.revised_at)
        return story

    def _keep_beside(self, story_id: int, me: int, text: UnsavedText) -> None:
        try:
            self.storage.recovery.keep(story_id, me, text)
        except (StorageError, CannotSave):
            # The copy beside failed; the database may still take the text, and says so itself if not.
            return


def _told(story: Story) -> dict[str, str]:
    """Return what the log says about where a story stands."""
    return {"status": story.status.value, "revision": str(story.revision)}
