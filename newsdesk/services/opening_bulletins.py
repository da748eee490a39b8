"""A bulletin opened for work: rows from the database first, then measured and looked after without it."""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from newsdesk.domain.approval import Approval
from newsdesk.domain.blocks import Clip
from newsdesk.domain.bulletin import Bulletin, BulletinState
from newsdesk.domain.open_rundown import OpenRundown, Reader, StoryState, TextLength
from newsdesk.domain.rows import LockRow
from newsdesk.domain.rundown import ItemKind, Rundown
from newsdesk.domain.story import Script, StoryStatus
from newsdesk.domain.timing import SpokenLength
from newsdesk.errors import NoSuchBulletin
from newsdesk.services.locking import LAPSES_AFTER
from newsdesk.services.recovering import Measure
from newsdesk.services.sound_there import SoundThere

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.storage.bulletin_queries import PlacedIn, PlacedStory
    from newsdesk.storage.queries import Queries

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class StoryRows:
    """What the database says of stories that are or could be in a bulletin, all by the story."""

    stories: Mapping[int, PlacedStory]
    approvals: Mapping[int, Approval]
    clips: Mapping[int, Sequence[Clip]]
    placed: Mapping[int, Sequence[PlacedIn]]
    locks: Mapping[int, LockRow]


@dataclass(frozen=True, slots=True)
class BulletinRows:
    """What the database says of one bulletin; ``pinned`` are approvals that rows name, by their ids."""

    bulletin: Bulletin
    rundown: Rundown
    stories: StoryRows
    pinned: Mapping[int, Approval]
    readers: Mapping[int, Reader]
    unacknowledged: tuple[int, ...]

    @property
    def paths(self) -> set[str]:
        """The sound files that it needs, "" for one that is still to come."""
        return {*paths_of(self.stories), *(item.path for item in self.rundown.items if item.path)}


class BulletinOpener:
    """Reads a bulletin in a transaction (:meth:`rows`), and makes of it what is worked with (:meth:`opened`).

    ``measure`` gives the spoken length of a text; ``editor`` is this opened newsroom, whose own locks are no
    obstacle.
    """

    def __init__(self, measure: Measure, editor: int) -> None:
        self._measure = measure
        self._editor = editor
        self.sound = SoundThere()

    def rows(self, queries: Queries, bulletin_id: int, rundown: Rundown | None = None) -> BulletinRows:
        """Read a bulletin, with ``rundown`` in the place of its own. Raises :class:`NoSuchBulletin`."""
        bulletin = queries.bulletins.bulletin(bulletin_id)
        if bulletin is None:
            raise NoSuchBulletin(bulletin_id)
        rundown = rundown or queries.bulletins.rundown(bulletin_id)
        stories = self.stories(queries, {one.story_id for one in rundown.items if one.story_id is not None})
        in_force = {approval.id for approval in stories.approvals.values()}
        named = {item.approval_id for item in rundown.items if item.approval_id is not None}
        return BulletinRows(
            bulletin,
            rundown,
            stories,
            _by_id(queries, named - in_force),
            queries.bulletins.readers(),
            tuple(
                one.item_id for one in queries.bulletins.flashes(bulletin_id) if one.acknowledged_at is None
            ),
        )

    def stories(self, queries: Queries, story_ids: Collection[int]) -> StoryRows:
        """Read what a bulletin asks of stories."""
        held = queries.locks.alive(LAPSES_AFTER, self._editor) if story_ids else []
        return StoryRows(
            queries.bulletins.stories(story_ids),
            _in_force(queries, story_ids),
            queries.bulletins.clips(story_ids),
            queries.bulletins.placed(story_ids),
            {lock.story_id: lock for lock in held},
        )

    def opened(self, rows: BulletinRows, missing: frozenset[str] | None = None) -> OpenRundown:
        """Return a bulletin as it is worked with.

        ``missing`` are sound files known not to be there; None looks for them, which may take a second.
        """
        gone = self.sound.missing(rows.paths) if missing is None else missing
        airtime = rows.bulletin.airtime
        return OpenRundown(
            rows.bulletin,
            rows.rundown,
            self.states(rows.stories, airtime, gone),
            rows.readers,
            {
                item.id: self._approved(pinned, airtime)
                for item in rows.rundown.items
                if (pinned := rows.pinned.get(item.approval_id or 0)) is not None
            },
            {
                item.id: self._measure(Script(body=item.words), airtime)
                for item in rows.rundown.items
                if item.kind is ItemKind.WORDS and item.words.strip()
            },
            frozenset(item.id for item in rows.rundown.items if item.path and item.path in gone),
            rows.unacknowledged,
        )

    def states(
        self, rows: StoryRows, airtime: datetime | None, missing: frozenset[str]
    ) -> dict[int, StoryState]:
        """Return how stories stand that would be aired at ``airtime``."""
        return {story_id: self._state(rows, story_id, airtime, missing) for story_id in rows.stories}

    def _state(
        self, rows: StoryRows, story_id: int, airtime: datetime | None, missing: frozenset[str]
    ) -> StoryState:
        story, approval, lock = rows.stories[story_id], rows.approvals.get(story_id), rows.locks.get(story_id)
        length = SpokenLength(story.syllables, story.sentences, story.paragraphs)
        text = (
            self._approved(approval, airtime)
            if approval
            else self._text(length, story.clip_ms, rows.clips.get(story_id, ()), airtime)
        )
        return StoryState(
            story_id,
            story.status,
            story.slug,
            story.headline,
            story.lead,
            story.by,
            story.revision,
            approval.revision if approval else None,
            approval.id if approval else None,
            lock.person if lock else "",
            tuple(clip.name for clip in clips_of(rows, story_id) if not clip.path or clip.path in missing),
            story.embargo,
            aired_in(rows, story_id),
            story.trashed,
            text,
        )

    def _approved(self, approval: Approval, airtime: datetime | None) -> TextLength:
        air = approval.text
        clips = [
            replace(block, paraphrase=said)
            for block, said in zip(air.blocks, air.paraphrases, strict=False)
            if isinstance(block, Clip)
        ]
        return self._text(air.length, air.clip_ms, clips, airtime)

    def _text(
        self, length: SpokenLength, clip_ms: int, clips: Sequence[Clip], airtime: datetime | None
    ) -> TextLength:
        said = [clip.paraphrase for clip in clips if clip.paraphrase.strip()]
        read = (self._measure(Script(body=one), airtime) for one in said)
        return TextLength(length, clip_ms, len(clips), sum(read, SpokenLength()), len(said))


def paths_of(rows: StoryRows) -> set[str]:
    """Return the sound files that stories need, "" for one that is still to come."""
    return {clip.path for story_id in rows.stories for clip in clips_of(rows, story_id)}


def clips_of(rows: StoryRows, story_id: int) -> Sequence[Clip]:
    """Return the clips of a story's approved text, or of its newest where nothing is approved."""
    approval = rows.approvals.get(story_id)
    if approval is None:
        return rows.clips.get(story_id, ())
    return [block for block in approval.text.blocks if isinstance(block, Clip)]


def aired_in(rows: StoryRows, story_id: int) -> str:
    """Return the name of the bulletin in which a story was read last, "" for none."""
    if rows.stories[story_id].status is not StoryStatus.AIRED:
        return ""
    placed = rows.placed.get(story_id, ())
    return next((one.name for one in placed if one.state is BulletinState.AIRED and not one.floated), "")


def _in_force(queries: Queries, story_ids: Collection[int]) -> dict[int, Approval]:
    """Return the approvals that stand, by story, but none whose text is not the one that was approved."""
    found: dict[int, Approval] = {}
    try:
        found = queries.approvals.in_force_of(story_ids)
    except ValueError as error:
        _log.warning("an approval cannot be read: %s", error)
        for story_id in story_ids:
            try:
                found |= queries.approvals.in_force_of([story_id])
            except ValueError:
                continue  # it was told above; the row counts as not approved
    return {story_id: approval for story_id, approval in found.items() if _is_whole(approval)}


def _by_id(queries: Queries, approval_ids: Collection[int]) -> dict[int, Approval]:
    try:
        return queries.approvals.these(approval_ids) if approval_ids else {}
    except ValueError as error:
        _log.warning("an approval that a bulletin has pinned cannot be read: %s", error)
        return {}


def _is_whole(approval: Approval) -> bool:
    if not approval.whole:
        _log.warning("the text of approval %d is not the one that was approved", approval.id)
    return approval.whole
