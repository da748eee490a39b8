"""A few choices side by side, one of which holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from newsdesk.ui.components.field import Label
from newsdesk.ui.components.ring import RingedButton
from newsdesk.ui.paint import draw_focus_ring, rounded

if TYPE_CHECKING:
    from newsdesk.ui.look import Look


class _Part(RingedButton):
    """One choice."""

    ring_outside = False

    def __init__(self, look: Look, words: str, name: str) -> None:
        super().__init__(look)
        self.setText(words)
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # one of several, to screen readers; the group sees to it
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for the word, heavy or not, so that nothing moves when the choice changes."""
        width = QFontMetricsF(self.look.theme.font("isi", weight=600)).horizontalAdvance(self.text())
        return QSize(round(width) + 26, 30)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the choice in its state."""
        theme = self.look.theme
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.isChecked():
            rounded(painter, box, 5, theme.colour("accent_soft"))
        elif self.underMouse():
            rounded(painter, box, 5, theme.colour("hover"))
        painter.setFont(theme.font("isi", weight=600 if self.isChecked() else 400))
        ink = "accent_text" if self.isChecked() else "text_2" if self.isEnabled() else "text_3"
        painter.setPen(theme.colour(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.ringed and self.hasFocus():
            draw_focus_ring(painter, theme, box, 5)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses like Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class _Frame(QWidget):
    """The border round the choices."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint surface and border."""
        theme = self._look.theme
        rounded(QPainter(self), QRectF(self.rect()), 6, theme.colour("surface"), theme.colour("line_field"))


class Segment(QWidget):
    """Label above, choices side by side. :attr:`chosen` carries the value picked by a person.

    ``bare``: what the label says is only spoken; the choices stand in a line with other things.
    """

    chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        label: str,
        choices: Sequence[tuple[str, str]],
        value: str,
        parent: QWidget | None = None,
        *,
        bare: bool = False,
    ) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._values = [one for one, _words in choices]
        frame = _Frame(look)
        row = QHBoxLayout(frame)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        for i, (_one, words) in enumerate(choices):
            part = _Part(look, words, f"{label}: {words}")
            self._group.addButton(part, i)
            row.addWidget(part)
        line = QHBoxLayout()
        line.addWidget(frame)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        if not bare:
            column.addWidget(Label(look, label, "kecil", "text_2", weight=600))
        column.addLayout(line)
        self.set_value(value)
        self._group.idClicked.connect(self._clicked)

    def value(self) -> str:
        """Return the value that holds."""
        return self._values[self._group.checkedId()]

    def set_value(self, value: str) -> None:
        """Make ``value`` hold; the first one when it is none of them."""
        at = self._values.index(value) if value in self._values else 0
        self._group.button(at).setChecked(True)

    def _clicked(self, at: int) -> None:
        self.chosen.emit(self._values[at])

    def set_available(self, value: str, available: bool, reason: str = "") -> None:
        """Let a value be chosen or not; ``reason`` says why not, as tool tip and spoken."""
        part = self._group.button(self._values.index(value))
        part.setEnabled(available)
        for say in (part.setToolTip, part.setStatusTip, part.setAccessibleDescription):
            say("" if available else reason)
