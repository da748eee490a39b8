"""A ground of colour behind passages of a text, which stays on its words while they are typed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QTextBlock, QTextLayout
from PySide6.QtWidgets import QTextEdit

from newsdesk.ui.stories.geometry import blocks_in, lines_of, sides

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_LONGEST_PARAGRAPH = 20_000
"""Characters of a paragraph that is tinted: in one of a whole book Qt looks for a line too long."""


_MOST_DRAWN = 200
"""Paragraphs whose grounds are kept: more than a window shows."""
_Known = tuple[str, float, list[tuple[int, int]]]
"""What the grounds of a paragraph were laid out for: its words, the width, the passages in it."""


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
        self._drawn: dict[int, tuple[_Known, list[QRectF]]] = {}
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
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.theme.colour(self._token))
        for block, at in blocks_in(self._edit, rect.top() - self._height.high, rect.bottom()):
            grounds = self._grounds(block)
            if grounds:
                painter.translate(at)
                painter.drawRects(grounds)
                painter.translate(-at)

    def _grounds(self, block: QTextBlock) -> list[QRectF]:
        """Return the grounds in one paragraph, from its top left corner; laid out again when it changed."""
        begin, length = block.position(), block.length() - 1
        if length > _LONGEST_PARAGRAPH:
            return []
        inside: list[tuple[int, int]] = []
        index = max(0, bisect_left(self.spans, (begin, begin)) - 1)
        while index < len(self.spans) and self.spans[index][0] < begin + length:
            start, end = self.spans[index]
            index += 1
            if end > begin:
                inside.append((max(0, start - begin), min(length, end - begin)))
        if not inside:
            return []
        known = (block.text(), self._edit.document().textWidth(), inside)
        drawn = self._drawn.get(block.blockNumber())
        if drawn is None or drawn[0] != known:
            if len(self._drawn) > _MOST_DRAWN:
                self._drawn.clear()
            drawn = self._drawn[block.blockNumber()] = (known, list(self._laid_out(block.layout(), inside)))
        return drawn[1]

    def _laid_out(self, layout: QTextLayout, inside: Sequence[tuple[int, int]]) -> Iterator[QRectF]:
        above, high = self._height
        for start, end in inside:
            for line in lines_of(layout, start, end):
                first, last = line.textStart(), line.textStart() + line.textLength()
                left, right = sides(line, max(start, first), min(end, last))
                yield QRectF(left, line.y() + line.ascent() - above, right - left, high)

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
