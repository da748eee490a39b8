"""One form in the lexicon's table, as a frozen row; made on a lane, for dates and folding cost something."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, NamedTuple

from newsdesk.domain.lexicon import FormSeen, Pronunciation
from newsdesk.i18n import _, clock, short_date

if TYPE_CHECKING:
    from newsdesk.domain.rows import LexiconRow


Key = tuple[bool, int, str]
"""What makes a row the same after the next look into the database: built-in, its id, else its form."""


class FormRow(NamedTuple):
    """A form as the table shows it.

    ``entry`` is what the newsroom keeps; that of a built-in form has the id 0. ``slug`` names the story it
    was found in, ``used`` counts the stories that have it. ``checked`` is "Dewi Lestari, 12 Jan", or "" as
    long as nobody has checked it; ``met`` is "STATISTIK-OPD, Ipang, 09.58",
    or that nobody has checked what a file brought. ``builtin`` forms came with the
    program; ``replaced`` says that an entry of the newsroom stands over one. ``folded`` is searched.
    """

    entry: Pronunciation
    slug: str = ""
    used: int = 0
    checked: str = ""
    met: str = ""
    builtin: bool = False
    replaced: bool = False
    folded: str = ""
    key: Key = (False, 0, "")


def house_rows(rows: Iterable[LexiconRow], now: datetime, zone: tzinfo) -> tuple[FormRow, ...]:
    """Return the newsroom's own forms by form; ``now`` and ``zone`` tell what to call a moment."""
    days: dict[object, str] = {}

    def day(at: datetime) -> str:
        local = at.astimezone(zone)
        known = days.get(local.date())
        if known is None:
            known = days[local.date()] = short_date(local, now)
        return known

    def met(slug: str, entry: Pronunciation) -> str:
        at = entry.found_at
        if at is None and not entry.found_in and not entry.checked_by:
            return _("dari impor")
        slug = slug or (_("Tanpa slug") if entry.found_in else "")
        when = ""
        if at is not None:
            local = at.astimezone(zone)
            when = clock(local) if local.date() == now.date() else day(at)
        return ", ".join(part for part in (slug, entry.found_by.split(" ")[0], when) if part)

    def checked(entry: Pronunciation) -> str:
        if not entry.checked_by or entry.checked_at is None:
            return entry.checked_by
        return f"{entry.checked_by}, {day(entry.checked_at)}"

    found = (
        FormRow(
            entry,
            slug,
            used,
            checked(entry),
            met(slug, entry),
            folded=_folded(entry),
            key=(False, entry.id, ""),
        )
        for entry, slug, used in rows
    )
    return tuple(sorted(found, key=written_order))


def builtin_rows(forms: Iterable[FormSeen], own: Iterable[FormRow]) -> tuple[FormRow, ...]:
    """Return the program's own forms by form, those that the newsroom says otherwise marked."""
    replaced = {row.entry.form for row in own}
    found = (
        FormRow(
            entry,
            builtin=True,
            replaced=entry.form in replaced,
            folded=_folded(entry),
            key=(True, 0, entry.form),
        )
        for entry in (Pronunciation(form.form, form.spoken, form.how) for form in forms)
    )
    return tuple(sorted(found, key=written_order))


def written_order(row: FormRow) -> tuple[str, str, int]:
    """Return what the table is sorted by at first: the form, capitals or not."""
    form = row.entry.form
    return form.casefold(), form, row.entry.id


def _folded(entry: Pronunciation) -> str:
    return f"{entry.form}\n{entry.spoken}\n{entry.respelling}".lower()
