"""Words over several lines, at the line height of the type table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from newsdesk.ui.look import Look


class TextBlock(QWidget):
    """Wrapped words in a font of the theme; Qt's own label knows no line height."""

    def __init__(
        self, look: Look, words: str = "", font: str = "isi", token: str = "text_3", *, line: int = 0
    ) -> None:
        super().__init__()
        self._look = look
        self._font = look.theme.font(font)
        self._token = token
        self._line = line or look.theme.line(font)
        self._words = ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """Show other words."""
        if words == self._words:
            return
        self._words = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a modest width and the height that goes with it."""
        return QSize(200, self.heightForWidth(200))

    def heightForWidth(self, arg__1: int) -> int:
        """Return the height of the lines in that width."""
        return self._laid_out(arg__1).lineCount() * self._line

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines."""
        painter = QPainter(self)
        painter.setPen(self._look.theme.colour(self._token))
        self._laid_out(self.width()).draw(painter, QPointF(0, 0))

    def _laid_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(self._words, self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)  # a pasted word may have no end
        layout.setTextOption(option)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y + (self._line - line.height()) / 2))
            y += self._line
        layout.endLayout()
        return layout
