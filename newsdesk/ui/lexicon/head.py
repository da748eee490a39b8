"""The head over the table: search, how many forms, import, export, a new form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from newsdesk.i18n import _, number
from newsdesk.ui.components import keycap
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.choice import ChoiceBox
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.saved_views import ViewLook
from newsdesk.ui.shortcuts import keys_of, shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsdesk.ui.look import Look

_HEIGHT = 64
_SIDE = 24
_SPACING = 12
_SEARCH_WIDTH, _SEARCH_NARROW, _SEARCH_LEAST = 320, 220, 120
_COUNT_WIDTH = 85
"""Room for "1.234 bentuk"; what is left over goes to the search field."""
_SEARCH_AFTER_MS = 80


class SearchField(QLineEdit):
    """A field 32 high with a glass at its left and its keys at the right while it is empty."""

    def __init__(self, look: Look, placeholder: str, keys: str) -> None:
        super().__init__()
        self._look = look
        self._keys = keys
        self.setFont(look.theme.font("isi"))
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setFixedHeight(32)
        self.textChanged.connect(self._make_room)
        self._undo = QKeySequence(keys_of("lexicon.undo"))
        self._make_room(self.text())

    def event(self, arg__1: QEvent) -> bool:
        """Leave Ctrl+Z to the lexicon when nothing was typed here that it could take back."""
        if (
            isinstance(arg__1, QKeyEvent)
            and arg__1.type() == QEvent.Type.ShortcutOverride
            and not self.isUndoAvailable()
            and QKeySequence(arg__1.keyCombination()) == self._undo
        ):
            return False
        return super().event(arg__1)

    def _make_room(self, text: str) -> None:
        cap = 0 if text else keycap.key_cap_width(self._look, self._keys) + 6
        self.setTextMargins(32, 0, 8 + cap, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the glass, and the keys that lead here."""
        super().paintEvent(event)
        painter = QPainter(self)
        pixmap = self._look.icons.pixmap("search", 16, "text", self.devicePixelRatioF())
        painter.drawPixmap(QPointF(11, 8), pixmap)
        if not self.text():
            width = keycap.key_cap_width(self._look, self._keys)
            keycap.paint_key_cap(painter, self._look, QPointF(self.width() - width - 10, 6), self._keys)


class Head(QWidget):
    """64 high. :attr:`searched` carries what is searched, a moment after the last key; the others are acts.

    :attr:`down` leads from the field to the rows; :attr:`view_chosen` carries the key of a saved view, where
    the window is too narrow for their list; :attr:`queue_wanted` opens the queue where that has no room.
    """

    searched = Signal(str)
    down = Signal()
    imported = Signal()
    exported = Signal()
    new = Signal()
    view_chosen = Signal(str)
    queue_wanted = Signal()

    def __init__(self, look: Look, views: Sequence[ViewLook], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._views = views
        self.setFixedHeight(_HEIGHT)
        self.views = ChoiceBox(look)
        self.views.setAccessibleName(_("Tampilkan"))
        for view in views:
            self.views.addItem(view.words, view.key)
        self.views.activated.connect(self._view_picked)
        self.views.hide()
        self.field = SearchField(look, _("Cari bentuk atau cara baca"), keys_of("lexicon.find"))
        self.count = Label(look, token="text_2")
        self.count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._unchecked = 0
        self._queue_folded = False
        self.queue_button = Button(look, "0", icon="circle-question-mark")
        self.queue_button.clicked.connect(self.queue_wanted)
        self.queue_button.hide()
        self.import_button = Button(look, _("Impor"), icon="file-up")
        self.export_button = Button(look, _("Ekspor"), icon="file-down")
        for button, shortcut in (
            (self.import_button, "lexicon.import"),
            (self.export_button, "lexicon.export"),
        ):
            button.setToolTip(shown(keys_of(shortcut)))
        self.new_button = Button(
            look, _("Bentuk baru"), Kind.PRIMARY, icon="plus", key=keys_of("lexicon.new")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, 0, _SIDE, 1)
        row.setSpacing(_SPACING)
        row.addWidget(self.views)
        row.addWidget(self.field)
        row.addWidget(self.count, 1)
        for button in (self.queue_button, self.import_button, self.export_button, self.new_button):
            row.addWidget(button)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.timeout.connect(self._tell)
        self.field.textChanged.connect(self._typed)
        self.import_button.clicked.connect(self.imported)
        self.export_button.clicked.connect(self.exported)
        self.new_button.clicked.connect(self.new)

    def focus_field(self) -> None:
        """Put the cursor into the search field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def search(self, needle: str) -> None:
        """Search for something at once."""
        self.field.setText(needle)
        self._tell()

    def offer_views(self, offered: bool) -> None:
        """Offer the saved views here, where there is no room for their list."""
        self.views.setVisible(offered)
        self._fit()

    def offer_queue(self, folded: bool) -> None:
        """Offer the queue here while it is folded."""
        self._queue_folded = folded
        self._show_queue()

    def show_unchecked(self, count: int) -> None:
        """Tell how many forms wait to be checked."""
        self._unchecked = count
        self._show_queue()

    def _show_queue(self) -> None:
        words = _("{n} belum diperiksa").format(n=number(self._unchecked))
        self.queue_button.set_words(number(self._unchecked), words)
        self.queue_button.setToolTip(f"{words} ({shown(keys_of('lexicon.queue'))})")
        self.queue_button.setVisible(self._queue_folded and self._unchecked > 0)
        self._fit()

    def show_view(self, key: str, counts: Mapping[str, int]) -> None:
        """Mark the view being shown, and how much each holds."""
        for i, view in enumerate(self._views):
            self.views.setItemText(i, f"{view.words}  {counts.get(view.key, 0)}")
        self.views.setCurrentIndex(self.views.findData(key))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes to the rows, Esc empties the field, Enter answers at once."""
        if self.field.hasFocus() and event.key() == Qt.Key.Key_Down:
            self.down.emit()
        elif self.field.hasFocus() and event.key() == Qt.Key.Key_Escape and self.field.text():
            self.search("")
        elif self.field.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell()
            self.down.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the field what the window has."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line under the head."""
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, self._look.theme.colour("line"))

    def _fit(self) -> None:
        crowded = not self.views.isHidden()
        others = [self.views, self.queue_button, self.import_button, self.export_button, self.new_button]
        least = room = 0
        # Before words are cut off, the key cap goes, then words that a tool tip says as well.
        for words, key, least in (
            (not crowded, True, _SEARCH_NARROW),
            (not crowded, False, _SEARCH_NARROW),
            (False, False, _SEARCH_NARROW),
            (False, False, _SEARCH_LEAST),
        ):
            for button, name in ((self.import_button, _("Impor")), (self.export_button, _("Ekspor"))):
                button.set_words(name if words else "", name)
            self.new_button.set_key(keys_of("lexicon.new") if key else "")
            taken = sum(one.sizeHint().width() + _SPACING for one in others if not one.isHidden())
            room = self.width() - 2 * _SIDE - taken - _COUNT_WIDTH - _SPACING
            if room >= least:
                break
        self.field.setFixedWidth(max(least, min(_SEARCH_WIDTH, room)))

    def _view_picked(self, at: int) -> None:
        self.view_chosen.emit(self._views[at].key)

    def _typed(self, _text: str) -> None:
        self._typing.start(_SEARCH_AFTER_MS)

    def _tell(self) -> None:
        self._typing.stop()
        self.searched.emit(self.field.text().strip())
