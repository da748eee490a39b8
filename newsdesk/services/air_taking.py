"""A bulletin made ready for the microphone: what was approved, said as it was approved, with its clips."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from newsdesk.domain.air_bulletin import AirBulletin, AirClip, AirItem, AirStatus, numbered
from newsdesk.domain.air_changes import Told
from newsdesk.domain.air_text import AirText
from newsdesk.domain.approval import Approval, ApprovalEnd
from newsdesk.domain.audit import Deed
from newsdesk.domain.blocks import Clip
from newsdesk.domain.bulletin import BulletinState
from newsdesk.domain.open_rundown import OpenRundown, Reader, estimates, readers_of, text_of, timed
from newsdesk.domain.people import DEFAULT_RATE
from newsdesk.domain.readiness import ProblemKind, is_signed_for
from newsdesk.domain.rundown import RundownItem
from newsdesk.domain.sign_off import SigningOff
from newsdesk.domain.story import Script, StoryStatus
from newsdesk.domain.timing import SpokenLength

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.services.opening_bulletins import BulletinOpener, BulletinRows
    from newsdesk.storage.bulletin_queries import Flash
    from newsdesk.storage.queries import Queries

AirTextOf = Callable[[Script, datetime | None, SigningOff], AirText]
"""What a script is on air, planned for a moment (UTC), and how its writers sign off; asks no database."""

_SIGNED = {
    AirStatus.NOT_APPROVED: (ProblemKind.NOT_APPROVED, ProblemKind.CHANGED),
    AirStatus.CHANGED: (ProblemKind.CHANGED, ProblemKind.NEWER_APPROVED, ProblemKind.SET_ASIDE),
    AirStatus.EMBARGOED: (ProblemKind.EMBARGO,),
    AirStatus.KILLED: (ProblemKind.KILLED,),
}
"""With which problem a row of each status was signed for."""
_CHANGES = (
    *(Deed.SAVE, Deed.SUBMIT, Deed.WITHDRAW, Deed.RETURN, Deed.RESTORE_REVISION, Deed.KEEP_TAKEN_OVER),
    *(Deed.SPIKE, Deed.TRASH, Deed.END_APPROVAL, Deed.CORRECT, Deed.KILL),
)
"""What takes approved words away from the microphone, or changes them further."""


@dataclass(frozen=True, slots=True)
class AirRows:
    """What the database says of a bulletin for the microphone.

    ``scripts`` are the words of stories that nobody has approved; ``last`` is who changed the bulletin last,
    ``did`` who changed a story last, its words or where it stands, and when the newsroom got that: words are
    typed before they are kept.
    """

    rows: BulletinRows
    scripts: Mapping[int, Script]
    flashes: tuple[Flash, ...]
    signing: SigningOff
    last: Told
    did: Mapping[int, Told]


class AirTaking:
    """Takes a bulletin in two steps: rows in a transaction, then words and times without one."""

    def __init__(self, opener: BulletinOpener, air_text: AirTextOf, zone: Callable[[], str]) -> None:
        self._opener = opener
        self._air_text = air_text
        self._zone = zone

    def rows(self, queries: Queries, bulletin_id: int, at: datetime) -> AirRows:
        """Read a bulletin. Raises :class:`NoSuchBulletin`."""
        rows = self._opener.rows(queries, bulletin_id)
        scripts: dict[int, Script] = {}
        for item in rows.rundown.items:
            story = rows.stories.stories.get(item.story_id or 0)
            if story is not None and _approval(rows, item) is None:
                scripts[item.id] = queries.script(story.id, item.revision or story.revision)
        entries = queries.audit.entries(1, "bulletin", bulletin_id)
        last = Told(entries[0].person, entries[0].at) if entries else Told("", at)
        signing, flashes = queries.registers.signing_off(), tuple(queries.bulletins.flashes(bulletin_id))
        acts = queries.audit.last_acts("story", rows.stories.stories, _CHANGES)
        did = {story_id: Told(entry.person, entry.at) for story_id, entry in acts.items()}
        return AirRows(rows, scripts, flashes, signing, last, did)

    def bulletin(self, air: AirRows, at: datetime, *, follow: bool = False) -> AirBulletin:
        """Return the bulletin as it goes to the microphone, taken at ``at`` (UTC).

        With ``follow`` a row whose approval was taken away has what was approved since, if anything was: the
        announcer is offered it whether or not the rundown names it. Its clips stay where they are. Spoken
        forms of what nobody has approved are made here; what was approved is said as it was approved.
        """
        opened = self._opener.opened(air.rows, frozenset())
        bulletin = opened.bulletin
        times, taken, readers = timed(opened).rows, estimates(opened), readers_of(bulletin, opened.rundown)
        items: list[AirItem] = []
        for item in opened.rundown.items:
            start = times[item.id].start if item.id in times else None
            reader = opened.readers.get(readers.get(item.id, 0))
            approval = _approval(air.rows, item, follow)
            estimate_ms = taken.get(item.id, item.planned_ms)
            items.append(self._item(air, opened, item, approval, reader, start, estimate_ms))
        names = (opened.readers.get(one) for one in bulletin.announcers)
        return AirBulletin(
            bulletin_id=bulletin.id,
            name=bulletin.name,
            airtime=bulletin.airtime,
            close=bulletin.close,
            announcers=tuple(reader.name for reader in names if reader is not None),
            items=numbered(items),
            taken_at=at,
            zone=self._zone(),
            version=bulletin.version,
            ready=bulletin.state is not BulletinState.PLANNED,
            ready_by=bulletin.ready_by,
            ready_why=bulletin.ready_why,
        )

    def _item(
        self,
        air: AirRows,
        opened: OpenRundown,
        item: RundownItem,
        approval: Approval | None,
        reader: Reader | None,
        start: datetime | None,
        estimate_ms: int,
    ) -> AirItem:
        airtime = opened.bulletin.airtime
        script = air.scripts.get(item.id)
        text = approval.text if approval else None
        if script is not None:
            text = self._air_text(script, airtime, air.signing)
        elif item.kind.is_read and item.words.strip():
            text = self._air_text(Script(slug=item.slug, body=item.words), airtime, SigningOff(""))
        status = _status(air.rows, item, approval, start or airtime)
        story = air.rows.stories.stories.get(item.story_id or 0)
        read = text_of(opened, item)
        flash = next((one for one in air.flashes if one.item_id == item.id and not one.acknowledged_at), None)
        return AirItem(
            item_id=item.id,
            number=0,
            kind=item.kind,
            slug=text.slug if text and item.story_id else item.slug,
            text=text,
            words=item.words,
            story_id=item.story_id,
            revision=approval.revision if approval else story and (item.revision or story.revision),
            approval_id=approval.id if approval else None,
            approved_by=approval.by_name if approval else "",
            approved_at=approval.at if approval else None,
            digest=text.digest() if text else "",
            status=status,
            signed_by=opened.bulletin.ready_by if _is_signed(opened, item, status) else "",
            length=_length(text, item, read.paraphrase if read else SpokenLength()),
            reader_id=reader.id if reader else None,
            reader=reader.name if reader else "",
            rate=reader.rate if reader else DEFAULT_RATE,
            spread=reader.spread if reader else 0,
            planned_ms=item.planned_ms,
            estimate_ms=estimate_ms,
            start=start,
            fixed_at=item.fixed_at,
            clips=_clips(text, item),
            floated=item.floated,
            paraphrase=item.paraphrase,
            flash_id=flash.id if flash else None,
        )


def _approval(rows: BulletinRows, item: RundownItem, follow: bool = False) -> Approval | None:
    """Return what was approved for a row: what it pins; with ``follow`` what stands now, where that ended."""
    if item.story_id is None:
        return None
    standing = rows.stories.approvals.get(item.story_id)
    if standing is not None and item.approval_id in (standing.id, None):
        return standing
    pinned = rows.pinned.get(item.approval_id or 0)
    pinned = pinned if pinned is not None and pinned.whole else None
    return standing or pinned if follow else pinned or standing


def _status(rows: BulletinRows, item: RundownItem, approval: Approval | None, start: datetime) -> AirStatus:
    story = rows.stories.stories.get(item.story_id or 0)
    if story is None:
        return AirStatus.NO_STORY
    if story.status is StoryStatus.KILLED:
        return AirStatus.KILLED
    if approval is None:
        return AirStatus.NOT_APPROVED
    if approval.ended_why is ApprovalEnd.KILLED:
        return AirStatus.KILLED  # the story has other words by now; these stay killed
    if story.trashed or story.status is StoryStatus.SPIKED:
        return AirStatus.CHANGED
    if approval.ended_why not in (None, ApprovalEnd.SAID_ANEW):
        return AirStatus.CHANGED
    if story.embargo is not None and story.embargo > start:
        return AirStatus.EMBARGOED
    return AirStatus.APPROVED


def _is_signed(opened: OpenRundown, item: RundownItem, status: AirStatus) -> bool:
    """Return whether an editor has answered for a row as it stands: not for what became of it afterwards."""
    state = opened.state_of(item)
    if state is None or (status is AirStatus.NOT_APPROVED and item.revision is None):
        return False
    return is_signed_for(opened.bulletin.ready_why, state.slug, _SIGNED.get(status, ()))


def _length(text: AirText | None, item: RundownItem, paraphrases: SpokenLength) -> SpokenLength:
    if text is None:
        return SpokenLength()
    return text.length + paraphrases if item.paraphrase else text.length


def _clips(text: AirText | None, item: RundownItem) -> tuple[AirClip, ...]:
    if item.path:
        clip = Clip(item.slug, item.path, milliseconds=item.planned_ms)
        return (AirClip(0, clip, item.path, item.path),)
    blocks = text.blocks if text else ()
    return tuple(
        AirClip(place, block, block.path, block.path)
        for place, block in enumerate(blocks)
        if isinstance(block, Clip)
    )
