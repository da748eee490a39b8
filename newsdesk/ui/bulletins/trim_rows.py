"""The suggestions of the trim adviser, as a list of boxes to tick."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

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
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from newsdesk.i18n import ngettext
from newsdesk.ui.bulletins.trim_words import lost_words, trim_words
from newsdesk.ui.components.over_under import signed_length
from newsdesk.ui.paint import draw_focus_ring, rounded

if TYPE_CHECKING:
    from newsdesk.domain.trimming import TrimOption
    from newsdesk.ui.look import Look

AnyIndex = QModelIndex | QPersistentModelIndex
_BOX = 16
_LEFT, _TEXT = 16, 43
_HEAD = 62
"""The height of a suggestion above the lines of what is lost, with the room under them."""
_LINE = 16
_State = QStyle.StateFlag


class TrimModel(QAbstractListModel):
    """Suggestions and which are ticked; :attr:`ticked` comes when that changes.

    Two that cannot both be done are never ticked together: the one ticked last stays.
    """

    ticked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.options: Sequence[TrimOption] = ()
        self._on: set[int] = set()

    def show(self, options: Sequence[TrimOption], chosen: Sequence[TrimOption]) -> None:
        """Show other suggestions, with those of ``chosen`` ticked."""
        if tuple(options) == tuple(self.options) and list(chosen) == self.chosen():
            return
        self.beginResetModel()
        self.options = options
        self._on = {n for n, option in enumerate(options) if option in chosen}
        self.endResetModel()
        self.ticked.emit()

    def chosen(self) -> list[TrimOption]:
        """Return the suggestions that are ticked, in their order."""
        return [option for n, option in enumerate(self.options) if n in self._on]

    def turn(self, place: int) -> None:
        """Tick a suggestion, or take its tick away."""
        if place in self._on:
            self._on.discard(place)
        else:
            option = self.options[place]
            self._on = {n for n in self._on if option.goes_with(self.options[n])} | {place}
        if self.options:
            self.dataChanged.emit(self.index(0), self.index(len(self.options) - 1))
        self.ticked.emit()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many suggestions there are."""
        return 0 if parent.isValid() else len(self.options)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the suggestion for the delegate, its tick, or all of it in words."""
        option = self.options[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return option
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if index.row() in self._on else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            saves = signed_length(-option.saves_ms)
            return f"{option.slug}, {saves}, {trim_words(option)}, {lost_words(option)}"
        return None

    def setData(  # noqa: N802 - Qt's name
        self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Tick or untick, as Space in the list does."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        on = Qt.CheckState(value) == Qt.CheckState.Checked
        if on != (index.row() in self._on):
            self.turn(index.row())
        return True

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Every suggestion can be ticked."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable


class TrimDelegate(QStyledItemDelegate):
    """Paints a suggestion: box, slug and what it saves, what is done, and in lines what is lost."""

    def __init__(self, look: Look, width: Callable[[], int], parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._width = width

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the height that the words need in the list's width."""
        lines = self._laid_out(lost_words(index.data(Qt.ItemDataRole.UserRole))).lineCount()
        return QSize(self._width(), _HEAD + _LINE * lines)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one suggestion."""
        theme, icons = self._look
        one: TrimOption = index.data(Qt.ItemDataRole.UserRole)
        state: QStyle.StateFlag = option.state
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        box = QRectF(option.rect)
        painter.save()
        if ticked:
            painter.fillRect(box, theme.colour("surface"))
        elif state & _State.State_MouseOver:
            painter.fillRect(box, theme.colour("hover"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), theme.colour("line"))
        tick = QRectF(box.left() + _LEFT, box.top() + 13, _BOX, _BOX)
        if ticked:
            rounded(painter, tick, 4, theme.colour("accent"))
            mark = icons.pixmap("check", 12, "on_accent", painter.device().devicePixelRatioF())
            painter.drawPixmap(QPointF(tick.left() + 2, tick.top() + 2), mark)
        else:
            rounded(painter, tick, 4, theme.colour("surface"), theme.colour("line_field"))
        inner = box.adjusted(_TEXT, 11, -16, 0)
        heavy = theme.font("isi", weight=600)
        saves = signed_length(-one.saves_ms)
        width = QFontMetricsF(heavy).horizontalAdvance(saves)
        self._line(painter, heavy, "text", inner, saves, Qt.AlignmentFlag.AlignRight)
        self._line(painter, theme.font("slug"), "text", inner.adjusted(0, 0, -width - 8, 0), one.slug)
        self._line(painter, theme.font("isi"), "text", inner.adjusted(0, 20, 0, 0), trim_words(one))
        painter.setPen(theme.colour("text_3"))
        self._laid_out(lost_words(one)).draw(painter, QPointF(inner.left(), inner.top() + 40))
        if state & _State.State_HasFocus and state & _State.State_Selected:
            draw_focus_ring(painter, theme, box, 0)
        painter.restore()

    def _laid_out(self, words: str) -> QTextLayout:
        layout = QTextLayout(words, self._look.theme.font("kecil"))
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(40, self._width() - _TEXT - 16))
            line.setPosition(QPointF(0, y + (_LINE - line.height()) / 2))
            y += _LINE
        layout.endLayout()
        return layout

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
        cut = QFontMetricsF(font).elidedText(words[:200], Qt.TextElideMode.ElideRight, line.width() + 1)
        painter.drawText(
            line.adjusted(0, 0, 1, 0), side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, cut
        )


def saved_words(count: int) -> str:
    """Return "Terpilih 2 saran"."""
    return ngettext("Terpilih {n} saran", "Terpilih {n} saran", count).format(n=count)
