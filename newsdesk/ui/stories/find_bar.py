"""The bar to find and replace words: over the text that it searches."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import _, number
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Label, LineEdit
from newsdesk.ui.components.rule import Rule
from newsdesk.ui.shortcuts import keys_of, shown
from newsdesk.ui.stories.find_places import MOST_PLACES, Wanted
from newsdesk.ui.stories.pressed import pressed

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_FIELD = 240
_GROWS = 100
"""How much more a field takes of the room than what is left free behind it."""


class FindBar(QWidget):
    """What is looked for, how many there are, and, when asked for, what to put in its place.

    :attr:`wanted_changed` with every key and choice; :attr:`step` carries 1 or -1; :attr:`replaced` and
    :attr:`all_replaced` ask for it; :attr:`closed` comes with Esc.
    """

    wanted_changed = Signal()
    step = Signal(int)
    replaced = Signal()
    all_replaced = Signal()
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.words = LineEdit(look)
        self.instead = LineEdit(look, _("Ganti dengan"))
        self.instead.setAccessibleName(_("Ganti dengan"))
        self.count = Label(look, "", "kecil", "text_2")
        self.before = self._button("chevron-up", _("Sebelumnya"), "find.before")
        self.next = self._button("chevron-down", _("Berikutnya"), "find.next")
        self.case = self._button("case-sensitive", _("Bedakan huruf besar"), "find.case", checkable=True)
        self.whole = self._button("whole-word", _("Kata utuh"), "find.whole", checkable=True)
        self.close_button = self._button("x", _("Tutup"), "find.close")
        self.replace = Button(look, _("Ganti"), Kind.STRONG, small=True)
        self.replace_all = Button(
            look, _("Ganti semua"), Kind.STRONG, small=True, key=keys_of("find.replace_all")
        )
        self._acts = {
            keys_of("find.next"): self._enter,
            keys_of("find.before"): lambda: self.step.emit(-1),
            keys_of("find.case"): self.case.toggle,
            keys_of("find.whole"): self.whole.toggle,
            keys_of("find.replace_all"): self._replace_all,
            keys_of("find.close"): self.closed.emit,
        }
        self.before.clicked.connect(lambda: self.step.emit(-1))
        self.next.clicked.connect(lambda: self.step.emit(1))
        self.close_button.clicked.connect(self.closed)
        self.replace.clicked.connect(self.replaced)
        self.replace_all.clicked.connect(self.all_replaced)
        self.words.textChanged.connect(self.wanted_changed)
        self.case.toggled.connect(self.wanted_changed)
        self.whole.toggled.connect(self.wanted_changed)
        for field in (self.words, self.instead):
            field.setMaximumWidth(_FIELD)
            field.installEventFilter(self)
        self.setFocusProxy(self.words)
        self._lay_out()
        self.hide()

    @property
    def wanted(self) -> Wanted:
        """What is looked for now."""
        return Wanted(self.words.text(), self.whole.isChecked(), self.case.isChecked())

    def open_for(self, name: str, *, replaces: bool, words: str) -> None:
        """Show the bar for the text called ``name``; ``words`` are looked for when there are some."""
        self.words.setPlaceholderText(name)
        self.words.setAccessibleName(name)
        self._row.setVisible(replaces)
        if words and words != self.words.text():
            self.words.setText(words)
        self.show()
        # Asked to replace once more, with the words there: what they become is still to be written.
        field = self.instead if replaces and self.words.hasFocus() and self.words.text() else self.words
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    def show_count(self, current: int, count: int) -> None:
        """Tell which of how many it is: "2 dari 7"; ``current`` 0: none of them is selected."""
        if not self.words.text():
            told = ""
        elif not count:
            told = _("Tidak ada")
        elif count > MOST_PLACES:
            told = _("lebih dari {n}").format(n=number(MOST_PLACES))
        elif current:
            told = _("{n} dari {all}").format(n=number(current), all=number(count))
        else:
            told = _("{n} ditemukan").format(n=number(count))
        self.count.setText(told)
        self.words.set_wrong(bool(self.words.text()) and not count)
        self.words.setAccessibleDescription(told)
        for button in (self.before, self.next, self.replace, self.replace_all):
            button.setEnabled(count > 0)

    # ------------------------------------------------------------ keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the bar's keys before the fields and the window do."""
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            act = self._acts.get(pressed(cast(QKeyEvent, event)))
            if act is not None:
                if event.type() == QEvent.Type.KeyPress:
                    act()
                else:
                    event.accept()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc from a button, too."""
        if pressed(event) == keys_of("find.close"):
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        if self.instead.hasFocus():
            self.replaced.emit()
        else:
            self.step.emit(1)

    def _replace_all(self) -> None:
        if not self._row.isHidden():
            self.all_replaced.emit()

    # ------------------------------------------------------------ looks

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(self.rect(), self._look.theme.colour("raised"))

    def _button(self, icon: str, words: str, shortcut: str, *, checkable: bool = False) -> Button:
        name = f"{words} ({shown(keys_of(shortcut))})"
        button = Button(self._look, "", Kind.GHOST, icon=icon, small=True, name=name)
        button.setCheckable(checkable)
        return button

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setContentsMargins(16, 6, 12, 6)
        first.setSpacing(4)
        first.addWidget(self.words, _GROWS)
        first.addSpacing(4)
        for button in (self.case, self.whole, self.before, self.next):
            first.addWidget(button)
        first.addSpacing(8)
        first.addWidget(self.count)
        first.addStretch(1)
        first.addWidget(self.close_button)
        second = QHBoxLayout()
        second.setContentsMargins(16, 0, 12, 6)
        second.setSpacing(8)
        second.addWidget(self.instead, _GROWS)
        second.addWidget(self.replace)
        second.addWidget(self.replace_all)
        second.addStretch(1)
        self._row = QWidget()
        self._row.setLayout(second)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(first)
        column.addWidget(self._row)
        self.setTabOrder(self.words, self.instead)  # the two fields first: that is how they are filled
        self.setTabOrder(self.instead, self.replace)
        self.setTabOrder(self.replace, self.replace_all)
        self.setTabOrder(self.replace_all, self.case)
        column.addWidget(Rule(self._look))
