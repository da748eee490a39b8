"""One row of "Periksa": what is wrong struck out, what is right, and of what kind it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from newsdesk.ui.components.ring import RingedButton
from newsdesk.ui.letters import show_tip
from newsdesk.ui.paint import draw_focus_ring

if TYPE_CHECKING:
    from newsdesk.ui.look import Look
    from newsdesk.ui.stories.finding_groups import Group

HIGH = 56
ICON_LEFT = 12
WORDS_LEFT = 36
_ICON = 16
_TOP = 8
_RIGHT = 12


def paint_title(painter: QPainter, look: Look, group: Group, room: QRectF) -> None:
    """Paint "~~dilingkup~~ **di lingkup**", or the words alone where nothing can be put instead."""
    theme = look.theme
    plain = theme.font("isi", weight=600 if not group.finding.fixes else 400)
    left, width = room.left(), room.width()
    if not group.finding.fixes:
        _write(
            painter, QRectF(left, room.top(), width, room.height()), plain, group.wrong, theme.colour("text")
        )
        return
    struck = QFont(plain)
    struck.setStrikeOut(True)
    used = _write(
        painter, QRectF(left, room.top(), width, room.height()), struck, group.wrong, theme.colour("text_3")
    )
    space = QFontMetricsF(plain).horizontalAdvance(" ")
    rest = QRectF(left + used + space, room.top(), width - used - space, room.height())
    if rest.width() > 20:
        _write(painter, rest, theme.font("isi", weight=600), group.right, theme.colour("text"))


def _write(painter: QPainter, room: QRectF, font: QFont, words: str, ink: QColor) -> float:
    metrics = QFontMetricsF(font)
    cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(room.adjusted(0, 0, 1, 0), Qt.AlignmentFlag.AlignVCenter, cut)
    return metrics.horizontalAdvance(cut)


class FindingRow(RingedButton):
    """A row that is not the selected one; a click or Enter selects it, arrows go to its neighbours."""

    ring_outside = False

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.shown: Group | None = None
        self.setFixedHeight(HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_group(self, group: Group) -> None:
        """Show another finding."""
        before, self.shown = self.shown, group
        if before is None or group.told != before.told:
            words = f"{group.wrong} → {group.right}" if group.right else group.wrong
            self.setAccessibleName(", ".join(part for part in (words, group.why, group.times) if part))
            show_tip(self, group.why)
            self.update()

    def sizeHint(self) -> QSize:
        """Return the row's height; the width is the inspector's."""
        return QSize(120, HIGH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the row above or below; Enter presses."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row."""
        group = self.shown
        if group is None:
            return
        theme, icons = self.look
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), theme.colour("hover"))
        painter.fillRect(0, 0, self.width(), 1, theme.colour("line"))
        icon = icons.pixmap(group.icon, _ICON, group.token, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(ICON_LEFT, _TOP + 3), icon)
        quiet = theme.font("kecil")
        times = QFontMetricsF(quiet).horizontalAdvance(group.times) + 8 if group.times else 0
        room = self.width() - WORDS_LEFT - _RIGHT
        paint_title(painter, self.look, group, QRectF(WORDS_LEFT, _TOP, room - times, 20))
        painter.setFont(quiet)
        painter.setPen(theme.colour("text_3"))
        if group.times:
            painter.drawText(
                QRectF(WORDS_LEFT, _TOP, room, 20),
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                group.times,
            )
        cut = QFontMetricsF(quiet).elidedText(group.second, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(WORDS_LEFT, _TOP + 21, room + 1, 16), Qt.AlignmentFlag.AlignVCenter, cut)
        if self.ringed and self.hasFocus():
            draw_focus_ring(painter, theme, QRectF(self.rect()), 0)
