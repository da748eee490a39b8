"""The list of stories: saved views, a filter that answers while typing, and the rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from newsdesk.i18n import _, pgettext
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.icon_label import IconLabel
from newsdesk.ui.components.keycap import KeyCap
from newsdesk.ui.components.over_bar import OverBar
from newsdesk.ui.components.rule import Rule
from newsdesk.ui.components.saved_views import SavedViews
from newsdesk.ui.components.text_block import TextBlock
from newsdesk.ui.shortcuts import keys_of
from newsdesk.ui.stories.story_row_delegate import StoryRowDelegate
from newsdesk.ui.stories.story_rows import StoryRows
from newsdesk.ui.stories.view_rows import nothing_in, views

if TYPE_CHECKING:
    from newsdesk.domain.rows import StoryRow
    from newsdesk.ui.look import Look

_FILTER_AFTER_MS = 80


class StoryList(QListView):
    """The rows themselves; Enter opens, arrows only move."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A viewport of our own: for Qt's own PySide makes every class of widget, 14 ms of a start.
        self.setViewport(QWidget())
        self.setItemDelegate(StoryRowDelegate(look, self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bar = OverBar(self)
        self.setAccessibleName(_("Daftar naskah"))
        self.viewport().setAutoFillBackground(False)
        self.setAutoFillBackground(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first row when none is current."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))


class ListPanel(QWidget):
    """The left column of the page.

    :attr:`asked` wants rows for another :attr:`view` or :attr:`needle`; :attr:`opened` carries the story to
    open; :attr:`new`
    wants a new story.
    """

    asked = Signal()
    opened = Signal(object)
    new = Signal()

    def __init__(
        self, look: Look, now: Callable[[], datetime], zone: tzinfo, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.view = "my_drafts"
        self.rows = StoryRows(now, zone, self)
        self._received: Sequence[StoryRow] = ()
        self._turned = self._any_story = False
        self.setAutoFillBackground(True)
        self._new = Button(look, _("Baru"), Kind.PRIMARY, icon="plus", small=True, name=_("Naskah baru"))
        self._new.setToolTip(_("Naskah baru ({keys})").format(keys=keys_of("story.new")))
        self._new.clicked.connect(self.new)
        self.views = SavedViews(look, views())
        self.views.choose(self.view)
        self.views.chosen.connect(self.choose)
        self.filter = QLineEdit()
        self._key_cap = KeyCap(look, keys_of("list.filter"))
        self._sort = Button(look, "", Kind.GHOST, icon="arrow-up-down", small=True, name=_("Urutan"))
        self._sort.clicked.connect(self._turn)
        self.list = StoryList(look)
        self.list.setModel(self.rows)
        self.list.activated.connect(self._activated)
        self.list.clicked.connect(self._clicked)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.timeout.connect(self._ask)
        self._lay_out(look)
        self._name_filter()
        self._say_order()

    # ------------------------------------------------------------ what is shown

    def show_rows(self, rows: Sequence[StoryRow], *, any_story: bool = False, quiet: bool = False) -> None:
        """Show the answer to :attr:`asked`; ``any_story`` says that the newsroom has stories in any view.

        ``quiet``: nobody asked, so the chosen rows and the place in the list stay.
        """
        self._received, self._any_story = rows, any_story
        chosen, bar = self.chosen if quiet else [], self.list.verticalScrollBar()
        place = bar.value()
        self._arrange()
        if quiet:
            for row in (self.rows.row_of(story_id) for story_id in chosen if len(chosen) > 1):
                if row >= 0:
                    self.list.selectionModel().select(
                        self.rows.index(row), QItemSelectionModel.SelectionFlag.Select
                    )
            bar.setValue(place)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many stories each view holds."""
        self.views.set_counts(counts)
        self._filter_row.setVisible(counts.get("all", 0) > 0)

    def select(self, story_id: int) -> None:
        """Mark the story that is open; without touching the focus."""
        row = self.rows.row_of(story_id)
        if row < 0:
            self.list.clearSelection()
            self.list.setCurrentIndex(QModelIndex())
        else:
            self.list.setCurrentIndex(self.rows.index(row))

    def choose(self, view: str) -> None:
        """Show another saved view."""
        self.view = view
        self.views.choose(view)
        self._turned = False
        self._name_filter()
        self._say_order()
        self._ask()

    def begin_with(self, view: str) -> None:
        """Show this view with no row, no filter and its own order: somebody else sits here now.

        Whoever calls asks for the rows.
        """
        self._received = ()
        self.rows.show(())
        self.filter.clear()
        self.view = view
        self.views.choose(view)
        self._turned = False
        self._name_filter()
        self._say_order()
        self._typing.stop()

    def refresh(self) -> None:
        """Ask for the rows again."""
        self._ask()

    @property
    def chosen(self) -> list[int]:
        """The stories that are chosen, in the order of the list."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return [self.rows.row_at(row).id for row in rows]

    def focus_filter(self) -> None:
        """Put the cursor into the filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    @property
    def needle(self) -> str:
        """What stands in the filter."""
        return self.filter.text().strip()

    # ------------------------------------------------------------ inside

    def _ask(self) -> None:
        self._typing.stop()
        self.asked.emit()

    def _turn(self) -> None:
        self._turned = not self._turned
        self._say_order()
        self._arrange()

    def _say_order(self) -> None:
        # What waits comes the oldest first, everything else the latest.
        oldest_first = self._turned != (self.view == "waiting")
        words = _("Terlama dulu") if oldest_first else _("Terbaru dulu")
        self._sort.setToolTip(words)
        self._sort.setAccessibleName(_("Urutan: {order}").format(order=words))

    def _arrange(self) -> None:
        current = self.list.currentIndex()
        story = self.rows.row_at(current.row()).id if current.isValid() else 0
        self.rows.show(tuple(reversed(self._received)) if self._turned else self._received)
        if story:
            self.select(story)
        empty = not self._received
        self._stack.setCurrentIndex(1 if empty else 0)
        if empty and self.needle:
            self._empty_head.setText(_("Tidak ada yang cocok"))
            self._empty_words.set_words(
                _("Tidak ada naskah dengan “{needle}” di {view}. Hapus saringan atau pilih Semua.").format(
                    needle=self.needle, view=self.views.words_of(self.view)
                )
            )
        elif empty:
            head, words = nothing_in(self.view, any_story=self._any_story)
            self._empty_head.setText(head)
            self._empty_words.set_words(words)

    def _clicked(self, index: QModelIndex) -> None:
        # Ctrl and Shift choose several stories; the one on the desk stays.
        keys = QGuiApplication.keyboardModifiers()
        if not keys & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier):
            self._activated(index)

    def _activated(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows.row_at(index.row()).id)

    def _name_filter(self) -> None:
        words = _("Saring di {view}").format(view=self.views.words_of(self.view))
        self.filter.setPlaceholderText(_("Saring, tertua di atas") if self.view == "waiting" else words)
        self.filter.setAccessibleName(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the filter down into the list."""
        if event.key() == Qt.Key.Key_Down and self.filter.hasFocus():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() == Qt.Key.Key_Escape and self.filter.hasFocus() and self.filter.text():
            self.filter.clear()
        else:
            super().keyPressEvent(event)

    def _typed(self, text: str) -> None:
        self._key_cap.setVisible(not text)
        self._typing.start(_FILTER_AFTER_MS)

    def _lay_out(self, look: Look) -> None:
        theme = look.theme
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 8, 0)
        head.addWidget(Label(look, pgettext("page", "Naskah"), weight=600), 1)
        head.addWidget(self._new)
        head_row = QWidget()
        head_row.setFixedHeight(39)  # the line under it is the fortieth
        head_row.setLayout(head)
        self.filter.setFrame(False)
        self.filter.setFont(theme.font("isi"))
        self.filter.textChanged.connect(self._typed)
        self._filter_row = _FilterRow(look)
        row = QHBoxLayout(self._filter_row)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(look, "search", 16, "text_3"))
        row.addWidget(self.filter, 1)
        row.addWidget(self._key_cap)
        row.addWidget(self._sort)
        self._empty_head = Label(look, weight=600)
        self._empty_words = TextBlock(look)
        empty = QWidget()
        words = QVBoxLayout(empty)
        words.setContentsMargins(16, 20, 16, 16)
        words.setSpacing(4)
        words.addWidget(self._empty_head)
        words.addWidget(self._empty_words)
        words.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (head_row, Rule(look), self.views, Rule(look), self._filter_row):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        self._filter_row.hide()


class _FilterRow(QWidget):
    """The row of the filter, with a line under it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedHeight(40)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        box = QRectF(0, self.height() - 1, self.width(), 1)
        QPainter(self).fillRect(box, self._look.theme.colour("line"))
