"""A source's particulars: person, offices over time, contacts, and whether the name may be said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Field
from newsdesk.ui.components.toggle import Toggle
from newsdesk.ui.sources.contact_fields import ContactsEditor
from newsdesk.ui.sources.office_fields import OfficesEditor
from newsdesk.ui.sources.use_view import UseView

if TYPE_CHECKING:
    from newsdesk.domain.attribution import Source
    from newsdesk.domain.registers import SourceUse
    from newsdesk.ui.look import Look

_ROUND = 28
"""Room above and below what is scrolled into view: its label, and the sentence of a fault."""


class SourceForm(QWidget):
    """Fields for one source; :attr:`finished` carries it, :attr:`cancelled` nothing.

    :attr:`use_wanted` carries the id of a source whose use is to be shown, :attr:`opened` that of a story.
    """

    finished = Signal(object)
    cancelled = Signal()
    # Numbers have 62 bits; Qt's int has 32.
    use_wanted = Signal(object)
    opened = Signal(object)

    def __init__(self, look: Look, now: Callable[[], datetime], *, inset: int = 12) -> None:
        super().__init__()
        self._now = now
        self._source: Source | None = None
        self.person = Field(look, _("Nama"), note=_("Kosongkan bila narasumbernya lembaga."))
        self.offices = OfficesEditor(look)
        self.contacts = ContactsEditor(look)
        self.on_record = Toggle(look, _("Boleh disebut namanya"))
        self.use = UseView(look, now)
        self.use.opened.connect(self.opened)
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
        column.setContentsMargins(inset, 4, inset, 12)
        column.setSpacing(12)
        for part in (self.person, self.offices, self.contacts, self.on_record):
            column.addWidget(part)
        column.addLayout(buttons)
        column.addWidget(self.use)

    @property
    def office(self) -> Field:
        """The field of the office held today."""
        return self.offices.rows[0].title

    @property
    def organisation(self) -> Field:
        """The field of the organisation of today."""
        return self.offices.rows[0].organisation

    @property
    def contact(self) -> Field:
        """The field of the first contact."""
        return self.contacts.rows[0].value

    def show_source(self, source: Source, act: str) -> None:
        """Show a source's particulars; ``act`` is the word of what finishing does."""
        from newsdesk.domain.attribution import Office

        self._source = source
        self.person.set_text(source.person)
        offices = source.offices or (Office(source.office, source.organisation),)
        self.offices.show_offices(offices, self._now().date())
        self.contacts.show_contacts(source.contacts)
        self.on_record.setChecked(source.on_record)
        self.save.set_words(act)
        self.person.set_wrong("")
        self.use.show_use(None)
        if source.id:
            self.use_wanted.emit(source.id)
        self.person.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_use(self, source_id: int, use: SourceUse) -> None:
        """Show what a source was used for, if it is still the one in the form."""
        if self._source is not None and self._source.id == source_id:
            self.use.show_use(use)

    def refuse(self, sentence: str) -> None:
        """Say at the office why the source cannot be stored so."""
        self.office.set_wrong(sentence)
        self.office.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter finishes, or presses the button it is on; Esc cancels."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            on = self.focusWidget()
            if isinstance(on, QAbstractButton) and not on.isCheckable():
                on.click()
            else:
                self._finish()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Let Tab go as one reads: fields that came later stand among the others."""
        way = [
            self.person.edit,
            *self.offices.fields(),
            *self.contacts.fields(),
            self.on_record,
            self.save,
            self.cancel,
            self.use.list,
        ]
        shown = [one for one in way if one.isVisible()]
        on = self.focusWidget()
        place = shown.index(on) + (1 if next else -1) if on in shown else -1
        if not 0 <= place < len(shown):
            return super().focusNextPrevChild(next)
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        shown[place].setFocus(reason)
        # A scroll area follows only where it moved the keyboard itself.
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.ensureWidgetVisible(shown[place], 0, _ROUND)
        return True

    def _finish(self) -> None:
        from newsdesk.domain.attribution import with_offices

        if self._source is None:
            return
        offices = self.offices.offices()
        if offices is None:
            return
        person = self.person.text().strip()
        known = replace(
            self._source,
            person=person,
            contacts=self.contacts.contacts(),
            on_record=self.on_record.isChecked(),
        )
        if person:
            source = with_offices(known, offices, self._now().date())
        else:
            source = replace(known, office="", organisation=self.organisation.text().strip(), offices=())
        if not source.name:
            self.person.set_wrong(_("Isi nama orang atau lembaganya"))
            self.person.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.finished.emit(source)
