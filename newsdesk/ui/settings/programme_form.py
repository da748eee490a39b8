"""One programme in Atur: its days, its time, who reads it, and the rows that it begins with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.domain.bulletin import Programme
from newsdesk.domain.timing import clock_length
from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.choice import Choice
from newsdesk.ui.components.field import Field, Label
from newsdesk.ui.components.toggle import Toggle
from newsdesk.ui.rundown.template_editor import TemplateEditor
from newsdesk.ui.rundown.typed_times import typed_clock, typed_length
from newsdesk.ui.settings.recurrence_words import (
    DAILY,
    DAYS,
    OWN,
    SOME_DAYS,
    WEEKEND,
    WORKDAYS,
    day_words,
    days_of,
    kind_of,
    rule_of,
)

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_SOON_MS = 300
_HOURS = (1, 3, 6, 12, 24, 48, 168)


class ProgrammeForm(QWidget):
    """:attr:`kept` carries the programme as it should be, :attr:`archived` the one that is to be put away or
    fetched back, :attr:`asked` one whose coming days are to be told (:meth:`tell_days`).
    :attr:`left` says that the form of a new one is to be put away.
    """

    kept = Signal(object)
    archived = Signal(object)
    asked = Signal(object)
    left = Signal()

    def __init__(self, look: Look, new_id: Callable[[], int]) -> None:
        super().__init__()
        self._look = look
        self._programme = Programme(0, "")
        self._toggles: list[tuple[int, Toggle]] = []
        self.name = Field(look, _("Nama"), placeholder=_("Warta Siang"))
        self.days = Choice(look, _("Jadwal"))
        self.day_row = QWidget()
        day_row = QHBoxLayout(self.day_row)
        day_row.setContentsMargins(0, 0, 0, 0)
        day_row.setSpacing(12)
        self._day_toggles = {day: Toggle(look, day_words(day)) for day in DAYS}
        for toggle in self._day_toggles.values():
            day_row.addWidget(toggle)
            toggle.toggled.connect(self._changed)
        day_row.addStretch(1)
        self.own = Field(
            look,
            _("Aturan sendiri (RRULE)"),
            placeholder="FREQ=MONTHLY;BYMONTHDAY=1",
            note=_("Menurut RFC 5545, misalnya FREQ=MONTHLY;BYDAY=1MO: Senin pertama setiap bulan."),
        )
        self.airs = Field(look, _("Tayang"), placeholder="11.00")
        self.slot = Field(look, _("Jatah"), placeholder="15:00")
        self.ahead = Choice(look, _("Buletin dibuat"))
        self.place = Field(look, _("Waktu salat"), placeholder=_("kota, misalnya Blitar"))
        self.coming = Label(look, "", "kecil", "text_3")
        self.coming.setWordWrap(True)
        self._readers_label = Label(look, _("Penyiar, bergiliran"), "kecil", "text_2", weight=600)
        self._readers = QWidget()
        self._readers_row = QHBoxLayout(self._readers)
        self._readers_row.setContentsMargins(0, 0, 0, 0)
        self._readers_row.setSpacing(16)
        self._readers_row.addStretch(1)
        self.template = TemplateEditor(look, new_id)
        self.keep_button = Button(look, _("Simpan program"), Kind.PRIMARY)
        self.archive_button = Button(look, _("Arsipkan"), Kind.PLAIN, icon="archive")
        self.cancel_button = Button(look, _("Batal"), Kind.PLAIN)
        self._lay_out(look)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._ask)
        self.days.chosen.connect(self._days_chosen)
        for field in (self.own, self.airs, self.slot):
            field.changed.connect(self._changed)
        self.keep_button.clicked.connect(self._keep)
        self.archive_button.clicked.connect(lambda: self.archived.emit(self._programme))
        self.cancel_button.clicked.connect(self.left)

    # ------------------------------------------------------------ what stands in it

    def show_programme(self, programme: Programme, people: Sequence[tuple[int, str]]) -> None:
        """Show a programme; ``people`` are ids and names of those who may read."""
        self._programme = programme
        self.name.set_text(programme.name)
        kind = kind_of(programme.rrule)
        self.days.offer(
            (
                (DAILY, _("Setiap hari")),
                (WORKDAYS, _("Hari kerja, Senin sampai Jumat")),
                (WEEKEND, _("Akhir pekan, Sabtu dan Minggu")),
                (SOME_DAYS, _("Hari tertentu…")),
                (OWN, _("Aturan sendiri…")),
            ),
            kind,
        )
        for day, toggle in self._day_toggles.items():
            toggle.setChecked(day in days_of(programme.rrule))
        self.own.set_text(programme.rrule if kind == OWN else "")
        self.airs.set_text(f"{programme.airtime:%H.%M}")
        self.slot.set_text(clock_length(programme.slot_ms))
        hours = programme.ahead_minutes // 60
        offered = sorted({*_HOURS, hours} - {0})
        self.ahead.offer(
            [(str(one), _("{n} jam sebelum tayang").format(n=one)) for one in offered], str(max(1, hours))
        )
        self.place.set_text(programme.place)
        self._offer(people, programme.announcers)
        self.template.show_template(programme.template, programme.airtime, programme.slot_ms, people)
        self.archive_button.setVisible(bool(programme.id))
        self.cancel_button.setVisible(not programme.id)
        self.archive_button.set_words(_("Arsipkan") if programme.active else _("Pakai lagi"))
        for field in (self.name, self.own, self.airs, self.slot):
            field.set_wrong("")
        self._days_chosen(kind)

    def tell_days(self, words: str, *, wrong: bool = False) -> None:
        """Say on which days it comes next, or what is wrong with the rule."""
        if wrong and self.days.value() == OWN:
            self.own.set_wrong(words)
            words = ""
        self.coming.setText(words)

    def _offer(self, people: Sequence[tuple[int, str]], chosen: tuple[int, ...]) -> None:
        for _person, toggle in self._toggles:
            self._readers_row.removeWidget(toggle)
            toggle.deleteLater()
        self._toggles = []
        turns = {person: n for n, person in enumerate(chosen)}
        for person, name in sorted(people, key=lambda one: (turns.get(one[0], len(turns)), one[1])):
            toggle = Toggle(self._look, name)
            toggle.setChecked(person in chosen)
            self._readers_row.insertWidget(self._readers_row.count() - 1, toggle)
            self._toggles.append((person, toggle))

    def _days_chosen(self, kind: str) -> None:
        self.day_row.setVisible(kind == SOME_DAYS)
        self.own.setVisible(kind == OWN)
        self._changed()

    def _changed(self, *_args: object) -> None:
        self.own.set_wrong("")
        programme = self._read(tell=False)
        if programme is not None:
            self.template.set_times(programme.airtime, programme.slot_ms)
        self._soon.start()

    def _ask(self) -> None:
        programme = self._read(tell=False)
        if programme is None or not programme.rrule:
            self.coming.setText("")
        else:
            self.asked.emit(programme)

    def _keep(self) -> None:
        programme = self._read(tell=True)
        if programme is not None:
            self.kept.emit(programme)

    def _read(self, *, tell: bool) -> Programme | None:
        """Return the programme that stands in the form; None where something does not fit."""
        wrong = ""
        airs, slot = self._programme.airtime, 0
        name = " ".join(self.name.text().split())
        if tell:
            self.name.set_wrong("" if name else _("Beri nama, misalnya Warta Siang."))
        try:
            airs = time(*typed_clock(self.airs.text()))
        except ValueError:
            wrong = _("Tulis jam, misalnya 11.00.")
        if tell:
            self.airs.set_wrong(wrong)
        try:
            slot = typed_length(self.slot.text())
        except ValueError:
            slot = 0
        if tell:
            self.slot.set_wrong("" if slot else _("Tulis menit dan detik, misalnya 15:00."))
        rule = rule_of(
            self.days.value(),
            [day for day, one in self._day_toggles.items() if one.isChecked()],
            self.own.text(),
        )
        if tell and not rule:
            self.coming.setText(_("Pilih paling sedikit satu hari."))
        if wrong or not slot or (tell and not (name and rule)):
            return None
        return replace(
            self._programme,
            name=name,
            rrule=rule,
            airtime=airs,
            slot_ms=slot,
            ahead_minutes=int(self.ahead.value() or 24) * 60,
            place=self.place.text().strip(),
            announcers=tuple(person for person, toggle in self._toggles if toggle.isChecked()),
            template=self.template.template(),
        )

    def _lay_out(self, look: Look) -> None:
        when = QHBoxLayout()
        when.setSpacing(12)
        for part in (self.airs, self.slot, self.ahead, self.place):
            when.addWidget(part)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.archive_button)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        rows = Label(look, _("Susunan awal setiap buletinnya"), "kecil", "text_2", weight=600)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.name, self.days, self.day_row, self.own):
            column.addWidget(part)
        column.addLayout(when)
        for part in (self.coming, self._readers_label, self._readers, rows, self.template):
            column.addWidget(part)
        column.addLayout(buttons)
