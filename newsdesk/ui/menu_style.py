"""How menus are drawn: rows of 28 on the page's surface, a tick at what is chosen, keys at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyleOptionMenuItem

from newsdesk.ui.paint import rounded
from newsdesk.ui.shortcuts import shown

if TYPE_CHECKING:
    from newsdesk.ui.theme import Theme

MARGIN = 4
"""Room between the menu's line and its rows."""
_ROW, _RULE = 28, 9
_LEFT, _LEFT_TICKED, _RIGHT = 12, 32, 16
_BEFORE_KEYS = 24
_Kind = QStyleOptionMenuItem.MenuItemType
_State = QStyle.StateFlag
_Middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


def menu_item_size(theme: Theme, item: QStyleOptionMenuItem) -> QSize:
    """Return the room that a row of a menu needs."""
    words, keys = _parted(item)
    if item.menuItemType == _Kind.Separator and not words:
        return QSize(40, _RULE)
    width = QFontMetricsF(theme.font("isi", weight=500)).horizontalAdvance(words) + _left(item) + _RIGHT
    if keys:
        width += QFontMetricsF(theme.font("kecil")).horizontalAdvance(keys) + _BEFORE_KEYS
    return QSize(round(width + 0.5), _ROW)


def draw_menu_panel(painter: QPainter, theme: Theme, box: QRectF) -> None:
    """Draw the ground of a menu with its line."""
    painter.fillRect(box, theme.colour("line_field"))
    painter.fillRect(box.adjusted(1, 1, -1, -1), theme.colour("surface"))


def draw_menu_item(painter: QPainter, theme: Theme, item: QStyleOptionMenuItem) -> None:
    """Draw one row: a command, the words over a group, or the line between two groups."""
    words, keys = _parted(item)
    box = QRectF(item.rect)
    painter.fillRect(box, theme.colour("surface"))
    if item.menuItemType == _Kind.Separator:
        if words:
            painter.setFont(theme.font("kecil", weight=600))
            painter.setPen(theme.colour("text_3"))
            painter.drawText(box.adjusted(_LEFT, 0, 0, 0), _Middle, words)
        else:
            line = QRectF(box.left(), round(box.center().y()), box.width(), 1)
            painter.fillRect(line, theme.colour("line"))
        return
    usable = bool(item.state & _State.State_Enabled)
    marked = bool(item.state & _State.State_Selected) and usable
    if marked:
        rounded(painter, box, 4, theme.colour("accent_soft"))
    if item.checked:
        _tick(painter, theme, QPointF(box.left() + 10, box.center().y() - 7))
    painter.setFont(theme.font("isi", weight=500 if item.checked else 400))
    painter.setPen(theme.colour("text" if usable else "text_3"))
    painter.drawText(box.adjusted(_left(item), 0, 0, 0), _Middle, words)
    painter.setFont(theme.font("kecil"))
    painter.setPen(theme.colour("text_3"))
    painter.drawText(box.adjusted(0, 0, -12, 0), _Middle | Qt.AlignmentFlag.AlignRight, keys)


def _parted(item: QStyleOptionMenuItem) -> tuple[str, str]:
    """Return the words and the keys; Qt gives them with a tab between."""
    words, _tab, keys = item.text.partition("\t")
    return words.replace("&&", "&"), shown(keys) if keys else ""


def _left(item: QStyleOptionMenuItem) -> int:
    return _LEFT_TICKED if item.menuHasCheckableItems else _LEFT


def _tick(painter: QPainter, theme: Theme, at: QPointF) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme.colour("accent_text"), 1.75)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF([at + QPointF(2, 7), at + QPointF(5.2, 10.2), at + QPointF(12, 3.4)]))
    painter.restore()
