"""Where the form of a clip or a note stands: under its card, over it where there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from newsdesk.ui.stories.script_pane import ScriptPane

_GAP = 6
_EDGE = 8


def make_room(form: QWidget, pane: ScriptPane, position: int) -> None:
    """Scroll, where there is text to scroll, until the form finds room under the card at a position."""
    editor = pane.editor
    box = editor.blocks.places.box(editor.text.block_at(position))
    bar = editor.verticalScrollBar()
    missing = box.bottom() + _GAP + form.height() - _room(pane)
    bar.setValue(bar.value() + max(0, min(int(missing), int(box.top()) - _EDGE)))


def place_form(form: QWidget, pane: ScriptPane, position: int) -> None:
    """Put the form at the card of the block at a document position, within the page."""
    editor = pane.editor
    box = editor.blocks.places.box(editor.text.block_at(position))
    origin = editor.viewport().mapTo(pane, QPoint(0, 0))
    below, above = box.bottom() + _GAP, box.top() - _GAP - form.height()
    top = below if below + form.height() <= _room(pane) or above < -origin.y() + _EDGE else above
    room = pane.height() - form.height() - _EDGE
    left = min(origin.x() + int(box.left()), pane.width() - form.width() - _EDGE)
    form.move(max(_EDGE, left), max(_EDGE, min(origin.y() + int(top), room)))


def _room(pane: ScriptPane) -> int:
    """Return how far down the viewport a form may reach: to the page's foot and over it."""
    return pane.height() - _EDGE - pane.editor.viewport().mapTo(pane, QPoint(0, 0)).y()
