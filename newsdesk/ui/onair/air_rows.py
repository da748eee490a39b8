"""The rows of what comes next, in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from newsdesk.domain.air_bulletin import AirChangeKind, AirStatus
from newsdesk.domain.air_changes import only_approved
from newsdesk.domain.rundown import ItemKind
from newsdesk.domain.timing import clock_length
from newsdesk.i18n import _, clock, pgettext
from newsdesk.ui.components.over_under import over_look
from newsdesk.ui.onair.air_times import AirTimes, length_ms
from newsdesk.ui.onair.next_rows import NextRow

if TYPE_CHECKING:
    from newsdesk.domain.air_bulletin import AirChange, AirItem
    from newsdesk.ui.onair.microphone import Microphone

Local = Callable[[datetime], datetime]
"""Turns UTC into the station's own time."""


def next_rows(
    microphone: Microphone, times: AirTimes, tolerance_ms: int, local: Local, planned: Local
) -> list[NextRow]:
    """Return a row for every item still to be read, floats at the end, and one for every item to be added.

    ``local`` tells when something happened, ``planned`` when something has to begin.
    """
    current = microphone.current
    here = current.item_id if current is not None else 0
    later = [item for item in microphone.order if item.item_id != here]
    reached = {item.item_id for item in microphone.ahead}
    rows: list[NextRow] = []
    first = True
    for item in later:
        change = microphone.changes.get(item.item_id)
        if item.item_id in microphone.ended or not (
            item.item_id in reached or item.floated or microphone.killed(item)
        ):
            continue
        fixed_over = times.fixed_over_ms if times.fixed is not None and item == times.fixed else 0
        row = _row(item, change, microphone.killed(item), (fixed_over, tolerance_ms), local, planned)
        if first and not row.tone and not item.floated:
            row = row._replace(tone="next")
        first = first and microphone.killed(item)
        rows.append(row)
    for change in microphone.changes.values():
        if change.kind is AirChangeKind.NEW and change.item is not None:
            row = _changed(change.item, change, _("Baru {time}"), local)._replace(number="+")
            rows.insert(_place(rows, change.after), row)
    return rows


def fixed_words(times: AirTimes, planned: Local) -> str:
    """Return what stands over the rows: the next hard hit, "jaringan 11.09.00"."""
    if times.fixed is None or times.fixed.fixed_at is None:
        return ""
    at = clock(planned(times.fixed.fixed_at), seconds=True)
    return f"{kind_words(times.fixed.kind).lower()} {at}"


def kind_words(kind: ItemKind) -> str:
    """Return the word for what a row of a bulletin is."""
    return {
        ItemKind.STORY: pgettext("story", "Naskah"),
        ItemKind.WORDS: _("Kata tetap"),
        ItemKind.JINGLE: _("Jingle"),
        ItemKind.BREAK: _("Jeda iklan"),
        ItemKind.NETWORK: _("Sambungan"),
        ItemKind.PRAYER: _("Azan"),
    }[kind]


def _row(
    item: AirItem,
    change: AirChange | None,
    killed: bool,
    over: tuple[int, int],
    local: Local,
    planned: Local,
) -> NextRow:
    over_ms, tolerance_ms = over
    number = str(item.number)
    figure = clock_length(length_ms(item))
    if killed:
        when = f" {clock(local(change.at))}" if change is not None else ""
        return NextRow(
            item.item_id, number, item.slug, figure, "stopped", "circle-slash", _("Dicabut") + when
        )
    if change is not None and change.kind is AirChangeKind.WORDS:
        approved = change.item is not None and only_approved(item, change.item)
        return _changed(item, change, _("Disetujui {time}") if approved else _("Berubah {time}"), local)
    if change is not None and change.kind is AirChangeKind.GONE:
        return _changed(item, change, _("Dikeluarkan {time}"), local)
    if change is not None and change.kind is AirChangeKind.ORDER:
        return _changed(item, change, _("Pindah urutan {time}"), local)
    note, icon = _quiet_note(item, change, local)
    if item.fixed_at is not None:
        shown = over_look(over_ms, tolerance_ms)
        if abs(over_ms) > tolerance_ms and not note:
            note, icon = shown.words, shown.icon
        return NextRow(
            item.item_id,
            number,
            item.slug,
            clock(planned(item.fixed_at), seconds=True),
            "fixed",
            icon,
            note,
            fixed=True,
        )
    if item.floated:
        return NextRow(item.item_id, number, item.slug, f"({figure})", "", icon, note or "")
    return NextRow(item.item_id, number, item.slug, figure, "", icon, note)


def _quiet_note(item: AirItem, change: AirChange | None, local: Local) -> tuple[str, str]:
    if change is not None and change.kind is AirChangeKind.UNAPPROVED:
        return _("Sedang diubah, {time}").format(time=clock(local(change.at))), "hourglass"
    if item.flash_id is not None:
        return _("Kilat"), "zap"
    if item.status is AirStatus.NOT_APPROVED:
        if item.signed_by:
            return _("Belum disetujui; ditandatangani {name}").format(name=item.signed_by), "circle-alert"
        return _("Belum disetujui"), "circle-alert"
    if item.status is AirStatus.EMBARGOED:
        return _("Masih embargo"), "lock"
    if item.kind is ItemKind.STORY and item.story_id is None:
        return _("Kosong, belum ada naskah"), "circle-dashed"
    return "", ""


def _changed(item: AirItem, change: AirChange, words: str, local: Local) -> NextRow:
    return NextRow(
        item.item_id,
        str(item.number),
        item.slug,
        clock_length(length_ms(change.item or item)),
        "changed",
        "file-pen-line",
        words.format(time=clock(local(change.at))),
        _("Muat  M"),
        fixed=item.fixed_at is not None,
    )


def _place(rows: list[NextRow], after: int) -> int:
    return next((n + 1 for n, row in enumerate(rows) if row.item_id == after), 0)
