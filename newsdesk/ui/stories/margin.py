"""The left margin of the script: which lines are tied to a source, and which sentence is being said."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTextEdit

from newsdesk.ui.stories.geometry import pieces
from newsdesk.ui.stories.script_text import MARGIN

if TYPE_CHECKING:
    from newsdesk.ui.look import Look
    from newsdesk.ui.stories.passages import Tie

_ICON = 14
_BAR = 2
_BAR_LEFT = MARGIN - 8
_ICON_LEFT = MARGIN - 27
_ABOVE, _HIGH = 20, 26


def paint_margin(
    painter: QPainter, look: Look, edit: QTextEdit, ties: Iterable[Tie], sentence: tuple[int, int] | None
) -> None:
    """Paint a bar and a quotation mark beside tied passages, a loudspeaker beside the sentence being said.

    The mark of a tie is neutral and on the left; findings are coloured, under the words and on the right.
    """
    theme, icons = look
    dpr = edit.devicePixelRatioF()
    high = edit.viewport().height()
    said = next(pieces(edit, *sentence), None) if sentence else None
    for tie in ties:
        for i, piece in enumerate(pieces(edit, tie.start, tie.end)):
            top = piece.baseline - _ABOVE
            if top > high:
                break
            if top + _HIGH < 0:
                continue
            painter.fillRect(QRectF(_BAR_LEFT, top, _BAR, _HIGH), theme.colour("line_field"))
            if i == 0 and (said is None or abs(said.baseline - piece.baseline) > 1):
                at = QPointF(_ICON_LEFT, round(piece.baseline - 6 - _ICON / 2))
                painter.drawPixmap(at, icons.pixmap("quote", _ICON, "text_3", dpr))
    if said is not None:
        at = QPointF(MARGIN - 28, round(said.baseline - 6 - 8))
        painter.drawPixmap(at, icons.pixmap("volume-2", 16, "accent_text", dpr))
