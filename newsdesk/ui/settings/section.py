"""What every section of Atur is made of: a title, a sentence, and controls under each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.ui.components.field import Label

if TYPE_CHECKING:
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.look import Look

_WIDTH = 480


class Section(QWidget):
    """One section. A subclass adds its controls in its ``__init__`` and fills itself in :meth:`opened`."""

    def __init__(self, look: Look, title: str, sentence: str) -> None:
        super().__init__()
        self.look = look
        self.setMaximumWidth(_WIDTH)
        self._last_under: list[tuple[QWidget, QWidget]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 0, 4, 24)
        self._column.setSpacing(20)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        head = Label(look, title, "judul")
        under = Label(look, sentence, token="text_2")
        under.setWordWrap(True)
        words.addWidget(head)
        words.addWidget(under)
        self._column.addLayout(words)

    def add(self, widget: QWidget) -> None:
        """Put a control under the others."""
        self._column.addWidget(widget)

    def add_close(self, widget: QWidget, *under: QWidget) -> None:
        """Put a control under the others, with lines that belong to it close under it."""
        group = QVBoxLayout()
        group.setSpacing(0)
        group.addWidget(widget)
        group.addSpacing(6)
        for line in under:
            group.addWidget(line)
        self._column.addLayout(group)
        if under:
            self._last_under.append((widget, under[-1]))

    def last_line_of(self, control: QWidget) -> QWidget:
        """Return the last line that belongs to a control, to be seen with it; itself when it has none."""
        for widget, last in self._last_under:
            if widget is control or widget.isAncestorOf(control):
                return last
        return control

    def add_row(self, *widgets: QWidget) -> None:
        """Put controls beside each other under the others."""
        row = QHBoxLayout()
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        self._column.addLayout(row)

    def opened(self, newsroom: Newsroom) -> None:
        """A newsroom is open; sections that show something of it fill themselves."""

    def focus_first(self) -> None:
        """Give the first control the focus."""
        for child in self.findChildren(QWidget):
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isEnabled() and not child.isHidden():
                child.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return
