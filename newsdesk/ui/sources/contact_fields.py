"""How a source is reached: numbers and addresses, each private or not, each with how it is used."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.domain.attribution import Contact
from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Field
from newsdesk.ui.components.toggle import Toggle

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_NEW = Contact("")


class ContactFields(QWidget):
    """One contact. :attr:`removed` asks to take it out."""

    removed = Signal()

    def __init__(self, look: Look, *, removable: bool) -> None:
        super().__init__()
        self.value = Field(look, _("Kontak"), placeholder=_("nomor atau alamat surel"))
        self.note = Field(look, _("Cara menghubungi"), placeholder=_("misalnya lewat ajudan, jangan malam"))
        self.private = Toggle(look, _("Hanya untuk redaksi"))
        self.remove = Button(look, kind=Kind.GHOST, icon="x", small=True, name=_("Hapus kontak ini"))
        self.remove.clicked.connect(self.removed)
        self.remove.setVisible(removable)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.private)
        line.addStretch(1)
        line.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.value)
        column.addWidget(self.note)
        column.addLayout(line)

    def show_contact(self, contact: Contact) -> None:
        """Fill the fields in."""
        self.value.set_text(contact.value)
        self.note.set_text(contact.note)
        self.private.setChecked(contact.private)

    def contact(self) -> Contact:
        """Return what stands in the fields."""
        return Contact(self.value.text().strip(), self.private.isChecked(), self.note.text().strip())

    def fields(self) -> list[QWidget]:
        """Return what Tab goes through, in its order."""
        return [self.value.edit, self.note.edit, self.private, self.remove]


class ContactsEditor(QWidget):
    """The contacts under each other, and a button for one more."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.rows: list[ContactFields] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self.more = Button(look, _("Kontak lain"), Kind.GHOST, icon="plus", small=True)
        self.more.clicked.connect(self._add_and_go)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._add()

    def show_contacts(self, contacts: Sequence[Contact]) -> None:
        """Show these contacts; one empty block when there are none."""
        shown = contacts or (_NEW,)
        while len(self.rows) > len(shown):
            self._take_out(self.rows[-1])
        while len(self.rows) < len(shown):
            self._add()
        for row, contact in zip(self.rows, shown, strict=True):
            row.show_contact(contact)

    def contacts(self) -> tuple[Contact, ...]:
        """Return the contacts that are filled in."""
        return tuple(contact for row in self.rows if (contact := row.contact()).value)

    def fields(self) -> list[QWidget]:
        """Return what Tab goes through, in its order."""
        return [*(field for row in self.rows for field in row.fields()), self.more]

    def _add_and_go(self) -> None:
        self._add()
        self.rows[-1].value.edit.setFocus(Qt.FocusReason.TabFocusReason)

    def _add(self) -> None:
        row = ContactFields(self._look, removable=bool(self.rows))
        row.show_contact(_NEW)
        row.removed.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._column.insertWidget(len(self.rows) - 1, row)
        row.show()  # now, not with the next event: it is to have the keyboard

    def _remove(self, row: ContactFields) -> None:
        self._take_out(row)
        self.more.setFocus(Qt.FocusReason.TabFocusReason)

    def _take_out(self, row: ContactFields) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
