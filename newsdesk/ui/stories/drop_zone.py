"""A place to let dragged words of the original fall that are to become indirect speech."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTextEdit, QWidget

from newsdesk.i18n import _
from newsdesk.ui.paint import rounded
from newsdesk.ui.stories.original_text import CARRIED

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_HIGH, _EDGE = 56, 12
_LINGERS_MS = 250
"""How long it stays when the mouse leaves the script: it may be on its way here."""


class DropZone(QWidget):
    """Lies at the foot of the script while words of the original are dragged over it.

    :attr:`dropped` carries the words that fell here.
    """

    dropped = Signal(str)

    def __init__(self, look: Look, script: QTextEdit) -> None:
        super().__init__(script)
        self._look = look
        self._script = script
        self._going = QTimer(self)
        self._going.setSingleShot(True)
        self._going.setInterval(_LINGERS_MS)
        self._going.timeout.connect(self.hide)
        self.setAcceptDrops(True)
        self.setAccessibleName(_("Lepaskan di sini: jadi kalimat tidak langsung"))
        self.hide()
        script.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come when words of the original are dragged over the script, and go with them."""
        if isinstance(event, QDragEnterEvent) and event.mimeData().hasFormat(CARRIED):
            self._going.stop()
            self.setGeometry(
                _EDGE,
                self._script.viewport().height() - _HIGH - _EDGE,
                self._script.viewport().width() - 2 * _EDGE,
                _HIGH,
            )
            self.show()
            self.raise_()
        elif isinstance(event, QDragLeaveEvent):
            self._going.start()
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self.hide()
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take words of the original."""
        self._going.stop()
        if event.mimeData().hasFormat(CARRIED):
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Go, unless the script brings the mouse back."""
        self._going.start()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the words on."""
        self.hide()
        event.acceptProposedAction()
        self.dropped.emit(event.mimeData().text())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the place: a dashed border, and what it does."""
        theme = self._look.theme
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        rounded(painter, QRectF(self.rect()), 8, theme.colour("raised"), None)
        painter.setPen(QPen(theme.colour("line_field"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 8, 8)
        painter.setFont(theme.font("isi", weight=500))
        painter.setPen(theme.colour("text_2"))
        painter.drawText(
            box, Qt.AlignmentFlag.AlignCenter, _("Lepaskan di sini: jadi kalimat tidak langsung")
        )
