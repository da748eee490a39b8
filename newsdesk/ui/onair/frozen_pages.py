"""A script broken into screens, once per size: after that nothing of it moves, whatever the desk does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextLine, QTextOption

from newsdesk.i18n import _
from newsdesk.ui.onair.paper import CARD, CARD_GAP, LEFT, TOP, Paper
from newsdesk.ui.onair.reading_text import ClipCard, Part, Quiet, Words

_RESPELLING_GAP = 12
NOTE_INDENT = 26
"""Pixels that a note's icon takes."""


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


@dataclass(frozen=True, slots=True)
class Card:
    """A clip's card with its top at ``top``."""

    top: int
    part: ClipCard


@dataclass(frozen=True, slots=True)
class Still:
    """A note or the sign-off with its top at ``top``, in lines of ``pitch`` pixels."""

    top: int
    part: Quiet
    lines: tuple[str, ...]
    pitch: int


Row = Line | Card | Still


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """One screen. ``start`` is the code point of the body that its first row begins with."""

    rows: tuple[Row, ...]
    start: int

    @property
    def words(self) -> str:
        """What is read from this screen, for a screen reader."""
        return " ".join(row.text.strip() for row in self.rows if isinstance(row, Line))

    @property
    def cards(self) -> tuple[Card, ...]:
        """The clips on this screen."""
        return tuple(row for row in self.rows if isinstance(row, Card))


def break_pages(parts: Sequence[Part], paper: Paper, fonts: Fonts) -> tuple[Page, ...]:
    """Break a script into screens; there is always one, however little is to be read.

    No screen begins or ends with one line of a longer paragraph where that can be helped, and none ends in
    the middle of a figure.
    """
    filling = _Filling(paper)
    for part in parts:
        if isinstance(part, Words):
            filling.words(part, fonts)
        elif isinstance(part, ClipCard):
            filling.card(part)
        else:
            filling.still(part, fonts)
    return filling.pages()


def page_at(pages: Sequence[Page], body: int) -> int:
    """Return the number, from 0, of the screen on which this code point of the body stands."""
    return max((at for at, page in enumerate(pages) if page.start <= body), default=0)


class _Filling:
    """Screens being filled from the top."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._done: list[Page] = []
        self._rows: list[Row] = []
        self._start: int | None = None
        self._y = TOP
        self._after_card = False

    def words(self, part: Words, fonts: Fonts) -> None:
        paper = self._paper
        layout = _laid_out(part.text, paper.line_width, fonts.words)
        lines = [layout.lineAt(n) for n in range(layout.lineCount())]
        if self._rows and not self._after_card:
            self._y += paper.paragraph_gap
        left = list(lines)
        while left:
            fits = max(0, (paper.bottom - self._y) // paper.pitch)
            taken = _taken(fits, len(left), len(lines), empty=not self._rows)
            taken = _whole_figures(taken, left, part, least=0 if self._rows else 1)
            if not taken:
                self._turn()
                continue
            for line in left[:taken]:
                self._put(
                    _line(layout, line, self._y, part, paper, fonts),
                    part.body_at(_points(part.text, line.textStart())),
                )
                self._y += paper.pitch
            left = left[taken:]
            if left:
                self._turn()
        self._after_card = False

    def card(self, part: ClipCard) -> None:
        gap = CARD_GAP if self._rows else self._room_above()
        if self._rows and self._y + gap + CARD > self._paper.bottom:
            self._turn()
            gap = self._room_above()
        self._put(Card(self._y + gap, part), part.at)
        self._y += gap + CARD + max(0, CARD_GAP - self._room_above())
        self._after_card = True

    def still(self, part: Quiet, fonts: Fonts) -> None:
        font = fonts.note if part.is_note else fonts.sign_off
        pitch = round(1.5 * font.pixelSize())
        words = _note_words(part.text) if part.is_note else part.text
        width = self._paper.line_width - (NOTE_INDENT if part.is_note else 0)
        layout = _laid_out(words.replace("\n", " "), width, font)
        lines = [layout.lineAt(n) for n in range(layout.lineCount())]
        shown = tuple(_words_of(layout, one).rstrip() for one in lines)
        gap = CARD_GAP + 4 if self._rows else self._room_above()
        if self._rows and self._y + gap + pitch * len(shown) > self._paper.bottom:
            self._turn()
            gap = self._room_above()
        self._put(Still(self._y + gap, part, shown, pitch), part.at)
        self._y += gap + pitch * len(shown)
        self._after_card = False

    def pages(self) -> tuple[Page, ...]:
        if self._rows or not self._done:
            self._turn()
        return tuple(self._done)

    def _put(self, row: Row, at: int) -> None:
        if self._start is None:
            self._start = at
        self._rows.append(row)

    def _turn(self) -> None:
        self._done.append(Page(tuple(self._rows), self._start or 0))
        self._rows = []
        self._start = None
        self._y = TOP
        self._after_card = False

    def _room_above(self) -> int:
        # What a line keeps free for a respelling: a card at the top stands where letters would.
        return round(20 / 42 * self._paper.size)


def _words_of(layout: QTextLayout, line: QTextLine) -> str:
    text = layout.text()
    return text[_points(text, line.textStart()) : _points(text, line.textStart() + line.textLength())]


def _note_words(text: str) -> str:
    return _("Catatan penyiar, tidak dibaca: {text}").format(text=text)


def _taken(fits: int, left: int, whole: int, *, empty: bool) -> int:
    """Return how many of the lines ``left`` of a paragraph go on a screen where so many fit."""
    if left <= fits:
        return left
    taken = fits
    if left - taken == 1 and taken > 2:
        taken -= 1  # never one line alone on the next screen
    if taken == 1 and whole > 1 and left == whole and not empty:
        return 0  # nor its first line alone on this one
    return max(taken, 1 if empty else 0)


def _whole_figures(taken: int, left: Sequence[QTextLine], part: Words, *, least: int) -> int:
    """Return how many lines go on this screen so that no figure is said half from it, half from the next."""
    for fewer in range(min(taken, len(left)), least - 1, -1):
        place = _points(part.text, left[fewer].textStart()) if fewer < len(left) else len(part.text)
        if not any(mark.dotted and mark.start < place < mark.end for mark in part.marks):
            return fewer
    return taken  # a figure longer than a screen


def _laid_out(text: str, width: int, font: QFont) -> QTextLayout:
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


def _line(layout: QTextLayout, line: QTextLine, top: int, part: Words, paper: Paper, fonts: Fonts) -> Line:
    first = _points(part.text, line.textStart())
    last = _points(part.text, line.textStart() + line.textLength())
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


def _points(text: str, units: int) -> int:
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
