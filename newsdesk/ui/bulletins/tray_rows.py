"""The cards of the tray: stories that are ready to be put into the bulletin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from newsdesk.i18n import _
from newsdesk.ui.paint import RING_PX, rounded
from newsdesk.ui.rundown.row_status import RowStatus
from newsdesk.ui.rundown.rundown_model import STORY_MIME

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

AnyIndex = QModelIndex | QPersistentModelIndex
CARD_HEIGHT = 74
GAP = 8
_ICON = 14
_State = QStyle.StateFlag


class TrayCard(NamedTuple):
    """One story: ``length`` for the bulletin's first announcer, ``note`` where it comes from, or ""."""

    story_id: int
    slug: str
    length: str
    lead: str
    status: RowStatus
    note: str = ""

    @property
    def sentence(self) -> str:
        """Everything on the card, for a screen reader."""
        parts = (self.slug, self.length, self.status.words, self.status.why, self.note, self.lead)
        return ", ".join(part for part in parts if part)


class TrayModel(QAbstractListModel):
    """The cards from left to right."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.cards: Sequence[TrayCard] = ()

    def show(self, cards: Sequence[TrayCard]) -> None:
        """Show other cards."""
        self.beginResetModel()
        self.cards = cards
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many cards there are."""
        return 0 if parent.isValid() else len(self.cards)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the card for the delegate, or all of it in words."""
        card = self.cards[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return card
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return card.sentence
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Every card can be dragged down into the rundown."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        """Return what is dragged."""
        return [STORY_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        """Return the story that is dragged."""
        data = QMimeData()
        if indexes:
            data.setData(STORY_MIME, str(self.cards[indexes[0].row()].story_id).encode())
        return data


class TrayDelegate(QStyledItemDelegate):
    """Paints a card: slug and length, first sentence, status."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self.width = 248
        """How wide a card is, set by the tray."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the size of every card and the gap after it."""
        return QSize(self.width + GAP, CARD_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one card."""
        theme, icons = self._look
        card: TrayCard = index.data(Qt.ItemDataRole.UserRole)
        state: QStyle.StateFlag = option.state
        box = QRectF(option.rect)
        box.setWidth(box.width() - GAP)
        painter.save()
        focused = bool(state & _State.State_Selected) and bool(state & _State.State_HasFocus)
        hovered = bool(state & _State.State_MouseOver)
        fill = theme.colour("hover" if hovered and not focused else "surface")
        if focused:
            rounded(painter, box, 6, fill, theme.colour("accent_text"), RING_PX)
        else:
            rounded(painter, box, 6, fill, theme.colour("line"))
        inner = box.adjusted(13, 8, -13, 0)
        heavy = theme.font("isi", weight=600)
        width = QFontMetricsF(heavy).horizontalAdvance(card.length)
        self._line(painter, heavy, "text", inner, 20, card.length, Qt.AlignmentFlag.AlignRight)
        slug = inner.adjusted(0, 0, -width - 8, 0)
        self._line(painter, theme.font("slug"), "text", slug, 20, card.slug)
        self._line(painter, theme.font("kecil"), "text_2", inner.adjusted(0, 19, 0, 0), 16, card.lead)
        status = card.status
        ratio = painter.device().devicePixelRatioF()
        at = QPointF(inner.left(), inner.top() + 38)
        painter.drawPixmap(at, icons.pixmap(status.icon, _ICON, status.ink, ratio))
        under = inner.adjusted(_ICON + 4, 37, 0, 0)
        bold = theme.font("kecil", weight=600)
        self._line(painter, bold, status.ink, under, 16, status.words)
        if card.note:
            said = QFontMetricsF(bold).horizontalAdvance(status.words)
            note = _("· {note}").format(note=card.note)
            self._line(painter, theme.font("kecil"), "text_3", under.adjusted(said + 6, 0, 0, 0), 16, note)
        painter.restore()

    def _line(
        self,
        painter: QPainter,
        font: QFont,
        token: str,
        box: QRectF,
        height: int,
        words: str,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        line = QRectF(box.left(), box.top(), max(0.0, box.width()), height)
        painter.setFont(font)
        painter.setPen(self._look.theme.colour(token))
        cut = QFontMetricsF(font).elidedText(words[:200], Qt.TextElideMode.ElideRight, line.width() + 1)
        painter.drawText(
            line.adjusted(0, 0, 1, 0), side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, cut
        )
