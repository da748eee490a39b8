"""Atur, Orang: how this newsroom knows who works in it, settled once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.domain.people import Mode
from newsdesk.errors import LoginTaken, NoLogin, NoName
from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Field, Label
from newsdesk.ui.settings.password_field import PasswordField, agree
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.errors import NewsdeskError
    from newsdesk.ui.look import Look


class BeginSigningIn(QWidget):
    """One person without a password, or several with: :attr:`alone`, or :attr:`several` with name, login and
    password of the first administrator.
    """

    alone = Signal()
    several = Signal(str, str, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._title = Label(look, _("Siapa yang bekerja di redaksi ini?"), "panel")
        self._words = Label(look, token="text_2")
        self._words.setWordWrap(True)
        self.alone_button = Button(look, _("Satu orang di laptop ini, tanpa kata sandi"), Kind.STRONG)
        self.several_button = Button(look, _("Beberapa orang, dengan kata sandi"), Kind.STRONG)
        self._form = QWidget()
        self.name = Field(look, _("Nama Anda"))
        self.login = Field(look, _("Nama masuk"), note=_("Yang Anda ketik saat masuk, misalnya nama depan."))
        self.password = PasswordField(
            look,
            _("Kata sandi"),
            note=_("Paling sedikit 10 huruf; beberapa kata yang Anda ingat paling baik."),
        )
        self.again = PasswordField(look, _("Kata sandi, sekali lagi"))
        self.begin_button = Button(look, _("Jadikan saya administrator"), Kind.PRIMARY)
        self.cancel_button = Button(look, _("Batal"), Kind.STRONG)
        self._lay_out(look)
        self.alone_button.clicked.connect(self.alone)
        self.several_button.clicked.connect(lambda: self.open_form())
        self.begin_button.clicked.connect(self._begin)
        self.again.edit.returnPressed.connect(self._begin)
        self.cancel_button.clicked.connect(self._close_form)

    def show_mode(self, mode: Mode, name: str) -> None:
        """Say how it is now, and offer the rest; ``name`` is what the person at this desk is called."""
        if not self.name.text():
            self.name.set_text(name)
        self.alone_button.setVisible(mode is Mode.UNDECIDED)
        plainly = _(
            "Tanpa kata sandi, siapa pun yang membuka komputer ini bisa menulis, menyetujui, dan menyiarkan "
            "atas nama Anda. Dengan kata sandi, setiap orang masuk dengan namanya sendiri."
        )
        if mode is Mode.ALONE:
            plainly = _("Sekarang: satu orang di laptop ini, tanpa kata sandi.") + " " + plainly
        self._words.setText(plainly)

    def open_form(self) -> None:
        """Ask for the first administrator."""
        self._form.show()
        self.several_button.hide()
        field = self.login if self.name.text() else self.name
        field.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def holds_keyboard(self) -> bool:
        """Return whether what is typed goes in here."""
        fields = (self.name, self.login, self.password, self.again)
        return self.begin_button.hasFocus() or any(field.edit.hasFocus() for field in fields)

    def refuse(self, error: NewsdeskError) -> None:
        """Say why not, at the field that it is about."""
        field: Field = self.password
        if isinstance(error, NoName):
            field = self.name
        elif isinstance(error, NoLogin | LoginTaken):
            field = self.login
        field.set_wrong(sentence(error))
        field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self) -> None:
        for field in (self.name, self.login):
            field.set_wrong("")
        if agree(self.password, self.again):
            self.several.emit(self.name.text(), self.login.text(), self.password.text())

    def _close_form(self) -> None:
        self._form.hide()
        self.several_button.show()
        self.several_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, look: Look) -> None:
        inside = QVBoxLayout(self._form)
        inside.setContentsMargins(0, 8, 0, 0)
        inside.setSpacing(12)
        for field in (self.name, self.login, self.password, self.again):
            inside.addWidget(field)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.begin_button)
        acts.addWidget(self.cancel_button)
        acts.addStretch(1)
        inside.addLayout(acts)
        self._form.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addWidget(self.alone_button)
        column.addWidget(self.several_button)
        column.addWidget(self._form)
