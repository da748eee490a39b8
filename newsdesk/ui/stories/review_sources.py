"""Narasumber for an editor: who speaks in the story, and whether the name may be said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.text_block import TextBlock
from newsdesk.ui.letters import show_tip
from newsdesk.ui.sources.source_rows import named, second_line
from newsdesk.ui.stories.passage_card import LEFT, PassageCard

if TYPE_CHECKING:
    from newsdesk.domain.attribution import Source
    from newsdesk.ui.look import Look
    from newsdesk.ui.stories.passages import Tie


class ReviewSources(QWidget):
    """The rows; :attr:`chosen` carries the id of a source, to lead to the words tied to it."""

    # A source's number has 62 bits; Qt's int has 32.
    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._told: Sequence[object] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 8)
        self._column.setSpacing(0)

    def rows(self) -> list[PassageCard]:
        """Return the rows in their order."""
        return self.findChildren(PassageCard)

    def show_sources(self, sources: Mapping[int, Source], ties: Sequence[Tie]) -> None:
        """Show the sources that passages are tied to, in the order in which they speak."""
        order = list(dict.fromkeys(sources[tie.source_id].id for tie in ties if tie.source_id in sources))
        told = [(number, named(sources[number]), sources[number].on_record) for number in order]
        if told == self._told:
            return
        self._told = told
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for number in order:
            self._column.addWidget(self._row(sources[number]))
        if not order:
            none = Label(self._look, _("Belum ada kata yang dikaitkan dengan narasumber."), "kecil", "text_3")
            none.setContentsMargins(LEFT, 2, LEFT, 4)
            none.setWordWrap(True)
            self._column.addWidget(none)

    def _row(self, source: Source) -> PassageCard:
        name = named(source)
        right = _("disebut nama") if source.on_record else _("jangan sebut nama")
        icon = "user" if source.person else "building-2"
        row = PassageCard(self._look, f"{name}, {right}", icon=icon, ruled=False)
        show_tip(row, "\n".join(part for part in (name, second_line(source)) if part))
        layout = row.layout()
        assert layout is not None
        layout.setContentsMargins(LEFT, 4, LEFT, 4)
        line = QWidget()
        words = QHBoxLayout(line)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(8)
        words.addWidget(TextBlock(self._look, name, "isi", "text"), 1)
        token = "text_3" if source.on_record else "temuan"
        said = Label(self._look, right, "kecil", token)
        said.setContentsMargins(0, 2, 0, 0)  # on the line of the name
        words.addWidget(said, 0, Qt.AlignmentFlag.AlignTop)
        row.add(line)
        row.clicked.connect(lambda: self.chosen.emit(source.id))
        return row
