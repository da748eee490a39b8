"""An icon that says nothing by itself: the words stand beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from newsdesk.ui.look import Look


class IconLabel(QWidget):
    """A Lucide icon in the colour of a token; it follows the theme."""

    def __init__(self, look: Look, icon: str, size: int, token: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icon, self._size, self._token = icon, size, token
        self.setFixedSize(size, size)

    def set_icon(self, icon: str, token: str) -> None:
        """Show another icon."""
        self._icon, self._token = icon, token
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon."""
        pixmap = self._look.icons.pixmap(self._icon, self._size, self._token, self.devicePixelRatioF())
        QPainter(self).drawPixmap(QPointF(0, 0), pixmap)
