"""The words of the script being edited, and what is known of them: how they are said, who said them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument, QTextFrameFormat

from newsdesk.ui.stories.long_paste import LongPaste, piece_after
from newsdesk.ui.stories.offsets import to_code_points, to_utf16
from newsdesk.ui.stories.paragraphs import Paragraphs
from newsdesk.ui.stories.passages import Passages, Tie, shifted

if TYPE_CHECKING:
    from newsdesk.domain.attribution import Attribution
    from newsdesk.services.reading import Reading
    from newsdesk.ui.theme import Theme

MARGIN = 36
"""Left and right of the text column, inside the editor: the margin's icons stand there."""
_TOP = 7
_BETWEEN_PARAGRAPHS = 10
_LINE_WITH_SPOKEN = 36
_LINE_WITHOUT = 28
_READ_AFTER_MS = 12
"""After a key, so that its own paint comes first."""
_SLICE_S = 0.005
_PIECE = 60_000
"""Characters of a very long script that are laid out in one go, about 40 ms."""
_LONG_PARAGRAPH = 8_000
"""Characters of a paragraph that is read part by part."""
_FIXED_HEIGHT = QTextBlockFormat.LineHeightTypes.FixedHeight.value


class ScriptText(QObject):
    """The document of a script editor.

    Only changed paragraphs are read again, in slices of 5 ms on the window's thread, those in sight first.
    ``Signals``: :attr:`edited` after the words changed by hand; :attr:`paragraph_read` with the number of a
    paragraph whose marks are new; :attr:`all_read` when nothing is left to read; :attr:`ties_changed` when
    the tied passages are others than before.
    """

    edited = Signal()
    paragraph_read = Signal(int)
    all_read = Signal()
    ties_changed = Signal()
    filling = Signal(bool)
    """A very long text is going in (True), or is in (False): until then the script cannot be typed in."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = QTextDocument(self)
        self.document.setDefaultFont(theme.font("naskah"))
        self.paragraphs = Paragraphs()
        self.passages = Passages()
        self.spoken_line = True
        self.in_sight: Callable[[], Iterable[int]] = tuple[int, ...]
        self._reading: Reading | None = None
        self._body: str | None = ""
        self._loading = False
        self._stepping = False
        self._given = ""
        self._filled = 0
        self._first_unread = 0
        self._parts: tuple[str, Iterator[str]] = ("", iter(()))
        self.long_paste = LongPaste(self)
        self.long_paste.pasted.connect(self._pasted)
        self._filler = QTimer(self)
        self._filler.timeout.connect(self._fill)
        self._reader = QTimer(self)
        self._reader.setSingleShot(True)
        self._reader.timeout.connect(self._read_slice)
        self.document.contentsChange.connect(self._contents_change)
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

    def load(self, body: str, attributions: Iterable[Attribution]) -> None:
        """Show another script; its undo history starts here. A very long one goes in piece by piece."""
        if self._given:
            self._filled_up()
        self.long_paste.stop()
        self._body = None
        self._loading = True
        self.document.setUndoRedoEnabled(False)
        self.document.setPlainText(body[:_PIECE])
        self._format()
        self._loading = False
        self.paragraphs.reset(self.document.blockCount())
        self._first_unread = 0
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
        self.ties_changed.emit()
        self.read_soon(0)

    def _fill(self) -> None:
        start = self._filled
        self._filled += piece_after(self.document.lastBlock(), _PIECE)
        self._loading = True
        end = QTextCursor(self.document)
        end.movePosition(QTextCursor.MoveOperation.End)
        end.insertText(self._given[start : self._filled])
        self._loading = False
        self.paragraphs.grew(self.document.blockCount())
        self._first_unread = min(self._first_unread, len(self.paragraphs) - 1)
        if self._filled >= len(self._given):
            self._filled_up()
        self.read_soon(0)

    def _filled_up(self) -> None:
        self._filler.stop()
        self._given, self._body = "", None
        self.document.setUndoRedoEnabled(True)
        self.filling.emit(False)

    def paste(self, cursor: QTextCursor, text: str) -> None:
        """Put a very long text in the place of the selection, piece by piece, as one step of undo."""
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
        # While a script is being filled in there is nothing to undo yet: a step would take a piece of it out.
        self.document.setUndoRedoEnabled(not self._given)
        self._loading = False
        self.passages.settle(-1)
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
        """Do one step of the document's history and put the tied passages back to what they were then."""
        self._stepping = True
        undo_or_redo()
        self._stepping = False
        self.passages.settle(self._step)
        self.ties_changed.emit()

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

    # ------------------------------------------------------------ reading

    def read_with(self, reading: Reading | None) -> None:
        """Read with another service, or with a lexicon that has changed."""
        self._reading = reading
        self._parts = ("", iter(()))
        self.paragraphs.forget_reading()
        self._first_unread = 0
        self.read_soon(0)

    def read_soon(self, after_ms: int = _READ_AFTER_MS) -> None:
        """Read what has changed, soon."""
        if self._reading is not None:
            self._reader.start(after_ms)

    def _read_slice(self) -> None:
        reading = self._reading
        if reading is None:
            return
        until = time.perf_counter() + _SLICE_S
        for number in self._unread():
            text = self.document.findBlockByNumber(number).text()
            if not self._parts_read(reading, text, until):
                self._reader.start(0)
                return
            if self.paragraphs[number].read(text, reading.read(text), reading.length(text)):
                self.paragraph_read.emit(number)
            if time.perf_counter() > until:
                self._reader.start(0)
                return
        self.all_read.emit()

    def _parts_read(self, reading: Reading, text: str, until: float) -> bool:
        """Read on in the parts of a very long paragraph; tell whether all are read and the whole is quick."""
        if len(text) <= _LONG_PARAGRAPH:
            return True
        if text != self._parts[0]:
            self._parts = (text, reading.parts(text))
        for part in self._parts[1]:
            reading.read(part)
            if time.perf_counter() > until:
                return False
        return True

    def _unread(self) -> Iterable[int]:
        count = len(self.paragraphs)
        for number in self.in_sight():
            if number < count and not self.paragraphs[number].fresh:
                yield number
        # Everything before is read: a very long script is not gone through from the top for every slice.
        while self._first_unread < count:
            if not self.paragraphs[self._first_unread].fresh:
                yield self._first_unread
            self._first_unread += 1

    # ------------------------------------------------------------ following the document

    def _contents_change(self, at: int, removed: int, added: int) -> None:
        if self._loading:
            return
        same_body = self.long_paste.going_on
        if not same_body:
            self._body = None
        document = self.document
        count = document.blockCount()
        first = document.findBlock(at)
        self._first_unread = min(self._first_unread, first.blockNumber())
        last = document.findBlock(at + added)
        if not last.isValid():
            last = document.lastBlock()
        if count == len(self.paragraphs) and first == last:
            self.paragraphs[first.blockNumber()].edited(at - first.position(), removed, added)
        else:
            self.paragraphs.replaced(first.blockNumber(), last.blockNumber(), count)
        if self._stepping:
            self.passages.stepped(at, removed, added)
        else:
            before = self.passages.ties
            self.passages.edited(at, removed, added, self._step)
            if before is not self.passages.ties and len(before) != len(self.passages.ties):
                self.ties_changed.emit()
        self.read_soon()
        if not same_body:
            self.edited.emit()

    def _format(self) -> None:
        frame = QTextFrameFormat()
        frame.setLeftMargin(MARGIN)
        frame.setRightMargin(MARGIN)
        frame.setTopMargin(_TOP)
        frame.setBottomMargin(MARGIN)
        self.document.rootFrame().setFrameFormat(frame)
        block = QTextBlockFormat()
        block.setLineHeight(_LINE_WITH_SPOKEN if self.spoken_line else _LINE_WITHOUT, _FIXED_HEIGHT)
        block.setBottomMargin(_BETWEEN_PARAGRAPHS)
        whole = QTextCursor(self.document)
        whole.select(QTextCursor.SelectionType.Document)
        whole.setBlockFormat(block)

    def block_at(self, position: int) -> QTextBlock:
        """Return the paragraph at a document position."""
        return self.document.findBlock(position)
