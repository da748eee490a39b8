"""Handing a story in to an editor, taking it back, and sending it back."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from newsdesk.domain.cleaning import clean_script
from newsdesk.domain.story import RevisionKind, Script, StoryStatus
from newsdesk.domain.text import clean
from newsdesk.errors import NoteMissing, NothingWritten, StaleStory, StoryLocked
from newsdesk.services.locking import LAPSES_AFTER
from newsdesk.services.revising import Step

if TYPE_CHECKING:  # the ui imports this module before its first frame; the storage comes with SQLAlchemy
    from newsdesk.services.drafting import Drafting
    from newsdesk.services.open_story import OpenStory


class HandingIn:
    """What passes between a writer and an editor. Each makes a revision, even when no word has changed.

    The text of each is what was typed: it is kept on this computer before the database is asked, and what
    was autosaved of it is dropped only when the revision stands.
    """

    def __init__(self, drafting: Drafting) -> None:
        self._drafting = drafting
        self._revising = drafting.revising

    def submit(
        self, story_id: int, base: int, script: Script, note: str = "", at: datetime | None = None
    ) -> OpenStory:
        """Hand ``script`` in: from now on the story waits for an editor. What waits may be handed in anew.

        ``at`` is the :meth:`Drafting.moment` the words were taken. Raises :class:`NothingWritten`,
        :class:`WrongStatus` for what was spiked or thrown away, and what :meth:`Drafting.save` raises.
        """
        script = clean_script(script)
        if not (_has_words(script.body) or script.blocks):
            raise NothingWritten(story_id)
        step = Step(RevisionKind.SUBMITTED, note, StoryStatus.WAITING)
        return self._revising.make(story_id, base, script, at, step)

    def withdraw(
        self, story_id: int, base: int, script: Script | None = None, at: datetime | None = None
    ) -> OpenStory:
        """Take a story back before an editor is done with it: it is a draft again.

        ``script`` is what was typed since; without one, what this person has unsaved in it goes along, and it
        fails as :meth:`withdraw_newest` does. Raises :class:`WrongStatus` when it does not wait, and what
        :meth:`Drafting.save` raises.
        """
        step = Step(RevisionKind.WITHDRAWN, to=StoryStatus.DRAFT)
        return self._back(story_id, base, script, at, step)

    def send_back(
        self,
        story_id: int,
        base: int,
        note: str,
        script: Script | None = None,
        at: datetime | None = None,
    ) -> OpenStory:
        """Send a story back to its writer with a note why: it is a draft again.

        ``script`` as for :meth:`withdraw`. Raises :class:`NoteMissing`, :class:`WrongStatus` when it does not
        wait, and what :meth:`Drafting.save` raises.
        """
        if not _has_words(note):
            raise NoteMissing(story_id)
        step = Step(RevisionKind.RETURNED, clean(note).strip(), StoryStatus.DRAFT)
        return self._back(story_id, base, script, at, step)

    def submit_newest(self, story_id: int, note: str = "") -> OpenStory:
        """Hand a story in that is on no desk here, at its newest text; failures as for :meth:`submit`.

        Raises :class:`StoryLocked` while somebody else is writing in it, and :class:`StaleStory` when what
        this person has unsaved in it was overtaken by a colleague: which of the two texts goes is for a
        person to say.
        """
        story = self._newest(story_id)
        return self.submit(story_id, story.version, story.script, note)

    def withdraw_newest(self, story_id: int) -> OpenStory:
        """Take a story back that is on no desk here; failures as for :meth:`submit_newest`."""
        story = self._newest(story_id)
        return self.withdraw(story_id, story.version, story.script)

    def send_back_newest(self, story_id: int, note: str) -> OpenStory:
        """Send a story back that is on no desk here; failures as for :meth:`submit_newest`."""
        story = self._newest(story_id)
        return self.send_back(story_id, story.version, note, story.script)

    def _newest(self, story_id: int) -> OpenStory:
        me, storage = self._revising.people.me().id, self._revising.storage
        with storage.read() as queries:
            for lock in queries.locks.alive(LAPSES_AFTER, storage.editor):
                if lock.story_id == story_id and lock.person_id != me:
                    raise StoryLocked(story_id, lock.person)
        story = self._drafting.look(story_id)
        if story.overtaken:
            raise StaleStory(story_id, story.version, story.version)
        return self._drafting.open(story_id)

    def _back(
        self, story_id: int, base: int, script: Script | None, at: datetime | None, step: Step
    ) -> OpenStory:
        if script is None:
            script = self._newest(story_id).script
        return self._revising.make(story_id, base, script, at, step)


def _has_words(text: str) -> bool:
    # Not strip(): a space without a width is no word either.
    return any(letter.isalnum() for letter in text)
