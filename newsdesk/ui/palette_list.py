"""The rows of the palette: headings, and entries with their matched letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QCursor, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from newsdesk.i18n import _
from newsdesk.ui.components.keycap import HEIGHT, key_cap_width, paint_key_cap
from newsdesk.ui.palette_entries import Entry, Group, matched

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_ROW = 40
_HEAD = 32
_AnyIndex = QModelIndex | QPersistentModelIndex


class _Rows(QAbstractListModel):
    """Headings (str) and entries, one a row."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[str | Entry] = []

    def put(self, groups: list[Group]) -> None:
        """Show these groups and no others."""
        self.beginResetModel()
        self.rows = []
        for group in groups:
            self.rows.append(group.words)
            self.rows.extend(group.entries)
        self.endResetModel()

    def rowCount(self, parent: _AnyIndex | None = None) -> int:
        """Return how many rows there are."""
        return len(self.rows)

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words for screen readers; painting reads :attr:`rows`."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row if isinstance(row, str) else f"{row.words}, {row.detail}" if row.detail else row.words
        if role == Qt.ItemDataRole.DisplayRole:
            return row if isinstance(row, str) else row.words
        return None

    def flags(self, index: _AnyIndex) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        if isinstance(self.rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Painter(QStyledItemDelegate):
    """Paints the rows."""

    def __init__(self, look: Look, rows: _Rows) -> None:
        super().__init__()
        self._look = look
        self._rows = rows
        self.needle = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:
        """Return the height of a heading or a row."""
        return QSize(100, _HEAD if isinstance(self._rows.rows[index.row()], str) else _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """Paint one row."""
        row = self._rows.rows[index.row()]
        box = QRectF(option.rect)
        painter.save()
        if isinstance(row, str):
            painter.setFont(self._look.theme.font("kecil", weight=600))
            painter.setPen(self._look.theme.colour("text_3"))
            painter.drawText(box.adjusted(16, 8, -16, 0), Qt.AlignmentFlag.AlignVCenter, row)
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._entry(painter, box, row, chosen=chosen)
        painter.restore()

    def _entry(self, painter: QPainter, box: QRectF, entry: Entry, *, chosen: bool) -> None:
        theme, icons = self._look
        if chosen:
            painter.fillRect(box, theme.colour("accent_soft"))
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), theme.colour("accent_text"))
        ratio = painter.device().devicePixelRatioF()
        pixmap = icons.pixmap(entry.icon, 16, "accent_text" if chosen else "text_2", ratio)
        painter.drawPixmap(QPointF(box.left() + 16, box.top() + (_ROW - 16) / 2), pixmap)
        right = box.right() - 16
        if entry.keys:
            right -= key_cap_width(self._look, entry.keys)
            paint_key_cap(painter, self._look, QPointF(right, box.top() + (_ROW - HEIGHT) / 2), entry.keys)
            right -= 12
        x = self._words(
            painter, QRectF(box.left() + 46, box.top(), right - box.left() - 46, _ROW), entry.words
        )
        room = QRectF(x + 12, box.top(), right - x - 12, _ROW)
        if entry.detail and room.width() > 40:
            font = theme.font("isi")
            painter.setFont(font)
            painter.setPen(theme.colour("text_3"))
            detail = QFontMetricsF(font).elidedText(entry.detail, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, detail)

    def _words(self, painter: QPainter, box: QRectF, words: str) -> float:
        """Paint the words with their matched letters in the accent; return where they end."""
        theme = self._look.theme
        plain, bold = theme.font("bentuk"), theme.font("bentuk", weight=700)
        words = QFontMetricsF(bold).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        x = box.left()
        at = 0
        pieces: list[tuple[str, bool]] = []
        for start, end in matched(self.needle, words) or ():
            pieces += [(words[at:start], False), (words[max(at, start) : end], True)]
            at = max(at, end)
        pieces.append((words[at:], False))
        for piece, hit in pieces:
            font = bold if hit else plain
            painter.setFont(font)
            painter.setPen(theme.colour("accent_text" if hit else "text"))
            width = QFontMetricsF(font).horizontalAdvance(piece)
            painter.drawText(
                QRectF(x, box.top(), width + 2, box.height()), Qt.AlignmentFlag.AlignVCenter, piece
            )
            x += width
        return x


class PaletteList(QListView):
    """The list under the palette's input. The input keeps the keyboard.

    :attr:`chosen` comes with a click or Enter.
    """

    chosen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._rows = _Rows()
        self._painter = _Painter(look, self._rows)
        self._mouse_rested = QPoint(-1, -1)
        self.setModel(self._rows)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Hasil pencarian"))
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._clicked)
        self.entered.connect(self._hovered)

    def show_groups(self, groups: list[Group], needle: str) -> None:
        """Show these groups; the first entry is chosen, or the words that were before if still there."""
        before = self.current()
        self._painter.needle = needle
        self._mouse_rested = QCursor.pos()
        self._rows.put(groups)
        rows = [i for i, row in enumerate(self._rows.rows) if isinstance(row, Entry)]
        same = [i for i in rows if before is not None and self._entry(i).words == before.words]
        if rows:
            self.setCurrentIndex(self._rows.index((same if needle and same else rows)[0]))

    def is_empty(self) -> bool:
        """Whether nothing was found."""
        return not self._rows.rows

    def current(self) -> Entry | None:
        """Return the entry that Enter would run."""
        index = self.currentIndex()
        return self._entry(index.row()) if index.isValid() else None

    def choose_current(self) -> None:
        """Run the chosen entry."""
        self.chosen.emit()

    def step(self, by: int) -> None:
        """Choose the next or the previous entry, passing headings; the ends meet."""
        rows = [i for i, row in enumerate(self._rows.rows) if isinstance(row, Entry)]
        if rows:
            here = self.currentIndex().row()
            place = rows.index(here) if here in rows else -1
            self.setCurrentIndex(self._rows.index(rows[(place + by) % len(rows)]))

    def full_height(self) -> int:
        """Return the height at which every row is seen."""
        rows = self._rows.rows
        return sum(_HEAD if isinstance(row, str) else _ROW for row in rows) + (8 if rows else 0)

    def _clicked(self, index: QModelIndex) -> None:
        self.chosen.emit()

    def _hovered(self, index: QModelIndex) -> None:
        # A row that came under a resting mouse was not pointed at: Enter would run what nobody chose.
        if QCursor.pos() != self._mouse_rested and isinstance(self._rows.rows[index.row()], Entry):
            self.setCurrentIndex(index)

    def _entry(self, row: int) -> Entry:
        entry = self._rows.rows[row]
        assert isinstance(entry, Entry)
        return entry
