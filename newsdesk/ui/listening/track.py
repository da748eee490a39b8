"""The track of the listening bar: where in the passage the voice is, with a tick at every sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from newsdesk.i18n import _
from newsdesk.ui.paint import rounded, shows_ring

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_GROOVE = 4
_TICK_APART = 6
_TICK_HIGH = 10
_KNOB = 18
_PAGE_MS = 10_000


class ListeningTrack(QAbstractSlider):
    """A slider in milliseconds. Left and Right go by sentences, Page Up and Down by ten seconds.

    :attr:`sought` carries the place that a person chose by mouse or key; :meth:`show_at` moves it without.
    """

    sought = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._ticks: list[int] = []
        self._live = False
        self._ringed = False
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Kemajuan dengar"))
        self.setMinimumWidth(80)

    def sizeHint(self) -> QSize:
        """Return room for the knob and its ring."""
        return QSize(240, 28)

    def set_passage(self, length_ms: int, ticks: Sequence[int]) -> None:
        """Show a passage of this length whose sentences begin at ``ticks``."""
        self.setRange(0, max(0, length_ms))
        self._ticks = sorted(ticks)
        self.update()

    def set_live(self, live: bool) -> None:
        """Show the knob, and take mouse and keys, only while something is being heard."""
        self._live = live
        self.update()

    def show_at(self, ms: int) -> None:
        """Move the knob; not while a person drags it."""
        if not self.isSliderDown():
            self.setValue(ms)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint groove, what was heard, ticks and knob."""
        theme = self._look.theme
        painter = QPainter(self)
        middle = self.height() / 2
        groove = QRectF(0, middle - _GROOVE / 2, self.width(), _GROOVE)
        ink = theme.colour("accent_text" if theme.dark else "accent")
        rounded(painter, groove, _GROOVE / 2, theme.colour("line_field"))
        at = self._x(self.sliderPosition())
        if self._live:
            rounded(painter, QRectF(0, groove.top(), at, _GROOVE), _GROOVE / 2, ink)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        last = -_TICK_APART
        for tick in self._ticks:
            x = round(self._x(tick))
            if tick > 0 and x - last >= _TICK_APART:  # a very long script's would run into one grey bar
                last = x
                painter.fillRect(
                    QRectF(x, round(middle - _TICK_HIGH / 2), 1, _TICK_HIGH), theme.colour("line_field")
                )
        if self._live:
            self._paint_knob(painter, QPointF(at, middle), ink)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go by sentence, by ten seconds, or to an end."""
        here = self.value()
        key = event.key()
        if key in (Qt.Key.Key_Right, Qt.Key.Key_Up):
            after = bisect_right(self._ticks, here)
            target = self._ticks[after] if after < len(self._ticks) else self.maximum()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Down):
            # Within a second of a sentence's beginning, back means the one before it.
            before = bisect_left(self._ticks, here - 1000) - 1
            target = self._ticks[before] if before >= 0 else 0
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            target = here + (_PAGE_MS if key == Qt.Key.Key_PageDown else -_PAGE_MS)
        elif key == Qt.Key.Key_Home:
            target = 0
        elif key == Qt.Key.Key_End:
            target = self.maximum()
        else:
            event.ignore()
            return
        if self._live:
            self.sought.emit(max(0, min(target, self.maximum())))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the knob to the mouse."""
        if self._live and event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setSliderPosition(self._ms(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the knob."""
        if self.isSliderDown():
            self.setSliderPosition(self._ms(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go where the knob was left."""
        if self.isSliderDown():
            self.setSliderDown(False)
            self.sought.emit(self.sliderPosition())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring when the keyboard came here."""
        super().focusInEvent(event)
        self._ringed = shows_ring(event.reason(), self._ringed)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def _paint_knob(self, painter: QPainter, at: QPointF, ink: QColor) -> None:
        theme = self._look.theme
        box = QRectF(at.x() - _KNOB / 2, at.y() - _KNOB / 2, _KNOB, _KNOB)
        rounded(painter, box, _KNOB / 2, theme.colour("raised"), ink, 1)
        rounded(painter, box.adjusted(4, 4, -4, -4), _KNOB / 2 - 4, ink)
        if self._ringed and self.hasFocus():
            rounded(painter, box.adjusted(-4, -4, 4, 4), _KNOB / 2 + 4, None, theme.colour("accent_text"), 2)

    def _x(self, ms: int) -> float:
        """Return where ``ms`` lies; the knob stays wholly inside."""
        room = self.width() - _KNOB
        return _KNOB / 2 + (room * ms / self.maximum() if self.maximum() else 0)

    def _ms(self, x: float) -> int:
        room = max(1, self.width() - _KNOB)
        return round(max(0.0, min(1.0, (x - _KNOB / 2) / room)) * self.maximum())
