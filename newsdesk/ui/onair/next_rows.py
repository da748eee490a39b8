"""What comes next: one row an item, the changed ones yellow, those with a fixed time under a heavy line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from newsdesk.ui.onair.caps import cap_width
from newsdesk.ui.onair.column_parts import PADDING
from newsdesk.ui.paint import rounded

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_FIRST, _OTHER, _TWO_LINES = 51, 44, 80
_SLUG = 52
"""Pixels from the column's edge to the slug."""


class NextRow(NamedTuple):
    """One row: ``figure`` is its length or its fixed time.

    ``tone`` is "" (quiet), "next", "fixed", "changed", "quiet-note" or "stopped"; ``icon`` and ``note`` are
    its second line, ``act`` the word on its button ("Muat M").
    """

    item_id: int
    number: str
    slug: str
    figure: str
    tone: str = ""
    icon: str = ""
    note: str = ""
    act: str = ""
    fixed: bool = False

    @property
    def in_words(self) -> str:
        """All of the row in one line, for a screen reader."""
        parts = (f"{self.number} {self.slug}".strip(), self.figure, self.note, self.act)
        return ", ".join(part for part in parts if part)

    @property
    def height(self) -> int:
        """How tall it is."""
        if self.note:
            return _TWO_LINES
        return _FIRST if self.tone == "next" else _OTHER


class NextRows(QWidget):
    """As many rows as there is room for. :attr:`pressed` carries the item whose button was pressed."""

    pressed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: tuple[NextRow, ...] = ()
        self._widgets: list[_Row] = []

    @property
    def rows(self) -> tuple[NextRow, ...]:
        """Every row, those that there is no room for too."""
        return self._rows

    def show_rows(self, rows: Sequence[NextRow]) -> None:
        """Show these rows from the top."""
        if tuple(rows) != self._rows:
            self._rows = tuple(rows)
            self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many rows as fit now."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        y = used = 0
        for row in self._rows:
            if y + row.height > self.height():
                break
            if used == len(self._widgets):
                self._widgets.append(_Row(self._look, self))
                self._widgets[-1].pressed.connect(self.pressed)
            widget = self._widgets[used]
            widget.setGeometry(0, y, self.width(), row.height)
            widget.show_row(row)
            y += row.height
            used += 1
        for widget in self._widgets[used:]:
            widget.hide()


class _Row(QWidget):
    """One row, painted."""

    pressed = Signal(object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._row = NextRow(0, "", "", "")

    def show_row(self, row: NextRow) -> None:
        if row != self._row:
            self._row = row
            self.setAccessibleName(row.in_words)
            self.update()
        self.show()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._row.act:
            self.pressed.emit(self._row.item_id)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, icons = self._look
        row = self._row
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        yellow, stopped = row.tone == "changed", row.tone == "stopped"
        if yellow:
            painter.fillRect(self.rect(), theme.colour("ubah_fill"))
        elif stopped:
            painter.fillRect(self.rect(), theme.colour("udara_bg"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))
        if row.fixed:
            painter.fillRect(0, 0, self.width(), 2, theme.colour("text_2"))
        heavy = row.tone in ("next", "fixed")
        ink = "on_ubah_fill" if yellow else "udara" if stopped else "text" if heavy else "text_2"
        line = QRectF(PADDING, 0, self.width() - 2 * PADDING, 40 if row.note else self.height())
        colour = theme.colour(ink)
        font = theme.sized(15, 600)
        small = theme.sized(13, 500)
        painter.setPen(colour)
        painter.setFont(small)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, row.number)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, row.figure)
        left = float(_SLUG)
        if row.fixed:
            pixmap = icons.pixmap("pin", 16, ink, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(left, line.center().y() - 8), pixmap)
            left += 22
        room = line.right() - metrics.horizontalAdvance(row.figure) - 10 - left
        slug_font = theme.sized(15, 600)
        slug_font.setStrikeOut(stopped)
        painter.setFont(slug_font)
        slug = metrics.elidedText(row.slug, Qt.TextElideMode.ElideRight, room)
        painter.drawText(
            QRectF(left, line.top(), room + 2, line.height()), Qt.AlignmentFlag.AlignVCenter, slug
        )
        if row.note:
            self._paint_note(painter, ink)

    def _paint_note(self, painter: QPainter, ink: str) -> None:
        theme, icons = self._look
        row = self._row
        right = self.width() - PADDING
        middle = 54.0
        colour = theme.colour(ink)
        if row.act:
            font = theme.sized(14, 600)
            width = max(
                cap_width(self._look, row.act, 14), QFontMetricsF(font).horizontalAdvance(row.act) + 18
            )
            box = QRectF(right - width, middle - 13, width, 26)
            rounded(painter, box, 4, line=colour)
            painter.setFont(font)
            painter.setPen(colour)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, row.act)
            right = round(box.left() - 8)
        pixmap = icons.pixmap(row.icon, 16, ink, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(_SLUG, middle - 8), pixmap)
        painter.setFont(theme.sized(14, 600))
        painter.setPen(colour)
        left = _SLUG + 22
        note = QFontMetricsF(painter.font()).elidedText(row.note, Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(QRectF(left, middle - 12, right - left, 24), Qt.AlignmentFlag.AlignVCenter, note)
