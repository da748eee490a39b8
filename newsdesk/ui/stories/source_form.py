"""A source's particulars: person, office, organisation, contact, and whether the name may be said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.chip import Chip
from newsdesk.ui.components.field import Field

if TYPE_CHECKING:
    from newsdesk.domain.attribution import Source
    from newsdesk.ui.look import Look


class SourceForm(QWidget):
    """Fields for one source; :attr:`finished` carries it, :attr:`cancelled` nothing."""

    finished = Signal(object)
    cancelled = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: Source | None = None
        self.person = Field(look, _("Nama"))
        self.office = Field(look, _("Jabatan"), placeholder=_("misalnya Kepala BPS Kota Blitar"))
        self.organisation = Field(look, _("Lembaga"))
        self.contact = Field(look, _("Kontak"), note=_("Hanya untuk redaksi, tidak pernah dibaca."))
        self.on_record = Chip(look, _("Boleh disebut namanya"), icon="check")
        self.on_record.setCheckable(True)
        self.save = Button(look, _("Kaitkan"), Kind.STRONG, small=True)
        self.cancel = Button(look, _("Batal"), Kind.GHOST, small=True)
        self.save.clicked.connect(self._finish)
        self.cancel.clicked.connect(self.cancelled)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 12)
        column.setSpacing(10)
        for part in (self.person, self.office, self.organisation, self.contact):
            column.addWidget(part)
        column.addWidget(self.on_record)
        column.addLayout(buttons)

    def show_source(self, source: Source, act: str) -> None:
        """Show a source's particulars; ``act`` is the word of what finishing does."""
        self._source = source
        self.person.set_text(source.person)
        self.office.set_text(source.office)
        self.organisation.set_text(source.organisation)
        self.contact.set_text(source.contact)
        self.on_record.setChecked(source.on_record)
        self.save.set_words(act)
        self.person.set_wrong("")
        self.person.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter finishes, Esc cancels."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _finish(self) -> None:
        if self._source is None:
            return
        source = replace(
            self._source,
            person=self.person.text().strip(),
            office=self.office.text().strip(),
            organisation=self.organisation.text().strip(),
            contact=self.contact.text().strip(),
            on_record=self.on_record.isChecked(),
        )
        if not source.name:
            self.person.set_wrong(_("Isi nama orang atau lembaganya"))
            return
        self.finished.emit(source)
