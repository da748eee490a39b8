"""The findings marked in the script: lines under the words, which stay on them while one types."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QRect, QRectF, Signal
from PySide6.QtGui import QPainter, QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

from newsdesk.ui.stories.geometry import blocks_in, lines_of, sides
from newsdesk.ui.stories.offsets import to_utf16
from newsdesk.ui.stories.paragraphs import Underlined
from newsdesk.ui.stories.tint import Tint

if TYPE_CHECKING:
    from newsdesk.services.findings import Finding
    from newsdesk.ui.look import Look
    from newsdesk.ui.stories.mark import Mark
    from newsdesk.ui.stories.paragraphs import Paragraphs

LINE_UNDER = 4
"""From the baseline to the top of the line."""
_LINE_HIGH = 2
_WORDS_HIGH = 26
_WHOLE_PASSAGE = 48
"""Characters; a finding on more of them is about the sentence. A line under all of it would drown the words:
it has one only while it is selected."""
_LONGEST_PARAGRAPH = 20_000
_AS_READ = str.maketrans({"\u2029": "\n", "\u2028": "\n", "\u00a0": " "})
"""What a document holds in other characters than its plain text, which is what was checked."""


class Place(NamedTuple):
    """A finding and where it stands now: ``[start, end)`` in document positions."""

    start: int
    end: int
    finding: Finding

    @property
    def is_short(self) -> bool:
        """Whether it is about words rather than a sentence."""
        return self.end - self.start <= _WHOLE_PASSAGE


def places_of(body: str, findings: Sequence[Finding]) -> list[Place]:
    """Return where findings on ``body`` (code points) stand in its document."""
    if body.isascii():
        return [Place(finding.start, finding.end, finding) for finding in findings]
    units: dict[int, int] = {}
    at = counted = 0
    for offset in sorted({offset for finding in findings for offset in (finding.start, finding.end)}):
        counted += to_utf16(body[at:offset], offset - at)
        units[offset] = counted
        at = offset
    return [Place(units[finding.start], units[finding.end], finding) for finding in findings]


class ScriptFindings(QObject):
    """The marks of one editor.

    :attr:`changed` comes when other findings are marked or another is selected, :attr:`lost` when one went
    with its words: until the check has looked at the new ones, nobody knows whether it is gone for good.
    """

    changed = Signal()
    lost = Signal()

    def __init__(self, edit: QTextEdit, look: Look, paragraphs: Paragraphs) -> None:
        super().__init__(edit)
        self._edit = edit
        self._look = look
        self._paragraphs = paragraphs
        self.places: list[Place] = []
        self.let_be: list[Place] = []
        self.selected: Place | None = None
        self.ground = Tint(edit, look, "temuan_bg")
        edit.document().contentsChange.connect(self._edited)

    def show(self, places: Sequence[Place], let_be: Sequence[Place] = ()) -> None:
        """Mark these findings, in their order, instead of those before; the selected one stays selected.

        Those let be are not seen, but stay on their words.
        """
        before, self.places = self.places, list(places)
        self.let_be = list(let_be)
        if before == self.places:
            return
        for start in {place.start for place in set(before) ^ set(self.places)}:
            self._draw_again(start)
        chosen = self.selected
        self._select(
            next(
                (
                    place
                    for place in self.places
                    if chosen is not None
                    and (place.start, place.finding.rule) == (chosen.start, chosen.finding.rule)
                ),
                None,
            )
        )
        self.changed.emit()

    def select(self, place: Place | None) -> None:
        """Give one of the findings the ground of the selected one; None for no finding."""
        if place != self.selected:
            self._select(place)
            self.changed.emit()

    def at(self, position: int) -> Place | None:
        """Return the finding at a document position: the shortest of those that hold it."""
        here = [place for place in self.places if place.start <= position <= place.end]
        return min(here, key=lambda place: place.end - place.start, default=None)

    def after(self, position: int) -> Place | None:
        """Return the first finding that begins at or behind a position; behind the last one the first."""
        index = bisect_left(self.places, position, key=lambda place: place.start)
        return self.places[index % len(self.places)] if self.places else None

    def stands(self, place: Place) -> bool:
        """Return whether the words of a finding are still those that it is about."""
        return self._words(place) == place.finding.words

    def uncovered(self, block: QTextBlock, marks: Sequence[Mark]) -> Sequence[Mark]:
        """Return the marks of a paragraph without those of words that have the line of a finding."""
        begin = block.position()
        short = [(p.start - begin, p.end - begin) for p in self._inside(block) if p.is_short]
        if not short:
            return marks
        return [
            mark for mark in marks if not any(start < mark.end and mark.start < end for start, end in short)
        ]

    # ------------------------------------------------------------ painting

    def paint(self, painter: QPainter, rect: QRect) -> None:
        """Paint the lines in ``rect`` of the viewport, after the words."""
        if not self.places:
            return
        colour = self._look.theme.colour("temuan")
        for block, at in blocks_in(self._edit, rect.top() - _WORDS_HIGH, rect.bottom()):
            if block.length() > _LONGEST_PARAGRAPH:
                continue
            for left, right, below in self._underlined(block).lines:
                top = round(at.y() + below)
                if rect.top() - _LINE_HIGH <= top <= rect.bottom():
                    painter.fillRect(QRectF(at.x() + left, top, right - left, _LINE_HIGH), colour)

    def _underlined(self, block: QTextBlock) -> Underlined:
        """Return the lines of a paragraph; kept until its words, its findings or its column change."""
        begin = block.position()
        spans: list[tuple[int, int]] = []
        for place in self._inside(block):
            if place.is_short or place == self.selected:
                words = place.finding.words
                before = len(words) - len(words.lstrip())
                spans.append((place.start + before - begin, place.end - begin))
        paragraph = self._paragraphs[block.blockNumber()]
        known = paragraph.underlined
        if known is None or known.spans != spans:
            known = paragraph.underlined = Underlined(spans, _lines_under(block, spans))
        return known

    def in_blocks(self, top: float, bottom: float) -> list[Place]:
        """Return the findings of the paragraphs between two heights of the viewport."""
        return [
            place
            for block, _at in blocks_in(self._edit, top, bottom)
            if block.length() <= _LONGEST_PARAGRAPH
            for place in self._inside(block)
        ]

    # ------------------------------------------------------------ inside

    def _select(self, place: Place | None) -> None:
        before, self.selected = self.selected, place
        self.ground.show([(place.start, place.end)] if place is not None else [])
        for one in (before, place):
            if one is not None and not one.is_short:
                self._edit.viewport().update()

    def _inside(self, block: QTextBlock) -> list[Place]:
        begin, end = block.position(), block.position() + block.length()
        first = bisect_left(self.places, begin, key=lambda place: place.start)
        last = bisect_left(self.places, end, first, key=lambda place: place.start)
        return self.places[first:last]

    def _words(self, place: Place) -> str:
        cursor = QTextCursor(self._edit.document())
        if place.end >= self._edit.document().characterCount():
            return ""
        cursor.setPosition(place.start)
        cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText().translate(_AS_READ)

    def _draw_again(self, position: int) -> None:
        block = self._edit.document().findBlock(position)
        if not block.isValid() or block.blockNumber() >= len(self._paragraphs):
            return
        self._paragraphs[block.blockNumber()].forget_drawing()  # its dots may have been under the line
        box = self._edit.document().documentLayout().blockBoundingRect(block)
        top = int(box.y()) - self._edit.verticalScrollBar().value()
        if top < self._edit.viewport().height() and top + box.height() > 0:
            self._edit.viewport().update(
                0, top, self._edit.viewport().width(), int(box.height()) + _WORDS_HIGH
            )

    def _edited(self, at: int, removed: int, added: int) -> None:
        """Keep the marks on their words; words that were touched lose theirs until they are looked at."""
        self.let_be = self._all_moved(self.let_be, at, removed, added)
        if not self.places:
            return
        kept = self._all_moved(self.places, at, removed, added)
        lost = len(kept) != len(self.places)
        self.places = kept
        if self.selected is not None:
            self.selected = self._moved(self.selected, at, removed, added)
        if lost:
            self.lost.emit()

    def _all_moved(self, places: list[Place], at: int, removed: int, added: int) -> list[Place]:
        # Those behind the edit only move along: hundreds of them, with every key.
        behind = bisect_right(places, at + removed, key=lambda place: place.start)
        by = added - removed
        near = [moved for place in places[:behind] if (moved := self._moved(place, at, removed, added))]
        if not by:
            return near + places[behind:]
        return near + [Place(start + by, end + by, finding) for start, end, finding in places[behind:]]

    def _moved(self, place: Place, at: int, removed: int, added: int) -> Place | None:
        by = added - removed
        if by and self._grown(place, at, removed, by):
            return None
        if at + removed <= place.start:
            return place._replace(start=place.start + by, end=place.end + by) if by else place
        if at >= place.end:
            return place
        # Another format for the same words is told as their removal.
        return place if not by and self.stands(place) else None

    def _grown(self, place: Place, at: int, removed: int, by: int) -> bool:
        """Return whether a word is a longer one now: its fix would leave the rest of it behind."""
        document, words = self._edit.document(), place.finding.words
        if at == place.end:
            return words[-1:].isalnum() and document.characterAt(at).isalnum()
        if at + removed == place.start:
            return words[:1].isalnum() and document.characterAt(place.start + by - 1).isalnum()
        return False


def _lines_under(block: QTextBlock, spans: Sequence[tuple[int, int]]) -> list[tuple[float, float, float]]:
    found: list[tuple[float, float, float]] = []
    for start, end in spans:
        for line in lines_of(block.layout(), start, end):
            first = line.textStart()
            left, right = sides(line, max(start, first), min(end, first + line.textLength()))
            found.append((left, right, line.y() + line.ascent() + LINE_UNDER))
    return found
