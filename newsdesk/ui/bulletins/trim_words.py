"""What the trim adviser says: what is done, what is lost, and how it comes out."""

from __future__ import annotations

from datetime import tzinfo
from typing import TYPE_CHECKING

from newsdesk.domain.rundown import ItemKind
from newsdesk.domain.timing import clock_length
from newsdesk.domain.trimming import TrimKind
from newsdesk.i18n import _, clock

if TYPE_CHECKING:
    from newsdesk.domain.rundown import Rundown
    from newsdesk.domain.rundown_timing import Hit
    from newsdesk.domain.trimming import TrimOption

_LONGEST_QUOTE = 120


def trim_words(option: TrimOption) -> str:
    """Return what is done: "Potong satu kalimat"."""
    return {
        TrimKind.CUT_SENTENCE: _("Potong satu kalimat"),
        TrimKind.PARAPHRASE: _("Ganti klip dengan parafrase"),
        TrimKind.FLOAT_AIRED: _("Jadikan cadangan"),
        TrimKind.SHORTER_REVISION: _("Pakai versi pendek"),
        TrimKind.FLOAT: _("Jadikan cadangan"),
    }[option.kind]


def lost_words(option: TrimOption) -> str:
    """Return what is lost by it, or why little is."""
    match option.kind:
        case TrimKind.CUT_SENTENCE:
            words = " ".join(option.words.split())
            cut = words if len(words) <= _LONGEST_QUOTE else words[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
            return f"“{cut}”"
        case TrimKind.PARAPHRASE:
            return _("Parafrase sudah ada di naskah")
        case TrimKind.FLOAT_AIRED:
            return _("Sudah siar di {where}").format(where=option.where)
        case TrimKind.SHORTER_REVISION:
            length = clock_length(option.length_ms)
            if option.by:
                return _("Revisi {n} dari {name}, {length}").format(
                    n=option.revision, name=option.by, length=length
                )
            return _("Revisi {n}, {length}").format(n=option.revision, length=length)
        case TrimKind.FLOAT:
            return _("Belum pernah siar")


def hit_words(hit: Hit, rundown: Rundown, zone: tzinfo) -> str:
    """Return "Sampai jaringan 11.09.00", "Sampai tutup 11.15.00"."""
    at = clock(hit.at.astimezone(zone), seconds=True)
    item = None if hit.item_id is None else rundown.item(hit.item_id)
    if item is None:
        return _("Sampai tutup {at}").format(at=at)
    if item.kind is ItemKind.NETWORK:
        return _("Sampai jaringan {at}").format(at=at)
    if item.kind is ItemKind.PRAYER:
        return _("Sampai azan {at}").format(at=at)
    return _("Sampai {slug} {at}").format(slug=item.slug, at=at)


def result_words(over_ms: int, tolerance_ms: int) -> str:
    """Return how it comes out: "kurang 0:01, pas", "lebih 0:22"."""
    seconds = (abs(over_ms) + 500) // 1000
    length = clock_length(seconds * 1000)
    if seconds == 0:
        return _("pas")
    words = _("lebih {length}") if over_ms > 0 else _("kurang {length}")
    told = words.format(length=length)
    return _("{told}, pas").format(told=told) if seconds * 1000 <= tolerance_ms else told
