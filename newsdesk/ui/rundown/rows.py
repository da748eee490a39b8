"""The rows of a rundown as they are shown: headings, rows on air, and at the end those that are kept."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime, tzinfo
from typing import NamedTuple

from newsdesk.domain.rundown import NO_BLOCK, ItemKind, Rundown, RundownItem
from newsdesk.domain.rundown_timing import Timed, TimedRundown
from newsdesk.domain.timing import clock_length
from newsdesk.i18n import _, ngettext
from newsdesk.ui.components.over_under import OverLook, over_look
from newsdesk.ui.rundown.row_status import RowFacts, kind_icon, kind_words

FLOATS = -1
"""The key of the heading over the rows that are kept ("Cadangan"), where a block has its id."""


class HeadingRow(NamedTuple):
    """A heading: a block's, or the one over the rows that are kept. ``over`` is against its budget.

    ``held`` is how many rows stand under it.
    """

    block_id: int
    name: str
    sums: str
    held: int
    folded: bool
    over: OverLook | None = None


class ItemRow(NamedTuple):
    """One row of the rundown, every cell ready to be painted; "" is an empty cell.

    ``over`` is a hard hit's own difference, None for other rows. ``item`` is what it was made of.
    """

    item: RundownItem
    facts: RowFacts
    number: str
    icon: str
    type: str
    planned: str
    estimate: str
    start: str
    back: str
    over: OverLook | None


Row = HeadingRow | ItemRow


class RowView(NamedTuple):
    """What rows are made with: the story's side of each, the station's zone, and what is folded away."""

    facts: Callable[[RundownItem], RowFacts]
    zone: tzinfo
    tolerance_ms: int
    folded: Collection[int] = ()


def rundown_rows(rundown: Rundown, timed: TimedRundown, view: RowView) -> tuple[Row, ...]:
    """Return headings and rows in the order they are shown; what is folded away has its heading alone."""
    by_block: dict[int, list[ItemRow]] = {block.id: [] for block in rundown.blocks}
    floats: list[ItemRow] = []
    words = _Words(view.zone)
    for item in rundown.items:
        row = _item_row(item, timed.rows[item.id], view, words)
        if item.floated:
            floats.append(row)
        else:
            by_block.setdefault(item.block_id, []).append(row)
    rows: list[Row] = list(by_block.get(NO_BLOCK, ()))
    for block in rundown.blocks:
        inside = by_block[block.id]
        sums = timed.blocks[block.id]
        words, over = clock_length(sums.estimate_ms), None
        if block.budget_ms is not None and sums.over_ms is not None:
            words = _("{length} dari {budget}").format(length=words, budget=clock_length(block.budget_ms))
            over = over_look(sums.over_ms, view.tolerance_ms)
        folded = block.id in view.folded
        rows.append(HeadingRow(block.id, block.name, words, len(inside), folded, over))
        if not folded:
            rows += inside
    if floats:
        folded = FLOATS in view.folded
        rows.append(HeadingRow(FLOATS, _("Cadangan"), _("tidak dihitung"), len(floats), folded))
        if not folded:
            rows += floats
    return tuple(rows)


class _Words:
    """The words and moments of one making of the rows: said once, however many rows say the same."""

    def __init__(self, zone: tzinfo) -> None:
        self._zone = zone
        self._types: dict[tuple[ItemKind, bool], tuple[str, str]] = {}

    def type(self, kind: ItemKind, clip: bool) -> tuple[str, str]:
        """Return icon and word of a type."""
        found = self._types.get((kind, clip))
        if found is None:
            found = self._types[kind, clip] = (kind_icon(kind, clip=clip), kind_words(kind, clip=clip))
        return found

    def moment(self, at: datetime | None) -> str:
        """Return a moment as a clock time, "" for none; strftime takes ten times as long."""
        if at is None:
            return ""
        at = at.astimezone(self._zone)
        return f"{at.hour:02d}.{at.minute:02d}.{at.second:02d}"


def _item_row(item: RundownItem, timed: Timed, view: RowView, words: _Words) -> ItemRow:
    facts = view.facts(item)
    estimate = clock_length(timed.estimate_ms)
    icon, kind = words.type(item.kind, facts.has_clip)
    return ItemRow(
        item,
        facts,
        number=str(timed.number) if timed.number else "",
        icon=icon,
        type=kind,
        planned=clock_length(timed.planned_ms) if timed.planned_ms else "",
        estimate=f"({estimate})" if item.floated else estimate,
        start=words.moment(timed.start),
        back=words.moment(timed.back_time),
        over=None if timed.over_ms is None else over_look(timed.over_ms, view.tolerance_ms),
    )


def row_key(row: Row) -> tuple[bool, int]:
    """Return what a row is known by while it moves: whether it is a heading, and its id."""
    return (True, row.block_id) if isinstance(row, HeadingRow) else (False, row.item.id)


def for_reader(row: ItemRow) -> str:
    """Return the estimate with whom it is for and how far they may be off: "untuk Dewi 0:38 ±3 dtk".

    The length alone where nothing was learnt of the reader.
    """
    length, seconds = row.estimate.strip("()"), round(row.facts.spread_ms / 1000)
    if not seconds or not row.facts.reader:
        return length
    words = _("untuk {name} {length} ±{seconds} dtk")
    return words.format(name=row.facts.reader, length=length, seconds=seconds)


def row_sentence(row: Row) -> str:
    """Say all of a row in one sentence, for a screen reader: number, slug, type, who, times, status."""
    if isinstance(row, HeadingRow):
        state = _("terlipat") if row.folded else _("terbuka")
        parts = [_("Blok {name}").format(name=row.name) if row.block_id != FLOATS else row.name, row.sums]
        parts += [row.over.words] if row.over is not None else []
        held = ngettext("{n} baris", "{n} baris", row.held).format(n=row.held)
        return ", ".join([*parts, held, state])
    facts = row.facts
    parts = [row.number, facts.slug or _("tanpa slug"), row.type.lower(), facts.reader]
    if row.item.is_hit:
        parts.append(_("jam tetap"))
    for words, figure in (
        (_("rencana {figure}"), row.planned),
        (_("perkiraan {figure}"), for_reader(row)),
        (_("mulai {figure}"), row.start),
        (_("batas mulai {figure}"), row.back),
    ):
        parts.append(words.format(figure=figure) if figure else "")
    parts.append(facts.takes)
    parts.append(row.over.words if row.over is not None else "")
    parts.append(_("cadangan, tidak dihitung") if row.item.floated else "")
    parts.append(facts.status.words)
    parts.append(facts.status.why)
    if facts.locked_by and facts.locked_by not in facts.status.why:
        parts.append(_("{name} sedang menulis").format(name=facts.locked_by))
    if facts.newer:
        parts.append(_("ada revisi {n}").format(n=facts.newer))
    return ", ".join(part for part in parts if part)
