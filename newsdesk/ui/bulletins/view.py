"""The widgets of the Buletin page: head, tray, rundown and foot, and the trim adviser at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from newsdesk.ui.bulletins.adviser import Adviser
from newsdesk.ui.bulletins.bulletin_form import BulletinForm
from newsdesk.ui.bulletins.empty import no_bulletin, no_rows
from newsdesk.ui.bulletins.foot import BulletinFoot
from newsdesk.ui.bulletins.head import HEIGHT, BulletinHead
from newsdesk.ui.bulletins.picker import BulletinPicker
from newsdesk.ui.bulletins.ready_panel import ReadyPanel
from newsdesk.ui.bulletins.tray import Tray
from newsdesk.ui.components.rule import Rule
from newsdesk.ui.landing import land_on
from newsdesk.ui.rundown.columns import heights_for
from newsdesk.ui.rundown.rundown_pane import RundownPane

if TYPE_CHECKING:
    from newsdesk.ui.components.two_line_rows import TwoLineRow
    from newsdesk.ui.look import Look

_RIGHT, _NARROW_RIGHT = 300, 272
_NARROW_WINDOW, _FOLDS_UNDER = 1400, 1200
_LOW_WINDOW = 800
"""Height under which the tray is one line, unless somebody opened it."""


class BulletinView(QWidget):
    """In narrow windows the tray is one line and the right column folds into the foot; keys bring both back.

    :attr:`came` tells that the page is on the screen.
    """

    came = Signal()
    insert_wanted = Signal()
    new_wanted = Signal()
    programmes_wanted = Signal()

    def __init__(
        self, look: Look, find: Callable[[str, Callable[[Sequence[TwoLineRow]], None]], None]
    ) -> None:
        super().__init__()
        self._look = look
        self._right_turned: bool | None = None
        self._tray_turned: bool | None = None
        self.head = BulletinHead(look)
        self.tray = Tray(look)
        self.pane = RundownPane(look, find)
        self.foot = BulletinFoot(look)
        self.adviser = Adviser(look)
        self.ready = ReadyPanel(look)
        self.no_rows = no_rows(look, self.insert_wanted.emit)
        self.no_bulletin = no_bulletin(look, self.new_wanted.emit, self.programmes_wanted.emit)
        self._rows = QStackedWidget()
        self._rows.addWidget(self.pane)
        self._rows.addWidget(self.no_rows)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        for part, stretch in (
            (self.head, 0),
            (self.tray, 0),
            (Rule(look), 0),
            (self._rows, 1),
            (self.foot, 0),
        ):
            left.addWidget(part, stretch)
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.adviser, 1)
        right.addWidget(self.ready)
        bulletin = QWidget()
        row = QHBoxLayout(bulletin)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self._right)
        self._stack = QStackedWidget()
        self._stack.addWidget(bulletin)
        self._stack.addWidget(self.no_bulletin)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.picker = BulletinPicker(look, self)
        self.form = BulletinForm(look, self)
        for popup in (self.picker, self.form):
            popup.left.connect(self.take_keyboard)
        self.foot.advice.clicked.connect(self.turn_right)
        self.tray.folded_changed.connect(self._tray_folded)

    # ------------------------------------------------------------ what is shown

    def show_bulletin(self, *, rows: bool) -> None:
        """Show a bulletin that has rows, or one that teaches how it gets some."""
        self._stack.setCurrentIndex(0)
        self._rows.setCurrentIndex(0 if rows else 1)
        self.foot.show_keys(rows)
        land_on(self, self.pane if rows else self.no_rows)

    def show_none(self) -> None:
        """Show what a newsroom without a bulletin sees."""
        self._stack.setCurrentIndex(1)
        land_on(self, self.no_bulletin)

    def open_picker(self) -> None:
        """Open the list of bulletins under the name of this one."""
        self.form.close_quietly()
        self.picker.open_at(QPoint(16, HEIGHT - 44))
        self.picker.begin()

    def open_form(self) -> None:
        """Open the form, which was filled before."""
        self.picker.close_quietly()
        self.form.open_at(QPoint(16, HEIGHT - 44))
        self.form.begin()

    def turn_right(self) -> None:
        """Fold the right column, or open it."""
        self._right_turned = self._right.isHidden()
        self._fold()

    def turn_tray(self) -> None:
        """Fold the tray or open it; opened, it has the keyboard."""
        self.tray.turn()
        if not self.tray.folded and self.tray.cards.rows.cards:
            self.tray.cards.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self.tray.folded:
            self.take_keyboard()

    def take_keyboard(self) -> None:
        """Give the keyboard to the rows."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def right_open(self) -> bool:
        """Whether the right column is seen."""
        return not self._right.isHidden()

    # ------------------------------------------------------------ size

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what there is no room for."""
        super().resizeEvent(event)
        self._fold()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that the page is looked at."""
        super().showEvent(event)
        self._fold()
        self.came.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of the rows."""
        QPainter(self).fillRect(self.rect(), self._look.theme.colour("surface"))

    def _tray_folded(self, folded: bool) -> None:
        self._tray_turned = folded

    def _fold(self) -> None:
        window = self.window()
        self._right.setFixedWidth(_RIGHT if window.width() >= _NARROW_WINDOW else _NARROW_RIGHT)
        wide = window.width() >= _FOLDS_UNDER
        shown = wide if self._right_turned is None else self._right_turned
        self._right.setVisible(shown)
        self.foot.offer_advice(not shown)
        low = window.height() < _LOW_WINDOW
        folded = low if self._tray_turned is None else self._tray_turned
        if folded != self.tray.folded:
            self.tray.fold(folded)
        self.pane.set_heights(heights_for(window.height()))
