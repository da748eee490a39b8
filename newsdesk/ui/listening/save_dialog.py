"""The dialog before a sound file is made: as what, where, and who answers for one that goes on air."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.errors import NewsdeskError
from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.choice import Choice
from newsdesk.ui.components.field import Field, Label
from newsdesk.ui.components.toggle import Toggle
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.ui.look import Look
    from newsdesk.ui.preferences import Preferences

WIDTH = 440
_FORMATS = (("wav", "WAV"), ("mp3", "MP3"), ("ogg", "OGG Vorbis"), ("flac", "FLAC"), ("opus", "Opus"))
_RATES = (("48000", "48 kHz"), ("44100", "44,1 kHz"))

NameFor = Callable[[str, str, str], str]
"""Gives the file's name for a pattern, a programme and a format ("mp3"); raises :class:`BadPattern`."""


class Chosen(NamedTuple):
    """What was chosen; ``notice`` is "awal", "akhir" or "" for none, ``signed_by`` "" for a preview.

    Without ``overwrite`` a file that stands at ``path`` stays, and the new one gets a number.
    """

    path: Path
    format: str
    sample_rate: int
    loudness: int
    say_preview: bool
    notice: str
    signed_by: str
    programme: str
    overwrite: bool


class SaveDialog(QDialog):
    """Asks for a preview, or (``playout``) for a file that goes on air; choices are remembered.

    :attr:`chosen` is there once it was accepted. The signature is never filled in: whoever answers for the
    file writes their own name.
    """

    def __init__(
        self,
        look: Look,
        preferences: Preferences,
        name_for: NameFor,
        *,
        playout: bool,
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._preferences = preferences
        self._name_for = name_for
        self._playout = playout
        self.chosen: Chosen | None = None
        settings = preferences.settings
        words = _("Simpan untuk siar") if playout else _("Simpan pratinjau")
        self.setWindowTitle(words)
        self.setModal(True)
        self.setFixedWidth(WIDTH)
        under = (
            _("Suara sintetis ini akan didengar umum. Redaktur yang menandatanganinya bertanggung jawab.")
            if playout
            else _("Untuk didengar di redaksi. Nama dan keterangan berkasnya menyebut “pratinjau”.")
        )
        self._explained = Label(look, under, token="text_2")
        self._explained.setWordWrap(True)
        self.format = Choice(look, _("Format"))
        self.format.offer(_FORMATS, settings.sound_format)
        self.rate = Choice(look, _("Laju cuplik"))
        self.rate.offer(_RATES, str(settings.sound_rate))
        self.loudness = Choice(look, _("Kenyaringan"))
        self.loudness.offer(
            (("-16", _("−16 LUFS, daring")), ("-23", _("−23 LUFS, EBU R128"))), str(settings.loudness)
        )
        self.pattern = Field(look, _("Nama berkas, atau polanya"))
        self.pattern.set_text(settings.sound_pattern)
        self.programme = Field(look, _("Program"), placeholder=_("Boleh kosong"))
        self.programme.set_text(settings.programme)
        self.folder = Field(look, _("Folder"))
        self.folder.set_text(settings.sound_folder or str(_music()))
        self._browse = Button(look, _("Pilih…"), Kind.STRONG, name=_("Pilih folder"))
        self.overwrite = Toggle(look, _("Timpa berkas bernama sama, jangan dinomori"))
        self.overwrite.setChecked(settings.overwrite)
        self.spoken = Toggle(look, _("Ucapkan “pratinjau” di awal"))
        self.spoken.setChecked(settings.say_preview)
        self.notice = Choice(look, _("Pemberitahuan suara sintetis"))
        self.notice.offer(
            (
                ("awal", _("Diucapkan di awal")),
                ("akhir", _("Diucapkan di akhir")),
                ("", _("Tidak diucapkan; penyiar yang memberitahukannya")),
            ),
            settings.say_notice,
        )
        self.signed = Field(look, _("Nama redaktur yang menandatangani"))
        self.cancel_button = Button(look, _("Batal"), Kind.STRONG)
        self.save_button = Button(
            look, _("Tanda tangani dan simpan") if playout else _("Simpan"), Kind.PRIMARY
        )
        self._lay_out(look, words)
        self._browse.clicked.connect(self._choose_folder)
        self.pattern.changed.connect(self._show_name)
        self.programme.changed.connect(self._show_name)
        self.format.chosen.connect(self._show_name)
        self.folder.changed.connect(self._show_name)
        self.signed.changed.connect(self._sign)
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self._save)
        self._show_name()
        (self.signed if playout else self.save_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface."""
        QPainter(self).fillRect(self.rect(), self._look.theme.colour("surface"))

    @property
    def path(self) -> Path:
        """Where the file will be, unless one is to stay there. Raises :class:`newsdesk.errors.BadPattern`."""
        programme = " ".join(self.programme.text().split())
        name = self._name_for(self.pattern.text().strip(), programme, self.format.value())
        folder = os.path.expanduser(self.folder.text().strip())  # noqa: PTH111 - Path's raises for "~nobody"
        return Path(folder) / name

    def _show_name(self) -> None:
        try:
            path = self.path
        except NewsdeskError as error:
            self.pattern.set_wrong(sentence(error))
        else:
            self.pattern.set_note(path.name)
        self.rate.setEnabled(self.format.value() != "opus")
        self.rate.set_note("" if self.format.value() != "opus" else _("Opus selalu 48 kHz."))

    def _sign(self) -> None:
        self.signed.set_wrong("")

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, _("Pilih folder"), self.folder.text())
        if folder:
            self.folder.set_text(folder)

    def _save(self) -> None:
        try:
            path = self.path
        except NewsdeskError:
            self.pattern.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        signed = " ".join(self.signed.text().split())
        if self._playout and not signed:
            self.signed.set_wrong(_("Tulis nama redaktur yang bertanggung jawab"))
            self.signed.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.chosen = Chosen(
            path,
            self.format.value(),
            int(self.rate.value()),
            int(self.loudness.value()),
            self.spoken.isChecked() and not self._playout,
            self.notice.value() if self._playout else "",
            signed if self._playout else "",
            " ".join(self.programme.text().split()),
            self.overwrite.isChecked(),
        )
        self._remember(self.chosen)
        self.accept()

    def _remember(self, chosen: Chosen) -> None:
        keep = self._preferences.set
        keep("sound_format", chosen.format)
        keep("sound_rate", chosen.sample_rate)
        keep("loudness", chosen.loudness)
        keep("sound_pattern", self.pattern.text().strip())
        keep("programme", chosen.programme)
        keep("sound_folder", self.folder.text().strip())
        keep("overwrite", self.overwrite.isChecked())
        if not self._playout:
            keep("say_preview", chosen.say_preview)
        elif chosen.notice:  # leaving it out holds for one file: the next one is told of again
            keep("say_notice", chosen.notice)

    def _lay_out(self, look: Look, words: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(16)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(Label(look, words, "panel"))
        head.addWidget(self._explained)
        column.addLayout(head)
        if self._playout:
            column.addWidget(self.signed)
            column.addWidget(self.notice)
        made = QHBoxLayout()
        made.setSpacing(12)
        for part in (self.format, self.rate, self.loudness):
            made.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(made)
        column.addWidget(self.pattern)
        column.addWidget(self.programme)
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(self.folder, 1)
        where.addWidget(self._browse, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(where)
        column.addWidget(self.overwrite)
        if not self._playout:
            column.addWidget(self.spoken)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addStretch(1)
        acts.addWidget(self.cancel_button)
        acts.addWidget(self.save_button)
        column.addLayout(acts)
        for part in (self.signed, self.notice, self.spoken):
            part.setVisible(part.parent() is not None)


def _music() -> Path:
    """Return the system's folder of music; the file system is not asked on the window's thread."""
    music = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MusicLocation)
    return Path(music) if music else Path.home()
