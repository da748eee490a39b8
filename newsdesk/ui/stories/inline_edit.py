"""A field without a frame: words that can be typed over where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from newsdesk.ui.paint import draw_focus_ring

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_ROOM = 8
"""Between the words and the ring; a field moved left by it has its words flush with the column."""


class InlineEdit(QLineEdit):
    """A line of words in a font of the theme; the ring shows where one types, and rest elides.

    ``grows`` makes it as wide as its words, else it takes the room it is given.
    """

    def __init__(
        self,
        look: Look,
        name: str,
        font: str,
        *,
        token: str = "text",
        placeholder: str = "",
        grows: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._token = token
        self._grows = grows
        self._type: QFont = look.theme.font(font)
        self.setFont(self._type)
        self.setFrame(False)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTextMargins(_ROOM - 2, 0, _ROOM - 2, 0)
        self.setFixedHeight(look.theme.line(font) + 8)
        if grows:
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            self.textChanged.connect(self.updateGeometry)
        self._ink()

    def set_text(self, text: str) -> None:
        """Put ``text`` into the field, if another stands there; its beginning is seen."""
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    def set_token(self, token: str) -> None:
        """Write in the colour of another token."""
        self._token = token
        self._ink()

    def sizeHint(self) -> QSize:
        """Return room for the words, or for the words that ask for them."""
        words = self.text() or self.placeholderText()
        width = round(QFontMetricsF(self._type).horizontalAdvance(words) + 2.5) + 2 * _ROOM
        return QSize(max(48, width) if self._grows else 200, self.height())

    def minimumSizeHint(self) -> QSize:
        """Return the least room: a few letters."""
        return QSize(48, self.height())

    def focusOutEvent(self, arg__1: QFocusEvent) -> None:
        """Show the beginning again."""
        super().focusOutEvent(arg__1)
        self.setCursorPosition(0)
        self.update()

    def changeEvent(self, arg__1: QEvent) -> None:
        """Take the theme's new ink."""
        super().changeEvent(arg__1)
        if arg__1.type() == QEvent.Type.PaletteChange:
            self._ink()

    def paintEvent(self, arg__1: QPaintEvent) -> None:
        """Paint the words, elided while nobody types; the ring while somebody does."""
        if self.hasFocus():
            super().paintEvent(arg__1)
            draw_focus_ring(QPainter(self), self._look.theme, QRectF(self.rect()), 4)
            return
        painter = QPainter(self)
        painter.setFont(self._type)
        words, token = (self.text(), self._token) if self.text() else (self.placeholderText(), "text_3")
        painter.setPen(self._look.theme.colour(token))
        room = QRectF(self.rect()).adjusted(_ROOM, 0, -_ROOM, 0)
        cut = QFontMetricsF(self._type).elidedText(words, Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.drawText(
            room.adjusted(0, 0, 2, 0), Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, cut
        )

    def _ink(self) -> None:
        palette, colour = self.palette(), self._look.theme.colour(self._token)
        if palette.color(palette.ColorRole.Text) != colour:  # setting it is a change of palette again
            palette.setColor(palette.ColorRole.Text, colour)
            palette.setColor(palette.ColorRole.Base, Qt.GlobalColor.transparent)
            self.setPalette(palette)
