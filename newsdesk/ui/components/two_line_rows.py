"""Short lists beside a page: an icon, a name, a quiet second line, and a word at the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFont, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from newsdesk.ui.letters import plain_tip
from newsdesk.ui.paint import draw_focus_ring

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

ROW = 48
_ICON = 16
_LEFT = 12
_TEXT = 36
_MOST_ROWS = 6
_State = QStyle.StateFlag
AnyIndex = QModelIndex | QPersistentModelIndex


class TwoLineRow(NamedTuple):
    """One row; ``key`` is the owner's."""

    key: int
    icon: str
    name: str
    second: str = ""
    right: str = ""
    token: str = "text_2"


class _Rows(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: Sequence[TwoLineRow] = ()

    def show(self, rows: Sequence[TwoLineRow]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (row.name, row.second, row.right) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip("\n".join(part for part in (row.name, row.second) if part))
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QObject, *, marks_always: bool) -> None:
        super().__init__(parent)
        self._look = look
        self._marks_always = marks_always

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(120, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        theme, icons = self._look
        row: TwoLineRow = index.data(Qt.ItemDataRole.UserRole)
        state: QStyle.StateFlag = option.state
        box = QRectF(option.rect)
        painter.save()
        selected = bool(state & _State.State_Selected)
        focused = selected and bool(state & _State.State_HasFocus)
        if focused or (selected and self._marks_always):
            painter.fillRect(box, theme.colour("accent_soft"))
        elif state & _State.State_MouseOver:
            painter.fillRect(box, theme.colour("hover"))
        at = QPointF(box.left() + _LEFT, box.top() + 7)
        painter.drawPixmap(at, icons.pixmap(row.icon, _ICON, row.token, painter.device().devicePixelRatioF()))
        inner = box.adjusted(_TEXT, 5, -_LEFT, 0)
        small = theme.font("kecil")
        width = QFontMetricsF(small).horizontalAdvance(row.right)
        self._line(painter, small, "text_3", inner, row.right, Qt.AlignmentFlag.AlignRight)
        self._line(painter, theme.font("isi"), "text", inner.adjusted(0, 0, -width - 8, 0), row.name)
        self._line(painter, small, "text_3", inner.adjusted(0, 18, 0, 0), row.second)
        if focused:
            draw_focus_ring(painter, theme, box, 0)
        painter.restore()

    def _line(
        self,
        painter: QPainter,
        font: QFont,
        token: str,
        box: QRectF,
        words: str,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        line = QRectF(box.left(), box.top(), max(0.0, box.width()), 20)
        painter.setFont(font)
        painter.setPen(self._look.theme.colour(token))
        cut = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, line.width() + 1)
        painter.drawText(
            line.adjusted(0, 0, 1, 0), side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, cut
        )


class TwoLineList(QListView):
    """Rows of 48 px, as high as what is in it up to ``most`` rows.

    ``marks_always`` shows the marked row while another control has the focus, because its keys or buttons act
    on that row.

    :attr:`entered` (Enter, double click), :attr:`pointed` (click) and :attr:`taken_away` (Delete) carry the
    row's key; :attr:`figure` the number key that was pressed, from 1.
    """

    # object, not int: a key may be a source's number, and Qt's int holds 32 bits of its 62.
    entered = Signal(object)
    pointed = Signal(object)
    taken_away = Signal(object)
    figure = Signal(int)

    def __init__(
        self,
        look: Look,
        name: str,
        *,
        marks_always: bool = False,
        most: int = _MOST_ROWS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._most = most
        self._rows = _Rows(self)
        self.setModel(self._rows)
        self.setItemDelegate(_Delegate(look, self, marks_always=marks_always))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.doubleClicked.connect(self._double_clicked)
        self.clicked.connect(self._clicked)
        self.setFixedHeight(0)

    def show_rows(self, rows: Sequence[TwoLineRow], *, folded: bool = False) -> None:
        """Show other rows; the marked place stays. ``folded``: nobody sees them yet."""
        place = self.currentIndex().row()
        self._rows.show(rows)
        self.setFixedHeight(ROW * min(len(rows), self._most))
        self.setVisible(bool(rows) and not folded)
        if rows and place >= 0:
            self.setCurrentIndex(self._rows.index(min(place, len(rows) - 1)))

    def rows(self) -> Sequence[TwoLineRow]:
        """Return the rows being shown."""
        return self._rows.rows

    def _double_clicked(self, index: QModelIndex) -> None:
        self.entered.emit(self._rows.rows[index.row()].key)

    def _clicked(self, index: QModelIndex) -> None:
        self.pointed.emit(self._rows.rows[index.row()].key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the first row when none is marked."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._rows.rows:
            self.setCurrentIndex(self._rows.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Delete and figures; the arrows move."""
        index = self.currentIndex()
        key = event.key()
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # its owner's
        elif enter and index.isValid():
            self.entered.emit(self._rows.rows[index.row()].key)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and index.isValid():
            self.taken_away.emit(self._rows.rows[index.row()].key)
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and key - Qt.Key.Key_0 <= len(self._rows.rows):
            self.figure.emit(key - Qt.Key.Key_0)
        else:
            super().keyPressEvent(event)
