"""The history of a story: who made which revision when and why, and going back to one."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from newsdesk.domain.rows import RevisionRow
from newsdesk.domain.story import Revision, RevisionKind, Script
from newsdesk.errors import StaleStory
from newsdesk.services.open_story import OpenStory
from newsdesk.services.revising import Step

if TYPE_CHECKING:  # the ui imports this module before its first frame; the storage comes with SQLAlchemy
    from newsdesk.services.drafting import Drafting
    from newsdesk.storage.open import Storage


class Versions:
    """Looks at revisions, which never change, and makes an older one's text the newest again."""

    def __init__(self, storage: Storage, drafting: Drafting) -> None:
        self._storage = storage
        self._drafting = drafting

    def revisions(self, story_id: int) -> list[RevisionRow]:
        """Return a story's history, newest first, without the texts."""
        return self._drafting.revisions(story_id)

    def revision(self, story_id: int, number: int) -> Revision:
        """Return one revision with its words. Raises :class:`NoSuchStory` for one that was never made."""
        return self._drafting.revision(story_id, number)

    def restore(
        self,
        story_id: int,
        base: int,
        number: int,
        script: Script | None = None,
        at: datetime | None = None,
    ) -> OpenStory:
        """Make the text of revision ``number`` the newest: a new revision, whose reason is that number.

        What was typed and not saved becomes a revision before it: ``script``, taken at ``at``, or without one
        what this person has autosaved. Raises :class:`NoSuchStory`, and :class:`StaleStory` when somebody
        saved since ``base``: then nothing is restored, and what was typed is kept as by
        :meth:`Drafting.save`.
        """
        restored = self.revision(story_id, number).script
        if script is None:
            newest = self._drafting.look(story_id)
            if newest.overtaken:
                raise StaleStory(story_id, base, newest.version)
            script = self._drafting.open(story_id).script
        again = Step(RevisionKind.RESTORED, str(number), script=restored)
        return self._drafting.revising.make(story_id, base, script, at, Step(), again)
