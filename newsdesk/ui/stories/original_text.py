"""The original beside the script: to read, to search, to carry sentences over from, and never to change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDrag,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextFrameFormat,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QWidget

from newsdesk.i18n import _
from newsdesk.ui.shortcuts import keys_of
from newsdesk.ui.stories.geometry import pieces
from newsdesk.ui.stories.long_paste import piece_after
from newsdesk.ui.stories.offsets import to_code_points, to_utf16
from newsdesk.ui.stories.tint import ORIGINAL, Tint

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

CARRIED = "application/x-newsdesk-carried"
"""Marks words dragged or copied out of an original: they are put into the script, not read as new copy."""
_SIDE = 24
_LINE = 24
_PIECE = 60_000
"""Characters of a very long original that are laid out in one go, about 40 ms."""
_AROUND = 4_000
"""Characters on each side of the cursor that its sentence is looked for in."""
_FIXED_HEIGHT = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_GRIP = 14
_PARAGRAPH_END = "\u2029"


class OriginalText(QTextEdit):
    """The text as it came, with what was carried over tinted and the sentence at the cursor marked.

    ``sentence_at`` finds the sentence of a text at an offset. Selected words are dragged as from any text; in
    the left margin the sentence beside the mouse is taken. :attr:`carry_wanted` asks for the sentence at the
    cursor in the script, :attr:`left` for the script itself.
    """

    carry_wanted = Signal()
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.sentence_at: Callable[[str, int], tuple[int, int] | None] = _no_sentence
        self.words = ""
        self._filled = 0
        self._pressed: QPoint | None = None
        self._filler = QTimer(self)
        self._filler.timeout.connect(self._fill)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(_("Teks asli, tidak diubah"))
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self.document().setDefaultFont(look.theme.font("asli"))
        self.document().setUndoRedoEnabled(False)
        self.carried = Tint(self, look, "bawa_bg", ORIGINAL)
        self.found = Tint(self, look, "ubah_bg", ORIGINAL)
        self._sentence = Tint(self, look, "accent_soft", ORIGINAL)
        self.cursorPositionChanged.connect(self._mark_sentence)

    def show_original(self, original: str) -> None:
        """Show another original from its top; a very long one goes in piece by piece."""
        # As Qt counts: a document position is an offset of these words.
        words = original.replace("\r\n", "\n").replace("\r", "\n")
        if words == self.words:
            return
        self.words, self._filled = words, min(len(words), _PIECE)
        for tint in (self.carried, self.found, self._sentence):
            tint.show(())
        self.setPlainText(words[: self._filled])
        frame = QTextFrameFormat()
        frame.setLeftMargin(_SIDE)
        frame.setRightMargin(_SIDE)
        frame.setTopMargin(14)
        frame.setBottomMargin(_SIDE)
        self.document().rootFrame().setFrameFormat(frame)
        line = QTextBlockFormat()
        line.setLineHeight(_LINE, _FIXED_HEIGHT)
        whole = QTextCursor(self.document())
        whole.select(QTextCursor.SelectionType.Document)
        whole.setBlockFormat(line)
        self.verticalScrollBar().setValue(0)
        if self._filled < len(words):
            self._filler.start(0)
        else:
            self._filler.stop()

    def _fill(self) -> None:
        start = self._filled
        self._filled += piece_after(self.document().lastBlock(), _PIECE)
        end = QTextCursor(self.document())
        end.movePosition(QTextCursor.MoveOperation.End)
        end.insertText(self.words[start : self._filled])
        if self._filled >= len(self.words):
            self._filler.stop()

    # ------------------------------------------------------------ the sentence at the cursor

    def sentence(self, position: int | None = None) -> tuple[int, int] | None:
        """Return where the sentence at a document position stands; without one, that at the cursor."""
        at = self.textCursor().position() if position is None else position
        window = QTextCursor(self.document())
        begin = max(0, at - _AROUND)
        window.setPosition(begin)
        window.setPosition(
            min(self.document().characterCount() - 1, at + _AROUND), QTextCursor.MoveMode.KeepAnchor
        )
        text = window.selectedText().replace(_PARAGRAPH_END, "\n")
        found = self.sentence_at(text, to_code_points(text, at - begin))
        return found and (begin + to_utf16(text, found[0]), begin + to_utf16(text, found[1]))

    def taken(self) -> str:
        """Return the selected words, or the sentence at the cursor, as one line; "" where there are none."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            return _one_line(cursor.selectedText())
        span = self.sentence()
        return self.between(*span) if span is not None else ""

    def between(self, start: int, end: int) -> str:
        """Return the words ``[start, end)`` as one line."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return _one_line(cursor.selectedText())

    def go_on(self) -> None:
        """Put the cursor at the sentence behind the one at the cursor, or behind the selection."""
        cursor = self.textCursor()
        span = None if cursor.hasSelection() else self.sentence()
        at = span[1] if span is not None else cursor.selectionEnd()
        last = self.document().characterCount() - 1
        while at < last and self.document().characterAt(at).isspace():
            at += 1
        cursor.setPosition(min(at, last))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _mark_sentence(self) -> None:
        shown = self.hasFocus() and not self.textCursor().hasSelection()
        span = self.sentence() if shown else None
        self._sentence.show((span,) if span is not None else ())

    def focusInEvent(self, e: QFocusEvent) -> None:
        """Mark the sentence that a key would carry over."""
        super().focusInEvent(e)
        self._mark_sentence()

    def focusOutEvent(self, e: QFocusEvent) -> None:
        """Mark no sentence: no key would carry it over."""
        super().focusOutEvent(e)
        self._mark_sentence()

    # ------------------------------------------------------------ keys

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Carry a sentence over, or leave; else move and select as in every text."""
        # No QShortcut: two of them for one key would silence each other, and Esc is the player's too.
        keys = QKeySequence(e.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
        if keys == keys_of("original.carry"):
            self.carry_wanted.emit()
        elif keys == keys_of("original.leave"):
            self.left.emit()
        else:
            super().keyPressEvent(e)

    # ------------------------------------------------------------ dragging

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give the selected words, marked as an original's."""
        return _mime(self.textCursor().selectedText().replace(_PARAGRAPH_END, "\n"))

    def mousePressEvent(self, e: QMouseEvent) -> None:
        """Take the sentence beside the grip; else as in every text."""
        if e.button() == Qt.MouseButton.LeftButton and e.position().x() < _SIDE:
            self._pressed = e.position().toPoint()
            cursor = self.cursorForPosition(self._pressed)
            self.setTextCursor(cursor)
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        else:
            super().mousePressEvent(e)

    def mouseMoveEvent(self, e: QMouseEvent) -> None:
        """Drag the sentence that the mouse took in the margin."""
        at = e.position().toPoint()
        if self._pressed is not None:
            if (at - self._pressed).manhattanLength() >= QApplication.startDragDistance():
                self._pressed = None
                self._drag(self.taken())
            return
        hand = Qt.CursorShape.OpenHandCursor if at.x() < _SIDE else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(hand)
        super().mouseMoveEvent(e)

    def mouseReleaseEvent(self, e: QMouseEvent) -> None:
        """Let the sentence go that was not dragged."""
        if self._pressed is not None:
            self._pressed = None
        else:
            super().mouseReleaseEvent(e)

    def _drag(self, words: str) -> None:
        if words:
            drag = QDrag(self.viewport())
            drag.setMimeData(_mime(words))
            drag.exec(Qt.DropAction.CopyAction)

    # ------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the grounds, the words, and the grip beside the sentence at the cursor."""
        rect = event.rect()
        for tint in (self.carried, self._sentence, self.found):
            tint.paint(rect)
        super().paintEvent(event)
        spans: Sequence[tuple[int, int]] = self._sentence.spans
        first = next(pieces(self, *spans[0]), None) if spans and rect.left() < _SIDE else None
        if first is not None:
            dpr = self.devicePixelRatioF()
            grip = self._look.icons.pixmap("grip-vertical", _GRIP, "text_3", dpr)
            painter = QPainter(self.viewport())
            painter.drawPixmap(QPointF((_SIDE - _GRIP) / 2, round(first.baseline - 5 - _GRIP / 2)), grip)


def _mime(words: str) -> QMimeData:
    mime = QMimeData()
    mime.setText(words)
    mime.setData(CARRIED, b"1")
    return mime


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _no_sentence(_text: str, _at: int) -> tuple[int, int] | None:
    """Nobody is there yet to find sentences."""
    return None
