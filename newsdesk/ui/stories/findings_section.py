"""Periksa: the findings of the script as rows, the selected one with what can be done, those let be below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import _, ngettext
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.text_block import TextBlock
from newsdesk.ui.stories.ages import age
from newsdesk.ui.stories.finding_card import FindingCard
from newsdesk.ui.stories.finding_row import WORDS_LEFT, FindingRow

if TYPE_CHECKING:
    from newsdesk.domain.checking import LetBe
    from newsdesk.services.findings import Finding
    from newsdesk.ui.look import Look
    from newsdesk.ui.stories.finding_groups import Group

_MOST_ROWS = 100


class FindingsSection(QWidget):
    """The section; :attr:`chosen` carries the group of a row, :attr:`again` one that is to be told again."""

    chosen = Signal(object)
    again = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: list[FindingRow] = []
        self._let: list[tuple[tuple[Finding, int], LetBe]] = []
        self.card = FindingCard(look)
        self.card.hide()
        self._empty = Label(look, _("Belum ada temuan."), "kecil", "text_3")
        self._empty.setContentsMargins(WORDS_LEFT, 0, 12, 8)
        self._more = Label(look, "", "kecil", "text_3")
        self._more.setContentsMargins(WORDS_LEFT, 4, 12, 8)
        self._more.hide()
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.card)
        self._below = QVBoxLayout()
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.setSpacing(0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._empty)
        outer.addLayout(self._column)
        outer.addWidget(self._more)
        outer.addLayout(self._below)

    def rows(self) -> list[FindingRow]:
        """Return the rows in sight; the selected finding stands in the card instead."""
        return [row for row in self._rows if not row.isHidden()]

    def show_groups(self, groups: Sequence[Group], selected: Group | None) -> None:
        """Show these findings; only rows that changed are drawn again."""
        shown = groups[:_MOST_ROWS]
        while len(self._rows) < len(shown):
            row = FindingRow(self._look)
            row.clicked.connect(lambda _on=False, row=row: self.chosen.emit(row.shown))
            self._rows.append(row)
            self._column.addWidget(row)
        chosen = next((place for place, group in enumerate(shown) if group is selected), None)
        for place, row in enumerate(self._rows):
            if place < len(shown):
                row.show_group(shown[place])
            row.setVisible(place < len(shown) and place != chosen)
        if chosen is not None:
            self.card.show_group(shown[chosen])
            if self._column.indexOf(self.card) != chosen:
                self._column.removeWidget(self.card)
                self._column.insertWidget(chosen, self.card)
        self.card.setVisible(chosen is not None)
        self._empty.setVisible(not groups)
        left_out = len(groups) - len(shown)
        self._more.setVisible(left_out > 0)
        if left_out > 0:
            words = ngettext("dan {n} temuan lagi", "dan {n} temuan lagi", left_out)
            self._more.setText(words.format(n=left_out))

    def show_let_be(self, groups: Sequence[Group], why: Mapping[str, LetBe], now: datetime) -> None:
        """Show the findings that were let be, each with its reason, who gave it, and when."""
        told = [(group.told, why[group.finding.key]) for group in groups]
        if told == self._let:
            return
        self._let = told
        while self._below.count():
            item = self._below.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for group in groups:
            self._below.addWidget(self._row_let_be(group, why[group.finding.key], now))

    def _row_let_be(self, group: Group, why: LetBe, now: datetime) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(WORDS_LEFT, 8, 12, 8)
        column.setSpacing(0)
        words = Label(self._look, _("Dibiarkan: {words}").format(words=group.wrong), token="text_3")
        words.setSizePolicy(words.sizePolicy().Policy.Ignored, words.sizePolicy().Policy.Fixed)
        again = Button(self._look, _("Periksa lagi"), Kind.LINK, icon="undo-2", small=True)
        again.setAccessibleName(_("Periksa lagi “{words}”").format(words=group.wrong))
        again.clicked.connect(lambda: self.again.emit(group))
        column.addWidget(words)
        column.addWidget(TextBlock(self._look, f"“{why.reason}”", "kecil", "text_2"))
        column.addWidget(
            TextBlock(self._look, f"{why.by}, {age(why.at.astimezone(now.tzinfo), now)}", "kecil", "text_3")
        )
        line = QHBoxLayout()
        line.setContentsMargins(-8, 2, 0, 0)  # its words stand under the others
        line.addWidget(again)
        line.addStretch(1)
        column.addLayout(line)
        return row
