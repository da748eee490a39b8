"""Frozen rows, read-only and cheap: what the read side of the storage hands out instead of aggregates."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from newsdesk.domain.lexicon import Pronunciation
from newsdesk.domain.story import RevisionKind, Script, StoryStatus


class StoryRow(NamedTuple):
    """One story in a list.

    ``lead`` is the first sentence; ``by`` the name of who began it, its writer; ``updated_at`` is UTC;
    ``syllables``, ``sentences``, ``paragraphs`` and ``clip_ms`` (of all clips together) give the read time.
    With ``unsaved`` the reader has autosaved text in this story that is no revision yet, and the row shows
    that text. ``locked_by`` is the name of who is writing in it elsewhere, "" when nobody is; ``trashed``
    says that it lies in the trash.

    What waits, what was approved and what is for today tells besides: ``revision``, the newest one's number,
    0 before the first; ``waiting_since`` (UTC), since when an editor has to decide on it;
    ``approved_revision``, the one whose approval stands, 0 for none; ``embargo`` (UTC), until when it may not
    be said. My drafts and what is for today tell of a draft that was sent back and not handed in since:
    ``returned_by`` (a name), "" for any other, and ``returned_why``, the editor's note.
    """

    id: int
    slug: str
    headline: str
    lead: str
    status: StoryStatus
    by: str
    updated_at: datetime
    syllables: int
    sentences: int
    paragraphs: int
    clip_ms: int
    unsaved: bool
    locked_by: str = ""
    trashed: bool = False
    revision: int = 0
    waiting_since: datetime | None = None
    approved_revision: int = 0
    embargo: datetime | None = None
    returned_by: str = ""
    returned_why: str = ""


class Wanted(NamedTuple):
    """What a list is to hold: everything but the trash, as long as nothing narrower is asked for.

    ``mine`` keeps my drafts, ``status`` what stands there, ``waiting`` what an editor has to decide on (what
    waits longest first, where everything else begins with the latest worked on), ``today`` what is planned
    for that span or (without a plan) was worked on in it and is not spiked, ``trash`` what lies in the trash;
    ``needle`` what has these letters in slug, headline, first sentence or name, in any case.
    """

    mine: bool = False
    status: StoryStatus | None = None
    today: tuple[datetime, datetime] | None = None
    trash: bool = False
    needle: str = ""
    waiting: bool = False


class StoryCounts(NamedTuple):
    """How many stories each saved view holds."""

    mine: int
    waiting: int
    today: int
    all: int
    spiked: int
    trash: int
    approved: int
    aired: int


class LockRow(NamedTuple):
    """Who is writing in a story: ``person`` is a name, ``editor`` the opened newsroom it is done in.

    ``since`` and ``seen_at`` (the last sign of life) are UTC, by the clock of the database.
    """

    story_id: int
    person_id: int
    person: str
    editor: int
    since: datetime
    seen_at: datetime


class StoryHead(NamedTuple):
    """What stands over an opened story; ``original`` is the pasted text it was made from.

    ``revision`` is 0 before the first; then ``revised_at``, ``revised_by`` (a name), ``reviser`` (that
    person's id) and ``revised_version`` (the version that the revision made) tell of the making of the story.
    ``kind`` and ``reason`` are those of the newest revision. ``waiting_since`` (UTC) is since when an editor
    has to decide on it, ``approved_revision`` the one whose approval stands (0 for none), ``embargo`` (UTC)
    until when it may not be said, ``killed_why`` the reason it was killed for.
    """

    id: int
    version: int
    status: StoryStatus
    airtime: datetime | None
    created_at: datetime
    revision: int
    revised_at: datetime
    revised_by: str
    revised_version: int
    reviser: int
    original: str
    kind: RevisionKind
    reason: str
    trashed: bool
    waiting_since: datetime | None = None
    approved_revision: int = 0
    embargo: datetime | None = None
    killed_why: str = ""


class RevisionRow(NamedTuple):
    """One revision in a story's history; ``by`` is the person's name, ``at`` is UTC."""

    number: int
    by: str
    at: datetime
    reason: str
    kind: RevisionKind = RevisionKind.SAVED


class UnsavedText(NamedTuple):
    """Text that is no revision yet: typed on the version ``base``, taken from the page at ``at`` (UTC).

    ``editor`` is the number of the opened newsroom it was typed in: two windows of one person never write
    over each other's text. ``took`` are the texts of other editors that this one goes on from: each editor's
    up to that moment; their words are in this one, and they need not be offered any more.
    """

    base: int
    at: datetime
    script: Script
    editor: int = 0
    took: tuple[tuple[int, datetime], ...] = ()


class LexiconRow(NamedTuple):
    """One entry of the lexicon's page.

    ``slug`` is that of the story the form was found in, "" for none; ``used`` the number of stories whose
    newest text has the form, in whatever case where the entry takes any.
    """

    entry: Pronunciation
    slug: str
    used: int
