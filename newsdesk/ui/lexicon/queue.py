"""The forms that nobody has checked, in working order: hear, right, change, skip."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import _, ngettext, number
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.icon_label import IconLabel
from newsdesk.ui.components.rule import Rule
from newsdesk.ui.components.text_block import TextBlock
from newsdesk.ui.letters import show_tip

if TYPE_CHECKING:
    from newsdesk.ui.lexicon.form_row import FormRow, Key
    from newsdesk.ui.look import Look

_ROW = 97
_SIDE = 16
_TEXT_LEFT = 48
_LAST = 40
_LONGEST = 300
_Middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class QueueRow(QWidget):
    """One form with its acts."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.row: FormRow | None = None
        self.setFixedHeight(_ROW)
        self.play = Button(look, "", Kind.PLAIN, icon="play", small=True, name=_("Dengar"))
        self.right = Button(look, _("Benar"), Kind.STRONG, small=True)
        self.change = Button(look, _("Ubah"), Kind.PLAIN, small=True)
        self.skip = Button(look, _("Lewati"), Kind.GHOST, small=True)
        self.buttons = (self.play, self.right, self.change, self.skip)
        self.play.setParent(self)
        self.play.setGeometry(_SIDE, 10, 24, 24)
        acts = QHBoxLayout(self)
        acts.setContentsMargins(_TEXT_LEFT, 62, _SIDE, 11)
        acts.setSpacing(4)
        for button in self.buttons[1:]:
            acts.addWidget(button)
        acts.addStretch(1)

    def show_row(self, row: FormRow | None) -> None:
        """Show another form, or nothing."""
        self.row = row
        self.setVisible(row is not None)
        if row is not None:
            entry = row.entry
            for button, words in (
                (self.play, _("Dengar {form}")),
                (self.right, _("Benar: {form}")),
                (self.change, _("Ubah {form}")),
                (self.skip, _("Lewati {form}")),
            ):
                button.setAccessibleName(words.format(form=entry.form))
            show_tip(self, entry.found_sentence[:_LONGEST])
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint form, reading, where it was met, and the line under them."""
        if self.row is None:
            return
        theme = self._look.theme
        painter = QPainter(self)
        room = QRectF(_TEXT_LEFT, 12, self.width() - _TEXT_LEFT - _SIDE, 20)
        entry = self.row.entry
        form = theme.font("bentuk", weight=600)
        width = self._words(painter, form, "text", room, entry.form, room.width() * 0.65)
        rest = room.adjusted(width + 8, 0, 0, 0)
        self._words(painter, theme.font("isi"), "text_2", rest, entry.spoken, rest.width())
        under = QRectF(room.left(), 38, room.width(), 16)
        self._words(painter, theme.font("kecil"), "text_3", under, self.row.met, under.width())
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))

    def _words(
        self, painter: QPainter, font: QFont, token: str, room: QRectF, words: str, most: float
    ) -> float:
        metrics = QFontMetricsF(font)
        cut = metrics.elidedText(words[:_LONGEST], Qt.TextElideMode.ElideRight, max(0.0, most))
        painter.setFont(font)
        painter.setPen(self._look.theme.colour(token))
        painter.drawText(room.adjusted(0, 0, 1, 0), _Middle, cut)
        return metrics.horizontalAdvance(cut)


class Queue(QWidget):
    """As many rows as there is room for, the oldest first; what was skipped comes last.

    :attr:`heard`, :attr:`right` and :attr:`changed` carry the :class:`FormRow`; :attr:`all_wanted` asks for
    the table of them all. Up and Down go from row to row, Left and Right from act to act.
    """

    heard = Signal(object)
    right = Signal(object)
    changed = Signal(object)
    all_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._waiting: list[FormRow] = []
        self._skipped: list[Key] = []
        self._shown: list[QueueRow] = []
        self.setAccessibleName(_("Belum diperiksa"))
        self.count = Label(look, token="text_2")
        self._words = TextBlock(look, font="kecil", token="text_3")
        self.more = Button(look, "", Kind.GHOST, small=True)
        self.more.clicked.connect(self.all_wanted)
        self._rows = QVBoxLayout()
        self._lay_out(look)
        self.show_rows(())

    def show_rows(self, rows: Sequence[FormRow]) -> None:
        """Show what waits, the oldest first."""
        last = {key: i for i, key in enumerate(self._skipped)}
        self._waiting = sorted(rows, key=lambda row: last.get(row.key, -1))
        self.count.setText(number(len(rows)))
        self._words.set_words(
            _("Bentuk baru dari naskah, tertua di atas. Sebelum diperiksa, dibaca menurut dugaan.")
            if rows
            else _("Tidak ada yang menunggu. Bentuk baru dari naskah akan tampil di sini.")
        )
        self._arrange()

    def begin(self) -> None:
        """Give the keyboard to the first that waits."""
        if self._waiting and self._shown:
            self._shown[0].right.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focused_row(self) -> FormRow | None:
        """Return the row that the keyboard is in."""
        return next((shown.row for shown in self._shown if any(b.hasFocus() for b in shown.buttons)), None)

    def forget_skips(self) -> None:
        """Another newsroom is open: what was skipped belongs to the one before."""
        self._skipped.clear()

    # ------------------------------------------------------------ inside

    def _fitting(self) -> int:
        room = self.height() - self._head.sizeHint().height()
        whole = max(1, room // _ROW)
        return whole if len(self._waiting) <= whole else max(1, (room - _LAST) // _ROW)

    def _arrange(self) -> None:
        fitting = self._fitting()
        while len(self._shown) < min(fitting, len(self._waiting)):
            self._shown.append(self._made())
        for i, shown in enumerate(self._shown):
            shown.show_row(self._waiting[i] if i < min(fitting, len(self._waiting)) else None)
        left = len(self._waiting) - fitting
        self.more.setVisible(left > 0)
        self.more.set_words(ngettext("{n} lagi", "{n} lagi", max(left, 0)).format(n=number(max(left, 0))))

    def _made(self) -> QueueRow:
        shown = QueueRow(self._look)
        shown.play.clicked.connect(partial(self._act, self.heard.emit, shown))
        shown.right.clicked.connect(partial(self._act, self.right.emit, shown))
        shown.change.clicked.connect(partial(self._act, self.changed.emit, shown))
        shown.skip.clicked.connect(partial(self._skip, shown))
        for button in shown.buttons:
            button.installEventFilter(self)
        self._rows.addWidget(shown)
        return shown

    def _act(self, tell: Callable[[FormRow], None], shown: QueueRow, _checked: bool = False) -> None:
        if shown.row is not None:
            tell(shown.row)

    def _skip(self, shown: QueueRow, _checked: bool = False) -> None:
        if shown.row is not None:
            key = shown.row.key
            self._skipped = [*(one for one in self._skipped if one != key), key]
            self.show_rows(self._waiting)

    def take_away(self, row: FormRow) -> None:
        """Show the next in place of a form that is being dealt with: its answer may take a moment."""
        self.show_rows([one for one in self._waiting if one.key != row.key])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the arrows and Enter before the buttons do: to them they mean something else."""
        return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._go(event)

    def _go(self, event: QKeyEvent) -> bool:
        at = next(
            (
                (i, j)
                for i, shown in enumerate(self._shown)
                for j, b in enumerate(shown.buttons)
                if b.hasFocus()
            ),
            None,
        )
        if at is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._shown[at[0]].buttons[at[1]].click()
            return True
        steps = {
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
        }
        step = steps.get(Qt.Key(event.key()))
        if at is None or step is None:
            return False
        shown = [one for one in self._shown if one.row is not None]
        row = min(max(at[0] + step[0], 0), len(shown) - 1)
        act = min(max(at[1] + step[1], 0), len(shown[row].buttons) - 1)
        shown[row].buttons[act].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as fit."""
        super().resizeEvent(event)
        self._arrange()

    def sizeHint(self) -> QSize:
        """Return a modest size: the page gives the width."""
        return QSize(288, 400)

    def minimumSizeHint(self) -> QSize:
        """Rows that do not fit are counted, they never make the page higher."""
        return QSize(200, 200)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line at the left."""
        QPainter(self).fillRect(0, 0, 1, self.height(), self._look.theme.colour("line"))

    def _lay_out(self, look: Look) -> None:
        self._head = QWidget()
        line = QWidget()
        line.setFixedHeight(24)
        title = QHBoxLayout(line)
        title.setContentsMargins(0, 0, 0, 0)
        title.setSpacing(8)
        title.addWidget(IconLabel(look, "circle-question-mark", 16, "tunggu"))
        title.addWidget(Label(look, _("Belum diperiksa"), "panel"), 1)
        title.addWidget(self.count)
        head = QVBoxLayout(self._head)
        head.setContentsMargins(_SIDE, 16, _SIDE, 12)
        head.setSpacing(0)
        head.addWidget(line)
        self._words.setMinimumHeight(48)
        head.addWidget(self._words)
        self._rows.setSpacing(0)
        last = QHBoxLayout()
        last.setContentsMargins(_SIDE - 8, 8, _SIDE, 8)
        last.addWidget(self.more)
        last.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(Rule(look))
        column.addLayout(self._rows)
        column.addLayout(last)
        column.addStretch(1)
