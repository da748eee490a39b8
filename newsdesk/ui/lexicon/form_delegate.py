"""How one form looks in the table: a row of 40 pixels, whatever is opened under it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from newsdesk.i18n import _, number
from newsdesk.ui.lexicon.form_shelf import Column
from newsdesk.ui.lexicon.form_table_model import Role, checked_words, how_icon, how_words
from newsdesk.ui.paint import RING_PX, rounded

if TYPE_CHECKING:
    from newsdesk.ui.lexicon.form_row import FormRow
    from newsdesk.ui.look import Look

ROW = 40
_BAR = 3
_ICON, _PLAY = 14, 16
_GAP = 5
_CHIP = 24
_CIRCLE = 28
_CLEAR = 16
"""Room that a cell keeps free at its right."""
_LONGEST_SHAPED = 300
"""Characters of a cell that are given to Qt: no screen shows more, and shaping thousands takes a while."""
_State = QStyle.StateFlag
_Middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class RowState(NamedTuple):
    """What the table knows of a row and the cell does not."""

    current: bool = False
    hovered: bool = False
    ringed: bool = False
    heard: bool = False


class FormDelegate(QStyledItemDelegate):
    """Paints the cells; ``state_of`` tells how the row at a place stands."""

    def __init__(
        self, look: Look, state_of: Callable[[int], RowState], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._state_of = state_of

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell of a row in its state."""
        theme = self._look.theme
        row: FormRow = index.data(Role.ROW)
        column = Column(index.column())
        state = self._state_of(index.row())
        box = QRectF(option.rect)
        box.setHeight(ROW)
        painter.save()
        painter.setClipRect(box)
        if state.current:
            painter.fillRect(box, theme.colour("accent_soft"))
        elif state.hovered:
            painter.fillRect(box, theme.colour("hover"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), theme.colour("line"))
        box.adjust(0, 0, 0, -1)
        self._cell(painter, column, box, row, state)
        if state.current and column is Column.PLAY:
            painter.fillRect(QRectF(box.left(), box.top(), _BAR, ROW), theme.colour("accent_text"))
        if state.ringed:
            self._ring(painter, column, box)
        painter.restore()

    def _cell(self, painter: QPainter, column: Column, box: QRectF, row: FormRow, state: RowState) -> None:
        theme = self._look.theme
        entry = row.entry
        if not entry.id and not row.builtin and column is not Column.WRITTEN:
            return  # a new form has nothing yet but its fields
        match column:
            case Column.PLAY:
                self._play(painter, box, state)
            case Column.WRITTEN:
                words, token = (entry.form, "text") if entry.form else (_("Bentuk baru"), "text_3")
                self._words(painter, theme.font("bentuk", weight=600), token, box, words)
            case Column.SPOKEN:
                self._words(painter, theme.font("bentuk", weight=400), "text", box, entry.spoken)
            case Column.HOW:
                self._chip(painter, box, how_icon(entry.how), how_words(entry.how))
            case Column.CHECKED:
                self._checked(painter, box, row)
            case Column.USED:
                if not row.builtin:
                    painter.setFont(theme.font("isi"))
                    painter.setPen(theme.colour("text_2"))
                    painter.drawText(box, _Middle | Qt.AlignmentFlag.AlignRight, number(row.used))
            case Column.MORE:
                if state.current or state.hovered:
                    at = QPointF(box.center().x() - _PLAY / 2, box.top() + 12)
                    self._pixmap(painter, at, "ellipsis", _PLAY, "text_2")

    def _play(self, painter: QPainter, box: QRectF, state: RowState) -> None:
        middle = box.left() + 22
        if state.heard:
            circle = QRectF(middle - _CIRCLE / 2, box.top() + 6, _CIRCLE, _CIRCLE)
            rounded(painter, circle, _CIRCLE / 2, self._look.theme.colour("accent"))
            at = QPointF(middle - _PLAY / 2, box.top() + 12)
            self._pixmap(painter, at, "volume-2", _PLAY, "on_accent")
        else:
            self._pixmap(painter, QPointF(middle - _PLAY / 2, box.top() + 12), "play", _PLAY, "text_2")

    def _chip(self, painter: QPainter, box: QRectF, icon: str, words: str) -> None:
        theme = self._look.theme
        font = theme.font("kecil", weight=500)
        width = QFontMetricsF(font).horizontalAdvance(words)
        chip = QRectF(box.left(), box.top() + 8, 6 + _ICON + _GAP + width + 8, _CHIP)
        rounded(painter, chip, 4, theme.colour("hover"))
        self._pixmap(painter, QPointF(chip.left() + 6, chip.top() + 5), icon, _ICON, "text_2")
        painter.setFont(font)
        painter.setPen(theme.colour("text_2"))
        painter.drawText(chip.adjusted(6 + _ICON + _GAP, 0, 4, 0), _Middle, words)

    def _checked(self, painter: QPainter, box: QRectF, row: FormRow) -> None:
        theme = self._look.theme
        icon, ink, token, font = "check", "setuju", "text_2", theme.font("isi")
        if row.builtin:
            icon, ink, token = ("pencil-line" if row.replaced else "package"), "text_3", "text_3"
        elif not row.checked:
            icon, ink, token = "circle-question-mark", "tunggu", "tunggu"
            font = theme.font("kecil", weight=600)
        self._pixmap(painter, QPointF(box.left(), box.top() + 13), icon, _ICON, ink)
        room = box.adjusted(_ICON + (_GAP if row.checked or row.builtin else 4), 0, 0, 0)
        self._words(painter, font, token, room, checked_words(row))

    def _words(self, painter: QPainter, font: QFont, token: str, box: QRectF, words: str) -> None:
        painter.setFont(font)
        painter.setPen(self._look.theme.colour(token))
        line = box.adjusted(0, 0, -_CLEAR, 0)
        cut = QFontMetricsF(font).elidedText(
            words[:_LONGEST_SHAPED], Qt.TextElideMode.ElideRight, max(0.0, line.width())
        )
        painter.drawText(line.adjusted(0, 0, 1, 0), _Middle, cut)

    def _pixmap(self, painter: QPainter, at: QPointF, icon: str, size: int, token: str) -> None:
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(at, self._look.icons.pixmap(icon, size, token, ratio))

    def _ring(self, painter: QPainter, column: Column, box: QRectF) -> None:
        # The ring of the keyboard, inset round the whole row: every cell paints its part of it.
        ink = self._look.theme.colour("accent_text")
        painter.fillRect(QRectF(box.left(), box.top(), box.width(), RING_PX), ink)
        painter.fillRect(QRectF(box.left(), box.bottom() + 1 - RING_PX, box.width(), RING_PX), ink)
        if column is Column.PLAY:
            painter.fillRect(QRectF(box.left(), box.top(), RING_PX, ROW), ink)
        if column is Column.MORE:
            painter.fillRect(QRectF(box.right() - RING_PX, box.top(), RING_PX, ROW), ink)
