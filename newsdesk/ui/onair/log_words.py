"""The as-run log in words: its rows, what happened on air, the text as it was read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from newsdesk.domain.air_bulletin import AirStatus
from newsdesk.domain.as_run import AirEvent, ClipAct, Outcome
from newsdesk.domain.timing import clock_length
from newsdesk.i18n import _, clock, long_date
from newsdesk.ui.components.over_under import over_look
from newsdesk.ui.letters import brief

if TYPE_CHECKING:
    from newsdesk.domain.as_run_log import AsRunLine, AsRunLog, Happening

Local = Callable[[datetime], datetime]
_TOLERANCE_MS = 3000
_ICONS = {
    Outcome.READ: "check-check",
    Outcome.SKIPPED: "circle-slash",
    Outcome.STOPPED: "square",
    None: "radio",
}


class LogRow(NamedTuple):
    """One line of the log for table and paper."""

    number: str
    slug: str
    revision: str
    reader: str
    start: str
    planned: str
    actual: str
    over: str
    over_token: str
    outcome: str
    outcome_token: str
    outcome_icon: str


def log_rows(log: AsRunLog, local: Local) -> list[LogRow]:
    """Return the lines of a reading in the order they went out."""
    return [_row(line, local) for line in log.lines]


def log_title(log: AsRunLog, local: Local) -> str:
    """Return who read when at which computer, and what is to be known of the log itself."""
    begun = log.begun_at and local(log.begun_at)
    parts = [
        _("Latihan") if log.practice else "",
        long_date(begun) if begun else "",
        _("dibuka {time}").format(time=clock(begun, seconds=True)) if begun else "",
        brief(log.person),
        _("di komputer {name}").format(name=log.computer) if log.computer else "",
        _("selesai {time}").format(time=clock(local(log.finished_at), seconds=True))
        if log.finished_at
        else _("belum selesai"),
        _("disiarkan tanpa tanda siap: {why}").format(why=log.unready_why) if log.unready_why else "",
        _("baris {number} log ini rusak").format(number=log.broken.number) if log.broken else "",
    ]
    return ", ".join(part for part in parts if part)


def text_as_read(line: AsRunLine) -> str:
    """Return the words that stood on the announcer's screen, as they are said."""
    item = line.item
    return item.text.spoken if item.text is not None else item.words


def happened(line: AsRunLine, local: Local) -> list[str]:
    """Return what happened while an item was read, a line each."""
    return [words for one in line.happenings if (words := _happening(one, local))]


def outcome_words(line: AsRunLine) -> tuple[str, str]:
    """Return how an item ended, and the token of its colour."""
    if line.item.status is AirStatus.KILLED and line.start is None:
        return _("Dicabut, dilewati"), "sisih"
    words, token = {
        Outcome.READ: (_("Dibacakan"), "sudah"),
        Outcome.SKIPPED: (_("Dilewati"), "sisih"),
        Outcome.STOPPED: (_("Terputus"), "udara"),
        None: (_("Sedang dibacakan"), "udara"),
    }[line.outcome]
    if line.begun_with is not None:
        return _("{words}, berubah saat siar").format(words=words), "ubah"
    return words, token


def _row(line: AsRunLine, local: Local) -> LogRow:
    item = line.item
    over, over_token = "", "text_2"
    if line.over_ms is not None:
        look = over_look(line.over_ms, _TOLERANCE_MS)
        over, over_token = look.figure, look.ink
    words, token = outcome_words(line)
    return LogRow(
        str(item.number),
        item.slug,
        str(item.revision) if item.revision else "",
        item.reader,
        clock(local(line.start), seconds=True) if line.start else "",
        clock_length(item.planned_ms) if item.planned_ms else "",
        clock_length(line.actual_ms) if line.actual_ms is not None else "",
        over,
        over_token,
        words,
        token,
        _ICONS[line.outcome],
    )


def _happening(one: Happening, local: Local) -> str:
    at = clock(local(one.at), seconds=True)
    if one.what is AirEvent.CLIP:
        words = {
            ClipAct.STARTED.value: _("{time} klip {name} diputar"),
            ClipAct.ENDED.value: _("{time} klip {name} selesai"),
            ClipAct.STOPPED.value: _("{time} klip {name} dihentikan"),
            ClipAct.FAILED.value: _("{time} klip {name} gagal diputar"),
        }.get(one.act, "")
        return words.format(time=at, name=one.name)
    if one.what is AirEvent.PARAPHRASED:
        return _("{time} parafrase dibacakan: “{words}”").format(time=at, words=one.words)
    if one.what is AirEvent.LOADED:
        return _("{time} perubahan dari {name} dimuat").format(time=at, name=one.by or _("redaksi"))
    if one.what is AirEvent.JUMPED:
        return _("{time} penyiar melompat ke sini").format(time=at)
    if one.what is AirEvent.ACKNOWLEDGED:
        return _("{time} kilat dilihat").format(time=at)
    if one.what is AirEvent.PAUSED:
        return _("{time} pembacaan terjeda").format(time=at)
    if one.what is AirEvent.RESUMED:
        words = _("{time} pembacaan dilanjutkan setelah Newsdesk berhenti").format(time=at)
        return f"{words}, {one.by}" if one.by else words
    return ""
