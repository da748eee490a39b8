"""A badge: a state as icon, word and colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from newsdesk.ui.paint import rounded

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_ICON = 14
_GAP = 5


class Badge(QWidget):
    """A badge 24 high: ``Badge(look, "circle-dashed", _("Draf"), ink="draf", fill="draf_bg")``.

    ``ink`` and ``fill`` are tokens; without ``fill`` it is the bare status word of a list. ``struck`` strikes
    the word through (set aside).
    """

    def __init__(
        self,
        look: Look,
        icon: str,
        words: str,
        *,
        ink: str,
        fill: str = "",
        struck: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_state(icon, words, ink=ink, fill=fill, struck=struck)

    def set_state(self, icon: str, words: str, *, ink: str, fill: str = "", struck: bool = False) -> None:
        """Show another state."""
        self._icon, self._words, self._ink, self._fill, self._struck = icon, words, ink, fill, struck
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for icon and word."""
        words = round(QFontMetricsF(self._font()).horizontalAdvance(self._words) + 0.5)
        return QSize((14 if self._fill else 0) + _ICON + _GAP + words, 24 if self._fill else 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint fill, icon and word."""
        theme, icons = self._look
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self._fill:
            rounded(painter, box, 4, theme.colour(self._fill))
        x = 6 if self._fill else 0
        at = QPointF(x, round((box.height() - _ICON) / 2))
        painter.drawPixmap(at, icons.pixmap(self._icon, _ICON, self._ink, self.devicePixelRatioF()))
        painter.setFont(self._font())
        painter.setPen(theme.colour(self._ink))
        painter.drawText(box.adjusted(x + _ICON + _GAP, 0, 2, 0), Qt.AlignmentFlag.AlignVCenter, self._words)

    def _font(self) -> QFont:
        font = self._look.theme.font("kecil", weight=600)
        font.setStrikeOut(self._struck)
        return font
