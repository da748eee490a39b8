"""The foot of the page: how much there is, how long it takes, and whether it is safe."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from newsdesk.i18n import _, clock, ngettext, number
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.shortcuts import keys_of, shown
from newsdesk.ui.stories.kept import Kept, State

if TYPE_CHECKING:
    from datetime import tzinfo

    from newsdesk.ui.look import Look

HEIGHT = 32
_SIDE = 16
_BETWEEN = 20
_ICON = 14
_ROOMY = 760
"""Pixels from which on the button has all its words."""


class Counts(NamedTuple):
    """What the foot says of the script: numbers, and lengths as "0:56" ("" is left out).

    ``unsure`` counts the tokens whose reading is not settled; ``clips`` is how long the clips are, and
    ``airtime`` words and clips together.
    """

    words: int
    syllables: int
    read: str
    from_cursor: str
    selection: str
    unsure: int = 0
    clips: str = ""
    airtime: str = ""


class _Part(NamedTuple):
    before: str
    figure: str
    after: str
    token: str = ""
    """The colour of it all, where it is not that of ordinary figures."""
    joined: bool = False
    """Whether it goes on from the one before: "baca 0:56 + klip 0:18"."""
    icon: str = ""


class Foot(QWidget):
    """Words, syllables, read time, time from the cursor, of the selection; at the right the saved state.

    :attr:`unsure` is the button that goes to the next unsure reading; it is there while there are some.
    """

    def __init__(self, look: Look, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._zone = zone
        self._parts: tuple[_Part, ...] = ()
        self._carried: tuple[_Part, ...] = ()
        self._state = ("", "", "text_3")
        self._count = 0
        self.unsure = Button(look, "", Kind.GHOST, icon="circle-question-mark", small=True, parent=self)
        self.unsure.setToolTip(
            _("Ke cara baca berikutnya yang belum pasti ({keys})").format(
                keys=shown(keys_of("script.unsure"))
            )
        )
        self.unsure.hide()
        self.setFixedHeight(HEIGHT)

    def set_counts(self, counts: Counts) -> None:
        """Show other figures."""
        parts = [
            _Part("", number(counts.words), ngettext("kata", "kata", counts.words)),
            _Part("", number(counts.syllables), _("suku kata")),
            _Part(_("baca"), counts.read, ""),
        ]
        if counts.clips:
            parts.append(_Part(_("+ klip"), counts.clips, "", joined=True))
        if counts.from_cursor:
            parts.append(_Part(_("dari kursor"), counts.from_cursor, ""))
        if counts.selection:
            parts.append(_Part(_("pilihan"), counts.selection, ""))
        self._parts = tuple(parts)
        self._count = counts.unsure
        self._name()

    def set_carried(self, share: str, advice: str) -> None:
        """Say how much of the script is carried over, and what would be better; "" says nothing."""
        parts = (_Part("", "", share, "bawa", icon="copy"), _Part("", "", advice))
        self._carried = tuple(part for part in parts if part.after)
        self._name()

    def set_state(self, state: State) -> None:
        """Show how safe the words are."""
        at = clock(state.at.astimezone(self._zone)) if state.at else ""
        self._state = {
            Kept.UNTOUCHED: ("", "", "text_3"),
            Kept.TYPING: ("", "", "text_3"),
            Kept.SAVED: ("check", _("Tersimpan {at}").format(at=at), "setuju"),
            Kept.LOCAL: ("cloud-off", _("Disimpan di komputer ini"), "temuan"),
            Kept.NOWHERE: ("circle-alert", _("Belum tersimpan"), "temuan"),
        }[state.kept]
        self._name()

    @property
    def state_words(self) -> str:
        """The saved state in words."""
        return self._state[1]

    def _name(self) -> None:
        counted = [" ".join(word for word in part[:3] if word) for part in self._all_parts()]
        self.setAccessibleName(", ".join([*counted, self._state[1]]))
        self._place_button()
        self.update()

    def _all_parts(self) -> tuple[_Part, ...]:
        return (*self._parts[:1], *self._carried, *self._parts[1:])

    def _place_button(self) -> None:
        n = self._count
        whole = ngettext("{n} cara baca belum pasti", "{n} cara baca belum pasti", n).format(n=number(n))
        short = _("{n} belum pasti").format(n=number(n))
        self.unsure.set_words(whole if self.width() >= _ROOMY else short, whole)
        self.unsure.resize(self.unsure.sizeHint())
        self.unsure.move(round(self._state_left()) - self.unsure.width() - 8, (HEIGHT + 1 - 24) // 2)
        self.unsure.setVisible(n > 0)

    def _state_left(self) -> float:
        """Return where icon and words of the saved state begin."""
        icon, words, _token = self._state
        width = QFontMetricsF(self._look.theme.font("kecil")).horizontalAdvance(words)
        return self.width() - _SIDE - width - (_ICON + 6 if icon else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button beside the saved state."""
        super().resizeEvent(event)
        self._place_button()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint line, figures and state; figures that find no room are left out from the right."""
        theme, icons = self._look
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, theme.colour("line"))
        box = QRectF(_SIDE, 1, self.width() - 2 * _SIDE, self.height() - 1)
        quiet, bold = theme.font("kecil"), theme.font("kecil", weight=600)
        icon, words, token = self._state
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(quiet)
        painter.setPen(theme.colour(token))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | middle, words)
        right = self._state_left()
        if icon:
            pixmap = icons.pixmap(icon, _ICON, token, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(round(right), (HEIGHT + 1 - _ICON) / 2), pixmap)
        if self._count:
            right = self.unsure.x()
        left = box.left()
        for part in self._all_parts():
            if part.joined:
                left -= _BETWEEN - 4
            pieces = [
                (part.before, quiet, "text_3"),
                (part.figure, bold, "text"),
                (part.after, quiet, part.token or "text_3"),
            ]
            seen = [(text, font, ink) for text, font, ink in pieces if text]
            widths = [QFontMetricsF(font).horizontalAdvance(text) for text, font, _ink in seen]
            room = _ICON + 5 if part.icon else 0
            if left + room + sum(widths) + 4 * len(seen) > right - 8:
                return
            if part.icon:
                pixmap = icons.pixmap(part.icon, _ICON, part.token, self.devicePixelRatioF())
                painter.drawPixmap(QPointF(round(left), (HEIGHT + 1 - _ICON) / 2), pixmap)
                left += room
            for (text, font, ink), advance in zip(seen, widths, strict=True):
                painter.setFont(font)
                painter.setPen(theme.colour(ink))
                painter.drawText(QRectF(left, box.top(), advance + 2, box.height()), middle, text)
                left += advance + 4
            left += _BETWEEN - 4
