"""The announcer's screen: one frozen page, and nothing that could move it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from newsdesk.i18n import pgettext
from newsdesk.ui.onair.clip_card import ClipLook, card_in_words
from newsdesk.ui.onair.frozen_pages import Page
from newsdesk.ui.onair.page_painter import card_box, fonts_for, paint_page
from newsdesk.ui.onair.paper import Paper

if TYPE_CHECKING:
    from newsdesk.ui.look import Look


class Screen(QWidget):
    """Shows a page. :attr:`resized` asks for pages of another size, :attr:`pressed` carries a clip."""

    resized = Signal()
    pressed = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._page: Page | None = None
        self._paper = Paper(self.width(), self.height())
        self._fonts = fonts_for(look.theme, self._paper)
        self._clips: Mapping[int, ClipLook] = {}
        self.setAccessibleName(pgettext("script", "Naskah"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def page(self) -> Page | None:
        """The page being shown."""
        return self._page

    def show_page(self, page: Page, paper: Paper, clips: Mapping[int, ClipLook]) -> None:
        """Show a page that was broken for ``paper``."""
        if paper != self._paper:
            self._paper, self._fonts = paper, fonts_for(self._look.theme, paper)
        self._page = page
        self._clips = clips
        self._describe()
        self.update()

    def show_clips(self, clips: Mapping[int, ClipLook]) -> None:
        """Show what the clips are doing now: their cards are painted anew, and no line of words."""
        if self._page is None or clips == self._clips:
            return
        before, self._clips = self._clips, clips
        for card in self._page.cards:
            block = card.part.block
            now, was = clips.get(block), before.get(block)
            if now != was:
                self.update(card_box(card, self._paper).toAlignedRect())
                if now is None or was is None or now.state is not was.state:
                    self._describe()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page on its ground."""
        painter = QPainter(self)
        ground = "canvas" if self._look.theme.dark else "surface"
        painter.fillRect(event.rect(), self._look.theme.colour(ground))
        if self._page is not None:
            painter.setClipRect(event.rect())
            paint_page(painter, self._look, self._page, self._paper, self._fonts, self._clips)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for pages of this size."""
        super().resizeEvent(event)
        self.resized.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a clip's card is the key K."""
        for card in self._page.cards if self._page is not None else ():
            if card_box(card, self._paper).contains(event.position()):
                self.pressed.emit(card.part.block)
                return
        super().mousePressEvent(event)

    def _describe(self) -> None:
        if self._page is None:
            return
        cards = [
            card_in_words(card.part.clip, shown)
            for card in self._page.cards
            if (shown := self._clips.get(card.part.block)) is not None
        ]
        self.setAccessibleDescription("\n".join([self._page.words, *cards]))
