"""The sentences of what goes wrong when a story is decided on or talked about."""

from __future__ import annotations

from newsdesk import errors
from newsdesk.errors import NoSuchComment, ReviewError
from newsdesk.i18n import _


def review_sentence(error: ReviewError | NoSuchComment) -> str:
    """Return what happened and the way out."""
    match error:
        case errors.OwnStory():
            return _(
                "Naskah sendiri tidak bisa disetujui sendiri. Minta redaktur lain, atau izinkan di Atur, "
                "bagian Stasiun, kalau redaksi ini memang hanya satu orang."
            )
        case errors.NewerRevision():
            return _("{name} menyimpan revisi {n}; lihat perubahannya.").format(name=error.by, n=error.number)
        case errors.AlreadyApproved():
            return _("{name} sudah menyetujui revisi {n}. Tidak ada lagi yang perlu diputuskan.").format(
                name=error.by, n=error.revision
            )
        case errors.NotApproved():
            return _("Persetujuan itu sudah tidak berlaku. Buka lagi naskahnya untuk melihat yang terbaru.")
        case errors.ReadingChanged():
            return _(
                "Belum disetujui: cara baca naskah ini berubah sejak Anda melihatnya. "
                "Lihat yang ditandai di Dibaca, lalu setujui lagi."
            )
        case errors.ReasonMissing():
            return _("Alasannya masih kosong. Tulis dulu: alasan itu tercatat di log.")
        case errors.CommentEmpty():
            return _("Catatan masih kosong. Tulis dulu, lalu simpan.")
        case errors.NoSuchComment():
            return _("Catatan itu tidak ada lagi. Buka lagi naskahnya untuk melihat yang terbaru.")
        case _:
            return _("Naskah ini tidak bisa diputuskan sekarang. Buka lagi, lalu coba lagi.")
