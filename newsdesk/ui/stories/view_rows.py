"""The saved views above the story list."""

from __future__ import annotations

from newsdesk.i18n import _
from newsdesk.ui.components.saved_views import ViewLook


def views() -> tuple[ViewLook, ...]:
    """Return the saved views from the top, in the language in use; keys are values of the services' View."""
    return (
        ViewLook("my_drafts", _("Draf saya"), "circle-dashed"),
        ViewLook("waiting", _("Menunggu"), "hourglass"),
        ViewLook("approved", _("Disetujui"), "circle-check"),
        ViewLook("today", _("Hari ini"), "calendar"),
        ViewLook("all", _("Semua"), "file-text"),
        ViewLook("aired", _("Sudah siar"), "check-check", apart=True),
        ViewLook("spiked", _("Disisihkan"), "circle-slash"),
        ViewLook("trash", _("Sampah"), "trash-2"),
    )


def nothing_in(view: str, *, any_story: bool = False) -> tuple[str, str]:
    """Return what an empty view says: a head, and a sentence that tells what it is for.

    ``any_story`` says that other views have stories: then only this one is empty.
    """
    if any_story and view in ("my_drafts", "today"):
        return {
            "my_drafts": (
                _("Tidak ada draf"),
                _("Draf Anda tampil di sini. Naskah yang sudah diajukan ada di Menunggu."),
            ),
            "today": (
                _("Tidak ada naskah hari ini"),
                _("Naskah yang tayang atau dikerjakan hari ini tampil di sini; yang lain ada di Semua."),
            ),
        }[view]
    return {
        "waiting": (
            _("Tidak ada yang menunggu"),
            _("Naskah yang diajukan tampil di sini sampai redaktur memutuskan."),
        ),
        "approved": (
            _("Belum ada yang disetujui"),
            _("Naskah yang disetujui redaktur tampil di sini sampai mengudara."),
        ),
        "aired": (
            _("Belum ada yang siar"),
            _("Naskah yang sudah dibaca di udara tampil di sini."),
        ),
        "spiked": (
            _("Tidak ada yang disisihkan"),
            _("Naskah yang tidak jadi dipakai bisa disisihkan ke sini, dan dipulihkan kapan saja."),
        ),
        "trash": (
            _("Sampah kosong"),
            _("Naskah yang dibuang tampil di sini dengan semua revisinya, dan bisa dipulihkan kapan saja."),
        ),
    }.get(
        view,
        (
            _("Belum ada naskah"),
            _("Naskah yang Anda tulis tampil di sini: slug, kalimat pertama, lama baca, dan statusnya."),
        ),
    )
