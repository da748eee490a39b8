"""What the announcer's screen says beside the script: at its head, under it, and after the last item."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from newsdesk.domain.air_bulletin import AirChangeKind, AirStatus
from newsdesk.domain.air_changes import only_approved
from newsdesk.domain.bulletin import TOLERANCE_MS
from newsdesk.i18n import _, clock
from newsdesk.ui.components.over_under import over_look
from newsdesk.ui.onair.foot_line import Telling
from newsdesk.ui.shortcuts import keys_of, shown

if TYPE_CHECKING:
    from newsdesk.domain.air_bulletin import AirItem
    from newsdesk.ui.onair.microphone import Microphone

Local = Callable[[datetime], datetime]
"""Turns UTC into the station's own time."""


def about_words(microphone: Microphone, item: AirItem) -> str:
    """Return the bulletin and the reader of an item: "Warta Siang, pembaca Sinta Ayu"."""
    reader = item.reader or ", ".join(microphone.air.announcers)
    if not reader:
        return microphone.air.name
    return _("{bulletin}, pembaca {reader}").format(bulletin=microphone.air.name, reader=reader)


def notice_words(microphone: Microphone, local: Local) -> str:
    """Return what is to be known of the item on the screen, "" for nothing."""
    item = microphone.current
    change = microphone.changes.get(item.item_id) if item is not None else None
    if change is not None and change.kind is AirChangeKind.WORDS:
        if item is not None and change.item is not None and only_approved(item, change.item):
            return _("Disetujui {time}, M muat").format(time=clock(local(change.at)))
        return _("Berubah {time}, M muat").format(time=clock(local(change.at)))
    if change is not None and change.kind is AirChangeKind.UNAPPROVED:
        return _("Sedang diubah, {time}").format(time=clock(local(change.at)))
    if item is not None and item.status is AirStatus.EMBARGOED:
        return _("Masih embargo")
    if item is not None and item.status is AirStatus.NOT_APPROVED and not item.signed_by:
        return _("Belum disetujui")
    if microphone.began is None and not microphone.over:
        return _("Enter mulai")
    return ""


def waiting(microphone: Microphone, local: Local) -> Telling | None:
    """Return what stands under the script until it is answered: a kill, then breaking news."""
    item = microphone.current
    change = microphone.changes.get(item.item_id) if item is not None else None
    if change is not None and change.kind is AirChangeKind.KILLED and not microphone.over:
        words = _("Naskah ini dicabut {time}. Berhenti membacanya.").format(time=clock(local(change.at)))
        return Telling("circle-slash", words, "Enter", _("ambil berikutnya"), urgent=True)
    if not microphone.flashes:
        return None
    flash = microphone.flashes[0]
    slug = flash.item.slug if flash.item is not None else ""
    words = _("Kilat, baca berikutnya: {slug}").format(slug=slug)
    if flash.by:
        words = _("Kilat, baca berikutnya: {slug}, dari {name}").format(name=flash.by, slug=slug)
    return Telling("zap", words, shown(keys_of("air.acknowledge")), _("sudah dilihat"), urgent=True)


def end_words(microphone: Microphone, local: Local) -> str:
    """Return the last screen's words: when the bulletin ended, and how far from its close."""
    moment = microphone.ended_at(microphone.moment())
    late = moment.at - microphone.shift(moment) - microphone.air.close
    return _("Buletin selesai {time}, {over}. Enter untuk melihat log siar.").format(
        time=clock(local(moment.at), seconds=True),
        over=over_look(late // timedelta(milliseconds=1), TOLERANCE_MS).words,
    )


def foot_keys(size: int, *, written: bool) -> list[tuple[str, str]]:
    """Return the keys in the strip under the script, each with what it does."""
    return [
        (_("Spasi"), _("layar berikut")),
        ("Enter", _("ambil berikutnya")),
        ("1–9", _("lompat")),
        ("↑ ↓", _("ukuran {size}").format(size=size)),
        ("T", _("cara baca") if written else _("tulisan asli")),
        ("Esc", _("keluar")),
    ]
