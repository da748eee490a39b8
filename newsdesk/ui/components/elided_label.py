"""Words in one line that are cut with "…" where there is no room for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from newsdesk.ui.components.field import Label
from newsdesk.ui.letters import show_tip

if TYPE_CHECKING:
    from newsdesk.ui.look import Look


class ElidedLabel(Label):
    """A label that takes the room it is given; all of its words are spoken, and told by its tool tip."""

    def __init__(
        self,
        look: Look,
        words: str = "",
        font: str = "isi",
        token: str = "text",
        *,
        weight: int | None = None,
    ) -> None:
        super().__init__(look, "", font, token, weight=weight)
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.set_words(words)

    @property
    def words(self) -> str:
        """All of the words."""
        return self._words

    def set_words(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self.setAccessibleName(words)
        show_tip(self, words)
        self._cut()

    def sizeHint(self) -> QSize:
        """Return room for all of the words."""
        width = QFontMetricsF(self.font()).horizontalAdvance(self._words)
        return QSize(round(width) + 2, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words to the new width."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        metrics = QFontMetricsF(self.font())
        self.setText(metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, self.width() + 1))
