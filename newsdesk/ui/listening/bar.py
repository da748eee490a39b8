"""The listening bar: 60 high, under every page that shows a script. It shows a player and drives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QWidget

from newsdesk.domain.timing import clock_length
from newsdesk.i18n import _, decimal
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.figure_label import FigureLabel
from newsdesk.ui.components.keycap import KeyCap
from newsdesk.ui.listening.controls import Divider, ListButton, RoundButton, StateButton
from newsdesk.ui.listening.passage import Playing
from newsdesk.ui.listening.track import ListeningTrack
from newsdesk.ui.shortcuts import keys_of

if TYPE_CHECKING:
    from newsdesk.ui.listening.player import Player
    from newsdesk.ui.look import Look

HEIGHT = 60
_HINT_WORD_FROM = 1320
_HINT_FROM = 1000
_SAVED_FROM = 940
_VOICE_NAME_FROM = 860
_RATE_FROM = 640
"""Widths of the bar from which the word beside the key, the key itself, the file saved last, the voice's name
and the rate are shown."""


class ListeningBar(QWidget):
    """Pause, stop, time, track, the file saved last, volume, voice, announcer's rate, key.

    :attr:`voice_wanted`, :attr:`rate_wanted`, :attr:`volume_wanted` and :attr:`saved_wanted` ask for the
    lists of those buttons; :attr:`shown` comes whenever the bar comes into sight, so that what it shows can
    be brought up to date.
    """

    voice_wanted = Signal()
    rate_wanted = Signal()
    volume_wanted = Signal()
    saved_wanted = Signal()
    shown = Signal()

    def __init__(self, look: Look, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._player = player
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.play = RoundButton(look, "play", _("Dengar seluruh naskah"))
        self.halt = Button(look, kind=Kind.GHOST, icon="square", name=_("Henti"))
        self.elapsed = FigureLabel(look, "bentuk", _("Sudah didengar"), weight=600)
        self.track = ListeningTrack(look)
        self.total = FigureLabel(look, "bentuk", _("Lama seluruhnya"), token="text_3", weight=400)
        self.saved = StateButton(look)
        self.saved.hide()
        self._has_saved = False
        self.volume = ListButton(look, "volume-2", _("Volume"))
        self.volume.set_bare(True)
        self.voice = ListButton(look, "audio-lines", _("Suara"))
        self.rate = ListButton(look, "user", _("Laju"))
        self._hint = QWidget()
        self._hint_word = Label(look, _("paragraf"), "isi", "text_2")
        self._lay_out()
        self.play.clicked.connect(player.pause_or_go_on)
        self.halt.clicked.connect(player.stop)
        self.track.sought.connect(player.seek)
        self.voice.clicked.connect(self.voice_wanted)
        self.rate.clicked.connect(self.rate_wanted)
        self.volume.clicked.connect(self.volume_wanted)
        self.saved.clicked.connect(self.saved_wanted)
        player.state_changed.connect(self._show_state)
        player.moved.connect(self._show_position)
        player.measured.connect(self._show_length)
        self._show_state(player.state)
        self._show_position(player.position_ms)
        self._show_length()

    def sizeHint(self) -> QSize:
        """Return the bar's height; the width is its window's."""
        return QSize(800, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the width of what is never left out."""
        return QSize(480, HEIGHT)

    def show_voice(self, name: str) -> None:
        """Show the voice that speaks: "Suara Gita"."""
        self.voice.show_words(_("Suara {name}").format(name=name))
        self._fit()

    def show_announcer(self, name: str, rate_spm: int, speed: int = 100) -> None:
        """Show whose rate it is, and how much faster it is heard: "Ipang 5,8 suku kata/dtk, 1,2×"."""
        words = _("{name} {rate} suku kata/dtk").format(name=name.split(" ")[0], rate=a_second(rate_spm))
        if speed != 100:
            words = f"{words}, {decimal(speed / 100)}×"
        self.rate.show_words(words)
        self._fit()

    def show_volume(self, percent: int) -> None:
        """Show how loud it is."""
        self.volume.show_words(_("{n}%").format(n=percent) if percent else _("Bisu"))
        self.volume.show_icon("volume-2" if percent else "volume-x")

    def show_saved(self, words: str, *, stale: bool) -> None:
        """Show the file made last from this story ("" for none), and whether its words have moved on."""
        self._has_saved = bool(words)
        self.saved.show_state(words, stale=stale)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface and its top line."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("raised"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), theme.colour("line"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what has no room."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for fresh words."""
        super().showEvent(event)
        self.shown.emit()

    def _lay_out(self) -> None:
        hint = QHBoxLayout(self._hint)
        hint.setContentsMargins(0, 0, 0, 0)
        hint.setSpacing(8)
        keyboard = _Icon(self._look, "keyboard")
        for part in (keyboard, KeyCap(self._look, keys_of("listen.paragraph")), self._hint_word):
            hint.addWidget(part)
        self.elapsed.setMinimumWidth(32)
        row = QHBoxLayout(self)
        # What has no room is left out by width: what is shown now must not keep the window from narrowing.
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.setContentsMargins(16, 2, 20, 0)
        row.setSpacing(12)
        for part in (self.play, self.halt, self.elapsed):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.track, 1, Qt.AlignmentFlag.AlignVCenter)
        for part in (self.total, self.saved, Divider(self._look), self.volume, self.voice, self.rate):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(4)
        row.addWidget(self._hint, 0, Qt.AlignmentFlag.AlignVCenter)

    def _fit(self) -> None:
        """Lose the key hint first, then the voice's name."""
        width = self.width()
        self._hint_word.setVisible(width >= _HINT_WORD_FROM)
        self._hint_word.set_token("text_2")  # while it was hidden it did not hear of a new palette
        self._hint.setVisible(width >= _HINT_FROM)
        self.saved.setVisible(self._has_saved and width >= _SAVED_FROM)
        self.voice.set_bare(width < _VOICE_NAME_FROM)
        self.rate.set_bare(width < _RATE_FROM)

    def _show_state(self, state: Playing) -> None:
        if state in (Playing.SAYING, Playing.WAITING):
            self.play.show_act("pause", _("Jeda"))
        elif state is Playing.PAUSED:
            self.play.show_act("play", _("Lanjut"))
        else:
            self.play.show_act("play", _("Dengar seluruh naskah"))
        self.halt.set_available(state is not Playing.SILENT, _("Belum ada yang didengar"))
        self.track.set_live(state is not Playing.SILENT)

    def _show_position(self, ms: int) -> None:
        self.elapsed.set_text(_floor_length(ms))
        self.track.show_at(ms)

    def _show_length(self) -> None:
        self.total.set_text(clock_length(self._player.length_ms))
        self.track.set_passage(self._player.length_ms, self._player.ticks)


class _Icon(QWidget):
    """An icon that says nothing by itself."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._name = name
        self.setFixedSize(16, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon."""
        pixmap = self._look.icons.pixmap(self._name, 16, "text_2", self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, 0, pixmap)


def a_second(rate_spm: int) -> str:
    """Write a rate in syllables a second: 350 a minute is "5,8"."""
    return decimal(rate_spm / 60)


def _floor_length(ms: int) -> str:
    """Write how long was heard; a second counts once it is over."""
    return clock_length(ms // 1000 * 1000)
