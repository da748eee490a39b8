"""What the reporters of a story say at its end, as it will be said, and the button that puts it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Label
from newsdesk.ui.shortcuts import keys_of

if TYPE_CHECKING:
    from newsdesk.ui.look import Look


class SignOffView(QWidget):
    """Hidden while nobody wrote the story."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        head = Label(look, _("Kalimat penutup, seperti dibaca"), "kecil", "text_2", weight=600)
        self.words = Label(look, "", token="text_2")
        self.words.setWordWrap(True)
        self.put = Button(
            look,
            _("Taruh di akhir naskah"),
            Kind.PLAIN,
            icon="message-square-quote",
            key=keys_of("script.sign_off"),
            small=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(4)
        column.addWidget(head)
        column.addWidget(self.words)
        column.addWidget(self.put, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_sign_off(self, said: str) -> None:
        """Show how the sign-off is said; "" hides it."""
        self.words.setText(said)
        self.setVisible(bool(said))
