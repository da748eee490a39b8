"""What stands where there is nothing yet: what this is for, and the ways to begin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.text_block import TextBlock
from newsdesk.ui.shortcuts import keys_of

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_WIDTH = 520
_RING = 4
"""Room that the focus ring of a button takes outside it."""


class EmptyPlace(QWidget):
    """A title, two sentences and buttons; the first button has the keyboard when it is shown."""

    def __init__(self, look: Look, title: str, words: str, buttons: Sequence[Button]) -> None:
        super().__init__()
        self._look = look
        self.buttons = buttons
        inner = QWidget()
        inner.setFixedWidth(_WIDTH + 2 * _RING)
        column = QVBoxLayout(inner)
        column.setContentsMargins(_RING, 0, _RING, _RING)
        column.setSpacing(12)
        for block in (TextBlock(look, title, "kosong", "text"), TextBlock(look, words, "isi", "text_2")):
            block.setFixedHeight(block.heightForWidth(_WIDTH))
            column.addWidget(block)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        column.addSpacing(4)
        column.addLayout(row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 48, 24, 24)
        outer.addWidget(inner, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        outer.addStretch(1)
        if buttons:
            self.setFocusProxy(buttons[0])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(self.rect(), self._look.theme.colour("surface"))


def no_bulletin(look: Look, new: Callable[[], None], programmes: Callable[[], None]) -> EmptyPlace:
    """Return what a newsroom without a coming bulletin sees."""
    make = Button(look, _("Buletin baru"), Kind.PRIMARY, icon="plus", key=keys_of("bulletin.new"))
    make.clicked.connect(new)
    settle = Button(look, _("Atur program"), Kind.STRONG, icon="calendar-clock")
    settle.clicked.connect(programmes)
    return EmptyPlace(
        look,
        _("Susun siaran dari naskah yang disetujui"),
        _(
            "Lama baca setiap naskah dijumlahkan menurut laju penyiarnya, dan lebih atau kurangnya selalu "
            "tampak. Buletin dari program yang terjadwal dibuat dengan sendirinya."
        ),
        (make, settle),
    )


def no_rows(look: Look, insert: Callable[[], None]) -> EmptyPlace:
    """Return what a bulletin without a row shows."""
    put = Button(look, _("Sisipkan"), Kind.PRIMARY, icon="plus", key=keys_of("rundown.insert"))
    put.clicked.connect(insert)
    return EmptyPlace(
        look,
        _("Susunan ini masih kosong"),
        _(
            "Sisipkan naskah, jingle, jeda iklan, atau tempat kosong. Naskah yang disetujui menunggu di Siap "
            "ditaruh: tekan Enter untuk menaruhnya."
        ),
        (put,),
    )
