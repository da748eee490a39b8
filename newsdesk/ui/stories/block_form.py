"""The form under a clip's card or a note's line: what is typed stands in the script at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.domain.blocks import Clip, Note
from newsdesk.domain.text import clean
from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Field, Label
from newsdesk.ui.paint import rounded
from newsdesk.ui.shortcuts import keys_of, shown
from newsdesk.ui.stories.block_words import clip_length, length_ms
from newsdesk.ui.stories.pressed import pressed

if TYPE_CHECKING:
    from newsdesk.domain.blocks import Block
    from newsdesk.ui.look import Look

WIDTH = 480
_SIDE = 16
_LABEL = 20
"""Height of a field's label and the gap under it: a button beside the field stands as high as that."""


class BlockForm(QWidget):
    """Fields for one clip or one note.

    :attr:`changed` carries the block after every key; :attr:`file_wanted` asks for a sound file,
    :attr:`play_wanted` to hear it; :attr:`finished` leaves the form, :attr:`cancelled` also takes back what
    was typed. ``spoken_length`` tells how long words take to read.
    """

    changed = Signal(object)
    file_wanted = Signal()
    play_wanted = Signal()
    finished = Signal()
    cancelled = Signal()
    resized = Signal()

    def __init__(self, look: Look, spoken_length: Callable[[str], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._spoken_length = spoken_length
        self._block: Block = Note()
        self._showing = False
        self._title = Label(look, font="bentuk", weight=600)
        self.name = Field(look, _("Nama klip"), placeholder=_("misalnya HANUNG-IPS"))
        self.length = Field(look, _("Lama"), placeholder="0:18")
        self.length.setFixedWidth(80)
        self._file = Label(look, token="text_2")
        self.choose = Button(
            look, _("Pilih berkas"), Kind.STRONG, icon="audio-lines", key=keys_of("block.file")
        )
        self.to_come = Button(look, _("Menyusul"), Kind.GHOST, icon="hourglass")
        play = _("Putar klip ({keys})").format(keys=shown(keys_of("block.hear")))
        self.play = Button(look, "", Kind.GHOST, icon="play", name=play)
        self.in_words = Field(look, _("Kata awal"), placeholder=_("yang pertama terdengar"))
        self.out_words = Field(look, _("Kata akhir"), placeholder=_("yang terakhir terdengar"))
        self.speaker = Field(look, _("Yang berbicara"))
        self.paraphrase = Field(look, _("Parafrase"), placeholder=_("dibaca bila klip gagal"))
        self.note = Field(look, _("Untuk penyiar, tidak dibaca"), placeholder=_("misalnya jeda sebentar"))
        self.done = Button(look, _("Selesai"), Kind.PRIMARY, key=keys_of("block.edit"))
        self.cancel = Button(look, _("Batal"), Kind.GHOST, key=keys_of("block.leave"))
        self._acts: dict[str, Callable[[], None]] = {
            keys_of("block.edit"): self._finish,
            keys_of("block.leave"): self.cancelled.emit,
            keys_of("block.file"): self._want_file,
            keys_of("block.hear"): self._want_play,
        }
        self.done.clicked.connect(self._finish)
        self.cancel.clicked.connect(self.cancelled)
        self.choose.clicked.connect(self._want_file)
        self.play.clicked.connect(self._want_play)
        self.to_come.clicked.connect(self._no_file)
        for field in self._fields():
            field.changed.connect(self._typed)
        self._lay_out()
        self.hide()

    @property
    def block(self) -> Block:
        """The block as the fields have it."""
        return self._block

    def show_block(self, block: Block) -> None:
        """Show a block's fields; the first of them gets the keyboard when the form opens."""
        opening = self.isHidden()
        self._showing = True
        self._block = block
        clip = isinstance(block, Clip)
        self._title.setText(_("Klip") if clip else _("Catatan penyiar"))
        self.setAccessibleName(self._title.text())
        self._clip_part.setVisible(clip)
        self.note.setVisible(not clip)
        if isinstance(block, Clip):
            self._show_clip(block)
        else:
            self.note.set_text(block.text)
        self._showing = False
        self._fit()
        if opening:
            self.show()
            self.raise_()
            (self.name if clip else self.note).edit.setFocus()
            (self.name if clip else self.note).edit.selectAll()

    def _show_clip(self, clip: Clip) -> None:
        for field, words in (
            (self.name, clip.name),
            (self.in_words, clip.in_words),
            (self.out_words, clip.out_words),
            (self.speaker, clip.speaker),
            (self.paraphrase, clip.paraphrase),
        ):
            if clean(field.text()).strip() != words:  # a space typed at the end stays while one types on
                field.set_text(words)
                field.edit.home(False)
        if length_ms(self.length.text()) != clip.milliseconds or not clip.milliseconds:
            self.length.set_text(clip_length(clip))
        # The length of a file is the file's.
        self.length.edit.setEnabled(not clip.path)
        self._file.setText(PurePath(clip.path).name or _("Berkas menyusul"))
        self._file.setToolTip(clip.path)
        self.to_come.setVisible(bool(clip.path))
        self.play.setVisible(bool(clip.path))
        self.paraphrase.set_note(
            _("Lama baca {length}").format(length=self._spoken_length(clip.paraphrase))
            if clip.paraphrase
            else ""
        )

    def _typed(self) -> None:
        if self._showing:
            return
        if isinstance(self._block, Note):
            block: Block = Note(clean(self.note.text()).strip())
        else:
            length = self._block.milliseconds if self._block.path else length_ms(self.length.text())
            self.length.set_wrong("" if length is not None else _("Misalnya 0:18"))
            block = replace(
                self._block,
                name=clean(self.name.text()).strip(),
                in_words=clean(self.in_words.text()).strip(),
                out_words=clean(self.out_words.text()).strip(),
                speaker=clean(self.speaker.text()).strip(),
                paraphrase=clean(self.paraphrase.text()).strip(),
                milliseconds=length or 0,
            )
            self.paraphrase.set_note(
                _("Lama baca {length}").format(length=self._spoken_length(block.paraphrase))
                if block.paraphrase
                else ""
            )
        self._fit()
        self._block = block
        self.changed.emit(block)

    def _no_file(self) -> None:
        if isinstance(self._block, Clip):
            self.show_block(replace(self._block, path=""))
            self.changed.emit(self._block)

    def _want_file(self) -> None:
        if isinstance(self._block, Clip):
            self.file_wanted.emit()

    def _want_play(self) -> None:
        if isinstance(self._block, Clip) and self._block.path:
            self.play_wanted.emit()

    def _finish(self) -> None:
        self.finished.emit()

    # ------------------------------------------------------------ keys

    def event(self, event: QEvent) -> bool:
        """Keep the form's keys from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and pressed(cast(QKeyEvent, event)) in self._acts:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key of the form stands for; Enter on a button is that button."""
        keys, focus = pressed(event), QApplication.focusWidget()
        if keys == keys_of("block.edit") and isinstance(focus, QAbstractButton):
            focus.click()
        elif keys in self._acts:
            self._acts[keys]()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------ looks

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the form's ground."""
        theme = self._look.theme
        rounded(QPainter(self), QRectF(self.rect()), 8, theme.colour("raised"), theme.colour("line_field"))

    def _fields(self) -> tuple[Field, ...]:
        own = (self.name, self.length, self.in_words, self.out_words)
        return (*own, self.speaker, self.paraphrase, self.note)

    def _fit(self) -> None:
        layout = self.layout()
        assert layout is not None
        layout.invalidate()
        layout.activate()
        pane = self.parentWidget()
        width = min(WIDTH, pane.width() - _SIDE) if pane is not None else WIDTH
        height = (
            layout.totalHeightForWidth(width)
            if layout.hasHeightForWidth()
            else layout.totalSizeHint().height()
        )
        if (width, height) != (self.width(), self.height()):
            self.resize(width, height)
            self.resized.emit()

    def _lay_out(self) -> None:
        self._clip_part = QWidget()
        clip = QVBoxLayout(self._clip_part)
        clip.setContentsMargins(0, 0, 0, 0)
        clip.setSpacing(8)
        clip.addLayout(_row(self.name, self.speaker, self.length))
        file = QHBoxLayout()
        file.setSpacing(4)
        file.addWidget(self._file, 1)
        for button in (self.play, self.to_come, self.choose):
            file.addWidget(button)
        clip.addLayout(file)
        clip.addLayout(_row(self.in_words, self.out_words))
        clip.addWidget(self.paraphrase)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.done)
        acts.addWidget(self.cancel)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 12, _SIDE, 14)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._clip_part)
        column.addWidget(self.note)
        column.addSpacing(4)
        column.addLayout(acts)


def _row(*fields: Field) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for field in fields:
        row.addWidget(field, 1)
    return row
