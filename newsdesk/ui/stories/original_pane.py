"""The left half of the split view: the original with its head and foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import _, ngettext, number
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.icon_label import IconLabel
from newsdesk.ui.components.keycap import KeyCap
from newsdesk.ui.components.rule import Rule
from newsdesk.ui.landing import land_on
from newsdesk.ui.shortcuts import keys_of, shown
from newsdesk.ui.stories.original_text import OriginalText

if TYPE_CHECKING:
    from newsdesk.services.carrying import CarriedOver
    from newsdesk.ui.look import Look

_HEAD, _FOOT = 48, 32
_SIDE = 24
_ROOMY = 430
"""Pixels from which on the foot also says what its key does."""


class OriginalPane(QWidget):
    """What came, on the window's own ground: it cannot be edited, and looks so.

    :attr:`closed` when its button wants it away.
    """

    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.text = OriginalText(look)
        land_on(self, self.text)
        self.close_button = Button(
            look,
            "",
            Kind.GHOST,
            icon="x",
            small=True,
            name=_("Tutup teks asli ({keys})").format(keys=shown(keys_of("split"))),
        )
        self.close_button.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(_SIDE, 0, 12, 0)
        head.setSpacing(6)
        head.addWidget(Label(look, _("Teks asli"), "panel"))
        head.addStretch(1)
        head.addWidget(IconLabel(look, "lock", 14, "text_3"))
        head.addWidget(Label(look, _("Asli, tidak diubah"), "kecil", "text_3"))
        head.addSpacing(6)
        head.addWidget(self.close_button)
        self._figure = Label(look, "", "kecil", weight=600)
        self._words = Label(look, "", "kecil", "text_3")
        self._icon = IconLabel(look, "copy", 14, "bawa")
        self._carried = Label(look, "", "kecil", "bawa")
        self._key = KeyCap(look, keys_of("original.carry"))
        self._does = Label(look, _("bawa kalimat ini"), "kecil", "text_3")
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 0, 16, 0)
        foot.setSpacing(5)
        foot.addWidget(self._figure)
        foot.addWidget(self._words)
        foot.addSpacing(14)
        foot.addWidget(self._icon)
        foot.addWidget(self._carried)
        foot.addStretch(1)
        foot.addWidget(self._key)
        foot.addWidget(self._does)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row, high in ((head, _HEAD), (foot, _FOOT)):
            holder = QWidget()
            holder.setFixedHeight(high)
            holder.setLayout(row)
            if row is head:
                self.head = holder
                column.addWidget(holder)
                column.addWidget(Rule(look))
                column.addWidget(self.text, 1)
                column.addWidget(Rule(look))
            else:
                column.addWidget(holder)

    def show_carried(self, found: CarriedOver) -> None:
        """Say how much there is and how much of it stands in the script."""
        n = found.original_words
        self._figure.setText(number(n))
        self._words.setText(ngettext("kata", "kata", n))
        n = found.sentences
        self._carried.setText(
            ngettext("{n} kalimat terbawa ke naskah", "{n} kalimat terbawa ke naskah", n).format(n=number(n))
        )
        for part in (self._icon, self._carried):
            part.setVisible(n > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave what the key does to its tool tip where there is no room."""
        super().resizeEvent(event)
        for part in (self._key, self._does):
            part.setVisible(self.width() >= _ROOMY)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(self.rect(), self._look.theme.colour("canvas"))
