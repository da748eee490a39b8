"""The story: one piece of news from first word to air, with every revision it ever had."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from newsdesk.domain.attribution import Attribution, Byline, Dateline
from newsdesk.domain.blocks import Block, clip_milliseconds, without_marks
from newsdesk.domain.text import lead
from newsdesk.domain.timing import SpokenLength

UNMEASURED = SpokenLength()


class StoryStatus(StrEnum):
    """Where a story stands. The value is stored; the ui has its word, icon and colour."""

    DRAFT = "draft"
    WAITING = "waiting"
    APPROVED = "approved"
    """An editor approved its words: they may be aired."""
    CHANGED = "changed"
    """Its words were changed after they were approved: it waits for an editor again."""
    AIRED = "aired"
    """Its words were read on air."""
    KILLED = "killed"
    """An editor took it from the air for a reason: it must not be read (again)."""
    SPIKED = "spiked"

    def may_become(self, other: StoryStatus) -> bool:
        """Return whether a story that stands here may be moved there.

        What waits for an editor may be handed in anew; what was approved or aired only with other words, and
        then it is CHANGED. What is on its way to the air is killed rather than spiked once it was aired. A
        killed story waits again when it is corrected. A spiked story goes nowhere until it is restored.
        """
        return other in _MOVES[self]

    @property
    def waits(self) -> bool:
        """Whether an editor has to decide on it."""
        return self in (StoryStatus.WAITING, StoryStatus.CHANGED)


_MOVES: dict[StoryStatus, frozenset[StoryStatus]] = {
    StoryStatus.DRAFT: frozenset({StoryStatus.WAITING, StoryStatus.SPIKED}),
    StoryStatus.WAITING: frozenset(
        {StoryStatus.WAITING, StoryStatus.DRAFT, StoryStatus.APPROVED, StoryStatus.SPIKED}
    ),
    StoryStatus.APPROVED: frozenset(
        {
            *(StoryStatus.WAITING, StoryStatus.CHANGED, StoryStatus.DRAFT),
            *(StoryStatus.AIRED, StoryStatus.KILLED, StoryStatus.SPIKED),
        }
    ),
    StoryStatus.CHANGED: frozenset(
        {
            *(StoryStatus.WAITING, StoryStatus.DRAFT, StoryStatus.APPROVED),
            *(StoryStatus.KILLED, StoryStatus.SPIKED),
        }
    ),
    StoryStatus.AIRED: frozenset({StoryStatus.WAITING, StoryStatus.CHANGED, StoryStatus.KILLED}),
    StoryStatus.KILLED: frozenset({StoryStatus.WAITING}),
    StoryStatus.SPIKED: frozenset(),
}


class RevisionKind(StrEnum):
    """What made a revision. The value is stored; the ui has its word."""

    SAVED = "saved"
    SUBMITTED = "submitted"
    """Handed in to an editor."""
    WITHDRAWN = "withdrawn"
    """Taken back by its writer before an editor was done with it."""
    RETURNED = "returned"
    """Sent back to its writer, with a note why."""
    RESTORED = "restored"
    """An older revision's text, made the newest again."""
    TAKEN_OVER = "taken_over"
    """What somebody had typed and not saved when a colleague took the story over."""
    CORRECTED = "corrected"
    """Put right by an editor after it was approved or aired, with a reason."""


@dataclass(frozen=True, slots=True, order=True)
class SaidHere:
    """How ``[start, end)`` of one script is said, whatever the rules and the lexicon say.

    Code points of the body; an empty ``spoken`` makes the place silent.
    """

    start: int
    end: int
    spoken: str


@dataclass(frozen=True, slots=True)
class Script:
    """Everything a reporter edits in one story: the value that autosave, revisions and the editor share.

    ``slug`` is capitals with hyphens (MOS storySlug); ``body`` paragraphs are divided by one newline;
    ``attributions`` are spans of ``body`` in code points, ordered by start; so is ``said_here``, the readings
    that hold for one place of this story only. ``blocks`` are its clips and notes; their places in ``body``
    are the marks of :mod:`newsdesk.domain.blocks`. ``cuttable`` are the spans ``[start, end)`` of ``body``
    (code points, ordered, disjoint) that its writer allows to be cut for time: whole sentences.
    """

    slug: str = ""
    headline: str = ""
    dateline: Dateline | None = None
    bylines: tuple[Byline, ...] = ()
    tags: tuple[str, ...] = ()
    body: str = ""
    attributions: tuple[Attribution, ...] = ()
    said_here: tuple[SaidHere, ...] = ()
    blocks: tuple[Block, ...] = ()
    cuttable: tuple[tuple[int, int], ...] = ()


def tied_to(script: Script, merged: Mapping[int, int]) -> Script:
    """Return ``script`` with its passages tied to the sources that ``merged`` gives for theirs."""
    if not any(tie.source_id in merged for tie in script.attributions):
        return script
    ties = (replace(tie, source_id=merged.get(tie.source_id, tie.source_id)) for tie in script.attributions)
    return replace(script, attributions=tuple(ties))


def same_words(one: Script, other: Script) -> bool:
    """Return whether the same is read from both: body, clips and notes, readings given here, and writers.

    Slug, headline, dateline, tags, sources and what may be cut are not read.
    """
    return (one.body, one.blocks, one.said_here, one.bylines) == (
        other.body,
        other.blocks,
        other.said_here,
        other.bylines,
    )


@dataclass(frozen=True, slots=True)
class Revision:
    """One saved state of a story: immutable, never deleted. Numbers start at 1; ``by`` is a person's id.

    ``reason`` is what was said about it: an editor's note when it was returned, why it was corrected, the
    number of the revision that was restored.
    """

    number: int
    script: Script
    by: int
    at: datetime
    reason: str = ""
    kind: RevisionKind = RevisionKind.SAVED


@dataclass(eq=False)
class Story:
    """A story as the newsroom keeps it: what its newest revision says in short (aggregate).

    The words themselves are in its revisions, which are never loaded with it. ``revision`` is the number of
    the newest one, 0 before the first; ``created_by`` and ``updated_by`` are ids of people; times are UTC;
    ``airtime`` is when it is planned for air; ``trashed_at`` and ``trashed_by`` (a person's id) tell of a
    story in the trash, which keeps its status; ``desk_id`` is the desk it is for; ``clip_ms`` is how long its
    clips take together. ``waiting_since`` is since when an editor has to decide on it; ``approved_revision``
    the revision whose approval stands, 0 for none; before ``embargo`` it may not be said; ``killed_why`` is
    the reason it was killed for. ``id`` grows with time;
    ``id`` and ``version`` are 0 until stored, and every change moves ``version``: whoever saves names the
    version that was read.
    """

    created_at: datetime
    created_by: int
    updated_at: datetime
    updated_by: int
    slug: str = ""
    headline: str = ""
    lead: str = ""
    status: StoryStatus = StoryStatus.DRAFT
    airtime: datetime | None = None
    revision: int = 0
    syllables: int = 0
    sentences: int = 0
    paragraphs: int = 0
    id: int = 0
    version: int = 0
    trashed_at: datetime | None = None
    trashed_by: int | None = None
    desk_id: int | None = None
    clip_ms: int = 0
    waiting_since: datetime | None = None
    approved_revision: int = 0
    embargo: datetime | None = None
    killed_why: str = ""

    def stand(self, status: StoryStatus, at: datetime) -> None:
        """Put the story there; ``at`` (UTC) is since when it waits, unless it waits already.

        What was spiked while it waited has its place in the queue again when it is restored.
        """
        if status is not StoryStatus.KILLED:
            self.killed_why = ""
        if status.waits:
            self.waiting_since = self.waiting_since or at
        elif status is not StoryStatus.SPIKED:
            self.waiting_since = None
        self.status = status

    def revise(
        self,
        script: Script,
        by: int,
        at: datetime,
        reason: str = "",
        length: SpokenLength = UNMEASURED,
        kind: RevisionKind = RevisionKind.SAVED,
    ) -> Revision:
        """Make ``script`` the newest revision and return it for keeping; the story's ``version`` will move.

        ``by`` is a person's id, ``at`` UTC, ``length`` the script's spoken length.
        """
        self.slug = script.slug
        self.headline = script.headline
        self.lead = lead(without_marks(script.body))
        self.clip_ms = clip_milliseconds(script.blocks)
        self.measured(length)
        # A revision is a row of its own: without these the story's row, and so its version, would not move.
        self.revision += 1
        self.updated_at = at
        self.updated_by = by
        return Revision(self.revision, script, by, at, reason, kind)

    def measured(self, length: SpokenLength) -> None:
        """Take note of the spoken length of the newest revision."""
        self.syllables, self.sentences, self.paragraphs = (
            length.syllables,
            length.sentences,
            length.paragraphs,
        )
