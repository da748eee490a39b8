"""Stands in the window when the newsroom cannot be opened: what happened, and the ways out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Label

if TYPE_CHECKING:
    from newsdesk.ui.look import Look


class Trouble(QWidget):
    """A page with one sentence and three ways out; no modal box."""

    def __init__(
        self, look: Look, again: Callable[[], None], other: Callable[[], None], new: Callable[[], None]
    ) -> None:
        super().__init__()
        self._look = look
        self._title = Label(look, font="kosong")
        self._title.setWordWrap(True)
        self._sentence = Label(look, font="asli", token="text_2")
        self._sentence.setWordWrap(True)
        self._again = Button(look, _("Coba lagi"), Kind.PRIMARY, icon="rotate-cw")
        self._again.clicked.connect(again)
        other_one = Button(look, _("Buka redaksi lain"), Kind.STRONG, icon="folder-open")
        other_one.clicked.connect(other)
        new_one = Button(look, _("Redaksi baru"), Kind.STRONG, icon="plus")
        new_one.clicked.connect(new)
        ways = QHBoxLayout()
        ways.setSpacing(12)
        for button in (self._again, other_one, new_one):
            ways.addWidget(button)
        ways.addStretch(1)
        inner = QWidget()
        inner.setFixedWidth(560)
        column = QVBoxLayout(inner)
        column.setContentsMargins(4, 4, 4, 8)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        column.addSpacing(16)
        column.addLayout(ways)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(inner)
        middle.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addLayout(middle)
        outer.addStretch(3)

    def tell(self, name: str, sentence: str) -> None:
        """Say which newsroom cannot be opened and why; the first way out has the focus."""
        self._title.setText(_("“{name}” tidak bisa dibuka").format(name=name))
        self._sentence.setText(sentence)
        self.setAccessibleName(f"{self._title.text()}. {sentence}")
        self._again.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def sentence(self) -> str:
        """The sentence being shown."""
        return self._sentence.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page's surface."""
        QPainter(self).fillRect(self.rect(), self._look.theme.colour("surface"))
