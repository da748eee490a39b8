"""The widgets of the Siaran page: what can be read now, and the log of what was read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from newsdesk.i18n import _, pgettext
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.segment import Segment
from newsdesk.ui.components.text_block import TextBlock
from newsdesk.ui.components.two_line_rows import TwoLineList, TwoLineRow
from newsdesk.ui.landing import land_on
from newsdesk.ui.onair.bulletin_detail import BulletinDetail
from newsdesk.ui.onair.log_months import LogMonths
from newsdesk.ui.onair.log_pane import LogPane

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_WIDE, _NARROW = 324, 288
_NARROW_UP_TO = 1366 - 76
READ, LOG = "read", "log"


class OnAirView(QWidget):
    """A list at the left for each of the two tabs, what is chosen in it at the right.

    :attr:`came` tells that the page is on the screen, :attr:`turned` carries the tab that was chosen.
    """

    came = Signal()
    turned = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.tabs = Segment(
            look,
            _("Siaran"),
            [(READ, pgettext("tab", "Dibaca")), (LOG, _("Log siar"))],
            READ,
            bare=True,
        )
        self.bulletins = TwoLineList(look, _("Buletin yang bisa dibaca"), marks_always=True, most=14)
        self.readings = TwoLineList(look, _("Siaran yang sudah lewat"), marks_always=True, most=14)
        self.months = LogMonths(look)
        self.note = TextBlock(look, "", "kecil")
        self.detail = BulletinDetail(look)
        self.log = LogPane(look)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.detail)
        self._stack.addWidget(self.log)
        self._left = self._make_left(look)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(self._stack, 1)
        self._waits = False
        """Whether the keyboard waits at the tabs for the list to have rows."""
        self.tabs.chosen.connect(self.turn)
        self.turn(READ)

    @property
    def tab(self) -> str:
        """The tab being shown."""
        return self.tabs.value()

    def turn(self, tab: str) -> None:
        """Show a tab."""
        reading = tab == READ
        if self.tabs.value() != tab:
            self.tabs.set_value(tab)
        inside = self._inside()
        gone = self.readings if reading else self.bulletins
        self._list.setVisible(bool(self._list.rows()))
        self.show_months()
        # Before anything that has the focus is hidden: it would go to the next button, and Enter press it.
        self._take_focus(land=inside)
        gone.hide()
        self._stack.setCurrentWidget(self.detail if reading else self.log)
        self.turned.emit(tab)

    def show_months(self) -> None:
        """Show the months where there are any: they belong to the log."""
        self.months.setVisible(self.tab == LOG and self.months.offers_months)

    def show_rows(self, tab: str, rows: Sequence[TwoLineRow]) -> None:
        """Show the rows in a tab's list; the keyboard stays with the list, however long that was empty."""
        shown = self.bulletins if tab == READ else self.readings
        focused = self.window().focusWidget()
        land = focused is shown or (self._waits and focused is self.tabs)
        if focused is shown and not rows:
            self.tabs.setFocus()
        shown.show_rows(rows)
        shown.setVisible(bool(rows) and tab == self.tab)
        if tab == self.tab:
            self._take_focus(land=land)

    @property
    def _list(self) -> TwoLineList:
        return self.bulletins if self.tab == READ else self.readings

    def _inside(self) -> bool:
        """Return whether the keyboard is in what a tab shows."""
        focused = self.window().focusWidget()
        return focused in (self.bulletins, self.readings) or self._stack.isAncestorOf(focused)

    def _take_focus(self, *, land: bool) -> None:
        """Have the keyboard come to the list, or wait at the tabs while that is empty."""
        empty = not self._list.rows()
        to = self.tabs if empty else self._list
        land_on(self, to)
        self._waits = empty
        if land:
            to.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list the width of the design."""
        super().resizeEvent(event)
        self._left.setFixedWidth(_WIDE if event.size().width() > _NARROW_UP_TO else _NARROW)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that the page is looked at."""
        super().showEvent(event)
        self.came.emit()

    def _make_left(self, look: Look) -> QWidget:
        left = _Left(look)
        title = Label(look, _("Siaran"), "judul")
        under = QVBoxLayout()
        under.setContentsMargins(16, 12, 16, 12)
        under.addWidget(self.note)
        head = QVBoxLayout()
        head.setContentsMargins(16, 16, 16, 12)
        head.setSpacing(8)
        head.addWidget(title)
        head.addWidget(self.tabs)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(head)
        months = QVBoxLayout()
        months.setContentsMargins(16, 0, 16, 8)
        months.addWidget(self.months)
        column.addLayout(months)
        column.addWidget(self.bulletins)
        column.addWidget(self.readings)
        column.addLayout(under)
        column.addStretch(1)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        return left


class _Left(QWidget):
    """The column at the left, with a line at its right."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedWidth(_WIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        QPainter(self).fillRect(self.width() - 1, 0, 1, self.height(), self._look.theme.colour("line"))
