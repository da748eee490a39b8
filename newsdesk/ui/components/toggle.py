"""A box to tick, with its words and a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from newsdesk.ui.components.ring import RingedButton
from newsdesk.ui.paint import rounded

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_BOX = 18


class Toggle(RingedButton):
    """Says yes or no at once (``toggled``); Space and a click anywhere on its words change it."""

    radius = 4.0

    def __init__(self, look: Look, words: str, *, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._note = note
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(note)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for the words and the note."""
        theme = self.look.theme
        words = QFontMetricsF(theme.font("isi", weight=500)).horizontalAdvance(self.text())
        note = QFontMetricsF(theme.font("kecil")).horizontalAdvance(self._note)
        return QSize(round(max(words, note)) + _BOX + 14, 38 if self._note else 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint box, tick, words and note."""
        theme, icons = self.look
        painter = QPainter(self)
        box = QRectF(1, 2, _BOX, _BOX)
        if self.isChecked():
            rounded(painter, box, 4, theme.colour("accent"))
            pixmap = icons.pixmap("check", 14, "on_accent", self.devicePixelRatioF())
            painter.drawPixmap(QPointF(box.left() + 2, box.top() + 2), pixmap)
        else:
            fill = theme.colour("hover" if self.underMouse() else "surface")
            rounded(painter, box, 4, fill, theme.colour("line_field"))
        left = _BOX + 10
        painter.setFont(theme.font("isi", weight=500))
        painter.setPen(theme.colour("text"))
        painter.drawText(QRectF(left, 1, self.width(), 20), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._note:
            painter.setFont(theme.font("kecil"))
            painter.setPen(theme.colour("text_3"))
            painter.drawText(QRectF(left, 21, self.width(), 16), Qt.AlignmentFlag.AlignVCenter, self._note)
