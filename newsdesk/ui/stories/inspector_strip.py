"""The folded inspector: 40 pixels of section icons with their counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsdesk.ui.components.ring import RingedButton
from newsdesk.ui.paint import draw_focus_ring

if TYPE_CHECKING:
    from newsdesk.ui.look import Look
    from newsdesk.ui.stories.inspector import Tab

WIDTH = 40
_ICON = 16


class _TabButton(RingedButton):
    ring_outside = False

    def __init__(self, look: Look, tab: Tab) -> None:
        super().__init__(look)
        self._tab = tab
        self.setFixedSize(WIDTH, 44 if tab.figure else 36)
        name = f"{tab.words}, {tab.figure}" if tab.figure else tab.words
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, icons = self.look
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), theme.colour("hover"))
        at = QPointF((WIDTH - _ICON) / 2, 8)
        painter.drawPixmap(at, icons.pixmap(self._tab.icon, _ICON, "text_2", self.devicePixelRatioF()))
        if self._tab.figure:
            painter.setFont(theme.font("kecil"))
            painter.setPen(theme.colour("text_2"))
            painter.drawText(QRectF(0, 25, WIDTH, 16), Qt.AlignmentFlag.AlignCenter, self._tab.figure)
        if self.ringed and self.hasFocus():
            draw_focus_ring(painter, theme, QRectF(self.rect()), 4)


class InspectorStrip(QWidget):
    """Opens the inspector at a section; :attr:`opened` carries its key."""

    opened = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._tabs: list[Tab] = []
        self.setFixedWidth(WIDTH)
        self.setAutoFillBackground(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 4)
        self._column.setSpacing(0)
        self._column.addStretch(1)

    def show_tabs(self, tabs: Sequence[Tab]) -> None:
        """Show the sections."""
        if list(tabs) == self._tabs:
            return
        self._tabs = list(tabs)
        while self._column.count() > 1:
            item = self._column.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, tab in enumerate(tabs):
            button = _TabButton(self._look, tab)
            button.clicked.connect(lambda _on=False, key=tab.key: self.opened.emit(key))
            self._column.insertWidget(place, button)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line at the left."""
        QPainter(self).fillRect(0, 0, 1, self.height(), self._look.theme.colour("line"))
