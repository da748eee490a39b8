"""The line over a script that somebody else is writing: who, since when, and taking it over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from newsdesk.i18n import _
from newsdesk.ui.aloud import say_aloud
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.icon_label import IconLabel
from newsdesk.ui.letters import show_tip
from newsdesk.ui.shortcuts import keys_of
from newsdesk.ui.stories.script_text import MARGIN

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_HEIGHT = 44


class LockBanner(QWidget):
    """Stands in a layout above the words, hidden while the script is one's own to write.

    :attr:`take_over` asks for the script.
    """

    take_over = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = Label(look, token="tunggu", weight=600)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.button = Button(
            look, _("Ambil alih"), Kind.STRONG, icon="hand", key=keys_of("lock.take_over"), small=True
        )
        self.button.clicked.connect(self.take_over)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 0, 24, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(look, "lock", 16, "tunggu"))
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        self.setFixedHeight(_HEIGHT)
        self.hide()

    @property
    def words(self) -> str:
        """The sentence being shown, or ""."""
        return "" if self.isHidden() else self._words.text()

    def tell(self, words: str) -> None:
        """Show who is writing."""
        if words != self.words:
            say_aloud(self, words)
        if words != self._words.text():
            self._words.setText(words)
            show_tip(self._words, words)
            self.setAccessibleName(words)
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of what waits, and the line under it."""
        painter, theme = QPainter(self), self._look.theme
        painter.fillRect(self.rect(), theme.colour("tunggu_bg"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))
