"""What is still missing before the air, and the two acts that end the work: called ready, and begun."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from newsdesk.i18n import _, ngettext
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.fold_section import FoldSection
from newsdesk.ui.components.text_block import TextBlock
from newsdesk.ui.components.two_line_rows import TwoLineList, TwoLineRow

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_MOST = 3


class Missing(NamedTuple):
    """One thing that is missing: in which row (None: in none), and what, in words."""

    item_id: int | None
    slug: str
    words: str


class ReadyPanel(QWidget):
    """Stands under the adviser. :attr:`gone_to` carries the id of a row that something is missing in."""

    gone_to = Signal(object)
    ready_wanted = Signal()
    air_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._missing: Sequence[Missing] = ()
        self._told: str | None = None
        self.section = FoldSection(look, _("Sebelum siaran"), is_open=False)
        self.list = TwoLineList(look, _("Yang masih kurang"), most=_MOST)
        self.section.set_body(self.list)
        self._signed = TextBlock(look, "", "kecil", "text_2")
        self.ready = Button(look, _("Tandai siap"), Kind.STRONG)
        self.air = Button(look, _("Mulai siaran"), Kind.AIR)
        for button in (self.ready, self.air):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(16, 8, 16, 12)
        buttons.setSpacing(8)
        buttons.addWidget(self.ready)
        buttons.addWidget(self.air)
        signed = QVBoxLayout()
        signed.setContentsMargins(16, 8, 16, 0)
        signed.addWidget(self._signed)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.section)
        column.addLayout(signed)
        column.addLayout(buttons)
        self.list.entered.connect(self.gone_to)
        self.list.pointed.connect(self.gone_to)
        self.ready.clicked.connect(self.ready_wanted)
        self.air.clicked.connect(self.air_wanted)

    def show_missing(self, missing: Sequence[Missing], signed: str) -> None:
        """Show what is missing; ``signed`` says who called it ready and when, "" where nobody has."""
        if missing == self._missing and signed == self._told:
            return
        self._told = signed
        if missing != self._missing:
            self._missing = missing
            self.list.show_rows(
                [
                    TwoLineRow(one.item_id or 0, "circle-alert", one.slug, one.words, token="tunggu")
                    for one in missing
                ],
                folded=not self.section.is_open,
            )
        if missing:
            words = ngettext("{n} hal kurang", "{n} hal kurang", len(missing)).format(n=len(missing))
            self.section.set_summary(words, icon="circle-alert", token="tunggu")
        else:
            self.section.set_summary(_("lengkap"), icon="check", token="setuju")
        self._signed.set_words(signed)
        self._signed.setVisible(bool(signed))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the lines round it."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("canvas"))
        painter.fillRect(0, 0, 1, self.height(), theme.colour("line"))
        painter.fillRect(0, 0, self.width(), 1, theme.colour("line"))
