"""Two versions of a script in the script's place: what they are, what differs, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from newsdesk.domain.comparing import PartKind
from newsdesk.i18n import _, ngettext, number
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.icon_label import IconLabel
from newsdesk.ui.components.rule import Rule
from newsdesk.ui.landing import land_on
from newsdesk.ui.shortcuts import keys_of
from newsdesk.ui.shortcuts import shown as key_cap
from newsdesk.ui.stories.versions_rows import Difference, Row, differences, rows, whole
from newsdesk.ui.stories.versions_text import VersionsText

if TYPE_CHECKING:
    from newsdesk.domain.comparing_scripts import ComparedScripts
    from newsdesk.ui.look import Look

_SIDE = 24
_NARROW = 620
"""Pixels under which two columns have no lines left to read."""
MINUS = "\u2212"


class Shown(NamedTuple):
    """Two compared scripts, made ready on a lane to be shown."""

    found: ComparedScripts
    rows: Sequence[Row]
    differences: Sequence[Difference]


def ready(found: ComparedScripts) -> Shown:
    """Make two compared scripts ready to be shown, or one that was compared with itself.

    It takes longer for longer scripts, and belongs on a lane.
    """
    return Shown(found, whole(found) if found.same else rows(found), differences(found))


class VersionsPane(QWidget):
    """A head with counts and steps, column heads, the texts, and the owner's buttons at the foot.

    Of two texts that are ``equals`` neither is the older one: places are counted, not words.

    :attr:`closed` comes with Esc; :attr:`taken` carries the number of a change that is to be taken over, and
    :attr:`taken_back` undoes the last one: owners for whom that means nothing leave both alone.
    """

    closed = Signal()
    taken = Signal(int)
    taken_back = Signal()
    marked = Signal(int)

    def __init__(
        self, look: Look, icon: str, name: str, *, equals: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._equals = equals
        self._look = look
        self._shown: Shown | None = None
        self._inline = self._narrow = False
        self.setAccessibleName(name)
        self.title = Label(look, weight=600)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.counts = Label(look, token="text_2", weight=600)
        self.place = Label(look, token="text_3")
        self.previous = self._step(look, "chevron-left", _("Perubahan sebelumnya"), "versions.previous", -1)
        self.next = self._step(look, "chevron-right", _("Perubahan berikutnya"), "versions.next", 1)
        self.beside = Button(look, _("Berdampingan"), Kind.GHOST, icon="columns-2", small=True)
        self.inline = Button(look, _("Menyatu"), Kind.GHOST, icon="text-align-start", small=True)
        self._ways = QButtonGroup(self)
        for button in (self.beside, self.inline):
            button.setCheckable(True)
            button.setToolTip(_("Berdampingan atau menyatu ({keys})").format(keys=_cap("versions.layout")))
            self._ways.addButton(button)
        self.beside.setChecked(True)
        self._ways.buttonClicked.connect(lambda: self._set_inline(self.inline.isChecked()))
        self.text = VersionsText(look, name, equals=equals)
        self.text.picked.connect(self.mark)
        self.text.taken.connect(self._take)
        self.text.taken_back.connect(self.taken_back)
        land_on(self, self.text)
        self.old_name = Label(look, font="kecil", token="text_3", weight=600)
        self.new_name = Label(look, font="kecil", token="text_3", weight=600)
        self.buttons = QHBoxLayout()
        self.buttons.setContentsMargins(_SIDE, 8, _SIDE, 8)
        self.buttons.setSpacing(8)
        self._lay_out(look, icon)
        for shortcut, act in (
            ("versions.previous", lambda: self.step(-1)),
            ("versions.next", lambda: self.step(1)),
            ("versions.layout", self._other_layout),
        ):
            bound = QShortcut(QKeySequence(keys_of(shortcut)), self)
            bound.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            bound.activated.connect(act)

    def _lay_out(self, look: Look, icon: str) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(_SIDE, 8, 16, 8)
        head.setSpacing(8)
        head.addWidget(IconLabel(look, icon, 16, "text_2"))
        head.addWidget(self.title, 1)
        head.addWidget(self.counts)
        head.addWidget(self.previous)
        head.addWidget(self.place)
        head.addWidget(self.next)
        self._choice = QWidget()
        choice = QHBoxLayout(self._choice)
        choice.setContentsMargins(0, 0, 0, 0)
        choice.setSpacing(0)
        choice.addWidget(self.beside)
        choice.addWidget(self.inline)
        head.addWidget(self._choice)
        self._names = QWidget()
        names = QHBoxLayout(self._names)
        names.setContentsMargins(_SIDE, 6, _SIDE + 8, 0)
        names.setSpacing(24)
        for label in (self.old_name, self.new_name):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            names.addWidget(label, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Rule(look))
        column.addWidget(self._names)
        column.addWidget(self.text, 1)
        column.addWidget(Rule(look))
        column.addLayout(self.buttons)

    # ------------------------------------------------------------ what it shows

    def show_versions(
        self, shown: Shown, title: str, old_name: str, new_name: str, *, keep_place: bool = False
    ) -> None:
        """Show two versions, the first change marked; with ``keep_place`` the change that was marked."""
        current = self.text.current if keep_place else 0
        self._shown = shown
        self.title.setText(title)
        self.title.setToolTip("")
        self.old_name.setText(old_name)
        self.new_name.setText(new_name)
        self._show_counts()
        self._show_rows(keep_place=keep_place)
        count = len(shown.differences)
        self.mark(min(max(0, current), count - 1) if count else -1)

    def show_one(self, shown: Shown, title: str) -> None:
        """Show a single version, to read: both of the compared scripts are the same."""
        self._shown = shown
        self.title.setText(title)
        self._show_counts()
        self.text.show_rows(shown.rows, inline=True)
        for part in (self._choice, self._names, self.counts, self.place, self.previous, self.next):
            part.hide()

    def clear(self) -> None:
        """Show nothing any more."""
        self._shown = None
        self.text.show_rows((), inline=True)

    @property
    def difference(self) -> Difference | None:
        """The change that is marked; None when nothing differs."""
        current = self.text.current
        if self._shown is None or not 0 <= current < len(self._shown.differences):
            return None
        return self._shown.differences[current]

    def mark(self, change: int) -> None:
        """Mark a change by its number; -1 for none."""
        self.text.mark(change)
        count = len(self._shown.differences) if self._shown is not None else 0
        place = _("{n} dari {all}").format(n=change + 1, all=count) if change >= 0 else ""
        self.place.setText(place)
        self.marked.emit(change)

    def step(self, by: int) -> None:
        """Go to the next change (1) or the one before (-1); round at the ends."""
        count = len(self._shown.differences) if self._shown is not None else 0
        if count:
            self.mark((self.text.current + by) % count)

    def _show_counts(self) -> None:
        shown = self._shown
        if shown is None:
            return
        new, gone = (shown.found.words(kind) for kind in (PartKind.NEW, PartKind.GONE))
        differs = bool(shown.differences)
        told = ngettext("+{new} {minus}{gone} kata", "+{new} {minus}{gone} kata", new + gone)
        words = told.format(new=number(new), minus=MINUS, gone=number(gone))
        if self._equals:
            count = len(shown.differences)
            words = ngettext("{n} tempat berbeda", "{n} tempat berbeda", count).format(n=number(count))
        self.counts.setText(words if differs else self._same_words(shown))
        self.counts.show()
        for part in (self.place, self.previous, self.next):
            part.setVisible(differs)

    def _same_words(self, shown: Shown) -> str:
        if shown.found.ties_differ:
            return _("kata-katanya sama; kaitan narasumber, cara baca, atau yang boleh dipotong berbeda")
        return _("tidak ada yang berbeda")

    def _show_rows(self, *, keep_place: bool = False) -> None:
        if self._shown is None:
            return
        narrow = self._narrow = self.width() < _NARROW
        inline = self._inline or narrow
        self._choice.setVisible(not narrow)
        self._names.setVisible(not inline)
        self.text.show_rows(self._shown.rows, inline=inline, keep_place=keep_place)

    def _set_inline(self, inline: bool) -> None:
        self._inline = inline
        current = self.text.current
        self._show_rows()
        self.mark(current)

    # ------------------------------------------------------------ keys

    def _step(self, look: Look, icon: str, name: str, shortcut: str, by: int) -> Button:
        button = Button(look, "", Kind.GHOST, icon=icon, small=True, name=name)
        button.setToolTip(_("{what} ({keys})").format(what=name, keys=_cap(shortcut)))
        button.clicked.connect(lambda: self.step(by))
        return button

    def _other_layout(self) -> None:
        (self.beside if self.inline.isChecked() else self.inline).click()

    def _take(self, change: int) -> None:
        if change >= 0:
            self.mark(change)
            self.taken.emit(change)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns into one where they have no room, and back."""
        super().resizeEvent(event)
        shown = self._shown
        if shown is not None and shown.differences and self._narrow != (self.width() < _NARROW):
            current = self.text.current
            self._show_rows()
            self.mark(current)

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in the theme's new colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the script's own ground."""
        QPainter(self).fillRect(self.rect(), self._look.theme.colour("surface"))


def _cap(shortcut: str) -> str:
    return key_cap(keys_of(shortcut))
