"""A reading deleted from the as-run log for good, after one question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Label

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_WIDTH = 440


class DeleteLogDialog(QDialog):
    """Asks once, for it cannot be undone; the safe choice comes first and has the keyboard."""

    def __init__(self, look: Look, name: str, when: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setFixedWidth(_WIDTH)
        question = _("Hapus log {bulletin} untuk selamanya?").format(bulletin=name)
        self.setWindowTitle(question)
        self.back = Button(look, _("Kembali"), Kind.STRONG)
        self.delete = Button(look, _("Hapus log"), Kind.PLAIN, icon="trash-2")
        self.back.clicked.connect(self.reject)
        self.delete.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        lost = _("Naskah seperti dibaca, waktu dan buktinya ikut hilang dan tidak bisa dikembalikan.")
        for words, style, token in (
            (question, "panel", "text"),
            (when, "isi", "text_2"),
            (lost, "isi", "text_2"),
            (_("Log audit mencatat penghapusan ini dengan nama Anda."), "kecil", "text_3"),
        ):
            label = Label(look, words, style, token)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addLayout(row)
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)
