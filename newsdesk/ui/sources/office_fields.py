"""The offices of a person over time: as many blocks of fields as there are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.domain.attribution import Office, office_on
from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Field
from newsdesk.ui.sources import days

if TYPE_CHECKING:
    from newsdesk.ui.look import Look


class OfficeFields(QWidget):
    """One office: title and organisation, since and until. :attr:`removed` asks to take it out."""

    removed = Signal()

    def __init__(self, look: Look, *, removable: bool) -> None:
        super().__init__()
        self.title = Field(look, _("Jabatan"), placeholder=_("misalnya Kepala BPS Kota Blitar"))
        self.organisation = Field(look, _("Lembaga"))
        self.since = Field(look, _("Sejak"), placeholder=_("20/2/2025"))
        self.until = Field(look, _("Sampai"), placeholder=_("masih menjabat"))
        self.remove = Button(look, _("Hapus jabatan ini"), Kind.GHOST, icon="x", small=True)
        self.remove.clicked.connect(self.removed)
        self.remove.setVisible(removable)
        span = QHBoxLayout()
        span.setSpacing(8)
        span.addWidget(self.since, 1)
        span.addWidget(self.until, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.organisation)
        column.addLayout(span)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)

    def show_office(self, office: Office) -> None:
        """Fill the fields in."""
        self.title.set_text(office.title)
        self.organisation.set_text(office.organisation)
        self.since.set_text(days.written(office.since))
        self.until.set_text(days.written(office.until))
        for field in (self.since, self.until):
            field.set_wrong("")

    def office(self) -> Office | None:
        """Return what stands in the fields; None when a day cannot be read, which its field says."""
        since, until = self._day(self.since), self._day(self.until, last=True)
        if since is _WRONG or until is _WRONG:
            return None
        first, last = since or None, until or None
        if first is not None and last is not None and last < first:
            self.until.set_wrong(_("Lebih awal daripada “Sejak”"))
            return None
        return Office(self.title.text().strip(), self.organisation.text().strip(), first, last)

    def fields(self) -> list[QWidget]:
        """Return what Tab goes through, in its order."""
        return [self.title.edit, self.organisation.edit, self.since.edit, self.until.edit, self.remove]

    def _day(self, field: Field, *, last: bool = False) -> date | None:
        field.set_wrong("")
        try:
            return days.read(field.text(), last=last)
        except ValueError:
            field.set_wrong(_("Tulis seperti 20/2/2025, atau tahunnya saja"))
            return _WRONG


_WRONG = date.min
"""No day that anybody means."""


class OfficesEditor(QWidget):
    """The office held today first, the others under it, and a button for one more."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.rows: list[OfficeFields] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self.more = Button(look, _("Jabatan lain"), Kind.GHOST, icon="plus", small=True)
        self.more.clicked.connect(self._add_and_go)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._add(Office(""))

    def show_offices(self, offices: Sequence[Office], day: date) -> None:
        """Show these offices; the one held on that day stands first."""
        held = office_on(offices, day)
        shown = sorted(offices, key=lambda office: office is not held) or [Office("")]
        while len(self.rows) > len(shown):
            self._take_out(self.rows[-1])
        while len(self.rows) < len(shown):
            self._add(Office(""))
        for row, office in zip(self.rows, shown, strict=True):
            row.show_office(office)

    def offices(self) -> tuple[Office, ...] | None:
        """Return the offices that are filled in; None when one of them cannot be read."""
        found = [row.office() for row in self.rows]
        if any(office is None for office in found):
            return None
        return tuple(office for office in found if office and (office.title or office.organisation))

    def fields(self) -> list[QWidget]:
        """Return what Tab goes through, in its order."""
        return [*(field for row in self.rows for field in row.fields()), self.more]

    def _add_and_go(self) -> None:
        self._add(Office(""))
        self.rows[-1].title.edit.setFocus(Qt.FocusReason.TabFocusReason)

    def _add(self, office: Office) -> None:
        row = OfficeFields(self._look, removable=bool(self.rows))
        row.show_office(office)
        row.removed.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._column.insertWidget(len(self.rows) - 1, row)
        row.show()  # now, not with the next event: it is to have the keyboard

    def _remove(self, row: OfficeFields) -> None:
        self._take_out(row)
        self.more.setFocus(Qt.FocusReason.TabFocusReason)

    def _take_out(self, row: OfficeFields) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
