"""The bar at the top: station, search, clock."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolTip, QWidget

from newsdesk.i18n import _, clock, long_date
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.figure_label import FigureLabel
from newsdesk.ui.components.keycap import HEIGHT, key_cap_width, paint_key_cap
from newsdesk.ui.components.ring import RingedButton
from newsdesk.ui.paint import draw_focus_ring, rounded
from newsdesk.ui.shortcuts import keys_of
from newsdesk.ui.zones import now, zone_named

if TYPE_CHECKING:
    from newsdesk.ui.components.badge import Badge
    from newsdesk.ui.look import Look
    from newsdesk.ui.next_bulletin import NextBulletin
    from newsdesk.ui.next_line import NextLine

HEIGHT_PX = 48
_BRIEF_UNDER = 1000
"""Width under which the next bulletin's time to air is left out."""
_LONGEST_NAME = 320
"""Pixels of the station's name: the window is never wider for it."""


class _Search(RingedButton):
    """Looks like a search field and opens the palette, where the typing is done."""

    ring_outside = False

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._key = keys_of("palette")
        self.setText(_("Cari naskah, perintah, orang"))
        self.setAccessibleName(self.text())
        self.setMinimumSize(120, 32)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(344)

    def sizeHint(self) -> QSize:
        """Return the size in the design."""
        return QSize(344, 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field."""
        theme, icons = self.look
        painter = QPainter(self)
        box = QRectF(self.rect())
        edge = "line_field" if self.underMouse() else "line"
        rounded(painter, box, 6, theme.colour("surface"), theme.colour(edge))
        painter.drawPixmap(QPointF(11, 8), icons.pixmap("search", 16, "text_2", self.devicePixelRatioF()))
        painter.setFont(theme.font("isi"))
        painter.setPen(theme.colour("text_3"))
        width = key_cap_width(self.look, self._key)
        words = box.adjusted(34, 0, -width - 14, 0)
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(words.width()))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
        paint_key_cap(painter, self.look, QPointF(box.width() - width - 8, (32 - HEIGHT) / 2), self._key)
        if self.ringed and self.hasFocus():
            draw_focus_ring(painter, theme, box, 6)


class TopBar(QWidget):
    """Station name, the search that opens the palette, and the wall clock of the station's zone."""

    def __init__(self, look: Look, station: str, zone: str, search: Callable[[], None]) -> None:
        super().__init__()
        self._look = look
        self._zone = zone
        self._next: NextLine | None = None
        self._found: NextBulletin | None = None
        self.open_next: Callable[[int], None] | None = None
        """Shows a bulletin on its page, set by the window."""
        self._on_air: Badge | None = None
        self.setFixedHeight(HEIGHT_PX)
        self._station = Label(look, weight=600)
        self._search = _Search(look)
        self._search.clicked.connect(search)
        self._clock = FigureLabel(look, "jam", _("Jam dinding"))
        self._clock.setContentsMargins(0, 0, 0, 2)  # the figure and the zone stand on one baseline
        self._zone_label = Label(look, font="kecil", token="text_2")
        self._zone_label.setContentsMargins(0, 3, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(0)
        row.addWidget(self._station)
        row.addSpacing(16)
        row.addWidget(self._search, 100)  # its full width before any is left empty
        row.addStretch(1)
        self._next_place = QHBoxLayout()
        row.addLayout(self._next_place)
        row.addSpacing(16)
        self._on_air_place = QHBoxLayout()
        row.addLayout(self._on_air_place)
        row.addWidget(_Divider(look))
        row.addSpacing(17)
        row.addWidget(self._clock)
        row.addSpacing(6)
        row.addWidget(self._zone_label)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self.set_station(station)
        self._zone_label.setText(zone_named(zone).short)
        self._tick()

    def set_station(self, station: str) -> None:
        """Show the station's name; a station without one is told so in a friendly way."""
        name = station or _("Radio Anda")
        shown = self._station.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, _LONGEST_NAME)
        self._station.setText(shown)
        self._station.setAccessibleName(name)
        if shown != name or self._station.toolTip():
            from newsdesk.ui.letters import show_tip  # few names are so long, and the first frame waits

            show_tip(self._station, name if shown != name else "")

    def set_on_air(self, on_air: bool) -> None:
        """Say beside the clock that something goes out now, or no longer."""
        if self._on_air is None and on_air:
            from newsdesk.ui.components.badge import Badge

            self._on_air = Badge(self._look, "radio", _("Mengudara"), ink="on_accent", fill="udara_fill")
            self._on_air_place.addWidget(self._on_air)
            self._on_air_place.addSpacing(16)
        if self._on_air is not None:
            self._on_air.setVisible(on_air)

    def set_zone(self, zone: str) -> None:
        """Run the clock in the zone of that IANA name."""
        self._zone = zone
        self._zone_label.setText(zone_named(zone).short)
        self._tick()

    def show_next(self, found: NextBulletin | None) -> None:
        """Show the bulletin that comes next, or none."""
        if self._next is None:
            if found is None:
                return
            # Imported here: no bulletin is known before the first frame.
            from newsdesk.ui.next_line import NextLine

            self._next = NextLine(self._look)
            self._next.set_brief(self.width() < _BRIEF_UNDER)
            self._next_place.addWidget(self._next)
            self.setTabOrder(self._search, self._next)
            self._next.clicked.connect(self._go_next)
        self._found = found
        self._next.show_next(found, now(self._zone))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out of the next bulletin what there is no room for."""
        super().resizeEvent(event)
        if self._next is not None:
            self._next.set_brief(event.size().width() < _BRIEF_UNDER)

    def event(self, event: QEvent) -> bool:
        """Tell the date when somebody points at the clock; the rest as every widget does."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            if self._clock.geometry().united(self._zone_label.geometry()).contains(event.pos()):
                QToolTip.showText(event.globalPos(), long_date(now(self._zone)), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line under the bar."""
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.theme.colour("line"))

    def _go_next(self) -> None:
        if self._found is not None and self.open_next is not None:
            self.open_next(self._found.bulletin_id)

    def _tick(self) -> None:
        at = now(self._zone)
        self._clock.set_text(clock(at, seconds=True))
        if self._next is not None:
            self._next.tick(at)
        self._timer.start(1000 - at.microsecond // 1000)  # aligned: the second changes when the second does


class _Divider(QWidget):
    """A line of 1 x 20."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(1, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        QPainter(self).fillRect(self.rect(), self._look.theme.colour("line"))
