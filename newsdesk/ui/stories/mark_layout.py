"""The marks of one paragraph: dots under a token not said as written, and the spoken line under it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPixmap, QStaticText, QTextLayout

from newsdesk.ui.stories.geometry import lines_of, sides

if TYPE_CHECKING:
    from newsdesk.ui.stories.mark import Mark
    from newsdesk.ui.theme import Theme

DOTS_UNDER = 4
"""From the baseline to the middle of the dots."""
SPOKEN_UNDER = 17
"""From the baseline of the script to that of the spoken line."""
SPILL = 36
"""How far below its paragraph's box the last spoken line may reach: Qt counts a last line by its letters."""
_GAP = 10
_PAST_EDGE = 20
_SMALLEST = 28
_DOT, _DOT_EVERY = 2, 4
"""Pixels of a dot and of dot and gap together."""
_MORE = " …"
_MOST_KEPT = 5000
_MANY_LINES = 60
"""A paragraph of more lines is laid out as far as it is seen, and this much further above and below."""


class Drawn(NamedTuple):
    """A paragraph's marks laid out, in pixels from the paragraph's top left corner.

    ``dots`` are ``(x, y, width, unsure)``; ``words`` are ``(x, top, text, unsure)``; ``lines`` are those that
    were laid out.
    """

    dots: list[tuple[float, float, float, bool]]
    words: list[tuple[float, float, QStaticText, bool]]
    lines: range

    def covers(self, layout: QTextLayout, top: float, bottom: float) -> bool:
        """Tell whether the marks between two heights of the paragraph are laid out."""
        if len(self.lines) == layout.lineCount():
            return True
        seen = lines_between(layout, top, bottom)
        return self.lines.start <= seen.start and seen.stop <= self.lines.stop


def lines_between(layout: QTextLayout, top: float, bottom: float) -> range:
    """Return the numbers of a paragraph's lines that stand between two of its heights, at least one."""
    lines = range(layout.lineCount())
    first = bisect_left(lines, top, key=lambda number: layout.lineAt(number).y())
    last = bisect_left(lines, bottom, key=lambda number: layout.lineAt(number).y())
    return range(max(0, min(first, len(lines)) - 1), last)


class MarkLayout:
    """Lays out and paints marks in the fonts and colours of a theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._font = theme.font("cara_baca")
        self._metrics = QFontMetricsF(self._font)
        self._ascent = self._metrics.ascent()
        self._widths: dict[str, float] = {}
        self._statics: dict[str, QStaticText] = {}
        self._dots: dict[tuple[int, float], QPixmap] = {}

    def lay_out(
        self,
        layout: QTextLayout,
        marks: Sequence[Mark],
        column: float,
        *,
        spoken: bool,
        seen: tuple[float, float] = (0.0, 0.0),
    ) -> Drawn:
        """Lay out the marks of a paragraph whose lines are ``layout``, in a column ``column`` wide.

        Of a paragraph with very many lines only those round ``seen``, two of its heights, are laid out.
        """
        lines = range(layout.lineCount())
        if len(lines) > _MANY_LINES:
            near = lines_between(layout, *seen)
            lines = lines[max(0, near.start - _MANY_LINES) : near.stop + _MANY_LINES]
            first_line, last_line = layout.lineAt(lines.start), layout.lineAt(lines.stop - 1)
            last_letter = last_line.textStart() + last_line.textLength()
            before = bisect_left(marks, first_line.textStart() + 1, key=lambda mark: mark.end)
            marks = marks[before : bisect_left(marks, last_letter, key=lambda mark: mark.start)]
        dots: list[tuple[float, float, float, bool]] = []
        words: list[tuple[float, float, QStaticText, bool]] = []
        starts: list[tuple[int, float, float, Mark]] = []
        for mark in marks:
            first = True
            for line in lines_of(layout, mark.start, mark.end):
                begin = line.textStart()
                left, right = sides(line, max(mark.start, begin), min(mark.end, begin + line.textLength()))
                baseline = line.y() + line.ascent()
                if right > left:
                    dots.append((left, baseline + DOTS_UNDER, right - left, mark.unsure))
                if first and spoken and mark.line:
                    starts.append((line.lineNumber(), left, baseline, mark))
                first = False
        for i, (line_number, left, baseline, mark) in enumerate(starts):
            next_is_near = i + 1 < len(starts) and starts[i + 1][0] == line_number
            end = starts[i + 1][1] - _GAP if next_is_near else column + _PAST_EDGE
            # The question mark of an unsure reading is seen in any room: it is more than a colour.
            fitting = self.fit(mark.line, end - left) or ("?" if mark.unsure else "")
            if fitting:
                top = baseline + SPOKEN_UNDER - self._ascent
                words.append((left, top, self._static(fitting), mark.unsure))
        return Drawn(dots, words, lines)

    def fit(self, text: str, room: float) -> str:
        """Return as many whole words of ``text`` as ``room`` pixels hold, with " …"; "" when none is seen."""
        if self._width(text) <= room:
            return text
        if room < _SMALLEST:
            return ""
        words = text.split(" ")
        for count in range(len(words) - 1, 0, -1):
            cut = " ".join(words[:count]) + _MORE
            if self._width(cut) <= room:
                return cut
        return ""

    def paint(self, painter: QPainter, drawn: Drawn, at: QPointF, dpr: float) -> None:
        """Paint a laid out paragraph whose top left corner is at ``at``."""
        x, y = at.x(), at.y()
        for left, middle, width, unsure in drawn.dots:
            dots = self._dotted("tunggu" if unsure else "line_field", dpr)
            # On whole pixels of the screen: between them the dots would be grey smears.
            at_x, at_y = round((x + left) * dpr) / dpr, round((y + middle) * dpr) / dpr - _DOT / 2
            painter.drawPixmap(QPointF(at_x, at_y), dots, QRectF(0, 0, width * dpr, _DOT * dpr))
        if drawn.words:
            painter.setFont(self._font)
            inks = self._theme.colour("text_3"), self._theme.colour("tunggu")
            for left, top, text, unsure in drawn.words:
                painter.setPen(inks[unsure])
                painter.drawStaticText(QPointF(x + left, y + top), text)

    def _dotted(self, token: str, dpr: float) -> QPixmap:
        # One long dotted line, cut to length when drawn: stroking round dots anew cost half of a key's paint.
        ink = self._theme.colour(token)
        dots = self._dots.get((ink.rgb(), dpr))
        if dots is None:
            size, every = round(_DOT * dpr), round(_DOT_EVERY * dpr)
            dots = QPixmap(round(1200 * dpr), size)
            dots.fill(Qt.GlobalColor.transparent)
            painter = QPainter(dots)
            for left in range(0, dots.width(), every):
                painter.fillRect(left, 0, size, size, ink)
            painter.end()
            dots.setDevicePixelRatio(dpr)
            self._dots[ink.rgb(), dpr] = dots
        return dots

    def _static(self, text: str) -> QStaticText:
        # Kept: a key lays its whole paragraph out again, and shaping the same words again was half of that.
        static = self._statics.get(text)
        if static is not None:
            return static
        if len(self._statics) > _MOST_KEPT:
            self._statics.clear()
        static = self._statics[text] = QStaticText(text)
        static.setTextFormat(Qt.TextFormat.PlainText)
        static.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        static.prepare(font=self._font)
        return static

    def _width(self, text: str) -> float:
        width = self._widths.get(text)
        if width is None:
            if len(self._widths) > _MOST_KEPT:
                self._widths.clear()
            width = self._widths[text] = self._metrics.horizontalAdvance(text)
        return width
