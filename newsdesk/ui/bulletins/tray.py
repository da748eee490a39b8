"""The tray "Siap ditaruh" above the rundown: stories fall down into it by Enter or by dragging."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QSizePolicy, QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.bulletins.tray_rows import CARD_HEIGHT, GAP, TrayCard, TrayDelegate, TrayModel
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.keycap import KeyCap
from newsdesk.ui.components.ring import RingedButton
from newsdesk.ui.paint import draw_focus_ring, rounded
from newsdesk.ui.shortcuts import keys_of

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_SIDE = 24
_LEAST_CARD = 216
_FOLDED = 35
_HANG = 12
"""How far the head reaches out to the left of its words: the chevron hangs there."""


class _Head(RingedButton):
    """The words of the tray and how much is in it; pressing it folds and opens the tray."""

    ring_outside = False
    radius = 4.0

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.held = ""
        self.folded = False
        self.setText(_("Siap ditaruh"))
        self.setFixedHeight(24)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, held: str, *, folded: bool) -> None:
        """Say how much is in the tray, and whether it is folded."""
        self.held, self.folded = held, folded
        state = _("terlipat") if folded else _("terbuka")
        self.setAccessibleName(f"{self.text()}, {held}, {state}")
        self.update()

    def sizeHint(self) -> QSize:
        """Return the head's height; the width is the tray's."""
        return QSize(200, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words; the chevron where the tray is folded or pointed at."""
        theme, icons = self.look
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.underMouse():
            rounded(painter, box, 4, theme.colour("hover"))
        x = float(_HANG)
        if self.folded:
            chevron = icons.pixmap("chevron-right", 16, "text_2", self.devicePixelRatioF())
            painter.drawPixmap(QPointF(1, 4), chevron)
            x += 20
        bold = theme.font("isi", weight=600)
        painter.setFont(bold)
        painter.setPen(theme.colour("text"))
        painter.drawText(box.adjusted(x, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        x += QFontMetricsF(bold).horizontalAdvance(self.text()) + 10
        painter.setFont(theme.font("isi"))
        painter.setPen(theme.colour("text_2"))
        painter.drawText(box.adjusted(x, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.held)
        if self.ringed and self.hasFocus():
            draw_focus_ring(painter, theme, box, 4)


class _Cards(QListView):
    """Arrows go through the cards, Enter places one; a double click does too."""

    placed = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.rows = TrayModel(self)
        self.cards_delegate = TrayDelegate(look, self)
        self.setModel(self.rows)
        self.setItemDelegate(self.cards_delegate)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDragEnabled(True)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(CARD_HEIGHT)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(_("Naskah yang siap ditaruh"))
        self.doubleClicked.connect(self._double_clicked)

    def current_card(self) -> TrayCard | None:
        """Return the card that the keys are at."""
        at = self.currentIndex().row()
        return self.rows.cards[at] if 0 <= at < len(self.rows.cards) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter places the card."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._place()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first card when none is current."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.cards:
            self.setCurrentIndex(self.rows.index(0))

    def _double_clicked(self, _index: QModelIndex) -> None:
        self._place()

    def _place(self) -> None:
        card = self.current_card()
        if card is not None:
            self.placed.emit(card.story_id)


class Tray(QWidget):
    """Open it shows cards, folded one line. :attr:`placed` carries the id of the story that was chosen.

    :attr:`folded_changed` comes when a person folded or opened it.
    """

    placed = Signal(object)
    folded_changed = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._folded = False
        self.head = _Head(look)
        self.cards = _Cards(look)
        self.cards.placed.connect(self.placed)
        self.head.clicked.connect(self.turn)
        self._key = KeyCap(look, "Enter")
        self._place_words = Label(look, _("taruh di bawah baris terpilih"), "kecil", "text_2")
        self._open_key = KeyCap(look, keys_of("bulletin.tray"))
        self._open_words = Label(look, _("buka"), "kecil", "text_2")
        self._none = Label(look, _("Naskah yang disetujui muncul di sini."), "kecil", "text_3")
        self._head_row = QHBoxLayout()
        self._head_row.setSpacing(8)
        self._head_row.addWidget(self.head, 1)
        for part in (self._key, self._place_words, self._open_key, self._open_words):
            self._head_row.addWidget(part)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addLayout(self._head_row)
        body = QVBoxLayout()
        body.setContentsMargins(_HANG, 0, 0, 0)
        body.addWidget(self.cards)
        body.addWidget(self._none)
        self._column.addLayout(body)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._arrange()

    @property
    def folded(self) -> bool:
        """Whether only its line is shown."""
        return self._folded

    def show_cards(self, cards: Sequence[TrayCard], held: str) -> None:
        """Show other cards; ``held`` says how many, and how long they are together."""
        at = self.cards.currentIndex().row()
        had = self.cards.current_card()
        self.cards.rows.show(cards)
        place = next((n for n, card in enumerate(cards) if had and card.story_id == had.story_id), at)
        if cards and at >= 0:
            self.cards.setCurrentIndex(self.cards.rows.index(min(max(place, 0), len(cards) - 1)))
        self.head.say(held, folded=self._folded)
        self._arrange()

    def fold(self, folded: bool) -> None:
        """Fold it into one line, or open it."""
        self._folded = folded
        self.head.say(self.head.held, folded=folded)
        self._arrange()

    def turn(self) -> None:
        """Fold it when it is open, open it when it is folded."""
        self.fold(not self._folded)
        self.folded_changed.emit(self._folded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many whole cards as fit, four where there is room."""
        super().resizeEvent(event)
        room = event.size().width() - 2 * _SIDE
        count = max(1, min(4, (room + GAP) // (_LEAST_CARD + GAP)))
        self.cards.cards_delegate.width = (room - (count - 1) * GAP) // count
        self.cards.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(self.rect(), self._look.theme.colour("canvas"))

    def event(self, event: QEvent) -> bool:
        """Keep its own height when the layout asks anew."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def _arrange(self) -> None:
        some = bool(self.cards.rows.cards)
        folded = self._folded
        self.cards.setVisible(some and not folded)
        self._none.setVisible(not some and not folded)
        for part in (self._key, self._place_words):
            part.setVisible(some and not folded)
        for part in (self._open_key, self._open_words):
            part.setVisible(folded)
        self._column.setContentsMargins(_SIDE - _HANG, 6, _SIDE, 5 if folded else 10)
        self._column.setSpacing(2)
        self.setFixedHeight(_FOLDED if folded else 6 + 24 + 2 + (CARD_HEIGHT if some else 16) + 10)
