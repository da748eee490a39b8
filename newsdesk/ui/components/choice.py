"""A field that offers a list to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from newsdesk.ui.components.field import Label
from newsdesk.ui.paint import draw_field, rounded, shows_ring

if TYPE_CHECKING:
    from newsdesk.ui.look import Look


class ChoiceBox(QComboBox):
    """A drop-down 32 high. ``icon`` is a Lucide name drawn before the words; ``quiet``: a plain line."""

    def __init__(
        self, look: Look, *, icon: str = "", quiet: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self._quiet = quiet
        self._ringed = False
        self.setFont(look.theme.font("isi"))
        self.setFixedHeight(32)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def sizeHint(self) -> QSize:
        """Return room for the longest choice."""
        metrics = QFontMetricsF(self.font())
        widest = max((metrics.horizontalAdvance(self.itemText(i)) for i in range(self.count())), default=0)
        return QSize(round(widest) + 44 + (24 if self._icon else 0), 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint field, words and chevron."""
        theme, icons = self._look
        painter = QPainter(self)
        box = QRectF(self.rect())
        ratio = self.devicePixelRatioF()
        if self._quiet and not (self._ringed and self.hasFocus()):
            fill = theme.colour("hover" if self.underMouse() else "surface")
            rounded(painter, box, 6, fill, theme.colour("line"))
        else:
            draw_field(painter, theme, box, focused=self.hasFocus() and self._ringed)
        x = 10.0
        ink = "text" if self.isEnabled() else "text_3"
        if self._icon:
            painter.drawPixmap(QPointF(x, 8), icons.pixmap(self._icon, 16, "text_2", ratio))
            x += 24
        painter.setFont(self.font())
        painter.setPen(theme.colour(ink))
        room = box.adjusted(x, 0, -32, 0)
        words = QFontMetricsF(self.font()).elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room.width() + 1
        )
        painter.drawText(room.adjusted(0, 0, 2, 0), Qt.AlignmentFlag.AlignVCenter, words)
        painter.drawPixmap(QPointF(box.width() - 26, 8), icons.pixmap("chevron-down", 16, ink, ratio))

    def showPopup(self) -> None:
        """Open the list, named like the field."""
        self.view().setAccessibleName(self.accessibleName())
        super().showPopup()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring when the keyboard came here."""
        super().focusInEvent(event)
        self._ringed = shows_ring(event.reason(), self._ringed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: a choice must not change while somebody scrolls past it."""
        event.ignore()


class Choice(QWidget):
    """Label above, drop-down, and a note under it. :attr:`chosen` carries the value picked by a person."""

    chosen = Signal(str)

    def __init__(self, look: Look, label: str, *, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = ChoiceBox(look)
        self.box.setAccessibleName(label)
        title = Label(look, label, "kecil", "text_2", weight=600)
        title.setBuddy(self.box)
        self._note = Label(look, note, "kecil", "text_3")
        self._note.setWordWrap(True)
        if not note:  # shown now, before it has a parent, it would be a window of its own for a moment
            self._note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(title)
        column.addWidget(self.box)
        column.addWidget(self._note)
        self.setFocusProxy(self.box)
        self.box.activated.connect(self._activated)

    def offer(self, choices: Sequence[tuple[str, str]], value: str) -> None:
        """Offer pairs of value and words; ``value`` is the one that holds now."""
        self.box.clear()
        for one, words in choices:
            self.box.addItem(words, one)
            self.box.setItemData(self.box.count() - 1, QSize(0, 28), Qt.ItemDataRole.SizeHintRole)
        self.box.setCurrentIndex(max(0, self.box.findData(value)))

    def value(self) -> str:
        """Return the value that is chosen, "" when there is none to choose."""
        value: object = self.box.currentData()
        return value if isinstance(value, str) else ""

    def set_note(self, note: str, token: str = "text_3") -> None:
        """Say something under the field."""
        self._note.setText(note)
        self._note.set_token(token)
        self._note.setVisible(bool(note))
        self.box.setAccessibleDescription(note)

    def _activated(self, index: int) -> None:
        self.chosen.emit(self.value())
