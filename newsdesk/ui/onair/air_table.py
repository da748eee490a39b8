"""A plain table of rows that are only read: figures at the right, horizontal lines only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from newsdesk.ui.components.over_bar import OverBar
from newsdesk.ui.letters import safe_tip
from newsdesk.ui.paint import draw_focus_ring

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

HEAD, ROW = 32, 32
_ICON = 14
_LEAST = 130
"""Pixels that the column which takes what is left needs: a slug."""
AnyIndex = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag


class Cell(NamedTuple):
    """One cell: words, their ink, whether they are a slug (bold), and a Lucide icon before a state."""

    words: str
    token: str = "text"
    bold: bool = False
    icon: str = ""


class Column(NamedTuple):
    """One column: its head, its width in pixels (0 takes what is left), whether it holds figures.

    A ``spare`` one goes, the last first, where the table is too narrow for all.
    """

    words: str
    width: int
    figures: bool = False
    spare: bool = False


class _Model(QAbstractTableModel):
    def __init__(self, columns: Sequence[Column], parent: QObject) -> None:
        super().__init__(parent)
        self.columns = columns
        self.rows: Sequence[Sequence[Cell]] = ()

    def show(self, rows: Sequence[Sequence[Cell]]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.UserRole:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.words
        if role == Qt.ItemDataRole.ToolTipRole:
            return safe_tip(cell.words)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.columns[index.column()].words}: {cell.words}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].words
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, look: Look, columns: Sequence[Column], parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._columns = columns

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(60, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        theme, icons = self._look
        cell: Cell = index.data(Qt.ItemDataRole.UserRole)
        state: QStyle.StateFlag = option.state
        box = QRectF(option.rect)
        painter.save()
        if state & _State.State_Selected:
            painter.fillRect(box, theme.colour("accent_soft"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), theme.colour("line"))
        font = theme.font("slug") if cell.bold else theme.font("isi")
        painter.setFont(font)
        painter.setPen(theme.colour(cell.token))
        inner = box.adjusted(8, 0, -8, 0)
        if cell.icon and cell.words:
            pixmap = icons.pixmap(cell.icon, _ICON, cell.token, painter.device().devicePixelRatioF())
            painter.drawPixmap(QPointF(inner.left(), round(box.center().y() - _ICON / 2)), pixmap)
            inner.setLeft(inner.left() + _ICON + 6)
        words = QFontMetricsF(font).elidedText(cell.words, Qt.TextElideMode.ElideRight, inner.width())
        side = (
            Qt.AlignmentFlag.AlignRight
            if self._columns[index.column()].figures
            else Qt.AlignmentFlag.AlignLeft
        )
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter, words)
        if state & _State.State_HasFocus and state & _State.State_KeyboardFocusChange:
            draw_focus_ring(painter, theme, box, 0)
        painter.restore()


class _Head(QHeaderView):
    """Heads in quiet ink on the colour of the rail."""

    def __init__(self, look: Look, columns: Sequence[Column], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._columns = columns
        self.setFixedHeight(HEAD)
        self.setSectionsClickable(False)
        self.setFont(QFont(look.theme.font("kecil", weight=600)))

    def paintSection(  # noqa: N802 - Qt's name
        self,
        painter: QPainter,
        rect: QRect,
        logicalIndex: int,  # noqa: N803 - Qt's name for it
    ) -> None:
        """Paint one head."""
        theme = self._look.theme
        box = QRectF(rect)
        painter.fillRect(box, theme.colour("rail"))
        painter.setFont(theme.font("kecil", weight=600))
        painter.setPen(theme.colour("text_3"))
        column = self._columns[logicalIndex]
        side = Qt.AlignmentFlag.AlignRight if column.figures else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box.adjusted(8, 0, -8, 0), side | Qt.AlignmentFlag.AlignVCenter, column.words)


class AirTable(QTableView):
    """Rows chosen by arrows. :attr:`chosen` carries the row, from 0."""

    chosen = Signal(int)

    def __init__(
        self, look: Look, name: str, columns: Sequence[Column], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = columns
        self._model = _Model(columns, self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(look, columns, self))
        self.setHorizontalHeader(_Head(look, columns, self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        head = self.horizontalHeader()
        head.setMinimumSectionSize(24)
        for at, column in enumerate(columns):
            if column.width:
                head.setSectionResizeMode(at, QHeaderView.ResizeMode.Fixed)
                self.setColumnWidth(at, column.width)
            else:
                head.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
        OverBar(self, top=HEAD)
        self.selectionModel().currentRowChanged.connect(self._moved)

    def show_rows(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Show other rows."""
        self._model.show(rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out spare columns rather than let the last one, which says how a row stands, be cut off."""
        super().resizeEvent(event)
        room = event.size().width() - _LEAST
        room -= sum(column.width for column in self._columns)
        for at in reversed(range(len(self._columns))):
            column = self._columns[at]
            goes = column.spare and room < 0
            self.setColumnHidden(at, goes)
            room += column.width if goes else 0

    def rows(self) -> list[list[str]]:
        """Return the words of every row."""
        return [[cell.words for cell in row] for row in self._model.rows]

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(now.row())
