"""The palette: every command, page, story and person, found by typing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.keycap import KeyCap
from newsdesk.ui.paint import rounded
from newsdesk.ui.palette_entries import Asked, Group, asked, shortened
from newsdesk.ui.palette_list import PaletteList
from newsdesk.ui.shortcuts import shown

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

WIDTH = 640
FROM_TOP = 96
_INPUT = 56
_FOOT = 36
_NO_STORIES = (">", "@")
"""Who looks for a command or a person wants no new story of that name."""

Find = Callable[[Asked, Callable[[list[Group]], None]], None]


class Palette(QWidget):
    """A child of the window over a flat scrim; Esc, and a click beside it, close it.

    ``find`` is asked after every key and answers with groups, perhaps more than once (what needs the database
    comes later); an answer to an older question is dropped. ``make_story`` gets the slug typed when nothing
    matched.
    """

    def __init__(self, look: Look, window: QWidget, find: Find, make_story: Callable[[str], None]) -> None:
        super().__init__(window)
        self._look = look
        self._find = find
        self._make_story = make_story
        self._asked = 0
        self._before: QWidget | None = None
        self._box = _Box(look, self)
        self.input = self._box.input
        self.list = self._box.list
        self.input.textChanged.connect(self._ask)
        self.input.installEventFilter(self)
        self.list.chosen.connect(self._run_chosen)
        window.installEventFilter(self)
        self.setAccessibleName(_("Palet perintah"))
        self.hide()

    def open(self, prefix: str = "") -> None:
        """Show the palette with ``prefix`` typed (">", "@" or "#")."""
        focused: QWidget | None = self.window().focusWidget()
        if not self.isVisible():
            self._before = focused
        self.setGeometry(self.window().rect())
        self.show()
        if self.input.text() == prefix:
            self._ask(prefix)
        else:
            self.input.setText(prefix)
        self.raise_()
        self.input.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dismiss(self) -> None:
        """Close it and give the focus back to where it was."""
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scrim."""
        QPainter(self).fillRect(self.rect(), self._look.theme.colour("scrim"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the scrim closes."""
        self.dismiss()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size; take the keys that move in the list while typing."""
        if watched is self.input and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event.key())
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self.setGeometry(self.window().rect())
            self._place()
        return False

    def _key(self, key: int) -> bool:
        if key == Qt.Key.Key_Escape:
            self.dismiss()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Tab):
            self.list.step(1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Backtab):
            self.list.step(-1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        else:
            return False
        return True

    def _enter(self) -> None:
        if self.list.is_empty():
            only, slug = asked(self.input.text())
            if slug and only not in _NO_STORIES:
                self.dismiss()
                self._make_story(slug)
        else:
            self.list.choose_current()

    def _run_chosen(self) -> None:
        entry = self.list.current()
        if entry is not None:
            self.dismiss()
            entry.run()

    def _ask(self, text: str) -> None:
        self._asked += 1
        number = self._asked

        def answer(groups: list[Group]) -> None:
            if number == self._asked:
                self._show(shortened(groups), asked(text))

        self._find(asked(text), answer)

    def _show(self, groups: list[Group], question: Asked) -> None:
        only, needle = question
        self.list.show_groups(groups, needle)
        nothing = not groups and bool(needle)
        if nothing:
            sentence = (
                _("Tidak ada yang cocok dengan “{text}”.")
                if only in _NO_STORIES
                else _("Tidak ada yang cocok dengan “{text}”. Enter membuat naskah dengan slug itu.")
            )
            self._box.nothing.setText(sentence.format(text=needle))
        self._box.nothing.setVisible(nothing)
        self.list.setVisible(not nothing)
        self._place()

    def _place(self) -> None:
        width = min(WIDTH, self.width() - 32)
        room = self.height() - FROM_TOP - 24
        nothing = self._box.nothing
        middle = self.list.full_height() if nothing.isHidden() else nothing.heightForWidth(width - 2)
        height = min(_INPUT + middle + _FOOT + 2, room)
        self._box.setGeometry(QRect((self.width() - width) // 2, FROM_TOP, width, height))


class _Box(QWidget):
    """The palette's own surface: input, list, foot."""

    def __init__(self, look: Look, palette: QWidget) -> None:
        super().__init__(palette)
        self._look = look
        self.input = QLineEdit()
        self.input.setFrame(False)
        self.input.setFont(look.theme.font("palet"))
        self.input.setAccessibleName(_("Cari naskah, perintah, orang"))
        self.input.setFixedHeight(_INPUT - 2)
        hint = Label(look, _("naskah, perintah, orang, tempat di Atur"), "kecil", "text_3")
        self.list = PaletteList(look)
        self.nothing = Label(look, font="isi", token="text_2")
        self.nothing.setWordWrap(True)
        self.nothing.setContentsMargins(16, 12, 16, 12)
        self.nothing.hide()
        head = QHBoxLayout()
        head.setContentsMargins(48, 0, 16, 0)
        head.setSpacing(12)
        head.addWidget(self.input, 1)
        head.addWidget(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(1)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        column.addWidget(self._foot())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the surface is not a click on the scrim."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint surface, border, search icon and the line under the input."""
        theme, icons = self._look
        painter = QPainter(self)
        rounded(painter, self.rect().toRectF(), 8, theme.colour("surface"), theme.colour("line"))
        pixmap = icons.pixmap("search", 20, "text_2", self.devicePixelRatioF())
        painter.drawPixmap(16, (_INPUT - 20) // 2, pixmap)
        painter.fillRect(1, _INPUT - 1, self.width() - 2, 1, theme.colour("line"))

    def _foot(self) -> QWidget:
        foot = _Foot(self._look)
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 1, 16, 0)
        row.setSpacing(8)
        for keys, words in ((("Up", "Down"), _("pilih")), (("Return",), _("jalankan"))):
            for key in keys:
                row.addWidget(KeyCap(self._look, key))
            row.addWidget(Label(self._look, words, "kecil", "text_2"))
            row.addSpacing(8)
        row.addStretch(1)
        prefixes = _("awali > hanya perintah, @ orang, # slug")
        row.addWidget(Label(self._look, prefixes, "kecil", "text_2"))
        foot.setFixedHeight(_FOOT)
        foot.setAccessibleName(shown("Return") + " " + _("jalankan"))
        return foot


class _Foot(QWidget):
    """The raised foot of the palette."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface with the box's lower corners, and the line over it."""
        theme = self._look.theme
        painter = QPainter(self)
        box = self.rect().toRectF()
        rounded(painter, box, 7, theme.colour("raised"))
        painter.fillRect(0, 0, self.width(), 8, theme.colour("raised"))
        painter.fillRect(0, 0, self.width(), 1, theme.colour("line"))
