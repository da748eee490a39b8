"""The document of two compared texts: rows in two columns or in one, what differs in its own type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)

from newsdesk.domain.comparing import PartKind
from newsdesk.i18n import ngettext
from newsdesk.ui.stories.versions_rows import Row, Run

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from newsdesk.ui.look import Look

LINE = 30
BETWEEN = 10
SIDE = 24
_TOP = 8
_GUTTER = 24
_PIECE = 60_000
"""Characters of a very long text that are laid out in one go, about 40 ms."""
_FIXED_HEIGHT = QTextBlockFormat.LineHeightTypes.FixedHeight.value


class VersionsDocument(QTextDocument):
    """Rows side by side, or ``inline`` as one text; a very long one goes in by several :meth:`go_on`.

    ``places`` are the document spans of what differs, each with the number of its change, in order. Side by
    side, two texts that are ``equals`` have the same mark: neither is gone yet.
    """

    def __init__(
        self, look: Look, rows: Sequence[Row], parent: QObject, *, inline: bool, equals: bool
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._inline = inline
        self._equals = equals
        self._left: Iterator[Row] = iter(rows)
        self.places: list[tuple[int, int, int]] = []
        self.whole = False
        self.setUndoRedoEnabled(False)
        self.setDefaultFont(look.theme.font("naskah"))
        frame = QTextFrameFormat()
        frame.setLeftMargin(SIDE)
        frame.setRightMargin(SIDE)
        frame.setTopMargin(_TOP)
        frame.setBottomMargin(SIDE)
        self.rootFrame().setFrameFormat(frame)
        if inline:
            self.go_on()
        else:
            self.whole = True
            if rows:
                self._fill_columns(rows)

    def go_on(self) -> None:
        """Put rows in until a piece is full; :attr:`whole` says whether any are left."""
        cursor = QTextCursor(self)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        full = cursor.position() + _PIECE
        cursor.beginEditBlock()
        row = next(self._left, None)
        while row is not None:
            if cursor.position():
                cursor.insertBlock()
            self._head(cursor, row)
            self._put_inline(cursor, row)
            row = next(self._left, None) if cursor.position() < full else None
        cursor.endEditBlock()
        self.whole = cursor.position() < full

    def _put_inline(self, cursor: QTextCursor, row: Row) -> None:
        """Put what is gone before what is there instead: in the old runs, up to the next that stayed."""
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

    def _part(self, cursor: QTextCursor, run: Run) -> None:
        """Put a space between what is gone and what stands there instead: they are one word in no text."""
        if self._inline and run.kind is PartKind.NEW and self.places:
            start, end, change = self.places[-1]
            if change == run.change and start < end == cursor.position():
                cursor.insertText(" ", QTextCharFormat())

    def _fill_columns(self, rows: Sequence[Row]) -> None:
        cursor = QTextCursor(self)
        cursor.beginEditBlock()
        form = QTextTableFormat()
        form.setBorder(0)
        form.setCellSpacing(0)
        form.setCellPadding(0)
        half = QTextLength(QTextLength.Type.PercentageLength, 50)
        form.setColumnWidthConstraints([half, half])
        table = cursor.insertTable(len(rows), 2, form)
        for number, row in enumerate(rows):
            for column, runs in enumerate((row.old, row.new)):
                cell = table.cellAt(number, column)
                cell_form = cell.format().toTableCellFormat()
                cell_form.setRightPadding(_GUTTER / 2 if column == 0 else 0)
                cell_form.setLeftPadding(_GUTTER / 2 if column else 0)
                cell_form.setBottomPadding(BETWEEN)
                cell.setFormat(cell_form)
                inside = cell.firstCursorPosition()
                self._head(inside, row)
                for run in runs:
                    self._put(inside, run)
        cursor.endEditBlock()
        self.places.sort()

    def _head(self, cursor: QTextCursor, row: Row) -> None:
        block = QTextBlockFormat()
        block.setLineHeight(LINE, _FIXED_HEIGHT)
        block.setBottomMargin(BETWEEN)
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
        words = run.words.strip(" ") if run.change >= 0 else ""
        if not words:  # spaces alone are marked: else nobody would see what changed
            words = run.words
        before, behind = run.words.split(words, 1) if words else ("", "")
        plain = self._form(run._replace(kind=PartKind.SAME, change=-1))
        cursor.insertText(before, plain)
        start = cursor.position()
        cursor.insertText(words, self._form(run))
        if run.change >= 0:
            self.places.append((start, cursor.position(), run.change))
        cursor.insertText(behind, plain)

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
