"""Help: how a story goes from paste to sound, and every shortcut from the one list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.keycap import KeyCap
from newsdesk.ui.paint import rounded
from newsdesk.ui.shortcuts import Where, shortcuts

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_WIDTH = 720


class Help(QWidget):
    """A sheet over the window; Esc, its button and a click beside it close it."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._before: QWidget | None = None
        self._sheet = _Sheet(look, self)
        self._sheet.close_button.clicked.connect(self.dismiss)
        self.setAccessibleName(_("Bantuan"))
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show the sheet and give it the keyboard."""
        if not self.isVisible():
            self._before = self.window().focusWidget()
        self._place()
        self.show()
        self.raise_()
        self._sheet.area.setFocus(Qt.FocusReason.ShortcutFocusReason)

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
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, following: bool) -> bool:
        """Keep Tab inside the sheet."""
        stops = (self._sheet.area, self._sheet.close_button)
        stop = stops[1] if stops[0].hasFocus() else stops[0]
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
        height = min(self._sheet.wanted_height(), self.height() - 96)
        self._sheet.setGeometry(
            QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height)
        )


class _Sheet(QWidget):
    """The surface with the words."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        head = QHBoxLayout()
        head.addWidget(Label(look, _("Bantuan"), "panel"))
        head.addStretch(1)
        self.close_button = Button(look, kind=Kind.GHOST, icon="x", name=_("Tutup bantuan"))
        head.addWidget(self.close_button)
        self._inner = QWidget()
        body = QVBoxLayout(self._inner)
        body.setContentsMargins(0, 0, 20, 4)
        body.setSpacing(20)
        steps = Label(look, _steps(), token="text_2")
        steps.setWordWrap(True)
        body.addWidget(steps)
        for where in Where:
            body.addLayout(self._group(where))
        body.addStretch(1)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setWidget(self._inner)
        self.area.setAccessibleName(_("Daftar pintasan"))
        self.area.viewport().setAutoFillBackground(False)
        self._inner.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 4, 16)
        column.setSpacing(12)
        head.setContentsMargins(0, 0, 10, 0)
        column.addLayout(head)
        column.addWidget(self.area, 1)

    def wanted_height(self) -> int:
        """Return the height at which nothing needs scrolling."""
        return self._inner.sizeHint().height() + 90

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the sheet is not a click on the scrim."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface."""
        theme = self._look.theme
        rounded(QPainter(self), self.rect().toRectF(), 8, theme.colour("surface"), theme.colour("line"))

    def _group(self, where: Where) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, 120)
        grid.setColumnStretch(1, 1)
        grid.addWidget(Label(self._look, where.words, "kecil", "text_3", weight=600), 0, 0, 1, 2)
        for row, shortcut in enumerate((s for s in shortcuts() if s.where is where), start=1):
            grid.addWidget(KeyCap(self._look, shortcut.keys), row, 0)
            grid.addWidget(Label(self._look, shortcut.words), row, 1)
        return grid


def _steps() -> str:
    return _(
        "Tempel berita ke naskah baru. Di bawah angka, singkatan, dan nama sulit tampil cara membacanya; "
        "lama baca dihitung dari situ. Kaitkan kata dengan narasumbernya, lalu dengarkan. "
        "Semua yang diketik tersimpan sendiri."
    )
