"""Adding a voice of one's own: the file is checked, says a sentence, and shows its speed and its licence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from newsdesk.i18n import _, decimal
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Label
from newsdesk.ui.paint import rounded
from newsdesk.ui.tasks import Lane
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.voices import VoiceInfo, Voices, VoiceTrial
    from newsdesk.ui.look import Look
    from newsdesk.ui.tasks import Tasks

_LICENCE_HIGH = 96


class VoiceAdding(QWidget):
    """A button, and after it a card with what was found. :attr:`added` carries the :class:`VoiceInfo`.

    :attr:`heard` carries the :class:`VoiceTrial` whose sound is to be played. ``ask`` asks for the file.
    """

    added = Signal(object)
    heard = Signal(object)

    def __init__(self, look: Look, tasks: Tasks) -> None:
        super().__init__()
        self._look = look
        self._tasks = tasks
        self._voices: Voices | None = None
        self._path = Path()
        self._trial: VoiceTrial | None = None
        self._turn = 0
        self._checking = False
        self.ask: Callable[[QWidget], Path | None] = _ask
        self.add_button = Button(look, _("Tambah suara…"), Kind.STRONG, icon="plus")
        self.state = Label(look, token="text_2")
        self.state.setWordWrap(True)
        self.stop_button = Button(look, _("Batal"), Kind.PLAIN)
        self.licence = licence_box(look)
        self.hear_button = Button(look, _("Dengar lagi"), Kind.PLAIN, icon="play")
        self.keep_button = Button(look, _("Tambahkan"), Kind.PRIMARY)
        self._card = QWidget()
        self._lay_out()
        self.add_button.clicked.connect(self._choose)
        self.stop_button.clicked.connect(self._leave)
        self.hear_button.clicked.connect(self._hear)
        self.keep_button.clicked.connect(self._keep)
        self._leave()

    def opened(self, voices: Voices) -> None:
        """Add to these voices."""
        self._voices = voices

    def check(self, path: Path) -> None:
        """Try the voice of this file on its lane; a card tells how it went."""
        voices = self._voices
        if voices is None:
            return
        self._path = path
        self._turn += 1
        turn = self._turn
        self._checking = True
        self._show(_("Memeriksa {name}: memuat suara, lalu mengucapkan satu kalimat…").format(name=path.name))

        def tried(trial: VoiceTrial) -> None:
            if turn == self._turn:
                self._checking = False
                self._tried(trial)

        def failed(error: NewsdeskError) -> None:
            if turn == self._turn:
                self._checking = False
                self._show(sentence(error), "temuan")

        self._tasks.run(lambda: voices.check(path), tried, failed, Lane.FILES)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card behind what was found."""
        if not self._card.isHidden():
            theme = self._look.theme
            box = self._card.geometry().toRectF()
            rounded(QPainter(self), box, 6, theme.colour("raised"), theme.colour("line"))

    def _tried(self, trial: VoiceTrial) -> None:
        self._trial = trial
        info = trial.info
        words = _(
            "{voice}: satu detik suara dibuat dalam {time} detik. Laju {slow} sampai {fast} suku kata/menit."
        )
        words = words.format(
            voice=info.name,
            time=decimal(1 / trial.speed) if trial.speed < 10 else _("kurang dari 0,1"),
            slow=info.slowest_spm,
            fast=info.fastest_spm,
        )
        slow = _("Lebih lambat daripada bicara: pratinjaunya akan tersendat di komputer ini.")
        self._show(f"{words} {slow}" if trial.speed < 1 else words)
        self.licence.setPlainText(
            trial.licence or _("Tidak ada berkas lisensi. Pastikan Anda boleh memakainya sebelum disiarkan.")
        )
        for part in (self.licence, self.hear_button, self.keep_button):
            part.show()
        self.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._hear()

    def _hear(self) -> None:
        if self._trial is not None:
            self.heard.emit(self._trial)

    def _keep(self) -> None:
        voices, path = self._voices, self._path
        if voices is None:
            return
        self._show(_("Menyalin {name}…").format(name=path.name))
        self._tasks.run(lambda: voices.add(path), self._kept, self._not_kept, Lane.FILES)

    def _kept(self, info: VoiceInfo) -> None:
        wanted = self._trial.info.name if self._trial is not None else info.name
        self._leave()
        if info.name != wanted:
            words = _("Sudah ada suara bernama {name}; yang baru ditambahkan sebagai {new}.")
            self._show(words.format(name=wanted, new=info.name))
            self.stop_button.set_words(_("Tutup"))
        self.added.emit(info)

    def _not_kept(self, error: NewsdeskError) -> None:
        self._show(sentence(error), "temuan")

    def _choose(self) -> None:
        path = self.ask(self.window())
        if path is not None:
            self.check(path)

    def _show(self, words: str, token: str = "text_2") -> None:
        for part in (self.licence, self.hear_button, self.keep_button):
            part.hide()
        self.state.setText(words)
        self.state.set_token(token)
        self._card.show()
        self.add_button.hide()
        self.stop_button.set_words(_("Tutup") if token == "temuan" else _("Batal"))
        self.update()

    def _leave(self) -> None:
        self._turn += 1
        if self._voices is not None and self._checking:
            self._voices.close()  # ends the trial under way
        self._checking = False
        self._trial = None
        self._card.hide()
        self.add_button.show()
        self.update()

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.hear_button)
        acts.addStretch(1)
        acts.addWidget(self.stop_button)
        acts.addWidget(self.keep_button)
        card = QVBoxLayout(self._card)
        card.setContentsMargins(16, 12, 16, 12)
        card.setSpacing(12)
        card.addWidget(self.state)
        card.addWidget(self.licence)
        card.addLayout(acts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 4)
        column.addWidget(self.add_button)
        column.addWidget(self._card)


def licence_box(look: Look) -> QPlainTextEdit:
    """Return a box for the licence of a voice, to read and copy."""
    box = QPlainTextEdit()
    box.setReadOnly(True)
    box.setTabChangesFocus(True)
    box.setFont(look.theme.font("kecil"))
    box.setAccessibleName(_("Lisensi suara"))
    box.setFixedHeight(_LICENCE_HIGH)
    return box


def _ask(window: QWidget) -> Path | None:
    chosen, _kind = QFileDialog.getOpenFileName(
        window, _("Tambah suara"), "", _("Suara Piper (*.onnx *.onnx.json)")
    )
    return Path(chosen) if chosen else None
