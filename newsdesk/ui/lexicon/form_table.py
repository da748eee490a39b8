"""The table of forms: sorted by its heads, used by keys, and open under the row that is being edited."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.over_bar import OverBar
from newsdesk.ui.lexicon.form_delegate import ROW, FormDelegate, RowState
from newsdesk.ui.lexicon.form_shelf import SORTABLE, Column
from newsdesk.ui.lexicon.form_table_model import FormTableModel
from newsdesk.ui.lexicon.table_head import HEAD, TableHead
from newsdesk.ui.paint import shows_ring

if TYPE_CHECKING:
    from newsdesk.ui.lexicon.form_row import FormRow
    from newsdesk.ui.look import Look

_PLAY_WIDTH = 44
_MORE_WIDTH = 48
_DRAWN_AT = 852
"""The width that the columns were drawn at; what is more or less is shared by those with words."""
_DRAWN = {
    Column.PLAY: _PLAY_WIDTH,
    Column.WRITTEN: 168,
    Column.SPOKEN: 164,
    Column.HOW: 132,
    Column.CHECKED: 216,
    Column.USED: 80,
    Column.MORE: _MORE_WIDTH,
}
_SHARES = {Column.WRITTEN: 0.3, Column.SPOKEN: 0.45, Column.CHECKED: 0.25}


class FormTable(QTableView):
    """Arrows move, Enter opens the current row (:attr:`opened`), Del takes it out (:attr:`removed`).

    :attr:`heard` wants a row said, :attr:`asked` a menu for it at a point of the screen, and :attr:`sorted`
    another order. All but the last carry the row's place.
    """

    opened = Signal(int)
    removed = Signal(int)
    heard = Signal(int)
    asked = Signal(int, QPoint)
    sorted = Signal(int)

    def __init__(self, look: Look, model: FormTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._forms = model
        self._hovered = -1
        self._ringed = False
        self._editor: QWidget | None = None
        self._editing = -1
        self.sounding = -1
        """The place of the row that is being said."""
        self.setModel(model)
        self.setItemDelegate(FormDelegate(look, self._state_of, self))
        self._head = TableHead(look, self)
        self.setHorizontalHeader(self._head)
        self._head.sectionClicked.connect(self._head_clicked)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(ROW)
        rows.setDefaultSectionSize(ROW)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bar = OverBar(self, top=HEAD)
        self.setAccessibleName(_("Bentuk dan cara bacanya"))

    # ------------------------------------------------------------ what is shown

    def show_rows(self, rows: tuple[FormRow, ...]) -> None:
        """Show other rows; the current one stays the same form, where it still is among them."""
        current = self.current_row()
        open_row = self._forms.row_at(self._editing)
        if open_row is not None:  # Qt keeps heights by place, and places may change
            self.setRowHeight(self._editing, ROW)
        self._hovered = -1
        moved = self._forms.show(rows)
        if open_row is not None:
            self._editing = self._forms.row_of(open_row.key)
            self._make_room()
        place = self._forms.row_of(current.key) if moved and current is not None else -1
        if place < 0 and self.hasFocus() and rows and not self.currentIndex().isValid():
            place = 0
        if place >= 0:
            self.set_current(place)
        self._place_editor()

    def show_order(self, order: Column, *, descending: bool) -> None:
        """Mark the column that the rows are sorted by."""
        self._head.order, self._head.descending = order, descending
        self._head.viewport().update()

    def current_row(self) -> FormRow | None:
        """Return the row that the keys are at."""
        return self._forms.row_at(self.currentIndex().row())

    def set_current(self, place: int) -> None:
        """Put the keys at a row, without touching the focus."""
        index = self._forms.index(place, Column.WRITTEN)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def say_sounding(self, place: int) -> None:
        """Mark the row that is being said; -1: none."""
        self.sounding = place
        self.viewport().update()

    # ------------------------------------------------------------ the row that is open

    def open_under(self, place: int, editor: QWidget) -> None:
        """Open a row and lay ``editor`` under it."""
        self.close_editor()
        self._editor, self._editing = editor, place
        editor.setParent(self.viewport())
        self._make_room()
        self.set_current(place)
        self._place_editor()
        editor.show()
        # A child of the viewport would come last of all: Tab goes from the rows into the open one.
        stops = [one for one in editor.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        for before, after in pairwise([self, *stops]):
            QWidget.setTabOrder(before, after)
        self._bring_into_sight()

    def close_editor(self) -> None:
        """Close the row that is open."""
        if self._editor is None:
            return
        if 0 <= self._editing < self._forms.rowCount():
            self.setRowHeight(self._editing, ROW)
        self._editor.hide()
        self._editor, self._editing = None, -1

    def fit_editor(self) -> None:
        """Give the row that is open the room that its editor needs now."""
        if self._editor is not None:
            self._make_room()
            self._place_editor()
            self._bring_into_sight()

    def _make_room(self) -> None:
        if self._editor is not None and self._editing >= 0:
            self.setRowHeight(self._editing, ROW + self._editor.sizeHint().height())

    def _bring_into_sight(self) -> None:
        if self._editor is None:
            return
        self.executeDelayedItemsLayout()
        self.updateGeometries()  # the bar's range, before it is moved
        top = self.rowViewportPosition(self._editing)
        over = top + self.rowHeight(self._editing) - self.viewport().height()
        if over > 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + min(over, top))

    def _place_editor(self) -> None:
        if self._editor is not None:
            top = self.rowViewportPosition(self._editing) + ROW
            height = self._editor.sizeHint().height()
            self._editor.setGeometry(0, top, self.viewport().width(), height)

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's name
        """Keep the editor under its row."""
        super().updateGeometries()
        self._place_editor()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        """Keep the editor under its row."""
        super().scrollContentsBy(dx, dy)
        self._place_editor()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        spare = self.viewport().width() - _DRAWN_AT
        given = {column: round(width + spare * _SHARES.get(column, 0)) for column, width in _DRAWN.items()}
        given[Column.CHECKED] += self.viewport().width() - sum(given.values())
        for column, width in given.items():
            self.setColumnWidth(column, width)
        self._place_editor()

    # ------------------------------------------------------------ keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Del takes out, the menu key asks; Left and Right have nowhere to go."""
        place = self.currentIndex().row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and place >= 0:
            self.opened.emit(place)
        elif event.key() == Qt.Key.Key_Delete and place >= 0:
            self.removed.emit(place)
        elif event.key() not in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first row when none is current."""
        super().focusInEvent(event)
        self._ringed = shows_ring(event.reason(), self._ringed)
        if not self.currentIndex().isValid() and self._forms.rowCount():
            self.set_current(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Play on the triangle, the menu on the dots, and opening on the row itself."""
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        place, column = index.row(), Column(index.column())
        self._ringed = False
        if column is Column.PLAY:
            self.heard.emit(place)
        elif column is Column.MORE:
            self.set_current(place)
            box = self.visualRect(index)
            self.asked.emit(place, self.viewport().mapToGlobal(QPoint(box.right() - 24, box.top() + ROW - 4)))
        else:
            self.opened.emit(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which row the mouse is over."""
        self._hover(self.rowAt(int(event.position().y())))

    def viewportEvent(self, event: QEvent) -> bool:
        """No row is under a mouse that has left."""
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def contextMenuEvent(self, arg__1: QContextMenuEvent) -> None:
        """Open a row's menu, by the mouse's other button or the menu key."""
        by_mouse = arg__1.reason() == QContextMenuEvent.Reason.Mouse
        place = self.rowAt(arg__1.pos().y()) if by_mouse else self.currentIndex().row()
        if place >= 0:
            self.set_current(place)
            below = self.viewport().mapToGlobal(QPoint(_PLAY_WIDTH, self.rowViewportPosition(place) + ROW))
            self.asked.emit(place, arg__1.globalPos() if by_mouse else below)

    def _hover(self, place: int) -> None:
        if place != self._hovered:
            self._hovered = place
            self.viewport().update()

    def _head_clicked(self, section: int) -> None:
        if section in SORTABLE:
            self.sorted.emit(section)

    def _state_of(self, place: int) -> RowState:
        current = place == self.currentIndex().row()
        return RowState(
            current,
            hovered=place == self._hovered,
            ringed=current and self._ringed and self.hasFocus(),
            heard=place == self.sounding,
        )

    def indexAt(self, pos: QPoint) -> QModelIndex:  # noqa: N802 - Qt's name
        """Return the cell at a point; the editor under a row is none."""
        index = super().indexAt(pos)
        if index.isValid() and pos.y() >= self.rowViewportPosition(index.row()) + ROW:
            return QModelIndex()
        return index
