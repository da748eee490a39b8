"""The story: one piece of news from first word to air, with every revision it ever had."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from newsdesk.domain.attribution import Attribution, Byline, Dateline
from newsdesk.domain.blocks import Block, without_marks
from newsdesk.domain.text import lead
from newsdesk.domain.timing import SpokenLength

UNMEASURED = SpokenLength()


class StoryStatus(StrEnum):
    """Where a story stands. The value is stored; the ui has its word, icon and colour."""

    DRAFT = "draft"


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
    are the marks of :mod:`newsdesk.domain.blocks`.
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


@dataclass(frozen=True, slots=True)
class Revision:
    """One saved state of a story: immutable, never deleted. Numbers start at 1; ``by`` is a person's id."""

    number: int
    script: Script
    by: int
    at: datetime
    reason: str = ""


@dataclass(eq=False)
class Story:
    """A story as the newsroom keeps it: what its newest revision says in short (aggregate).

    The words themselves are in its revisions, which are never loaded with it. ``revision`` is the number of
    the newest one, 0 before the first; ``created_by`` and ``updated_by`` are ids of people; times are UTC;
    ``airtime`` is when it is planned for air. ``id`` grows with time; ``id`` and ``version`` are 0 until
    stored, and every change moves ``version``: whoever saves names the version that was read.
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

    def revise(
        self, script: Script, by: int, at: datetime, reason: str = "", length: SpokenLength = UNMEASURED
    ) -> Revision:
        """Make ``script`` the newest revision and return it for keeping; the story's ``version`` will move.

        ``by`` is a person's id, ``at`` UTC, ``length`` the script's spoken length.
        """
        self.slug = script.slug
        self.headline = script.headline
        self.lead = lead(without_marks(script.body))
        self.measured(length)
        # A revision is a row of its own: without these the story's row, and so its version, would not move.
        self.revision += 1
        self.updated_at = at
        self.updated_by = by
        return Revision(self.revision, script, by, at, reason)

    def measured(self, length: SpokenLength) -> None:
        """Take note of the spoken length of the newest revision."""
        self.syllables, self.sentences, self.paragraphs = (
            length.syllables,
            length.sentences,
            length.paragraphs,
        )
