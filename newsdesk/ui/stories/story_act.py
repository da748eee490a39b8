"""The one main act over a script: hand it in, take it back, put it right, or bring it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance

from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.shortcuts import keys_of, shown

if TYPE_CHECKING:
    from newsdesk.ui.look import Look


class StoryAct(Button):
    """A button that is "Ajukan", "Tarik kembali", "Ralat" or "Pulihkan", as the story stands.

    :attr:`submit`, :attr:`withdraw`, :attr:`correct` and :attr:`restore` say which of them was pressed.
    """

    submit = Signal()
    withdraw = Signal()
    restore = Signal()
    correct = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Ajukan"), Kind.PRIMARY, key=keys_of("story.submit"), small=True)
        self._pressed: SignalInstance = self.submit
        self.clicked.connect(lambda: self._pressed.emit())
        self.show_state("draft")

    def show_state(self, status: str, *, trashed: bool = False) -> None:
        """Be the act that fits a status (the value of a StoryStatus), in the trash or out of it."""
        if trashed or status == "spiked":
            self._be(_("Pulihkan"), Kind.STRONG, "", self.restore)
            self.setToolTip(_("Kembalikan naskah ke tempatnya semula"))
        elif status in ("aired", "killed"):
            self._be(_("Ralat"), Kind.STRONG, "", self.correct)
            self.setToolTip(_("Ralat naskah ini dengan alasan; sesudahnya menunggu redaktur lagi"))
        elif status in ("waiting", "changed"):
            self._be(_("Tarik kembali"), Kind.STRONG, "", self.withdraw)
            keys = shown(keys_of("story.withdraw"))
            self.setToolTip(_("Tarik naskah dari redaktur, menjadi draf lagi ({keys})").format(keys=keys))
        else:
            keys = keys_of("story.submit")
            kind = Kind.STRONG if status == "approved" else Kind.PRIMARY
            self._be(_("Ajukan"), kind, keys, self.submit)
            self.setToolTip(_("Ajukan naskah ke redaktur ({keys})").format(keys=shown(keys)))

    def _be(self, words: str, kind: Kind, key: str, pressed: SignalInstance) -> None:
        self.kind = kind
        self.set_key(key)
        self.set_words(words)
        self._pressed = pressed
