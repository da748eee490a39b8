"""What several painted controls share: the focus ring, rounded boxes, lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

if TYPE_CHECKING:
    from newsdesk.ui.theme import Theme

RING_PX = 2
"""Width of the focus ring."""

_SHOWS_RING = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)
_KEEPS_RING = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


def shows_ring(reason: Qt.FocusReason, before: bool) -> bool:
    """Tell whether a control that got the focus for ``reason`` draws its ring: by keyboard, not mouse.

    Coming back to the window or from a menu leaves it as it was ``before``.
    """
    return before if reason in _KEEPS_RING else reason in _SHOWS_RING


def rounded(
    painter: QPainter,
    box: QRectF,
    radius: float,
    fill: QColor | None = None,
    line: QColor | None = None,
    width: float = 1,
) -> None:
    """Paint a rounded box whose line lies wholly inside ``box``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if line is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        painter.setPen(QPen(line, width))
        box = box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
        radius = max(0.0, radius - width / 2)
    painter.drawRoundedRect(box, radius, radius)


def draw_focus_ring(painter: QPainter, theme: Theme, box: QRectF, radius: float) -> None:
    """Paint the 2 px ring just inside ``box``; a control with a ring outside itself gives a larger box."""
    rounded(painter, box, radius, line=theme.colour("accent_text"), width=RING_PX)


def draw_field(painter: QPainter, theme: Theme, box: QRectF, *, focused: bool, wrong: bool = False) -> None:
    """Paint a field's surface and border; the ring replaces the border when it has the focus."""
    if focused:
        rounded(painter, box, 6, theme.colour("surface"), theme.colour("accent_text"), RING_PX)
    else:
        rounded(painter, box, 6, theme.colour("surface"), theme.colour("temuan" if wrong else "line_field"))
