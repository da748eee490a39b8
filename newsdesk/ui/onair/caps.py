"""Key caps on the announcer's screen, in the sizes that are read from a microphone's distance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from newsdesk.ui.paint import rounded

if TYPE_CHECKING:
    from newsdesk.ui.look import Look


def cap_width(look: Look, words: str, px: int = 12) -> int:
    """Return how wide the cap of ``words`` is in letters of ``px`` pixels."""
    metrics = QFontMetricsF(look.theme.sized(px, 500 if px < 14 else 400))
    return max(20, round(metrics.horizontalAdvance(words)) + 11)


def paint_cap(
    painter: QPainter,
    look: Look,
    at: QPointF,
    words: str,
    *,
    px: int = 12,
    height: int = 20,
    ink: QColor | None = None,
    line: QColor | None = None,
) -> int:
    """Paint a cap with its top left corner at ``at``; return its width. Without ``ink`` it is a quiet one."""
    theme = look.theme
    width = cap_width(look, words, px)
    box = QRectF(at.x(), at.y(), width, height)
    rounded(painter, box, 4, theme.colour("raised") if ink is None else None, line or theme.colour("line"))
    painter.setFont(theme.sized(px, 500 if px < 14 else 400))
    painter.setPen(ink or theme.colour("text_2"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    return width
