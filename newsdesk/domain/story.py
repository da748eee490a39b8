"""The story: one piece of news from first word to air, with every revision it ever had."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from newsdesk.domain.attribution import Attribution, Byline, Dateline


class StoryStatus(StrEnum):
    """Where a story stands. The value is stored; the ui has its word, icon and colour."""

    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class Script:
    """Everything a reporter edits in one story: the value that autosave, revisions and the editor share.

    ``slug`` is capitals with hyphens (MOS storySlug); ``body`` paragraphs are divided by one newline;
    ``attributions`` are spans of ``body`` in code points, ordered by start.
    """

    slug: str = ""
    headline: str = ""
    dateline: Dateline | None = None
    bylines: tuple[Byline, ...] = ()
    tags: tuple[str, ...] = ()
    body: str = ""
    attributions: tuple[Attribution, ...] = ()


@dataclass(frozen=True, slots=True)
class Revision:
    """One saved state of a story: immutable, never deleted. Numbers start at 1."""

    number: int
    script: Script
    by: str
    at: datetime
    reason: str = ""
