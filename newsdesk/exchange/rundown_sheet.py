"""A rundown on paper: a table, its sums, and the audit log's head as an outside head."""

from __future__ import annotations

from html import escape

from newsdesk.domain.audit import Head
from newsdesk.domain.paper import BlockLine, RundownLine, RundownSheet
from newsdesk.domain.timing import clock_length
from newsdesk.exchange.paper_words import (
    day_words,
    kind_words,
    over_words,
    signed,
    status_words,
    time_words,
)
from newsdesk.i18n import _

_LINE = "#808080"
_BAND = "#EEEEEE"
_ENOUGH = 16
"""Digits of a hash that nobody finds another log for."""
_ROWS = 18
"""What fits on a lying A4 beside title and sums. One long table would take seconds to lay out."""


def rundown_fragments(sheet: RundownSheet) -> list[str]:
    """Return a rundown as HTML fragments, one a page: each has a table of its own under the same heads."""
    parts = [sheet.lines[at : at + _ROWS] for at in range(0, len(sheet.lines), _ROWS)] or [()]
    tables = [_table("".join(_line(line) for line in lines)) for lines in parts]
    tables[0] = _head(sheet) + tables[0]
    tables[-1] += _sums(sheet) + (_witness(sheet.witness) if sheet.witness else "")
    return tables


def _head(sheet: RundownSheet) -> str:
    facts = [
        _("{day}, tayang {time}").format(day=day_words(sheet.airtime), time=time_words(sheet.airtime)),
        _("tutup {time}").format(time=time_words(sheet.close)),
        _("jatah {length}").format(length=clock_length(sheet.slot_ms)),
    ]
    if sheet.announcers:
        facts.append(_("penyiar {names}").format(names=", ".join(sheet.announcers)))
    if sheet.ready_by:
        facts.append(_("ditandai siap oleh {name}").format(name=sheet.ready_by))
    return f'<h1>{escape(sheet.name)}</h1><p class="facts">{escape(", ".join(facts))}</p>'


def _table(rows: str) -> str:
    heads = (
        (_("No"), "right", 4),
        (_("Slug"), "left", 20),
        (_("Jenis"), "left", 10),
        (_("Pembaca"), "left", 12),
        (_("Rencana"), "right", 8),
        (_("Perkiraan"), "right", 8),
        (_("Mulai"), "right", 17),
        (_("Batas mulai"), "right", 9),
        (_("Status"), "left", 12),
    )
    head = "".join(
        f'<th align="{side}" width="{width}%">{escape(words)}</th>' for words, side, width in heads
    )
    return (
        f'<table width="100%" border="1" cellspacing="0" cellpadding="4" bordercolor="{_LINE}">'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _line(line: BlockLine | RundownLine) -> str:
    return _block(line) if isinstance(line, BlockLine) else _row(line)


def _block(line: BlockLine) -> str:
    length = clock_length(line.estimate_ms)
    if line.budget_ms is not None:
        length = _("{length} dari {budget}").format(length=length, budget=clock_length(line.budget_ms))
    return (
        f'<tr><td bgcolor="{_BAND}"></td><td colspan="8" bgcolor="{_BAND}">'
        f"<b>{escape(line.name)}</b> {escape(length)}</td></tr>"
    )


def _row(line: RundownLine) -> str:
    estimate = clock_length(line.estimate_ms)
    start, status = time_words(line.start), status_words(line.status)
    if line.floated:  # kept, not counted
        estimate, start = f"({estimate})", _("cadangan")
    if line.fixed_at is not None:
        start = _("{time} jam tetap").format(time=time_words(line.fixed_at))
        if line.over_ms is not None:
            start += f" {signed(line.over_ms)}"
    planned = clock_length(line.planned_ms) if line.planned_ms else ""
    cells = (
        (line.place, "right", ""),
        (line.slug or _("tempat kosong"), "left", "b" if line.slug else ""),
        (kind_words(line.kind), "left", ""),
        (line.reader, "left", ""),
        (planned, "right", ""),
        (estimate, "right", "b"),
        (start, "right", "b" if line.fixed_at else ""),
        ("" if line.floated else time_words(line.back_time), "right", ""),
        (status, "left", ""),
    )
    return f"<tr>{''.join(_cell(*cell) for cell in cells)}</tr>"


def _cell(words: str, side: str, mark: str) -> str:
    inside = escape(words)
    if mark:
        inside = f"<{mark}>{inside}</{mark}>"
    return f'<td align="{side}">{inside}</td>'


def _sums(sheet: RundownSheet) -> str:
    words = _("Perkiraan {estimate}, rencana {planned}, jatah {slot}:").format(
        estimate=clock_length(sheet.estimate_ms),
        planned=clock_length(sheet.planned_ms),
        slot=clock_length(sheet.slot_ms),
    )
    over = over_words(sheet.over_ms, sheet.tolerance_ms)
    return f'<p class="after">{escape(words)} <b>{escape(over)}</b></p>'


def _witness(head: Head) -> str:
    # In groups, so that two people can compare it aloud.
    groups = " ".join(head.hash[at : at + 8] for at in range(0, len(head.hash), 8))
    words = _("Catatan audit nomor {number}, sidik {hash}").format(number=head.number, hash=groups)
    check = f"python main.py verify audit --head {head.number}:{head.hash[:_ENOUGH]}"
    how = _("Diperiksa dengan: {command}").format(command=check)
    return f'<p class="quiet">{escape(words)}<br>{escape(how)}</p>'
