"""The heads of the table of forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from newsdesk.ui.lexicon.form_shelf import Column
from newsdesk.ui.lexicon.form_table_model import column_words

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

HEAD = 32
_ARROW = 14


class TableHead(QHeaderView):
    """The heads: quiet words, an arrow at the one that the rows are sorted by."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.order = Column.WRITTEN
        self.descending = False
        self.setFixedHeight(HEAD)
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(0)
        self.setHighlightSections(False)

    def paintSection(  # noqa: N802 - Qt's name
        self,
        painter: QPainter,
        rect: QRect,
        logicalIndex: int,  # noqa: N803 - Qt's name for it
    ) -> None:
        """Paint one head."""
        theme, icons = self._look
        box = QRectF(rect)
        painter.save()
        painter.fillRect(box, theme.colour("rail"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), theme.colour("line"))
        column = Column(logicalIndex)
        font = theme.font("kecil", weight=600)
        words = column_words(column)
        painter.setFont(font)
        painter.setPen(theme.colour("text_3"))
        line = box.adjusted(0, 0, 0, -1)
        side = Qt.AlignmentFlag.AlignRight if column is Column.USED else Qt.AlignmentFlag.AlignLeft
        painter.drawText(line, side | Qt.AlignmentFlag.AlignVCenter, words)
        if column is self.order:
            width = QFontMetricsF(font).horizontalAdvance(words)
            left = box.right() - width - _ARROW - 5 if column is Column.USED else box.left() + width + 5
            arrow = icons.pixmap(
                "arrow-down" if self.descending else "arrow-up", _ARROW, "text_3", self.devicePixelRatioF()
            )
            painter.drawPixmap(QPointF(left, box.top() + 8), arrow)
        painter.restore()
