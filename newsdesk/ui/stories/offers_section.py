"""What was found in pasted copy, for the reporter to accept or reject; nothing is filled in silently."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.two_line_rows import TwoLineList, TwoLineRow
from newsdesk.ui.shortcuts import keys_of, shown

if TYPE_CHECKING:
    from newsdesk.services.importing import Offer
    from newsdesk.ui.look import Look


class OffersSection(QWidget):
    """The offers; :attr:`accepted` and :attr:`rejected` carry one, :attr:`all_accepted` wants them all.

    :attr:`undone` comes of Ctrl+Z: the last decision is to be taken back.
    """

    accepted = Signal(object)
    all_accepted = Signal()
    rejected = Signal(object)
    undone = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers: Sequence[Offer] = ()
        self.list = TwoLineList(look, _("Ditemukan di teks asli"), marks_always=True)
        self.list.entered.connect(self._accept_at)
        self.list.taken_away.connect(self._reject_at)
        self.list.figure.connect(self._accept_figure)
        self._accept = Button(look, _("Terima"), Kind.STRONG, key="Return", small=True)
        self._reject = Button(look, _("Tolak"), Kind.GHOST, key="Del", small=True)
        self._all = Button(look, _("Terima semua"), Kind.LINK, small=True)
        self._all.setToolTip(shown(keys_of("offers.all")))
        self._all.clicked.connect(self.all_accepted)
        self._accept.clicked.connect(lambda: self._marked(accept=True))
        self._reject.clicked.connect(lambda: self._marked(accept=False))
        note = Label(look, _("Tombol angka menerima baris itu."), "kecil", "text_3")
        buttons = QHBoxLayout()
        buttons.setContentsMargins(12, 4, 12, 0)
        buttons.setSpacing(8)
        buttons.addWidget(self._accept)
        buttons.addWidget(self._reject)
        buttons.addStretch(1)
        buttons.addWidget(self._all)
        words = QHBoxLayout()
        words.setContentsMargins(12, 0, 12, 0)
        words.addWidget(note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 10)
        column.setSpacing(6)
        column.addWidget(self.list)
        column.addLayout(buttons)
        column.addLayout(words)

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show what is still to be decided."""
        self._offers = offers
        self.list.show_rows([_row(i, offer) for i, offer in enumerate(offers)])
        if offers and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.list.model().index(0, 0))

    def begin(self) -> None:
        """Give the list the keyboard."""
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Z: the line with "Urungkan" may lie under the inspector, and is far from the list."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undone.emit()
        else:
            super().keyPressEvent(event)

    def _accept_at(self, place: int) -> None:
        self.accepted.emit(self._offers[place])

    def _reject_at(self, place: int) -> None:
        self.rejected.emit(self._offers[place])

    def _accept_figure(self, figure: int) -> None:
        self._accept_at(figure - 1)

    def _marked(self, *, accept: bool) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            (self.accepted if accept else self.rejected).emit(self._offers[index.row()])


def _row(place: int, offer: Offer) -> TwoLineRow:
    number = str(place + 1) if place < 9 else ""
    if offer.dateline is not None:
        second = " ".join(part for part in (_("asal berita"), offer.dateline.outlet) if part)
        return TwoLineRow(place, "map-pin", offer.dateline.place, second, number)
    if offer.byline is not None:
        second = ", ".join(part for part in (_("penulis"), offer.byline.outlet) if part)
        return TwoLineRow(place, "feather", offer.byline.name, second, number)
    if offer.kind.value == "quote":
        speaker = offer.source.name if offer.source else _("belum diketahui siapa")
        return TwoLineRow(place, "quote", f"“{offer.text}”", _("kutipan, {who}").format(who=speaker), number)
    source = offer.source
    second = ", ".join(p for p in (_("narasumber"), source.office if source else "") if p)
    return TwoLineRow(place, "user", source.name if source else offer.text, second, number)
