"""The focus ring that stands 2 px outside a button or card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from newsdesk.ui.paint import RING_PX, draw_focus_ring, shows_ring

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_OUTSIDE = 2 * RING_PX
"""The ring and the gap between it and the control."""


_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Ring(QWidget):
    """The ring itself: a sibling over the control, so it scrolls with it and takes no room in a layout."""

    def __init__(self, look: Look, radius: float, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._radius = radius
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring."""
        draw_focus_ring(QPainter(self), self._look.theme, QRectF(self.rect()), self._radius + _OUTSIDE)


class RingedButton(QAbstractButton):
    """A button that paints itself and shows the focus ring when the keyboard brought the focus.

    Enter presses it as the space bar does, so that a form walked through with Tab ends as one expects. A
    tick is not pressed by it: there, Enter is the form's.
    """

    radius = 6.0
    ring_outside = True

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.ringed = False
        self._ring: _Ring | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button."""
        alone = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTERS and alone and (self.autoExclusive() or not self.isCheckable()):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring when the keyboard came here."""
        super().focusInEvent(event)
        self.ringed = shows_ring(event.reason(), self.ringed)
        self._place_ring()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._remove_ring()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Keep the ring round the button."""
        super().moveEvent(event)
        if self._ring is not None:
            self._place_ring()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the ring round the button."""
        super().resizeEvent(event)
        if self._ring is not None:
            self._place_ring()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the ring away with the button."""
        super().hideEvent(event)
        self._remove_ring()

    def _place_ring(self) -> None:
        self.update()
        parent = self.parentWidget()
        if not self.ringed or not self.ring_outside or parent is None:
            return
        if self._ring is None:
            self._ring = _Ring(self.look, self.radius, parent)
        self._ring.setGeometry(self.geometry().adjusted(-_OUTSIDE, -_OUTSIDE, _OUTSIDE, _OUTSIDE))
        self._ring.raise_()
        self._ring.show()

    def _remove_ring(self) -> None:
        self.update()
        if self._ring is not None:
            self._ring.hide()
            self._ring.deleteLater()
            self._ring = None
