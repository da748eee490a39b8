"""Cara baca berubah: words that are said otherwise by now than they were approved, old and new."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import _, ngettext, number
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.text_block import TextBlock
from newsdesk.ui.stories.passage_card import LEFT, RIGHT, PassageCard

if TYPE_CHECKING:
    from newsdesk.domain.air_text import SaidChange
    from newsdesk.ui.look import Look

_MOST_ROWS = 50


class SaidChangesSection(QWidget):
    """Each word with both forms; :attr:`taken` approves the new ones, :attr:`chosen` carries a change."""

    taken = Signal()
    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self.take = Button(look, _("Setujui cara baca baru"), Kind.STRONG, icon="ear", small=True)
        self.take.clicked.connect(self.taken)
        below = QHBoxLayout()
        below.setContentsMargins(LEFT, 4, RIGHT, 12)
        below.addWidget(self.take)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._rows)
        column.addLayout(below)

    def rows(self) -> list[PassageCard]:
        """Return the rows in their order."""
        return self.findChildren(PassageCard)

    def show_changes(self, changes: Sequence[SaidChange], *, may_take: bool, offered: bool = True) -> None:
        """Show what is said otherwise; without ``may_take`` an editor has to approve it.

        Nothing can be taken that is not ``offered``: under review the whole revision is approved.
        """
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for change in changes[:_MOST_ROWS]:
            self._rows.addWidget(self._row(change))
        more = len(changes) - _MOST_ROWS
        if more > 0:
            words = ngettext("dan {n} cara baca lagi", "dan {n} cara baca lagi", more).format(n=number(more))
            rest = TextBlock(self._look, words, "kecil", "text_3")
            rest.setContentsMargins(LEFT, 4, RIGHT, 4)
            self._rows.addWidget(rest)
        self.take.setVisible(offered)
        self.take.set_available(may_take, _("Hanya redaktur yang menyetujui cara baca baru."))

    def _row(self, change: SaidChange) -> PassageCard:
        old = _("dulu {words}").format(words=_with(change.old, change.old_respelling))
        new = _("kini {words}").format(words=_with(change.new, change.new_respelling))
        row = PassageCard(self._look, f"“{change.written}”, {old}, {new}", ruled=False)
        row.add(TextBlock(self._look, f"“{change.written}”", "isi", "text"))
        row.add(TextBlock(self._look, old, "kecil", "del_"))
        row.add(TextBlock(self._look, new, "kecil", "ins"))
        row.clicked.connect(lambda: self.chosen.emit(change))
        return row


def _with(said: str, respelling: str) -> str:
    said = said or _("tidak diucapkan")
    return f"{said} ({respelling})" if respelling else said
