"""Persetujuan: which revision an editor approved, what became of that, and the acts that have a reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.text_block import TextBlock
from newsdesk.ui.stories.passage_card import LEFT, RIGHT

if TYPE_CHECKING:
    from newsdesk.ui.look import Look


class ApprovalSection(QWidget):
    """Lines that tell, then buttons; :attr:`held`, :attr:`corrected` and :attr:`killed` ask for the act."""

    held = Signal()
    corrected = Signal()
    killed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(LEFT, 2, RIGHT, 4)
        self._lines.setSpacing(4)
        self.hold = Button(look, _("Embargo sampai…"), Kind.LINK, icon="clock", small=True)
        self.correct = Button(look, _("Ralat naskah…"), Kind.LINK, icon="file-pen-line", small=True)
        self.kill = Button(look, _("Cabut naskah…"), Kind.LINK, icon="ban", small=True)
        self.hold.clicked.connect(self.held)
        self.correct.clicked.connect(self.corrected)
        self.kill.clicked.connect(self.killed)
        acts = QVBoxLayout()
        acts.setContentsMargins(8, 0, 8, 8)
        acts.setSpacing(0)
        for button in (self.hold, self.correct, self.kill):
            acts.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._lines)
        column.addLayout(acts)

    @property
    def words(self) -> list[str]:
        """The lines being shown."""
        blocks = (self._lines.itemAt(place) for place in range(self._lines.count()))
        widgets = (item.widget() for item in blocks if item is not None)
        return [widget.accessibleName() for widget in widgets if widget is not None]

    def show_lines(self, lines: Sequence[str], *, may_correct: bool, may_kill: bool) -> None:
        """Tell these, and offer what can be done."""
        if list(lines) != self.words:
            while (item := self._lines.takeAt(0)) is not None:
                widget = item.widget()
                if widget is not None:
                    widget.setParent(None)
                    widget.deleteLater()
            for line in lines:
                self._lines.addWidget(TextBlock(self._look, line, "isi", "text_2"))
        self.correct.setVisible(may_correct)
        self.kill.setVisible(may_kill)
