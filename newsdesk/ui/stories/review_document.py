"""The text of a review as a document: what is gone struck, what is new underlined, and where each stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextFrameFormat

from newsdesk.domain.comparing import PartKind
from newsdesk.ui.stories.offsets import to_code_points, to_utf16
from newsdesk.ui.stories.review_pieces import Piece

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from newsdesk.ui.look import Look

LINE = 30
BETWEEN = 10
SIDE = 36
_TOP = 14
_BOTTOM = 24
_PIECE = 60_000
"""Characters of a very long text that are laid out in one go, about 40 ms."""
_FIXED_HEIGHT = QTextBlockFormat.LineHeightTypes.FixedHeight.value


class _Stretch(NamedTuple):
    """Words of the new body: at ``body`` (code points) there, at ``place`` (UTF-16 units) here."""

    body: int
    place: int
    words: str
    is_block: bool


class ReviewDocument(QTextDocument):
    """One text of pieces; a very long one goes in by several :meth:`go_on`.

    ``places`` are the document spans of what differs, each with the number of its change, in order.
    """

    def __init__(self, look: Look, pieces: Sequence[Piece], parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._left: Iterator[Piece] = iter(pieces)
        self.places: list[tuple[int, int, int]] = []
        self._stretches: list[_Stretch] = []
        self.whole = False
        self.setUndoRedoEnabled(False)
        self.setDefaultFont(look.theme.font("naskah"))
        frame = QTextFrameFormat()
        frame.setLeftMargin(SIDE)
        frame.setRightMargin(SIDE)
        frame.setTopMargin(_TOP)
        frame.setBottomMargin(_BOTTOM)
        self.rootFrame().setFrameFormat(frame)
        block = QTextBlockFormat()
        block.setLineHeight(LINE, _FIXED_HEIGHT)
        block.setBottomMargin(BETWEEN)
        QTextCursor(self).setBlockFormat(block)
        self.go_on()

    def go_on(self) -> None:
        """Put pieces in until enough are; :attr:`whole` says whether any are left."""
        cursor = QTextCursor(self)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        full = cursor.position() + _PIECE
        cursor.beginEditBlock()
        piece = next(self._left, None)
        while piece is not None:
            self._put(cursor, piece)
            piece = next(self._left, None) if cursor.position() < full else None
        cursor.endEditBlock()
        self.whole = cursor.position() < full

    # ------------------------------------------------------------ where words stand

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where ``[start, end)`` of the new body (code points) stands here; None when it does not."""
        if start >= end:
            return None
        first, last = self._place(start), self._place(end - 1)
        return (first[0], last[1]) if first is not None and last is not None else None

    def _place(self, at: int) -> tuple[int, int] | None:
        """Return begin and end of one character of the new body."""
        number = bisect_right(self._stretches, at, key=lambda one: one.body) - 1
        if number < 0:
            return None
        one = self._stretches[number]
        if one.is_block:
            return (one.place, one.place + to_utf16(one.words, len(one.words))) if at == one.body else None
        inside = at - one.body
        if inside >= len(one.words):
            return None
        return one.place + to_utf16(one.words, inside), one.place + to_utf16(one.words, inside + 1)

    def body_span(self, start: int, end: int) -> tuple[int, int] | None:
        """Return which part of the new body (code points) is selected by ``[start, end)`` of the document.

        Words that are gone belong to none; None when nothing else is selected.
        """
        found: list[tuple[int, int]] = []
        for one in self._stretches:
            left, right = max(start, one.place), min(end, one.place + to_utf16(one.words, len(one.words)))
            if one.place >= end:
                break
            if left < right:
                first = 0 if one.is_block else to_code_points(one.words, left - one.place)
                last = 1 if one.is_block else to_code_points(one.words, right - one.place)
                found.append((one.body + first, one.body + last))
        return (found[0][0], found[-1][1]) if found else None

    # ------------------------------------------------------------ putting it in

    def _put(self, cursor: QTextCursor, piece: Piece) -> None:
        self._part(cursor, piece)
        if piece.label:
            quiet = QTextCharFormat()
            quiet.setFont(self._look.theme.font("kecil"))
            quiet.setForeground(self._look.theme.colour("text_3"))
            cursor.insertText(f"{piece.label}\u2028", quiet)
        if piece.at >= 0:
            self._stretches.append(_Stretch(piece.at, cursor.position(), piece.words, piece.is_block))
        words = piece.words.strip(" ") if piece.change >= 0 else ""
        if not words:  # spaces alone are marked: else nobody would see what changed
            words = piece.words
        before, behind = piece.words.split(words, 1) if words else ("", "")
        plain = self._form(piece._replace(kind=PartKind.SAME, change=-1))
        cursor.insertText(before, plain)
        start = cursor.position()
        cursor.insertText(words, self._form(piece))
        if piece.change >= 0:
            self.places.append((start, cursor.position(), piece.change))
        cursor.insertText(behind, plain)

    def _part(self, cursor: QTextCursor, piece: Piece) -> None:
        """Put a space between what is gone and what stands there instead: they are one word in no text."""
        if piece.kind is PartKind.NEW and self.places:
            start, end, change = self.places[-1]
            if change == piece.change and start < end == cursor.position():
                cursor.insertText(" ", QTextCharFormat())

    def _form(self, piece: Piece) -> QTextCharFormat:
        theme = self._look.theme
        form = QTextCharFormat()
        if piece.is_block:
            form.setFont(theme.font("asli"))
            form.setBackground(theme.colour("raised"))
        form.setForeground(theme.colour("text"))
        if piece.change < 0:
            return form
        if piece.kind is PartKind.GONE:
            form.setForeground(theme.colour("del_"))
            form.setBackground(theme.colour("del_bg"))
            form.setFontStrikeOut(True)
        elif piece.kind is PartKind.NEW:
            form.setForeground(theme.colour("ins"))
            form.setBackground(theme.colour("ins_bg"))
            form.setFontUnderline(True)
        return form
