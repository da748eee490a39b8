"""The states of a story as icon, word and colour: never a colour alone."""

from __future__ import annotations

from typing import NamedTuple

from newsdesk.i18n import _


class StatusLook(NamedTuple):
    """A Lucide icon, the word, the tokens of its ink and fill; ``struck`` strikes slug and word through."""

    icon: str
    words: str
    ink: str
    fill: str
    struck: bool = False


def status_look(status: str, *, trashed: bool = False, returned: bool = False) -> StatusLook:
    """Return how a status (the value of a StoryStatus) looks, in the trash or out of it.

    ``returned`` is a draft that an editor sent back. Raises :class:`KeyError` for a status that there is not.
    """
    if trashed:
        return StatusLook("trash-2", _("Sampah"), "sisih", "sisih_bg", struck=True)
    if returned:
        return StatusLook("corner-up-left", _("Dikembalikan"), "temuan", "temuan_bg")
    return {
        "draft": StatusLook("circle-dashed", _("Draf"), "draf", "draf_bg"),
        "waiting": StatusLook("hourglass", _("Menunggu"), "tunggu", "tunggu_bg"),
        "approved": StatusLook("circle-check", _("Disetujui"), "setuju", "setuju_bg"),
        "changed": StatusLook("file-pen-line", _("Berubah setelah disetujui"), "ubah", "ubah_bg"),
        "aired": StatusLook("check-check", _("Sudah siar"), "sudah", "sudah_bg"),
        "killed": StatusLook("ban", _("Dicabut"), "sisih", "sisih_bg", struck=True),
        "spiked": StatusLook("circle-slash", _("Disisihkan"), "sisih", "sisih_bg", struck=True),
    }[status]
