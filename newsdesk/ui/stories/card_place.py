"""Where a card stands beside the words of the script that it is about."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QTextEdit, QWidget

from newsdesk.ui.stories.geometry import pieces

_ABOVE_BASELINE, _BELOW_BASELINE = 24, 28
"""A line of the script with the spoken line under it."""
_GAP = 4
_EDGE = 8
_LEFT = 16
"""How far the card begins left of its words."""


def show_line(editor: QTextEdit, start: int, end: int) -> None:
    """Scroll, if need be, until the words ``[start, end)`` and their spoken line are seen."""
    editor.ensureCursorVisible()
    found = list(pieces(editor, start, end))
    hidden = found[-1].baseline + _BELOW_BASELINE - editor.viewport().height() if found else 0
    if hidden > 0:
        bar = editor.verticalScrollBar()
        bar.setValue(bar.value() + int(hidden) + 1)


def place_card(card: QWidget, editor: QTextEdit, start: int, end: int) -> None:
    """Put ``card`` under the words ``[start, end)`` of ``editor``, or above them where there is no room.

    It never covers the lines of those words. Where neither has room the script is scrolled for it; while the
    reader scrolls, the card goes along.
    """
    pane = card.parentWidget()
    found = list(pieces(editor, start, end))
    if pane is None or not found:
        return
    origin = editor.viewport().mapTo(pane, QPoint(0, 0))
    shown = editor.viewport().height()
    above = found[0].baseline - _ABOVE_BASELINE - _GAP
    below = found[-1].baseline + _BELOW_BASELINE + _GAP
    if below + card.height() > shown - _EDGE and above - card.height() < -origin.y() + _EDGE:
        bar = editor.verticalScrollBar()
        further = min(bar.maximum(), bar.value() + int(found[0].baseline) - 2 * _BELOW_BASELINE)
        if further > bar.value() and 0 < found[0].baseline < shown:
            bar.setValue(further)  # which places the card again
            return
    under = below + card.height() <= shown - _EDGE or above - card.height() < -origin.y() + _EDGE
    top = below if under else above - card.height()
    left = origin.x() + int(found[0].left) - _LEFT
    card.move(max(_EDGE, min(left, pane.width() - card.width() - _EDGE)), origin.y() + int(top))
