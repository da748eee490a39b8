"""What stands between a bulletin and the air, as a newsroom says it."""

from __future__ import annotations

from datetime import datetime, tzinfo

from newsdesk.domain.readiness import Problem, ProblemKind
from newsdesk.i18n import _, clock


def problem_words(problem: Problem, zone: tzinfo) -> str:
    """Return a problem in a few words, without the slug: "Dewi sedang menulis"."""
    detail = problem.detail
    match problem.kind:
        case ProblemKind.NO_ROWS:
            return _("susunannya masih kosong")
        case ProblemKind.EMPTY:
            return _("tempat ini belum diisi naskah")
        case ProblemKind.NOT_APPROVED:
            return _("belum disetujui")
        case ProblemKind.CHANGED:
            return _("berubah setelah disetujui")
        case ProblemKind.NEWER_APPROVED:
            return _("yang disetujui revisi {n}, bukan yang ada di susunan").format(n=detail)
        case ProblemKind.KILLED:
            return _("dicabut")
        case ProblemKind.SET_ASIDE:
            return _("naskah disisihkan atau dibuang")
        case ProblemKind.LOCKED:
            return _("{name} sedang menulis").format(name=detail)
        case ProblemKind.MISSING_CLIP:
            return _("berkas klip {name} tidak ada").format(name=detail)
        case ProblemKind.EMBARGO:
            return _("embargo sampai {at}").format(at=clock(datetime.fromisoformat(detail).astimezone(zone)))
        case ProblemKind.TWICE:
            return _("naskah ini sudah ada di atas")
        case ProblemKind.NO_WORDS:
            return _("kata-katanya belum ditulis")
        case ProblemKind.NO_SOUND:
            return _("berkas suaranya tidak ada")
        case ProblemKind.NO_MOMENT:
            return _("jamnya belum ada di tabel waktu salat")
