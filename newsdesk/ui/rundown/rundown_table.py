"""The rundown on the screen: rows that are moved by keys and pointer, and edited where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.over_bar import OverBar
from newsdesk.ui.paint import shows_ring
from newsdesk.ui.rundown.columns import Columns, RowHeights, columns_for, heights_for
from newsdesk.ui.rundown.drops import Drop, drop_at
from newsdesk.ui.rundown.rows import HeadingRow, ItemRow, Row, row_key
from newsdesk.ui.rundown.rundown_delegate import RowState, RundownDelegate
from newsdesk.ui.rundown.rundown_model import ROWS_MIME, STORY_MIME, Key, RundownModel

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from newsdesk.ui.look import Look

_LINE = 2
_Select = QItemSelectionModel.SelectionFlag


class RundownTable(QListView):
    """Arrows go through the rows, Left and Right fold a heading; what moves a row is its owner's to bind.

    :attr:`dropped` carries a :class:`Drop`, the ids of rows that were dragged, and the id of a story of the
    tray (0: none); :attr:`folded` a heading's key and whether it is to be folded; :attr:`edited` a row's key
    and the x of the pointer (-1: by key); :attr:`asked` a menu for the selected rows at a point of the
    screen; :attr:`columns_changed` comes when the widths are others; :attr:`moved_to` with another row.
    """

    dropped = Signal(object, object, object)
    folded = Signal(object, bool)
    edited = Signal(object, int)
    asked = Signal(QPoint)
    columns_changed = Signal(object)
    moved_to = Signal()
    scrolled = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._hovered = -1
        self._ringed = False
        self._drop: Drop | None = None
        self._columns = columns_for(1064)
        self._heights = heights_for(900)
        self.rows = RundownModel(self)
        self.setModel(self.rows)
        self._delegate = RundownDelegate(
            look, self.rows.row_at, self._state_of, self._columns, self._heights, self
        )
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self._bar = OverBar(self)
        self.setAccessibleName(_("Susunan buletin"))
        self.selectionModel().currentChanged.connect(self._current_changed)

    # ------------------------------------------------------------ what is shown

    def show_rows(self, rows: Sequence[Row], chosen: Collection[Key] = ()) -> None:
        """Show other rows. ``chosen`` are selected, the first of them current; else what was stays so."""
        current, place = self.current_key(), self.currentIndex().row()
        selected = [row_key(row) for row in self.selected_rows()]
        at = self.verticalScrollBar().value()
        kept = self.rows.show(rows)
        if chosen:
            self._select(chosen, next(iter(chosen)))
        elif not kept and current is not None:
            self._select(selected, current)
            if not self.currentIndex().isValid() and rows:
                self.set_current(min(place, len(rows) - 1))
        if not kept and not chosen:
            self.verticalScrollBar().setValue(at)

    def current_row(self) -> Row | None:
        """Return the row that the keys are at."""
        return self.rows.row_at(self.currentIndex().row())

    def current_key(self) -> Key | None:
        """Return what the row is known by that the keys are at."""
        row = self.current_row()
        return None if row is None else row_key(row)

    def selected_rows(self) -> list[Row]:
        """Return the rows that are selected, from the top; headings among them."""
        places = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [row for row in map(self.rows.row_at, places) if row is not None]

    def selected_items(self) -> list[ItemRow]:
        """Return the selected rows that are no headings."""
        return [row for row in self.selected_rows() if isinstance(row, ItemRow)]

    def set_current(self, place: int) -> None:
        """Put the keys at a row, without touching the focus."""
        index = self.rows.index(place)
        self.selectionModel().setCurrentIndex(index, _Select.ClearAndSelect)
        self.scrollTo(index)

    def begin(self) -> None:
        """Put the keys at the first row that is no heading."""
        rows = self.rows.rows()
        self.set_current(next((n for n, row in enumerate(rows) if isinstance(row, ItemRow)), 0))

    def columns(self) -> Columns:
        """Return where the columns stand now."""
        return self._columns

    def row_rect(self, key: Key) -> QRect:
        """Return where a row stands in the viewport, an empty rectangle when it is not shown."""
        place = self.rows.place_of(key)
        return QRect() if place < 0 else self.visualRect(self.rows.index(place))

    def _select(self, keys: Collection[Key], current: Key) -> None:
        places = [place for place in map(self.rows.place_of, keys) if place >= 0]
        selection = QItemSelection()
        for place in places:
            selection.select(self.rows.index(place), self.rows.index(place))
        at = self.rows.place_of(current)
        if at >= 0:
            self.selectionModel().setCurrentIndex(self.rows.index(at), _Select.NoUpdate)
        self.selectionModel().select(selection, _Select.ClearAndSelect)
        if at >= 0:
            self.scrollTo(self.rows.index(at))

    def _current_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.moved_to.emit()

    # ------------------------------------------------------------ size

    def set_heights(self, heights: RowHeights) -> None:
        """Make the rows so high."""
        if heights != self._heights:
            self._heights = self._delegate.heights = heights
            self.scheduleDelayedItemsLayout()

    def resizeEvent(self, e: QResizeEvent) -> None:
        """Give the slugs what is left of the width."""
        columns = columns_for(self.viewport().width())
        if columns != self._columns:
            self._columns = self._delegate.columns = columns
            self.scheduleDelayedItemsLayout()
            self.columns_changed.emit(columns)
        super().resizeEvent(e)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        """Scroll, and tell who has something lying over a row."""
        super().scrollContentsBy(dx, dy)
        self.scrolled.emit()

    # ------------------------------------------------------------ keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left, Right and Space fold and open a heading; Enter and F2 edit the row or the heading."""
        row = self.current_row()
        key = event.key()
        if isinstance(row, HeadingRow) and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.folded.emit(row.block_id, key == Qt.Key.Key_Left)
        elif isinstance(row, HeadingRow) and key == Qt.Key.Key_Space:
            self.folded.emit(row.block_id, not row.folded)
        elif row is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edited.emit(row_key(row), -1)
        elif key not in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Letters are keys of acts here, never a search."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first row when none is current."""
        begins = not self.currentIndex().isValid()  # Qt makes the first one current, and selects nothing
        super().focusInEvent(event)
        self._ringed = shows_ring(event.reason(), self._ringed)
        if begins and self.rows.rowCount():
            self.begin()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    # ------------------------------------------------------------ pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The chevron of a heading folds it; everything else selects."""
        self._ringed = False
        index = self.indexAt(event.position().toPoint())
        row = self.rows.row_at(index.row())
        if isinstance(row, HeadingRow) and event.position().x() < self._columns.slug:
            self.folded.emit(row.block_id, not row.folded)
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit the cell under the pointer."""
        row = self.rows.row_at(self.indexAt(event.position().toPoint()).row())
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self.edited.emit(row_key(row), round(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which row the pointer is over."""
        self._hover(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """No row is under a pointer that has left."""
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def contextMenuEvent(self, arg__1: QContextMenuEvent) -> None:
        """Ask for the menu of the selected rows, by the other button or the menu key."""
        if arg__1.reason() == QContextMenuEvent.Reason.Mouse:
            self.asked.emit(arg__1.globalPos())
        elif self.currentIndex().isValid():
            box = self.visualRect(self.currentIndex())
            self.asked.emit(self.viewport().mapToGlobal(QPoint(self._columns.slug, box.bottom())))

    def _hover(self, place: int) -> None:
        if place != self._hovered:
            self._hovered = place
            self.viewport().update()

    # ------------------------------------------------------------ dragging

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take rows of this rundown and stories of the tray."""
        data = event.mimeData()
        own = data.hasFormat(ROWS_MIME) and event.source() is self
        if own or data.hasFormat(STORY_MIME):
            super().dragEnterEvent(event)
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show between which rows it would go."""
        super().dragMoveEvent(event)
        self._drop = drop_at(self.rows.rows(), self._gap_at(event.position().toPoint()))
        self.viewport().update()
        event.acceptProposedAction()

    def dragLeaveEvent(self, e: QDragLeaveEvent) -> None:
        """Forget where it would have gone."""
        super().dragLeaveEvent(e)
        self._end_drag()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was dropped where; the owner does it, so that it can be undone."""
        drop = drop_at(self.rows.rows(), self._gap_at(event.position().toPoint()))
        data = event.mimeData()
        ids = [int(one) for one in bytes(data.data(ROWS_MIME).data()).decode().split()]
        story = int(bytes(data.data(STORY_MIME).data()) or b"0")
        event.setDropAction(Qt.DropAction.CopyAction)  # with "move" Qt would take the dragged rows out itself
        event.accept()
        self._end_drag()
        self.dropped.emit(drop, ids, story)

    def _end_drag(self) -> None:
        self._drop = None
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()

    def _gap_at(self, at: QPoint) -> int:
        """Return the place of the row that the gap nearest to a point is above."""
        index = self.indexAt(at)
        if not index.isValid():
            return self.rows.rowCount() if at.y() > 0 else 0
        box = self.visualRect(index)
        return index.row() + (at.y() >= box.center().y())

    # ------------------------------------------------------------ painting

    def paintEvent(self, e: QPaintEvent) -> None:
        """Paint the rows, and the line of what is being dragged."""
        super().paintEvent(e)
        if self._drop is None:
            return
        gap, count = self._drop.gap, self.rows.rowCount()
        if gap < count:
            y = self.visualRect(self.rows.index(gap)).top()
        else:
            y = self.visualRect(self.rows.index(count - 1)).bottom() + 1 if count else 0
        painter = QPainter(self.viewport())
        painter.fillRect(
            0, max(0, y - _LINE // 2), self.viewport().width(), _LINE, self._look.theme.colour("accent_text")
        )

    def _state_of(self, place: int) -> RowState:
        current = place == self.currentIndex().row()
        return RowState(
            selected=self.selectionModel().isSelected(self.rows.index(place)),
            current=current,
            hovered=place == self._hovered,
            ringed=current and self._ringed and self.hasFocus(),
        )
