"""Two texts with what differs marked, side by side or as one, to read and to go through change by change."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from newsdesk.domain.comparing import PartKind
from newsdesk.i18n import ngettext
from newsdesk.ui.stories.geometry import pieces
from newsdesk.ui.stories.versions_rows import Row, Run

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_LINE = 30
_BETWEEN = 10
_GUTTER = 24
_RING_ABOVE, _RING_HIGH, _RING_BLEED = 20, 27, 3
_PIECE = 60_000
"""Characters of a very long text that are laid out in one go, about 40 ms."""
_FIXED_HEIGHT = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_SIDE, _TOP = 24, 8
_WIDEST, _NARROWEST = 600 + 2 * _SIDE, 200
"""Pixels of a single column with its margins."""


class VersionsText(QTextEdit):
    """Shows rows; what is gone is struck, what is new underlined, each on its own ground.

    Side by side, two texts that are ``equals`` have the same mark for what differs: neither is gone yet.

    :attr:`picked` carries the number of a change that was clicked, :attr:`taken` that of one that was
    double-clicked or chosen with Enter (-1 when none is marked); :attr:`taken_back` comes with Ctrl Z.
    """

    picked = Signal(int)
    taken = Signal(int)
    taken_back = Signal()

    def __init__(self, look: Look, name: str, *, equals: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._equals = equals
        self._rows: Sequence[Row] = ()
        self._inline = False
        self._places: list[tuple[int, int, int]] = []
        self._left: Iterator[Row] = iter(())
        self._filler = QTimer(self)
        self._filler.timeout.connect(self._fill_on)
        self.current = -1
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.document().setUndoRedoEnabled(False)

    def show_rows(self, rows: Sequence[Row], *, inline: bool, keep_place: bool = False) -> None:
        """Show these rows, side by side or ``inline`` as one text; no change is marked."""
        place = self.verticalScrollBar().value() if keep_place else 0
        self._rows, self._inline, self.current = rows, inline, -1
        self._fill()
        self.verticalScrollBar().setValue(place)

    def mark(self, change: int) -> None:
        """Mark a change and bring it in sight; -1 marks none."""
        self.current = change
        self.viewport().update()
        place = next((place for place in self._places if place[2] == change), None)
        if place is not None:
            cursor = QTextCursor(self.document())
            cursor.setPosition(place[0])
            self.setTextCursor(cursor)
            top = self.cursorRect(cursor).top()
            if not _BETWEEN <= top <= self.viewport().height() - 3 * _LINE:
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + top - self.viewport().height() // 3)

    # ------------------------------------------------------------ putting the words in

    def _fill(self) -> None:
        self._filler.stop()
        self._places = []
        # A document of its own, put in when it is whole: nothing is laid out twice.
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(self._look.theme.font("naskah"))
        frame = QTextFrameFormat()
        frame.setLeftMargin(_SIDE)
        frame.setRightMargin(_SIDE)
        frame.setTopMargin(_TOP)
        frame.setBottomMargin(_SIDE)
        document.rootFrame().setFrameFormat(frame)
        if self._inline:
            self._left = iter(self._rows)
            self._fill_inline(QTextCursor(document))
        elif self._rows:
            cursor = QTextCursor(document)
            cursor.beginEditBlock()
            self._fill_columns(cursor)
            cursor.endEditBlock()
        self._places.sort()
        self.setDocument(document)
        if self._inline:
            self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
            self.setLineWrapColumnOrWidth(min(_WIDEST, max(_NARROWEST, self.viewport().width())))
        else:
            self.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth)

    def _fill_on(self) -> None:
        end = QTextCursor(self.document())
        end.movePosition(QTextCursor.MoveOperation.End)
        self._fill_inline(end)

    def _fill_inline(self, cursor: QTextCursor) -> None:
        """Put rows in until a piece is full; the rest of a very long text comes when the window is idle."""
        full = cursor.position() + _PIECE
        cursor.beginEditBlock()
        row = next(self._left, None)
        while row is not None:
            if cursor.position():
                cursor.insertBlock()
            self._head(cursor, row)
            # What is gone stands before what is there instead: in the old runs, up to the next that stayed.
            new = list(row.new)
            for run in row.old:
                if run.kind is PartKind.SAME:
                    while new and new[0].kind is PartKind.NEW:
                        self._put(cursor, new.pop(0))
                    if new:
                        new.pop(0)
                self._put(cursor, run)
            for run in new:
                self._put(cursor, run)
            row = next(self._left, None) if cursor.position() < full else None
        cursor.endEditBlock()
        if cursor.position() >= full:
            self._filler.start(0)
        else:
            self._filler.stop()

    def _part(self, cursor: QTextCursor, run: Run) -> None:
        """Put a space between what is gone and what stands there instead: they are one word in no text."""
        if self._inline and run.kind is PartKind.NEW and self._places:
            start, end, change = self._places[-1]
            if change == run.change and start < end == cursor.position():
                cursor.insertText(" ", QTextCharFormat())

    def _fill_columns(self, cursor: QTextCursor) -> None:
        form = QTextTableFormat()
        form.setBorder(0)
        form.setCellSpacing(0)
        form.setCellPadding(0)
        half = QTextLength(QTextLength.Type.PercentageLength, 50)
        form.setColumnWidthConstraints([half, half])
        table = cursor.insertTable(len(self._rows), 2, form)
        for number, row in enumerate(self._rows):
            for column, runs in enumerate((row.old, row.new)):
                cell = table.cellAt(number, column)
                cell_form = cell.format().toTableCellFormat()
                cell_form.setRightPadding(_GUTTER / 2 if column == 0 else 0)
                cell_form.setLeftPadding(_GUTTER / 2 if column else 0)
                cell_form.setBottomPadding(_BETWEEN)
                cell.setFormat(cell_form)
                inside = cell.firstCursorPosition()
                self._head(inside, row)
                for run in runs:
                    self._put(inside, run)

    def _head(self, cursor: QTextCursor, row: Row) -> None:
        block = QTextBlockFormat()
        block.setLineHeight(_LINE, _FIXED_HEIGHT)
        block.setBottomMargin(_BETWEEN)
        cursor.setBlockFormat(block)
        words = row.label
        if row.left_out:
            words = ngettext(
                "… {n} paragraf sama dilewati …", "… {n} paragraf sama dilewati …", row.left_out
            ).format(n=row.left_out)
        if not words:
            return
        theme = self._look.theme
        quiet = QTextCharFormat()
        quiet.setFont(theme.font("kecil"))
        quiet.setForeground(theme.colour("text_3"))
        cursor.insertText(words, quiet)
        if row.label:
            cursor.insertText("\u2028", quiet)

    def _put(self, cursor: QTextCursor, run: Run) -> None:
        self._part(cursor, run)
        start = cursor.position()
        cursor.insertText(run.words, self._form(run))
        if run.change >= 0:
            self._places.append((start, cursor.position(), run.change))

    def _form(self, run: Run) -> QTextCharFormat:
        theme = self._look.theme
        form = QTextCharFormat()
        if run.is_block:
            form.setFont(theme.font("asli"))
            form.setBackground(theme.colour("raised"))
        form.setForeground(theme.colour("text"))
        if run.change >= 0 and self._equals and not self._inline:
            form.setForeground(theme.colour("ubah"))
            form.setBackground(theme.colour("ubah_bg"))
            form.setFontUnderline(True)
        elif run.kind is PartKind.GONE:
            form.setForeground(theme.colour("del_"))
            form.setBackground(theme.colour("del_bg"))
            form.setFontStrikeOut(True)
        elif run.kind is PartKind.NEW:
            form.setForeground(theme.colour("ins"))
            form.setBackground(theme.colour("ins_bg"))
            form.setFontUnderline(True)
        return form

    # ------------------------------------------------------------ looking and choosing

    def change_at(self, position: int) -> int:
        """Return the number of the change that stands at a document position, -1 for none."""
        at = bisect_right(self._places, (position, 1 << 62, 0)) - 1
        if at >= 0 and self._places[at][0] <= position <= self._places[at][1]:
            return self._places[at][2]
        return -1

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, then the ring round the marked change."""
        super().paintEvent(event)
        if self.current < 0:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.theme.colour("accent_text"), 2))
        for start, end, change in self._places:
            if change == self.current:
                for piece in pieces(self, start, end):
                    box = QRectF(
                        piece.left, piece.baseline - _RING_ABOVE, piece.right - piece.left, _RING_HIGH
                    )
                    painter.drawRoundedRect(box.adjusted(-_RING_BLEED, 0, _RING_BLEED, 0), 3, 3)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a change marks it."""
        super().mouseReleaseEvent(event)
        if not self.textCursor().hasSelection():
            change = self.change_at(self.cursorForPosition(event.position().toPoint()).position())
            if change >= 0:
                self.picked.emit(change)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click on a change takes it; elsewhere it selects a word."""
        change = self.change_at(self.cursorForPosition(event.position().toPoint()).position())
        if change >= 0:
            self.taken.emit(change)
        else:
            super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the marked change, Ctrl Z takes it back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.taken.emit(self.current)
        elif event.key() == Qt.Key.Key_Z and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.taken_back.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a single column as wide as there is room for."""
        super().resizeEvent(event)
        if self._inline:
            self.setLineWrapColumnOrWidth(min(_WIDEST, max(_NARROWEST, self.viewport().width())))

    def changeEvent(self, event: QEvent) -> None:
        """Write in the theme's new inks."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._rows:
            place, current = self.verticalScrollBar().value(), self.current
            self._fill()
            self.current = current
            self.verticalScrollBar().setValue(place)
