"""Atur, Stasiun: for how many days the as-run log is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdesk.domain.as_run import LAW_DAYS
from newsdesk.i18n import _
from newsdesk.ui.components.field import Field

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_MOST = 36_500


class KeptLog(Field):
    """A number of days; :meth:`days` gives it when it is one and another than what is kept."""

    def __init__(self, look: Look) -> None:
        note = _("Paling sedikit {least} hari setelah tayang; selama itu log tidak bisa dihapus.")
        super().__init__(look, _("Log siar disimpan, hari"), note=note.format(least=LAW_DAYS))
        self._kept = LAW_DAYS
        self.setEnabled(False)

    def keeps(self, days: int) -> None:
        """Show for how many days it is kept now."""
        self._kept = days
        self.setEnabled(True)
        self.set_text(str(days))
        self.set_wrong("")

    @property
    def kept(self) -> int:
        """For how many days it is kept."""
        return self._kept

    def days(self) -> int | None:
        """Return what is to be kept from now on, None for nothing new; what is no such number is told."""
        text = self.text().strip()
        if not (text.isascii() and text.isdecimal()) or not LAW_DAYS <= int(text) <= _MOST:
            self.set_wrong(_("Isi {least} hari atau lebih").format(least=LAW_DAYS))
            return None
        self.set_wrong("")
        return None if int(text) == self._kept else int(text)
