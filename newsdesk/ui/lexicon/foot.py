"""The foot under the table: what the keys do here, and whose voice is heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.keycap import KeyCap
from newsdesk.ui.shortcuts import keys_of

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_HEIGHT = 32


class _Hint(QWidget):
    """A key and what it does."""

    def __init__(self, look: Look, keys: str, words: str) -> None:
        super().__init__()
        self.words = Label(look, words, "kecil", "text_2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(KeyCap(look, keys))
        row.addWidget(self.words)


class Foot(QWidget):
    """32 high. While a row is open, Enter is "benar" and Esc leaves it; otherwise Enter opens it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedHeight(_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 1, 16, 0)
        row.setSpacing(20)

        self._enter = _Hint(look, keys_of("lexicon.open"), "")
        self._remove = _Hint(look, keys_of("lexicon.remove"), _("hapus, bisa diurungkan"))
        self._leave = _Hint(look, keys_of("lexicon.leave"), _("batal"))
        self._hear = _Hint(look, keys_of("lexicon.hear"), _("dengar"))
        for hint in (self._hear, self._enter, self._leave, self._remove):
            row.addWidget(hint)
        row.addStretch(1)
        self.voice = Label(look, token="text_2", font="kecil")
        row.addWidget(self.voice)
        self.show_editing(False)

    def show_editing(self, editing: bool) -> None:
        """Say what the keys do now."""
        self._enter.words.setText(_("benar") if editing else _("ubah"))
        self._leave.setVisible(editing)
        self._remove.setVisible(not editing)

    def show_rows(self, there: bool) -> None:
        """Say nothing of keys that need a row while there is none."""
        if self._hear.isHidden() is there:
            self._hear.setVisible(there)
            self._enter.setVisible(there)
            self._remove.setVisible(there)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line above."""
        QPainter(self).fillRect(0, 0, self.width(), 1, self._look.theme.colour("line"))
