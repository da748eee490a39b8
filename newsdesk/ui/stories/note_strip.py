"""One line to write why a story goes back to its writer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Label, LineEdit

if TYPE_CHECKING:
    from newsdesk.ui.look import Look


class NoteStrip(QWidget):
    """Asks for a note, without a box over the script; :attr:`given` carries it, :attr:`left` ends the asking.

    Enter in the field decides nothing: the button does, so that a note is never sent half-written.
    """

    given = Signal(str)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._for = Label(look, weight=600)
        self.field = LineEdit(look, _("Apa yang perlu diperbaiki?"))
        self.field.setAccessibleName(_("Catatan untuk penulis"))
        self.give = Button(look, _("Kembalikan naskah"), Kind.STRONG, icon="corner-up-left")
        self.give.clicked.connect(self._given)
        self.cancel = Button(look, _("Batal"), Kind.GHOST, key="Esc")
        self.cancel.clicked.connect(self._leave)
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(lambda: self.give.setFocus(Qt.FocusReason.TabFocusReason))
        row = QHBoxLayout(self)
        row.setContentsMargins(36, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(self._for)
        row.addWidget(self.field, 1)
        row.addWidget(self.give)
        row.addWidget(self.cancel)
        self.setFixedHeight(48)
        self._typed("")
        self.hide()

    def ask(self, name: str) -> None:
        """Ask for the note with which ``name`` goes back."""
        self._for.setText(_("Kembalikan {slug}:").format(slug=name))
        self.field.clear()
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _typed(self, note: str) -> None:
        written = any(letter.isalnum() for letter in note)
        self.give.set_available(written, _("Tulis dulu catatannya, supaya penulis tahu alasannya."))

    def _given(self) -> None:
        note = self.field.text().strip()
        self._leave()
        self.given.emit(note)

    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the script."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the strip: an inset panel with a line above it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.theme.colour("raised"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), self._look.theme.colour("line"))
