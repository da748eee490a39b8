"""The widgets of the Leksikon page: saved views, forms, and the queue of those that nobody has checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.rule import Rule
from newsdesk.ui.components.saved_views import SavedViews
from newsdesk.ui.components.text_block import TextBlock
from newsdesk.ui.landing import land_on
from newsdesk.ui.lexicon.form_pane import FormPane
from newsdesk.ui.lexicon.form_shelf import UNCHECKED, Contents, views
from newsdesk.ui.lexicon.queue import Queue

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_VIEWS_WIDTH = 224
_QUEUE_WIDTH, _NARROW_QUEUE_WIDTH = 288, 272
# Widths of this page, which is the window without its rail of 76.
_WIDE = 1324
_VIEWS_FROM = 1264
_QUEUE_FROM = 1032


class LexiconView(QWidget):
    """Three columns; in narrow windows the views become a drop-down, in very narrow ones the queue goes too.

    :attr:`came` tells that the page is on the screen.
    """

    came = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.views = SavedViews(look, views())
        self.pane = FormPane(look)
        self.queue = Queue(look)
        self._left = self._make_left(look)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(self.pane, 1)
        row.addWidget(self.queue)
        self.views.choose(self.pane.shelf.view)
        self.views.chosen.connect(self.pane.choose)
        self.pane.viewed.connect(self.views.choose)
        self.queue.all_wanted.connect(lambda: self.pane.choose(UNCHECKED))
        self.pane.head.queue_wanted.connect(self.begin_queue)
        land_on(self, self.pane)
        self._folds = (True, True)
        self._fold(has_views=True, has_queue=True)

    def fill(self, contents: Contents) -> None:
        """Show what the newsroom has now."""
        self.pane.fill(contents)
        self.views.set_counts(contents.counts)
        waiting = self.pane.shelf.unchecked()
        self.queue.show_rows(waiting)
        self.pane.head.show_unchecked(len(waiting))

    def clear(self) -> None:
        """Show nothing, until the forms of another newsroom come."""
        self.pane.clear()
        self.views.set_counts({})
        self.queue.forget_skips()
        self.queue.show_rows(())
        self.pane.head.show_unchecked(0)

    def turn_views(self) -> None:
        """Fold the saved views into their drop-down, or open their list."""
        self._fold(has_views=self._left.isHidden(), has_queue=not self.queue.isHidden())

    def turn_queue(self) -> None:
        """Fold the queue, or open it."""
        self._fold(has_views=not self._left.isHidden(), has_queue=self.queue.isHidden())

    def begin_queue(self) -> None:
        """Open the queue if it is folded, and go to the first form in it."""
        if self.queue.isHidden():
            self.turn_queue()
        self.queue.begin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what there is no room for, when there no longer is, and open it when there is again."""
        super().resizeEvent(event)
        width = event.size().width()
        self.queue.setFixedWidth(_QUEUE_WIDTH if width >= _WIDE else _NARROW_QUEUE_WIDTH)
        # By what it was folded for, not by its size before: resized on another page it is told of none.
        folds = width >= _VIEWS_FROM, width >= _QUEUE_FROM
        if folds != self._folds:
            self._folds = folds
            self._fold(has_views=folds[0], has_queue=folds[1])

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that the page is looked at."""
        super().showEvent(event)
        self.came.emit()

    def _fold(self, *, has_views: bool, has_queue: bool) -> None:
        self._left.setVisible(has_views)
        self.pane.head.offer_views(not has_views)
        self.pane.head.offer_queue(not has_queue)
        self.queue.setVisible(has_queue)

    def _make_left(self, look: Look) -> QWidget:
        left = _Left(look)
        head = Label(look, _("Leksikon"), weight=600)
        head.setFixedHeight(39)
        head.setContentsMargins(16, 0, 0, 0)
        note = TextBlock(
            look,
            _("Cara baca di sini berlaku untuk semua naskah. Satu naskah boleh punya cara baca sendiri."),
            "kecil",
        )
        under = QVBoxLayout()
        under.setContentsMargins(16, 12, 16, 12)
        under.addWidget(note)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        for part in (head, Rule(look), self.views, Rule(look)):
            column.addWidget(part)
        column.addLayout(under)
        column.addStretch(1)
        return left


class _Left(QWidget):
    """The column of the saved views, with a line at its right."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedWidth(_VIEWS_WIDTH)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        QPainter(self).fillRect(self.width() - 1, 0, 1, self.height(), self._look.theme.colour("line"))
