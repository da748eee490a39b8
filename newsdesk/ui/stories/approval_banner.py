"""The line over a script that was approved: that it stands, that its words changed, that it is said anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from newsdesk.ui.aloud import say_aloud
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.elided_label import ElidedLabel
from newsdesk.ui.components.icon_label import IconLabel

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_HEIGHT = 40
_SIDE = 36


class ApprovalBanner(QWidget):
    """One sentence on the ground of its state, and at most one act; :attr:`acted` asks for it."""

    acted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._fill = "ubah_bg"
        self._icon = IconLabel(look, "file-pen-line", 16, "ubah")
        self._words = ElidedLabel(look, token="ubah", weight=600)
        self.button = Button(look, "", Kind.STRONG, small=True)
        self.button.clicked.connect(self.acted)
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, 0, 24, 0)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        self.setFixedHeight(_HEIGHT)
        self.hide()

    @property
    def words(self) -> str:
        """The sentence being shown, or ""."""
        return "" if self.isHidden() else self._words.words

    def tell(self, words: str, act: str, *, icon: str, token: str) -> None:
        """Show a sentence in the inks of a state (``token``), and the word of what can be done, if any."""
        if words != self.words:
            say_aloud(self, f"{words} {act}".strip())
        self._fill = f"{token}_bg"
        self._icon.set_icon(icon, token)
        self._words.set_token(token)
        self._words.set_words(words)
        self.setAccessibleName(words)
        self.button.set_words(act)
        self.button.setVisible(bool(act))
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of the state, and the line under it."""
        painter, theme = QPainter(self), self._look.theme
        painter.fillRect(self.rect(), theme.colour(self._fill))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))
