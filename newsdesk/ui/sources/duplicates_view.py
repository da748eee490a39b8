"""Sources that may be one, offered for merging: one key merges, one says that they are two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.two_line_rows import TwoLineList, TwoLineRow
from newsdesk.ui.sources.source_rows import named, why_words

if TYPE_CHECKING:
    from newsdesk.domain.likeness import Duplicate
    from newsdesk.ui.look import Look


class DuplicatesView(QWidget):
    """The offers; hidden while there are none. :attr:`merged` and :attr:`told_apart` carry a pair."""

    merged = Signal(object)
    told_apart = Signal(object)

    def __init__(self, look: Look, *, inset: int = 12) -> None:
        super().__init__()
        self._pairs: Sequence[Duplicate] = ()
        head = Label(look, _("Orang yang sama?"), "kecil", "text_2", weight=600)
        self.list = TwoLineList(look, _("Narasumber yang mungkin sama"), marks_always=True)
        self.list.entered.connect(self._merge_at)
        self.list.taken_away.connect(self._tell_apart_at)
        self.list.selectionModel().currentChanged.connect(self._say_why)
        self.why = Label(look, "", "kecil", "text_3")
        self.why.setWordWrap(True)
        self.merge = Button(look, _("Gabungkan"), Kind.STRONG, key="Return", small=True)
        self.apart = Button(look, _("Bukan orang yang sama"), Kind.PLAIN, key="Del", small=True)
        self.merge.clicked.connect(lambda: self._merge_at(self.list.currentIndex().row()))
        self.apart.clicked.connect(lambda: self._tell_apart_at(self.list.currentIndex().row()))
        words = QVBoxLayout()
        words.setContentsMargins(inset, 0, inset, 0)
        words.setSpacing(6)
        words.addWidget(self.why)
        # Under each other: beside each other they are wider than the column beside a script.
        for button in (self.merge, self.apart):
            words.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 10)
        column.setSpacing(4)
        over = QHBoxLayout()
        over.setContentsMargins(inset, 0, inset, 0)
        over.addWidget(head)
        column.addLayout(over)
        column.addWidget(self.list)
        column.addLayout(words)
        self.hide()

    def show_pairs(self, pairs: Sequence[Duplicate]) -> None:
        """Offer these pairs."""
        self._pairs = pairs
        self.list.show_rows(
            [
                TwoLineRow(
                    place,
                    "user" if pair.gone.person else "building-2",
                    named(pair.gone),
                    _("= {name}").format(name=named(pair.keep)),
                    "" if pair.sure else _("mungkin"),
                )
                for place, pair in enumerate(pairs)
            ]
        )
        if pairs and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self._say_why()
        self.setVisible(bool(pairs))

    def pairs(self) -> Sequence[Duplicate]:
        """Return what is offered."""
        return self._pairs

    def _say_why(self) -> None:
        place = self.list.currentIndex().row()
        self.why.setText(why_words(self._pairs[place]) if 0 <= place < len(self._pairs) else "")

    def _merge_at(self, place: int) -> None:
        if 0 <= place < len(self._pairs):
            self.merged.emit(self._pairs[place])

    def _tell_apart_at(self, place: int) -> None:
        if 0 <= place < len(self._pairs):
            self.told_apart.emit(self._pairs[place])
