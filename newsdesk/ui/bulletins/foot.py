"""The foot under the rundown: what the keys do, and whether what was done is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.icon_label import IconLabel
from newsdesk.ui.components.keycap import KeyCap
from newsdesk.ui.shortcuts import keys_of

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_HEIGHT = 32
_SIDE, _GAP = 16, 16


class _Hint(QWidget):
    """A key and what it does."""

    def __init__(self, look: Look, keys: str, words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(KeyCap(look, keys))
        row.addWidget(Label(look, words, "kecil", "text_2"))


class BulletinFoot(QWidget):
    """32 high. ``advice`` stands for the adviser where there is no room for its column."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown = True
        self.setFixedHeight(_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, 1, _SIDE, 0)
        row.setSpacing(_GAP)
        self._hints = (
            _Hint(look, "Alt+Up+Down", _("pindah")),
            _Hint(look, keys_of("rundown.float"), _("cadangan")),
            _Hint(look, keys_of("rundown.insert"), _("sisipkan")),
            _Hint(look, keys_of("rundown.split"), _("pecah")),
            _Hint(look, keys_of("bulletin.undo"), _("urungkan")),
        )
        for hint in self._hints:
            row.addWidget(hint)
        row.addStretch(1)
        self.advice = Button(look, _("Saran pangkas"), Kind.PLAIN, icon="scissors", small=True)
        self.advice.hide()
        row.addWidget(self.advice)
        self._icon = IconLabel(look, "check", 14, "setuju")
        self.saved = Label(look, "", "kecil", "setuju")
        saved = QHBoxLayout()
        saved.setSpacing(6)
        saved.addWidget(self._icon)
        saved.addWidget(self.saved)
        row.addLayout(saved)
        self.say_saved("", "")

    def say_saved(self, icon: str, words: str, token: str = "setuju") -> None:
        """Say whether what was done is kept."""
        self._icon.setVisible(bool(icon))
        if icon:
            self._icon.set_icon(icon, token)
        self.saved.setText(words)
        self.saved.set_token(token)

    def show_keys(self, shown: bool) -> None:
        """Say nothing of keys while there are no rows for them."""
        self._shown = shown
        self._fit(self.width(), shown)

    def offer_advice(self, offered: bool) -> None:
        """Stand for the adviser, or no longer."""
        self.advice.setVisible(offered)
        self._fit(self.width(), self._shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the keys that there is no room for."""
        super().resizeEvent(event)
        self._fit(event.size().width(), self._shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line above."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        painter.fillRect(0, 0, self.width(), 1, theme.colour("line"))

    def _fit(self, width: int, shown: bool) -> None:
        room = width - 2 * _SIDE - self.saved.sizeHint().width() - 2 * _GAP
        if not self.advice.isHidden():
            room -= self.advice.sizeHint().width() + _GAP
        for hint in self._hints:
            room -= hint.sizeHint().width() + _GAP
            hint.setVisible(shown and room >= 0)
