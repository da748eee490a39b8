"""What the desk has changed, word by word, over the rows of what comes next: the script stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QVBoxLayout, QWidget

from newsdesk.domain.air_changes import only_approved
from newsdesk.domain.blocks import MARK
from newsdesk.domain.comparing import PartKind, compare
from newsdesk.i18n import _
from newsdesk.ui.onair.column_parts import PADDING

if TYPE_CHECKING:
    from newsdesk.domain.air_bulletin import AirItem
    from newsdesk.ui.look import Look

_AROUND = 40
"""Letters left standing on both sides of a change: more of what is the same is not shown."""


class ChangePanel(QWidget):
    """Shows what differs between the words on the screen and those to load; it takes no key of its own."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._text = QTextEdit()
        self._text.setReadOnly(True)
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._text.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # a menu takes the keyboard
        self._text.viewport().setAutoFillBackground(False)
        self._text.setFont(look.theme.sized(15, 400))
        self._text.setAccessibleName(_("Yang berubah"))
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING - 4, 8, PADDING - 4, 8)
        column.addWidget(self._text)
        self.hide()

    @property
    def words(self) -> str:
        """What stands in the panel."""
        return self._text.toPlainText()

    def show_change(self, old: AirItem | None, new: AirItem) -> None:
        """Show what becomes of the words of ``old`` with ``new``."""
        before, after = _body(old), _body(new)
        found = compare(before, after)
        self._text.clear()
        cursor = self._text.textCursor()
        self._put(cursor, f"{new.slug}\n", "text", bold=True)
        if old is not None and only_approved(old, new):
            self._put(cursor, _("Kata-katanya sama; sekarang sudah disetujui."), "text_2")
        elif found.same:
            self._put(cursor, _("Kata-katanya sama; yang berubah pembaca, klip, atau lamanya."), "text_2")
        for n, part in enumerate(found.parts):
            if part.kind is PartKind.SAME:
                last = n == len(found.parts) - 1
                self._put(cursor, _shortened(found.new_text(part), first=n == 0, last=last), "text_2")
            elif part.kind is PartKind.GONE:
                self._put(cursor, found.old_text(part), "del_", "del_bg")
            else:
                self._put(cursor, found.new_text(part), "ins", "ins_bg")
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self._text.setTextCursor(cursor)
        self.setAccessibleName(self.words)
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(self.rect(), self._look.theme.colour("raised"))

    def _put(self, cursor: QTextCursor, words: str, ink: str, fill: str = "", *, bold: bool = False) -> None:
        theme = self._look.theme
        how = QTextCharFormat()
        how.setForeground(theme.colour(ink))
        if fill:
            how.setBackground(theme.colour(fill))
        how.setFontUnderline(ink == "ins")
        how.setFontStrikeOut(ink == "del_")
        how.setFontWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        cursor.insertText(words.replace(MARK, _("[klip]")), how)


def _body(item: AirItem | None) -> str:
    if item is None:
        return ""
    return item.text.body if item.text is not None else item.words


def _shortened(words: str, *, first: bool, last: bool) -> str:
    """Leave out the middle of what is the same, or its far end at both ends of the text."""
    if len(words) <= 2 * _AROUND + 3:
        return words
    head = "" if first else words[:_AROUND]
    tail = "" if last else words[-_AROUND:]
    return f"{head} … {tail}"
