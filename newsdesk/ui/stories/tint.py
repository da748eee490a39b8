"""A ground of colour behind passages of a text, which stays on its words while they are typed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTextEdit

from newsdesk.ui.stories.geometry import blocks_in, pieces

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_LONGEST_PARAGRAPH = 20_000
"""Characters of a paragraph that is tinted: in one of a whole book Qt looks for a line too long."""


class Height(NamedTuple):
    """How far a ground reaches above the baseline, and how high it is, in pixels."""

    above: int
    high: int


SCRIPT = Height(17, 22)
ORIGINAL = Height(16, 21)


class Tint:
    """Passages ``[start, end)`` of one text (document positions) with the same ground."""

    def __init__(self, edit: QTextEdit, look: Look, token: str, height: Height = SCRIPT) -> None:
        self._edit = edit
        self._look = look
        self._token = token
        self._height = height
        self.spans: list[tuple[int, int]] = []
        edit.document().contentsChange.connect(self._edited)

    def show(self, spans: Sequence[tuple[int, int]]) -> None:
        """Tint these passages, in order and apart, instead of those before."""
        if self.spans != list(spans):
            self.spans = list(spans)
            self._edit.viewport().update()

    def paint(self, rect: QRect) -> None:
        """Paint what of the passages stands in ``rect`` of the viewport; called before the words are."""
        if not self.spans:
            return
        painter = QPainter(self._edit.viewport())
        painter.setClipRect(rect)
        colour = self._look.theme.colour(self._token)
        above, high = self._height
        for block, _at in blocks_in(self._edit, rect.top() - high, rect.bottom() + high):
            if block.length() > _LONGEST_PARAGRAPH:
                continue
            begin, end = block.position(), block.position() + block.length() - 1
            index = max(0, bisect_left(self.spans, (begin, begin)) - 1)
            while index < len(self.spans) and self.spans[index][0] < end:
                start, last = max(begin, self.spans[index][0]), min(end, self.spans[index][1])
                index += 1
                for piece in pieces(self._edit, start, last) if start < last else ():
                    box = QRectF(piece.left, piece.baseline - above, piece.right - piece.left, high)
                    painter.fillRect(box, colour)

    def _edited(self, at: int, removed: int, added: int) -> None:
        """Keep the passages on their words; what is typed at an edge stays outside."""
        if not self.spans or self.spans[-1][1] <= at:
            return
        gone, moved = at + removed, added - removed
        kept: list[tuple[int, int]] = []
        for start, end in self.spans:
            if end > at:
                start = start if start < at else at + added if start < gone else start + moved
                end = at if end <= gone else end + moved
            if start < end:
                kept.append((start, end))
        self.spans = kept
