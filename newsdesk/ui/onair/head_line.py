"""The line over the script: on air or practising, which item, which of its screens."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from newsdesk.i18n import _
from newsdesk.ui.onair.paper import LEFT
from newsdesk.ui.paint import rounded

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

HEIGHT = 64
_BADGE = 32
_BAR_WIDTH, _BAR_GAP, _BAR_HEIGHT = 28, 6, 4
_ALL_BARS = 280
"""Pixels that all bars together may take; more screens have shorter ones."""
_SLUG_ROOM = 320
"""Pixels that the slug is given before the bars are."""


class AirState(NamedTuple):
    """What the badge says: an icon, a word, tokens of its ink and fill."""

    icon: str
    words: str
    ink: str
    fill: str


def air_state(*, practice: bool, reading: bool, over: bool = False) -> AirState:
    """Return the badge of a reading: on air it is the only solid one, and ``over`` ends that."""
    if over and not practice:
        return AirState("check-check", _("Sudah siar"), "sudah", "sudah_bg")
    if practice:
        return AirState("mic", _("Latihan"), "draf", "draf_bg")
    if reading:
        return AirState("radio", _("Mengudara"), "on_accent", "udara_fill")
    return AirState("mic", _("Siap"), "siap", "siap_bg")


class HeadLine(QWidget):
    """One line 64 high; it is painted only when something in it changed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._state = air_state(practice=False, reading=False)
        self._item = ("", "")
        self._about = ""
        self._page = (0, 1)
        self._notice = ""
        self.setFixedHeight(HEIGHT)

    def show_state(self, state: AirState) -> None:
        """Show whether this goes out."""
        if state != self._state:
            self._state = state
            self._changed()

    def show_item(self, number: int, slug: str, about: str) -> None:
        """Show which item is read; ``about`` is its bulletin and reader."""
        if (str(number), slug) != self._item or about != self._about:
            self._item = (str(number), slug)
            self._about = about
            self._changed()

    def show_place(self, page: int, pages: int) -> None:
        """Show which screen of the item this is, counted from 0."""
        if (page, pages) != self._page:
            self._page = (page, pages)
            self._changed()

    def show_notice(self, words: str) -> None:
        """Show a few words in the place of bulletin and reader; "" takes them away."""
        if words != self._notice:
            self._notice = words
            self._changed()

    @property
    def notice(self) -> str:
        """The words in the place of bulletin and reader, or ""."""
        return self._notice

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        theme, icons = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = HEIGHT / 2
        font = theme.sized(15, 600)
        width = 10 + 16 + 10 + QFontMetricsF(font).horizontalAdvance(self._state.words) + 12
        badge = QRectF(LEFT, middle - _BADGE / 2, width, _BADGE)
        rounded(painter, badge, 4, theme.colour(self._state.fill))
        device = self.devicePixelRatioF()
        pixmap = icons.pixmap(self._state.icon, 16, self._state.ink, device)
        painter.drawPixmap(QPointF(badge.left() + 10, middle - 8), pixmap)
        painter.setFont(font)
        painter.setPen(theme.colour(self._state.ink))
        painter.drawText(badge.adjusted(36, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._state.words)
        x = badge.right() + 16
        number, slug = self._item
        font = theme.sized(16, 600)
        metrics = QFontMetricsF(font)
        needed = metrics.horizontalAdvance(number) + 9 + metrics.horizontalAdvance(slug) + 32
        right = self._paint_place(painter, x + min(needed, _SLUG_ROOM))
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        for words, gap in ((number, 9), (slug, 16)):
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0.0, right - 16 - x))
            painter.drawText(QRectF(x, 0, right - x, HEIGHT), Qt.AlignmentFlag.AlignVCenter, shown)
            x += metrics.horizontalAdvance(shown) + gap
        if self._notice:
            self._paint_notice(painter, x, right)
        elif right - x > 40:
            painter.setFont(theme.sized(15, 400))
            painter.setPen(theme.colour("text_3"))
            room = QRectF(x, 0, right - 24 - x, HEIGHT)
            words = QFontMetricsF(painter.font()).elidedText(
                self._about, Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_notice(self, painter: QPainter, x: float, right: float) -> None:
        theme = self._look.theme
        painter.setFont(theme.sized(15, 600))
        metrics = QFontMetricsF(painter.font())
        words = metrics.elidedText(self._notice, Qt.TextElideMode.ElideRight, max(0.0, right - 48 - x))
        box = QRectF(x - 2, HEIGHT / 2 - 14, metrics.horizontalAdvance(words) + 20, 28)
        rounded(painter, box, 4, theme.colour("ubah_fill"))
        painter.setPen(theme.colour("on_ubah_fill"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_place(self, painter: QPainter, least: float) -> float:
        """Paint which screen this is, at the right; return where that begins.

        Where that is left of ``least``, the bars give way: the words say the same.
        """
        theme = self._look.theme
        page, pages = self._page
        right = self.width() - LEFT
        each = min(_BAR_WIDTH, max(4, (_ALL_BARS - _BAR_GAP * (pages - 1)) // pages))
        gap = _BAR_GAP if each > 4 else 2
        left = right - pages * each - (pages - 1) * gap
        words = self._place_words()
        width = 0.0 if self._notice else QFontMetricsF(theme.sized(15, 400)).horizontalAdvance(words)
        if pages > 1 and left - 16 - width >= least:
            for n in range(pages):
                token = "text" if n == page else "text_3" if n < page else "line"
                bar = QRectF(left + n * (each + gap), HEIGHT / 2 - _BAR_HEIGHT / 2, each, _BAR_HEIGHT)
                rounded(painter, bar, _BAR_HEIGHT / 2, theme.colour(token))
            left -= 16
        else:
            left = right
        if self._notice:  # what is urgent needs the room
            return left
        painter.setFont(theme.sized(15, 400))
        painter.setPen(theme.colour("text_3"))
        painter.drawText(QRectF(left - width, 0, width + 2, HEIGHT), Qt.AlignmentFlag.AlignVCenter, words)
        return left - width

    def _place_words(self) -> str:
        return _("layar {page} dari {pages}").format(page=self._page[0] + 1, pages=self._page[1])

    def _changed(self) -> None:
        number, slug = self._item
        parts = (self._state.words, f"{number} {slug}", self._notice or self._about, self._place_words())
        self.setAccessibleName(", ".join(part for part in parts if part.strip()))
        self.update()
