"""Over, on time or under: what a newsroom looks for first, as figure, sign, word and colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from newsdesk.domain.timing import clock_length
from newsdesk.i18n import _
from newsdesk.ui.aloud import say_aloud
from newsdesk.ui.components.figure_label import FigureLabel
from newsdesk.ui.paint import rounded

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_ICON = 24
_GAP = 12


class OverLook(NamedTuple):
    """How a difference is shown: a Lucide icon, figure with sign, word, tokens of ink and fill."""

    icon: str
    figure: str
    word: str
    ink: str
    fill: str

    @property
    def words(self) -> str:
        """Figure and word as one: "+0:22 lebih"."""
        return f"{self.figure} {self.word}"


def signed_length(ms: int) -> str:
    """Write a difference of so many milliseconds with its sign, the true minus: "+0:22", "−0:48", "0:00"."""
    seconds = (abs(ms) + 500) // 1000
    sign = "" if seconds == 0 else "+" if ms > 0 else "\N{MINUS SIGN}"
    return sign + clock_length(seconds * 1000)


def over_look(over_ms: int, tolerance_ms: int) -> OverLook:
    """Return how a difference looks; up to ``tolerance_ms`` either way it is "pas".

    The whole seconds that are shown decide, so that one figure never has two words.
    """
    seconds = (abs(over_ms) + 500) // 1000
    figure = signed_length(over_ms)
    if seconds * 1000 <= tolerance_ms:
        return OverLook("check", figure, _("pas"), "text", "hover")
    if over_ms > 0:
        return OverLook("arrow-up", figure, _("lebih"), "udara", "udara_bg")
    return OverLook("arrow-down", figure, _("kurang"), "kurang", "kurang_bg")


class OverUnder(QWidget):
    """The difference in large figures on its own colour; ``font`` is "lebih" (44 px) or "lebih_kepala" (40).

    ``name`` says what it is about ("Selisih buletin"). A screen reader is told when the word changes and not
    with every second; :attr:`crossed` carries the new word then.
    """

    crossed = Signal(str)

    def __init__(
        self, look: Look, name: str, *, font: str = "lebih", height: int = 60, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._font = look.theme.font("panel", weight=600)
        self._shown: OverLook | None = None
        self._words_width = 0
        self.figure = FigureLabel(look, font, name)
        self.setAccessibleName(name)
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.figure)
        self._row = row

    def set_over(self, over_ms: int, tolerance_ms: int) -> None:
        """Show a difference in milliseconds: more than 0 is over, up to the tolerance either way on time."""
        shown = over_look(over_ms, tolerance_ms)
        before, self._shown = self._shown, shown
        if shown == before:
            return
        self.figure.set_text(shown.figure, shown.ink)
        self.setAccessibleDescription(shown.words)
        if before is None or before.word != shown.word:
            self._words_width = round(QFontMetricsF(self._font).horizontalAdvance(shown.word) + 0.5)
            self._row.setContentsMargins(16 + _ICON + _GAP, 0, _GAP + self._words_width + 16, 0)
            if before is not None:
                self.crossed.emit(shown.word)
                say_aloud(self, shown.words)
        self.update()

    def shown(self) -> OverLook | None:
        """Return what is shown, None before the first figure."""
        return self._shown

    def sizeHint(self) -> QSize:
        """Return room for icon, figure and word."""
        margins = self._row.contentsMargins()
        return QSize(margins.left() + self.figure.sizeHint().width() + margins.right(), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint fill, icon and word; the figure is a child."""
        shown = self._shown
        if shown is None:
            return
        theme, icons = self._look
        painter = QPainter(self)
        box = QRectF(self.rect())
        rounded(painter, box, 6, theme.colour(shown.fill))
        at = QPointF(16, round((box.height() - _ICON) / 2))
        painter.drawPixmap(at, icons.pixmap(shown.icon, _ICON, shown.ink, self.devicePixelRatioF()))
        painter.setFont(self._font)
        painter.setPen(theme.colour(shown.ink))
        metrics = QFontMetricsF(self._font)
        # In the middle, as the figure is: both are read as one line.
        baseline = (box.height() - metrics.height()) / 2 + metrics.ascent()
        painter.drawText(QPointF(box.right() - 16 - self._words_width, baseline), shown.word)
