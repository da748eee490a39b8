"""A section of the inspector that folds; closed, its summary still says its state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from newsdesk.ui.components.ring import RingedButton
from newsdesk.ui.paint import draw_focus_ring

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

HEAD = 36
_CHEVRON = 16


class _Head(RingedButton):
    """The head row: chevron, title, summary at the right."""

    ring_outside = False

    def __init__(self, look: Look, title: str) -> None:
        super().__init__(look)
        self.summary = ""
        self.summary_icon = ""
        self.summary_token = "text_3"
        self.setText(title)
        self.setCheckable(True)
        self.setFixedHeight(HEAD)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the head's height; the width is the inspector's."""
        return QSize(120, HEAD)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the head in its state."""
        theme, icons = self.look
        painter = QPainter(self)
        box = QRectF(self.rect())
        dpr = self.devicePixelRatioF()
        if self.underMouse():
            painter.fillRect(box, theme.colour("hover"))
        chevron = "chevron-down" if self.isChecked() else "chevron-right"
        top = (HEAD - _CHEVRON) / 2
        painter.drawPixmap(QPointF(10, top), icons.pixmap(chevron, _CHEVRON, "text", dpr))
        title = theme.font("isi", weight=600)
        painter.setFont(title)
        painter.setPen(theme.colour("text"))
        painter.drawText(box.adjusted(33, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        left = 33 + QFontMetricsF(title).horizontalAdvance(self.text()) + 10
        self._paint_summary(painter, box.adjusted(left, 0, -12, 0), dpr)
        if self.ringed and self.hasFocus():
            draw_focus_ring(painter, theme, box, 0)

    def _paint_summary(self, painter: QPainter, room: QRectF, dpr: float) -> None:
        theme, icons = self.look
        coloured = self.summary_token != "text_3"
        font = theme.font("kecil", weight=600 if coloured else 400)
        icon = 14 + 5 if self.summary_icon else 0
        words = QFontMetricsF(font).elidedText(self.summary, Qt.TextElideMode.ElideRight, room.width() - icon)
        painter.setFont(font)
        painter.setPen(theme.colour(self.summary_token))
        if self.summary_icon:
            at = QPointF(room.left(), (HEAD - 14) / 2)
            painter.drawPixmap(at, icons.pixmap(self.summary_icon, 14, self.summary_token, dpr))
        side = Qt.AlignmentFlag.AlignLeft if self.summary_icon else Qt.AlignmentFlag.AlignRight
        painter.drawText(room.adjusted(icon, 0, 1, 0), side | Qt.AlignmentFlag.AlignVCenter, words)


class FoldSection(QWidget):
    """A head of 36 px that opens and closes the widget under it.

    :attr:`folded` carries True when it closes.
    """

    folded = Signal(bool)

    def __init__(
        self, look: Look, title: str, *, is_open: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._title = title
        self._body: QWidget | None = None
        self._head = _Head(look, title)
        self._head.setChecked(is_open)
        self._head.toggled.connect(self._toggled)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 1)
        self._column.setSpacing(0)
        self._column.addWidget(self._head)
        self._name_head()

    @property
    def title(self) -> str:
        """The section's name."""
        return self._title

    @property
    def is_open(self) -> bool:
        """Whether the body is seen."""
        return self._head.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Open or close the section."""
        self._head.setChecked(is_open)

    def set_body(self, body: QWidget) -> None:
        """Put ``body`` under the head, in the place of the one before."""
        if self._body is not None and self._body is not body:
            self._column.removeWidget(self._body)
            self._body.hide()
        self._body = body
        self._column.addWidget(body)
        body.setVisible(self.is_open)

    def set_summary(self, words: str, *, icon: str = "", token: str = "text_3") -> None:
        """Say the section's state in its head: "revisi 3, 09.58". With ``icon`` it follows the title."""
        self._head.summary, self._head.summary_icon, self._head.summary_token = words, icon, token
        self._name_head()
        self._head.update()

    def focus_head(self) -> None:
        """Give the head the keyboard focus."""
        self._head.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line under the section."""
        theme = self._look.theme
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))

    def _toggled(self, is_open: bool) -> None:
        if self._body is not None:
            self._body.setVisible(is_open)
        self.folded.emit(not is_open)

    def _name_head(self) -> None:
        summary = self._head.summary
        self._head.setAccessibleName(f"{self._title}, {summary}" if summary else self._title)
