"""A field with its label above and, when what stands in it does not fit, a sentence under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from newsdesk.ui.aloud import say_aloud

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_ICON = 16


class LineEdit(QLineEdit):
    """A one-line field 32 high, drawn by the style; ``wrong`` gives it the border and icon of a fault."""

    def __init__(self, look: Look, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._wrong = False
        self.setFont(look.theme.font("isi"))
        self.setPlaceholderText(placeholder)
        self.setFixedHeight(32)
        self.setTextMargins(8, 0, 8, 0)

    def set_wrong(self, wrong: bool) -> None:
        """Draw the field as wrong, or as right again."""
        self._wrong = wrong
        self.setProperty("wrong", wrong)
        self.setTextMargins(8, 0, 8 + (_ICON + 4 if wrong else 0), 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon of a fault over the field's right end."""
        super().paintEvent(event)
        if self._wrong:
            box = QRectF(self.width() - 10 - _ICON, (self.height() - _ICON) / 2, _ICON, _ICON)
            pixmap = self._look.icons.pixmap("circle-alert", _ICON, "temuan", self.devicePixelRatioF())
            QPainter(self).drawPixmap(box.topLeft(), pixmap)


class Label(QLabel):
    """Words in a font and colour of the theme; follows the theme when it changes."""

    def __init__(
        self,
        look: Look,
        words: str = "",
        font: str = "isi",
        token: str = "text",
        *,
        weight: int | None = None,
    ) -> None:
        super().__init__(words)
        self._look = look
        self._token = token
        self.setFont(look.theme.font(font, weight=weight))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._ink()

    def set_token(self, token: str) -> None:
        """Write in the colour of another token."""
        self._token = token
        self._ink()

    def changeEvent(self, event: QEvent) -> None:
        """Take the theme's new ink."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._ink()

    def _ink(self) -> None:
        palette, colour = self.palette(), self._look.theme.colour(self._token)
        if palette.color(self.foregroundRole()) != colour:  # setting it is a change of palette again
            palette.setColor(self.foregroundRole(), colour)
            self.setPalette(palette)


class Field(QWidget):
    """Label, field and the sentence under it: ``Field(look, _("Nama"), placeholder="Mahardhika FM")``.

    :attr:`changed` carries the text after every key; :attr:`finished` comes with Enter or leaving the field.
    """

    changed = Signal(str)
    finished = Signal(str)

    def __init__(
        self, look: Look, label: str, *, placeholder: str = "", note: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._note = note
        self.edit = LineEdit(look, placeholder)
        self.edit.setAccessibleName(label)
        self._label = Label(look, label, "kecil", "text_2", weight=600)
        self._label.setBuddy(self.edit)
        self._under = Label(look, note, "kecil", "text_3")
        self._under.setWordWrap(True)
        if not note:  # shown now, before it has a parent, it would be a window of its own for a moment
            self._under.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._label)
        column.addWidget(self.edit)
        column.addWidget(self._under)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self.changed)
        self.edit.editingFinished.connect(lambda: self.finished.emit(self.edit.text()))

    def text(self) -> str:
        """Return what stands in the field."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Put ``text`` into the field, if another stands there (the cursor stays otherwise)."""
        if self.edit.text() != text:
            self.edit.setText(text)

    def set_note(self, note: str) -> None:
        """Say something quiet under the field, where a fault would stand."""
        self._note = note
        self.set_wrong("")

    def set_wrong(self, sentence: str) -> None:
        """Say under the field what would fit; "" makes it right again."""
        if sentence and sentence != self.edit.accessibleDescription():
            say_aloud(self.edit, sentence)
        self.edit.set_wrong(bool(sentence))
        self.edit.setAccessibleDescription(sentence)
        self._under.setText(sentence or self._note)
        self._under.set_token("temuan" if sentence else "text_3")
        self._under.setVisible(bool(sentence or self._note))
