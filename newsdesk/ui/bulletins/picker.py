"""Which bulletin: those of a day, the days before and after, and a new one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.domain.bulletin import BulletinRow, BulletinState
from newsdesk.domain.timing import clock_length
from newsdesk.i18n import _, clock, ngettext
from newsdesk.ui.bulletins.popup import Popup
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.two_line_rows import TwoLineList, TwoLineRow

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_WIDTH = 440
_MOST = 8


class BulletinPicker(Popup):
    """:attr:`chosen` carries a bulletin's id, :attr:`day_wanted` a day whose bulletins are to be listed.

    :attr:`new_wanted` asks for the form of a new one on the day shown, :attr:`change_wanted` for the form of
    the open one, :attr:`make_wanted` for everything that the programmes have on the day shown.
    """

    chosen = Signal(object)
    day_wanted = Signal(object)
    new_wanted = Signal()
    change_wanted = Signal()
    make_wanted = Signal(object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent, _WIDTH)
        self.day = date.today()
        self._today = self.day
        self._before = Button(
            look, "", Kind.GHOST, icon="chevron-left", small=True, name=_("Hari sebelumnya")
        )
        self._after = Button(
            look, "", Kind.GHOST, icon="chevron-right", small=True, name=_("Hari berikutnya")
        )
        self._title = Label(look, "", "isi", weight=600)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.list = TwoLineList(look, _("Buletin hari itu"), marks_always=True, most=_MOST)
        self._none = Label(look, _("Belum ada buletin pada hari ini."), "isi", "text_3")
        self.make = Button(look, _("Buat dari program"), Kind.PLAIN, icon="calendar-plus", small=True)
        self.change = Button(look, _("Ubah buletin ini"), Kind.GHOST, icon="pencil-line", small=True)
        self.new = Button(look, _("Buletin baru"), Kind.STRONG, icon="plus", small=True)
        days = QHBoxLayout()
        days.addWidget(self._before)
        days.addWidget(self._title, 1)
        days.addWidget(self._after)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for part in (self.new, self.make, self.change):
            foot.addWidget(part)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        column.addLayout(days)
        column.addWidget(self.list)
        column.addWidget(self._none)
        column.addLayout(foot)
        self._before.clicked.connect(lambda: self._go(-1))
        self._after.clicked.connect(lambda: self._go(1))
        self.new.clicked.connect(self.new_wanted)
        self.change.clicked.connect(self.change_wanted)
        self.make.clicked.connect(lambda: self.make_wanted.emit(self.day))
        self.list.entered.connect(self.chosen)
        self.list.pointed.connect(self.chosen)

    def show_day(
        self, day: date, rows: Sequence[BulletinRow], zone: tzinfo, today: date, current: int = 0
    ) -> None:
        """List the bulletins of a day; ``current`` is the one that is open."""
        self.day, self._today = day, today
        self._title.setText(day_words(day, today))
        self.list.show_rows([_row(row, zone) for row in rows])
        self._none.setVisible(not rows)
        place = next((n for n, row in enumerate(rows) if row.id == current), 0)
        if rows:
            self.list.setCurrentIndex(self.list.model().index(place, 0))
        self.change.setVisible(bool(current))
        if not self.isHidden():
            self.adjustSize()
            self._take_keyboard()

    def begin(self) -> None:
        """Give the keyboard to the list, or to the button of a new one where there is none."""
        self._take_keyboard()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right go through the days."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._go(-1 if event.key() == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)

    def _go(self, days: int) -> None:
        self.day_wanted.emit(self.day + timedelta(days=days))

    def _take_keyboard(self) -> None:
        target = self.list if self.list.rows() else self.new
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)


def day_words(day: date, today: date) -> str:
    """Return "Hari ini, Jumat 17 Januari", "Besok, …", "Kemarin, …" or the day alone."""
    from babel.dates import format_date  # Babel costs more than the first frame; only dates need it

    from newsdesk.i18n import language

    pattern = "EEEE d MMMM" if day.year == today.year else "EEEE d MMMM y"
    words = format_date(day, pattern, locale=language())
    near = {0: _("Hari ini, {day}"), 1: _("Besok, {day}"), -1: _("Kemarin, {day}")}
    return near.get((day - today).days, "{day}").format(day=words)


def state_look(state: BulletinState) -> tuple[str, str, str]:
    """Return icon, word and token of how a bulletin stands."""
    return {
        BulletinState.PLANNED: ("list-ordered", _("Sedang disusun"), "text_2"),
        BulletinState.READY: ("mic", _("Siap"), "siap"),
        BulletinState.ON_AIR: ("radio", _("Mengudara"), "udara"),
        BulletinState.AIRED: ("check-check", _("Sudah siar"), "sudah"),
    }[state]


def _row(row: BulletinRow, zone: tzinfo) -> TwoLineRow:
    icon, words, token = state_look(row.state)
    held = ngettext("{n} baris", "{n} baris", row.rows).format(n=row.rows)
    second = ", ".join((words, held, _("jatah {length}").format(length=clock_length(row.slot_ms))))
    return TwoLineRow(row.id, icon, row.name, second, clock(row.airtime.astimezone(zone)), token)
