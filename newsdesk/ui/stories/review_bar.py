"""The decision bar: a note for the writer, and what is decided on one revision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.shortcuts import keys_of
from newsdesk.ui.stories.note_box import NoteBox

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_SIDE = 36
_WIDEST = 662
_BOX = 58
_ROOMY = 640
"""Pixels of the bar from which on the buttons show their keys."""
_TIGHT = 500
"""Pixels under which the act of returning is called by one word."""


class ReviewBar(QWidget):
    """Stands fixed under the text. Only the buttons and their keys decide; Enter in the note never does.

    :attr:`approved`, :attr:`returned` and :attr:`spiked` ask for the act; :attr:`left` comes with Esc in the
    note.
    """

    approved = Signal()
    returned = Signal()
    spiked = Signal()
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._may_return = True
        self._why_not = ""
        self.note = NoteBox(look, _("Catatan untuk penulis"), _("Catatan untuk penulis"))
        self.note.setFixedHeight(_BOX)
        self.note.setMaximumWidth(_WIDEST)
        self.note.typed.connect(self._typed)
        self.note.left.connect(self.left)
        self.approve = Button(look, "", Kind.PRIMARY, icon="circle-check", key=keys_of("review.approve"))
        self.give_back = Button(look, "", Kind.STRONG, icon="undo-2", key=keys_of("story.return"))
        self.spike = Button(look, _("Sisihkan"), Kind.GHOST, icon="circle-slash")
        self.approve.clicked.connect(self.approved)
        self.give_back.clicked.connect(self.returned)
        self.spike.clicked.connect(self.spiked)
        buttons = QWidget()
        buttons.setMaximumWidth(_WIDEST)
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.approve)
        row.addWidget(self.give_back)
        row.addStretch(1)
        row.addWidget(self.spike)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 12, _SIDE, 14)
        column.setSpacing(12)
        column.addWidget(self.note)
        column.addWidget(buttons)
        self.setAccessibleName(_("Keputusan redaktur"))
        self._fit()

    def tell(self, revision: int, writer: str, *, why_not: str, no_return: str) -> None:
        """Be about a revision of ``writer``; ``why_not`` and ``no_return`` say why not, "" when one may."""
        self.note.set_for(_("untuk {name}").format(name=writer) if writer.strip() else "")
        self.approve.set_words(_("Setujui revisi {n}").format(n=revision))
        self.approve.set_available(not why_not, why_not)
        self._why_not = no_return
        self.spike.set_available(not no_return, no_return)
        self._typed()
        self._fit()

    @property
    def why_no_return(self) -> str:
        """Why the story cannot be returned now, "" when it can."""
        return self._why_not or (
            "" if self.note.text() else _("Tulis dulu catatannya, supaya penulis tahu alasannya.")
        )

    def _typed(self) -> None:
        self.give_back.set_available(not self.why_no_return, self.why_no_return)

    def _fit(self) -> None:
        roomy = self.width() >= _ROOMY
        self.approve.set_key(keys_of("review.approve") if roomy else "")
        self.give_back.set_key(keys_of("story.return") if roomy else "")
        words = _("Kembalikan dengan catatan")
        self.give_back.set_words(_("Kembalikan…") if self.width() < _TIGHT else words, words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the keys out where there is no room for them."""
        super().resizeEvent(event)
        self._fit()

    def focus_note(self) -> None:
        """Put the cursor into the note."""
        self.note.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the inset ground and the line above it."""
        theme, painter = self._look.theme, QPainter(self)
        painter.fillRect(self.rect(), theme.colour("raised"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), theme.colour("line"))
