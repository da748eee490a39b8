"""A new bulletin, or the settings of one: of which programme, called what, when, how long, read by whom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, tzinfo
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.domain.timing import clock_length
from newsdesk.i18n import _, clock
from newsdesk.ui.bulletins.popup import Popup
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.choice import Choice
from newsdesk.ui.components.field import Field, Label
from newsdesk.ui.components.toggle import Toggle
from newsdesk.ui.rundown.typed_times import typed_clock, typed_length

if TYPE_CHECKING:
    from newsdesk.domain.bulletin import Bulletin, Programme
    from newsdesk.domain.open_rundown import Reader
    from newsdesk.ui.look import Look

_WIDTH = 380
_NONE = "0"


class BulletinWishes(NamedTuple):
    """What stands in the form. ``programme_id`` is None without one; ``airtime`` is in the station's zone."""

    programme_id: int | None
    name: str
    airtime: datetime
    slot_ms: int
    announcers: tuple[int, ...]


class BulletinForm(Popup):
    """:attr:`kept` carries what was wished, and whether it is a new bulletin."""

    kept = Signal(object, bool)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent, _WIDTH)
        self._new = True
        self._day = date.today()
        self._zone: tzinfo | None = None
        self._programmes: Sequence[Programme] = ()
        self._title = Label(look, "", "panel")
        self.programme = Choice(look, _("Program"))
        self.name = Field(look, _("Nama"), placeholder=_("Warta Siang"))
        self.airs = Field(look, _("Tayang"), placeholder="11.00")
        self.slot = Field(look, _("Jatah"), placeholder="15:00")
        self._readers_label = Label(look, _("Penyiar, bergiliran"), "kecil", "text_2", weight=600)
        self._readers = QWidget()
        self._readers_column = QVBoxLayout(self._readers)
        self._readers_column.setContentsMargins(0, 0, 0, 0)
        self._readers_column.setSpacing(2)
        self._toggles: list[tuple[int, Toggle]] = []
        self.cancel = Button(look, _("Batal"), Kind.STRONG)
        self.keep = Button(look, "", Kind.PRIMARY)
        when = QHBoxLayout()
        when.setSpacing(12)
        when.addWidget(self.airs)
        when.addWidget(self.slot)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.setSpacing(8)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self.programme)
        column.addWidget(self.name)
        column.addLayout(when)
        column.addWidget(self._readers_label)
        column.addWidget(self._readers)
        column.addLayout(buttons)
        self.programme.chosen.connect(self._programme_chosen)
        self.cancel.clicked.connect(self.leave)
        self.keep.clicked.connect(self._keep)

    def for_new(
        self, day: date, zone: tzinfo, programmes: Sequence[Programme], readers: Sequence[Reader]
    ) -> None:
        """Ask for a new bulletin on a day."""
        self._new, self._day, self._zone, self._programmes = True, day, zone, programmes
        self._title.setText(_("Buletin baru"))
        self.keep.set_words(_("Buat buletin"))
        self.programme.setVisible(bool(programmes))
        self.programme.offer(
            [(_NONE, _("Tanpa program")), *((str(one.id), one.name) for one in programmes)], _NONE
        )
        self.name.set_text("")
        self.airs.set_text("")
        self.slot.set_text(clock_length(15 * 60_000))
        self._offer(readers, ())
        self._right()

    def for_bulletin(self, bulletin: Bulletin, zone: tzinfo, readers: Sequence[Reader]) -> None:
        """Show the settings of a bulletin."""
        at = bulletin.airtime.astimezone(zone)
        self._new, self._day, self._zone, self._programmes = False, at.date(), zone, ()
        self._title.setText(_("Ubah buletin ini"))
        self.keep.set_words(_("Simpan"))
        self.programme.hide()
        self.name.set_text(bulletin.name)
        self.airs.set_text(clock(at, seconds=bool(at.second)))
        self.slot.set_text(clock_length(bulletin.slot_ms))
        self._offer(readers, bulletin.announcers)
        self._right()

    def begin(self) -> None:
        """Give the keyboard to the first field."""
        first = self.name if self.programme.isHidden() else self.programme
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field keeps."""
        in_field = not isinstance(self.focusWidget(), QAbstractButton)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and in_field:
            self._keep()
        else:
            super().keyPressEvent(event)

    def _offer(self, readers: Sequence[Reader], chosen: tuple[int, ...]) -> None:
        for _reader, toggle in self._toggles:
            self._readers_column.removeWidget(toggle)
            toggle.deleteLater()
        self._toggles = []
        # Those who read already stand first, in their turn.
        turns = {person: n for n, person in enumerate(chosen)}
        for reader in sorted(readers, key=lambda one: (turns.get(one.id, len(turns)), one.name)):
            toggle = Toggle(self._look, reader.name)
            toggle.setChecked(reader.id in chosen)
            self._readers_column.addWidget(toggle)
            self._toggles.append((reader.id, toggle))
        self._readers_label.setVisible(bool(self._toggles))

    def _right(self) -> None:
        for field in (self.name, self.airs, self.slot):
            field.set_wrong("")

    def _programme_chosen(self, value: str) -> None:
        programme = next((one for one in self._programmes if str(one.id) == value), None)
        if programme is None:
            return
        self.name.set_text(programme.name)
        self.airs.set_text(f"{programme.airtime:%H.%M}")
        self.slot.set_text(clock_length(programme.slot_ms))
        for reader, toggle in self._toggles:
            toggle.setChecked(reader in programme.announcers)

    def _keep(self) -> None:
        self._right()
        name = self.name.text().strip()
        if not name:
            self._wrong(self.name, _("Beri nama, misalnya Warta Siang."))
            return
        try:
            airs = time(*typed_clock(self.airs.text()))
        except ValueError:
            self._wrong(self.airs, _("Tulis jam, misalnya 11.00."))
            return
        try:
            slot = typed_length(self.slot.text())
        except ValueError:
            slot = 0
        if not slot:
            self._wrong(self.slot, _("Tulis menit dan detik, misalnya 15:00."))
            return
        programme = int(self.programme.value() or _NONE) if self._new else 0
        wishes = BulletinWishes(
            programme or None,
            name,
            datetime.combine(self._day, airs, self._zone),
            slot,
            tuple(reader for reader, toggle in self._toggles if toggle.isChecked()),
        )
        self.close_quietly()
        self.kept.emit(wishes, self._new)

    def _wrong(self, field: Field, sentence: str) -> None:
        field.set_wrong(sentence)
        self.adjustSize()
        field.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
