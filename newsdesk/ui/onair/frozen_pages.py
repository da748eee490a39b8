"""A script broken into screens, once per size: after that nothing of it moves, whatever the desk does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextLine

from newsdesk.i18n import _
from newsdesk.ui.onair.laid_lines import Fonts, Line, laid_out, line_of, points, words_of
from newsdesk.ui.onair.paper import CARD, CARD_GAP, TOP, Paper
from newsdesk.ui.onair.reading_text import ClipCard, Part, Quiet, Words

NOTE_INDENT = 26
"""Pixels that a note's icon takes."""


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
        layout = laid_out(part.text, paper.line_width, fonts.words)
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
                    line_of(layout, line, self._y, part, paper, fonts),
                    part.body_at(points(part.text, line.textStart())),
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
        layout = laid_out(words.replace("\n", " "), width, font)
        lines = [layout.lineAt(n) for n in range(layout.lineCount())]
        shown = tuple(words_of(layout, one).rstrip() for one in lines)
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
        place = points(part.text, left[fewer].textStart()) if fewer < len(left) else len(part.text)
        if not any(mark.dotted and mark.start < place < mark.end for mark in part.marks):
            return fewer
    return taken  # a figure longer than a screen
