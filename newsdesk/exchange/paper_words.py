"""Words, times and lengths as they stand on paper."""

from __future__ import annotations

from datetime import datetime

from newsdesk.domain.paper import Made
from newsdesk.domain.timing import clock_length
from newsdesk.i18n import _, clock, pgettext, short_date

_MINUS = "\N{MINUS SIGN}"


def made_words(made: Made) -> str:
    """Return the line at the foot: when, by whom, at which station."""
    parts = [
        _("Dicetak {day} {time} oleh {name}").format(
            day=day_words(made.at), time=clock(made.at), name=made.by
        )
    ]
    if made.station:
        parts.append(made.station)
    return " \N{MIDDLE DOT} ".join(parts)


def day_words(at: datetime) -> str:
    """Write a day in few letters with its year: paper lies about for long.

    >>> from datetime import datetime
    >>> day_words(datetime(2026, 11, 22))
    '22 Nov 2026'
    """
    return short_date(at, at.replace(year=at.year - 1, day=1))


def time_words(at: datetime | None) -> str:
    """Write a clock time with its seconds, "" for none."""
    return clock(at, seconds=True) if at else ""


def signed(ms: int) -> str:
    """Write how far over or under: "+0:22", or with the true minus sign.

    >>> signed(22_000), signed(-48_000), signed(0)
    ('+0:22', '−0:48', '0:00')
    """
    length = clock_length(abs(ms))
    if length == "0:00":
        return length
    return f"{'+' if ms > 0 else _MINUS}{length}"


def over_words(ms: int, tolerance_ms: int = 0) -> str:
    """Say how far over or under, in figure and word."""
    if abs(ms) <= tolerance_ms or clock_length(abs(ms)) == "0:00":
        return _("{length} pas").format(length=signed(ms))
    if ms > 0:
        return _("{length} lebih").format(length=signed(ms))
    return _("{length} kurang").format(length=signed(ms))


def status_words(standing: str) -> str:
    """Return the newsroom's word for a Standing's value, "" for ""."""
    return {
        "empty": _("Kosong"),
        "draft": _("Draf"),
        "waiting": _("Menunggu"),
        "changed": _("Berubah"),
        "approved": _("Disetujui"),
        "missing": _("Belum lengkap"),
        "ready": _("Siap"),
        "aired": _("Sudah siar"),
        "spiked": _("Disisihkan"),
        "killed": _("Dicabut"),
    }.get(standing, standing)


def kind_words(kind: str) -> str:
    """Return the newsroom's word for an ItemKind's value."""
    return {
        "story": pgettext("story", "Naskah"),
        "words": _("Kata tetap"),
        "jingle": _("Jingle"),
        "break": _("Jeda iklan"),
        "network": _("Sambungan"),
        "prayer": _("Azan"),
    }.get(kind, kind)
