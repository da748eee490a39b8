"""The words of the script being edited, and what is known of them: how they are said, who said them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument, QTextFrameFormat

from newsdesk.ui.stories.long_paste import LongPaste, piece_after
from newsdesk.ui.stories.offsets import to_code_points, to_utf16
from newsdesk.ui.stories.paragraph_reader import ParagraphReader
from newsdesk.ui.stories.paragraphs import Paragraphs
from newsdesk.ui.stories.passages import Passages, Tie, shifted
from newsdesk.ui.stories.said_places import SaidPlace
from newsdesk.ui.stories.script_blocks import ScriptBlocks
from newsdesk.ui.stories.script_corrections import ScriptCorrections
from newsdesk.ui.stories.script_cuttable import ScriptCuttable

if TYPE_CHECKING:
    from datetime import date

    from newsdesk.domain.attribution import Attribution
    from newsdesk.domain.blocks import Block
    from newsdesk.domain.story import SaidHere
    from newsdesk.services.reading import Reading
    from newsdesk.ui.theme import Theme

MARGIN = 36
"""Left and right of the text column, inside the editor: the margin's icons stand there."""
_TOP = 7
_BETWEEN_PARAGRAPHS = 10
_LINE_WITH_SPOKEN = 36
_LINE_WITHOUT = 28
_PIECE = 60_000
"""Characters of a very long script that are laid out in one go, about 40 ms."""
_FIXED_HEIGHT = QTextBlockFormat.LineHeightTypes.FixedHeight.value


class ScriptText(QObject):
    """The document of a script editor.

    Only changed paragraphs are read again (:class:`ParagraphReader`).
    ``Signals``: :attr:`edited` after the words, or how they are said here, changed by hand;
    :attr:`paragraph_read` with the number of a paragraph whose marks are new; :attr:`all_read` when nothing
    is left to read; :attr:`ties_changed` when the tied passages are others than before; :attr:`parted` with
    the document position at which words were divided from a block that an edit brought behind them.
    """

    edited = Signal()
    paragraph_read = Signal(int)
    all_read = Signal()
    ties_changed = Signal()
    parted = Signal(int)
    filling = Signal(bool)
    """A very long text is going in (True), or is in (False): until then the script cannot be typed in."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = QTextDocument(self)
        self.document.setDefaultFont(theme.font("naskah"))
        self.document.documentLayout()  # made now: without one Qt tells of no change
        self.paragraphs = Paragraphs()
        self.passages = Passages()
        self.said = ScriptCorrections(lambda: self._step, self)
        self.said.changed.connect(self._said_otherwise)
        self.cuts = ScriptCuttable(lambda: self._step, self)
        self.cuts.changed.connect(self.edited)
        self.spoken_line = True
        self.block_marks = ScriptBlocks(self.document, self._line)
        self._touched: tuple[int, int] | None = None
        self._body: str | None = ""
        self._loading = False
        self._stepping = False
        self._mending = False
        self._given = ""
        self._filled = 0
        self.long_paste = LongPaste(self)
        self.long_paste.pasted.connect(self._pasted)
        self._filler = QTimer(self)
        self._filler.timeout.connect(self._fill)
        self.reader = ParagraphReader(self.document, self.paragraphs, self._said_in_block, self)
        self.reader.paragraph_read.connect(self.paragraph_read)
        self.reader.all_read.connect(self.all_read)
        self.document.contentsChange.connect(self._contents_change)
        self.document.contentsChanged.connect(self._blocks_stand_alone)
        self.load("", ())

    # ------------------------------------------------------------ the words

    @property
    def body(self) -> str:
        """The script's body: paragraphs divided by one newline. Whole also while a long text goes in."""
        if self._body is None:
            shown, paste = self.document.toPlainText(), self.long_paste
            if self._given:
                shown += self._given[self._filled :]
            elif paste.busy:
                at = to_code_points(shown, paste.at)
                shown = shown[:at] + paste.rest + shown[at:]
            self._body = shown
        return self._body

    @property
    def busy(self) -> bool:
        """Whether a long text is going in: document positions are not those of the whole body until then."""
        return bool(self._given) or self.long_paste.busy

    def blocks(self) -> tuple[Block, ...]:
        """Return the clips and notes that the marks of the body stand for, in order."""
        return self.block_marks.all_of_it(self.long_paste.at if self.long_paste.busy else None)

    def load(
        self,
        body: str,
        attributions: Iterable[Attribution],
        said_here: Iterable[SaidHere] = (),
        blocks: Iterable[Block] = (),
        cuttable: Iterable[tuple[int, int]] = (),
    ) -> None:
        """Show another script; its undo history starts here. A very long one goes in piece by piece."""
        if self._given:
            self._filled_up()
        self.long_paste.stop()
        self._body = None
        self._loading = True
        self.document.setUndoRedoEnabled(False)
        self.block_marks.forget(blocks)
        self.document.setPlainText(body[:_PIECE])
        self._format()
        self.block_marks.dress(self.document.begin())
        self._loading = False
        self.paragraphs.reset(self.document.blockCount())
        self.reader.changed(0)
        if len(body) > _PIECE:
            self._given, self._filled, self._body = body, _PIECE, body
            self._filler.start(0)
            self.filling.emit(True)
        else:
            self.document.setUndoRedoEnabled(True)
        spans = [
            (one.source_id, to_utf16(body, one.start), to_utf16(body, one.end), one.quote)
            for one in attributions
        ]
        self.passages.load(spans, self._step)
        self.said.load(body, said_here)
        self.cuts.load(body, cuttable)
        self.ties_changed.emit()
        self.reader.soon(0)

    def _fill(self) -> None:
        start = self._filled
        self._filled += piece_after(self.document.lastBlock(), _PIECE)
        self._loading = True
        end = QTextCursor(self.document)
        end.movePosition(QTextCursor.MoveOperation.End)
        first = end.block()
        end.insertText(self._given[start : self._filled])
        self.block_marks.dress(first)
        self._loading = False
        self.paragraphs.grew(self.document.blockCount())
        self.reader.changed(len(self.paragraphs) - 1)
        if self._filled >= len(self._given):
            self._filled_up()
        self.reader.soon(0)

    def _filled_up(self) -> None:
        self._filler.stop()
        self._given, self._body = "", None
        self.document.setUndoRedoEnabled(True)
        self.filling.emit(False)

    def paste(self, cursor: QTextCursor, text: str, blocks: Iterable[Block] = ()) -> None:
        """Put a very long text in the place of the selection, piece by piece, as one step of undo."""
        self.block_marks.expect(blocks)
        self.filling.emit(True)
        self.long_paste.start(cursor, text)

    def _pasted(self, share: float) -> None:
        if share >= 1:
            self._body = None
            self.filling.emit(False)

    def show_spoken_line(self, shown: bool) -> None:
        """Give the lines room for the spoken form or not; the undo history starts anew."""
        self.spoken_line = shown
        self._loading = True
        self.document.setUndoRedoEnabled(False)
        self._format()
        self.block_marks.give_lines()
        # While a script is being filled in there is nothing to undo yet: a step would take a piece of it out.
        self.document.setUndoRedoEnabled(not self._given)
        self._loading = False
        self.passages.restart(self._step)
        self.said.restart()
        self.cuts.restart()
        self.paragraphs.forget_drawing()

    def qt(self, at: int) -> int:
        """Return the document position of a code point offset of the body."""
        return to_utf16(self.body, at)

    def code_points(self, position: int) -> int:
        """Return the code point offset of a document position."""
        paste = self.long_paste
        if paste.busy and position > paste.at:
            position += to_utf16(paste.rest, len(paste.rest))
        return to_code_points(self.body, position)

    # ------------------------------------------------------------ undo

    def step(self, undo_or_redo: Callable[[], None]) -> None:
        """Do one step of the document's history; passages and corrections go back to what they were then."""
        self._stepping = True
        self._touched = None
        before = self._step
        undo_or_redo()
        # Qt joins no step to a single letter: what parted it from a block is a step of its own, never seen.
        while before != self._step and not self._stands_alone():
            before = self._step
            undo_or_redo()
        self._stepping = False
        self._touched = None
        self.passages.settle(self._step)
        self._read_places(self.said.settle())
        self.cuts.settle()
        self.ties_changed.emit()

    def _stands_alone(self) -> bool:
        return self._touched is None or self.block_marks.stands_alone(*self._touched)

    @property
    def _step(self) -> int:
        return self.document.availableUndoSteps()

    # ------------------------------------------------------------ tied passages

    def attributions(self) -> tuple[Attribution, ...]:
        """Return the tied passages in code points of the body, ordered by start."""
        from newsdesk.domain.attribution import Attribution

        rest = self.long_paste.rest
        at, coming = self.long_paste.at, to_utf16(rest, len(rest))
        moved = (shifted(tie, at, 0, coming) for tie in self.passages.ties)
        body = self.body
        return tuple(
            Attribution(
                tie.source_id, to_code_points(body, tie.start), to_code_points(body, tie.end), tie.quote
            )
            for tie in moved
            if tie is not None
        )

    def tie(self, source_id: int, start: int, end: int, quote: bool = False) -> None:
        """Tie ``[start, end)`` (document positions) to a source."""
        self.passages.add(source_id, start, end, quote, self._step)
        self.ties_changed.emit()
        self.edited.emit()

    def untie(self, gone: Iterable[Tie]) -> None:
        """Take ties away; the words stay."""
        self.passages.remove(gone)
        self.ties_changed.emit()
        self.edited.emit()

    def tie_again(self, gone: Iterable[Tie]) -> None:
        """Take an :meth:`untie` back: the words are tied where they stand by now."""
        self.passages.tie_again(gone, self._step)
        self.ties_changed.emit()
        self.edited.emit()

    # ------------------------------------------------------------ how it is said here

    def said_here(self) -> tuple[SaidHere, ...]:
        """Return the readings that hold for one place of this script, in code points of the body."""
        return self.said.of_body(self.body, self.long_paste)

    def cuttable(self) -> tuple[tuple[int, int], ...]:
        """Return the sentences that may be cut, in code points of the body."""
        return self.cuts.of_body(self.body, self.long_paste)

    def _said_in_block(self, block: QTextBlock) -> tuple[SaidHere, ...]:
        return self.said.inside(block.position(), block.text())

    def _said_otherwise(self, places: Iterable[SaidPlace]) -> None:
        self._read_places(places)
        self.edited.emit()

    def _read_places(self, places: Iterable[SaidPlace]) -> None:
        """Read again the paragraphs of these places, and no other."""
        for place in places:
            block = self.document.findBlock(place.start)
            if block.isValid() and block.blockNumber() < len(self.paragraphs):
                self.paragraphs[block.blockNumber()].fresh = False
                self.reader.changed(block.blockNumber())
                self.reader.soon(0)

    # ------------------------------------------------------------ reading

    def read_with(self, reading: Reading | None) -> None:
        """Read with another service, or with a lexicon that has changed."""
        self.reader.use(reading)

    def unsure_after(self, position: int) -> tuple[int, int] | None:
        """Return where the next unsure token after a document position stands, the first after the last."""
        places = [
            (block.position() + mark.start, block.position() + mark.end)
            for number in range(len(self.paragraphs))
            if self.paragraphs[number].unsure
            for block in (self.document.findBlockByNumber(number),)
            for mark in self.paragraphs[number].marks
            if mark.unsure
        ]
        return next((place for place in places if place[0] >= position), places[0] if places else None)

    @property
    def day(self) -> date | None:
        """The day of the bulletin that the script is written for: "kemarin" and "besok" are said by it."""
        return self.reader.day

    def set_day(self, day: date | None) -> None:
        """Write for another day; what is shown is read again."""
        if day != self.reader.day:
            self.reader.day = day
            self.reader.again()

    # ------------------------------------------------------------ following the document

    def _contents_change(self, at: int, removed: int, added: int) -> None:
        if self._loading:
            return
        self.block_marks.changed()
        if self._mending and removed == added:  # another format for the same words
            removed = added = 0
        start, end = self._touched or (at, at)
        self._touched = (min(start, at), max(end, at + added))
        same_body = self.long_paste.going_on
        if not same_body:
            self._body = None
        document = self.document
        count = document.blockCount()
        first = document.findBlock(at)
        self.reader.changed(first.blockNumber())
        last = document.findBlock(at + added)
        if not last.isValid():
            last = document.lastBlock()
        if count == len(self.paragraphs) and first == last:
            self.paragraphs[first.blockNumber()].edited(at - first.position(), removed, added)
        else:
            self.paragraphs.replaced(first.blockNumber(), last.blockNumber(), count)
        if self._stepping:
            self.passages.stepped(at, removed, added)
            self.said.stepped(at, removed, added)
            self.cuts.stepped(at, removed, added)
        else:
            self.said.edited(at, removed, added)
            self.cuts.edited(at, removed, added)
            before = self.passages.ties
            self.passages.edited(at, removed, added, self._step)
            if before is not self.passages.ties and len(before) != len(self.passages.ties):
                self.ties_changed.emit()
        self.reader.soon()
        if not same_body:
            self.edited.emit()

    def _blocks_stand_alone(self) -> None:
        """Part the blocks from words, within the step of undo of the edit that brought them together."""
        if self._touched is None or self._stepping or self._mending:
            return
        self._mending = True
        self.block_marks.stand_alone(*self._touched, self._joined, self.parted.emit)
        self._mending = False
        self._touched = None

    def _joined(self, change: Callable[[], None]) -> None:
        edit = QTextCursor(self.document)
        edit.joinPreviousEditBlock()
        change()
        edit.endEditBlock()

    def _format(self) -> None:
        frame = QTextFrameFormat()
        frame.setLeftMargin(MARGIN)
        frame.setRightMargin(MARGIN)
        frame.setTopMargin(_TOP)
        frame.setBottomMargin(MARGIN)
        self.document.rootFrame().setFrameFormat(frame)
        whole = QTextCursor(self.document)
        whole.select(QTextCursor.SelectionType.Document)
        whole.setBlockFormat(self._line())

    def _line(self) -> QTextBlockFormat:
        """Return the format of a paragraph of words."""
        block = QTextBlockFormat()
        block.setLineHeight(_LINE_WITH_SPOKEN if self.spoken_line else _LINE_WITHOUT, _FIXED_HEIGHT)
        block.setBottomMargin(_BETWEEN_PARAGRAPHS)
        return block

    def block_at(self, position: int) -> QTextBlock:
        """Return the paragraph at a document position."""
        return self.document.findBlock(position)
