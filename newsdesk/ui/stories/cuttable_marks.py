"""How a sentence that may be cut is drawn: a thin broken line under it and scissors beside its first line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QTextEdit

from newsdesk.ui.stories.geometry import pieces

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

ICON = 12
_UNDER = 7
"""From the baseline to the line: below the dots and the line of a finding."""
_HIGH = 24
_RIGHT = 8
"""From the text column to the scissors, in the gap before the margin notes."""


def paint_cuttable(
    painter: QPainter,
    look: Look,
    edit: QTextEdit,
    spans: Iterable[tuple[int, int]],
    right: float,
    rect: QRect,
) -> None:
    """Paint what stands in ``rect`` of the viewport; ``right`` is where the text column ends in it."""
    theme, icons = look
    dpr = edit.devicePixelRatioF()
    pen = QPen(theme.colour("line_field"), 1)
    pen.setStyle(Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([6, 4])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    for start, end in spans:
        for number, piece in enumerate(pieces(edit, start, end)):
            if piece.baseline - _HIGH > rect.bottom():
                return
            if piece.baseline + _HIGH < rect.top():
                continue
            y = round((piece.baseline + _UNDER) * dpr) / dpr + 0.5
            painter.setPen(pen)
            painter.drawLine(QLineF(piece.left, y, piece.right, y))
            if number == 0:
                at = QPointF(round(right + _RIGHT), round(piece.baseline - 5 - ICON / 2))
                painter.drawPixmap(at, icons.pixmap("scissors", ICON, "text_3", dpr))
