"""One sentence with its spoken form under it, read by the newsroom's own reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QWidget

from newsdesk.ui.paint import rounded
from newsdesk.ui.stories.mark import marks_of
from newsdesk.ui.stories.mark_layout import Drawn, MarkLayout

if TYPE_CHECKING:
    from newsdesk.services.reading import Reading
    from newsdesk.ui.look import Look

SENTENCE = "Indeks naik menjadi 2,65, kata Kepala BPS Kota Blitar."
_HEIGHT = 76
_LEFT = 20
_TOP = 24


class ExampleLine(QWidget):
    """A card with the sentence; until a newsroom is open only the written words."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._marks = MarkLayout(look.theme)
        self._drawn: Drawn | None = None
        self._layout = QTextLayout(SENTENCE, look.theme.font("naskah"))
        self._layout.beginLayout()
        line = self._layout.createLine()
        line.setLineWidth(2000)
        self._layout.endLayout()
        self.setFixedHeight(_HEIGHT)
        self.setAccessibleName(SENTENCE)

    def read_with(self, reading: Reading) -> None:
        """Show how the sentence is said."""
        spoken = reading.read(SENTENCE)
        self._drawn = self._marks.lay_out(
            self._layout, marks_of(SENTENCE, spoken), self.width() - 2 * _LEFT, spoken=True
        )
        self.setAccessibleDescription(spoken.line)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint card, sentence and spoken form."""
        theme = self._look.theme
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), 6, theme.colour("raised"), theme.colour("line"))
        painter.setPen(theme.colour("text"))
        at = QPointF(_LEFT, _TOP)
        self._layout.draw(painter, at)
        if self._drawn is not None:
            self._marks.paint(painter, self._drawn, at, self.devicePixelRatioF())
