"""A chip: a tag, or a small choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.ring import RingedButton
from newsdesk.ui.paint import rounded

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_ICON = 14
_PADDING = 6
_GAP = 5


class Chip(RingedButton):
    """A chip 24 high that can be clicked, checked (``setCheckable``) or taken away (``removable``).

    :attr:`removed` is emitted by its cross, Delete or Backspace; the owner takes it out.
    """

    removed = Signal()
    radius = 4.0

    def __init__(
        self,
        look: Look,
        words: str,
        *,
        icon: str = "",
        removable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._icon = icon
        self._removable = removable
        self.setText(words)
        self.setAccessibleName(words)
        if removable:
            self.setAccessibleDescription(_("Delete menghapusnya"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for icon, words and cross."""
        words = round(
            QFontMetricsF(self.look.theme.font("kecil", weight=500)).horizontalAdvance(self.text()) + 0.5
        )
        icon = _ICON + _GAP if self._icon else 0
        cross = _ICON + _GAP if self._removable else 0
        return QSize(2 * _PADDING + icon + words + cross, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip in its state."""
        theme, icons = self.look
        painter = QPainter(self)
        on = self.isChecked() or self.isDown()
        box = QRectF(self.rect())
        hovered = theme.colour("line") if self.underMouse() and not on else None
        rounded(painter, box, 4, theme.colour("accent_soft" if on else "hover"), hovered)
        ink = "accent_text" if on else "text_2"
        top = round((box.height() - _ICON) / 2)
        x = float(_PADDING)
        dpr = self.devicePixelRatioF()
        if self._icon:
            painter.drawPixmap(QPointF(x, top), icons.pixmap(self._icon, _ICON, ink, dpr))
            x += _ICON + _GAP
        painter.setFont(theme.font("kecil", weight=500))
        painter.setPen(theme.colour(ink))
        painter.drawText(box.adjusted(x, 0, 2, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._removable:
            painter.drawPixmap(QPointF(self._cross_left(), top), icons.pixmap("x", _ICON, "text_3", dpr))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the chip away when its cross was clicked."""
        at = event.position().toPoint()
        if self._removable and self.rect().contains(at) and at.x() >= self._cross_left():
            self.setDown(False)
            self.removed.emit()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the chip away on Delete or Backspace."""
        if self._removable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
            return
        super().keyPressEvent(event)

    def _cross_left(self) -> int:
        return self.width() - _PADDING + 1 - _ICON
