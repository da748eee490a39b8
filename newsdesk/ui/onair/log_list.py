"""The list of readings in the as-run log, and for how long each is kept, in words."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from newsdesk.i18n import _, clock, ngettext, short_date
from newsdesk.ui.components.two_line_rows import TwoLineRow

if TYPE_CHECKING:
    from newsdesk.domain.as_run import AsRunRow


def reading_row(key: int, row: AsRunRow, days: int, now: datetime) -> TwoLineRow:
    """Return a reading as a row of the list; ``days`` are those it is still kept for, ``now`` in the zone."""
    begun = row.begun_at.astimezone(now.tzinfo)
    icon, token = ("mic", "text_2") if row.practice else ("check-check", "sudah")
    if row.finished_at is None:
        icon, token = "radio", "udara"
    if row.practice:
        kept = _("latihan")
    elif days:
        kept = ngettext("simpan {n} hari lagi", "simpan {n} hari lagi", days).format(n=days)
    else:
        kept = _("masa simpan lewat")
    right = clock(begun) if begun.date() == now.date() else short_date(begun, now)
    return TwoLineRow(
        key, icon, row.name, ", ".join(part for part in (row.person, kept) if part), right, token
    )


def kept_words(days: int, *, practice: bool) -> str:
    """Return for how long a reading is kept."""
    if practice:
        return _("Latihan tidak wajib disimpan.")
    if not days:
        return _("Masa simpan sudah lewat.")
    return ngettext("Disimpan {n} hari lagi.", "Disimpan {n} hari lagi.", days).format(n=days)
