"""How long nobody has touched keys or pointer of this program."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_TOUCHED = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TabletPress,
}
_AGAIN_S = 30.0
"""How soon an idle desk is looked at again that must not be locked now."""


class IdleWatch(QObject):
    """Watches the windows that have the keyboard, not their controls: so typing costs one look a key.

    :attr:`idle` comes after that many minutes without a touch, as often as ``busy`` denies it no more.
    ``seconds`` is a clock.
    """

    idle = Signal()

    def __init__(
        self,
        application: QGuiApplication,
        busy: Callable[[], bool],
        seconds: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(application)
        self._application = application
        self._busy = busy
        self._seconds = seconds
        self._limit = 0.0
        self._touched = 0.0
        self._watched: list[QWindow] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    def start(self, minutes: int) -> None:
        """Watch from now on; 0 minutes is never."""
        self.stop()
        self._limit = minutes * 60.0
        if not minutes:
            return
        self._touched = self._seconds()
        self._application.focusWindowChanged.connect(self._follow)
        self._follow(self._application.focusWindow())
        self._wait(self._limit)

    def stop(self) -> None:
        """Watch no more."""
        if self._limit:
            self._application.focusWindowChanged.disconnect(self._follow)
        self._limit = 0.0
        self._timer.stop()
        for window in self._watched:
            window.removeEventFilter(self)
        self._watched.clear()

    def look(self) -> None:
        """Look whether the desk is idle by now."""
        if not self._limit:
            return
        left = self._touched + self._limit - self._seconds()
        if left > 0:
            self._wait(left)
        elif self._busy():
            self._wait(_AGAIN_S)
        else:
            self.stop()
            self.idle.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take note of a touch; it goes on to its window."""
        if event.type() in _TOUCHED:
            self._touched = self._seconds()
        return False

    def _follow(self, window: QWindow | None) -> None:
        if window is not None and window not in self._watched:
            window.installEventFilter(self)
            window.destroyed.connect(lambda: self._forget(window))
            self._watched.append(window)

    def _forget(self, window: QWindow) -> None:
        if window in self._watched:
            self._watched.remove(window)

    def _wait(self, seconds: float) -> None:
        self._timer.start(round(seconds * 1000) + 1)
