"""The small sheet before printing: what, for whom, and whereto."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import _, pgettext
from newsdesk.services.printing import Copy
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.choice import Choice
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.segment import Segment
from newsdesk.ui.paper.about import AboutBulletin, AboutStory

if TYPE_CHECKING:
    from newsdesk.ui.look import Look
    from newsdesk.ui.paper.about import About

WIDTH = 440
TO_PDF = ""
"""The place that is no printer."""


class What(StrEnum):
    """What of a bulletin is printed."""

    BOTH = "both"
    RUNDOWN = "rundown"
    SCRIPTS = "scripts"


class Chosen(NamedTuple):
    """What was chosen; ``printer`` is a printer's name, or :data:`TO_PDF`."""

    what: What
    copy: Copy
    page_each: bool
    printer: str


class PaperSheetDialog(QDialog):
    """Asks what of a story or a bulletin goes on paper. :attr:`chosen` is there once it was accepted."""

    def __init__(self, look: Look, about: About, before: Chosen | None, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._look = look
        self._about = about
        self.chosen: Chosen | None = None
        self.setWindowTitle(_("Cetak"))
        self.setModal(True)
        self.setFixedWidth(WIDTH)
        name = about.name if isinstance(about, AboutBulletin) else about.slug or _("TANPA SLUG")
        self._title = Label(look, _("Cetak {name}").format(name=name), "panel")
        self.what = Segment(
            look,
            _("Apa"),
            (
                (What.BOTH, _("Susunan dan naskah")),
                (What.RUNDOWN, _("Susunan")),
                (What.SCRIPTS, pgettext("scripts", "Naskah")),
            ),
            before.what if before else What.BOTH,
        )
        self.copy = Segment(
            look,
            _("Untuk siapa"),
            ((Copy.ON_AIR, _("Penyiar, seperti dibaca")), (Copy.DRAFT, _("Meja redaksi, draf"))),
            before.copy if before else Copy.ON_AIR,
        )
        self._note = Label(look, "", "kecil", "text_3")
        self._note.setWordWrap(True)
        self.pages = Segment(
            look,
            _("Halaman"),
            (("each", _("Satu naskah satu halaman")), ("close", _("Ringkas"))),
            "each" if before is None or before.page_each else "close",
        )
        self.where = Choice(look, _("Ke mana"))
        self._wanted = before.printer if before else TO_PDF
        self.offer_printers(())
        self.cancel_button = Button(look, _("Batal"), Kind.STRONG)
        self.print_button = Button(look, _("Cetak"), Kind.PRIMARY, key="Return")
        self._lay_out()
        self.what.setVisible(isinstance(about, AboutBulletin))
        self.what.chosen.connect(self._tell)
        self.copy.chosen.connect(self._tell)
        self.where.chosen.connect(self._tell)
        self.cancel_button.clicked.connect(self.reject)
        self.print_button.clicked.connect(self._print)
        if isinstance(about, AboutStory) and not about.approved:
            self.copy.set_value(Copy.DRAFT)
            self.copy.set_available(Copy.ON_AIR, False, _("Naskah ini belum disetujui"))
        self._tell()
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_printers(self, names: Sequence[str]) -> None:
        """Offer these printers besides a PDF file; they come when the system has told of them."""
        places = [(TO_PDF, _("Berkas PDF")), *((name, name) for name in names)]
        self.where.offer(places, self._wanted)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface."""
        QPainter(self).fillRect(self.rect(), self._look.theme.colour("surface"))

    def _tell(self, _value: str = "") -> None:
        scripts = self.what.value() != What.RUNDOWN or isinstance(self._about, AboutStory)
        self.copy.setVisible(scripts)
        self.pages.setVisible(scripts and isinstance(self._about, AboutBulletin))
        self._note.setText(self._words())
        self._note.setVisible(scripts)
        pdf = self.where.value() == TO_PDF
        self.print_button.set_words(_("Simpan PDF…") if pdf else _("Cetak"))

    def _words(self) -> str:
        if isinstance(self._about, AboutStory) and not self._about.approved:
            return _("Belum disetujui: setiap halaman bertuliskan “DRAF, bukan untuk siaran”.")
        if self.copy.value() == Copy.DRAFT:
            return _("Setiap halaman bertuliskan “DRAF, bukan untuk siaran”.")
        if isinstance(self._about, AboutBulletin):
            return _("Naskah yang belum disetujui tetap dicetak sebagai draf.")
        return _("Kata-kata yang disetujui, dengan angka dan singkatan seperti dibaca.")

    def _print(self) -> None:
        self.chosen = Chosen(
            What(self.what.value()),
            Copy(self.copy.value()),
            self.pages.value() == "each",
            self.where.value(),
        )
        self.accept()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(16)
        column.addWidget(self._title)
        column.addWidget(self.what)
        noted = QVBoxLayout()
        noted.setSpacing(6)
        noted.addWidget(self.copy)
        noted.addWidget(self._note)
        column.addLayout(noted)
        column.addWidget(self.pages)
        column.addWidget(self.where)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addStretch(1)
        acts.addWidget(self.cancel_button)
        acts.addWidget(self.print_button)
        column.addLayout(acts)
