"""Takes the whole window away behind one widget, from eyes and screen readers alike."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QWidget


class Curtain:
    """Shows ``room`` in ``window``, or something before it.

    What is behind leaves the window altogether: hidden controls would still be found by screen readers.
    """

    def __init__(self, window: QWidget, room: QWidget) -> None:
        self._window = window
        self._room = room
        self._backstage = QWidget()  # never shown; without it the room would become a window of its own
        self._before: QWidget | None = None
        self._shown = room
        # A system's own file dialog cannot always be given up from here: it would stay over the lock.
        QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
        self._row = QHBoxLayout(window)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(room)

    def draw(self, by: QWidget) -> None:
        """Show ``by`` alone; menus and dialogs that are open are given up, as Esc would."""
        self._before = self._window.focusWidget()
        popup = QApplication.activePopupWidget()
        while popup is not None:
            popup.hide()
            popup = QApplication.activePopupWidget()
        _give_up(self._window)
        self._show(by)
        _application().focusWindowChanged.connect(self._keep_closed)

    def open(self) -> None:
        """Show the room again, with the keyboard where it was."""
        _application().focusWindowChanged.disconnect(self._keep_closed)
        self._show(self._room)
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
            self._before = None

    def _keep_closed(self, _window: QWindow | None) -> None:
        """While the curtain is drawn, give up at once what the room behind it opens late, by an answer."""
        _give_up(self._backstage)

    def _show(self, widget: QWidget) -> None:
        self._shown.setParent(self._backstage)
        self._row.addWidget(widget)
        widget.show()
        self._shown = widget


def _give_up(place: QWidget) -> None:
    for dialog in place.findChildren(QDialog):
        dialog.reject()


def _application() -> QGuiApplication:
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)  # there is a window
    return application
