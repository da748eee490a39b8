"""A figure that changes while it is read: clock, read time, countdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from newsdesk.ui.look import Look


class FigureLabel(QWidget):
    """Tabular digits in a font of the theme; every digit keeps its place while the figure runs.

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
        self._font = look.theme.font(font, weight=weight)
        self._token = token
        self._align = align
        self._text = ""
        self._width = 0
        self.setAccessibleName(name)
        self.setFixedHeight(line or look.theme.line(font))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str, token: str = "") -> None:
        """Show a figure, perhaps in another colour; nothing is repainted when it is the same."""
        if text == self._text and token in ("", self._token):
            return
        self._text = text
        self._token = token or self._token
        self.setAccessibleDescription(text)
        width = round(QFontMetricsF(self._font).horizontalAdvance(text) + 0.5)
        if width != self._width:
            self._width = width
            self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Return the figure being shown."""
        return self._text

    def sizeHint(self) -> QSize:
        """Return room for the figure."""
        return QSize(self._width, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the figure."""
        painter = QPainter(self)
        painter.setFont(self._font)
        painter.setPen(self._look.theme.colour(self._token))
        painter.drawText(QRectF(self.contentsRect()), self._align | Qt.AlignmentFlag.AlignVCenter, self._text)
