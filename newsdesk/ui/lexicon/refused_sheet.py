"""The lines of an imported file that were refused, each with its number and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from newsdesk.i18n import _, ngettext, number
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Label
from newsdesk.ui.paint import rounded

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_WIDTH, _SIDE = 560, 20
_MOST_LINES = 280
"""The highest that the lines get; more of them scroll."""
_WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
_COUNTED = 40
"""Lines that are measured: that many fill the sheet."""


class RefusedSheet(QWidget):
    """A sheet over the window; Esc, its button and a click beside it close it. The lines can be copied."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._before: QWidget | None = None
        self._sheet = _Ground(look, self)
        self._title = Label(look, "", "panel")
        self._words = Label(look, "", token="text_2")
        self._words.setWordWrap(True)
        self.lines = QPlainTextEdit()
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.lines.setFrameShape(QFrame.Shape.NoFrame)
        self.lines.setFont(look.theme.font("isi"))
        self.lines.setAccessibleName(_("Baris yang ditolak"))
        self.close_button = Button(look, _("Tutup"), Kind.STRONG, key="Esc")
        self.close_button.clicked.connect(self.dismiss)
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(_SIDE, 16, _SIDE, 16)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addWidget(self.lines, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column.addLayout(foot)
        window.installEventFilter(self)
        self.hide()

    def tell(self, taken: int, refused: Sequence[tuple[int, str]]) -> None:
        """Show what was refused; ``taken`` rows of the file are in the lexicon now."""
        refused_words = ngettext("{n} baris ditolak", "{n} baris ditolak", len(refused))
        self._title.setText(refused_words.format(n=number(len(refused))))
        self._words.setText(
            ngettext(
                "{n} baris lain sudah masuk. Perbaiki yang ini di berkasnya, lalu impor lagi.",
                "{n} baris lain sudah masuk. Perbaiki yang ini di berkasnya, lalu impor lagi.",
                taken,
            ).format(n=number(taken))
        )
        self.lines.setPlainText(
            "\n".join(_("Baris {n}: {reason}").format(n=number(line), reason=why) for line, why in refused)
        )
        if not self.isVisible():
            self._before = self.window().focusWidget()
        self._place()
        self.show()
        self.raise_()
        self.close_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dismiss(self) -> None:
        """Close it and give the focus back to where it was."""
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scrim."""
        QPainter(self).fillRect(self.rect(), self._look.theme.colour("scrim"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the scrim closes."""
        self.dismiss()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()

    def focusNextPrevChild(self, following: bool) -> bool:
        """Keep Tab inside the sheet."""
        stop = self.lines if self.close_button.hasFocus() else self.close_button
        stop.setFocus(Qt.FocusReason.TabFocusReason if following else Qt.FocusReason.BacktabFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        self.setGeometry(self.window().rect())
        width = min(_WIDTH, self.width() - 48)
        self.lines.setFixedHeight(self._high(width - 2 * _SIDE))
        layout = self._sheet.layout()
        assert layout is not None
        height = min(layout.totalHeightForWidth(width), self.height() - 48)
        left, top = (self.width() - width) // 2, (self.height() - height) // 2
        self._sheet.setGeometry(QRect(left, top, width, height))

    def _high(self, width: int) -> int:
        """Return how high the lines are at that width, none cut off unless there are very many."""
        inside = round(2 * self.lines.document().documentMargin())
        metrics, room = QFontMetrics(self.lines.font()), QRect(0, 0, width - inside, _MOST_LINES)
        high, block = inside, self.lines.document().firstBlock()
        for _line in range(_COUNTED):
            if block.isValid():
                words = block.text() or " "
                high += metrics.boundingRect(room, _WRAP, words).height()
                block = block.next()
        return min(high + metrics.descent(), _MOST_LINES)


class _Ground(QWidget):
    """The surface under the words."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the sheet is not a click on the scrim."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface."""
        theme = self._look.theme
        rounded(QPainter(self), self.rect().toRectF(), 8, theme.colour("surface"), theme.colour("line"))
