"""What can be put into a rundown: a story found by its letters, or a row of another kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsdesk.domain.rundown import ItemKind
from newsdesk.i18n import _
from newsdesk.ui.components.field import Label, LineEdit
from newsdesk.ui.components.two_line_rows import TwoLineList, TwoLineRow
from newsdesk.ui.paint import rounded
from newsdesk.ui.rundown.row_status import kind_icon, kind_words

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

WIDTH = 440
_TYPING_MS = 120
_MOST = 7
_KINDS = (ItemKind.WORDS, ItemKind.JINGLE, ItemKind.BREAK, ItemKind.NETWORK, ItemKind.PRAYER)
_SLOT = -1
"""The key of the place kept for a story; kinds have the keys below it, stories their ids."""


class InsertPanel(QWidget):
    """Opened by Ins over the rundown; typing narrows it, Enter takes the marked row, Esc leaves.

    :attr:`chose_story` carries the id of a story, :attr:`chose_kind` an :class:`ItemKind` (STORY: a place
    kept for a story) and the slug that was typed. ``find`` is asked for stories with the typed letters and
    gives them by calling what it is given; None: only kinds are offered.
    """

    chose_story = Signal(object)
    chose_kind = Signal(object, str)
    left = Signal()

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        find: Callable[[str, Callable[[Sequence[TwoLineRow]], None]], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._find = find
        self._stories: Sequence[TwoLineRow] = ()
        words = _("Slug, kata di naskah, atau jenis baris") if find else _("Jenis baris")
        self.field = LineEdit(look, words)
        self.field.setAccessibleName(_("Sisipkan ke susunan"))
        self.list = TwoLineList(look, _("Yang bisa disisipkan"), marks_always=True, most=_MOST)
        title = Label(look, _("Sisipkan di bawah baris terpilih"), "kecil", "text_2", weight=600)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        for part in (title, self.field, self.list):
            column.addWidget(part)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.timeout.connect(self._search)
        self.field.textChanged.connect(self._typed)
        self.field.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.entered.connect(self._take)
        self.list.pointed.connect(self._take)
        self.setFixedWidth(WIDTH)
        self.hide()

    def open(self) -> None:
        """Open with nothing typed."""
        self.field.clear()
        self._stories = ()
        self._show()
        self._search()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Close without putting anything in."""
        if not self.isHidden():
            self.hide()
            self.left.emit()

    def sizeHint(self) -> QSize:
        """Return the panel's width and the height of what is offered."""
        return QSize(WIDTH, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the panel."""
        theme = self._look.theme
        rounded(QPainter(self), QRectF(self.rect()), 8, theme.colour("surface"), theme.colour("line_field"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows go through the list while one types; Enter takes, Esc leaves."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.leave()
            return True
        if watched is self.field and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            count, at = self.list.model().rowCount(), self.list.currentIndex().row()
            if count:
                step = 1 if key == Qt.Key.Key_Down else -1
                self.list.setCurrentIndex(self.list.model().index((at + step) % count, 0))
            return True
        if watched is self.field and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            at = self.list.currentIndex().row()
            rows = self.list.rows()
            if 0 <= at < len(rows):
                self._take(rows[at].key)
            return True
        return super().eventFilter(watched, event)

    def _typed(self, _text: str) -> None:
        self._show()
        self._typing.start(_TYPING_MS)

    def _search(self) -> None:
        needle = self.field.text().strip()
        if self._find is not None:
            self._find(needle, lambda rows: self._found(needle, rows))

    def _found(self, needle: str, rows: Sequence[TwoLineRow]) -> None:
        if needle == self.field.text().strip():
            self._stories = rows
            self._show()

    def _show(self) -> None:
        needle = self.field.text().strip().lower()
        slot = TwoLineRow(
            _SLOT, "square-dashed", _("Tempat kosong untuk naskah"), _("diisi nanti; dihitung sesuai rencana")
        )
        kinds = [
            TwoLineRow(_SLOT - 1 - n, kind_icon(kind), kind_words(kind), _about(kind))
            for n, kind in enumerate(_KINDS)
        ]
        fitting = [row for row in (slot, *kinds) if needle in row.name.lower()]
        # What was typed may be the slug of a new row: every kind is offered when nothing else fits.
        rows = [*self._stories, *(fitting or ([slot, *kinds] if not self._stories else []))]
        self.list.show_rows(rows)
        if rows and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.adjustSize()

    def _take(self, key: int) -> None:
        typed = self.field.text().strip()
        self.hide()
        if key >= 0:
            self.chose_story.emit(key)
        elif key == _SLOT:
            self.chose_kind.emit(ItemKind.STORY, _slug(typed, ItemKind.STORY))
        else:
            kind = _KINDS[_SLOT - 1 - key]
            self.chose_kind.emit(kind, _slug(typed, kind))


def _slug(typed: str, kind: ItemKind) -> str:
    """Return what was typed as a slug, "" when it only named the kind."""
    if typed.lower() in (kind_words(kind).lower(), _("Tempat kosong untuk naskah").lower()):
        return ""
    return "-".join(typed.upper().split()) if typed and typed.lower() not in kind_words(kind).lower() else ""


def _about(kind: ItemKind) -> str:
    return {
        ItemKind.WORDS: _("pembuka, penutup, atau kalimat lain yang selalu dibaca"),
        ItemKind.JINGLE: _("musik atau rekaman, dengan lamanya"),
        ItemKind.BREAK: _("waktu yang sudah dijual"),
        ItemKind.NETWORK: _("bergabung dengan jaringan, biasanya pada jam tetap"),
        ItemKind.PRAYER: _("pada jam tetap, tidak pernah digeser"),
    }[kind]
