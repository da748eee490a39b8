"""What the registers of sources, tags and desks hand out: frozen rows, and changes that can be undone."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from newsdesk.domain.attribution import Source


class Entry(NamedTuple):
    """A tag or a desk; ``stories`` counts those that have it now. Only desks are ever ``archived``."""

    id: int
    name: str
    stories: int = 0
    archived: bool = False


class Renamed(NamedTuple):
    """A tag or a desk got another name."""

    id: int
    before: str
    after: str


class Merged(NamedTuple):
    """``gone`` stands for ``keep`` now, and so do the ``others`` that stood for ``gone``."""

    keep: int
    gone: int
    others: tuple[int, ...]


class Added(NamedTuple):
    """A desk was made."""

    id: int
    name: str


class Archived(NamedTuple):
    """A desk was put away, or fetched back: ``now`` says which."""

    id: int
    now: bool


class UsedIn(NamedTuple):
    """A story that a source speaks in; ``at`` is when it was last worked on (UTC)."""

    story_id: int
    slug: str
    headline: str
    at: datetime


class SourceUse(NamedTuple):
    """What a source was used for; None where it never was.

    ``first`` and ``last`` are moments (UTC) of the revisions that name it. ``stories`` are the latest that
    name it now, ``total`` how many there are.
    """

    first: datetime | None
    last: datetime | None
    stories: tuple[UsedIn, ...]
    total: int


class SourceChange(NamedTuple):
    """Two sources became one: ``kept`` as it is now, ``before`` and ``gone`` as both were.

    ``others`` are the numbers of those that stood for ``gone``.
    """

    kept: Source
    before: Source
    gone: Source
    others: tuple[int, ...]
