"""Why a word of a suggestion wants a look, in words."""

from __future__ import annotations

from newsdesk.i18n import _
from newsdesk.services.indirect_speech import Doubt


def doubt_words(doubt: Doubt) -> str:
    """Return the reason as it stands behind the word: "“kita”: di radio pendengar ikut termasuk"."""
    return {
        Doubt.WE: _("di radio, pendengar ikut termasuk"),
        Doubt.YOU: _("siapa yang disapa?"),
        Doubt.NOW: _("dari hari dan tempat penutur, sesuaikan dengan jam siar"),
        Doubt.OWNER: _("belum jelas kata ganti ini milik siapa"),
        Doubt.GROUP: _("lembaga, atau beberapa orang (mereka)?"),
        Doubt.THIRD: _("orang lain, jangan tertukar dengan penutur"),
        Doubt.FORM: _("bentuk katanya diubah dari kutipan"),
        Doubt.ADDRESSED: _("siapa yang diminta tidak disebut"),
        Doubt.SPEAKER: _("penuturnya tidak disebut di naskah"),
    }[doubt]
