"""What goes on paper, gathered from the services of a newsroom; all of it on the database lane."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from newsdesk.domain.air_bulletin import AirItem, AirStatus
from newsdesk.domain.air_text import AirText
from newsdesk.domain.blocks import clip_milliseconds, without_marks
from newsdesk.domain.open_rundown import OpenRundown, Reader, readers_of, timed
from newsdesk.domain.paper import BlockLine, Made, Paper, RundownLine, RundownSheet, ScriptSheet
from newsdesk.domain.readiness import standing
from newsdesk.domain.rundown import NO_BLOCK, RundownItem
from newsdesk.domain.rundown_timing import TimedRundown
from newsdesk.domain.timing import read_time_ms
from newsdesk.errors import NothingApproved
from newsdesk.exchange import printable

if TYPE_CHECKING:
    from newsdesk.domain.audit import Head
    from newsdesk.domain.story import Script
    from newsdesk.services.newsroom import Newsroom

_SAID = frozenset({AirStatus.APPROVED, AirStatus.CHANGED, AirStatus.EMBARGOED, AirStatus.NO_STORY})
"""What may stand on paper as it is said: somebody answers for these words."""


class Copy(StrEnum):
    """For whom a script is printed."""

    DRAFT = "draft"
    """For the desk: as written, and stamped."""
    ON_AIR = "on_air"
    """For the announcer: as said; approved words only."""


def story_paper(
    newsroom: Newsroom,
    story_id: int,
    copy: Copy,
    typed: Script | None,
    station: str,
    at: datetime,
) -> Paper:
    """Return one story for paper.

    A draft copy has ``typed``, the words on the screen, or without them those of the newest revision. The
    on-air copy has the words of the approval in force; raises :class:`NothingApproved` where there is none.
    ``at`` is now, in the station's zone. Raises :class:`NoSuchStory`.
    """
    me = newsroom.people.me()
    made = Made(station, me.name, at)
    review = newsroom.reviewing.open(story_id)
    if copy is Copy.ON_AIR:
        approval = review.approval
        if approval is None or not approval.whole:
            raise NothingApproved(story_id)
        sheet = ScriptSheet(
            approval.text,
            approval.revision,
            on_air=True,
            read_ms=read_time_ms(approval.text.length, me.rate) + approval.text.clip_ms,
            approved_by=approval.by_name,
            approved_at=approval.at.astimezone(at.tzinfo),
        )
    else:
        kept = review.story.script
        script = kept if typed is None else typed
        length = newsroom.reading.length(without_marks(script.body))
        clip_ms = clip_milliseconds(script.blocks)
        sheet = ScriptSheet(
            _as_written(script, clip_ms),
            review.story.revision,
            read_ms=read_time_ms(length, me.rate) + clip_ms,
            edited=script != kept,
        )
    return printable.scripts(sheet.text.slug, [sheet], made)


def bulletin_paper(
    newsroom: Newsroom,
    bulletin_id: int,
    station: str,
    at: datetime,
    *,
    rundown: bool = True,
    scripts: Copy | None = None,
    page_each: bool = True,
) -> Paper:
    """Return a bulletin for paper: its rundown, its scripts, or both; ``at`` is now, in the station's zone.

    Scripts are those that would go to the microphone now. What nobody has approved stands there as a draft,
    also in the on-air copy; what was killed is left out. Raises :class:`NoSuchBulletin`.
    """
    made = Made(station, newsroom.people.me().name, at)
    opened = newsroom.bulletins.open(bulletin_id)
    papers: list[Paper] = []
    if rundown:
        papers.append(printable.rundown(rundown_sheet(opened, newsroom.audit.head(), at), made))
    if scripts is not None:
        air = newsroom.on_air.look(bulletin_id)
        sheets = air_sheets(air.items, scripts, at)
        papers.append(printable.scripts(opened.bulletin.name, sheets, made, page_each=page_each))
    return printable.together(opened.bulletin.name, papers) if len(papers) > 1 else papers[0]


def rundown_sheet(opened: OpenRundown, witness: Head, at: datetime) -> RundownSheet:
    """Return an opened bulletin as a sheet, its times in the zone of ``at``."""
    bulletin, times = opened.bulletin, timed(opened)
    zone = at.tzinfo
    blocks = {block.id: block for block in opened.rundown.blocks}
    lines: list[BlockLine | RundownLine] = []
    who = readers_of(bulletin, opened.rundown)
    last = NO_BLOCK
    counted = [item for item in opened.rundown.items if not item.floated]
    for item in [*counted, *(item for item in opened.rundown.items if item.floated)]:
        if item.block_id != last and item.block_id in blocks and not item.floated:
            block = blocks[item.block_id]
            lines.append(BlockLine(block.name, times.blocks[block.id].estimate_ms, block.budget_ms))
        last = item.block_id
        lines.append(_line(opened, item, times, opened.readers.get(who.get(item.id, 0)), at))
    names = (opened.readers.get(person) for person in bulletin.announcers)
    return RundownSheet(
        name=bulletin.name,
        airtime=bulletin.airtime.astimezone(zone),
        close=bulletin.close.astimezone(zone),
        slot_ms=bulletin.slot_ms,
        planned_ms=times.planned_ms,
        estimate_ms=times.total_ms,
        over_ms=times.over_ms,
        lines=tuple(lines),
        tolerance_ms=bulletin.tolerance_ms,
        announcers=tuple(reader.name for reader in names if reader),
        ready_by=bulletin.ready_by,
        witness=witness if witness.number else None,
    )


def air_sheets(items: Sequence[AirItem], copy: Copy, at: datetime) -> list[ScriptSheet]:
    """Return what is read of a bulletin as sheets, in its order; rows that nobody reads have none."""
    sheets: list[ScriptSheet] = []
    for item in items:
        if item.text is None or item.status is AirStatus.KILLED:
            continue
        answered = item.status in _SAID or bool(item.signed_by)
        sheets.append(
            ScriptSheet(
                item.text,
                item.revision or 0,
                on_air=copy is Copy.ON_AIR and answered,
                read_ms=item.estimate_ms,
                place=str(item.number),
                reader=item.reader,
                approved_by=item.approved_by or item.signed_by,
                approved_at=item.approved_at and item.approved_at.astimezone(at.tzinfo),
                paraphrased=item.paraphrase,
            )
        )
    return sheets


def _line(
    opened: OpenRundown, item: RundownItem, times: TimedRundown, reader: Reader | None, at: datetime
) -> RundownLine:
    row = times.rows[item.id]
    state = opened.state_of(item)
    return RundownLine(
        place=str(row.number) if row.number else "",
        slug=state.slug if state else item.slug,
        kind=item.kind.value,
        status=standing(opened, item, times).value,
        reader=reader.name if reader else "",
        planned_ms=row.planned_ms,
        estimate_ms=row.estimate_ms,
        start=row.start and row.start.astimezone(at.tzinfo),
        back_time=row.back_time and row.back_time.astimezone(at.tzinfo),
        fixed_at=item.fixed_at and item.fixed_at.astimezone(at.tzinfo),
        over_ms=row.over_ms,
        floated=item.floated,
    )


def _as_written(script: Script, clip_ms: int) -> AirText:
    return AirText(
        script.slug, script.headline, script.body, script.blocks, clip_ms=clip_ms, cuttable=script.cuttable
    )
