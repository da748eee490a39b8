"""One line of a script as it is read: its words in their place, how names are said, what is spelled out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextLine, QTextOption

from newsdesk.ui.onair.paper import LEFT, Paper
from newsdesk.ui.onair.reading_text import Words

_RESPELLING_GAP = 12


@dataclass(frozen=True, slots=True)
class Fonts:
    """The fonts of a script at one size: its words, the respellings above them, the sign-off, and notes."""

    words: QFont
    respelling: QFont
    sign_off: QFont
    note: QFont


@dataclass(frozen=True, slots=True)
class Respelling:
    """How a name is said, above it; pixels from the left edge of the screen."""

    x: float
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One line of words. ``layout`` keeps what ``line`` is a part of alive; pixels of the screen."""

    layout: QTextLayout
    line: QTextLine
    top: int
    baseline: int
    text: str
    dots: tuple[tuple[float, float], ...]
    respellings: tuple[Respelling, ...]

    @property
    def origin(self) -> QPointF:
        """Where Qt wants to be told to draw this line."""
        return QPointF(LEFT, self.baseline - self.line.ascent() - self.line.y())


def words_of(layout: QTextLayout, line: QTextLine) -> str:
    """Return the words of a line."""
    text = layout.text()
    return text[points(text, line.textStart()) : points(text, line.textStart() + line.textLength())]


def laid_out(text: str, width: int, font: QFont) -> QTextLayout:
    """Return a paragraph broken into lines of so many pixels, at words where that can be."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    y = 0.0
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout


def line_of(layout: QTextLayout, line: QTextLine, top: int, part: Words, paper: Paper, fonts: Fonts) -> Line:
    """Return a line of ``part`` with its top at ``top``: dotted where figures are said, respelt above."""
    first = points(part.text, line.textStart())
    last = points(part.text, line.textStart() + line.textLength())
    dots: list[tuple[float, float]] = []
    respellings: list[Respelling] = []
    metrics = QFontMetricsF(fonts.respelling)
    taken = float(LEFT)
    for mark in part.marks:
        start, end = max(mark.start, first), min(mark.end, last)
        if start >= end:
            continue
        x = _x(line, part.text, start)
        if mark.dotted:
            shown = part.text[start:end]
            to = _x(line, part.text, start + len(shown.rstrip()))
            dots.append((LEFT + x, LEFT + to))
        words = _respelt(
            mark.respelling, part.text[mark.start : mark.end], start - mark.start, end - mark.start
        )
        if words:
            at = max(taken, min(LEFT + x, LEFT + paper.line_width - metrics.horizontalAdvance(words)))
            respellings.append(Respelling(at, words))
            taken = at + metrics.horizontalAdvance(words) + _RESPELLING_GAP
    text = part.text[first:last]
    return Line(layout, line, top, top + paper.baseline, text, tuple(dots), tuple(respellings))


def _x(line: QTextLine, text: str, place: int) -> float:
    """Return where a code point of ``text`` stands in its line; Qt counts UTF-16 units."""
    return cast("tuple[float, int]", line.cursorToX(_units(text[:place])))[0]


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def points(text: str, units: int) -> int:
    """Return the code point at which so many UTF-16 units of ``text`` are over."""
    if text.isascii():
        return units
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))


def _respelt(respelling: str, name: str, start: int, end: int) -> str:
    """Return what of a respelling stands above ``[start, end)`` of its name: a name may be on two lines."""
    if not respelling or (start == 0 and end >= len(name.rstrip())):
        return respelling
    said, words = respelling.split(), name.split()
    if len(said) != len(words):
        return respelling if start == 0 else ""
    before, upto = len(name[:start].split()), len(name[:end].split())
    return " ".join(said[before:upto])
