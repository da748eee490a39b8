"""Periksa for an editor: findings that nobody has answered first, then those let be, with the reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsdesk.i18n import _, ngettext, number
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.text_block import TextBlock
from newsdesk.ui.letters import safe_tip
from newsdesk.ui.stories.ages import age
from newsdesk.ui.stories.passage_card import LEFT, PassageCard, QuotedBlock

if TYPE_CHECKING:
    from newsdesk.domain.checking import LetBe
    from newsdesk.ui.look import Look
    from newsdesk.ui.stories.finding_groups import Group

_MOST_ROWS = 100
_MOST_TOKENS = 5


class ReviewFindings(QWidget):
    """The rows; :attr:`chosen` carries the group of one, to lead to its words. Nothing is mended here.

    :attr:`unsure_chosen` asks to be led to the next reading that nobody settled.
    """

    chosen = Signal(object)
    unsure_chosen = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._told: object = None
        self._unsure: tuple[str, ...] = ()
        self._shown: tuple[Sequence[Group], Sequence[Group], Mapping[str, LetBe], datetime] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def rows(self) -> list[PassageCard]:
        """Return the rows in their order."""
        return self.findChildren(PassageCard)

    def show_groups(
        self,
        unanswered: Sequence[Group],
        let_be: Sequence[Group],
        why: Mapping[str, LetBe],
        now: datetime,
    ) -> None:
        """Show these findings; ``why`` has the reasons by the findings' keys."""
        self._shown = (unanswered, let_be, why, now)
        told = [
            *self._unsure,
            *((group.told, None) for group in unanswered),
            *((group.told, why[group.finding.key]) for group in let_be),
        ]
        if told == self._told:
            return
        self._told = told
        self._empty()
        if self._unsure:
            self._column.addWidget(self._unsure_row())
        for group in unanswered[:_MOST_ROWS]:
            self._column.addWidget(self._unanswered(group))
        for group in let_be[:_MOST_ROWS]:
            self._column.addWidget(self._let_be(group, why[group.finding.key], now))
        left_out = max(0, len(unanswered) - _MOST_ROWS) + max(0, len(let_be) - _MOST_ROWS)
        words = _("Tidak ada temuan.") if not told else ""
        if left_out:
            words = ngettext("dan {n} temuan lagi", "dan {n} temuan lagi", left_out).format(n=left_out)
        if words:
            rest = Label(self._look, words, "kecil", "text_3")
            rest.setContentsMargins(LEFT, 4, LEFT, 8)
            self._column.addWidget(rest)

    def show_unsure(self, written: Sequence[str]) -> None:
        """Say which tokens have a reading that nobody settled: approving the words approves it as well."""
        self._unsure = tuple(written)
        if self._shown is not None:
            self.show_groups(*self._shown)

    def _unsure_row(self) -> PassageCard:
        n = len(self._unsure)
        title = ngettext("{n} cara baca belum pasti", "{n} cara baca belum pasti", n).format(n=number(n))
        tokens = ", ".join(f"“{token}”" for token in self._unsure[:_MOST_TOKENS])
        if n > _MOST_TOKENS:
            tokens += "…"
        row = PassageCard(self._look, f"{title}: {tokens}", icon="circle-question-mark", token="temuan")
        row.add(TextBlock(self._look, title, "isi", "text"))
        row.add(TextBlock(self._look, tokens, "kecil", "text_3"))
        row.clicked.connect(self.unsure_chosen)
        return row

    def _unanswered(self, group: Group) -> PassageCard:
        answer = _("Belum dijawab")
        row = self._row(group, answer, "temuan")
        row.add(Label(self._look, answer, "kecil", "temuan", weight=600), 4)
        return row

    def _let_be(self, group: Group, why: LetBe, now: datetime) -> PassageCard:
        head = _("{name} membiarkan, karena:").format(name=why.by)
        row = self._row(group, f"{head} {why.reason}", "text_2")
        quoted = QuotedBlock(self._look)
        quoted.column.addWidget(TextBlock(self._look, head, "kecil", "text_3"))
        quoted.column.addWidget(TextBlock(self._look, why.reason, "isi", "text"))
        quoted.setToolTip(safe_tip(f"{why.by}, {age(why.at.astimezone(now.tzinfo), now)}"))
        row.add(quoted, 6)
        return row

    def _row(self, group: Group, answer: str, token: str) -> PassageCard:
        title = title_of(group)
        name = ", ".join(part for part in (title, group.why, group.times, answer) if part)
        row = PassageCard(self._look, name, icon=group.icon, token=token)
        row.add(TextBlock(self._look, title, "isi", "text"))
        second = ", ".join(part for part in (group.second, group.times) if part)
        row.add(TextBlock(self._look, second, "kecil", "text_3"))
        row.clicked.connect(lambda: self.chosen.emit(group))
        return row

    def _empty(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()


def title_of(group: Group) -> str:
    """Return what is wrong, and what it is to become where something is offered."""
    if group.right:
        return _("“{wrong}”, mestinya “{right}”").format(wrong=group.wrong, right=group.right)
    return f"“{group.wrong}”" if group.places[0].is_short else group.wrong
