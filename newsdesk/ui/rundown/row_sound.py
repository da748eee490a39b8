"""The sound file of a row that plays one: which it is, how long, chosen and taken away."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from newsdesk.domain.timing import clock_length
from newsdesk.i18n import _
from newsdesk.ui.clip_choice import ask_for_clip
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Label
from newsdesk.ui.letters import plain_tip
from newsdesk.ui.shortcuts import keys_of

if TYPE_CHECKING:
    from newsdesk.ui.look import Look


class RowSound(QWidget):
    """Names the file; :attr:`asked` wants the one it carries looked into, :meth:`tell` and :meth:`refuse`
    answer. :attr:`chosen` carries the length in milliseconds of one that was chosen just now, and
    :attr:`refused` comes of one that cannot be played.
    """

    asked = Signal(str)
    chosen = Signal(int)
    refused = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._path = ""
        self._new = False
        self.about = Label(look, "", "kecil", "text_2")
        self.about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.choose_button = Button(
            look, _("Pilih berkas"), Kind.STRONG, icon="music", key=keys_of("rundown.story"), small=True
        )
        self.remove_button = Button(look, _("Tanpa berkas"), Kind.PLAIN, small=True)
        self.choose_button.clicked.connect(self.choose)
        self.remove_button.clicked.connect(self.remove)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.choose_button)
        row.addWidget(self.remove_button)
        row.addWidget(self.about, 1)
        self.setFocusProxy(self.choose_button)

    @property
    def waits(self) -> bool:
        """Whether it is not known yet how long a file is that was chosen just now."""
        return self._new

    @property
    def path(self) -> str:
        """The file of the row, "" for none."""
        return self._path

    def open(self, path: str) -> None:
        """Show the file of a row."""
        self._path, self._new = path, False
        self._show()
        if path:
            self.asked.emit(path)

    def choose(self) -> None:
        """Ask for a file."""
        ask_for_clip(self, self._path, self._take)

    def remove(self) -> None:
        """Have the row play nothing from here."""
        self._path, self._new = "", False
        self._show()
        self.choose_button.setFocus()

    def tell(self, path: str, milliseconds: int) -> None:
        """Say how long a file is."""
        if path == self._path:
            # The length first: a long name is cut.
            self._say(_("{length}, {name}").format(name=_name(path), length=clock_length(milliseconds)))
            if self._new:
                self._new = False
                self.chosen.emit(milliseconds)

    def refuse(self, path: str, why: str) -> None:
        """Say in a sentence why a file cannot be played."""
        if path == self._path:
            self._new = False
            self._say(why, "temuan")
            self.refused.emit()

    def _take(self, path: str) -> None:
        if self.isHidden():  # the row was left while the files were looked through
            return
        self._path, self._new = path, True
        self._show()
        self.asked.emit(path)

    def _show(self) -> None:
        self.remove_button.setVisible(bool(self._path))
        self._say(_name(self._path) if self._path else _("Tanpa berkas: diputar dari tempat lain."), "text_3")

    def _say(self, words: str, token: str = "text_2") -> None:
        self.about.setText(words)
        self.about.setToolTip(plain_tip(self._path))
        self.about.set_token(token)
        self.choose_button.setAccessibleDescription(words)


def _name(path: str) -> str:
    return PurePath(path).name
