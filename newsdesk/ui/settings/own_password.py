"""Atur, Orang: one's own password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Label
from newsdesk.ui.settings.password_field import PasswordField, agree

if TYPE_CHECKING:
    from newsdesk.ui.look import Look


class OwnPassword(QWidget):
    """The old password and the new one twice. :attr:`wanted` carries old and new."""

    wanted = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.old = PasswordField(look, _("Kata sandi sekarang"))
        self.new = PasswordField(look, _("Kata sandi baru"))
        self.again = PasswordField(look, _("Kata sandi baru, sekali lagi"))
        self.button = Button(look, _("Ganti kata sandi"), Kind.STRONG)
        self.button.clicked.connect(self._ask)
        self.again.edit.returnPressed.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Label(look, _("Kata sandi Anda"), "panel"))
        for field in (self.old, self.new, self.again):
            column.addWidget(field)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        column.addLayout(row)

    def clear(self) -> None:
        """Empty the fields."""
        for field in (self.old, self.new, self.again):
            field.set_text("")
            field.set_wrong("")

    def refuse(self, sentence: str, *, old: bool) -> None:
        """Say why not, at the old password or at the new one."""
        field = self.old if old else self.new
        field.set_wrong(sentence)
        field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        if not self.old.text():
            self.refuse(_("Tulis kata sandi yang sekarang"), old=True)
        elif agree(self.new, self.again):
            self.old.set_wrong("")
            self.wanted.emit(self.old.text(), self.new.text())
