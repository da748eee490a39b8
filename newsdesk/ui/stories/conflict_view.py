"""Two people's texts of one script, side by side: mine at the left, theirs at the right, and the ways out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.shortcuts import keys_of
from newsdesk.ui.stories.versions_pane import Shown, VersionsPane

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from newsdesk.ui.look import Look


class ConflictView(VersionsPane):
    """:attr:`mine_wanted` and :attr:`theirs_wanted` settle it; :attr:`closed` leaves both for later.

    :attr:`taken` carries the number of a change of theirs that is to stand in mine.
    """

    mine_wanted = Signal()
    theirs_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "git-compare", _("Dua naskah berdampingan"), equals=True, parent=parent)
        self.take = Button(
            look, _("Ambil perubahan ini"), Kind.PLAIN, icon="arrow-left", key=keys_of("versions.take")
        )
        self.take.setToolTip(_("Naskah Anda di sini menjadi seperti yang di kanan"))
        self.take.clicked.connect(lambda: self.taken.emit(self.text.current))
        self.mine = Button(look, _("Pakai naskah saya"), Kind.PRIMARY, icon="check")
        self.mine.clicked.connect(self.mine_wanted)
        self.theirs = Button(look, "", Kind.STRONG)
        self.theirs.clicked.connect(self.theirs_wanted)
        self.later = Button(look, _("Nanti"), Kind.GHOST, key="Esc")
        self.later.clicked.connect(self.closed)
        for button in (self.mine, self.theirs, self.take):
            self.buttons.addWidget(button)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.later)
        self.marked.connect(self._marked)

    def show_both(self, shown: Shown, title: str, theirs: str, use: str, *, keep_place: bool = False) -> None:
        """Show both texts; ``theirs`` names the other, ``use`` is the word for taking it instead of mine."""
        self.theirs.set_words(use)
        self.show_versions(shown, title, _("Naskah Anda"), theirs, keep_place=keep_place)

    def _marked(self, change: int) -> None:
        self.take.setEnabled(change >= 0)
