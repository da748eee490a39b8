"""A few lines beside a text that are about words in it: pressed, they lead there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from newsdesk.ui.components.icon_label import IconLabel
from newsdesk.ui.components.ring import RingedButton
from newsdesk.ui.paint import draw_focus_ring

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

LEFT, RIGHT = 12, 12
_ICON, _GAP = 16, 8


class PassageCard(RingedButton):
    """A row as high as its lines, with an icon at the left or none; arrows go to its neighbours.

    ``name`` is all of it in one line, for screen readers; :meth:`add` puts lines in. ``ruled`` draws a line
    above it.
    """

    ring_outside = False

    def __init__(
        self,
        look: Look,
        name: str,
        *,
        icon: str = "",
        token: str = "text_2",
        ruled: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._ruled = ruled
        self.setAccessibleName(name)
        # Its lines are words on the inspector's ground, not the label of a button.
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setForegroundRole(QPalette.ColorRole.WindowText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(LEFT, 10, RIGHT, 10)
        row.setSpacing(_GAP)
        if icon:
            label = IconLabel(look, icon, _ICON, token)
            _pass_through(label)
            row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        row.addLayout(self._column, 1)

    def add(self, line: QWidget, above: int = 0) -> None:
        """Put a line in, ``above`` pixels below the one before; the pointer reaches the row through it."""
        _pass_through(line)
        if above:
            self._column.addSpacing(above)
        self._column.addWidget(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the row above or below; Enter presses."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, line and ring."""
        theme, painter = self.look.theme, QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), theme.colour("hover"))
        if self._ruled:
            painter.fillRect(0, 0, self.width(), 1, theme.colour("line"))
        if self.ringed and self.hasFocus():
            draw_focus_ring(painter, theme, QRectF(self.rect()), 0)


class QuotedBlock(QWidget):
    """Somebody's words in a box with a bar at its left."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 8, 8, 8)
        self.column.setSpacing(2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the bar."""
        theme, painter = self._look.theme, QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        painter.fillRect(0, 0, 2, self.height(), theme.colour("line_field"))


def _pass_through(widget: QWidget) -> None:
    widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
