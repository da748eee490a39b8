"""The announcer's screen once more on a second screen: the same frozen pages, turned over for a glass."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from newsdesk.i18n import _
from newsdesk.ui.onair.clip_card import ClipLook
from newsdesk.ui.onair.frozen_pages import Page
from newsdesk.ui.onair.page_painter import fonts_for, paint_page
from newsdesk.ui.onair.paper import Paper

if TYPE_CHECKING:
    from newsdesk.ui.look import Look


class Mirror(QWidget):
    """A window that shows every page the announcer sees, as large as its screen lets it be."""

    def __init__(self, look: Look) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus)
        self._look = look
        self._page: Page | None = None
        self._paper = Paper(1, 1)
        self._clips: Mapping[int, ClipLook] = {}
        self.flipped = False
        self.setWindowTitle(_("Newsdesk, layar kedua"))
        self.setAccessibleName(_("Layar kedua"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_page(self, page: Page, paper: Paper, clips: Mapping[int, ClipLook]) -> None:
        """Show what the announcer sees."""
        if (page, paper, clips) != (self._page, self._paper, self._clips):
            self._page, self._paper, self._clips = page, paper, clips
            self.setAccessibleDescription(page.words)
            self.update()

    def flip(self) -> None:
        """Turn the picture over, as a half-silvered glass wants it, or back."""
        self.flipped = not self.flipped
        self.update()

    def open_on(self, screen: QScreen) -> None:
        """Fill a screen."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page, drawn to this window's size."""
        painter = QPainter(self)
        theme = self._look.theme
        painter.fillRect(self.rect(), theme.colour("canvas" if theme.dark else "surface"))
        if self._page is None:
            return
        if self.flipped:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        by = min(self.width() / self._paper.width, self.height() / self._paper.height)
        painter.translate(
            (self.width() - by * self._paper.width) / 2, (self.height() - by * self._paper.height) / 2
        )
        painter.scale(by, by)
        fonts = fonts_for(theme, self._paper)
        paint_page(painter, self._look, self._page, self._paper, fonts, self._clips)


def other_screen(window: QWidget) -> QScreen | None:
    """Return a screen that ``window`` is not on, None when there is but one."""
    here = window.screen()
    return next((one for one in QGuiApplication.screens() if one is not here), None)
