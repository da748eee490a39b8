"""A panel over the page that is open until something is chosen in it: Esc or a click beside it leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from newsdesk.ui.paint import rounded

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_EDGE = 8


class Popup(QWidget):
    """A child of the page, not a window: it is painted, tabbed through and read as the rest is.

    :attr:`left` comes when it closes, and its page takes the keyboard back.
    """

    left = Signal()

    def __init__(self, look: Look, parent: QWidget, width: int) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedWidth(width)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.hide()

    def open_at(self, at: QPoint) -> None:
        """Open with its top left corner there, or as near as the page has room."""
        self.adjustSize()
        page = self.parentWidget()
        room = page.rect() if page is not None else self.rect()
        x = max(_EDGE, min(at.x(), room.width() - self.width() - _EDGE))
        y = max(_EDGE, min(at.y(), room.height() - self.height() - _EDGE))
        self.move(x, y)
        self.show()
        self.raise_()
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def leave(self) -> None:
        """Close it."""
        if not self.isHidden():
            self.close_quietly()
            self.left.emit()

    def close_quietly(self) -> None:
        """Close it, without giving the keyboard back: who closes it knows where it goes."""
        self.hide()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave at a click beside it."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            outside = isinstance(watched, QWidget) and watched.window() is self.window()
            if outside and not self.rect().contains(self.mapFromGlobal(event.globalPosition().toPoint())):
                self.leave()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave at Esc; Enter on a button presses it."""
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the panel."""
        theme = self._look.theme
        rounded(QPainter(self), QRectF(self.rect()), 8, theme.colour("surface"), theme.colour("line_field"))
