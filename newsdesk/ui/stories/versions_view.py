"""Riwayat in the script's place: one revision to read, or two versions compared, and going back to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.stories.versions_pane import Shown, VersionsPane

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from newsdesk.ui.look import Look


class VersionsView(VersionsPane):
    """:attr:`compare_wanted` and :attr:`restore_wanted` carry the number of the revision in sight.

    That is the one being read, or the older of two.
    """

    compare_wanted = Signal(object)
    restore_wanted = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "history", _("Riwayat revisi"), parent=parent)
        self._number = 0
        self.restore = Button(look, "", Kind.STRONG, icon="rotate-ccw")
        self.restore.clicked.connect(lambda: self.restore_wanted.emit(self._number))
        self.compare = Button(look, _("Bandingkan dengan sekarang"), Kind.PLAIN, icon="columns-2")
        self.compare.clicked.connect(lambda: self.compare_wanted.emit(self._number))
        self.close_button = Button(look, _("Kembali ke naskah"), Kind.GHOST, key="Esc")
        self.close_button.clicked.connect(self.closed)
        for button in (self.restore, self.compare):
            self.buttons.addWidget(button)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.close_button)

    def read(self, number: int, shown: Shown, title: str, *, may_restore: bool) -> None:
        """Show one revision to read and to copy from."""
        self._offer(number, may_restore=may_restore)
        self.compare.show()
        self.show_one(shown, title)

    def compare_two(
        self, number: int, shown: Shown, title: str, names: tuple[str, str], *, may_restore: bool
    ) -> None:
        """Show what became of revision ``number``."""
        self._offer(number, may_restore=may_restore)
        self.compare.hide()
        self.show_versions(shown, title, *names)

    def _offer(self, number: int, *, may_restore: bool) -> None:
        self._number = number
        self.restore.set_words(_("Pulihkan revisi {n}").format(n=number))
        self.restore.setVisible(may_restore)
