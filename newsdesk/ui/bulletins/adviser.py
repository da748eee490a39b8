"""The trim adviser at the right: what could go, by least harm; ticking shows at once how it comes out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QSizePolicy, QVBoxLayout, QWidget

from newsdesk.domain.trimming import TrimOption, saved_ms
from newsdesk.i18n import _, ngettext
from newsdesk.ui.bulletins.trim_rows import TrimDelegate, TrimModel, saved_words
from newsdesk.ui.bulletins.trim_words import result_words
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.elided_label import ElidedLabel
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.icon_label import IconLabel
from newsdesk.ui.components.over_bar import OverBar
from newsdesk.ui.components.over_under import over_look, signed_length
from newsdesk.ui.components.rule import Rule
from newsdesk.ui.components.text_block import TextBlock
from newsdesk.ui.shortcuts import keys_of

if TYPE_CHECKING:
    from newsdesk.ui.look import Look


class _Sum(QWidget):
    """Words at the left, a figure at the right."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.words = ElidedLabel(look, "", "isi", "text_2")
        self.figure = Label(look, "", "isi", "text", weight=600)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)  # "Sampai tutup 13.38.35" and "−14:30 kurang" just fit beside each other
        row.addWidget(self.words, 1)
        row.addWidget(self.figure)
        self.setFixedHeight(20)

    def say(self, words: str, figure: str, ink: str = "text") -> None:
        """Show words and a figure."""
        if (words, figure) == (self.words.words, self.figure.text()) and not self.isHidden():
            return
        self.words.set_words(words)
        self.figure.setText(figure)
        self.figure.set_token(ink)
        self.setAccessibleName(f"{words}, {figure}")
        self.show()


class _Options(QListView):
    """Arrows go through the suggestions, Space and a click tick them."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.rows = TrimModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(TrimDelegate(look, lambda: self.viewport().width(), self))
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self._bar = OverBar(self)
        self.setAccessibleName(_("Saran pangkas"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.rows.turn(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, e: QMouseEvent) -> None:
        """A click anywhere on a suggestion ticks it."""
        index: QModelIndex = self.indexAt(e.position().toPoint())
        if index.isValid() and e.button() == Qt.MouseButton.LeftButton:
            self.rows.turn(index.row())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first suggestion when none is current."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.options:
            self.setCurrentIndex(self.rows.index(0))

    def bring_ticked(self) -> None:
        """Scroll until the first suggestion that is ticked is in sight."""
        chosen = self.rows.chosen()
        if chosen:
            self.scrollTo(self.rows.index(list(self.rows.options).index(chosen[0])))

    def resizeEvent(self, e: QResizeEvent) -> None:
        """Break what is lost into lines anew."""
        super().resizeEvent(e)
        self.scheduleDelayedItemsLayout()

    def sizeHint(self) -> QSize:
        """Ask for every suggestion in sight; what there is no room for scrolls."""
        return QSize(200, self.whole_height())

    def minimumSizeHint(self) -> QSize:
        """Return the least room: one suggestion."""
        return QSize(120, 78)

    def whole_height(self) -> int:
        """Return how high it is with every suggestion in sight."""
        return sum(self.sizeHintForIndex(self.rows.index(n)).height() for n in range(self.rows.rowCount()))


class Adviser(QWidget):
    """:attr:`applied` carries the suggestions that are ticked."""

    applied = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._over_ms, self._tolerance_ms = 0, 0
        self.setAccessibleName(_("Saran pangkas"))
        self.options = _Options(look)
        self._sums = [_Sum(look) for _n in range(3)]
        self._chosen, self._result = _Sum(look), _Sum(look)
        self._nothing = TextBlock(look, "", "isi", "text_2")
        self.button = Button(look, "", Kind.PRIMARY, key=keys_of("bulletin.trim"))
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self.apply)
        title = QHBoxLayout()
        title.setSpacing(8)
        title.addWidget(IconLabel(look, "scissors", 16, "text"))
        title.addWidget(Label(look, _("Saran pangkas"), "panel"), 1)
        top = QVBoxLayout()
        top.setContentsMargins(16, 17, 16, 11)
        top.setSpacing(0)
        top.addLayout(title)
        top.addSpacing(11)
        for line in self._sums:
            top.addWidget(line)
        self._apart = QWidget()
        apart = QVBoxLayout(self._apart)
        apart.setContentsMargins(0, 8, 0, 0)
        apart.addWidget(self._nothing)
        top.addWidget(self._apart)
        self._result_box = QWidget()
        result = QVBoxLayout(self._result_box)
        result.setContentsMargins(16, 16, 16, 12)
        result.setSpacing(0)
        result.addWidget(self._chosen)
        result.addWidget(self._result)
        result.addSpacing(12)
        result.addWidget(self.button)
        result.addSpacing(7)
        self._note = QWidget()
        note = QHBoxLayout(self._note)
        note.setContentsMargins(0, 0, 0, 0)
        note.setSpacing(6)
        note.addWidget(IconLabel(look, "info", 14, "text_3"), 0, Qt.AlignmentFlag.AlignTop)
        self._note_words = TextBlock(look, "", "kecil", "text_3")
        note.addWidget(self._note_words, 1)
        result.addWidget(self._note)
        self._rule = Rule(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._rule)
        column.addWidget(self.options)
        column.addWidget(self._result_box)
        column.addStretch(1)
        self.options.rows.ticked.connect(self._say_result)
        self._soon = QTimer(self)  # what is in sight is known when everything has its place
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.options.bring_ticked)
        self.show_advice((), (), (), 0, 0)

    # ------------------------------------------------------------ what is shown

    def show_advice(
        self,
        hits: Sequence[tuple[str, int]],
        options: Sequence[TrimOption],
        chosen: Sequence[TrimOption],
        over_ms: int,
        tolerance_ms: int,
    ) -> None:
        """Show how much is over until each of ``hits`` (words and milliseconds), and what could go.

        ``over_ms`` is the whole bulletin's; ``chosen`` of the ``options`` are ticked.
        """
        self._over_ms, self._tolerance_ms = over_ms, tolerance_ms
        self._apart.setVisible(not options)
        for n, line in enumerate(self._sums):
            if n < len(hits):
                words, over = hits[n]
                shown = over_look(over, tolerance_ms)
                line.say(words, shown.words, shown.ink)
            else:
                line.hide()
        some = bool(options)
        fresh = tuple(options) != tuple(self.options.rows.options)
        self.options.rows.show(options, chosen)
        self._say_result()
        for part in (self.options, self._result_box, self._rule):
            part.setVisible(some)
        if over_ms > tolerance_ms:
            self._nothing.set_words(_("Tidak ada saran lagi: pindahkan atau keluarkan baris sendiri."))
        else:
            self._nothing.set_words(_("Tidak ada yang perlu dipangkas."))
        if fresh:
            self._fit()
            self._soon.start()

    def apply(self) -> None:
        """Apply the suggestions that are ticked."""
        chosen = self.options.rows.chosen()
        if chosen and self.button.isEnabled():
            self.applied.emit(chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the suggestions what is left, no more than they need."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line at the left."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("canvas"))
        painter.fillRect(0, 0, 1, self.height(), theme.colour("line"))

    def _fit(self) -> None:
        self.options.setMaximumHeight(max(78, self.options.whole_height()))
        self.options.updateGeometry()

    def _say_result(self) -> None:
        chosen = self.options.rows.chosen()
        if not self.options.rows.options:
            return
        saved = saved_ms(chosen)
        self._chosen.say(saved_words(len(chosen)), signed_length(-saved))
        self._result.say(_("Hasil"), result_words(self._over_ms - saved, self._tolerance_ms))
        words = ngettext("Terapkan {n} saran", "Terapkan {n} saran", len(chosen)).format(n=len(chosen))
        self.button.set_words(words if chosen else _("Terapkan"))
        self.button.set_available(bool(chosen), _("Centang saran yang mau diterapkan"))
        again = any(option.asks_again for option in chosen)
        note = _("Naskah yang dipotong harus disetujui lagi. Bisa diurungkan.")
        self._note_words.set_words(note if again else _("Bisa diurungkan."))
        self._note.setVisible(bool(chosen))
