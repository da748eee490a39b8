"""The dialog before something that cannot be undone: a question, what it means, and the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.text_block import TextBlock
from newsdesk.ui.stories.note_box import NoteBox

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

WIDTH = 440
_BOX = 84


class ReasonDialog(QDialog):
    """Asks; :attr:`given` carries the reason. The button has the verb, the safe choice comes first."""

    given = Signal(str)

    def __init__(
        self, look: Look, question: str, meaning: str, verb: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setWindowTitle(question)
        self.setModal(True)
        self.setFixedWidth(WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.reason = NoteBox(look, _("Alasan"), _("Alasan, untuk log audit"))
        self.reason.setFixedHeight(_BOX)
        self.reason.left.connect(self.reject)
        self.reason.typed.connect(self._typed)
        self.cancel = Button(look, _("Batal"), Kind.STRONG)
        self.cancel.clicked.connect(self.reject)
        self.do = Button(look, verb, Kind.PRIMARY)
        self.do.clicked.connect(self._done)
        title = Label(look, question, "panel")
        title.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.do)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(TextBlock(look, meaning, "isi", "text_2"))
        column.addWidget(self.reason)
        column.addLayout(buttons)
        self.setFixedHeight(column.totalHeightForWidth(WIDTH))
        self.reason.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self._typed()

    def _typed(self) -> None:
        self.do.set_available(bool(self.reason.text()), _("Tulis dulu alasannya: itu tercatat di log."))

    def _done(self) -> None:
        reason = self.reason.text()
        if reason:
            self.accept()
            self.given.emit(reason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dialog's ground."""
        QPainter(self).fillRect(self.rect(), self._look.theme.colour("surface"))
