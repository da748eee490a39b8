"""Saved views: what a list can be narrowed to, each with how much it holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from newsdesk.i18n import number
from newsdesk.ui.components.ring import RingedButton
from newsdesk.ui.paint import draw_focus_ring, rounded

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

HEIGHT = 28
_ICON = 16
_APART = 8


class ViewLook(NamedTuple):
    """A saved view: ``key`` names it to its page, ``words`` and ``icon`` (a Lucide name) to a person.

    ``apart`` sets it and what follows off from the views above.
    """

    key: str
    words: str
    icon: str
    apart: bool = False


class _ViewRow(RingedButton):
    """One view: icon, name, and how many rows it holds."""

    radius = 4.0
    ring_outside = False

    def __init__(self, look: Look, view: ViewLook) -> None:
        super().__init__(look)
        self.view = view
        self._count = ""
        self.setText(view.words)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(view.words)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int) -> None:
        """Show how many rows the view holds."""
        self._count = number(count)
        self.setAccessibleName(f"{self.view.words}, {self._count}")
        self.update()

    def sizeHint(self) -> QSize:
        """Return the row's height; the width is the list's."""
        return QSize(160, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row."""
        theme, icons = self.look
        painter = QPainter(self)
        box = QRectF(self.rect())
        chosen = self.isChecked()
        if chosen or self.underMouse():
            rounded(painter, box, 4, theme.colour("hover"))
        ink = "text" if chosen else "text_2"
        pixmap = icons.pixmap(self.view.icon, _ICON, ink, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(8, (HEIGHT - _ICON) / 2), pixmap)
        painter.setFont(theme.font("isi", weight=600 if chosen else 400))
        painter.setPen(theme.colour(ink))
        painter.drawText(box.adjusted(32, 0, -60, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setFont(theme.font("kecil"))
        painter.setPen(theme.colour("text" if chosen else "text_3"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box.adjusted(0, 0, -8, 0), right, self._count)
        if self.ringed and self.hasFocus():
            draw_focus_ring(painter, theme, box, 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go up and down between the views with the arrows."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)


class SavedViews(QWidget):
    """The views from the top, one of them chosen; :attr:`chosen` carries its key."""

    chosen = Signal(str)

    def __init__(self, look: Look, views: Sequence[ViewLook], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(0)
        self._rows: dict[str, _ViewRow] = {}
        for view in views:
            row = _ViewRow(look, view)
            row.clicked.connect(lambda _on=False, key=view.key: self.chosen.emit(key))
            if view.apart:
                column.addSpacing(_APART)
            column.addWidget(row)
            self._rows[view.key] = row

    def choose(self, key: str) -> None:
        """Mark a view as the one being shown."""
        self._rows[key].setChecked(True)

    def words_of(self, key: str) -> str:
        """Return the name of a view."""
        return self._rows[key].view.words

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many rows each view holds."""
        for key, row in self._rows.items():
            row.set_count(counts.get(key, 0))
