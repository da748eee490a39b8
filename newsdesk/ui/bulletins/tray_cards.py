"""What the tray shows of the stories that are ready to be placed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsdesk.domain.people import DEFAULT_RATE
from newsdesk.domain.readiness import Standing
from newsdesk.domain.timing import clock_length
from newsdesk.i18n import _, ngettext
from newsdesk.ui.bulletins.tray_rows import TrayCard
from newsdesk.ui.rundown.row_status import row_status

if TYPE_CHECKING:
    from newsdesk.domain.open_rundown import OpenRundown, StoryState, TrayRow


def tray_cards(rows: Sequence[TrayRow], opened: OpenRundown) -> tuple[list[TrayCard], str]:
    """Return the cards, and how many they are and how long together: "4 naskah, 2:56".

    Lengths are for the bulletin's first announcer: who reads is settled when a story is placed.
    """
    announcers = opened.bulletin.announcers
    reader = opened.readers.get(announcers[0]) if announcers else None
    rate = reader.rate if reader else DEFAULT_RATE
    lengths = [row.state.text.ms(rate) for row in rows]
    cards = [
        TrayCard(
            row.state.story_id,
            row.state.slug,
            clock_length(ms),
            row.state.lead or row.state.headline,
            row_status(Standing.APPROVED if _lacks(row.state) else Standing.READY, _lacks(row.state)),
            _note(row),
        )
        for row, ms in zip(rows, lengths, strict=True)
    ]
    count = ngettext("{n} naskah", "{n} naskah", len(rows)).format(n=len(rows))
    return cards, f"{count}, {clock_length(sum(lengths))}" if rows else count


def _lacks(state: StoryState) -> str:
    """Return what a story that is approved still lacks, "" for nothing."""
    if state.locked_by:
        return _("{name} sedang menulis").format(name=state.locked_by)
    if state.missing_clips:
        return _("berkas klip {name} tidak ada").format(name=state.missing_clips[0])
    return ""


def _note(row: TrayRow) -> str:
    if row.carried_from:
        return _("belum dibaca di {where}").format(where=row.carried_from)
    if row.also_in:
        return _("juga di {where}").format(where=row.also_in)
    return ""
