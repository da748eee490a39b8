"""A heading edited where it stands: the block's name, and how long it may be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from newsdesk.domain.rundown import Block
from newsdesk.domain.timing import clock_length
from newsdesk.i18n import _
from newsdesk.ui.components.field import Label, LineEdit
from newsdesk.ui.rundown.columns import Columns
from newsdesk.ui.rundown.typed_times import typed_length

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_NAME, _BUDGET = 240, 110
_LONGEST = 60


class HeadingEditor(QWidget):
    """Enter keeps (:attr:`kept` carries the block), Esc leaves (:attr:`left`)."""

    kept = Signal(object)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._block: Block | None = None
        self.name = LineEdit(look, _("Nama blok"), self)
        self.name.setMaxLength(_LONGEST)
        self.budget = LineEdit(look, _("jatah, 5:00"), self)
        self._hint = Label(look, "", "kecil", "text_3")
        self._hint.setParent(self)
        for field, words in ((self.name, _("Nama blok")), (self.budget, _("Jatah blok, menit dan detik"))):
            field.setAccessibleName(words)
            field.setTextMargins(4, 0, 4, 0)
            field.installEventFilter(self)
        QWidget.setTabOrder(self.name, self.budget)
        self.hide()

    @property
    def block(self) -> Block | None:
        """The block being edited, None while the editor is not open."""
        return self._block

    def open(self, block: Block) -> None:
        """Edit a block."""
        self._block = block
        self.name.setText(block.name)
        self.budget.setText("" if block.budget_ms is None else clock_length(block.budget_ms))
        self.budget.set_wrong(False)
        self._hint.set_token("text_3")
        self._hint.setText(_("↵ menyimpan, Esc batal"))
        self.show()
        self.raise_()
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.name.selectAll()

    def place(self, row: QRect, columns: Columns) -> None:
        """Lie over a row of the viewport."""
        self.setGeometry(row)
        height = max(22, row.height() - 4)
        top = (row.height() - height) // 2
        for field, x, width in (
            (self.name, columns.slug - 6, _NAME),
            (self.budget, columns.slug + _NAME + 2, _BUDGET),
        ):
            field.setFixedHeight(height)
            field.setGeometry(x, top, width, height)
        left = columns.slug + _NAME + _BUDGET + 14
        self._hint.setGeometry(left, 0, max(0, row.width() - left), row.height())

    def leave(self) -> None:
        """Close without keeping anything."""
        if self._block is not None:
            self._block = None
            self.hide()
            self.left.emit()

    def keep(self) -> None:
        """Keep what was typed, if it can be; else say what would fit."""
        block = self._block
        if block is None:
            return
        try:
            budget = typed_length(self.budget.text()) or None
        except ValueError:
            self.budget.set_wrong(True)
            self.budget.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._hint.set_token("temuan")
            self._hint.setText(_("Tulis menit dan detik, misalnya 5:00."))
            return
        self._block = None
        self.hide()
        self.kept.emit(replace(block, name=self.name.text().strip() or block.name, budget_ms=budget))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter keeps and Esc leaves from both fields."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.keep()
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground over the heading."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("accent_soft"))
        painter.fillRect(0, 0, 3, self.height(), theme.colour("accent_text"))
