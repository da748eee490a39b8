"""The rail at the left: one button per page that exists."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.ring import RingedButton
from newsdesk.ui.landing import tab_to_checked
from newsdesk.ui.paint import draw_focus_ring, rounded
from newsdesk.ui.shortcuts import keys_of, shown

if TYPE_CHECKING:
    from newsdesk.ui.look import Look
    from newsdesk.ui.page import Page

WIDTH = 76
_ITEM = QSize(60, 56)
_ICON = 20
_DOT = 8


class _RailButton(RingedButton):
    """Icon and word of one page."""

    ring_outside = False

    def __init__(self, look: Look, page: Page) -> None:
        super().__init__(look)
        self._icon = page.icon
        self.dotted = False
        self.setText(page.words)
        self.setAccessibleName(page.words)
        self.setToolTip(f"{page.words}  {shown(keys_of(page.key))}")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFixedSize(_ITEM)

    def sizeHint(self) -> QSize:
        """Return the size every item has."""
        return _ITEM

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the item in its state."""
        theme, icons = self.look
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.isChecked():
            rounded(painter, box, 6, theme.colour("surface"), theme.colour("line"))
        elif self.underMouse():
            rounded(painter, box, 6, theme.colour("hover"))
        ink = "accent_text" if self.isChecked() else "text_2"
        pixmap = icons.pixmap(self._icon, _ICON, ink, self.devicePixelRatioF())
        painter.drawPixmap(QPointF((_ITEM.width() - _ICON) / 2, 8), pixmap)
        if self.dotted:
            rounded(
                painter, QRectF(_ITEM.width() - 8 - _DOT, 8, _DOT, _DOT), _DOT / 2, theme.colour("udara_fill")
            )
        painter.setFont(theme.font("kecil", weight=600 if self.isChecked() else 400))
        painter.setPen(theme.colour(ink))
        painter.drawText(QRectF(0, 32, _ITEM.width(), 16), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.ringed and self.hasFocus():
            draw_focus_ring(painter, theme, box, 6)


class Rail(QWidget):
    """Pages from top to bottom; those in ``below`` stand at the foot, under ``place`` if there is one.

    ``go`` is called with a page's key.
    """

    def __init__(
        self,
        look: Look,
        pages: Sequence[Page],
        below: Sequence[Page],
        go: Callable[[str], None],
        place: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._look = look
        self._buttons: dict[str, _RailButton] = {}
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(_("Halaman"))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 12)
        column.setSpacing(4)
        for page in pages:
            column.addWidget(self._button(page, go))
        column.addStretch(1)
        if place is not None:
            column.addWidget(place)
        for page in below:
            column.addWidget(self._button(page, go))

    def set_dot(self, key: str, words: str) -> None:
        """Put the dot of what is on air on a page's button; ``words`` say so aloud, "" takes it away."""
        button = self._buttons[key]
        button.dotted = bool(words)
        button.setAccessibleDescription(words)
        button.update()

    def select(self, key: str) -> None:
        """Mark the page being shown."""
        self._buttons[key].setChecked(True)
        tab_to_checked(self._buttons.values())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rail and its right line."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("rail"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme.colour("line"))

    def _button(self, page: Page, go: Callable[[str], None]) -> _RailButton:
        key = page.key
        button = self._buttons[key] = _RailButton(self._look, page)
        button.clicked.connect(lambda: go(key))
        return button
