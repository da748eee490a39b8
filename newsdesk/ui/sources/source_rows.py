"""How a source stands in a list, and why two of them may be one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdesk.domain.likeness import Why
from newsdesk.i18n import _
from newsdesk.ui.components.two_line_rows import TwoLineRow

if TYPE_CHECKING:
    from newsdesk.domain.attribution import Source
    from newsdesk.domain.likeness import Duplicate


def source_row(source: Source, right: str = "") -> TwoLineRow:
    """Return how a source stands in a list: told apart from a namesake by its office."""
    icon = "user" if source.person else "building-2"
    return TwoLineRow(source.id, icon, source.name, second_line(source), right)


def second_line(source: Source) -> str:
    """Return office and organisation, or the last office held, and whether the name may be said."""
    if not source.person:
        parts = [_("lembaga")]
    elif source.office or source.organisation:
        parts = [source.office, source.organisation]
    elif not source.offices:
        parts = [_("jabatan belum dicatat")]
    else:
        last = source.offices[0]
        parts = [_("dulu {office}").format(office=last.title or last.organisation)]
    if not source.on_record:
        parts.append(_("jangan sebut nama"))
    return ", ".join(part for part in parts if part)


def named(source: Source) -> str:
    """Return a source in one line: "Santoso, Wali Kota Blitar"."""
    return ", ".join(part for part in (source.name, source.office if source.person else "") if part)


def why_words(pair: Duplicate) -> str:
    """Say why two sources may be one."""
    words = {
        Why.SAME_NAME: _("Nama sama, jabatannya cocok."),
        Why.OTHER_OFFICE: _("Nama sama, jabatan berbeda: pindah jabatan, atau dua orang."),
        Why.SHORT_NAME: _("Namanya bagian dari nama yang lain, jabatannya cocok."),
        Why.SPELLING: _("Namanya hanya berbeda satu huruf."),
        Why.SAME_NUMBER: _("Namanya mirip dan kontaknya sama."),
        Why.SAME_BODY: _("Lembaga yang sama, ditulis berbeda."),
    }
    if pair.why is Why.SAME_NAME and not pair.sure:
        return _("Nama sama, jabatan belum tentu sama.")
    return words[pair.why]
