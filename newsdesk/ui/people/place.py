"""Who is at this desk: the place at the foot of the rail, with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu

from newsdesk.i18n import _
from newsdesk.ui.components.ring import RingedButton
from newsdesk.ui.letters import show_tip
from newsdesk.ui.paint import draw_focus_ring, rounded

if TYPE_CHECKING:
    from newsdesk.ui.commands import Command
    from newsdesk.ui.look import Look

_ITEM = QSize(60, 56)
_ICON = 20


class PersonPlace(RingedButton):
    """Icon and name, or as much of it as fits; hidden where nobody signs in.

    ``acts`` gives what its menu offers.
    """

    ring_outside = False

    def __init__(self, look: Look, acts: Callable[[], list[Command]]) -> None:
        super().__init__(look)
        self._acts = acts
        self.setFixedSize(_ITEM)
        self.clicked.connect(self._offer)
        self.hide()

    def show_person(self, name: str) -> None:
        """Show who is signed in; "" hides the place."""
        self.setText(name)
        words = _("{name} masuk di sini: kunci atau ganti orang").format(name=name)
        self.setAccessibleName(words)
        show_tip(self, words)
        self.setVisible(bool(name))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of a place in the rail."""
        return _ITEM

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon and name."""
        theme, icons = self.look
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.underMouse():
            rounded(painter, box, 6, theme.colour("hover"))
        pixmap = icons.pixmap("circle-user", _ICON, "text_2", self.devicePixelRatioF())
        painter.drawPixmap(QPointF((_ITEM.width() - _ICON) / 2, 8), pixmap)
        font = theme.font("kecil")
        metrics, room = QFontMetricsF(font), _ITEM.width()
        # "Pak Harun" has room; of longer names it is the first.
        whole = metrics.horizontalAdvance(self.text()) <= room
        said = self.text() if whole else self.text().split(" ", 1)[0]
        shown = metrics.elidedText(said, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(theme.colour("text_2"))
        painter.drawText(QRectF(0, 32, _ITEM.width(), 16), Qt.AlignmentFlag.AlignCenter, shown)
        if self.ringed and self.hasFocus():
            draw_focus_ring(painter, theme, box, 6)

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for command in self._acts():
            menu.addAction(command.words).triggered.connect(command.run)
        menu.popup(self.mapToGlobal(QPoint(self.width() + 4, self.height() - menu.sizeHint().height())))
