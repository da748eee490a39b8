"""How one story looks in the list: three lines in 80 pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from newsdesk.ui.paint import RING_PX
from newsdesk.ui.stories.story_rows import Role, look_of, title

if TYPE_CHECKING:
    from newsdesk.domain.rows import StoryRow
    from newsdesk.ui.look import Look

ROW = 80
_SIDE = 16
_BAR = 3
_LINE = 20
_TOP = 10
_ICON = 14
_LOCK = 12
_LOCK_GAP = 8
_State = QStyle.StateFlag


class StoryRowDelegate(QStyledItemDelegate):
    """Paints slug and read time; the first sentence; status, reporter and age."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of every row."""
        return QSize(200, ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row in its state."""
        theme = self._look.theme
        state: QStyle.StateFlag = option.state
        box = QRectF(option.rect)
        row: StoryRow = index.data(Role.ROW)
        selected = bool(state & _State.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(box, theme.colour("accent_soft"))
        elif state & _State.State_MouseOver:
            painter.fillRect(box, theme.colour("hover"))
        bar = "accent_text" if selected else "ubah_bar" if row.status.value == "changed" else ""
        if bar:
            painter.fillRect(QRectF(box.left(), box.top(), _BAR, box.height()), theme.colour(bar))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), theme.colour("line"))
        inner = box.adjusted(_SIDE, _TOP, -_SIDE, 0)
        said = inner.adjusted(_ICON + 6, 0, 0, 0) if index.data(Role.HEARD) else inner
        if said is not inner:
            place = QPointF(inner.left(), inner.top() + (_LINE - _ICON) / 2)
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(place, self._look.icons.pixmap("volume-2", _ICON, "accent_text", ratio))
        held = str(index.data(Role.HELD))
        beside = ("lock", row.locked_by) if row.locked_by else ("clock", held)
        self._first_line(painter, said, row, str(index.data(Role.LENGTH)), *beside)
        isi = theme.font("isi")
        token = "text" if row.returned_by else "text_2"  # the note is what there is to do
        self._elided(painter, isi, token, inner.adjusted(0, _LINE, 0, 0), str(index.data(Role.LINE)))
        told = str(index.data(Role.STATUS)), str(index.data(Role.AGE))
        self._last_line(painter, inner.adjusted(0, 2 * _LINE, 0, 0), row, *told)
        if selected and state & _State.State_HasFocus:
            # The ring of the keyboard, inset: four bars, for a row has square corners.
            ring = theme.colour("accent_text")
            for bar in (
                QRectF(box.left(), box.top(), box.width(), RING_PX),
                QRectF(box.left(), box.bottom() - RING_PX, box.width(), RING_PX),
                QRectF(box.left(), box.top(), RING_PX, box.height()),
                QRectF(box.right() - RING_PX, box.top(), RING_PX, box.height()),
            ):
                painter.fillRect(bar, ring)
        painter.restore()

    def _first_line(
        self, painter: QPainter, box: QRectF, row: StoryRow, length: str, icon: str, beside: str
    ) -> None:
        """Paint slug and read time; ``beside`` the slug stands who writes in it, or until when it is held."""
        theme = self._look.theme
        figure = theme.font("isi", weight=600)
        width = self._right(painter, figure, "text", box, length)
        named = theme.font("slug" if row.slug else "isi", weight=600)
        struck = look_of(row).struck
        named.setStrikeOut(struck)
        token = "text" if (row.slug or row.headline) and not struck else "text_3"
        room = box.adjusted(0, 0, -width - 12, 0)
        if not beside:
            self._elided(painter, named, token, room, title(row))
            return
        small = theme.font("kecil")
        name = QFontMetricsF(small).horizontalAdvance(beside)
        # Half of the line at most: the slug comes first.
        lock = min(_LOCK_GAP + _LOCK + 4 + name, room.width() / 2)
        slug = min(QFontMetricsF(named).horizontalAdvance(title(row)), room.width() - lock)
        self._elided(painter, named, token, room.adjusted(0, 0, slug - room.width() + 1, 0), title(row))
        left = room.left() + slug + _LOCK_GAP
        pixmap = self._look.icons.pixmap(icon, _LOCK, "text_3", painter.device().devicePixelRatioF())
        painter.drawPixmap(QPointF(left, room.top() + (_LINE - _LOCK) / 2), pixmap)
        words = QRectF(left + _LOCK + 4, room.top(), room.right() - left - _LOCK - 4, _LINE)
        self._elided(painter, small, "text_3", words, beside)

    def _last_line(self, painter: QPainter, box: QRectF, row: StoryRow, words: str, age: str) -> None:
        theme, icons = self._look
        status = look_of(row)
        small = theme.font("kecil")
        bold = theme.font("kecil", weight=600)
        bold.setStrikeOut(status.struck)
        width = self._right(painter, small, "text_3", box, age)
        pixmap = icons.pixmap(status.icon, _ICON, status.ink, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPointF(box.left(), box.top() + (_LINE - _ICON) / 2), pixmap)
        left = box.left() + _ICON + 5
        painter.setFont(bold)
        painter.setPen(theme.colour(status.ink))
        painter.drawText(QRectF(left, box.top(), 240, _LINE), Qt.AlignmentFlag.AlignVCenter, words)
        left += QFontMetricsF(bold).horizontalAdvance(words)
        if row.by:
            room = QRectF(left, box.top(), box.right() - width - 8 - left, _LINE)
            self._elided(painter, small, "text_3", room, f"  \N{MIDDLE DOT}  {row.by}")

    def _right(self, painter: QPainter, font: QFont, token: str, box: QRectF, words: str) -> float:
        line = QRectF(box.left(), box.top(), box.width(), _LINE)
        painter.setFont(font)
        painter.setPen(self._look.theme.colour(token))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        return QFontMetricsF(font).horizontalAdvance(words)

    def _elided(self, painter: QPainter, font: QFont, token: str, box: QRectF, words: str) -> None:
        line = QRectF(box.left(), box.top(), max(0.0, box.width()), _LINE)
        painter.setFont(font)
        painter.setPen(self._look.theme.colour(token))
        cut = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, cut)
