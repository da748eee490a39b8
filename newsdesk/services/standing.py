"""Where a story stands after a revision, and what becomes of its approval."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from newsdesk.domain.approval import ApprovalEnd
from newsdesk.domain.audit import Deed
from newsdesk.domain.people import Person
from newsdesk.domain.sign_off import sign_off
from newsdesk.domain.story import RevisionKind, Script, Story, StoryStatus, same_words
from newsdesk.errors import WrongStatus

if TYPE_CHECKING:  # the ui imports this module before its first frame; the storage comes with SQLAlchemy
    from newsdesk.storage.queries import Queries
    from newsdesk.storage.unit_of_work import UnitOfWork

_PAST_AN_EDITOR = (StoryStatus.APPROVED, StoryStatus.AIRED)
_CORRECTED = (StoryStatus.APPROVED, StoryStatus.CHANGED, StoryStatus.AIRED, StoryStatus.KILLED)
_ENDS = {RevisionKind.RETURNED: ApprovalEnd.RETURNED, RevisionKind.CORRECTED: ApprovalEnd.CORRECTED}


def read_alike(queries: Queries, one: Script, other: Script) -> bool:
    """Return whether the same is read from both: the same words, and the same sign-off.

    A dateline is read only where the station signs off with its place.
    """
    if not same_words(one, other):
        return False
    pattern = queries.registers.signing_off().pattern
    return _signed(one, pattern) == _signed(other, pattern)


def _signed(script: Script, pattern: str) -> str:
    return sign_off(pattern, script.bylines, place=script.dateline.place if script.dateline else "")


def stands_after(
    story: Story, kind: RevisionKind, to: StoryStatus | None, *, other_words: bool
) -> StoryStatus:
    """Return where a story stands after such a revision, which is to put it at ``to`` (None: nowhere else).

    Other words than those approved or aired make it CHANGED, however they come: saved, handed in, restored
    or taken over. What has changed so stays so until an editor decides. Raises :class:`WrongStatus` where
    such a revision cannot be made.
    """
    now = story.status
    if to is None:
        return StoryStatus.CHANGED if now in _PAST_AN_EDITOR and other_words else now
    if story.trashed_at is not None or not _may(now, kind, to, other_words):
        raise WrongStatus(story.id, now, trashed=story.trashed_at is not None)
    if kind is RevisionKind.SUBMITTED and now in (*_PAST_AN_EDITOR, StoryStatus.CHANGED):
        return StoryStatus.CHANGED
    return to


def _may(now: StoryStatus, kind: RevisionKind, to: StoryStatus, other_words: bool) -> bool:
    if not now.may_become(to):
        return False
    match kind:
        case RevisionKind.SUBMITTED:
            return now is not StoryStatus.KILLED and (now not in _PAST_AN_EDITOR or other_words)
        case RevisionKind.WITHDRAWN:
            # What an editor answers for is sent back by an editor, not taken back by its writer.
            return now is not StoryStatus.APPROVED
        case RevisionKind.CORRECTED:
            return now in _CORRECTED
        case _:
            return True


def stand(
    work: UnitOfWork, story: Story, status: StoryStatus, by: Person, at: datetime, kind: RevisionKind
) -> None:
    """Put a story where it stands from now on; an approval that this leaves behind is ended."""
    if story.approved_revision and status is not story.status:
        end_approval(work, story, by, at, _ENDS.get(kind, ApprovalEnd.CHANGED))
    story.stand(status, at)


def end_approval(work: UnitOfWork, story: Story, by: Person, at: datetime, why: ApprovalEnd) -> None:
    """Take a story's approval away, if it has one; the log says from which revision and why."""
    revision, story.approved_revision = story.approved_revision, 0
    if work.approvals.end(story.id, at, by.id, why):
        work.audit.record(
            *(Deed.END_APPROVAL, by, "story", story.id, story.slug),
            before={"approved": str(revision)},
            after={"approved": "", "why": why.value},
        )
