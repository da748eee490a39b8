"""The form being edited: opened under its row, in place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.domain.lexicon import FormSeen, HowSaid, Pronunciation
from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Field
from newsdesk.ui.components.segment import Segment
from newsdesk.ui.landing import land_on
from newsdesk.ui.lexicon.form_table_model import how_words
from newsdesk.ui.lexicon.found_line import FoundLine
from newsdesk.ui.lexicon.more_fields import MoreFields
from newsdesk.ui.shortcuts import keys_of

if TYPE_CHECKING:
    from newsdesk.ui.lexicon.form_row import FormRow
    from newsdesk.ui.look import Look

_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 24, 12, 16
_WRITTEN_WIDTH = 152
_LABELLED = 52
_NARROW = 830
"""Under this width the button that speaks is its icon and key."""

Guess = Callable[[str], FormSeen]
"""Says how a form would be read if nobody had settled it."""


class FormEditor(QWidget):
    """Fields for one entry. Enter says it is right (:attr:`right`), Esc leaves it as it was (:attr:`left`).

    :attr:`heard` wants the words in the field said; :attr:`grown` comes when more or less room is needed.
    While nobody has touched "Dibaca" of a new form, it shows the guess for what is written. "Cara" follows
    what is typed there ("kris" for QRIS is a word) until it is chosen by hand.
    """

    right = Signal()
    left = Signal()
    heard = Signal()
    grown = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # In a table's viewport labels would take the ink of a field.
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self._look = look
        self._row: FormRow | None = None
        self._touched = False
        self._how_chosen = False
        self.guess: Guess | None = None
        self.written = Field(look, _("Tertulis"))
        self.spoken = Field(look, _("Dibaca"))
        self.how = Segment(look, _("Cara"), [(how.value, how_words(how)) for how in HowSaid], HowSaid.WORD)
        self.hear = Button(look, _("Dengar"), Kind.STRONG, icon="volume-2", key=keys_of("lexicon.hear"))
        self.benar = Button(look, _("Benar"), Kind.PRIMARY, key=keys_of("lexicon.open"))
        self.found = FoundLine(look)
        self.more = Button(look, _("Lainnya"), Kind.GHOST, icon="chevron-down", small=True)
        self.fields = MoreFields(look)
        self.fields.hide()
        self._lay_out()
        self.written.changed.connect(self._wrote)
        self.spoken.edit.textEdited.connect(self._said)
        self.how.chosen.connect(self._choose_how)
        for field in (self.written, self.spoken):
            field.changed.connect(self._forgive)
        self.hear.clicked.connect(self.heard)
        self.benar.clicked.connect(self.right)
        self.more.clicked.connect(self._fold)

    # ------------------------------------------------------------ the entry

    @property
    def row(self) -> FormRow | None:
        """The row being edited."""
        return self._row

    def edit(self, row: FormRow) -> None:
        """Show an entry; the cursor goes to what is most often changed."""
        entry = row.entry
        self._row = row
        self._touched = bool(entry.spoken)
        self._how_chosen = False
        self.written.set_text(entry.form)
        self.spoken.set_text(entry.spoken)
        for edit in (self.written.edit, self.spoken.edit):
            edit.setCursorPosition(0 if len(edit.text()) > 40 else len(edit.text()))
            edit.set_wrong(False)
        self.how.set_value(entry.how.value)
        self.fields.show_entry(entry)
        self._open_fields(self.fields.says_something)
        self.found.set_wrong("")
        self.found.show_found(row.slug, entry.found_sentence, entry.form)
        if not entry.spoken:
            self._wrote(entry.form)

    def begin(self) -> None:
        """Give the keyboard to the field that is most likely wanted."""
        field = self.spoken if self.written.text() else self.written
        field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        field.edit.deselect()

    def entry(self) -> Pronunciation | None:
        """Return the entry as it stands in the fields."""
        if self._row is None:
            return None
        changed = replace(
            self._row.entry,
            form=" ".join(self.written.text().split()),
            spoken=" ".join(self.spoken.text().split()),
            how=HowSaid(self.how.value()),
        )
        return self.fields.filled(changed)

    @property
    def changed(self) -> bool:
        """Whether something else stands in the fields than in the lexicon."""
        return self._row is not None and self.entry() != self._row.entry

    def whole(self) -> bool:
        """Return whether form and reading are there; what is missing is marked and told."""
        missing = [field for field in (self.written, self.spoken) if not field.text().strip()]
        for field in (self.written, self.spoken):
            field.edit.set_wrong(field in missing)
        if missing:
            words = (
                _("Tulis bentuknya seperti di naskah, misalnya EPSS.")
                if missing[0] is self.written
                else _("Tulis cara membacanya, misalnya e pe es es.")
            )
            self.set_wrong(words)
            missing[0].edit.setFocus(Qt.FocusReason.OtherFocusReason)
        return not missing

    def set_wrong(self, sentence: str) -> None:
        """Say under the fields why this cannot be kept."""
        self.found.set_wrong(sentence)

    # ------------------------------------------------------------ inside

    def _wrote(self, form: str) -> None:
        form = form.strip()
        if self._touched or self.guess is None:
            return
        guess = self.guess(form) if form else FormSeen("", "", HowSaid.WORD, "", unsure=False)
        self.spoken.set_text(guess.spoken)
        self.how.set_value(guess.how.value)

    def _forgive(self, _text: str) -> None:
        self.found.set_wrong("")

    def _said(self, words: str) -> None:
        from newsdesk.services.forms import how_said  # brings the spoken tables, which no start waits for

        self._touched = True
        if not self._how_chosen and words.strip():
            self.how.set_value(how_said(self.written.text().strip(), " ".join(words.split())).value)

    def _choose_how(self, _value: str) -> None:
        self._touched = self._how_chosen = True

    def _fold(self) -> None:
        self._open_fields(self.fields.isHidden())
        if not self.fields.isHidden():
            self.fields.begin()

    def _open_fields(self, is_open: bool) -> None:
        self.fields.setVisible(is_open)
        self.more.set_icon("chevron-up" if is_open else "chevron-down")
        self.more.setAccessibleDescription(_("terbuka") if is_open else _("tertutup"))
        self.grown.emit()

    def turn_more(self) -> None:
        """Open or fold the fields that are seldom wanted."""
        self._fold()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, Esc leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.right.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return the height that is needed, folded or not; the width is the table's."""
        more = 0 if self.fields.isHidden() else self.fields.sizeHint().height() + 12
        return QSize(600, _TOP + _LABELLED + 8 + 16 + more + _BOTTOM + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Spare the words of the speaking button where there is little room."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self.hear.set_words("" if narrow else _("Dengar"), _("Dengar"))
        self.written.setFixedWidth(_WRITTEN_WIDTH - (24 if narrow else 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the inset ground and the line under it."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("raised"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))

    def _lay_out(self) -> None:
        first = QWidget()
        first.setFixedHeight(_LABELLED)
        fields = QHBoxLayout(first)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(16)
        fields.addWidget(self.written, 0, Qt.AlignmentFlag.AlignBottom)
        fields.addWidget(self.spoken, 1, Qt.AlignmentFlag.AlignBottom)
        fields.addWidget(self.how, 0, Qt.AlignmentFlag.AlignBottom)
        for button in (self.hear, self.benar):
            fields.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        under = QHBoxLayout()
        under.setSpacing(16)
        under.addWidget(self.found, 1)
        under.addWidget(self.more, 0, Qt.AlignmentFlag.AlignVCenter)
        # The small button is higher than the line it stands in: it may reach out of it.
        line = QWidget()
        line.setFixedHeight(24)
        line.setLayout(under)
        under.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(_LEFT, _TOP, _RIGHT, 0)
        column.setSpacing(0)
        column.addWidget(first)
        column.addSpacing(4)
        column.addWidget(line)
        column.addSpacing(8)
        column.addWidget(self.fields)
        column.addStretch(1)
        self.written.setFixedWidth(_WRITTEN_WIDTH)
        land_on(self, self.spoken.edit)
        self.setAccessibleName(_("Ubah bentuk"))
