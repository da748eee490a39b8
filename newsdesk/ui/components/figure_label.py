"""A figure that changes while it is read: clock, read time, countdown, over and under."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_DIGITS = "0123456789"


class FigureLabel(QWidget):
    """Digits in cells of one width, in a font of the theme: each keeps its place while the figure runs.

    ``name`` says what the figure is ("Lama baca"); the figure itself is its accessible description.
    ``line`` is the height in pixels, or 0 for the font's own; ``weight`` replaces the font's.
    """

    def __init__(
        self,
        look: Look,
        font: str,
        name: str,
        *,
        token: str = "text",
        line: int = 0,
        weight: int | None = None,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._token = token
        self._align = align
        self._text = ""
        self._width = 0
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_type(font, weight=weight, line=line)

    def set_type(self, font: str, *, weight: int | None = None, line: int = 0) -> None:
        """Show the figure in another font of the theme, as when its column narrows or its time runs out."""
        self.set_font(self._look.theme.font(font, weight=weight), line or self._look.theme.line(font))

    def set_font(self, font: QFont, line: int) -> None:
        """Show the figure in a font that is not in the theme's table, ``line`` pixels high."""
        self._font = font
        metrics = QFontMetricsF(font)
        self._cell = max(metrics.horizontalAdvance(digit) for digit in _DIGITS)
        self._metrics = metrics
        self.setFixedHeight(line)
        self._measure()
        self.update()

    def set_text(self, text: str, token: str = "") -> None:
        """Show a figure, perhaps in another colour; nothing is repainted when it is the same."""
        if text == self._text and token in ("", self._token):
            return
        self._text = text
        self._token = token or self._token
        self.setAccessibleDescription(text)
        self._measure()
        self.update()

    def text(self) -> str:
        """Return the figure being shown."""
        return self._text

    def sizeHint(self) -> QSize:
        """Return room for the figure."""
        return QSize(self._width, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the figure, each digit in the middle of its cell."""
        painter = QPainter(self)
        painter.setFont(self._font)
        painter.setPen(self._look.theme.colour(self._token))
        room = QRectF(self.contentsRect())
        spare = room.width() - sum(self._advance(letter) for letter in self._text)
        share = {Qt.AlignmentFlag.AlignLeft: 0.0, Qt.AlignmentFlag.AlignHCenter: 0.5}.get(self._align, 1.0)
        x = room.left() + spare * share
        baseline = room.top() + (room.height() - self._metrics.height()) / 2 + self._metrics.ascent()
        for letter in self._text:
            inside = (self._advance(letter) - self._metrics.horizontalAdvance(letter)) / 2
            painter.drawText(QPointF(x + inside, baseline), letter)
            x += self._advance(letter)

    def _advance(self, letter: str) -> float:
        return self._cell if letter in _DIGITS else self._metrics.horizontalAdvance(letter)

    def _measure(self) -> None:
        width = round(sum(self._advance(letter) for letter in self._text) + 0.5)
        if width != self._width:
            self._width = width
            self.updateGeometry()
