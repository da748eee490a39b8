"""Atur, Orang: the form of one person, new or known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.domain.people import Role
from newsdesk.errors import LoginTaken, NoLogin, NoName, PasswordTooPlain, PasswordTooShort
from newsdesk.i18n import _
from newsdesk.ui.account_wording import role_name
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Field, Label
from newsdesk.ui.components.toggle import Toggle
from newsdesk.ui.settings.password_field import PasswordField
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.domain.people import Person
    from newsdesk.errors import NewsdeskError
    from newsdesk.ui.look import Look


class Filled(NamedTuple):
    """What was filled in; ``person_id`` is 0 for somebody new, ``password`` "" when none is given."""

    person_id: int
    name: str
    login: str
    roles: frozenset[Role]
    password: str


class PersonForm(QWidget):
    """Name, login, roles and a new password. :attr:`kept` carries :class:`Filled`, :attr:`left` that it is
    closed; :attr:`archived` is asked for with the person's number and whether to archive.
    """

    kept = Signal(object)
    archived = Signal(object, bool)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._person: Person | None = None
        self._title = Label(look, font="panel")
        self.name = Field(look, _("Nama"))
        self.login = Field(look, _("Nama masuk"))
        self.roles: dict[Role, Toggle] = {
            role: Toggle(look, role_name(role).capitalize(), note=_role_note(role)) for role in Role
        }
        self._no_role = Label(look, _("Tanpa peran, orang ini hanya bisa membaca."), "kecil", "text_3")
        self.password = PasswordField(look, _("Kata sandi baru"))
        self.keep_button = Button(look, _("Simpan"), Kind.PRIMARY, key="Return")
        self.cancel_button = Button(look, _("Batal"), Kind.STRONG)
        self.archive_button = Button(look, _("Arsipkan"), Kind.STRONG, icon="archive")
        self.keep_button.clicked.connect(self._keep)
        for field in (self.name, self.login, self.password):
            field.edit.returnPressed.connect(self._keep)
        self.cancel_button.clicked.connect(self._leave)
        self.archive_button.clicked.connect(self._archive)
        for toggle in self.roles.values():
            toggle.toggled.connect(self._tell_no_role)
        self._lay_out()
        self.hide()

    def open_new(self) -> None:
        """Ask for somebody new."""
        self._open(None, _("Orang baru"), {Role.REPORTER})
        self.password.set_note(_("Berikan kata sandi ini langsung; orangnya bisa menggantinya di sini."))

    def open_person(self, person: Person) -> None:
        """Show somebody to be changed."""
        self._open(person, person.name, person.roles)
        self.name.set_text(person.name)
        self.login.set_text(person.login)
        self.password.set_note(_("Kosongkan bila kata sandinya tetap."))
        self.archive_button.set_words(_("Arsipkan") if person.active else _("Pakai lagi"))
        self.archive_button.show()

    def refuse(self, error: NewsdeskError) -> bool:
        """Say why not at the field that it is about; return False when it is about none of them."""
        field = self._field_of(error)
        if field is None:
            return False
        field.set_wrong(sentence(error))
        field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def close_form(self) -> None:
        """Close it."""
        self._person = None
        self.hide()

    def _field_of(self, error: NewsdeskError) -> Field | None:
        match error:
            case NoName():
                return self.name
            case NoLogin() | LoginTaken():
                return self.login
            case PasswordTooShort() | PasswordTooPlain():
                return self.password
            case _:
                return None

    def _open(
        self, person: Person | None, title: str, roles: Sequence[Role] | set[Role] | frozenset[Role]
    ) -> None:
        self._person = person
        self._title.setText(title)
        for field in (self.name, self.login, self.password):
            field.set_text("")
            field.set_wrong("")
        for role, toggle in self.roles.items():
            toggle.setChecked(role in roles)
        self.archive_button.hide()
        self._tell_no_role()
        self.show()
        self.name.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _tell_no_role(self, _on: bool = False) -> None:
        self._no_role.setVisible(not any(toggle.isChecked() for toggle in self.roles.values()))

    def _keep(self) -> None:
        for field in (self.name, self.login, self.password):
            field.set_wrong("")
        roles = frozenset(role for role, toggle in self.roles.items() if toggle.isChecked())
        person_id = self._person.id if self._person is not None else 0
        self.kept.emit(Filled(person_id, self.name.text(), self.login.text(), roles, self.password.text()))

    def _archive(self) -> None:
        if self._person is not None:
            self.archived.emit(self._person.id, self._person.active)

    def _leave(self) -> None:
        self.close_form()
        self.left.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self.name)
        column.addWidget(self.login)
        roles = QVBoxLayout()
        roles.setSpacing(4)
        for toggle in self.roles.values():
            roles.addWidget(toggle)
        roles.addWidget(self._no_role)
        column.addLayout(roles)
        column.addWidget(self.password)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for button in (self.keep_button, self.cancel_button, self.archive_button):
            acts.addWidget(button)
        acts.addStretch(1)
        column.addLayout(acts)


def _role_note(role: Role) -> str:
    return {
        Role.REPORTER: _("menulis dan mengajukan naskah"),
        Role.EDITOR: _("menyetujui, mengembalikan, dan menyusun buletin"),
        Role.ANNOUNCER: _("membaca di siaran dan menyusun buletin"),
        Role.ADMINISTRATOR: _("mengatur orang, stasiun, dan program"),
    }[role]
