"""What holds the window open when somebody closes it, as one line of news with a way out."""

from __future__ import annotations

from typing import NamedTuple

from newsdesk.i18n import _


class HeldOpen(NamedTuple):
    """Why the window stays: a sentence, its icon and the token of the icon's colour."""

    words: str
    icon: str
    token: str


def held_open(*, unkept: bool, half_said: bool, reads_on: bool) -> HeldOpen | None:
    """Return why a window stays open until somebody says so once more; None where it may close.

    ``unkept`` are words of a story, ``half_said`` a note for a colleague, that neither the database nor the
    disk could keep; ``reads_on`` says that somebody is at the microphone and closes the window by hand. A
    session of the computer that ends is not held up: every line of the log is on the disk.
    """
    if unkept:
        words = _("Tulisan terakhir belum tersimpan di mana pun. Salin dulu ke tempat lain, atau coba lagi.")
        return HeldOpen(words, "circle-alert", "temuan")
    if half_said:
        words = _(
            "Catatan untuk rekan belum dikirim. Kirim atau hapus dulu; kalau ditutup, catatan itu hilang."
        )
        return HeldOpen(words, "circle-alert", "temuan")
    if reads_on:
        words = _("Siaran masih berjalan. Kalau ditutup, siaran ditinggalkan; bisa dilanjutkan di Siaran.")
        return HeldOpen(words, "radio", "udara")
    return None
