"""The second screen beside a reading: turned on, over and off, and off by itself when one is unplugged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QScreen

from newsdesk.i18n import _
from newsdesk.ui.onair.foot_line import Telling
from newsdesk.ui.shortcuts import keys_of, shown

if TYPE_CHECKING:
    from newsdesk.ui.look import Look
    from newsdesk.ui.onair.air_view import AirView
    from newsdesk.ui.onair.mirror import Mirror


class SecondScreen(QObject):
    """Holds the mirror of the announcer's screen, None of them while there is nothing to mirror."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view: AirView | None = None
        self._look: Look | None = None
        self.mirror: Mirror | None = None
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)  # there is a window
        application.screenRemoved.connect(self._screen_gone)

    def follow(self, view: AirView, look: Look) -> None:
        """Mirror this view when it is asked for."""
        self._view, self._look = view, look
        view.page_shown.connect(self._show)

    def leave(self) -> None:
        """The view goes, and its mirror with it."""
        self._close()
        self._view = self._look = None

    def turn(self, over: bool) -> str:
        """Turn the second screen on or off, or with ``over`` its picture over; return what to tell."""
        from newsdesk.ui.onair.mirror import Mirror, other_screen

        view, look = self._view, self._look
        if view is None or look is None:
            return ""
        if over:
            if self.mirror is not None:
                self.mirror.flip()
            return "" if self.mirror is not None else _("Layar kedua belum menyala: Ctrl M.")
        if self._close():
            return _("Layar kedua dimatikan.")
        screen = other_screen(view)
        if screen is None:
            return _("Komputer ini hanya punya satu layar.")
        self.mirror = Mirror(look)
        self.mirror.open_on(screen)
        return _("Layar kedua menyala.")

    def _close(self) -> bool:
        mirror, self.mirror = self.mirror, None
        if mirror is None:
            return False
        mirror.close()
        mirror.deleteLater()
        return True

    def _screen_gone(self, _screen: QScreen) -> None:
        """A screen was unplugged: Qt moves what was on it to another one, where it would hide the script."""
        if self._close() and self._view is not None:
            words = _("Satu layar dicabut; layar kedua dimatikan.")
            self._view.tell(Telling("monitor", words, shown(keys_of("air.mirror")), _("nyalakan lagi")))

    def _show(self) -> None:
        view = self._view
        if self.mirror is not None and view is not None:
            self.mirror.show_page(view.shown_page, view.paper, view.clips.looks())
