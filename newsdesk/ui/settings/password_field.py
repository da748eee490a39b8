"""A field for a password, and whether two of them agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from newsdesk.i18n import _
from newsdesk.ui.components.field import Field

if TYPE_CHECKING:
    from newsdesk.ui.look import Look


class PasswordField(Field):
    """Shows dots for letters."""

    def __init__(self, look: Look, label: str, *, note: str = "") -> None:
        super().__init__(look, label, note=note)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.changed.connect(self._right_again)

    def _right_again(self, _text: str) -> None:
        self.set_wrong("")


def agree(new: PasswordField, again: PasswordField) -> bool:
    """Return whether both have the same password; else say so at the one that is wrong."""
    if not new.text():
        new.set_wrong(_("Tulis kata sandi yang baru"))
        new.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        return False
    if new.text() != again.text():
        again.set_wrong(_("Kedua kata sandi belum sama. Tulis lagi yang kedua."))
        again.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        return False
    return True
