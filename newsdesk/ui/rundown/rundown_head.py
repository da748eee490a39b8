"""The heads over a rundown's columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from newsdesk.i18n import _
from newsdesk.ui.rundown.columns import HEAD, Columns, columns_for

if TYPE_CHECKING:
    from newsdesk.ui.look import Look


class RundownHead(QWidget):
    """Quiet words over the columns, 32 high."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._columns = columns_for(1064)
        self.setFixedHeight(HEAD)

    def set_columns(self, columns: Columns) -> None:
        """Stand over these columns."""
        self._columns = columns
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, line and words."""
        theme, columns = self._look.theme, self._columns
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("rail"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))
        painter.setFont(theme.font("kecil", weight=600))
        painter.setPen(theme.colour("text_3"))
        left = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        right = left | Qt.AlignmentFlag.AlignRight
        height = self.height() - 1
        for at, words in (
            (columns.number_right, _("No")),
            (columns.planned_right, _("Rencana")),
            (columns.estimate_right, _("Perkiraan")),
            (columns.start_right, _("Mulai")),
            (columns.back_right if columns.back_times else 0, _("Batas mulai")),
        ):
            painter.drawText(QRectF(at - 120, 0, 120, height), right, words)
        for at, words in (
            (columns.slug, _("Slug")),
            (columns.type if columns.type_words else -200, _("Jenis")),
            (columns.reader if columns.names else -200, _("Pembaca")),
            (columns.status if columns.names else -200, _("Status")),
        ):
            painter.drawText(QRectF(at, 0, 120, height), left, words)
