"""What is known of every paragraph of the script being edited: how it is said, and how long that takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsdesk.domain.blocks import MARK
from newsdesk.ui.stories.mark import Mark, marks_of

if TYPE_CHECKING:
    from newsdesk.domain.timing import SpokenLength
    from newsdesk.spoken.spoken_text import SpokenText
    from newsdesk.ui.stories.mark_layout import Drawn


class Underlined(NamedTuple):
    """The lines under a paragraph's findings as they were laid out.

    ``spans`` are the passages, from the paragraph's start; ``lines`` are ``(left, right, top)`` from its top
    left corner.
    """

    spans: list[tuple[int, int]]
    lines: list[tuple[float, float, float]]


class Paragraph:
    """One paragraph: its marks as last read, and how they and the lines of its findings were last laid out
    (None: not yet)."""

    __slots__ = ("drawn", "fresh", "length", "marks", "underlined", "unsure", "words")

    def __init__(self) -> None:
        self.fresh = False
        self.marks: tuple[Mark, ...] = ()
        self.words = 0
        self.unsure = 0
        self.length: SpokenLength | None = None
        self.drawn: Drawn | None = None
        self.underlined: Underlined | None = None

    def forget_drawing(self) -> None:
        """Lay marks and lines out again before they are next painted."""
        self.drawn = self.underlined = None

    def edited(self, at: int, removed: int, added: int) -> None:
        """Move the marks along with an edit at ``at`` (UTF-16 units) until the paragraph is read again."""
        self.fresh = False
        self.forget_drawing()
        gone, by = at + removed, added - removed
        self.marks = tuple(
            mark if mark.end <= at else mark._replace(start=mark.start + by, end=mark.end + by)
            for mark in self.marks
            if mark.end <= at or mark.start >= gone
        )

    def read(self, text: str, spoken: SpokenText, length: SpokenLength) -> bool:
        """Take over a reading of ``text``; tell whether there is anything new to draw."""
        block = text == MARK
        marks = () if block else marks_of(text, spoken)
        new = marks != self.marks
        if new:
            self.marks, self.drawn = marks, None
        self.unsure = sum(mark.unsure for mark in marks)
        self.words = 0 if block else len(text.split())
        self.length = length
        self.fresh = True
        return new


class Paragraphs:
    """All paragraphs of the document, one for one with its text blocks."""

    def __init__(self) -> None:
        self._all: list[Paragraph] = [Paragraph()]

    def __len__(self) -> int:
        return len(self._all)

    def __getitem__(self, number: int) -> Paragraph:
        return self._all[number]

    def reset(self, count: int) -> None:
        """Start anew with ``count`` paragraphs that nobody has read."""
        self._all = [Paragraph() for _ in range(count)]

    def grew(self, count: int) -> None:
        """Follow words put at the end: the document has ``count`` blocks now."""
        self._all[-1].fresh = False
        self._all += (Paragraph() for _ in range(count - len(self._all)))

    def replaced(self, first: int, last: int, count: int) -> None:
        """Follow a change: the document has ``count`` blocks now, ``first`` to ``last`` of them are new."""
        before = last - (count - len(self._all))
        self._all[first : before + 1] = [Paragraph() for _ in range(first, last + 1)]

    def forget_drawing(self) -> None:
        """Lay every mark out again: the column has another width."""
        for paragraph in self._all:
            paragraph.forget_drawing()

    def forget_reading(self) -> None:
        """Read every paragraph again: the lexicon has changed. Old marks stay until then."""
        for paragraph in self._all:
            paragraph.fresh = False

    def unsure(self) -> int:
        """Return how many readings are unsure, of all that has been read."""
        return sum(paragraph.unsure for paragraph in self._all)

    def totals(self) -> tuple[int, SpokenLength]:
        """Return words and spoken length of all that has been read."""
        return self.after(-1)

    def after(self, number: int) -> tuple[int, SpokenLength]:
        """Return words and spoken length of what comes after paragraph ``number``."""
        from newsdesk.domain.timing import SpokenLength

        words, syllables, sentences, paragraphs = 0, 0, 0, 0
        for paragraph in self._all[number + 1 :]:
            words += paragraph.words
            if paragraph.length is not None:
                syllables += paragraph.length.syllables
                sentences += paragraph.length.sentences
                paragraphs += paragraph.length.paragraphs
        return words, SpokenLength(syllables, sentences, paragraphs)
