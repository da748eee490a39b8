"""Chooses whom a passage is tied to: a source that is known, by typing, or a new one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.field import Label, LineEdit
from newsdesk.ui.components.two_line_rows import TwoLineList, TwoLineRow
from newsdesk.ui.sources.source_rows import source_row

if TYPE_CHECKING:
    from newsdesk.domain.attribution import Source
    from newsdesk.ui.look import Look

_NEW = 0


class SourcePicker(QWidget):
    """A field and the sources with those letters; the last row makes a new one.

    :attr:`typed` wants sources; :attr:`picked` carries a source, :attr:`new` the name of one to make.
    """

    typed = Signal(str)
    picked = Signal(object)
    new = Signal(str)
    cancelled = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources: dict[int, Source] = {}
        self._asked = self._enter_when_answered = False
        self._passage = Label(look, font="kecil", token="text_3")
        self._passage.setWordWrap(True)
        self.field = LineEdit(look, _("Cari atau tulis nama"))
        self.field.setAccessibleName(_("Narasumber untuk kata terpilih"))
        self.field.textChanged.connect(self._ask)
        self.list = TwoLineList(look, _("Narasumber yang cocok"), marks_always=True)
        self.list.entered.connect(self._entered)
        self.list.pointed.connect(self._entered)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 8)
        column.setSpacing(8)
        column.addWidget(self._passage)
        column.addWidget(self.field)
        column.addWidget(self.list)

    def begin(self, passage: str, name: str = "") -> None:
        """Ask anew, for these words of the script; ``name`` is what is searched at first."""
        self._passage.setText(_("Siapa yang mengatakan “{words}”?").format(words=_shortened(passage)))
        if self.field.text() == name:
            self._ask(name)
        else:
            self.field.setText(name)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_sources(self, sources: Sequence[Source]) -> None:
        """Show the sources that were found."""
        self._sources = {source.id: source for source in sources}
        rows = [source_row(source) for source in sources[:20]]
        name = self.field.text().strip()
        new = _("Narasumber baru: {name}").format(name=name) if name else _("Narasumber baru")
        rows.append(TwoLineRow(_NEW, "plus", new, _("nama, jabatan, lembaga, kontak"), token="accent_text"))
        self.list.show_rows(rows)
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        self._asked = False
        if self._enter_when_answered:
            self._enter_when_answered = False
            self._entered(rows[0].key)

    def _ask(self, needle: str) -> None:
        self._asked, self._enter_when_answered = True, False
        self.typed.emit(needle)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the marked source, the arrows mark another, Esc cancels."""
        index = self.list.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._asked:
            # The rows still answer what was typed before: Enter must not take the wrong person.
            self._enter_when_answered = True
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._entered(self.list.rows()[index.row()].key)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and index.isValid():
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            row = min(max(0, index.row() + step), len(self.list.rows()) - 1)
            self.list.setCurrentIndex(self.list.model().index(row, 0))
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _entered(self, key: int) -> None:
        if key == _NEW:
            self.new.emit(self.field.text().strip())
        else:
            self.picked.emit(self._sources[key])


def _shortened(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 60 else words[:59].rstrip() + "…"
