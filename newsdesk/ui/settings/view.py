"""The widgets of Atur: the list of sections, and the section that is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from newsdesk.i18n import _
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.ring import RingedButton
from newsdesk.ui.landing import tab_to_checked
from newsdesk.ui.paint import draw_focus_ring, rounded
from newsdesk.ui.settings.newsroom_section import NewsroomSection
from newsdesk.ui.settings.people import PeopleSection

if TYPE_CHECKING:
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.look import Look
    from newsdesk.ui.settings.section import Section

_LIST_WIDTH = 324
_NARROW_LIST_WIDTH = 288
_NARROW_WINDOW = 1400
_ROUND = 12
"""Room above and below what is scrolled into view."""
_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_ICONS = {
    "appearance": "sun-moon",
    "station": "radio-tower",
    "person": "user",
    "programmes": "calendar-clock",
    "sources": "quote",
    "tags_desks": "tag",
    "voice": "audio-lines",
    "house_style": "captions",
    "checks": "circle-alert",
    "law": "scale",
    "newsrooms": "newspaper",
    "data": "folder",
}


class _Row(RingedButton):
    """One section in the list, 28 high."""

    ring_outside = False

    def __init__(self, look: Look, icon: str, words: str) -> None:
        super().__init__(look)
        self._icon = icon
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFixedHeight(28)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the row's height; the list gives the width."""
        return QSize(120, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon and word."""
        theme, icons = self.look
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            rounded(painter, box, 4, theme.colour("hover"))
        ink = "text" if self.isChecked() else "text_2"
        painter.drawPixmap(QPointF(8, 6), icons.pixmap(self._icon, 16, ink, self.devicePixelRatioF()))
        painter.setFont(theme.font("isi", weight=600 if self.isChecked() else 400))
        painter.setPen(theme.colour(ink))
        painter.drawText(box.adjusted(32, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.ringed and self.hasFocus():
            draw_focus_ring(painter, theme, box, 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go through the sections and show them, Enter goes in."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


class _Scrolled(QScrollArea):
    """Scrolls a section; the keyboard brings a control into view with the lines that belong to it.

    Qt does so only while Tab goes on inside, and for the control alone.
    """

    def __init__(self, section: Section) -> None:
        super().__init__()
        self._section = section
        for control in section.findChildren(QWidget):
            if control.focusPolicy() & Qt.FocusPolicy.TabFocus:
                control.installEventFilter(self)

    def eventFilter(self, arg__1: QObject, arg__2: QEvent) -> bool:
        """Show a control that got the keyboard; under the mouse nothing moves."""
        if (
            isinstance(arg__2, QFocusEvent)
            and arg__2.gotFocus()
            and arg__2.reason() in _BY_KEYBOARD
            and isinstance(arg__1, QWidget)
        ):
            self.ensureWidgetVisible(self._section.last_line_of(arg__1), 0, _ROUND)
            self.ensureWidgetVisible(arg__1, 0, _ROUND)
        return super().eventFilter(arg__1, arg__2)


class SettingsView(QWidget):
    """List at the left on the canvas, the chosen section at the right on the page's surface."""

    def __init__(self, look: Look, names: Sequence[tuple[str, str]], sections: Mapping[str, Section]) -> None:
        super().__init__()
        self._look = look
        self._sections = sections
        self._rows: dict[str, _Row] = {}
        self._stack = QStackedWidget()
        self._stack.setAccessibleName(_("Isi bagian"))
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(8, 0, 9, 8)
        column.setSpacing(0)
        head = Label(look, _("Atur"), weight=600)
        head.setFixedHeight(40)
        head.setContentsMargins(8, 0, 0, 0)
        column.addWidget(head)
        column.addSpacing(8)
        for key, words in names:
            row = self._rows[key] = _Row(look, _ICONS[key], words)
            row.toggled.connect(partial(self._chosen, key))
            column.addWidget(row)
            self._stack.addWidget(self._scrolled(sections[key]))
        column.addStretch(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._list)
        line.addWidget(self._stack, 1)
        self._list.setFixedWidth(_LIST_WIDTH)
        self.setFocusProxy(self._rows[names[0][0]])
        self._rows[names[0][0]].setChecked(True)

    def show_section(self, key: str) -> None:
        """Show a section and give its first control the focus."""
        newsrooms = self._sections["newsrooms"]
        if key == "new-newsroom" and isinstance(newsrooms, NewsroomSection):
            self._rows["newsrooms"].setChecked(True)
            newsrooms.new_name.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        people = self._sections["person"]
        if key == "first-administrator" and isinstance(people, PeopleSection):
            self._rows["person"].setChecked(True)
            people.begin_with_several()
            return
        self._rows[key].setChecked(True)
        self._sections[key].focus_first()

    def opened(self, newsroom: Newsroom) -> None:
        """Tell every section which newsroom is open."""
        for section in self._sections.values():
            section.opened(newsroom)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint canvas, surface and the lines between them."""
        theme = self._look.theme
        painter = QPainter(self)
        edge = self._list.width()
        painter.fillRect(edge, 0, self.width() - edge, self.height(), theme.colour("surface"))
        painter.fillRect(edge - 1, 0, 1, self.height(), theme.colour("line"))
        painter.fillRect(0, 39, edge, 1, theme.colour("line"))

    def event(self, event: QEvent) -> bool:
        """Narrow the list in a narrow window."""
        if event.type() == QEvent.Type.Resize:
            narrow = self.window().width() < _NARROW_WINDOW
            self._list.setFixedWidth(_NARROW_LIST_WIDTH if narrow else _LIST_WIDTH)
        return super().event(event)

    def _chosen(self, key: str, on: bool) -> None:
        if on:
            self._stack.setCurrentIndex(list(self._rows).index(key))
            self.setFocusProxy(self._rows[key])
            tab_to_checked(self._rows.values())

    def _scrolled(self, section: Section) -> QScrollArea:
        area = _Scrolled(section)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        row = QHBoxLayout(inner)
        row.setContentsMargins(32, 24, 36, 0)
        row.addWidget(section, 1)
        row.addStretch(0)
        area.setWidget(inner)
        area.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        return area
