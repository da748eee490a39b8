"""The clips and notes of the script being edited: one mark in the document for each, a paragraph of its own.

A mark's character format carries the number of its block, and a block never changes: another form of it is
another number. So undo, redo, moving and copying the one character is all that the document needs to know.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from newsdesk.domain.blocks import MARK, Block
from newsdesk.ui.stories.offsets import to_utf16

OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1
"""The kind of text object that a block is for Qt's layout."""
_NUMBER = QTextFormat.Property.UserProperty.value + 1
_ABOVE, _BELOW = 13, 4
Change = Callable[[], None]


class Standing(NamedTuple):
    """A block and the document position of its mark."""

    position: int
    block: Block


class ScriptBlocks:
    """The blocks of one document, and the rule that each stands alone in its paragraph.

    ``line`` gives the format of a paragraph of words; marks have a line of their own height.
    """

    def __init__(self, document: QTextDocument, line: Callable[[], QTextBlockFormat]) -> None:
        self.document = document
        self.line = line
        self._known: dict[int, Block] = {}
        self._numbers: dict[Block, int] = {}
        self._coming: deque[Block] = deque()
        self._standing: tuple[Standing, ...] | None = ()

    # ------------------------------------------------------------ what stands where

    def standing(self) -> tuple[Standing, ...]:
        """Return every block that stands in the document, in order."""
        if self._standing is None:
            self._standing = tuple(self._find()) if self._known else ()
        return self._standing

    def all_of_it(self, coming_at: int | None) -> tuple[Block, ...]:
        """Return the blocks of the whole script; those still to come in stand at ``coming_at``."""
        blocks = self.standing()
        if not self._coming:
            return tuple(one.block for one in blocks)
        at = len(blocks) if coming_at is None else sum(one.position < coming_at for one in blocks)
        here = [one.block for one in blocks]
        return (*here[:at], *self._coming, *here[at:])

    def at(self, position: int) -> Block | None:
        """Return the block whose paragraph a document position stands in; None where words are."""
        paragraph = self.document.findBlock(position)
        return self.of(paragraph) if paragraph.isValid() else None

    def of(self, paragraph: QTextBlock) -> Block | None:
        """Return the block that is this paragraph; None when it is words."""
        if not self._known or paragraph.length() != 2 or paragraph.text() != MARK:
            return None
        cursor = QTextCursor(self.document)
        cursor.setPosition(paragraph.position() + 1)
        return self.carried_by(cursor.charFormat())

    def carried_by(self, form: QTextFormat) -> Block | None:
        """Return the block of a mark's character format."""
        return self._known.get(form.intProperty(_NUMBER))

    def _find(self) -> Iterable[Standing]:
        found = self.document.find(MARK, 0)
        while not found.isNull():
            block = self.carried_by(found.charFormat())
            if block is not None:
                yield Standing(found.selectionStart(), block)
            found = self.document.find(MARK, found.selectionEnd())

    # ------------------------------------------------------------ putting blocks in

    def forget(self, coming: Iterable[Block] = ()) -> None:
        """Begin anew: the document holds another script, whose marks stand for ``coming`` in their order."""
        self._known.clear()
        self._numbers.clear()
        self._coming = deque(coming)
        self._standing = None

    def expect(self, blocks: Iterable[Block]) -> None:
        """Let the next marks that come in without a block stand for these."""
        self._coming = deque(blocks)

    def changed(self) -> None:
        """The document is another than before."""
        self._standing = None

    def format_of(self, block: Block) -> QTextCharFormat:
        """Return the character format of a mark that stands for ``block``."""
        number = self._numbers.setdefault(block, len(self._numbers) + 1)
        self._known[number] = block
        form = QTextCharFormat()
        form.setObjectType(OBJECT)
        form.setProperty(_NUMBER, number)
        return form

    # ------------------------------------------------------------ every mark a paragraph of its own

    def stand_alone(
        self, start: int, end: int, joined: Callable[[Change], None], parted: Callable[[int], None]
    ) -> None:
        """Part the marks between two document positions from the words that an edit brought beside them.

        A mark that stands for nothing goes. ``joined`` does one change within the edit's own step of undo;
        ``parted`` is called with the place where words before a mark were divided from it.
        """
        end = min(end, self.document.characterCount() - 1)
        last = QTextCursor(self.document)
        last.setPosition(end)
        while fault := self._first_fault(start, last.position(), parted):
            start, change = fault
            joined(change)

    def stands_alone(self, start: int, end: int) -> bool:
        """Whether no mark between two document positions stands beside words."""
        return self._first_fault(start, end, _nothing) is None

    def _first_fault(self, start: int, end: int, parted: Callable[[int], None]) -> tuple[int, Change] | None:
        paragraph = self.document.findBlock(start)
        while paragraph.isValid() and paragraph.position() <= end:
            change = self._next_change(paragraph, parted)
            if change is not None:
                return paragraph.position(), change
            paragraph = paragraph.next()
        return None

    def dress(self, first: QTextBlock) -> None:
        """Give the marks from a paragraph on the blocks that are to come; the undo history is off."""
        found = self.document.find(MARK, first.position())
        while not found.isNull() and self._coming:
            found.setCharFormat(self.format_of(self._coming.popleft()))
            found.setBlockFormat(self.own_line())
            found = self.document.find(MARK, found.selectionEnd())
        while not found.isNull():
            found.removeSelectedText()
            found = self.document.find(MARK, found.position())
        self._standing = None

    def give_lines(self) -> None:
        """Give every mark its own line again: all paragraphs were formatted alike."""
        for one in self.standing():
            cursor = QTextCursor(self.document)
            cursor.setPosition(one.position)
            cursor.setBlockFormat(self.own_line())

    def _next_change(self, paragraph: QTextBlock, parted: Callable[[int], None]) -> Change | None:
        text = paragraph.text()
        if MARK not in text:
            return self._line_changed(paragraph, self.line())
        at = to_utf16(text, text.index(MARK))
        cursor = QTextCursor(self.document)
        cursor.setPosition(paragraph.position() + at)
        cursor.setPosition(cursor.position() + 1, QTextCursor.MoveMode.KeepAnchor)
        if self.carried_by(cursor.charFormat()) is None:
            return lambda: self._dress_or_remove(cursor)
        if at:
            cursor.setPosition(cursor.selectionStart())

            def part() -> None:
                place = cursor.position()
                cursor.insertBlock(self.own_line(), QTextCharFormat())
                parted(place)

            return part
        if paragraph.length() > 2:
            cursor.setPosition(cursor.selectionEnd())
            return lambda: cursor.insertBlock(self.line(), QTextCharFormat())
        return self._line_changed(paragraph, self.own_line())

    def _dress_or_remove(self, mark: QTextCursor) -> None:
        if self._coming:
            mark.setCharFormat(self.format_of(self._coming.popleft()))
        else:
            mark.removeSelectedText()

    def _line_changed(self, paragraph: QTextBlock, line: QTextBlockFormat) -> Change | None:
        if paragraph.blockFormat().lineHeightType() == line.lineHeightType():
            return None
        cursor = QTextCursor(paragraph)
        return lambda: cursor.setBlockFormat(line)

    def own_line(self) -> QTextBlockFormat:
        """Return the format of the paragraph that is a mark: as high as what is drawn there."""
        line = self.line()
        line.clearProperty(QTextFormat.Property.LineHeight.value)
        line.clearProperty(QTextFormat.Property.LineHeightType.value)
        line.setTopMargin(_ABOVE)  # the spoken line of the words before reaches into it
        line.setBottomMargin(_BELOW)
        return line


def _nothing(_place: int) -> None:
    """Nobody wants to know where words were divided from a mark."""
