"""The controls that only the listening bar has: the round button and the buttons that open a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.ring import RingedButton
from newsdesk.ui.paint import rounded

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_ROUND = 40
_ICON = 16
_CHEVRON = 14
_BIG_ICON = 20


class RoundButton(RingedButton):
    """The round accent button of 40: play, or pause."""

    radius = _ROUND / 2

    def __init__(self, look: Look, icon: str, name: str) -> None:
        super().__init__(look)
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_act(icon, name)

    def show_act(self, icon: str, name: str) -> None:
        """Show what a press would do now."""
        self._icon = icon
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the circle's size."""
        return QSize(_ROUND, _ROUND)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint circle and icon."""
        theme, icons = self.look
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.isEnabled():
            rounded(painter, box, _ROUND / 2, theme.colour("accent"))
        else:
            rounded(painter, box, _ROUND / 2, None, theme.colour("line"))
        ink = "on_accent" if self.isEnabled() else "text_3"
        pixmap = icons.pixmap(self._icon, _BIG_ICON, ink, self.devicePixelRatioF())
        painter.drawPixmap(QPointF((_ROUND - _BIG_ICON) / 2, (_ROUND - _BIG_ICON) / 2), pixmap)


class ListButton(RingedButton):
    """Icon, words and a chevron, 32 high: opens a list. ``bare`` leaves the words out where room is short."""

    def __init__(self, look: Look, icon: str, name: str) -> None:
        super().__init__(look)
        self._icon = icon
        self._name = name
        self._bare = False
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str) -> None:
        """Show what is chosen."""
        self.setText(words)
        self.setAccessibleName(f"{self._name}: {words}")
        self.setToolTip(words if self._bare else "")
        self.updateGeometry()
        self.update()

    def show_icon(self, icon: str) -> None:
        """Show another Lucide icon."""
        self._icon = icon
        self.update()

    def set_bare(self, bare: bool) -> None:
        """Leave the words out, or show them."""
        self._bare = bare
        self.setToolTip(self.text() if bare else "")
        self.updateGeometry()
        self.update()

    def full_width(self) -> int:
        """Return its width with the words."""
        words = QFontMetricsF(self.look.theme.font("isi", weight=500)).horizontalAdvance(self.text())
        return round(12 + _ICON + 8 + words + 0.5 + 8 + _CHEVRON + 12)

    def sizeHint(self) -> QSize:
        """Return room for icon, words and chevron."""
        return QSize(12 + _ICON + 6 + _CHEVRON + 10 if self._bare else self.full_width(), 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button in its state."""
        theme, icons = self.look
        painter = QPainter(self)
        box = QRectF(self.rect())
        ratio = self.devicePixelRatioF()
        fill = "accent_soft" if self.isDown() else "hover" if self.underMouse() else "surface"
        rounded(painter, box, self.radius, theme.colour(fill), theme.colour("line"))
        top = (self.height() - _ICON) / 2
        painter.drawPixmap(QPointF(12, top), icons.pixmap(self._icon, _ICON, "text", ratio))
        chevron = icons.pixmap("chevron-down", _CHEVRON, "text", ratio)
        left = self.width() - _CHEVRON - (10 if self._bare else 12)
        painter.drawPixmap(QPointF(left, (self.height() - _CHEVRON) / 2), chevron)
        if not self._bare:
            painter.setFont(theme.font("isi", weight=500))
            painter.setPen(theme.colour("text"))
            room = box.adjusted(12 + _ICON + 8, 0, 0, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())


class StateButton(RingedButton):
    """A file that was made: icon and words 24 high, in yellow and with the word when it is stale."""

    radius = 4.0

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._stale = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, words: str, *, stale: bool) -> None:
        """Show the file's words, and whether the script has moved on since."""
        self._stale = stale
        self.setText(_("{words} usang").format(words=words) if stale else words)
        self.setAccessibleName(self.text())
        self.setToolTip(_("Naskah berubah sejak berkas ini disimpan") if stale else _("Sama dengan naskah"))
        self.setAccessibleDescription(self.toolTip())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for icon and words."""
        words = QFontMetricsF(self.look.theme.font("kecil", weight=600)).horizontalAdvance(self.text())
        return QSize(round(6 + _CHEVRON + 5 + words + 0.5 + 8), 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the badge."""
        theme, icons = self.look
        painter = QPainter(self)
        box = QRectF(self.rect())
        ink = "ubah" if self._stale else "text_2"
        rounded(painter, box, self.radius, theme.colour("ubah_bg" if self._stale else "hover"))
        icon = "file-pen-line" if self._stale else "check"
        pixmap = icons.pixmap(icon, _CHEVRON, ink, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(6, (self.height() - _CHEVRON) / 2), pixmap)
        painter.setFont(theme.font("kecil", weight=600))
        painter.setPen(theme.colour(ink))
        room = box.adjusted(6 + _CHEVRON + 5, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())


class Divider(QWidget):
    """A line of 1 x 20."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(1, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        QPainter(self).fillRect(self.rect(), self._look.theme.colour("line"))
