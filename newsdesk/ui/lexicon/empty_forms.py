"""What stands in place of the rows when there are none: what this page is for, or why nothing is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.text_block import TextBlock
from newsdesk.ui.shortcuts import keys_of

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_WIDTH = 544


class EmptyForms(QWidget):
    """Title, sentence, one example, and the key that begins."""

    new = Signal()
    imported = Signal()
    builtin = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._title = Label(look, "", "judul")
        self._words = TextBlock(look, "", "isi", "text_2")
        self._written = Label(look, "", "bentuk", weight=600)
        self._spoken = Label(look, "", "bentuk", "text_2", weight=400)
        self.begin_button = Button(
            look, _("Bentuk baru"), Kind.STRONG, icon="plus", key=keys_of("lexicon.new")
        )
        self._import = Button(look, _("Impor CSV"), icon="file-up", key=keys_of("lexicon.import"))
        self._builtin = Button(look, _("Lihat bawaan program"), Kind.GHOST, icon="package")
        self.begin_button.clicked.connect(self.new)
        self._import.clicked.connect(self.imported)
        self._builtin.clicked.connect(self.builtin)
        self._example = QWidget()
        self._lay_out()
        self.setFocusProxy(self.begin_button)

    def teach(self) -> None:
        """Say what the page is for: the newsroom has no form of its own yet."""
        self._title.setText(_("Sekali ditentukan, selalu dibaca begitu"))
        self._say(
            _(
                "Di sini redaksi menentukan cara membaca singkatan dan nama yang sulit. Yang ditulis di sini "
                "berlaku untuk semua naskah dan menang atas bawaan program. Bentuk baru dari naskah "
                "masuk sendiri, menunggu diperiksa."
            )
        )
        self._written.setText("Tjutjuk")
        self._spoken.setText("Cucuk")
        self._show(example=True, ways=True)

    def nothing_found(self, needle: str) -> None:
        """Say that neither the newsroom nor the program has what is searched."""
        self._title.setText(_("Tidak ada yang cocok"))
        self._say(
            _("Tidak ada bentuk atau cara baca dengan “{needle}”. {key} membuat bentuk itu.").format(
                needle=needle[:80], key=keys_of("lexicon.new")
            )
        )
        self._show(example=False, ways=False)

    def nothing_here(self, view: str) -> None:
        """Say that a view holds nothing."""
        self._title.setText(_("Tidak ada di {view}").format(view=view))
        self._say(_("Bentuk yang cocok akan tampil di sini dengan sendirinya."))
        self._show(example=False, ways=False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the table's ground."""
        QPainter(self).fillRect(self.rect(), self._look.theme.colour("surface"))

    def _show(self, *, example: bool, ways: bool) -> None:
        self._example.setVisible(example)
        for button in (self._import, self._builtin):
            button.setVisible(ways)

    def _say(self, words: str) -> None:
        self._words.set_words(words)
        self._words.setFixedHeight(self._words.heightForWidth(_WIDTH))

    def _lay_out(self) -> None:
        example = QHBoxLayout(self._example)
        example.setContentsMargins(0, 0, 0, 0)
        example.setSpacing(8)
        for label in (self._written, Label(self._look, "→", "bentuk", "text_3"), self._spoken):
            example.addWidget(label)
        example.addStretch(1)
        ways = QHBoxLayout()
        ways.setSpacing(8)
        for button in (self.begin_button, self._import, self._builtin):
            ways.addWidget(button)
        ways.addStretch(1)
        inside = QWidget()
        inside.setFixedWidth(_WIDTH)
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addSpacing(8)
        column.addWidget(self._words)
        column.addSpacing(16)
        column.addWidget(self._example)
        column.addSpacing(20)
        column.addLayout(ways)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(inside, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(2)
