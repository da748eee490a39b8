"""Heads, rows, and what is edited or put in over them: a rundown as pages use it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsdesk.domain.rundown import Block, RundownItem
from newsdesk.ui.rundown.columns import HEAD, Columns, RowHeights
from newsdesk.ui.rundown.heading_editor import HeadingEditor
from newsdesk.ui.rundown.insert_panel import InsertPanel
from newsdesk.ui.rundown.row_editor import RowEditor
from newsdesk.ui.rundown.rows import Row
from newsdesk.ui.rundown.rundown_head import RundownHead
from newsdesk.ui.rundown.rundown_model import Key
from newsdesk.ui.rundown.rundown_table import RundownTable

if TYPE_CHECKING:
    from newsdesk.ui.components.two_line_rows import TwoLineRow
    from newsdesk.ui.look import Look

_EDGE = 8


class RundownPane(QWidget):
    """:attr:`item_kept` carries an edited row, :attr:`block_kept` an edited block.

    ``find`` is what the panel of insertions asks for stories; None: it offers kinds of rows alone.
    """

    item_kept = Signal(object)
    block_kept = Signal(object)

    def __init__(
        self,
        look: Look,
        find: Callable[[str, Callable[[Sequence[TwoLineRow]], None]], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.head = RundownHead(look)
        self.table = RundownTable(look)
        self.editor = RowEditor(look, self.table.viewport())
        self.heading_editor = HeadingEditor(look, self.table.viewport())
        self.inserting = InsertPanel(look, self, find)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self.table.columns_changed.connect(self._columns_changed)
        self.table.scrolled.connect(self._place)
        self.editor.kept.connect(self._item_kept)
        self.editor.left.connect(self._take_keyboard)
        self.heading_editor.kept.connect(self._block_kept)
        self.heading_editor.left.connect(self._take_keyboard)
        self.inserting.left.connect(self._take_keyboard)

    @property
    def editing(self) -> bool:
        """Whether a row, a heading or an insertion is open: the rows under it should stay as they are."""
        closed = self.editor.isHidden() and self.heading_editor.isHidden() and self.inserting.isHidden()
        return not closed

    def show_rows(self, rows: Sequence[Row], chosen: Collection[Key] = ()) -> None:
        """Show other rows; an editor stays over its row, or closes when that is gone."""
        self.table.show_rows(rows, chosen)
        self._place()

    def edit_item(
        self,
        item: RundownItem,
        slug: str,
        readers: Sequence[tuple[int, str]],
        airtime: datetime,
        at_x: int = -1,
        *,
        template: bool = False,
    ) -> None:
        """Open a row; see :meth:`RowEditor.open`."""
        self.heading_editor.leave()
        self.editor.place(self.table.row_rect((False, item.id)), self.table.columns())
        self.editor.open(item, slug, readers, airtime, at_x=at_x, template=template)
        self._place()

    def edit_block(self, block: Block) -> None:
        """Open a heading."""
        self.editor.leave()
        self.heading_editor.place(self.table.row_rect((True, block.id)), self.table.columns())
        self.heading_editor.open(block)

    def open_insert(self) -> None:
        """Open what can be put in, under the row that the keys are at."""
        self.inserting.open()
        box = self.table.visualRect(self.table.currentIndex())
        y = HEAD + (box.bottom() + 1 if box.isValid() else 0)
        self.inserting.adjustSize()
        if y + self.inserting.height() > self.height() - _EDGE:
            y = max(_EDGE, self.height() - self.inserting.height() - _EDGE)
        self.inserting.move(QPoint(self.table.columns().slug - 12, y))

    def set_heights(self, heights: RowHeights) -> None:
        """Make the rows so high."""
        self.table.set_heights(heights)
        self._place()

    def _columns_changed(self, columns: Columns) -> None:
        self.head.set_columns(columns)
        self._place()

    def _place(self) -> None:
        item, block = self.editor.item, self.heading_editor.block
        columns = self.table.columns()
        if item is not None:
            box = self.table.row_rect((False, item.id))
            if box.isEmpty():
                self.editor.leave()
            else:
                self.editor.place(box, columns, self.table.viewport().height())
        if block is not None:
            box = self.table.row_rect((True, block.id))
            if box.isEmpty():
                self.heading_editor.leave()
            else:
                self.heading_editor.place(box, columns)

    def _item_kept(self, item: RundownItem) -> None:
        self._take_keyboard()
        self.item_kept.emit(item)

    def _block_kept(self, block: Block) -> None:
        self._take_keyboard()
        self.block_kept.emit(block)

    def _take_keyboard(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
