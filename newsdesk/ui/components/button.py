"""The buttons of the window."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from newsdesk.ui.components import keycap
from newsdesk.ui.components.ring import RingedButton
from newsdesk.ui.letters import safe_tip
from newsdesk.ui.paint import rounded

if TYPE_CHECKING:
    from newsdesk.ui.look import Look


class Kind(Enum):
    """How much a button weighs."""

    PRIMARY = "primary"
    """The one main act of a view."""
    STRONG = "strong"
    """Bordered by ``line_field``."""
    PLAIN = "plain"
    """Bordered by ``line``."""
    GHOST = "ghost"
    """No border."""
    LINK = "link"
    """No border, in the colour of a link: the act in a line of news."""
    AIR = "air"
    """Puts something on air; nothing else may be red."""


_FILLED = {Kind.PRIMARY: "accent", Kind.AIR: "udara_fill"}
_HEAVY = {Kind.PRIMARY, Kind.AIR, Kind.LINK}
_LINES = {Kind.STRONG: "line_field", Kind.PLAIN: "line"}


class Button(RingedButton):
    """A button with words, an icon or both, and perhaps the keys that do the same.

    ``icon`` is a Lucide name; ``key`` the keys in portable form, shown as a cap (the shortcut itself is the
    command's). A button without words needs ``name``, its accessible name and tool tip. ``small`` is 24 high.
    """

    def __init__(
        self,
        look: Look,
        words: str = "",
        kind: Kind = Kind.PLAIN,
        *,
        icon: str = "",
        key: str = "",
        small: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self.kind = kind
        self._icon = icon
        self._key = key
        self._small = small
        self.radius = 4.0 if small else 6.0
        self.setText(words)
        self.setAccessibleName(name or words)
        if name and not words:
            self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: str) -> None:
        """Show another Lucide icon."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_key(self, key: str) -> None:
        """Show other keys, in portable form; "" for none."""
        self._key = key
        self.updateGeometry()
        self.update()

    def set_words(self, words: str, name: str = "") -> None:
        """Change the words, and with them the accessible name."""
        self.setText(words)
        self.setAccessibleName(name or words)
        self.updateGeometry()
        self.update()

    def set_available(self, available: bool, reason: str = "") -> None:
        """Make the button available or not; ``reason`` says why not, as its tool tip and spoken."""
        self.setEnabled(available)
        self.setToolTip("" if available else safe_tip(reason))
        self.setStatusTip("" if available else reason)
        self.setAccessibleDescription("" if available else reason)

    def sizeHint(self) -> QSize:
        """Return room for icon, words and key cap."""
        return QSize(self._padding * 2 + sum(self._parts()), 24 if self._small else 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button in its state."""
        painter = QPainter(self)
        box = QRectF(self.rect())
        fill, line, ink = self._colours()
        rounded(painter, box, self.radius, fill, line)
        if not self.isEnabled():
            painter.setPen(QPen(self.look.theme.colour("line"), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), self.radius, self.radius)
        self._paint_parts(painter, box, ink)

    @property
    def _padding(self) -> int:
        if not self.text():
            return 5 if self._small else 8
        return 8 if self._small else 12

    @property
    def _icon_size(self) -> int:
        return 14 if self._small else 16

    @property
    def _gap(self) -> int:
        return 6 if self._small else 8

    def _font(self) -> QFont:
        return self.look.theme.font(
            "kecil" if self._small else "isi", weight=600 if self.kind in _HEAVY else 500
        )

    def _parts(self) -> list[int]:
        parts: list[int] = []
        if self._icon:
            parts.append(self._icon_size)
        if self.text():
            parts.append(round(QFontMetricsF(self._font()).horizontalAdvance(self.text()) + 0.5))
        if self._key:
            parts.append(keycap.key_cap_width(self.look, self._key))
        return [part + (self._gap if i else 0) for i, part in enumerate(parts)]

    def _colours(self) -> tuple[QColor | None, QColor | None, str]:
        theme = self.look.theme
        if not self.isEnabled():
            return None, None, "text_3"
        if self.kind in _FILLED:
            return theme.colour(_FILLED[self.kind]), None, "on_accent"
        line = theme.colour(_LINES[self.kind]) if self.kind in _LINES else None
        if self.isDown() or self.isChecked():
            return theme.colour("accent_soft"), theme.colour("accent_text") if line else None, "accent_text"
        if self.underMouse():
            return theme.colour("hover"), line, "accent_text" if self.kind is Kind.LINK else "text"
        ink = "text" if line else "accent_text" if self.kind is Kind.LINK else "text_2"
        return theme.colour("surface") if line else None, line, ink

    def _paint_parts(self, painter: QPainter, box: QRectF, ink: str) -> None:
        theme, icons = self.look
        x = box.left() + (box.width() - sum(self._parts())) / 2
        middle = box.center().y()
        if self._icon:
            size = self._icon_size
            pixmap = icons.pixmap(self._icon, size, ink, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(round(x), round(middle - size / 2)), pixmap)
            x += size + self._gap
        if self.text():
            painter.setFont(self._font())
            painter.setPen(theme.colour(ink))
            width = QFontMetricsF(self._font()).horizontalAdvance(self.text())
            painter.drawText(
                QRectF(x, box.top(), width + 1, box.height()), Qt.AlignmentFlag.AlignVCenter, self.text()
            )
            x += round(width + 0.5) + self._gap
        if self._key:
            at = QPointF(x, middle - keycap.HEIGHT / 2)
            filled = self.kind in _FILLED
            line = QColor(theme.colour(ink))
            line.setAlphaF(0.5)
            keycap.paint_key_cap(
                painter,
                self.look,
                at,
                self._key,
                ink=theme.colour(ink) if filled else None,
                line=line if filled else None,
            )
