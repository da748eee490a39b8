"""The strip under the script, where no word of it ever stands: keys, a sentence, breaking news."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from newsdesk.i18n import _
from newsdesk.ui.aloud import say_aloud
from newsdesk.ui.onair.caps import cap_width, paint_cap
from newsdesk.ui.onair.paper import FOOT, LEFT

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_CAP = 20


class Telling(NamedTuple):
    """A sentence in the strip: its icon, and the key that answers it ("" for none).

    ``urgent`` fills the whole strip with the colour of what is on air.
    """

    icon: str
    words: str
    key: str = ""
    act: str = ""
    urgent: bool = False

    @property
    def in_words(self) -> str:
        """All of it in one line, for a screen reader."""
        return f"{self.words.rstrip('.')}. {self.key} {self.act}".rstrip(". ") if self.key else self.words


class FootLine(QWidget):
    """Shows the keys until there is something to tell. It never moves, and makes no sound."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._keys: Sequence[tuple[str, str]] = ()
        self._telling: Telling | None = None
        self.setFixedHeight(FOOT)

    def show_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show these keys, each with what it does, as many as there is room for."""
        if keys != self._keys:
            self._keys = keys
            self._changed()

    def tell(self, telling: Telling | None) -> None:
        """Show a sentence in the place of the keys, or the keys again."""
        if telling != self._telling:
            self._telling = telling
            self._changed()
            if telling is not None:
                say_aloud(self, telling.in_words, urgent=telling.urgent)

    @property
    def telling(self) -> Telling | None:
        """What is told, None while the keys stand there."""
        return self._telling

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the strip."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._telling is not None:
            self._paint_telling(painter, self._telling)
        else:
            self._paint_keys(painter)

    def _paint_keys(self, painter: QPainter) -> None:
        theme = self._look.theme
        x, middle = float(LEFT), FOOT / 2
        font = theme.sized(14, 400)
        metrics = QFontMetricsF(font)
        for key, words in self._keys:
            width = cap_width(self._look, key) + 9 + metrics.horizontalAdvance(words)
            if x + width > self.width() - LEFT / 2:
                return
            cap = paint_cap(painter, self._look, QPointF(x, middle - _CAP / 2), key)
            painter.setFont(font)
            painter.setPen(theme.colour("text_3"))
            room = QRectF(x + cap + 9, 0, width, FOOT)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
            x += width + 28

    def _paint_telling(self, painter: QPainter, telling: Telling) -> None:
        theme, icons = self._look
        ink = "on_accent" if telling.urgent else "text"
        if telling.urgent:
            painter.fillRect(self.rect(), theme.colour("udara_fill"))
        else:
            painter.fillRect(self.rect(), theme.colour("raised"))
        middle = FOOT / 2
        pixmap = icons.pixmap(telling.icon, 20, ink, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(LEFT, middle - 10), pixmap)
        right = self.width() - LEFT
        font = theme.sized(17, 600)
        if telling.key:
            act = QFontMetricsF(font).horizontalAdvance(telling.act)
            cap = cap_width(self._look, telling.key, 15)
            colour = theme.colour(ink)
            paint_cap(
                painter,
                self._look,
                QPointF(right - act - 10 - cap, middle - 13),
                telling.key,
                px=15,
                height=26,
                ink=colour,
                line=colour,
            )
            painter.setFont(font)
            painter.drawText(
                QRectF(right - act, 0, act + 2, FOOT), Qt.AlignmentFlag.AlignVCenter, telling.act
            )
            right -= act + 10 + cap + 20
        painter.setFont(font)
        painter.setPen(theme.colour(ink))
        room = QRectF(LEFT + 32, 0, right - LEFT - 32, FOOT)
        shown = QFontMetricsF(font).elidedText(telling.words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def _changed(self) -> None:
        if self._telling is not None:
            self.setAccessibleName(self._telling.in_words)
        else:
            self.setAccessibleName(
                _("Tombol: {keys}").format(keys=", ".join(" ".join(k) for k in self._keys))
            )
        self.update()
