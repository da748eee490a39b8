"""The head of a bulletin: which it is, when, how long it may be and will be, and whether that is over."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from newsdesk.domain.timing import clock_length
from newsdesk.i18n import _, clock, long_date
from newsdesk.ui.components.badge import Badge
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.figure_label import FigureLabel
from newsdesk.ui.components.icon_label import IconLabel
from newsdesk.ui.components.over_under import OverUnder
from newsdesk.ui.components.ring import RingedButton
from newsdesk.ui.countdown import until_words
from newsdesk.ui.letters import safe_tip
from newsdesk.ui.paint import draw_focus_ring, rounded

if TYPE_CHECKING:
    from newsdesk.domain.rundown_timing import TimedRundown
    from newsdesk.ui.look import Look

HEIGHT = 88
_TITLE_WIDTH = 272
_SLOT_FROM, _ESTIMATE_FROM = 940, 700
"""Widths of the head from which there is room for "Jatah", and for "Perkiraan"."""
_CHEVRON = 16
_TOP = 4
"""How far the figures stand under the top of the name."""


class HeadWords(NamedTuple):
    """What the head shows of a bulletin; both moments are in the station's zone.

    ``on_air`` says that it is being read, at this computer or another.
    """

    name: str
    readers: str
    airtime: datetime
    close: datetime
    slot_ms: int
    on_air: bool = False


class _Title(RingedButton):
    """The bulletin's name, which opens the list of bulletins."""

    ring_outside = False
    radius = 4.0

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(28)
        self.setAccessibleDescription(_("Pilih buletin lain atau buat yang baru"))
        self.setToolTip(_("Pilih buletin lain atau buat yang baru"))

    def sizeHint(self) -> QSize:
        """Return room for the name and the chevron."""
        words = QFontMetricsF(self.look.theme.font("judul")).horizontalAdvance(self.text())
        return QSize(round(words) + _CHEVRON + 16, 28)

    def minimumSizeHint(self) -> QSize:
        """Return the least room: a few letters."""
        return QSize(80, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the name, cut where there is no room, and the chevron after it."""
        theme, icons = self.look
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            rounded(painter, box.adjusted(-4, 0, 0, 0), 4, theme.colour("hover"))
        font = theme.font("judul")
        metrics = QFontMetricsF(font)
        words = metrics.elidedText(self.text()[:200], Qt.TextElideMode.ElideRight, box.width() - _CHEVRON - 8)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        painter.drawText(box.adjusted(0, 0, 2, 0), Qt.AlignmentFlag.AlignVCenter, words)
        at = QPointF(round(metrics.horizontalAdvance(words)) + 6, 7)
        painter.drawPixmap(at, icons.pixmap("chevron-down", _CHEVRON, "text_3", self.devicePixelRatioF()))
        if self.ringed and self.hasFocus():
            draw_focus_ring(painter, theme, box, 4)


class _Column(QWidget):
    """A word, a figure of 20 px and a quiet line under it, with a rule at the left."""

    def __init__(self, look: Look, words: str) -> None:
        super().__init__()
        self._look = look
        self.figure = FigureLabel(look, "jam", words, line=28, align=Qt.AlignmentFlag.AlignLeft)
        self.under = Label(look, "", "kecil", "text_2")
        self.under.setFixedHeight(16)
        title = Label(look, words, "kecil", "text_2")
        title.setFixedHeight(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(21, _TOP, 20, 0)
        column.setSpacing(0)
        for part in (title, self.figure, self.under):
            column.addWidget(part)
        self.setFixedHeight(60 + _TOP)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rule."""
        QPainter(self).fillRect(0, _TOP, 1, self.height() - _TOP, self._look.theme.colour("line"))


class BulletinHead(QWidget):
    """88 high. ``title`` opens the list of bulletins; only over and under has a colour here."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words: HeadWords | None = None
        self.setFixedHeight(HEIGHT)
        self.title = _Title(look)
        self._date = Label(look, "", "isi", "text_2")
        self._readers = _Elided(look)
        self.airs = _Column(look, _("Tayang"))
        self.slot = _Column(look, _("Jatah"))
        self.estimate = _Column(look, _("Perkiraan"))
        self.over = OverUnder(look, _("Selisih perkiraan dan jatah"), font="lebih_kepala")
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.title)
        self._date.setFixedHeight(20)
        left.addWidget(self._date)
        left.addSpacing(3)
        self._readers_row = QWidget()
        who = QHBoxLayout(self._readers_row)
        who.setContentsMargins(0, 0, 0, 0)
        who.setSpacing(6)
        self.on_air = Badge(look, "radio", _("Mengudara"), ink="udara")
        self.on_air.hide()
        who.addWidget(self.on_air)
        who.addWidget(IconLabel(look, "user", 14, "text_3"))
        who.addWidget(self._readers, 1)
        left.addWidget(self._readers_row)
        self._block = QWidget()
        self._block.setLayout(left)
        self._block.setFixedWidth(_TITLE_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 10, 24, 0)
        row.setSpacing(0)
        row.addWidget(self._block, 0, Qt.AlignmentFlag.AlignTop)
        for part in (self.airs, self.slot, self.estimate):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        card = QVBoxLayout()
        card.setContentsMargins(0, _TOP, 0, 0)
        card.addWidget(self.over, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(card)

    def show_bulletin(self, words: HeadWords, now: datetime) -> None:
        """Show which bulletin it is."""
        self._words = words
        self.title.setText(words.name)
        self.title.setAccessibleName(
            _("Buletin {name}, {date}, tayang {at}").format(
                name=words.name, date=long_date(words.airtime), at=clock(words.airtime)
            )
        )
        self.title.update()
        self._date.setText(long_date(words.airtime))
        self._readers.set_words(words.readers)
        self._readers_row.setVisible(bool(words.readers))
        self.on_air.setVisible(words.on_air)
        self.airs.figure.set_text(clock(words.airtime, seconds=True))
        self.slot.figure.set_text(clock_length(words.slot_ms))
        self.slot.under.setText(_("tutup {at}").format(at=clock(words.close, seconds=True)))
        self.tick(now)

    def show_times(self, times: TimedRundown, tolerance_ms: int) -> None:
        """Show how long the rows take together, and what that is over."""
        self.estimate.figure.set_text(clock_length(times.total_ms))
        self.estimate.under.setText(_("rencana {length}").format(length=clock_length(times.planned_ms)))
        self.over.set_over(times.over_ms, tolerance_ms)

    def tick(self, now: datetime) -> None:
        """Count down to the airtime."""
        words = self._words
        if words is not None:
            left = until_words(words.airtime, words.close, now)
            if self.airs.under.text() != left:
                self.airs.under.setText(left)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for: it stands in the rows and at the right as well."""
        super().resizeEvent(event)
        width = event.size().width()
        self.slot.setVisible(width >= _SLOT_FROM)
        self.estimate.setVisible(width >= _ESTIMATE_FROM)
        self._block.setFixedWidth(min(_TITLE_WIDTH, max(160, width - 539)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line under it."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))


class _Elided(QWidget):
    """Words of 12 px in one line, cut where there is no room; all of them in the tool tip."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._words = ""
        self.setFixedHeight(16)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self.setAccessibleName(words)
        self.setToolTip(safe_tip(words))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words."""
        theme = self._look.theme
        painter = QPainter(self)
        font = theme.font("kecil")
        painter.setFont(font)
        painter.setPen(theme.colour("text_2"))
        words = QFontMetricsF(font).elidedText(
            self._words[:300], Qt.TextElideMode.ElideRight, self.width() + 1
        )
        painter.drawText(QRectF(self.rect()).adjusted(0, 0, 2, 0), Qt.AlignmentFlag.AlignVCenter, words)
