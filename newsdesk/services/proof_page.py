"""The page of a proof that people read: the as-run log of a bulletin as one file of HTML."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo
from html import escape
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from newsdesk.domain.air_bulletin import AirStatus
from newsdesk.domain.as_run import AirEvent, Outcome
from newsdesk.domain.as_run_json import as_read
from newsdesk.domain.as_run_log import AsRunLine, AsRunLog, Happening
from newsdesk.domain.audit import Head
from newsdesk.domain.timing import clock_length
from newsdesk.i18n import _, clock, long_date

_STYLE = (
    "body{font:15px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#1a1a18}"
    "h1{font-size:1.5em}h2{font-size:1.15em;margin:2em 0 .3em;border-top:1px solid #999;padding-top:.6em}"
    "table{border-collapse:collapse}td{padding:.1em 1.2em .1em 0;vertical-align:top}"
    ".quiet{color:#666}.changed{background:#ffe98a;padding:.1em .4em}code{word-break:break-all}"
)


def page(
    newsroom: str, zone: str, made_at: datetime, made_by: str, logs: Sequence[AsRunLog], head: Head
) -> str:
    """Return the page; times are the station's. Everything that people wrote stands there as letters."""
    at = _zone(zone)
    name = logs[0].air.name if logs else ""
    rows = [
        _heading(_("Log siar {name}").format(name=name), level=1),
        _p(
            _("{newsroom}. Dibuat {day} pukul {time} oleh {person}.").format(
                newsroom=newsroom,
                day=long_date(made_at.astimezone(at)),
                time=_clock(made_at, at),
                person=made_by,
            )
        ),
        *(row for log in logs for row in _reading(log, at)),
        _heading(_("Cara memeriksa")),
        _p(
            _(
                "Jalankan “newsdesk verify proof” dengan berkas ini di komputer mana pun, lalu bandingkan "
                "SHA-256 yang disebutnya dengan yang tercatat di log audit redaksi. Kepala log itu ketika "
                "berkas ini dibuat: catatan nomor {number}."
            ).format(number=head.number)
        ),
        f"<p><code>{_e(head.hash)}</code></p>",
    ]
    title = _e(name)
    return (
        f"<!doctype html><html><head><meta charset='utf-8'><title>{title}</title><style>{_STYLE}</style>"
        f"</head><body>{''.join(rows)}</body></html>"
    )


def _reading(log: AsRunLog, at: tzinfo) -> list[str]:
    facts = [
        (_("Tayang"), f"{long_date(log.air.airtime.astimezone(at))}, {_clock(log.air.airtime, at)}"),
        (_("Dibacakan"), f"{_when(log.begun_at, at)} – {_when(log.finished_at, at)}"),
        (_("Di komputer"), log.computer),
        (_("Oleh"), log.person),
        (_("Ditandai siap oleh"), log.air.ready_by),
        (_("Siap walau belum lengkap, karena"), log.air.ready_why),
        (_("Belum ditandai siap, tetap dibacakan karena"), log.unready_why),
        (_("Tidak dibacakan"), ", ".join(item.slug for item in log.unread)),
        (_("Segel baris terakhir"), log.head[1]),
    ]
    rows = [f"<h2>{_e(log.air.name)}</h2>", _table(facts)]
    rows += [_p(_told(one, at), "changed") for one in log.happenings]
    for line in log.lines:
        rows += _line(line, at)
    return rows


def _line(line: AsRunLine, at: tzinfo) -> list[str]:
    item = line.item
    facts = [
        (_("Mulai"), _when(line.start, at)),
        (_("Revisi"), str(item.revision or "")),
        (_("Disetujui oleh"), item.approved_by or (_("belum disetujui") if _unapproved(line) else "")),
        (_("Ditandatangani oleh"), item.signed_by),
        (_("Pembaca"), line.reader),
        (_("Rencana"), clock_length(item.planned_ms)),
        (_("Realisasi"), "" if line.actual_ms is None else clock_length(line.actual_ms)),
        (_("Hasil"), _outcome(line.outcome)),
        (_("Sidik kata"), item.digest),
    ]
    rows = [f"<h2>{item.number}. {_e(item.slug)}</h2>", _table(facts)]
    rows += [_p(_told(one, at), "changed") for one in line.happenings]
    if line.start is not None:
        for part in as_read(line):
            if part.clip and not part.said:
                rows.append(_p(_("[Klip {name}]").format(name=part.clip), "quiet"))
            else:
                rows.append(_p(part.said))
                if part.written:
                    rows.append(_p(part.written, "quiet"))
    return rows


def _told(one: Happening, at: tzinfo) -> str:
    time = _clock(one.at, at)
    match one.what:
        case AirEvent.LOADED:
            words = _("{time} penyiar memuat perubahan dari {by}, dibuat {changed}.")
            return words.format(time=time, by=one.by or "–", changed=_when(one.changed_at, at))
        case AirEvent.PARAPHRASED:
            return _("{time} parafrase dibacakan sebagai ganti klip {name}.").format(time=time, name=one.name)
        case AirEvent.CLIP:
            acts = {
                "started": _("{time} klip {name} mulai diputar."),
                "ended": _("{time} klip {name} selesai."),
                "stopped": _("{time} klip {name} dihentikan."),
            }
            words = acts.get(one.act, _("{time} klip {name} gagal diputar."))
            return words.format(time=time, name=one.name)
        case AirEvent.JUMPED:
            return _("{time} penyiar melompat ke sini.").format(time=time)
        case AirEvent.ACKNOWLEDGED:
            return _("{time} penyiar menyatakan sudah melihat kilat.").format(time=time)
        case AirEvent.PAUSED:
            return _("{time} pembacaan terjeda.").format(time=time)
        case AirEvent.RESUMED:
            words = _("{time} pembacaan dilanjutkan setelah Newsdesk berhenti.").format(time=time)
            return f"{words} ({one.by})" if one.by else words
        case AirEvent.MENDED:
            return _("{time} baris log yang rusak ditemukan.").format(time=time)
        case _:
            return time


def _outcome(outcome: Outcome | None) -> str:
    return {
        Outcome.READ: _("dibacakan"),
        Outcome.SKIPPED: _("dilewati"),
        Outcome.STOPPED: _("terputus"),
        None: "",
    }[outcome]


def _unapproved(line: AsRunLine) -> bool:
    return line.item.status is AirStatus.NOT_APPROVED


def _table(facts: Sequence[tuple[str, str]]) -> str:
    rows = (f"<tr><td class='quiet'>{_e(name)}</td><td>{_e(said)}</td></tr>" for name, said in facts if said)
    return f"<table>{''.join(rows)}</table>"


def _heading(words: str, level: int = 2) -> str:
    return f"<h{level}>{_e(words)}</h{level}>"


def _p(words: str, kind: str = "") -> str:
    return f"<p class='{kind}'>{_e(words)}</p>" if kind else f"<p>{_e(words)}</p>"


def _when(moment: datetime | None, at: tzinfo) -> str:
    return "" if moment is None else _clock(moment, at)


def _clock(moment: datetime, at: tzinfo) -> str:
    return clock(moment.astimezone(at), seconds=True)


def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("Asia/Jakarta")


def _e(words: str) -> str:
    return escape(words.encode("utf-8", "replace").decode())
