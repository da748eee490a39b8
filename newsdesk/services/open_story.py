"""A story as its writer opens it, put together from what the storage has of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from newsdesk.domain.rows import UnsavedText
from newsdesk.domain.story import RevisionKind, Script, Story, StoryStatus

if TYPE_CHECKING:  # the ui imports this module before its first frame; the storage comes with SQLAlchemy
    from newsdesk.storage.queries import Queries
    from newsdesk.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class OpenStory:
    """A story as its writer opens it.

    ``script`` is the newest text: the newest revision's, or the unsaved one kept at ``recovered_at``.
    ``overtaken`` says that another window or a colleague saved after that unsaved text was begun; theirs is
    revision ``revision``, which is 0 before the first; what one typed on after one's own save is not.
    ``original`` is the pasted text, read-only. ``kind`` and ``reason`` are those of the newest revision: why
    it was returned stands there. With ``trashed`` the story lies in the trash, with the status it had.
    ``desk_id`` and ``desk`` are number and name of the desk it is for, 0 and "" for none.
    ``waiting_since`` to ``killed_why`` are as in :class:`StoryHead`. Every change names ``version`` as its
    base. Times are UTC.
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
    kind: RevisionKind = RevisionKind.SAVED
    reason: str = ""
    trashed: bool = False
    desk_id: int = 0
    desk: str = ""
    waiting_since: datetime | None = None
    approved_revision: int = 0
    embargo: datetime | None = None
    killed_why: str = ""


def opened(queries: Queries, story_id: int, me: int = 0, unsaved: Sequence[UnsavedText] = ()) -> OpenStory:
    """Return a story at its newest text, of which ``unsaved`` are my own, the oldest first.

    Raises :class:`NoSuchStory`.
    """
    head = queries.head(story_id)
    script = queries.script(story_id, head.revision)
    desk = queries.registers.desk_of(story_id) or (0, "")
    recovered = unsaved[-1] if unsaved and unsaved[-1].script != script else None
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
        overtaken=recovered is not None
        and recovered.base < head.revised_version
        # Typed on after one's own save, before the page had heard of it.
        and not (head.reviser == me and recovered.at > head.revised_at),
        kind=head.kind,
        reason=head.reason,
        trashed=head.trashed,
        desk_id=desk[0],
        desk=desk[1],
        waiting_since=head.waiting_since,
        approved_revision=head.approved_revision,
        embargo=head.embargo,
        killed_why=head.killed_why,
    )


def stored(work: UnitOfWork, story_id: int, me: int, at: datetime) -> Story:
    """Return the story's row, made by ``me`` when it is missing."""
    story = work.stories.find(story_id) if story_id else None
    if story is not None:
        return story
    return work.stories.add(Story(created_at=at, created_by=me, updated_at=at, updated_by=me, id=story_id))
