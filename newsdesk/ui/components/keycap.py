"""A key cap: the keys of a command, drawn as on the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from newsdesk.ui.paint import rounded
from newsdesk.ui.shortcuts import shown

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

HEIGHT = 20
_PADDING = 5


def key_cap_width(look: Look, keys: str) -> int:
    """Return how wide the cap of ``keys`` ("Ctrl+K") is."""
    metrics = QFontMetricsF(look.theme.font("kecil", weight=500))
    return max(HEIGHT, round(metrics.horizontalAdvance(shown(keys))) + 2 * _PADDING + 2)


def paint_key_cap(
    painter: QPainter,
    look: Look,
    at: QPointF,
    keys: str,
    *,
    ink: QColor | None = None,
    line: QColor | None = None,
) -> int:
    """Paint a cap with its top left corner at ``at``; return its width. Without ``ink`` it is a quiet one."""
    theme = look.theme
    width = key_cap_width(look, keys)
    box = QRectF(at.x(), at.y(), width, HEIGHT)
    fill = theme.colour("raised") if ink is None else None
    rounded(painter, box, 4, fill, line or theme.colour("line"))
    painter.setFont(theme.font("kecil", weight=500))
    painter.setPen(ink or theme.colour("text_3"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown(keys))
    return width


class KeyCap(QWidget):
    """A key cap standing by itself; ``keys`` in portable form: ``KeyCap(look, "Ctrl+K")`` shows "Ctrl K"."""

    def __init__(self, look: Look, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._keys = keys
        self.setAccessibleName(shown(keys))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of the cap."""
        return QSize(key_cap_width(self._look, self._keys), HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cap."""
        paint_key_cap(QPainter(self), self._look, QPointF(0, 0), self._keys)
