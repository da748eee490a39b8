"""The inspector's original: what was pasted, to read beside the script and never to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.stories.read_only_text import ReadOnlyText

if TYPE_CHECKING:
    from newsdesk.ui.look import Look


class OriginalSection(QWidget):
    """The pasted text, filled in once the section is opened."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._original = ""
        self.text = ReadOnlyText(look, _("Teks asli, tidak diubah"))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 4, 8)
        column.addWidget(self.text)

    def show_original(self, original: str) -> None:
        """Show the text as it was pasted, once the section is opened."""
        self._original = original
        if self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """Fill in the text: one of megabytes costs a third of a second that only a reader should wait for."""
        super().showEvent(event)
        self._fill()

    def _fill(self) -> None:
        if self.text.toPlainText() != self._original:
            self.text.setPlainText(self._original)
