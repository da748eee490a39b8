"""How one row of a rundown looks: a heading, a row on air, a hard hit, a row that is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from newsdesk.i18n import _
from newsdesk.ui.paint import draw_focus_ring, rounded
from newsdesk.ui.rundown.columns import Columns, RowHeights
from newsdesk.ui.rundown.rows import HeadingRow, ItemRow, Row

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_BAR = 3
_HIT_LINE = 2
_ICON, _TYPE_ICON = 14, 16
_GAP = 5
_CHIP = 20
_CLEAR = 12
"""Room that a cell of words keeps free at its right."""
_LONGEST_SHAPED = 200
"""Characters of a cell that are given to Qt: no screen shows more, and shaping thousands takes a while."""
_Left = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_Right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine


class RowState(NamedTuple):
    """What the table knows of a row and the row does not."""

    selected: bool = False
    current: bool = False
    hovered: bool = False
    ringed: bool = False


class RundownDelegate(QStyledItemDelegate):
    """Paints whole rows. ``row_at`` gives the row at a place, without the way through Qt's values, and
    ``state_of`` tells how it stands; the rest is set by the table.
    """

    def __init__(
        self,
        look: Look,
        row_at: Callable[[int], Row | None],
        state_of: Callable[[int], RowState],
        columns: Columns,
        heights: RowHeights,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._row_at = row_at
        self._state_of = state_of
        self.columns = columns
        self.heights = heights
        theme = look.theme
        self._plain, self._small = theme.font("isi"), theme.font("kecil")
        self._heavy, self._small_heavy = theme.font("isi", weight=600), theme.font("kecil", weight=600)
        self._chip, self._slug = theme.font("kecil", weight=500), theme.font("slug")
        self._metrics = {id(font): QFontMetricsF(font) for font in self._fonts()}

    def height_of(self, row: Row) -> int:
        """Return how high a row is, in pixels."""
        if isinstance(row, HeadingRow):
            return self.heights.block
        return self.heights.hit if row.item.is_hit else self.heights.row

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the row's height; the width is the table's."""
        row = self._row_at(index.row())
        return QSize(self.columns.width, self.height_of(row) if row is not None else 0)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row in its state."""
        row = self._row_at(index.row())
        if row is None:
            return
        state = self._state_of(index.row())
        box = QRectF(option.rect)
        if isinstance(row, HeadingRow):
            self._heading(painter, box, row, state)
        else:
            self._item(painter, box, row, state)
        if state.ringed:
            draw_focus_ring(painter, self._look.theme, box, 0)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    # ------------------------------------------------------------ a heading

    def _heading(self, painter: QPainter, box: QRectF, row: HeadingRow, state: RowState) -> None:
        theme = self._look.theme
        fill = "accent_soft" if state.selected else "hover" if state.hovered else "raised"
        painter.fillRect(box, theme.colour(fill))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), theme.colour("line"))
        if state.selected:
            painter.fillRect(QRectF(box.left(), box.top(), _BAR, box.height()), theme.colour("accent_text"))
        line = box.adjusted(0, 0, 0, -1)
        chevron = "chevron-right" if row.folded else "chevron-down"
        self._pixmap(painter, box.left() + 14, line, chevron, _TYPE_ICON, "text_2")
        x = box.left() + self.columns.slug
        x += self._words(
            painter, self._small_heavy, "text", QRectF(x, line.top(), 280, line.height()), row.name
        )
        x += 9
        x += self._words(painter, self._small, "text_2", QRectF(x, line.top(), 240, line.height()), row.sums)
        if row.over is not None:
            room = QRectF(x + 9, line.top(), 160, line.height())
            self._words(painter, self._small_heavy, row.over.ink, room, row.over.words)

    # ------------------------------------------------------------ a row

    def _item(self, painter: QPainter, box: QRectF, row: ItemRow, state: RowState) -> None:
        theme = self._look.theme
        self._ground(painter, box, row, state)
        columns, hit = self.columns, row.item.is_hit
        line = box.adjusted(0, _HIT_LINE if hit else 0, 0, -1)
        self._figure(painter, self._plain, "text_3", line, columns.number_right, row.number)
        self._slug_cell(painter, line, row)
        self._pixmap(painter, line.left() + columns.type, line, row.icon, _TYPE_ICON, "text_2")
        if columns.type_words:
            left = line.left() + columns.type + _TYPE_ICON + 6
            room = QRectF(
                left, line.top(), columns.reader - columns.type - _TYPE_ICON - 6 - _CLEAR, line.height()
            )
            self._words(painter, self._plain, "text_2", room, row.type)
        if columns.names:
            room = QRectF(line.left() + columns.reader, line.top(), 76, line.height())
            self._words(painter, self._plain, "text_2", room, row.facts.reader)
        self._figure(painter, self._plain, "text_3", line, columns.planned_right, row.planned)
        font, ink = (self._plain, "text_3") if row.item.floated else (self._heavy, "text")
        self._figure(painter, font, ink, line, columns.estimate_right, row.estimate)
        if row.over is None:
            self._figure(painter, self._plain, "text", line, columns.start_right, row.start)
        else:
            upper = QRectF(line.left(), box.center().y() - 17, line.width(), 18)
            self._figure(painter, self._heavy, "text", upper, columns.start_right, row.start)
            lower = QRectF(line.left(), box.center().y() + 1, line.width(), 16)
            self._figure(painter, self._small_heavy, row.over.ink, lower, columns.start_right, row.over.words)
        if columns.back_times:
            font, ink = (self._heavy, "text") if hit else (self._plain, "text_3")
            self._figure(painter, font, ink, line, columns.back_right, row.back)
        self._status(painter, line, row)
        if state.selected or state.hovered:
            self._pixmap(painter, line.left() + columns.grip, line, "grip-vertical", _TYPE_ICON, "text_2")
        if hit:
            painter.fillRect(QRectF(box.left(), box.top(), box.width(), _HIT_LINE), theme.colour("text"))

    def _ground(self, painter: QPainter, box: QRectF, row: ItemRow, state: RowState) -> None:
        theme = self._look.theme
        if state.selected:
            painter.fillRect(box, theme.colour("accent_soft"))
        elif state.hovered:
            painter.fillRect(box, theme.colour("hover"))
        bottom = box.bottom() - 1
        if row.item.floated:
            painter.setPen(QPen(theme.colour("line"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(box.left(), bottom + 0.5), QPointF(box.right(), bottom + 0.5))
        else:
            painter.fillRect(QRectF(box.left(), bottom, box.width(), 1), theme.colour("line"))
        bar = "accent_text" if state.selected else "ubah_bar" if row.facts.changed else ""
        if bar:
            painter.fillRect(QRectF(box.left(), box.top(), _BAR, box.height()), theme.colour(bar))

    def _slug_cell(self, painter: QPainter, line: QRectF, row: ItemRow) -> None:
        left, right = line.left() + self.columns.slug, line.left() + self.columns.type - _CLEAR
        if row.item.is_hit:
            self._pixmap(painter, left, line, "pin", _TYPE_ICON, "text")
            left += _TYPE_ICON + 8
        chip = _("jam tetap") if row.item.is_hit else ""
        chip = chip or (_("parafrase") if row.item.paraphrase else _("dipotong") if row.item.cut else "")
        room = self._advance(self._chip, chip) + 12 + 9 if chip else 0
        locked = row.facts.locked_by
        if locked:
            room += _ICON + _GAP + min(90.0, self._advance(self._small, locked)) + 9
        newer = _("revisi {n}").format(n=row.facts.newer) if row.facts.newer else ""
        if newer:
            room += _ICON + _GAP + self._advance(self._small, newer) + 9
        words = row.facts.slug or _("tempat kosong")
        ink = "text" if row.facts.slug else "text_3"
        width = max(40.0, right - left - room)
        left += (
            self._words(painter, self._slug, ink, QRectF(left, line.top(), width, line.height()), words) + 9
        )
        if chip:
            box = QRectF(left, line.center().y() - _CHIP / 2, self._advance(self._chip, chip) + 12, _CHIP)
            rounded(painter, box, 4, self._look.theme.colour("hover"))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            self._words(painter, self._chip, "text_2", box.adjusted(6, 0, 0, 0), chip)
            left += box.width() + 9
        if locked:
            left = self._note(painter, line, left, right, "lock", locked, "text_3")
        if newer:
            self._note(painter, line, left, right, "file-clock", newer, "text_3")

    def _note(
        self, painter: QPainter, line: QRectF, left: float, right: float, icon: str, words: str, ink: str
    ) -> float:
        self._pixmap(painter, left, line, icon, _ICON, ink)
        left += _ICON + _GAP
        return (
            left
            + self._words(
                painter,
                self._small,
                ink,
                QRectF(left, line.top(), max(0.0, right - left), line.height()),
                words,
            )
            + 9
        )

    def _status(self, painter: QPainter, line: QRectF, row: ItemRow) -> None:
        status = row.facts.status
        if not status.icon:
            return
        left = line.left() + self.columns.status
        self._pixmap(painter, left, line, status.icon, _ICON, status.ink)
        if not self.columns.names:
            return
        font = self._small_heavy
        if status.struck:
            font = QFont(font)
            font.setStrikeOut(True)
        left += _ICON + 4
        room = QRectF(left, line.top(), line.left() + self.columns.grip - left - 4, line.height())
        self._words(painter, font, status.ink, room, status.words)

    # ------------------------------------------------------------ words and figures

    def _words(self, painter: QPainter, font: QFont, token: str, room: QRectF, words: str) -> float:
        """Write words, cut where there is no room; return how wide they are."""
        if not words:
            return 0
        width = self._advance(font, words) if len(words) <= _LONGEST_SHAPED else room.width() + 1
        if width > room.width():
            metrics = self._metrics.get(id(font)) or QFontMetricsF(font)
            words = metrics.elidedText(words[:_LONGEST_SHAPED], Qt.TextElideMode.ElideRight, room.width())
            width = metrics.horizontalAdvance(words)
        painter.setFont(font)
        painter.setPen(self._look.theme.colour(token))
        painter.drawText(room.adjusted(0, 0, 2, 0), _Left, words)
        return width

    def _figure(
        self, painter: QPainter, font: QFont, token: str, line: QRectF, right: int, figure: str
    ) -> None:
        if figure:
            painter.setFont(font)
            painter.setPen(self._look.theme.colour(token))
            painter.drawText(
                QRectF(line.left() + right - 120, line.top(), 120, line.height()), _Right, figure
            )

    def _pixmap(self, painter: QPainter, left: float, line: QRectF, icon: str, size: int, token: str) -> None:
        ratio = painter.device().devicePixelRatioF()
        at = QPointF(left, round(line.center().y() - size / 2))
        painter.drawPixmap(at, self._look.icons.pixmap(icon, size, token, ratio))

    def _advance(self, font: QFont, words: str) -> float:
        metrics = self._metrics.get(id(font)) or QFontMetricsF(font)
        return metrics.horizontalAdvance(words)

    def _fonts(self) -> tuple[QFont, ...]:
        return (self._plain, self._small, self._heavy, self._small_heavy, self._chip, self._slug)
