"""The bulletin that comes next, in the top bar of every page: name, time to air, over and under."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from newsdesk.i18n import _, clock
from newsdesk.ui.components.over_under import OverLook, over_look
from newsdesk.ui.components.ring import RingedButton
from newsdesk.ui.countdown import until_words
from newsdesk.ui.letters import safe_tip
from newsdesk.ui.paint import draw_focus_ring, rounded

if TYPE_CHECKING:
    from newsdesk.ui.look import Look
    from newsdesk.ui.next_bulletin import NextBulletin

_ICON = 16
_GAP = 8
_LONGEST_NAME = 180


class NextLine(RingedButton):
    """One line that opens the bulletin. Its accessible name follows the minutes, not the seconds."""

    ring_outside = False
    radius = 4.0

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._next: NextBulletin | None = None
        self._over: OverLook | None = None
        self._at = ""
        self._until = ""
        self.brief = False
        """Whether there is no room for the time to air."""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_next(self, found: NextBulletin | None, now: datetime) -> None:
        """Show a bulletin, or nothing; ``now`` is in the station's zone."""
        self._next = found
        self.setVisible(found is not None)
        if found is not None:
            self._over = over_look(found.over_ms, found.tolerance_ms)
            self._at = clock(found.airtime.astimezone(now.tzinfo))
            self._until = ""
            self.tick(now)
            self._name()

    def set_brief(self, brief: bool) -> None:
        """Leave the time to air out, or show it again."""
        if brief != self.brief:
            self.brief = brief
            self.updateGeometry()
            self.update()

    def tick(self, now: datetime) -> None:
        """Count down."""
        found = self._next
        if found is None:
            return
        words = until_words(found.airtime, found.close, now)
        until = _("tayang {until}").format(until=words) if now < found.airtime else words
        if until != self._until:
            grows = len(until) != len(self._until)
            self._until = until
            if grows:
                self.updateGeometry()
                self._name()
            self.update()

    def sizeHint(self) -> QSize:
        """Return room for all of it."""
        return QSize(round(sum(width + _GAP for _f, _t, _w, width in self._parts())) + _ICON + 8, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon and words."""
        theme, icons = self.look
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.underMouse():
            rounded(painter, box, 4, theme.colour("hover"))
        painter.drawPixmap(
            QPointF(4, 6), icons.pixmap("list-ordered", _ICON, "text_2", self.devicePixelRatioF())
        )
        x = 4.0 + _ICON + _GAP
        for font, token, words, width in self._parts():
            painter.setFont(theme.font(font, weight=600 if token not in ("text_2",) else 400))
            painter.setPen(theme.colour(token))
            painter.drawText(QRectF(x, 0, width + 2, box.height()), Qt.AlignmentFlag.AlignVCenter, words)
            x += width + (_GAP if words != self._shown_name() else 5)
        if self.ringed and self.hasFocus():
            draw_focus_ring(painter, theme, box, 4)

    def _shown_name(self) -> str:
        found = self._next
        metrics = QFontMetricsF(self.look.theme.font("isi", weight=600))
        name = found.name[:100] if found is not None else ""
        return metrics.elidedText(name, Qt.TextElideMode.ElideRight, _LONGEST_NAME)

    def _parts(self) -> list[tuple[str, str, str, float]]:
        if self._next is None or self._over is None:
            return []
        parts = [("isi", "text", self._shown_name()), ("isi", "text_2", self._at)]
        if not self.brief:
            parts.append(("isi", "text_2", self._until))
        parts.append(("kecil", self._over.ink, self._over.words))
        theme = self.look.theme
        return [
            (
                font,
                token,
                words,
                QFontMetricsF(theme.font(font, weight=600 if token != "text_2" else 400)).horizontalAdvance(
                    words
                ),
            )
            for font, token, words in parts
        ]

    def _name(self) -> None:
        found, over = self._next, self._over
        if found is not None and over is not None:
            words = _("Buletin berikutnya {name}, tayang {at}, {over}")
            self.setAccessibleName(words.format(name=found.name, at=self._at, over=over.words))
            self.setToolTip(safe_tip(self.accessibleName()))
