"""A bulletin before it is read: its rows as they would go to the microphone, and the two ways to read it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.domain.air_bulletin import AirBulletin, AirItem, AirStatus
from newsdesk.domain.readiness import signed_why
from newsdesk.domain.rundown import ItemKind
from newsdesk.domain.timing import clock_length
from newsdesk.i18n import _, clock, ngettext
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.elided_label import ElidedLabel
from newsdesk.ui.components.field import Label
from newsdesk.ui.letters import brief
from newsdesk.ui.onair.air_rows import kind_words
from newsdesk.ui.onair.air_table import AirTable, Cell, Column
from newsdesk.ui.onair.air_times import length_ms
from newsdesk.ui.onair.unready import unready
from newsdesk.ui.shortcuts import keys_of

if TYPE_CHECKING:
    from newsdesk.ui.look import Look


class BulletinDetail(QWidget):
    """Empty until a bulletin is chosen; its signals ask to begin it, to practise it, to go on with it."""

    begin = Signal()
    practise = Signal()
    resume = Signal()
    end = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.title = ElidedLabel(look, "", "judul")
        self.facts = Label(look, "", token="text_2")
        self.facts.setWordWrap(True)
        self.warning = Label(look, "", token="temuan", weight=600)
        self.warning.setWordWrap(True)
        self.table = AirTable(
            look,
            _("Isi buletin"),
            [
                Column(_("No"), 44, figures=True),
                Column(_("Slug"), 0),
                Column(_("Jenis"), 110, spare=True),
                Column(_("Pembaca"), 130, spare=True),
                Column(_("Perkiraan"), 90, figures=True),
                Column(_("Mulai"), 90, figures=True),
                Column(_("Status"), 190),
            ],
        )
        self.air = Button(look, _("Mulai siaran"), Kind.AIR, icon="radio", key=keys_of("on_air.begin"))
        self.practice = Button(look, _("Latihan"), Kind.STRONG, icon="mic", key=keys_of("on_air.practise"))
        self.go_on = Button(look, _("Lanjutkan siaran"), Kind.AIR, icon="radio", key=keys_of("on_air.resume"))
        self.give_up = Button(look, _("Akhiri"), Kind.PLAIN, name=_("Akhiri siaran yang terputus"))
        self.kept = Label(look, "", "kecil", "text_3")
        self.kept.setWordWrap(True)
        self.air.clicked.connect(self.begin)
        self.practice.clicked.connect(self.practise)
        self.go_on.clicked.connect(self.resume)
        self.give_up.clicked.connect(self.end)
        head = QVBoxLayout()
        head.setContentsMargins(24, 20, 24, 12)
        head.setSpacing(4)
        head.addWidget(self.title)
        head.addWidget(self.facts)
        head.addWidget(self.warning)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 12, 24, 12)
        foot.setSpacing(8)
        foot.addWidget(self.kept, 1)
        foot.addWidget(self.practice)
        foot.addWidget(self.air)
        foot.addWidget(self.give_up)
        foot.addWidget(self.go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        self.show_nothing("")

    def show_nothing(self, words: str) -> None:
        """Show no bulletin, and say why."""
        self.title.set_words(words)
        self.facts.setText("")
        self.warning.hide()
        self.table.show_rows([])
        self.table.hide()
        self.kept.setText("")
        for button in (self.air, self.practice, self.go_on, self.give_up):
            button.hide()

    def show_waiting(self, name: str) -> None:
        """Show a bulletin of which only its name is known yet."""
        self.show_nothing(name)
        self.facts.setText(_("Menunggu basis data; belum tersimpan di komputer ini."))
        self.air.show()
        self.practice.show()

    def show_bulletin(
        self, air: AirBulletin, local: Callable[[datetime], datetime], *, kept: str, unfinished: bool
    ) -> None:
        """Show what would be read; ``kept`` says whether it lies on this computer."""
        self.title.set_words(air.name)
        times = _("{start}, tutup {close}").format(
            start=clock(local(air.airtime)), close=clock(local(air.close), seconds=True)
        )
        who = brief(", ".join(air.announcers))
        parts = (times, _("penyiar {names}").format(names=who) if who else "", _ready_words(air))
        self.facts.setText(", ".join(part for part in parts if part))
        wrong = unready(air)
        n = len(wrong)
        self.warning.setText(
            ngettext("{n} hal belum siap: {first}", "{n} hal belum siap: {first}", n).format(
                n=n, first="; ".join(wrong[:2])
            )
            if wrong
            else ""
        )
        self.warning.setVisible(bool(wrong))
        self.table.show()
        self.table.show_rows(
            [self._row(item, local) for item in sorted(air.items, key=lambda one: one.number)]
        )
        self.kept.setText(kept)
        self.air.setVisible(not unfinished)
        self.practice.setVisible(not unfinished)
        self.go_on.setVisible(unfinished)
        self.give_up.setVisible(unfinished)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page's surface."""
        QPainter(self).fillRect(self.rect(), self._look.theme.colour("surface"))

    def _row(self, item: AirItem, local: Callable[[datetime], datetime]) -> list[Cell]:
        quiet = "text_3" if item.floated else "text"
        length = clock_length(length_ms(item))
        start = item.fixed_at or item.start
        icon, words, token = status_words(item)
        return [
            Cell(str(item.number), "text_3"),
            Cell(item.slug, quiet, bold=True),
            Cell(kind_words(item.kind), "text_2"),
            Cell(item.reader, "text_2"),
            Cell(f"({length})" if item.floated else length, quiet),
            Cell(clock(local(start), seconds=True) if start else "", "text_2"),
            Cell(words, token, icon=icon),
        ]


def status_words(item: AirItem) -> tuple[str, str, str]:
    """Return who answers for an item: an icon, words, and the token of their colour."""
    if item.kind is ItemKind.STORY and item.text is None:
        return "circle-dashed", _("Kosong"), "temuan"
    by = item.approved_by
    return {
        AirStatus.APPROVED: (
            "circle-check",
            _("Disetujui {name}").format(name=by) if by else _("Disetujui"),
            "setuju",
        ),
        AirStatus.CHANGED: ("file-pen-line", _("Berubah setelah disetujui"), "ubah"),
        AirStatus.NOT_APPROVED: (
            "hourglass",
            _("Ditandatangani {name}").format(name=item.signed_by)
            if item.signed_by
            else _("Belum disetujui"),
            "tunggu",
        ),
        AirStatus.EMBARGOED: ("lock", _("Masih embargo"), "tunggu"),
        AirStatus.KILLED: ("circle-slash", _("Dicabut"), "udara"),
        AirStatus.NO_STORY: ("", "", "text_2"),
    }[item.status]


def _ready_words(air: AirBulletin) -> str:
    if not air.ready:
        return _("belum ditandai siap")
    words = _("ditandai siap oleh {name}").format(name=brief(air.ready_by)) if air.ready_by else _("siap")
    why = signed_why(air.ready_why)
    return _("{words}: {why}").format(words=words, why=why) if why else words
