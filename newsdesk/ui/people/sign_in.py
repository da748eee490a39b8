"""Stands over the whole window while nobody may see into the newsroom: signing in, and unlocking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from newsdesk.i18n import _, clock
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Field, Label
from newsdesk.ui.components.figure_label import FigureLabel
from newsdesk.ui.paint import rounded
from newsdesk.ui.people.caps import CapsWatch
from newsdesk.ui.zones import now, zone_named

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_WIDTH = 400
_SECOND_MS = 1000


class SignIn(QWidget):
    """One card on the canvas, and the wall clock: the time is always in sight.

    :attr:`signed` carries login and password of somebody who signs in, :attr:`unlocked` the password of the
    person who is at this desk already; :attr:`other_person` and :attr:`other_newsroom` are the ways out.
    """

    signed = Signal(str, str)
    unlocked = Signal(str)
    other_person = Signal()
    other_newsroom = Signal()

    def __init__(self, look: Look, station: str, zone: str) -> None:
        super().__init__()
        self._look = look
        self._zone = zone
        self._locked = False
        self._left = 0
        self._sentence = ""
        self.station = Label(look, station or _("Radio Anda"), weight=600)
        self._clock = FigureLabel(look, "jam", _("Jam dinding"))
        self._zone_label = Label(look, zone_named(zone).short, "kecil", "text_2")
        self.title = Label(look, font="judul")
        self.words = Label(look, token="text_2")
        self.words.setWordWrap(True)
        self.login = Field(look, _("Nama masuk"))
        self.password = Field(look, _("Kata sandi"))
        self.password.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.button = Button(look, _("Masuk"), Kind.PRIMARY, key="Return")
        self.other = Button(look, _("Ganti orang"), Kind.STRONG, icon="users")
        self.newsroom = Button(look, _("Buka redaksi lain"), Kind.GHOST, icon="folder-open")
        self.hint = Label(
            look, _("Lupa kata sandi? Administrator redaksi bisa memberi yang baru."), "kecil", "text_3"
        )
        self.hint.setWordWrap(True)
        self._lay_out()
        self.login.edit.returnPressed.connect(self._to_password)
        self.password.edit.returnPressed.connect(self._try)
        for field in (self.login, self.password):
            field.changed.connect(self._typed)
        self.button.clicked.connect(self._try)
        self.other.clicked.connect(self.other_person)
        self.newsroom.clicked.connect(self.other_newsroom)
        CapsWatch(self.login.edit, self.password.edit).changed.connect(self._tell_caps)
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND_MS)
        self._timer.timeout.connect(self._second)
        self._tick = QTimer(self)
        self._tick.setSingleShot(True)
        self._tick.timeout.connect(self._tell_time)
        self._tell_time()

    # ------------------------------------------------------------ what is asked

    def ask(self, newsroom: str) -> None:
        """Ask who comes to this desk."""
        self._begin(locked=False)
        self.title.setText(_("Masuk ke {name}").format(name=newsroom))
        self.words.setText(_("Yang Anda tulis tersimpan atas nama Anda."))
        self.button.set_words(_("Masuk"))
        self.setAccessibleName(self.title.text())

    def ask_again(self, person: str) -> None:
        """Ask who is at this desk for the password."""
        self._begin(locked=True)
        self.title.setText(_("Terkunci"))
        self.words.setText(
            _("{name} masuk di komputer ini. Semua yang diketik sudah disimpan.").format(name=person)
        )
        self.button.set_words(_("Buka kunci"))
        self.setAccessibleName(f"{self.title.text()}. {self.words.text()}")

    def focus(self) -> None:
        """Give the keyboard to the first field that is to be filled in."""
        field = self.password if self._locked or self.login.text() else self.login
        field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, sentence: str, wait: int = 0) -> None:
        """Say why not; the next try is possible in ``wait`` seconds."""
        self._sentence = sentence
        self._left = wait
        self.password.edit.clear()
        self.password.set_wrong(sentence)
        self._work(at_work=False)
        if wait:
            self._timer.start()
        self._show_wait()
        self.password.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Keep nothing of what was typed."""
        self._begin(locked=self._locked)

    def set_place(self, station: str, zone: str) -> None:
        """Name the station, and tell the time in the zone of that IANA name."""
        self.station.setText(station or _("Radio Anda"))
        self._zone = zone
        self._zone_label.setText(zone_named(zone).short)
        self._tell_time()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the canvas, through which nothing shows, and the card."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("canvas"))
        card = self._card.geometry().toRectF()
        rounded(painter, card, 8, theme.colour("surface"), theme.colour("line"))

    # ------------------------------------------------------------ inside

    def _begin(self, *, locked: bool) -> None:
        self._locked = locked
        self._timer.stop()
        self._left = 0
        self._sentence = ""
        for field in (self.login, self.password):
            field.set_text("")
            field.set_note("")
        self.login.setVisible(not locked)
        self.other.setVisible(locked)
        self.newsroom.setVisible(not locked)
        self._work(at_work=False)

    def _to_password(self) -> None:
        if self.password.text():
            self._try()
        else:
            self.password.edit.setFocus(Qt.FocusReason.TabFocusReason)

    def _try(self) -> None:
        if self._left or not self.button.isEnabled():
            return
        login, password = self.login.text().strip(), self.password.text()
        if not self._locked and not login:
            self.login.set_wrong(_("Tulis nama masuk Anda"))
            self.login.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not password:
            self.password.set_wrong(_("Tulis kata sandi Anda"))
            self.password.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._work(at_work=True)
            if self._locked:
                self.unlocked.emit(password)
            else:
                self.signed.emit(login, password)

    def _work(self, *, at_work: bool) -> None:
        for field in (self.login, self.password):
            field.edit.setReadOnly(at_work)
        self.button.set_available(not at_work, _("Kata sandi sedang diperiksa"))

    def _typed(self, _text: str) -> None:
        if not self._left and self._sentence:
            self._sentence = ""
            self.password.set_wrong("")
        self.login.set_wrong("")

    def _second(self) -> None:
        self._left = max(0, self._left - 1)
        if not self._left:
            self._timer.stop()
        self._show_wait()

    def _show_wait(self) -> None:
        words = _("Buka kunci") if self._locked else _("Masuk")
        if self._left:
            self.button.set_words(_("{words} dalam {seconds} dtk").format(words=words, seconds=self._left))
            self.button.set_available(False, self._sentence)
        else:
            self.button.set_words(words)
            self.button.set_available(True)

    def _tell_caps(self, on: bool) -> None:
        if not self._sentence:
            self.password.set_note(_("Caps Lock menyala.") if on else "")

    def _tell_time(self) -> None:
        at = now(self._zone)
        self._clock.set_text(clock(at, seconds=True))
        self._tick.start(_SECOND_MS - at.microsecond // 1000)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(24, 12, 16, 12)
        top.setSpacing(6)
        top.addWidget(self.station)
        top.addStretch(1)
        top.addWidget(self._clock)
        top.addWidget(self._zone_label)
        self._card = QWidget(self)
        self._card.setFixedWidth(_WIDTH)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.title)
        head.addWidget(self.words)
        column.addLayout(head)
        column.addWidget(self.login)
        column.addWidget(self.password)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.button)
        acts.addWidget(self.other)
        acts.addStretch(1)
        column.addLayout(acts)
        column.addWidget(self.hint)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addLayout(top)
        outer.addStretch(2)
        # Between stretches, not aligned: a height that depends on the width is guessed too small for those.
        for part in (self._card, self.newsroom):
            middle = QHBoxLayout()
            middle.addStretch(1)
            middle.addWidget(part)
            middle.addStretch(1)
            outer.addLayout(middle)
        outer.addStretch(3)
