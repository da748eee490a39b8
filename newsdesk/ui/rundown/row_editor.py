"""A row edited where it stands: slug, reader, planned length and fixed time lie over their columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QPlainTextEdit, QWidget

from newsdesk.domain.prayer import prayer_name
from newsdesk.domain.rundown import ItemKind, RundownItem
from newsdesk.domain.timing import clock_length
from newsdesk.i18n import _, clock
from newsdesk.ui.components.choice import ChoiceBox
from newsdesk.ui.components.field import Label, LineEdit
from newsdesk.ui.paint import draw_field
from newsdesk.ui.rundown.columns import Columns
from newsdesk.ui.rundown.row_sound import RowSound
from newsdesk.ui.rundown.typed_times import moment_near, typed_clock, typed_length

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_WORDS_HEIGHT = 96
_SOUND_HEIGHT = 28
_HINT = 20
_FIELD_MARGIN = 2
_IN_TURN = "0"
_LONGEST_SLUG = 60
_READER_ROOM, _NO_NAMES_ROOM = 38, 74
"""How far the choice of a reader reaches into the column before: "bergiliran" stands whole in it."""


class RowEditor(QWidget):
    """Tab goes through the fields, Enter keeps (:attr:`kept` carries the row), Esc leaves (:attr:`left`).

    What is typed and cannot be keeps it open: the field is marked and the sentence under it says what fits.
    A row of a story keeps its story's slug. Fixed words open a field for them under the row; a jingle and
    other rows that play something tell their sound file there.
    """

    kept = Signal(object)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._item: RundownItem | None = None
        self._airtime = datetime.min
        self._template = False
        self._row_height = 32
        self._columns: Columns | None = None
        self._measured = ("", 0)
        """The length of a file as it was written into the field, and its milliseconds."""
        self.slug = LineEdit(look, _("Slug"), self)
        self.slug.setMaxLength(_LONGEST_SLUG)
        self.reader = ChoiceBox(look, parent=self)
        self.reader.setAccessibleDescription(_("Pembaca"))  # on Linux Qt reads a box's choice for its name
        # It lies over a column: its width is the column's, whatever names are in it.
        self.reader.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.planned = LineEdit(look, "0:00", self)
        self.fixed = LineEdit(look, _("jam tetap"), self)
        self.words = QPlainTextEdit(self)
        self.words.setFont(look.theme.font("isi"))
        self.words.setTabChangesFocus(True)
        self.words.setFrameShape(QFrame.Shape.NoFrame)
        self.words.setPlaceholderText(_("Kata-kata yang dibaca penyiar"))
        self.sound = RowSound(look, self)
        self._hint = Label(look, "", "kecil", "text_3")
        self._hint.setParent(self)
        for button in (self.sound.choose_button, self.sound.remove_button):
            button.installEventFilter(self)
        self._keeping = False
        """Whether the row is kept as soon as the length of its file is known."""
        self._typed_before: tuple[object, ...] = ()
        """What stood in the fields, and which had the keyboard, when a file's length was asked for."""
        self.sound.asked.connect(self._sound_asked)
        self.sound.chosen.connect(self._sound_chosen)
        self.sound.refused.connect(self._sound_refused)
        for field, name in (
            (self.slug, _("Slug")),
            (self.reader, _("Pembaca")),
            (self.planned, _("Rencana, menit dan detik")),
            (self.fixed, _("Jam tetap")),
            (self.words, _("Kata tetap")),
        ):
            field.setAccessibleName(name)
            field.installEventFilter(self)
        self.planned.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.fixed.setAlignment(Qt.AlignmentFlag.AlignRight)
        for one in (self.slug, self.planned, self.fixed):
            one.setTextMargins(4, 0, 4, 0)
        for before, after in (
            (self.slug, self.reader),
            (self.reader, self.planned),
            (self.planned, self.fixed),
            (self.fixed, self.words),
            (self.words, self.sound.choose_button),
            (self.sound.choose_button, self.sound.remove_button),
        ):
            QWidget.setTabOrder(before, after)
        self.hide()

    # ------------------------------------------------------------ opening and leaving

    def open(
        self,
        item: RundownItem,
        slug: str,
        readers: Sequence[tuple[int, str]],
        airtime: datetime,
        *,
        at_x: int = -1,
        template: bool = False,
    ) -> None:
        """Edit a row; ``readers`` are ids and names, ``airtime`` the bulletin's in the station's zone.

        ``at_x`` is where the pointer was: the field there gets the keyboard, else the first one. A row of a
        ``template`` has no moment yet: its fixed time says where one comes from, a clock time or a prayer.
        """
        self._item, self._airtime, self._template = item, airtime, template
        self.slug.setText(slug)
        self.slug.setReadOnly(item.story_id is not None)
        self.reader.clear()
        for person, name in ((0, _("bergiliran")), *readers):
            self.reader.addItem(name, str(person))
        self.reader.setCurrentIndex(max(0, self.reader.findData(str(item.reader_id or 0))))
        self.reader.setEnabled(item.kind.is_read)
        self.reader.setVisible(item.kind.is_read)  # nobody reads a jingle
        self.planned.setText(clock_length(item.planned_ms) if item.planned_ms else "")
        fixed = "" if item.fixed_at is None else clock(item.fixed_at.astimezone(airtime.tzinfo), seconds=True)
        self.fixed.setText(item.hit if template else fixed)
        self.words.setPlainText(item.words)
        self.words.setVisible(item.kind is ItemKind.WORDS)
        self.sound.setVisible(item.kind.is_played)
        self._measured = (self.planned.text(), item.planned_ms)
        self._keeping = False
        self._say("")
        self.show()
        self.raise_()
        if item.kind.is_played:
            self.sound.open(item.path)
        field = self._field_at(at_x)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(field, LineEdit):
            field.selectAll()

    @property
    def item(self) -> RundownItem | None:
        """The row being edited, None while the editor is not open."""
        return self._item

    def leave(self) -> None:
        """Close without keeping anything."""
        if self._item is not None:
            self._item = None
            self.hide()
            self.left.emit()

    def keep(self) -> None:
        """Keep what was typed, if it can be; else say what would fit."""
        item = self._item
        if item is None:
            return
        typed = self.planned.text()
        if item.kind.is_played and self.sound.waits and typed == self._measured[0]:
            self._keeping = True
            self._hint.setText(_("Menyimpan…"))
            return
        try:
            # What nobody typed anew keeps its milliseconds: on air they are counted down.
            planned = self._measured[1] if typed == self._measured[0] else typed_length(typed)
        except ValueError:
            self._wrong(self.planned, _("Tulis menit dan detik, misalnya 1:14."))
            return
        try:
            fixed, hit = self._fixed(item)
        except ValueError:
            told = _("Tulis jam, misalnya 11.09.00, atau kosongkan.")
            self._wrong(
                self.fixed, _("Tulis jam atau nama salat: 18.00, Magrib.") if self._template else told
            )
            return
        reader = int(str(self.reader.currentData() or _IN_TURN))
        kept = replace(
            item,
            slug=item.slug if item.story_id is not None else self.slug.text().strip(),
            reader_id=reader or None,
            planned_ms=planned,
            fixed_at=fixed,
            hit=hit,
            words=self.words.toPlainText() if item.kind is ItemKind.WORDS else item.words,
            path=self.sound.path if item.kind.is_played else item.path,
        )
        self._item = None
        self.hide()
        self.kept.emit(kept)

    # ------------------------------------------------------------ place

    def place(self, row: QRect, columns: Columns, room: int = 0) -> None:
        """Lie over a row of the viewport, which is ``room`` pixels high (0: high enough)."""
        self._columns, self._row_height = columns, row.height()
        whole = self.sizeHint().height()
        # At the foot of the table what belongs under the row stands above it.
        over = max(0, row.top() + whole - room) if room else 0
        above = whole - row.height() if over else 0
        self.setGeometry(row.left(), row.top() - above, row.width(), whole)
        height = max(24, row.height() - 2 * _FIELD_MARGIN)
        top = above + (row.height() - height) // 2
        left = columns.slug - 6
        reader = columns.reader - (_READER_ROOM if columns.names else _NO_NAMES_ROOM)
        # Where readers have no column, theirs is laid over the end of the slug's.
        slug_right = columns.type - 12 if columns.names or self.reader.isHidden() else reader - 4
        for field, x, right in (
            (self.slug, left, slug_right),
            (self.reader, reader, columns.planned_right - 50),
            (self.planned, columns.planned_right - 46, columns.planned_right + 8),
            (self.fixed, columns.start_right - 74, columns.start_right + 8),
        ):
            field.setFixedHeight(height)
            field.setGeometry(x, top, right - x, height)
        below = 4 if above else row.height() + 4
        if not self.words.isHidden():
            self.words.setGeometry(left + 2, below + 2, columns.start_right + 4 - left, _WORDS_HEIGHT - 12)
            below += _WORDS_HEIGHT - 4
        if not self.sound.isHidden():
            self.sound.setGeometry(left + 2, below, columns.start_right + 4 - left, _SOUND_HEIGHT - 4)
            below += _SOUND_HEIGHT
        self._hint.setGeometry(left, below, max(0, row.width() - left - 16), 16)

    def sizeHint(self) -> QSize:
        """Return the height of the row and of what stands under it: whole rows, so that none is cut."""
        words = 0 if self.words.isHidden() else _WORDS_HEIGHT
        sound = 0 if self.sound.isHidden() else _SOUND_HEIGHT
        rows = -(-(words + sound + _HINT + 4) // max(1, self._row_height))
        return QSize(400, self._row_height * (1 + rows))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground over the row and what is under it."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("accent_soft"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("accent_text"))
        painter.fillRect(0, 0, 3, self.height(), theme.colour("accent_text"))
        if not self.words.isHidden():
            box = QRectF(self.words.geometry()).adjusted(-2, -2, 2, 2)
            draw_field(painter, theme, box, focused=self.words.hasFocus())

    # ------------------------------------------------------------ keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter keeps and Esc leaves from every field; in the words Enter is a new line, Ctrl+Enter keeps."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or self._asks_for_file(event):
                event.accept()  # the page has another use for Ctrl+Enter and Ctrl+O
            return super().eventFilter(watched, event)
        if watched is self.words and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        if self._asks_for_file(event):
            self.sound.choose()
            return True
        if watched in (self.sound.choose_button, self.sound.remove_button) and not control:
            return super().eventFilter(watched, event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (watched is not self.words or control):
            self.keep()
            return True
        return super().eventFilter(watched, event)

    def _asks_for_file(self, event: QKeyEvent) -> bool:
        plays = self._item is not None and self._item.kind.is_played
        return plays and event.matches(QKeySequence.StandardKey.Open)

    def _typed(self) -> tuple[object, ...]:
        return self.slug.text(), self.planned.text(), self.fixed.text(), QApplication.focusWidget()

    def _sound_asked(self, _path: str) -> None:
        self._typed_before = self._typed()

    def _sound_chosen(self, milliseconds: int) -> None:
        """Take a file's length; what was typed since it was asked for stays, and so does the keyboard."""
        if self._item is None:
            return
        untouched = self._typed() == self._typed_before
        if self.planned.text() == self._typed_before[1]:
            self._measured = (clock_length(milliseconds), milliseconds)
            self.planned.setText(self._measured[0])
        if self._keeping:
            self.keep()
        elif untouched:
            self.planned.setFocus(Qt.FocusReason.OtherFocusReason)
            self.planned.selectAll()

    def _sound_refused(self) -> None:
        self._keeping = False
        self._say("")

    def _fixed(self, item: RundownItem) -> tuple[datetime | None, str]:
        """Return the moment that was typed, or in a template where it comes from; raises ValueError."""
        typed = self.fixed.text().strip()
        if self._template:
            named = prayer_name(typed)
            return None, named or (typed and "{:02d}.{:02d}.{:02d}".format(*typed_clock(typed)))
        fixed = moment_near(typed, self._airtime)
        return fixed, item.hit if fixed == item.fixed_at else ""

    def _field_at(self, x: int) -> QWidget:
        columns = self._columns
        if columns is None or x < 0 or x < columns.type:
            first = self.slug if not self.slug.isReadOnly() else self.planned
            return self.words if not self.words.isHidden() and self.slug.text() else first
        if x < columns.planned_right - 46 and not self.reader.isHidden():
            return self.reader
        return self.planned if x <= columns.estimate_right else self.fixed

    def _wrong(self, field: LineEdit, sentence: str) -> None:
        self._say(sentence)
        field.set_wrong(True)
        field.setAccessibleDescription(sentence)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    def _say(self, wrong: str) -> None:
        for field in (self.planned, self.fixed):
            field.set_wrong(False)
            field.setTextMargins(4, 0, 4, 0)
            field.setAccessibleDescription("")
        self._hint.set_token("temuan" if wrong else "text_3")
        keeps = _("Ctrl ↵ menyimpan") if not self.words.isHidden() else _("↵ menyimpan")
        self._hint.setText(wrong or _("{keep}, Tab ke isian berikutnya, Esc batal").format(keep=keeps))
